"""Putting a release on disk: files first, manifest last, then two renames that the next run can repair.

States a crash can leave, and what `repair` makes of them: a folder being built without manifest (removed); a
complete one beside no `release` (the crash fell between the renames: it becomes `release`); a complete one
beside a `release` (removed: it is built again).
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from clio.release.derive import Tables
from clio.release.layout import BUILDING, HISTORY, LATEST, MANIFEST, RELEASE_ID
from clio.release.schema import Manifest

REPLACED = "release.replaced-"
PART = f".{MANIFEST}.part"


def write_tables(
    tables: Tables, folder: Path, more: Mapping[str, pl.DataFrame] | None = None
) -> dict[str, str]:
    """Write each table, and `more` by name, as Parquet into `folder`; returns file name -> sha256.

    Same tables, same bytes.
    """
    files = {}
    for name, table in {**tables._asdict(), **(more or {})}.items():
        if table is None:
            continue
        path = folder / f"{name}.parquet"
        table.rechunk().write_parquet(path, compression="zstd", compression_level=3, statistics=False)
        _sync(path)
        files[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return files


def building_folder(folder: Path) -> Path:
    """Repair what an earlier crash left in `folder` and make an empty place to build the next release in."""
    folder.mkdir(parents=True, exist_ok=True)
    repair(folder)
    building = folder / f"{BUILDING}{os.getpid()}"
    building.mkdir()
    return building


def publish(building: Path, manifest: Manifest, folder: Path) -> Manifest:
    """Complete the release in `building` with its manifest and make it `folder`/release.

    The release it replaces moves to `folder`/history/<release_id>. When the same release is already there it
    is left untouched. Returns the manifest that now stands in `folder`/release.
    """
    latest = folder / LATEST
    standing = read_manifest(latest)
    if standing is not None and standing.release_id == manifest.release_id:
        manifest = manifest.model_copy(update={"created_at": standing.created_at})
        if (latest / MANIFEST).read_bytes() == _text_of(manifest).encode() and _intact(latest, standing):
            shutil.rmtree(building)
            return standing
    _write_manifest(building, _text_of(manifest))
    _sync(building)
    if latest.exists():
        os.rename(latest, _place_of_old(latest, manifest.release_id))
    os.rename(building, latest)
    _sync(folder)
    _clear(folder)
    return manifest


def still_stands(latest: Path, text: str) -> bool:
    """Whether the release in `latest` is the one whose manifest was `text`; puts that back where it was changed.

    False when a table is missing or changed: then the release has to be built again.
    """
    if not _intact(latest, Manifest.model_validate_json(text)):
        return False
    (latest / PART).unlink(missing_ok=True)
    if not (latest / MANIFEST).is_file() or (latest / MANIFEST).read_bytes() != text.encode():
        _write_manifest(latest, text)
        _sync(latest)
    return True


def repair(folder: Path) -> None:
    """Bring `folder` back to one of its regular states after a crash; the workspace's lock is held."""
    latest = folder / LATEST
    for building in sorted(folder.glob(f"{BUILDING}*")):
        manifest = read_manifest(building)
        if manifest is not None and not latest.exists() and _intact(building, manifest):
            os.rename(building, latest)
        else:
            shutil.rmtree(building)
    _clear(folder)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in `folder`, or None where there is no complete one of this version."""
    try:
        return Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None


def _text_of(manifest: Manifest) -> str:
    return manifest.model_dump_json(indent=2) + "\n"


def _write_manifest(folder: Path, text: str) -> None:
    """Write manifest.json so that a reader sees a whole one or none."""
    beside = folder / PART
    beside.write_text(text, encoding="utf-8")
    _sync(beside)
    os.rename(beside, folder / MANIFEST)


def _place_of_old(latest: Path, new_id: str) -> Path:
    """Where the release that stands in the way goes: history, or aside if it is the same one or none at all.

    A release of another schema version is kept too, so only its release_id is read.
    """
    try:
        old_id = json.loads((latest / MANIFEST).read_bytes())["release_id"]
        keep = old_id != new_id and RELEASE_ID.fullmatch(old_id) is not None
    except (OSError, ValueError, KeyError, TypeError):
        keep = False
    if not keep:
        return latest.with_name(f"{REPLACED}{os.getpid()}")
    place: Path = latest.parent / HISTORY / old_id
    place.parent.mkdir(exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)
    return place


def _clear(folder: Path) -> None:
    """Remove what the latest release has replaced: set-aside copies, and itself in the history."""
    standing = read_manifest(folder / LATEST)
    if standing is None:
        return
    for old in folder.glob(f"{REPLACED}*"):
        shutil.rmtree(old)
    if RELEASE_ID.fullmatch(standing.release_id):
        shutil.rmtree(folder / HISTORY / standing.release_id, ignore_errors=True)


def _intact(folder: Path, manifest: Manifest) -> bool:
    return all(
        (folder / name).is_file() and hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        for name, digest in manifest.files.items()
    )


def _sync(path: Path) -> None:
    """Flush a file or folder, so that a rename is never on disk before what it names."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
