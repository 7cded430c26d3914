"""clio eval: how private it is, measured by attacks on generated conversations."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from clio.cli.eval_options import ReportFolder, check_scale

if TYPE_CHECKING:
    from privacy_evals.report import Scale, Section
    from privacy_evals.suite import Progress

SCALES = ("quick", "full")


def privacy(
    out: ReportFolder = Path("privacy-report"),
    scale: Annotated[
        str, typer.Option(metavar="quick|full", help="Minutes, or the nightly grid of hours.")
    ] = "quick",
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Run this evaluation alone; may be given several times."),
    ] = None,
    seed: Annotated[int, typer.Option(metavar="NUMBER", help="Seed of all that is generated.", min=0)] = 0,
) -> int:
    """Attack whole pipelines under every policy, on generated conversations, and report (1 = a check failed)."""
    from privacy_evals.suite import run_suite

    check_scale(scale, SCALES)
    sections = run_suite(out, cast("Scale", scale), seed, only or (), _tell)
    return _conclude(sections, out)


def _tell(step: "Progress") -> None:
    """One plain line on standard error when an evaluation starts and when it ends."""
    place = f"[{step.number}/{step.total}] {step.name}"
    if step.section is None:
        typer.echo(f"{place} ...", err=True)
        return
    failed = sum(not check.passed for check in step.section.checks)
    took = "already done" if step.seconds is None else f"{step.seconds:.0f} s"
    found = (
        f"{failed} of {len(step.section.checks)} checks failed"
        if failed
        else f"{len(step.section.checks)} checks passed"
    )
    typer.echo(f"{place}: {took}, {found}", err=True)


def _conclude(sections: "list[Section]", out: Path) -> int:
    """Print every check and where the report is; returns the exit code."""
    checks = [(section.name, check) for section in sections for check in section.checks]
    for name, check in checks:
        typer.echo(f"{'ok  ' if check.passed else 'FAIL'} {name}: {check.name}. {check.detail}")
    failed = sum(not check.passed for _, check in checks)
    typer.echo(f"\n{len(checks) - failed} checks passed, {failed} failed.")
    typer.echo(f"Report: {out / 'report.md'}   (every number: {out / 'report.json'})")
    return int(failed > 0)
