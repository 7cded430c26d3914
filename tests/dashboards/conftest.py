"""Releases that the dashboard's tests open, made once."""

from pathlib import Path

import polars as pl
import pytest

from clio.models.extractive import name_cluster
from clio.models.questions import Name
from clio.policies import PAPER
from clio.privacy.publishing import building_folder, publish, write_tables
from clio.release.derive import Tables
from clio.release.reader import read_release
from clio.release.schema import TABLES
from tests.sample_release import sample_release

HOSTILE = (
    "<script>alert(1)</script>",
    "$x$ and $y$",
    "[a](javascript:alert(1))",
    "**b** _i_ `c`",
    "=cmd()",
    "evil \u202etxt.exe",
    ":red[x] :smile: :material/bolt:",
    "<b>bold</b><br>x",
    "%{x} %{customdata}",
    "&lt;b&gt;",
)


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of runs: ordinary, large (1,000 base groups), paper, two facets, hostile names, features, too little."""
    folder = tmp_path_factory.mktemp("releases")
    sample_release(folder / "ordinary", 60)
    sample_release(folder / "large", 1000, seed=1)
    sample_release(folder / "paper", 30, seed=2, policy=PAPER)
    sample_release(folder / "facets", 20, seed=3, facets=("request", "task"))
    sample_release(folder / "hostile", len(HOSTILE), seed=4, levels=1, names=HOSTILE, features=20)
    sample_release(folder / "featured", 40, seed=5, facets=("request", "task"), features=60)
    sample_release(folder / "groups", 40, seed=5, policy=PAPER, groups=5)
    sample_release(folder / "guarded groups", 40, seed=5, groups=3)
    names = tuple(f"Group {number}" for number in range(20))
    sample_release(
        folder / "hostile groups", 20, seed=6, policy=PAPER, groups=len(HOSTILE), names=names + HOSTILE
    )
    languages_apart(folder)
    too_little(folder)
    return folder


def languages_apart(folder: Path) -> None:
    """Publish a release as the bundled encoder makes it: a language is a group, and no breakdown is by language."""
    ordinary = read_release(folder / "ordinary")
    first, group = ordinary.base()["cluster_id"][0], name_cluster(Name(None, (), language="es"))
    this = pl.col("cluster_id") == first
    clusters = ordinary.clusters.with_columns(
        name=pl.when(this).then(pl.lit(group.name)).otherwise("name"),
        description=pl.when(this).then(pl.lit(group.description)).otherwise("description"),
    )
    cells = ordinary.breakdowns.filter(~pl.col("dimension").is_in(["language", "concern"]))
    building = building_folder(folder / "languages")
    files = write_tables(Tables(clusters, cells, ordinary.timeline), building)
    changes = {"files": files, "release_id": "2026-03-02-languages"}
    publish(building, ordinary.manifest.model_copy(update=changes), folder / "languages")


def too_little(folder: Path) -> None:
    """Publish a release without clusters."""
    manifest = read_release(folder / "ordinary").manifest
    empty = Tables(
        *(pl.DataFrame(schema=dict(TABLES[name])) for name in ("clusters", "breakdowns", "timeline"))
    )
    building = building_folder(folder / "empty")
    files = write_tables(empty, building)
    changes = {"files": files, "release_id": "2026-03-02-empty", "notes": ["Too little data: 3 accounts."]}
    publish(building, manifest.model_copy(update=changes), folder / "empty")


@pytest.fixture(scope="session")
def ids(releases: Path) -> dict[str, str]:
    """Release ids by run."""
    return {path.name: read_release(path).manifest.release_id for path in releases.iterdir()}
