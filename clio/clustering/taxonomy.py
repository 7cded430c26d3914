"""The whole taxonomy as a table: base clusters, the levels above them, and the languages' own branch."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import polars as pl

from clio.clustering.hierarchy import Builder, Level, build_level, level_sizes
from clio.keyed_hash import keyed_order
from clio.models.extractive import OTHER_LANGUAGES
from clio.models.questions import Group
from clio.tables import LEVEL, TAXONOMY

Checkpoint = Callable[[str, Callable[[], pl.DataFrame]], pl.DataFrame]


def build_taxonomy(
    names: pl.DataFrame, facet: str, builder: Builder, key: bytes, checkpoint: Checkpoint
) -> pl.DataFrame:
    """Build the levels above the named base clusters of one facet.

    Args:
        names: table NAMES; withheld clusters and other facets are left out.
        key: numbers the parents by a keyed hash of their names.
        checkpoint: keeps each finished level, so that a rerun starts after it.

    Returns:
        Table TAXONOMY, sorted by level and id. Clusters of uncovered languages are no topics: they hang under
        one parent of their own at every level.
    """
    builder = replace(builder, facet=facet)
    published = names.filter((pl.col("facet") == facet) & ~pl.col("withheld")).sort("cluster_id")
    topics = published.filter(pl.col("language").is_null())
    languages = published.filter(pl.col("language").is_not_null())
    below = [*_groups(topics), *_groups(languages)]
    ids = [*topics["cluster_id"], *languages["cluster_id"]]
    rows = _rows(ids, facet, 0, below, None)
    groups, spoken = _groups(topics), list(range(topics.height, len(ids)))
    for number, wanted in enumerate(level_sizes(topics.height), start=1):
        build = partial(_level_frame, tuple(groups), wanted, builder)
        level = _read(checkpoint(f"{facet}-{number:02d}", build))
        parents = [*level.groups, *([_apart(level.groups)] if spoken else [])]
        above = _number(facet, number, parents, key)
        parent_of = [*level.parent_of, *(len(level.groups) for _ in spoken)]
        for row, parent in zip(rows[-len(ids) :], parent_of, strict=True):
            row["parent_id"] = above[parent]
        rows += _rows(above, facet, number, parents, level.fallback)
        groups, ids = list(level.groups), above
        spoken = [len(level.groups)] if spoken else []
    return pl.DataFrame(rows, schema=dict(TAXONOMY)).sort("level", "cluster_id")


def _groups(named: pl.DataFrame) -> list[Group]:
    columns = named.select("name", "description", pl.col("theme", "area").fill_null(""))
    return [Group(*row) for row in columns.iter_rows()]


def _rows(
    ids: list[str], facet: str, level: int, groups: list[Group], fallback: str | None
) -> list[dict[str, object]]:
    return [
        {
            "cluster_id": cluster_id,
            "parent_id": None,
            "facet": facet,
            "level": level,
            "name": group.name,
            "description": group.description,
            "fallback": fallback,
        }
        for cluster_id, group in zip(ids, groups, strict=True)
    ]


def _apart(groups: tuple[Group, ...]) -> Group:
    """The languages' parent, under a name that no topic has."""
    taken = {group.name for group in groups}
    name = OTHER_LANGUAGES.name
    return OTHER_LANGUAGES if name not in taken else replace(OTHER_LANGUAGES, name=f"{name} (by language)")


def _number(facet: str, level: int, groups: list[Group], key: bytes) -> list[str]:
    order = keyed_order(key, f"ids of level {level}", [group.name for group in groups]).tolist()
    width = max(3, len(str(len(groups))))
    return [f"{facet}-{level}-{order.index(row):0{width}d}" for row in range(len(groups))]


def _level_frame(groups: tuple[Group, ...], wanted: int, builder: Builder) -> pl.DataFrame:
    level = build_level(groups, wanted, builder)
    rows = [
        {
            "parent": parent,
            "name": level.groups[parent].name,
            "description": level.groups[parent].description,
            "theme": level.groups[parent].theme,
            "area": level.groups[parent].area,
            "fallback": level.fallback,
        }
        for parent in level.parent_of
    ]
    return pl.DataFrame(rows, schema=dict(LEVEL))


def _read(frame: pl.DataFrame) -> Level:
    parents = frame.unique("parent").sort("parent")
    return Level(tuple(_groups(parents)), tuple(frame["parent"].to_list()), parents["fallback"].to_list()[0])
