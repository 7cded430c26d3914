"""Analyst exports, made from a release's tables and nothing else; every file carries the claim.

How the claim travels: CSV has it (with the release's id) as last column of every row, since a comment line
would break spreadsheets and default parsers, and a column survives filtering and joining; Parquet in its
key-value metadata; JSON as the first field. CLAIM.txt beside them says it once more, and is written last: a folder
without it holds no whole export.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl

from clio.errors import UserError, reason_of
from clio.policies import ASSUMPTION
from clio.release.reader import Release
from clio.release.schema import SOMETIMES, TABLES

CLAIM_FILE = "CLAIM.txt"
UNFINISHED = ".clio-export"
"""Folder inside an export's folder in which its files are written before they are put in place."""

FORMULA = "^(?:[\\s\\p{Cf}]*[=+\\-@−＝＋－＠﹦﹢﹣﹫]|[\t\r])"
"""Text that a spreadsheet may run as a formula, also behind white or hidden space and in signs of other widths."""


def export(release: Release, fmt: str, out: Path) -> list[Path]:
    """Write `release` into the folder `out` as `fmt` (csv, parquet, json); returns the files written.

    An earlier export in `out` is replaced, once the new one is written beside it: whoever stops this leaves the
    earlier export, or a folder without CLAIM.txt, which the next export replaces. The same release gives the same
    bytes. Raises UserError for another format, when `out` holds anything that is not an export, and when it cannot
    be written.
    """
    if fmt not in FORMATS:
        raise UserError(f"Clio cannot export to {fmt!r:.20}: choose one of {', '.join(FORMATS)}.")
    try:
        earlier = _make_room(out)
        unfinished = out / UNFINISHED
        unfinished.mkdir()
        written = FORMATS[fmt](release, unfinished)
        for name in sorted(earlier, key=lambda name: name != CLAIM_FILE):
            (out / name).unlink()
        placed = [path.rename(out / path.name) for path in written]
        claim = unfinished / CLAIM_FILE
        claim.write_text(_claim_text(release), encoding="utf-8")
        placed.insert(0, claim.rename(out / CLAIM_FILE))
        unfinished.rmdir()
    except OSError as error:
        reason = error.strerror or reason_of(error) or type(error).__name__
        raise UserError(f"{out}: cannot write the export here ({reason}); choose another --out.") from None
    return placed


def _claim_text(release: Release) -> str:
    return f"{release.manifest.policy.claim}\n{ASSUMPTION}\n\nRelease {release.manifest.release_id}\n"


def to_csv(release: Release, out: Path) -> list[Path]:
    """One CSV file per table, UTF-8; text that looks like a formula gets a leading apostrophe."""
    paths = []
    for name, table in release.tables().items():
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
    for name, table in release.tables().items():
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
    for name, table in release.tables().items():
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
    *(f"{name}.{ending}" for name in (*TABLES, *SOMETIMES) for ending in ("csv", "parquet")),
}


def _inert(text: pl.Expr) -> pl.Expr:
    return pl.when(text.str.contains(FORMULA)).then(pl.lit("'") + text).otherwise(text).name.keep()


def _make_room(out: Path) -> set[str]:
    """Create `out`, clear away what an export that was stopped left in it, and name an earlier export's files."""
    if out.exists() and not out.is_dir():
        raise UserError(f"{out} is a file: give --out a folder that is new, empty or an earlier export.")
    out.mkdir(parents=True, exist_ok=True)
    found = {path.name for path in out.iterdir()}
    stopped = UNFINISHED in found
    found.discard(UNFINISHED)
    if found and not ((stopped or CLAIM_FILE in found) and found <= _WRITTEN):
        raise UserError(
            f"{out} holds other files: give --out a folder that is new, empty or an earlier export."
        )
    if stopped:
        shutil.rmtree(out / UNFINISHED)
    return found
