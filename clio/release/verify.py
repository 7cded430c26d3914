"""Checking a release from its files alone, and saying what only the gate that made it can attest."""

import io
import logging
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow.parquet as pq

from clio.release import rules
from clio.release.layout import MANIFEST, release_id
from clio.release.reader import read_manifest, release_folder
from clio.release.rules import Contents
from clio.release.schema import (
    GROUP_TABLES,
    Manifest,
    Schema,
    declared_values,
    has_features,
    own_scales,
    tables_of,
)
from clio.release.stamps import claim_problems, count_problems, read_stamp, rule_problems

log = logging.getLogger(__name__)

PRIVATE_COLUMNS = frozenset(
    (
        *("conversation_id", "account_id", "account_key", "largest_account", "known", "messages", "metadata"),
        *("created_at", "request", "task", "tags", "source", "line", "distance", "centroid", "embedding"),
        *("request_key", "truncated_chars", "base_id", "support", "error", "key"),
    )
)
"""Columns of private tables, and of the gate's own cells before rounding."""


@dataclass(frozen=True)
class Check:
    """One rule; `detail` says what was looked at, or the first thing that is wrong."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True)
class Verification:
    """All checks, and sentences about what files cannot show."""

    checks: list[Check]
    attested: list[str]

    @property
    def ok(self) -> bool:
        """Whether every check passed."""
        return all(check.ok for check in self.checks)


def verify(path: str | Path) -> Verification:
    """Check a release folder, or the latest release of a folder that `clio run` wrote.

    Whatever is wrong inside a release is a failed check. Raises UserError when there is no release, or its
    manifest cannot be read by this version.
    """
    fs, folder = release_folder(path)
    manifest = read_manifest(fs, folder)
    files = {_name(row["name"]): row["type"] for row in fs.ls(folder, detail=True)}
    contents = {name: fs.cat_file(f"{folder}/{name}") for name, kind in files.items() if kind == "file"}
    checks = [
        _check("files", f"{len(files)} files, nothing else", lambda: _files(manifest, files)),
        _check("hashes", "the files are those of the manifest", lambda: _hashes(manifest, contents)),
        _check("columns", "the release's schema and no other column", lambda: _columns(manifest, contents)),
        _check("private columns", "no column of a private table", lambda: _private_columns(contents)),
        _check("policy", _rules_in_words(manifest), lambda: rule_problems(manifest)),
        _check("claim", "the policy's exact sentence", lambda: claim_problems(manifest)),
        _check("window", "dates in order, every period inside", lambda: _window(manifest, contents)),
        _check("manifest counts", "coarse where the policy says so", lambda: count_problems(manifest)),
    ]
    checks += _table_checks(manifest, contents)
    return Verification(checks, _attested(manifest, sha256(contents[MANIFEST]).hexdigest()))


def _table_checks(manifest: Manifest, contents: dict[str, bytes]) -> list[Check]:
    stamped, schemas = read_stamp(manifest.policy), tables_of(manifest.settings)
    try:
        tables = {name: pl.read_parquet(io.BytesIO(contents[f"{name}.parquet"])) for name in schemas}
    except Exception:
        tables = {}
    if stamped is None or not tables or any(_wrong(schemas[name], table) for name, table in tables.items()):
        return [
            Check(name, False, "not checked: the files or the policy are not sound") for name in rules.RULES
        ]
    release = Contents(
        policy=stamped.policy,
        scales=own_scales(manifest.settings),
        dimensions=declared_values(manifest.settings),
        **tables,
    )
    return [_check(name, meaning, partial(rule, release)) for name, (meaning, rule) in rules.RULES.items()]


def _check(name: str, meaning: str, find_problems: Callable[[], list[str]]) -> Check:
    """Run one rule; an error inside it is a failure whose text, which may quote the file, is not shown."""
    try:
        problems = find_problems()
    except Exception as error:
        log.debug("check %s ended with %s", name, type(error).__name__)
        problems = [f"could not be checked ({type(error).__name__})"]
    if not problems:
        return Check(name, True, meaning)
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return Check(name, False, problems[0] + more)


def _files(manifest: Manifest, found: dict[str, str]) -> list[str]:
    expected = {MANIFEST, *(f"{name}.parquet" for name in tables_of(manifest.settings))}
    problems = [f"{name} does not belong to a release" for name in sorted(found.keys() - expected)]
    problems += [f"{name} is missing" for name in sorted(expected - found.keys())]
    problems += [f"{name} is no file" for name in sorted(found.keys() & expected) if found[name] != "file"]
    if manifest.files.keys() != expected - {MANIFEST}:
        problems.append("the manifest lists other files than a release has")
    return problems


def _hashes(manifest: Manifest, contents: dict[str, bytes]) -> list[str]:
    problems = [
        f"{name} is not the file that was published"
        for name, digest in sorted(manifest.files.items())
        if name not in contents or sha256(contents[name]).hexdigest() != digest
    ]
    if manifest.release_id != release_id(manifest.window.get("start"), manifest.files):
        problems.append("release_id does not follow from the window and the files")
    return problems


def _columns(manifest: Manifest, contents: dict[str, bytes]) -> list[str]:
    problems = []
    for name, schema in tables_of(manifest.settings).items():
        file = contents[f"{name}.parquet"]
        if _wrong(schema, pl.read_parquet(io.BytesIO(file))):
            problems.append(f"{name}.parquet does not have the columns and types of the schema")
        written = pq.read_schema(io.BytesIO(file))
        noted = any((field.metadata or {}).keys() - {b"PARQUET:field_id"} for field in written)
        if noted or written.metadata or pl.read_parquet_metadata(io.BytesIO(file)).keys() - {"ARROW:schema"}:
            problems.append(f"{name}.parquet carries metadata that no release has")
    return problems


def _private_columns(contents: dict[str, bytes]) -> list[str]:
    return [
        f"{name} has the private column {column}"
        for name in sorted(contents)
        if name.endswith(".parquet")
        for column in pl.read_parquet_schema(io.BytesIO(contents[name]))
        if column in PRIVATE_COLUMNS
    ]


def _window(manifest: Manifest, contents: dict[str, bytes]) -> list[str]:
    if manifest.window.keys() != {"start", "end"}:
        return ["the window has other ends than start and end"]
    try:
        start, end = (day if day is None else date.fromisoformat(day) for day in manifest.window.values())
    except ValueError:
        return ["an end of the window is no date"]
    periods = pl.read_parquet(io.BytesIO(contents["timeline.parquet"])).select("period_start", "period")
    if start is None or end is None:
        told = start is not None or end is not None or periods.height > 0
        return ["the window has periods or one end, and not both ends"] if told else []
    first = pl.col("period_start")
    after = (
        pl.when(period="day").then(first.dt.offset_by("1d"))
        .when(period="week").then(first.dt.offset_by("1w"))
        .otherwise(first.dt.offset_by("1mo"))
    )  # fmt: skip
    outside = periods.filter((first > end) | (after <= start))
    problems = ["the window ends before it begins"] if end < start else []
    return problems + ["the timeline has periods outside the window"] * (outside.height > 0)


def _rules_in_words(manifest: Manifest) -> str:
    stamped = read_stamp(manifest.policy)
    if stamped is None:
        return ""
    sizes = (
        f"{what} of {rule.min_accounts} accounts and {rule.min_conversations} conversations or more"
        for what, rule in (("clusters", stamped.policy.clusters), ("cells", stamped.policy.cells))
    )
    return f"{stamped.policy.name}: {', '.join(sizes)}, rounded to {stamped.policy.rounding}"


def _wrong(schema: Schema, table: pl.DataFrame) -> bool:
    return list(table.schema.items()) != list(pl.Schema(dict(schema)).items())


def _attested(manifest: Manifest, digest: str) -> list[str]:
    stamped = read_stamp(manifest.policy)
    if stamped is None:
        return ["Nothing: the policy is unknown to this version."]
    clusters, cells = stamped.policy.clusters, stamped.policy.cells
    whole = (
        "That it made this release: hashes inside a folder show damage and careless edits, not somebody who follows "
        f"every rule and renews them; keep manifest.json's SHA-256 elsewhere and compare: {digest}."
    )
    epsilon, delta = stamped.epsilon or math.inf, stamped.delta or math.inf
    manifested = (
        "The manifest's window, provider, models, settings, counts, notes, fallbacks, budget spent in all, code "
        "version and creation time are those of the run."
    )
    if stamped.policy.noisy:
        return [
            whole,
            manifested,
            f"Every number, name and choice comes from noise of epsilon {epsilon:.3g} and delta {delta:.3g} in all, "
            "drawn once from a secure source and charged before it was drawn.",
            "The noise was fixed by the settings alone, before any conversation was counted.",
        ]
    sentences = [
        whole,
        f"No {stamped.unit} holds more than {clusters.max_account_share:.0%} of a cluster or "
        f"{cells.max_account_share:.0%} of a cell; cells hold {cells.min_accounts} {stamped.unit}s or more.",
        "Names and descriptions are those that passed the policy's way of naming, each for its own cluster.",
        "Base clusters' counts, means and cells are those of the conversations.",
        "Small clusters were merged before anything was named, and names were made after that.",
        "Each conversation was counted once, in one window.",
        manifested,
    ]
    if has_features(manifest.settings):
        sentences.append(
            "Base shares and q-values of features come from cells that pass, also of groups where the feature does not "
            "stand out; labels come from public text."
        )
    if GROUP_TABLES.keys() <= tables_of(manifest.settings).keys():
        z = "" if stamped.policy.private_names else ", and what their z says,"
        sentences.append(
            f"Groups that cut across clusters{z} are those of the conversations; neither the accounts of a cell nor "
            f"those of its cluster outside it are fewer than {cells.min_accounts}."
        )
    if stamped.policy.rounding > 1:
        sentences.append("Counts were rounded by a secret coin of each cell, the same for the same members.")
    if stamped.policy.private_names:
        sentences.append(
            f"Names, descriptions and tags come from noise of epsilon {epsilon:.3g} and delta {delta:.3g}, drawn "
            "once from a secure source."
        )
    return sentences


def _name(path: Any) -> str:
    return str(path).rstrip("/").rpartition("/")[2]
