"""Differencing: what two releases of nearly the same conversations tell of the few in which they differ."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from clio.release.reader import Release
from clio.release.schema import OTHER
from clio.settings import Settings, load_settings
from clio.statistics import binomial_interval
from clio.workspace import Workspace
from privacy_evals.leaving_out import METADATA, conversations_of, finished_run, leave_out, publish_again
from privacy_evals.report import Check, Scale, Section
from privacy_evals.worlds import POLICIES, overrides_for

SIZES: dict[Scale, tuple[int, int, int]] = {"quick": (1500, 700, 8), "full": (12000, 6000, 40)}
"""Conversations, accounts and k."""
TRIALS: dict[Scale, int] = {"quick": 30, "full": 300}

CELL = ["cluster_id", "dimension", "value"]
SIZE, PERIOD = "size", "period"
"""Dimensions that a cluster's size and its timeline count as."""


def measure(scale: Scale, scratch: Path, seed: int) -> Section:
    """Publish a window again unchanged, with one conversation withdrawn, and slid by a day, under every policy."""
    conversations, accounts, k = SIZES[scale]
    rows, checks = [], list[Check]()
    for policy in (name for name in POLICIES if name != "dp"):
        overrides = overrides_for(policy, scratch, k) | {"breakdowns.metadata": METADATA}
        settings, out = load_settings(overrides=overrides), scratch / policy
        release = finished_run(out, settings, conversations, accounts, seed)
        again = changed(cells(release), cells(publish_again(out, settings)))
        withdrawn = withdraw(out, settings, TRIALS[scale], seed)
        slid = slide(out, settings, scratch / f"{policy}-slid")
        rows.append({"policy": policy, "cells": cells(release).height, **withdrawn.figures(), **slid})
        if policy != "paper":
            checks += _checks(policy, again.height, withdrawn, slid)
    return Section(
        name="differencing",
        question=(
            "An adversary holds two releases whose conversations differ in one, or in one day. What do the cells that "
            "changed tell of that one conversation, or of cells too small to be published?"
        ),
        method=(
            "The groups are held as they are (which helps the adversary; in a real second run they move). Withdrawn: "
            "one conversation, drawn at random, leaves and the window is published again by the same folder; a cell "
            "leaks when it held the conversation and its published count changed. The adversary names as the "
            "conversation's value in each dimension the one whose count fell most, and stays silent where none fell. "
            "Slid: the window without its first day is published too and subtracted; a difference is exposed where "
            "the true one is 1 to 9 and the published one equals it."
        ),
        tables={"Two releases subtracted": pl.DataFrame(rows)},
        checks=checks,
        notes=(
            "Under guarded the same set of conversations rounds the same way in every release, so asking again tells "
            "nothing; a set that has lost one member draws a new coin, and its published count changes with a chance "
            "of 10 to 50 % by its last digit. A window is therefore to be published once: who publishes it again after "
            "single conversations were erased tells that those cells changed.",
            "dp draws new noise for every change of the data and pays for it: the membership evaluation measures it.",
        ),
    )


def cells(release: Release) -> pl.DataFrame:
    """All published counts of base clusters: cluster_id, dimension, value, n."""
    base = release.base()
    bases = base["cluster_id"].implode()
    sizes = base.select("cluster_id", dimension=pl.lit(SIZE), value=pl.lit(""), n="conversations")
    split = release.breakdowns.select("cluster_id", "dimension", "value", n="conversations")
    times = release.timeline.select(
        "cluster_id",
        dimension=pl.lit(PERIOD),
        value=pl.col("period_start").cast(pl.String),
        n="conversations",
    )
    return pl.concat([sizes, split, times]).filter(pl.col("cluster_id").is_in(bases)).sort(CELL)


def changed(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """The cells whose count differs between two releases, with `fall`, by how much it fell; absent counts as 0."""
    both = before.join(after, on=CELL, how="full", coalesce=True, suffix="_after")
    fall = pl.col("n").fill_null(0) - pl.col("n_after").fill_null(0)
    return both.with_columns(fall=fall).filter(pl.col("fall") != 0).select(*CELL, "fall").sort(CELL)


@dataclass
class Withdrawn:
    """Counts over all trials of one conversation withdrawn."""

    held: int = 0
    leaked: int = 0
    foreign: int = 0
    """Changed cells of clusters that the conversation was not in."""
    right: int = 0
    wrong: int = 0
    silent: int = 0

    def figures(self) -> dict[str, float]:
        """One row of the report; shares with exact intervals."""
        leak = binomial_interval(self.leaked, self.held)
        claims = self.right + self.wrong + self.silent
        return {
            "cells that held it": self.held,
            "leaks per 1,000": 1000 * self.leaked / max(1, self.held),
            "low": 1000 * leak.low,
            "high": 1000 * leak.high,
            "value named right": self.right / max(1, claims),
            "named wrong": self.wrong / max(1, claims),
            "silent": self.silent / max(1, claims),
            "cells elsewhere that changed": self.foreign,
        }


def withdraw(out: Path, settings: Settings, trials: int, seed: int) -> Withdrawn:
    """Withdraw one conversation at a time from the finished run in `out` and compare the releases."""
    truth, before = conversations_of(out), cells(publish_again(out, settings))
    total, rng = Withdrawn(), np.random.default_rng(seed)
    folder = out.with_name(f"{out.name}-withdrawn")
    for row in rng.choice(truth.height, trials, replace=False):
        gone = truth.row(int(row), named=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(out, folder)
        everyone = pl.concat(
            Workspace(folder).read("conversations", s)["conversation_id"] for s in Workspace(folder).shards()
        )
        leave_out(Workspace(folder), everyone.filter(everyone != gone["conversation_id"]))
        _count(total, gone, before, changed(before, cells(publish_again(folder, settings))))
    return total


def _count(total: Withdrawn, gone: Mapping[str, object], before: pl.DataFrame, moved: pl.DataFrame) -> None:
    """Add what one withdrawal told."""
    here = moved.filter(pl.col("cluster_id") == gone["cluster_id"])
    total.foreign += moved.height - here.height
    for dimension, value in _places(gone, before.filter(pl.col("cluster_id") == gone["cluster_id"])).items():
        of_dimension = here.filter(pl.col("dimension") == dimension)
        total.held += 1
        total.leaked += value in of_dimension["value"].to_list()
        if dimension in (SIZE, PERIOD):
            continue
        fallen = of_dimension.filter(pl.col("fall") > 0).sort("fall", "value", descending=[True, False])
        named = fallen["value"][0] if fallen.height else None
        total.silent += named is None
        total.right += named == value
        total.wrong += named is not None and named != value


def _places(gone: Mapping[str, object], published: pl.DataFrame) -> dict[str, str]:
    """The published cell of each dimension that held a conversation; pooled values stand under "other"."""
    places = {SIZE: ""}
    for dimension in published["dimension"].unique():
        values = published.filter(pl.col("dimension") == dimension)["value"].to_list()
        if dimension == PERIOD:
            earlier = [start for start in sorted(values) if start <= str(gone["day"])]
            places |= {PERIOD: earlier[-1]} if earlier else {}
        elif dimension != SIZE:
            own = _turns(gone["turns"]) if dimension == "turns" else str(gone[dimension])
            places[dimension] = own if own in values else OTHER
    return places


def _turns(turns: object) -> str:
    number = int(str(turns or 1))
    return "1" if number == 1 else "2-3" if number <= 3 else "4-7" if number <= 7 else "8+"


def slide(out: Path, settings: Settings, folder: Path) -> dict[str, float]:
    """Publish the window without its first day as well; how many small differences the subtraction exposes."""
    truth = conversations_of(out)
    before = publish_again(out, settings)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(out, folder)
    later = truth.filter(pl.col("day") > truth["day"].min())
    leave_out(Workspace(folder), later["conversation_id"])
    after = publish_again(folder, settings)
    counted = [rows.group_by("cluster_id").agg(true=pl.len().cast(pl.Int64)) for rows in (truth, later)]
    both = counted[0].join(counted[1], on="cluster_id", suffix="_after")
    told = changed(cells(before), cells(after)).filter(pl.col("dimension") == SIZE)
    small = both.with_columns(gap=pl.col("true") - pl.col("true_after")).filter(
        pl.col("gap").is_between(1, 9)
    )
    hit = small.join(told, on="cluster_id").filter(pl.col("fall") == pl.col("gap"))
    return {"slid: small differences": small.height, "slid: exposed": hit.height}


def _checks(policy: str, again: int, withdrawn: Withdrawn, slid: Mapping[str, float]) -> list[Check]:
    return [
        Check(
            f"{policy}: the same conversations give the same release",
            again == 0,
            f"{again} cells changed when nothing else had.",
        ),
        Check(
            f"{policy}: a set that stays the same rounds the same",
            withdrawn.foreign == 0,
            f"{withdrawn.foreign} cells changed in groups that the withdrawn conversation was not in.",
        ),
        Check(
            f"{policy}: no difference of two releases exposes a cell below the rules",
            slid["slid: exposed"] == 0,
            f"{slid['slid: exposed']:.0f} of {slid['slid: small differences']:.0f} small differences were exposed.",
        ),
    ]
