"""Reading releases: the only way dashboards, exports and comparisons get at published numbers."""

import io
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import fsspec
import polars as pl
from pydantic import ValidationError

from clio.errors import UserError
from clio.release.layout import BUILDING, HISTORY, LATEST, MANIFEST
from clio.release.schema import SCHEMA_VERSION, TABLES, Manifest, Schema, tables_of


@dataclass(frozen=True)
class Release:
    """One release in memory; the tables have the schemas of release/schema.py, `tables_of` its settings."""

    path: str
    manifest: Manifest
    clusters: pl.DataFrame
    breakdowns: pl.DataFrame
    timeline: pl.DataFrame
    features: pl.DataFrame | None = None
    """None where no SAE features were joined."""
    groups: pl.DataFrame | None = None
    """Groups that cut across clusters; None where conversations were not contrasted."""
    group_clusters: pl.DataFrame | None = None

    def tables(self) -> dict[str, pl.DataFrame]:
        """The tables that this release has, by name."""
        return {name: getattr(self, name) for name in tables_of(self.manifest.settings)}

    def level(self, number: int, facet: str | None = None) -> pl.DataFrame:
        """Clusters of one level, largest first."""
        rows = self.clusters.filter(pl.col("level") == number)
        if facet is not None:
            rows = rows.filter(pl.col("facet") == facet)
        return _largest_first(rows)

    def base(self, facet: str | None = None) -> pl.DataFrame:
        """Base clusters, largest first."""
        return self.level(0, facet)

    def top(self, facet: str | None = None) -> pl.DataFrame:
        """Clusters without a parent, largest first."""
        rows = self.clusters.filter(pl.col("parent_id").is_null())
        if facet is not None:
            rows = rows.filter(pl.col("facet") == facet)
        return _largest_first(rows)

    def children(self, cluster_id: str) -> pl.DataFrame:
        """Clusters one level below `cluster_id`, largest first."""
        return _largest_first(self.clusters.filter(pl.col("parent_id") == cluster_id))

    def facets(self) -> list[str]:
        """Facets that have clusters, sorted."""
        return sorted(self.clusters["facet"].unique())

    def breakdown(self, cluster_id: str, dimension: str) -> pl.DataFrame:
        """Cells of one cluster in one dimension, largest first."""
        rows = self.breakdowns.filter(cluster_id=cluster_id, dimension=dimension)
        return rows.sort("conversations", "value", descending=[True, False])


@dataclass(frozen=True)
class ReleaseEntry:
    """One line of a list of releases, read from its manifest alone."""

    path: str
    source: str
    """Name of the folder given to `clio run --out`."""
    release_id: str
    created_at: datetime
    window_start: str | None
    window_end: str | None
    policy: str
    provider: str
    latest: bool


def read_release(path: str | Path) -> Release:
    """Read a release folder, or the latest release of a folder that `clio run` wrote; any fsspec URL will do.

    Raises UserError when there is none, when it is incomplete, or when its schema is another version's.
    """
    fs, folder = release_folder(path)
    manifest = read_manifest(fs, folder)
    tables = {
        name: _read_table(fs, folder, name, schema) for name, schema in tables_of(manifest.settings).items()
    }
    return Release(path=fs.unstrip_protocol(folder) if _remote(path) else folder, manifest=manifest, **tables)


def find_releases(folder: str | Path) -> list[ReleaseEntry]:
    """List releases in `folder`: a release, a folder that `clio run` wrote, or a folder of such folders.

    Sorted by source, then latest first; what has no readable manifest of this version is passed over.
    """
    fs, root = _filesystem(folder)
    if _is_file(fs, f"{root}/{MANIFEST}"):
        return _entries(fs, [root], folder)
    places = [root, *_subfolders(fs, root)]
    found = [
        release
        for place in places
        for release in (f"{place}/{LATEST}", *_subfolders(fs, f"{place}/{HISTORY}"))
        if _is_file(fs, f"{release}/{MANIFEST}")
    ]
    direct = [place for place in places[1:] if _is_file(fs, f"{place}/{MANIFEST}")]
    return _entries(fs, list(dict.fromkeys(found + direct)), folder)


def _entries(fs: Any, folders: list[str], given: str | Path) -> list[ReleaseEntry]:
    entries = []
    for folder in folders:
        try:
            manifest = read_manifest(fs, folder)
        except UserError:
            continue
        parent, name = _split(folder)
        outer, parent_name = _split(parent)
        inside = name == LATEST or parent_name == HISTORY
        source = (_split(outer)[1] if parent_name == HISTORY else parent_name) if inside else name
        entries.append(
            ReleaseEntry(
                path=fs.unstrip_protocol(folder) if _remote(given) else folder,
                source=source,
                release_id=manifest.release_id,
                created_at=manifest.created_at,
                window_start=manifest.window.get("start"),
                window_end=manifest.window.get("end"),
                policy=manifest.policy.name,
                provider=manifest.provider,
                latest=parent_name != HISTORY,
            )
        )
    newest = sorted(entries, key=lambda entry: entry.created_at.timestamp(), reverse=True)
    return sorted(newest, key=lambda entry: (entry.source, not entry.latest))


def release_folder(path: str | Path) -> tuple[Any, str]:
    """Find the release that `path` means: (fsspec file system, folder); UserError where there is none."""
    fs, root = _filesystem(path)
    for folder in (root, f"{root}/{LATEST}"):
        if _is_file(fs, f"{folder}/{MANIFEST}"):
            return fs, folder
    if not fs.exists(root):
        raise UserError(f"{path} does not exist: give a release, or the folder given to `clio run --out`.")
    interrupted = any(_split(folder)[1].startswith(BUILDING) for folder in _subfolders(fs, root))
    if (
        interrupted
        or fs.exists(f"{root}/{LATEST}")
        or any(_is_file(fs, f"{root}/{name}.parquet") for name in TABLES)
    ):
        raise UserError(f"{path} holds an incomplete release without {MANIFEST}: run `clio run` again.")
    raise UserError(f"{path} holds no release: give a release, or the folder given to `clio run --out`.")


def read_manifest(fs: Any, folder: str) -> Manifest:
    """Read the manifest in `folder`; UserError when it is damaged or of another schema version."""
    where = f"{folder}/{MANIFEST}"
    try:
        content = json.loads(fs.cat_file(where).decode("utf-8"), object_pairs_hook=_unique)
        version = content.get("schema_version")
    except (ValueError, AttributeError, OSError):
        raise UserError(f"{where} is damaged: make the release again with `clio run`.") from None
    if version != SCHEMA_VERSION:
        raise UserError(
            f"{where} has schema version {version!r:.20} and this Clio reads {SCHEMA_VERSION}: "
            "make the release again with this Clio, or read it with the one that wrote it."
        )
    try:
        return Manifest.model_validate(content)
    except ValidationError:
        raise UserError(f"{where} is damaged: make the release again with `clio run`.") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; ValueError for a key given twice, of which another reader may take the other value."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _read_table(fs: Any, folder: str, name: str, schema: Schema) -> pl.DataFrame:
    where = f"{folder}/{name}.parquet"
    try:
        table = pl.read_parquet(io.BytesIO(fs.cat_file(where)))
    except FileNotFoundError:
        raise UserError(f"{where} is missing: the release is incomplete, run `clio run` again.") from None
    except (OSError, pl.exceptions.PolarsError):
        raise UserError(f"{where} is damaged: run `clio verify` on the release.") from None
    if dict(table.schema) != dict(pl.Schema(dict(schema))):
        raise UserError(f"{where} does not have the columns of a release: run `clio verify` on it.")
    return table


def _filesystem(path: str | Path) -> tuple[Any, str]:
    try:
        fs, root = fsspec.core.url_to_fs(str(path))
    except (ValueError, ImportError) as error:
        kind = "is not a known kind of address" if isinstance(error, ValueError) else "needs a package for it"
        raise UserError(f"{path} {kind}: give a folder, or a URL that fsspec can open.") from None
    return fs, root.rstrip("/") or "/"


def _remote(path: str | Path) -> bool:
    return "://" in str(path)


def _is_file(fs: Any, path: str) -> bool:
    return bool(fs.isfile(path))


def _subfolders(fs: Any, path: str) -> list[str]:
    if not fs.isdir(path):
        return []
    rows = fs.ls(path, detail=True)
    return sorted(row["name"].rstrip("/") for row in rows if row["type"] == "directory")


def _split(path: str) -> tuple[str, str]:
    head, _, tail = path.rstrip("/").rpartition("/")
    return head, tail


def _largest_first(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.sort("conversations", "cluster_id", descending=[True, False])
