"""A seeded builder of valid releases: random atoms through the gate's own derivation and publishing."""

from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from clio.policies import GUARDED, Policy
from clio.privacy.publishing import building_folder, publish, write_tables
from clio.release.derive import (
    BASE_CELLS,
    NAMED_GROUPS,
    PERIOD_CELLS,
    TREE,
    VALUE_CELLS,
    FeatureInput,
    Tables,
    derive,
    derive_groups,
)
from clio.release.features import FACTS, FEATURE_CELLS
from clio.release.layout import release_id
from clio.release.schema import GROUP_CLUSTERS, Budget, Manifest
from clio.release.stamps import stamp

DOING = ("Fix", "Write", "Explain", "Plan", "Compare", "Translate", "Review", "Summarise", "Debug", "Draft")
THINGS = (
    "travel plans", "Python programs", "essays", "recipes", "contracts", "bank transfers", "workout plans",
    "cover letters", "SQL queries", "song lyrics", "tax questions", "lesson plans", "product listings",
)  # fmt: skip
DIMENSIONS = {
    "language": ("en", "es", "de", "fr", "other"),
    "concern": ("1", "2", "3", "4", "5"),
    "turns": ("1", "2-3", "4-7", "8+"),
    "plan": ("free", "pro", "team", "other"),
}


def sample_release(
    folder: Path,
    n_base: int = 60,
    *,
    seed: int = 0,
    policy: Policy = GUARDED,
    levels: int = 3,
    facets: tuple[str, ...] = ("request",),
    start: date = date(2026, 3, 2),
    weeks: int = 8,
    names: tuple[str, ...] = (),
    features: int = 0,
    groups: int = 0,
) -> Path:
    """Publish a release of `n_base` base clusters a facet into `folder`/release and return that path.

    The same arguments give the same bytes. `names` replaces the first base clusters' names, and labels of features;
    with `features`, so many SAE features stand out in some clusters each; and with `groups`, so many groups cut across
    clusters, called by the names that are left.
    """
    generator = np.random.default_rng(seed)
    tree = pl.concat([_tree(facet, n_base, levels, generator, names) for facet in facets])
    base = _base_cells(tree, policy, generator)
    values = _value_cells(base, policy, generator)
    periods = _period_cells(base, policy, generator, start, weeks)
    told = _features(base, tree, features, policy, generator, names) if features else None
    tables = derive(base, values, periods, tree, policy.cell_variance, features=told)
    building = building_folder(folder)
    across = _groups(tables.clusters, groups, policy, generator, names[n_base:]) if groups else {}
    files = write_tables(tables, building, across)
    manifest = _manifest(files, policy, tables, start, start + timedelta(weeks=weeks))
    if groups:
        manifest.settings["sae"] = {
            **(manifest.settings.get("sae") or {"activations": "bundled", "weight": 0.0}),
            "contrast": str(start + timedelta(28)),
        }
    publish(building, manifest, folder)
    return folder / "release"


def _tree(
    facet: str, n_base: int, levels: int, generator: np.random.Generator, names: tuple[str, ...]
) -> pl.DataFrame:
    sizes = [max(1, round(n_base ** (1 - level / levels))) for level in range(levels)]
    rows = []
    for level, size in enumerate(sizes):
        for number in range(size):
            doing, thing = DOING[number % len(DOING)], THINGS[(number // len(DOING)) % len(THINGS)]
            name = f"{doing} {thing}" + (f" ({number})" if number >= len(DOING) * len(THINGS) else "")
            name = name if level == 0 else f"{thing.capitalize()} and more, area {level}.{number}"
            parent = number * sizes[level + 1] // size if level + 1 < levels else None
            rows.append(
                {
                    "cluster_id": f"{facet}-{level}-{number:03d}",
                    "parent_id": None if parent is None else f"{facet}-{level + 1}-{parent:03d}",
                    "facet": facet,
                    "level": level,
                    "name": names[number] if level == 0 and number < len(names) else name,
                    "description": f"Users asked to {doing.lower()} {thing}. Most wanted a finished result.",
                    "x": round(float(generator.normal(parent or 0, 0.4)), 2),
                    "y": round(float(generator.normal((parent or 0) % 3, 0.4)), 2),
                }
            )
    return pl.DataFrame(rows, schema=dict(TREE))


def _groups(
    clusters: pl.DataFrame,
    groups: int,
    policy: Policy,
    generator: np.random.Generator,
    names: tuple[str, ...],
) -> dict[str, pl.DataFrame]:
    """Groups across about a third of the base clusters of the first facet that are large enough, and a pooled rest."""
    base = clusters.filter(pl.col("level") == 0, pl.col("facet") == "request", pl.col("accounts") >= 40)
    cells, named = [], []
    for number in range(groups):
        group = f"group-{number:03d}"
        crossed = [
            row for row in base.select("cluster_id", "accounts").iter_rows() if generator.random() < 0.35
        ]
        step = policy.rounding
        cells += [
            (group, name, max(10, int(generator.integers(10, size - 10)) // step * step))
            for name, size in crossed
        ]
        cells.append((group, "other", int(generator.integers(15, 40)) // step * step))
        signs = THINGS[number % len(THINGS)]
        name = names[number] if number < len(names) else f"Set apart by: {signs}, sorry"
        told = f"More accounts did this than before, in whatever cluster. Words that set it apart: {signs}."
        named.append((group, name, told, round(float(generator.uniform(4.5, 18)), 1), 4.1))
    schema = dict(GROUP_CLUSTERS)
    table = pl.DataFrame(cells, schema=schema, orient="row").sort("group_id", "cluster_id")
    rows = pl.DataFrame(named, schema=dict(NAMED_GROUPS), orient="row")
    if policy.private_names:  # which tells no exact statistic
        rows = rows.with_columns(pl.lit(None, pl.Float64).alias(name) for name in ("z", "z_null"))
    return {"groups": derive_groups(rows, table, clusters), "group_clusters": table}


def _base_cells(tree: pl.DataFrame, policy: Policy, generator: np.random.Generator) -> pl.DataFrame:
    ids = tree.filter(level=0)["cluster_id"]
    base = policy.rounding
    accounts = (generator.lognormal(4.5, 0.8, len(ids)).astype(np.int64) + 20) // base * base
    conversations = (accounts * generator.uniform(2, 4, len(ids))).astype(np.int64) // base * base
    return pl.DataFrame(
        {
            "cluster_id": ids,
            "conversations": conversations,
            "accounts": accounts,
            "mean_concern": generator.uniform(1, 4, len(ids)).round(1),
            "mean_turns": generator.uniform(1, 9, len(ids)).round(1),
        },
        schema=dict(BASE_CELLS),
    )


def _split(total: int, parts: int, policy: Policy, generator: np.random.Generator) -> list[int]:
    """Cut `total` into at most `parts` cells that pass the cell rule; they add up to it."""
    least, base = policy.cells.min_conversations, policy.rounding
    cells = (generator.dirichlet(np.full(parts, 0.8)) * total).astype(np.int64) // base * base
    kept = [int(cell) for cell in cells if cell >= least]
    while kept and total - sum(kept) and total - sum(kept) < least:
        kept[kept.index(max(kept))] -= least
    return [*kept, total - sum(kept)] if total > sum(kept) else kept


def _value_cells(base: pl.DataFrame, policy: Policy, generator: np.random.Generator) -> pl.DataFrame:
    rows = []
    for cluster_id, total in base.select("cluster_id", "conversations").iter_rows():
        for dimension, values in DIMENSIONS.items():
            cells = _split(total, len(values) - 1, policy, generator)
            if len(cells) < 2:
                continue
            names = [*generator.permutation(values[:-1])[: len(cells) - 1], values[-1]]
            rows += [
                (cluster_id, dimension, str(name), cell) for name, cell in zip(names, cells, strict=True)
            ]
    return pl.DataFrame(rows, schema=dict(VALUE_CELLS), orient="row")


def _period_cells(
    base: pl.DataFrame, policy: Policy, generator: np.random.Generator, start: date, weeks: int
) -> pl.DataFrame:
    rows = []
    for cluster_id, total in base.select("cluster_id", "conversations").iter_rows():
        cells = _split(total, weeks, policy, generator)[:weeks]
        if len(cells) < 2:
            continue
        rows += [(cluster_id, start + timedelta(weeks=week), "week", cell) for week, cell in enumerate(cells)]
    return pl.DataFrame(rows, schema=dict(PERIOD_CELLS), orient="row")


def _features(
    base: pl.DataFrame,
    tree: pl.DataFrame,
    features: int,
    policy: Policy,
    generator: np.random.Generator,
    names: tuple[str, ...],
) -> FeatureInput:
    """Each feature is active in much of up to three clusters of a facet and in a twentieth of the rest."""
    sizes = base.join(tree.select("cluster_id", "facet"), on="cluster_id")
    step, least = policy.rounding, policy.cells.min_conversations
    rows = list[tuple[str, str | None, int, int, int]]()
    for (facet,), own in sizes.group_by("facet", maintain_order=True):
        ids, held = own["cluster_id"].to_list(), own["conversations"].to_list()
        for feature in range(0, 3 * features, 3):
            chosen = generator.permutation(len(ids))[: min(3, len(ids) - 1)].tolist()
            for place in chosen:
                active = int(held[place] * generator.uniform(0.2, 0.7)) // step * step
                if min(active, held[place] - active) >= least:
                    rows.append((facet, ids[place], feature, active, held[place] - active))
            left = sum(held) - sum(held[place] for place in chosen)
            if left // 20 // step * step >= least:
                rows.append(
                    (facet, None, feature, left // 20 // step * step, left - left // 20 // step * step)
                )
    numbered = range(0, 3 * features, 3)
    labels = [
        None
        if number % 5 == 4
        else names[number]
        if number < len(names)
        else f"{THINGS[number % len(THINGS)]}, draft"
        for number in range(features)
    ]
    facts = pl.DataFrame(
        {
            "feature_id": numbered,
            "label": labels,
            "label_score": [
                None if label is None else 0.55 + 0.1 * (at % 5) for at, label in enumerate(labels)
            ],
            "nearest": [f"{labels[at - 1] or 'feature'} ({numbered[at - 1]})" for at in range(features)],
        },
        schema=dict(FACTS),
    )
    cells = pl.DataFrame(rows, schema=dict(FEATURE_CELLS), orient="row")
    return FeatureInput(cells, facts, policy.cells.min_conversations - 1)


def _manifest(files: dict[str, str], policy: Policy, tables: Tables, start: date, end: date) -> Manifest:
    private = policy.private_names
    epsilon, delta = (policy.epsilon, 1e-6) if private else (None, None)
    return Manifest(
        release_id=release_id(str(start), files),
        created_at=datetime(2026, 5, 1, 12, tzinfo=UTC),
        window={"start": str(start), "end": str(end)},
        provider="extractive",
        models={"embedder": "all-MiniLM-L6-v2"},
        settings={
            "clustering": {"seed": 0},
            "breakdowns": {"metadata": {"plan": ["free", "pro", "team"]}},
            **({} if tables.features is None else {"sae": {"activations": "bundled", "weight": 0.2}}),
            "privacy": {"policy": policy.name, "unit": "account", **asdict(policy.clusters)},
        },
        policy=stamp(policy, "account", epsilon, delta),
        counts={"conversations": "10,000-20,000", "accounts": "2,000-5,000"},
        pooled={"clusters_merged": "0-10", "conversations_left_out": "0-10", "breakdowns_unpublished": 0},
        budget=Budget(epsilon=epsilon, delta=delta, parts={"words": 4.0} if private else {}),
        notes=["Names come from a public phrase list; no language model was used."],
        code_version="0.1.0",
        files=files,
    )
