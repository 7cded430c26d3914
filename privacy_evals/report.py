"""What an evaluation of privacy hands back, and the report made of all of them: report.json and report.md.

report.json holds every number for a machine, report.md says the same to a reviewer from top to bottom: what was
asked, how it was measured, what came out, which checks passed.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

import polars as pl

from clio.evaluation_folder import make_private
from clio.markdown import cell, table_lines
from clio.storage import write_atomically

Scale = Literal["quick", "full"]
"""quick: minutes on two processors, one cell of each grid; full: the nightly grid."""

REPORT_JSON, REPORT_MD = "report.json", "report.md"
FORMAT_VERSION = 1


@dataclass(frozen=True)
class Check:
    """One thing that must hold; `detail` is a sentence with the figure that decided it."""

    name: str
    passed: bool
    detail: str


@dataclass(frozen=True)
class Section:
    """One evaluation: its question, its method with the source, its tables by title, its checks, its limits."""

    name: str
    question: str
    method: str
    tables: Mapping[str, pl.DataFrame]
    checks: Sequence[Check] = field(default=())
    notes: Sequence[str] = field(default=())


def write_report(sections: Sequence[Section], out: Path, about: Mapping[str, str]) -> None:
    """Write report.json and report.md into `out` (mode 0700, files 0600).

    Args:
        about: what was run (scale, seed, code version, ...), printed at the head in this order.

    Raises:
        UserError: when `out` cannot be written.
    """
    record = {
        "format": FORMAT_VERSION,
        "about": dict(about),
        "passed": all_passed(sections),
        "sections": [as_record(section) for section in sections],
    }
    data = json.dumps(record, indent=2, allow_nan=False, ensure_ascii=False).encode()
    make_private(out)
    write_atomically(out / REPORT_JSON, data + b"\n")
    write_atomically(out / REPORT_MD, as_markdown(sections, about).encode())


def all_passed(sections: Sequence[Section]) -> bool:
    """Whether no check of any section failed."""
    return all(check.passed for section in sections for check in section.checks)


def as_record(section: Section) -> dict[str, Any]:
    """A section as JSON values; `read_record` is its inverse. Numbers that are not finite become null."""
    return {
        "name": section.name,
        "question": section.question,
        "method": section.method,
        "tables": {title: _rows(table) for title, table in section.tables.items()},
        "checks": [
            {"name": check.name, "passed": check.passed, "detail": check.detail} for check in section.checks
        ],
        "notes": list(section.notes),
    }


def read_record(record: Mapping[str, Any]) -> Section:
    """The section that `as_record` wrote; raises KeyError or TypeError when it is something else."""
    return Section(
        name=record["name"],
        question=record["question"],
        method=record["method"],
        tables={
            title: pl.DataFrame({name: table["values"][name] for name in table["columns"]}, strict=False)
            for title, table in record["tables"].items()
        },
        checks=tuple(Check(**check) for check in record["checks"]),
        notes=tuple(record["notes"]),
    )


def _rows(table: pl.DataFrame) -> dict[str, Any]:
    values = {name: [_plain(value) for value in table[name].to_list()] for name in table.columns}
    return {"columns": table.columns, "values": values}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def as_markdown(sections: Sequence[Section], about: Mapping[str, str]) -> str:
    """The report for a reader: what was run, every check at a glance, then one chapter a section."""
    checks = [(section, check) for section in sections for check in section.checks]
    failed = sum(not check.passed for _, check in checks)
    verdict = "All checks passed." if not failed else f"{failed} of {len(checks)} checks FAILED."
    lines = ["# How private it is: measured", "", verdict, ""]
    lines += [f"- {name}: {cell(value)}" for name, value in about.items()]
    lines += ["", "## Checks at a glance", "", "| | evaluation | check | found |", "|---|---|---|---|"]
    lines += [
        f"| {_mark(check)} | {cell(section.name)} | {cell(check.name)} | {cell(check.detail)} |"
        for section, check in checks
    ]
    for section in sections:
        lines += ["", *_chapter(section)]
    return "\n".join(lines) + "\n"


def _chapter(section: Section) -> list[str]:
    lines = [
        f"## {section.name}",
        "",
        f"**Asked.** {section.question}",
        "",
        f"**Measured.** {section.method}",
    ]
    for title, table in section.tables.items():
        lines += ["", f"**{title}**", "", *table_lines(table)]
    if section.checks:
        lines += ["", "**Checks**", ""]
        lines += [f"- {_mark(check)}: {check.name}. {check.detail}" for check in section.checks]
    if section.notes:
        lines += ["", "**Notes**", "", *(f"- {note}" for note in section.notes)]
    return lines


def _mark(check: Check) -> str:
    return "passed" if check.passed else "**FAILED**"
