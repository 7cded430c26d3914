"""The privacy_evals flow: the full grid of attacks on generated conversations, once a night."""

from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact

from clio.errors import RunFailed, without_private_text
from privacy_evals.report import REPORT_MD, Section, all_passed, as_markdown, write_report
from privacy_evals.suite import EVALS, about, run_suite


@task(name="evaluation", task_run_name="{name}", persist_result=False)
def make_section(out: str, name: str, seed: int) -> Section:
    """Run one evaluation; one that this night has finished already is left alone."""
    with without_private_text():
        [section] = run_suite(Path(out), "full", seed, [name])
    return section


@flow(name="privacy_evals", persist_result=False)
def privacy_evals(out: str) -> None:
    """Measure every policy at full scale into `out`/<day>; fails when a check fails.

    The day (UTC) is the seed: each night draws anew, and a night that is run again goes on where it stopped.
    """
    seed = int(datetime.now(UTC).strftime("%Y%m%d"))
    folder, told = Path(out) / str(seed), about("full", seed, list(EVALS))
    sections = [make_section(str(folder), name, seed) for name in EVALS]
    with without_private_text():
        write_report(sections, folder, told)
    create_markdown_artifact(
        key="clio-privacy-evals",
        markdown=as_markdown(sections, told),
        description=f"Privacy evaluations of {seed}",
    )
    if not all_passed(sections):
        raise RunFailed(f"A check of the privacy evaluations failed: read {folder / REPORT_MD}.")
