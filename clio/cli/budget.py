"""clio budget: what was ever charged to the days of each source, and what is left."""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from clio.cli.options import Assignments, Config, settings_from
from clio.policies import POLICIES

if TYPE_CHECKING:
    from clio.privacy.composing import Charge, Days, Spent
    from clio.settings import PrivacySettings


class Row(NamedTuple):
    """What one run of days of a source was charged with; `spent` None = under `paper` alone, which nothing bounds."""

    source: str
    days: "Days"
    releases: int
    policies: list[str]
    spent: "Spent | None"
    limit: float | None

    @property
    def left(self) -> float | None:
        """Of the limit; None where there is none."""
        spent = 0.0 if self.spent is None else self.spent.epsilon
        return None if self.limit is None else max(0.0, self.limit - spent)


def budget(
    source: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", show_default="all", help="Only this source, as privacy.source names it."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    config: Config = None,
    assignments: Assignments = None,
) -> None:
    """Show the privacy budget that each source's days were charged with: releases, policy, spent, limit and left."""
    from clio.privacy.charges import ledger_of

    privacy = settings_from(config, assignments).privacy
    ledger = ledger_of(privacy)
    charges = [charge for charge in ledger.charges() if source in (None, charge.source)]
    rows = [
        row for name in sorted({charge.source for charge in charges}) for row in _rows(charges, name, privacy)
    ]
    if as_json:
        typer.echo(json.dumps([_document(row) for row in rows], indent=2))
    elif not rows:
        whose = "" if source is None else f" of {source}"
        typer.echo(f"No release{whose} was ever charged to the privacy budget ({ledger.path}).")
    else:
        for line in table(rows):
            typer.echo(line)
        typer.echo(
            f"\nWhat an account whose history lies on one such day may have lost in all, from {ledger.path}."
        )
        if any(charge.unit == "conversation" for charge in charges):
            typer.echo(
                "Releases per conversation count as what one conversation may have lost; an account may hold many."
            )
        if any("paper" in row.policies for row in rows):
            typer.echo(
                "Nothing bounds what a release under paper tells: ε and δ are those of the other releases."
            )


def table(rows: Sequence[Row]) -> list[str]:
    """A block of lines for each source, one line for each run of days."""
    from clio.privacy.charges import told

    lines = list[str]()
    for source, own in groupby(rows, key=lambda row: row.source):
        lines += ["", source] if lines else [source]
        lines.append(
            f"  {'days':<26}{'releases':>8}  {'policy':<16}{'ε spent':>9}{'δ spent':>11}{'limit':>9}{'left':>9}"
        )
        several = False
        for row in own:
            days = "all other days" if several and row.days is None else told(row.days)
            several = True
            lines.append(
                f"  {days:<26}{row.releases:>8}  {', '.join(row.policies):<16}"
                f"{_number(row.spent and row.spent.epsilon, 'no bound'):>9}"
                f"{_number(row.spent and row.spent.delta, '-'):>11}{_number(row.limit, 'none'):>9}"
                f"{_number(row.left, '-'):>9}"
            )
    return lines


def _rows(charges: "Sequence[Charge]", source: str, privacy: "PrivacySettings") -> list[Row]:
    from clio.privacy.composing import runs_of_days

    own = [charge for charge in charges if charge.source == source]
    return [_row(source, days, found, privacy) for days, found in runs_of_days(own)]


def _row(source: str, days: "Days", charges: "Sequence[Charge]", privacy: "PrivacySettings") -> Row:
    from clio.privacy.charges import limit_of
    from clio.privacy.composing import compose, releases

    policies = {charge.policy for charge in charges}
    order = [*POLICIES, *sorted(policies - POLICIES.keys())]
    told = sorted(policies, key=order.index)
    spent = compose(charges) if any(charge.bounded for charge in charges) else None
    return Row(source, days, releases(charges), told, spent, limit_of(privacy, told[-1]))


def _document(row: Row) -> dict[str, object]:
    first, last = (None, None) if row.days is None else (day.isoformat() for day in row.days)
    spent = {"epsilon": None, "delta": None} if row.spent is None else row.spent._asdict()
    return {
        "source": row.source, "first_day": first, "last_day": last, "releases": row.releases,
        "policies": row.policies, "epsilon": spent["epsilon"], "delta": spent["delta"],
        "limit": row.limit, "left": row.left,
    }  # fmt: skip


def _number(value: float | None, none: str) -> str:
    return none if value is None else f"{value:.3g}"
