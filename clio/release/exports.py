"""Analyst exports, made from a release's tables and nothing else; every file carries the claim.

How the claim travels: CSV has it (with the release's id) as last column of every row, since a comment line
would break spreadsheets and default parsers, and a column survives filtering and joining; Parquet in its
key-value metadata; JSON as the first field. CLAIM.txt beside them says it once more.
"""

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl

from clio.errors import UserError
from clio.release.reader import Release
from clio.release.schema import TABLES

CLAIM_FILE = "CLAIM.txt"
FORMULA = "^(?:\\s*[=+\\-@＝＋－＠]|[\t\r])"
"""Text that a spreadsheet may run as a formula, also behind white space and in full-width signs."""


def export(release: Release, fmt: str, out: Path) -> list[Path]:
    """Write `release` into the folder `out` as `fmt` (csv, parquet, json); returns the files written.

    An earlier export in `out` is replaced. Raises UserError for another format, and when `out` holds anything
    that is not an export.
    """
    if fmt not in FORMATS:
        raise UserError(f"Clio cannot export to {fmt!r:.20}: choose one of {', '.join(FORMATS)}.")
    _make_room(out)
    claim = out / CLAIM_FILE
    manifest = release.manifest
    claim.write_text(f"{manifest.policy.claim}\n\nRelease {manifest.release_id}\n", encoding="utf-8")
    return [claim, *FORMATS[fmt](release, out)]


def to_csv(release: Release, out: Path) -> list[Path]:
    """One CSV file per table, UTF-8; text that looks like a formula gets a leading apostrophe."""
    paths = []
    for name, table in _tables(release).items():
        path = out / f"{name}.csv"
        claimed = table.with_columns(
            pl.lit(release.manifest.release_id).alias("release_id"),
            pl.lit(release.manifest.policy.claim).alias("claim"),
        )
        claimed.with_columns(_inert(pl.col(pl.String))).write_csv(path, quote_style="non_numeric")
        paths.append(path)
    return paths


def to_parquet(release: Release, out: Path) -> list[Path]:
    """One Parquet file per table, with claim, policy and release_id in the key-value metadata."""
    manifest = release.manifest
    metadata = {
        "claim": manifest.policy.claim,
        "policy": manifest.policy.name,
        "release_id": manifest.release_id,
    }
    paths = []
    for name, table in _tables(release).items():
        path = out / f"{name}.parquet"
        table.write_parquet(path, metadata=metadata)
        paths.append(path)
    return paths


def to_json(release: Release, out: Path) -> list[Path]:
    """One file: claim, manifest, and each table as a list of rows; dates in ISO format."""
    content: dict[str, object] = {
        "claim": release.manifest.policy.claim,
        "manifest": release.manifest.model_dump(mode="json"),
    }
    for name, table in _tables(release).items():
        dated = table.with_columns(pl.col(pl.Date).dt.to_string("%Y-%m-%d"))
        content[name] = dated.to_dicts()
    path = out / "release.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False), encoding="utf-8")
    return [path]


FORMATS: dict[str, Callable[[Release, Path], list[Path]]] = {
    "csv": to_csv,
    "parquet": to_parquet,
    "json": to_json,
}

_WRITTEN = {
    CLAIM_FILE,
    "release.json",
    *(f"{name}.{ending}" for name in TABLES for ending in ("csv", "parquet")),
}


def _tables(release: Release) -> dict[str, pl.DataFrame]:
    return {name: getattr(release, name) for name in TABLES}


def _inert(text: pl.Expr) -> pl.Expr:
    return pl.when(text.str.contains(FORMULA)).then(pl.lit("'") + text).otherwise(text).name.keep()


def _make_room(out: Path) -> None:
    """Create `out`, or empty it of an earlier export."""
    if out.exists() and not out.is_dir():
        raise UserError(f"{out} is a file: give --out a folder that is new, empty or an earlier export.")
    found = {path.name for path in out.iterdir()} if out.exists() else set()
    if found and not (CLAIM_FILE in found and found <= _WRITTEN):
        raise UserError(
            f"{out} holds other files: give --out a folder that is new, empty or an earlier export."
        )
    out.mkdir(parents=True, exist_ok=True)
    for name in found:
        (out / name).unlink()
