"""All evaluations of privacy, one after the other, into one folder; what an earlier run finished is kept.

A finished section is stored under scale, seed and a hash of the code, so that the same command goes on where it
stopped, and a change of any line of Clio measures everything again.
"""

import json
import logging
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from clio.errors import UserError
from clio.evaluation_folder import code_version_of, held
from clio.storage import private_folder, seal, unseal, write_atomically
from privacy_evals import (
    auditing,
    canaries,
    cliopatra,
    differencing,
    layers,
    membership,
    reconstruction,
    redacting,
)
from privacy_evals.report import Check, Scale, Section, as_record, read_record, write_report

Measure = Callable[[Scale, Path, int], Section]

EVALS: dict[str, Measure] = {
    "cliopatra": cliopatra.measure,
    "canaries": canaries.measure,
    "membership": membership.measure,
    "differencing": differencing.measure,
    "reconstruction": reconstruction.measure,
    "auditing": auditing.measure,
    "redacting": redacting.measure,
    "layers": layers.measure,
}
"""Every evaluation, in the order of the report."""

SECTIONS, SCRATCH = "sections", "scratch"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Progress:
    """Evaluation `number` of `total`: about to start when `section` is None, else done in `seconds`.

    `seconds` is None where an earlier run had finished it.
    """

    name: str
    number: int
    total: int
    section: Section | None = None
    seconds: float | None = None


Report = Callable[[Progress], None]


def run_suite(
    out: Path,
    scale: Scale = "quick",
    seed: int = 0,
    only: Sequence[str] = (),
    report: Report = lambda progress: None,
    evals: Mapping[str, Measure] | None = None,
) -> list[Section]:
    """Run the evaluations `only` (all by default) and write report.json and report.md into `out`, mode 0700.

    An evaluation that ends in an error becomes a section with a failed check, and is run again next time.

    Raises:
        UserError: for an unknown name, or an `out` that is not for this. WorkspaceBusy: another run holds it.
    """
    known = EVALS if evals is None else evals
    names = chosen(only, known)
    with held(out):
        sections = []
        for number, name in enumerate(names, start=1):
            report(Progress(name, number, len(names)))
            section, seconds = _measured(name, known[name], out, scale, seed)
            report(Progress(name, number, len(names), section, seconds))
            sections.append(section)
        write_report(sections, out, about(scale, seed, names))
    return sections


def chosen(only: Sequence[str], known: Mapping[str, Any]) -> list[str]:
    """The names in `only`, or all known ones, in the report's order; UserError for one that is unknown."""
    for name in only:
        if name not in known:
            raise UserError(
                f"--only {name:.40}: there is no such evaluation; choose from {', '.join(known)}."
            )
    return [name for name in known if not only or name in only]


def about(scale: Scale, seed: int, names: Sequence[str]) -> dict[str, str]:
    """What a report says of how it came about."""
    return {
        "data": "generated; no conversation in it is anybody's",
        "scale": scale,
        "seed": str(seed),
        "code version": code_version(),
        "evaluations": ", ".join(names),
    }


def _measured(
    name: str, measure: Measure, out: Path, scale: Scale, seed: int
) -> tuple[Section, float | None]:
    """The stored section, or a new one with the seconds it took."""
    stored, key = out / SECTIONS / f"{name}.json", [name, scale, seed, code_version()]
    found = unseal(stored)
    if found is not None and found.get("key") == key:
        return read_record(found["section"]), None
    scratch = out / SCRATCH / blake2b(json.dumps(key).encode(), digest_size=8).hexdigest()
    started = time.monotonic()
    try:
        section = measure(scale, private_folder(scratch), seed)
    except Exception as error:
        # The report is the place to say it: one broken evaluation must not hide what the others found.
        log.exception("the evaluation %s ended in an error", name)
        return _broken(name, error), time.monotonic() - started
    seconds = time.monotonic() - started
    write_atomically(stored, seal({"key": key, "seconds": seconds, "section": as_record(section)}))
    shutil.rmtree(scratch, ignore_errors=True)
    return section, seconds


def _broken(name: str, error: Exception) -> Section:
    detail = f"{type(error).__name__}: {error}"
    return Section(
        name=name,
        question="(not measured)",
        method="The evaluation ended in an error, so nothing is known; it is run again by the same command.",
        tables={},
        checks=(Check("runs to its end", False, f"It ended in an error, {detail:.300}."),),
    )


def code_version() -> str:
    """Clio's version and a hash over every file of the packages that the figures depend on."""
    return code_version_of("clio", "privacy_evals")
