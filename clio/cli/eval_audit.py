"""clio eval audit: what of planted behaviour is found by who sees only groups."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clio.cli.eval_options import ReportFolder, check_scale

if TYPE_CHECKING:
    from clio.validation.audit import Progress


def audit(
    out: ReportFolder = Path("audit-report"),
    scale: Annotated[
        str, typer.Option(metavar="quick|full", help="Minutes, or every behaviour in three corpora: hours.")
    ] = "quick",
    seed: Annotated[
        int, typer.Option(metavar="NUMBER", help="Seed of the first generated corpus.", min=0)
    ] = 0,
) -> int:
    """Plant behaviours in generated conversations and audit them blind (1 = false alarms above the stated rate)."""
    from clio.validation.audit import SCALES, run_audit
    from clio.validation.audit_report import FALSE_ALARMS, REPORT_JSON, REPORT_MD

    check_scale(scale, SCALES)
    outcome = run_audit(out, scale, seed, _tell)
    for arm, share, games, found, _, low, high, f1, named in outcome.summed("arm", "share").iter_rows():
        typer.echo(
            f"{arm:<11} at {share:>4.0%}: {found} of {games} detected ({low:.0%} to {high:.0%}), "
            f"best F1 {f1:.2f}, {named} named"
        )
    alarms = int(outcome.alarms["detected"].sum())
    total = int(outcome.alarms["games"].sum())
    verdict = "not above" if outcome.holds else "ABOVE"
    looks = f"{total} looks at corpora with nothing planted"
    typer.echo(f"\n{alarms} false alarms in {looks}: {verdict} the stated {FALSE_ALARMS:.0%}.")
    typer.echo(f"Report: {out / REPORT_MD}   (every number: {out / REPORT_JSON})")
    return int(not outcome.holds)


def _tell(step: "Progress") -> None:
    """One plain line on standard error when a part starts and when it ends."""
    took = "..." if not step.done else "already done" if step.seconds is None else f"{step.seconds:.0f} s"
    typer.echo(f"[{step.number}/{step.total}] {step.name}: {took}", err=True)
