"""Every place where a run leaves text, private and public, as texts to search.

Private: the tables of the workspace, by the stage that makes them. Public: the release, its exports, what commands
print and log, what a flow tells Prefect, and the pages of the dashboard.
"""

import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import polars as pl

from clio.errors import RunFailed
from clio.release.exports import FORMATS, export
from clio.release.layout import LATEST, MANIFEST
from clio.release.reader import read_release

PRIVATE: dict[str, tuple[str, ...]] = {
    "conversations": ("conversations",),
    "facets": ("facets",),
    "topics and tags": ("topics",),
    "words": ("words",),
    "names": ("names",),
    "taxonomy": ("taxonomy", "levels"),
}
"""Tables of the workspace, by what they hold."""

RELEASE, MANIFESTS, PRINTED, PREFECT, DASHBOARD = (
    "release tables",
    "manifest",
    "printed and logged",
    "Prefect",
    "dashboard",
)
EXPORTS = tuple(f"export {fmt}" for fmt in FORMATS)
PUBLIC = (RELEASE, MANIFESTS, *EXPORTS, PRINTED, PREFECT, DASHBOARD)

_PAGES = """
import logging, sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
import dashboards
app = AppTest.from_file(str(Path(dashboards.__file__).with_name("app.py")), default_timeout=180).run()
for page in (None, "map", "tree", "breakdowns", "timeline", "features", "groups"):
    if page is not None:
        app.switch_page(f"views/{page}.py").run()
    if app.exception:
        sys.exit(f"the page {page} failed")
    for part in app.get("html") + app.get("markdown") + app.get("caption"):
        print(getattr(part, "value", None) or part.proto)
    print(app._tree)
    for kind in ("plotly_chart", "arrow_data_frame", "selectbox", "page_link", "subheader", "code"):
        for part in app.get(kind):
            print(part.proto)
"""
"""Draws every page in a process of its own and prints all that it would send to a browser."""


def private_texts(out: Path) -> Iterator[tuple[str, Iterator[str]]]:
    """What each stage wrote into the workspace of DIR `out`."""
    for stage, tables in PRIVATE.items():
        paths = [path for table in tables for path in sorted((out / "workspace" / table).glob("*.parquet"))]
        yield stage, (text for path in paths for text in strings(pl.read_parquet(path)))


def release_texts(out: Path, scratch: Path) -> Iterator[tuple[str, Iterator[str]]]:
    """The release of DIR `out` and its exports in every format, made in the folder `scratch`."""
    release = read_release(out)
    tables = release.tables().values()
    yield RELEASE, (text for table in tables for text in strings(table))
    yield MANIFESTS, iter([(out / LATEST / MANIFEST).read_text(encoding="utf-8")])
    for fmt, name in zip(FORMATS, EXPORTS, strict=True):
        yield name, iter([_content(path) for path in export(release, fmt, scratch / fmt)])


def strings(table: pl.DataFrame) -> Iterator[str]:
    """Every text of a table, at any depth, and its columns' names."""
    yield " ".join(table.columns)
    for row in table.select(pl.col(pl.String, pl.List, pl.Struct)).iter_rows():
        yield from _flat(row)


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _flat(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _flat(item)


def _content(path: Path) -> str:
    if path.suffix != ".parquet":
        return path.read_text(encoding="utf-8")
    metadata = pl.read_parquet_metadata(path)
    return "\n".join([*strings(pl.read_parquet(path)), *map(str, metadata.values())])


@contextmanager
def listening() -> Iterator[io.StringIO]:
    """Collect everything that is printed, and logged at any level, while the block runs; nobody else hears of it."""
    heard = io.StringIO()
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    root.handlers = [logging.StreamHandler(heard)]
    root.setLevel(logging.DEBUG)
    try:
        with redirect_stdout(heard), redirect_stderr(heard):
            yield heard
    finally:
        root.handlers = handlers
        root.setLevel(level)


def command_texts(out: Path, source: Path, options: Sequence[str]) -> Iterator[tuple[str, Iterator[str]]]:
    """What `clio run`, `show` and `verify` print on a finished DIR `out`, and what the run's flow told Prefect.

    The run finds every stage done, so it publishes the artifact of the very release that `out` holds.
    """
    run = ["run", str(source), "--out", str(out), *options]
    printed = [
        _said([sys.executable, "-m", "clio", *words], out)
        for words in (run, ["show", str(out)], ["verify", str(out)])
    ]
    yield PRINTED, iter(printed)
    home = out / "workspace" / "prefect"
    yield PREFECT, (path.read_bytes().decode("latin-1") for path in sorted(home.rglob("*")) if path.is_file())


def dashboard_texts(out: Path) -> Iterator[tuple[str, Iterator[str]]]:
    """All that the dashboard's pages send to a browser for the release of DIR `out`."""
    yield DASHBOARD, iter([_said([sys.executable, "-c", _PAGES], out, CLIO_RELEASES=str(out.resolve()))])


def _said(command: Sequence[str], out: Path, **variables: str) -> str:
    """Standard output and error of a command; RunFailed, without its words, when it fails."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "CLIO_"))}
    done = subprocess.run(
        list(command), env={**kept, **variables}, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        raise RunFailed(
            f"A command on {out} failed: {' '.join(command[2:4])[:60]}, exit code {done.returncode}."
        )
    return (done.stdout + done.stderr).decode("utf-8", "replace")
