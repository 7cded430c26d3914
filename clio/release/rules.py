"""The rules that a release's tables must satisfy; each returns what is wrong, in sentences."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

from clio.policies import Policy, SizeRule
from clio.release.derive import BASE_CELLS, NAMED_GROUPS, TREE, VALUE_CELLS, derive, derive_groups
from clio.release.features import feature_problems
from clio.release.schema import BUILT_IN, GROUPED_FACET, MEAN, OTHER
from clio.release.text import HIDDEN
from clio.statistics import two_digits

TOLERANCE = 1e-9

_KEYS = {
    "clusters": ["cluster_id"],
    "breakdowns": ["cluster_id", "dimension", "value"],
    "timeline": ["cluster_id", "period_start", "period"],
}


@dataclass(frozen=True)
class Contents:
    """A release's tables in their schemas, the policy stamped on it, and what its settings declare.

    `scales`: bounds by name; `dimensions`: values by name, of those that are not built in.
    """

    policy: Policy
    clusters: pl.DataFrame
    breakdowns: pl.DataFrame
    timeline: pl.DataFrame
    features: pl.DataFrame | None = None
    scales: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    dimensions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: pl.DataFrame | None = None
    group_clusters: pl.DataFrame | None = None

    def base(self, table: pl.DataFrame) -> pl.DataFrame:
        """Rows of base clusters."""
        return table.join(self.clusters.filter(level=0).select("cluster_id"), on="cluster_id", how="semi")


def ids(release: Contents) -> list[str]:
    """Cluster ids are `<facet>-<level>-<number>`; rows are unique, sorted, and of known clusters."""
    pattern = pl.format("{}-{}-", "facet", "level")
    rest = pl.col("cluster_id").str.strip_prefix(pattern)
    formed = pl.col("cluster_id").str.starts_with(pattern) & rest.str.contains(r"^\d{3,}$")
    problems = _rows(release.clusters, ~formed, "is no cluster id of its facet and level")
    for name, keys in _KEYS.items():
        table: pl.DataFrame = getattr(release, name)
        known = release.clusters["cluster_id"].implode()
        problems += _rows(table, ~pl.col("cluster_id").is_in(known), f"in {name} is no cluster")
        problems += _rows(table, pl.struct(keys).is_duplicated(), f"has a repeated row in {name}")
        problems += [] if table.equals(table.sort(keys)) else [f"{name} is not sorted by id"]
        if table.select(pl.any_horizontal(pl.col(keys).is_null().any())).item():
            problems.append(f"{name} has a row without a key")
    return problems


def hierarchy(release: Contents) -> list[str]:
    """Every parent exists one level up in the same facet, and every cluster above the base has children."""
    clusters = release.clusters
    parents = clusters.select(parent_id="cluster_id", parent_level="level", parent_facet="facet")
    placed = clusters.join(parents, on="parent_id", how="left")
    right = (pl.col("parent_level") == pl.col("level") + 1) & (pl.col("parent_facet") == pl.col("facet"))
    orphaned = pl.col("parent_id").is_not_null() & ~right.fill_null(False)
    childless = (pl.col("level") > 0) & ~pl.col("cluster_id").is_in(clusters["parent_id"].implode())
    problems = _rows(placed, orphaned, "has no parent one level up")
    problems += _rows(clusters, childless, "has no children")
    return problems + _rows(clusters, pl.col("level") < 0, "is below the base")


def sums(release: Contents) -> list[str]:
    """Parents are the sums of their children, in size, breakdowns and timeline; shares add up."""
    problems = []
    up = release.clusters.select("cluster_id", "parent_id").drop_nulls()
    for name, keys in _KEYS.items():
        table: pl.DataFrame = getattr(release, name)
        other = [key for key in keys if key != "cluster_id"]
        below = table.select("cluster_id", *other, "conversations").join(up, on="cluster_id")
        summed = below.group_by("parent_id", *other).agg(pl.col("conversations").sum().alias("below"))
        above = table.join(release.clusters.filter(pl.col("level") > 0), on="cluster_id", how="semi")
        both = above.join(
            summed.rename({"parent_id": "cluster_id"}), on=keys, how="full", coalesce=True, nulls_equal=True
        )
        wrong = ~(pl.col("conversations") == pl.col("below")).fill_null(False)
        problems += _rows(both, wrong, f"is not the sum of its children in {name}")
    added = pl.col("conversations", "share").sum()
    base = release.clusters.filter(level=0).group_by(cluster_id="facet").agg(added)
    cells = release.breakdowns.group_by("cluster_id", "dimension").agg(added)
    off = ~((pl.col("share") - 1).abs() <= TOLERANCE).fill_null(False) & (pl.col("conversations") > 0)
    problems += _rows(base, off, "has base shares that do not add up to 1")
    return problems + _rows(cells, off, "has shares in a breakdown that do not add up to 1")


def sizes(release: Contents) -> list[str]:
    """Published counts reach the policy's minimum sizes, as far as rounding lets a reader see."""
    clusters = release.clusters
    base, rule = clusters.filter(level=0), release.policy.clusters
    least = _least(rule, release.policy.rounding)
    small = (pl.col("conversations") < least[1]) | (pl.col("accounts") < least[0])
    problems = _rows(base, small.fill_null(True), "is below the minimum size")
    problems += _rows(
        base, pl.col("accounts") > pl.col("conversations"), "has more accounts than conversations"
    )
    above = pl.col("accounts").is_not_null() & (pl.col("level") > 0)
    problems += _rows(clusters, above, "states accounts above the base")
    least = _least(release.policy.cells, release.policy.rounding)
    for name, key in (("breakdowns", ["cluster_id", "dimension"]), ("timeline", ["cluster_id"])):
        cells = release.base(getattr(release, name))
        few = (pl.col("conversations") < least[1]).fill_null(True)
        problems += _rows(cells, few, f"has a cell in {name} below the minimum size")
        problems += _rows(cells, pl.len().over(key) < 2, f"has a single cell in {name}")
    return problems


def _least(rule: SizeRule, rounding: int) -> tuple[int, int]:
    """The least (accounts, conversations) that can be published: the minimum, rounded down."""
    return (
        rule.min_accounts // rounding * rounding,
        rule.min_conversations // rounding * rounding,
    )


def rounding(release: Contents) -> list[str]:
    """Every count is a whole multiple of the policy's base."""
    base = release.policy.rounding
    problems = []
    for name in _KEYS:
        table: pl.DataFrame = getattr(release, name)
        counted = [column for column in ("conversations", "accounts") if column in table.columns]
        off = pl.any_horizontal((pl.col(column) % base != 0).fill_null(False) for column in counted)
        problems += _rows(table, off, f"has a count in {name} that is no multiple of {base}")
    return problems


def partition(release: Contents) -> list[str]:
    """A base cluster's cells make up the cluster (the timeline: at most), within what rounding can move."""
    if release.policy.noisy:
        return []  # each number has its own noise
    size = release.clusters.filter(level=0).select("cluster_id", size="conversations")
    base, problems = release.policy.rounding, []
    for name, keys in (("breakdowns", ["cluster_id", "dimension"]), ("timeline", ["cluster_id"])):
        cells = release.base(getattr(release, name)).group_by(keys)
        counted = cells.agg(pl.col("conversations").sum(), cells=pl.len().cast(pl.Int64))
        moved = (pl.col("cells") + 1) * (base - 1)
        over = pl.col("conversations") - pl.col("size")
        wrong = (over > moved) if name == "timeline" else (over.abs() > moved)
        problems += _rows(counted.join(size, on="cluster_id"), wrong, f"does not add up in {name}")
    return problems


def derived(release: Contents) -> list[str]:
    """Everything that is no atom follows from the atoms in the files, by the gate's own function."""
    cells = release.base(release.breakdowns).select(VALUE_CELLS.keys())
    tables = derive(
        release.clusters.filter(level=0).select(*BASE_CELLS, *(MEAN + name for name in release.scales)),
        cells,
        release.base(release.timeline),
        release.clusters.select(TREE.keys()),
        release.policy.cell_variance,
        release.policy.size_noise,
    )
    return [
        f"{name}.{column} does not follow from the published cells"
        for name, again in tables._asdict().items()
        if again is not None
        for column in again.columns
        if not _same(getattr(release, name), again, column)
    ]


def _same(table: pl.DataFrame, again: pl.DataFrame, column: str) -> bool:
    if table.height != again.height:
        return False
    found, expected = table[column], again[column]
    if not found.dtype.is_float():
        return bool(found.equals(expected, null_equal=True))
    close = (found - expected).abs() <= TOLERANCE * expected.abs()
    return bool((found.is_null() == expected.is_null()).all() and close.fill_null(True).all())


def values(release: Contents) -> list[str]:
    """Numbers are finite and within their range; periods start where they should."""
    clusters, cells, timeline = release.clusters, release.breakdowns, release.timeline
    finite = pl.all_horizontal(pl.col(pl.Float32, pl.Float64).is_finite().fill_null(True))
    problems = _rows(clusters, ~finite, "has a number that is not finite")
    problems += _rows(cells, ~finite, "has a number that is not finite in breakdowns")
    for name, (low, high) in {"concern": (1, 5), "turns": (1, 50), **release.scales}.items():
        # Two digits may round a mean beyond bounds of three.
        least, most = (two_digits(pl.lit(float(bound))) for bound in (low, high))
        inside = pl.col(MEAN + name).is_between(pl.min_horizontal(low, least), pl.max_horizontal(high, most))
        problems += _rows(clusters, (~inside).fill_null(False), "has a mean outside its bounds")
    ordered = (pl.col("ci_low") <= pl.col("ratio")) & (pl.col("ratio") <= pl.col("ci_high"))
    problems += _rows(cells, ~ordered.fill_null(True), "has a ratio outside its interval")
    starts = (
        pl.when(period="day").then(True)
        .when(period="week").then(pl.col("period_start").dt.weekday() == 1)
        .when(period="month").then(pl.col("period_start").dt.day() == 1)
        .otherwise(False)
    )  # fmt: skip
    return problems + _rows(timeline, ~starts, "has a period that starts on no such day")


def groups(release: Contents) -> list[str]:
    """Groups' cells are of known clusters, large enough inside and outside, and all of their sizes are sums of them."""
    named, cells = release.groups, release.group_clusters
    if named is None or cells is None:
        return []
    if release.policy.noisy:
        return ["groups that cut across clusters are published under a policy that draws nothing of them"]
    base = release.clusters.filter(level=0, facet=GROUPED_FACET).select("cluster_id", size="accounts")
    rounding = release.policy.rounding
    least, beside = (
        _least(release.policy.cells, rounding)[0],
        release.policy.cells.min_accounts - 2 * (rounding - 1),
    )
    formed = pl.col("group_id").str.contains(r"^group-\d{3,}$")
    known = named["group_id"].implode()
    pooled = pl.col("cluster_id") == OTHER
    placed = cells.join(base, on="cluster_id", how="left")
    problems = _groups(named, ~formed | pl.col("group_id").is_duplicated(), "is no group id, or stands twice")
    problems += _groups(cells, ~pl.col("group_id").is_in(known), "has cells and is no group")
    problems += _groups(placed, ~pooled & pl.col("size").is_null(), "has a cell of no base cluster")
    problems += _groups(cells, pl.struct("group_id", "cluster_id").is_duplicated(), "has a repeated cell")
    problems += _groups(
        cells, (pl.col("accounts") < least).fill_null(True), "has a cell below the minimum size"
    )
    outside = pl.col("size") - pl.col("accounts") < beside
    problems += _groups(placed, ~pooled & outside, "leaves fewer accounts outside it than the minimum")
    few = (pl.col("accounts") < _least(release.policy.clusters, rounding)[0]).fill_null(True)
    problems += _groups(named, few, "is below the minimum size")
    problems += _groups(
        cells, pl.col("accounts") % rounding != 0, f"has a cell that is no multiple of {rounding}"
    )
    exact = ["z", "z_null"]
    if release.policy.private_names:
        told = pl.any_horizontal(pl.col(exact).is_not_null())
        problems += _groups(named, told, "has an exact z under a policy that publishes no exact number")
    finite = pl.all_horizontal(
        pl.col("share", *([] if release.policy.private_names else exact)).is_finite()
    ).fill_null(False)
    problems += _groups(named, ~finite, "has a number that is not finite")
    for name, table, keys in (
        ("groups", named, ["group_id"]),
        ("group_clusters", cells, ["group_id", "cluster_id"]),
    ):
        problems += [] if table.equals(table.sort(keys)) else [f"{name} is not sorted by id"]
    again = derive_groups(named.select(NAMED_GROUPS.keys()), cells, release.clusters)
    return problems + [
        f"groups.{column} does not follow from the published cells"
        for column in again.columns
        if not _same(named, again, column)
    ]


def _groups(table: pl.DataFrame, wrong: pl.Expr, what: str) -> list[str]:
    found = table.filter(wrong)["group_id"].unique(maintain_order=True)
    return [f"{group_id!r:.40} {what}" for group_id in found]


def declared(release: Contents) -> list[str]:
    """Breakdowns are by what is built in or declared, and values that were not declared are "other"."""
    found = release.breakdowns.select("dimension", "value").unique().sort("dimension", "value")
    return [
        f"{dimension!r:.40} has a value that the manifest's settings do not declare"
        for dimension, value in found.iter_rows()
        if dimension not in BUILT_IN and value not in (*release.dimensions.get(dimension, ()), OTHER)
    ] + [
        f"{dimension!r:.40} is a breakdown that the manifest's settings do not declare"
        for dimension in found["dimension"].unique(maintain_order=True)
        if dimension not in (*BUILT_IN, *release.dimensions)
    ]


def text(release: Contents) -> list[str]:
    """Names and values are visible text on one line."""
    problems = []
    for name, columns in (
        ("clusters", ["cluster_id", "facet", "name", "description"]),
        ("breakdowns", ["dimension", "value"]),
        ("features", ["label", "nearest"]),
        ("groups", ["group_id", "name", "description"]),
    ):
        table: pl.DataFrame | None = getattr(release, name)
        if table is None:
            continue
        hidden = pl.any_horizontal(pl.col(column).str.contains(HIDDEN) for column in columns)
        empty = pl.any_horizontal(
            (pl.col(column).str.strip_chars() == "").fill_null(name != "features") for column in columns[:3]
        )
        rows = table.with_row_index().filter(hidden.fill_null(False) | empty)["index"]
        problems += [f"row {row} of {name} has text with hidden characters or none" for row in rows]
    return problems


def features(release: Contents) -> list[str]:
    """Features are of base clusters, clearly enriched by the numbers beside them, and of cells that pass."""
    if release.features is None:
        return []
    return feature_problems(release.features, release.clusters, release.policy)


def _rows(table: pl.DataFrame, wrong: pl.Expr, what: str) -> list[str]:
    """One sentence per cluster of `table` with a row for which `wrong` holds."""
    found = table.filter(wrong)["cluster_id"].unique(maintain_order=True)
    return [f"{cluster_id!r:.40} {what}" for cluster_id in found]


RULES: dict[str, tuple[str, Callable[[Contents], list[str]]]] = {
    "ids": ("well formed, unique, sorted", ids),
    "hierarchy": ("every parent is one level up", hierarchy),
    "sums": ("parents are the sums of their children", sums),
    "minimum sizes": ("no cluster or cell below the policy's minimum", sizes),
    "rounding": ("counts are multiples of the policy's base", rounding),
    "partition": ("cells make up their clusters, unless each has its own noise", partition),
    "derived numbers": ("shares, means, intervals and q-values follow from published cells", derived),
    "values": ("finite, in range, periods aligned", values),
    "breakdowns": ("by built-in and declared dimensions and values", declared),
    "groups": ("cells large enough inside and outside, sizes their sums", groups),
    "text": ("one visible line each", text),
    "features": ("clearly enriched, of cells that pass, in numbers that follow from each other", features),
}
