"""Tables in Markdown, as evaluations report them."""

import math
from typing import Any

import polars as pl


def table_lines(table: pl.DataFrame) -> list[str]:
    """The lines of a table; numbers stand right."""
    if table.is_empty():
        return ["(no rows)"]
    right = [table.schema[name].is_numeric() for name in table.columns]
    lines = [
        "| " + " | ".join(cell(name) for name in table.columns) + " |",
        "|" + "|".join("---:" if is_number else "---" for is_number in right) + "|",
    ]
    return lines + ["| " + " | ".join(cell(value) for value in row) + " |" for row in table.iter_rows()]


def cell(value: Any) -> str:
    """A value as one cell says it: three digits, – for what is unknown, on one line."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return " ".join(str(value).replace("|", r"\|").split())
