"""The gate: the only code that writes a release.

It counts atoms, rounds them, lets release/derive.py compute the rest from what is published, and puts the
result on disk. What it cannot count safely it withholds.
"""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

import polars as pl

from clio.errors import RunFailed
from clio.policies import Policy, Unit
from clio.privacy.atoms import Atoms, count_atoms
from clio.privacy.dimensions import Dimension, all_dimensions
from clio.privacy.groups import count_groups
from clio.privacy.publishing import building_folder, publish, write_tables
from clio.release.derive import TREE, FeatureInput, Tables, derive, derive_groups
from clio.release.features import FACTS
from clio.release.layout import release_id
from clio.release.schema import GROUP_TABLES, GROUPED_FACET, OPEN_COUNTS, Budget, Manifest, own_scales
from clio.release.stamps import stamp
from clio.release.text import clean

log = logging.getLogger(__name__)

__all__ = ["Dimension", "GateInput", "Provenance", "band", "build_release"]


# Numbers of published things, so nothing private is in them.
@dataclass(frozen=True)
class GateInput:
    """The private side's results.

    `conversations`: one row per conversation and clustered facet: conversation_id, account_id (null =
    unknown), account_key (u64: secret key of the account; of the conversation where the account is unknown),
    created_at, facet, base_id (null = left out of every number), language, concern, turns, and one column per
    declared metadata field (text) and per category (text) or scale (whole numbers) of one's own. `taxonomy`,
    `positions`, `pooling`: tables.TAXONOMY (level-0 ids are the base_ids), tables.POSITIONS, tables.POOLING. A
    base cluster that is not in the taxonomy is left out of every number.
    """

    conversations: pl.LazyFrame
    taxonomy: pl.DataFrame
    positions: pl.DataFrame
    pooling: pl.DataFrame | None = None
    atoms: Atoms | None = None
    """Under a noisy policy: the noisy atoms, beside which nothing is counted."""
    activations: Sequence[pl.LazyFrame] | None = None
    """Shards of conversation_id and features (list[u32]), where SAE features were joined."""
    facts: pl.DataFrame | None = None
    """What is publicly known of features (release.features.FACTS); null labels where None."""
    groups: pl.DataFrame | None = None
    """Where conversations were contrasted: tables.GROUPS."""
    members: pl.DataFrame | None = None
    """With `groups`: tables.GROUP_MEMBERS."""


@dataclass(frozen=True)
class Provenance:
    """What the manifest says of how a release came about; public but for `counts`, which are coarsened."""

    window: tuple[date | None, date | None]
    provider: str
    models: Mapping[str, str]
    settings: Mapping[str, Any]
    unit: Unit
    code_version: str
    created_at: datetime
    epsilon: float | None = None
    delta: float | None = None
    budget_parts: Mapping[str, float] = field(default_factory=dict)
    cumulative: Mapping[str, float] | None = None
    weaker: str | None = None
    """A policy that promises less, under which the window was released before."""
    fallbacks: Sequence[str] = ()
    notes: Sequence[str] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    """Exact counts of earlier stages, such as how many records were quarantined."""


def build_release(
    data: GateInput,
    policy: Policy,
    dimensions: Sequence[Dimension],
    provenance: Provenance,
    key: bytes,
    folder: Path,
) -> Manifest:
    """Build the release of `data` under `policy` and make it `folder`/release; returns its manifest.

    `dimensions` are the declared metadata fields and facets (language, concern and turns are built in); the
    scales are those of the provenance's settings, so that a reader can tell them from the manifest; `key` is the
    workspace's secret. Too little data gives a release with empty tables and a sentence why. Raises RunFailed
    when the taxonomy is not one; UserError when a declared dimension's name is taken.
    """
    tree = _tree(data)
    rows = _members(data.conversations, provenance.unit)
    atoms = data.atoms or _atoms(data, rows, tree, policy, dimensions, provenance, key)
    atoms.pooled["withheld"] += data.taxonomy.filter(level=0).height - tree.filter(level=0).height
    features = None
    if data.activations is not None:
        features = FeatureInput(atoms.features, _facts(data), policy.cells.min_conversations - 1)
    tables = derive(
        atoms.base, atoms.values, atoms.periods, tree, policy.cell_variance, policy.size_noise, features
    )
    building = building_folder(folder)
    files = write_tables(tables, building, _groups(data, rows, tables, policy, key, atoms.pooled))
    start = provenance.window[0]
    manifest = Manifest(
        release_id=release_id(None if start is None else start.isoformat(), files),
        created_at=provenance.created_at,
        window={
            name: None if day is None else day.isoformat()
            for name, day in zip(("start", "end"), provenance.window, strict=True)
        },
        provider=provenance.provider,
        models=dict(provenance.models),
        settings=dict(provenance.settings),
        policy=stamp(
            policy,
            provenance.unit,
            provenance.epsilon,
            provenance.delta,
            provenance.weaker,
            provenance.cumulative,
        ),
        counts={} if policy.noisy else _told(_counts(rows, atoms, provenance)),
        pooled={} if policy.noisy else _told(_pooled(rows, atoms, data.pooling)),
        budget=_budget(policy, provenance),
        fallbacks=sorted({*provenance.fallbacks, *data.taxonomy["fallback"].drop_nulls()}),
        notes=_notes(tables, policy, dimensions, provenance, atoms.pooled["withheld"]),
        code_version=provenance.code_version,
        files=files,
    )
    return publish(building, manifest, folder)


def _atoms(
    data: GateInput,
    rows: pl.LazyFrame,
    tree: pl.DataFrame,
    policy: Policy,
    dimensions: Sequence[Dimension],
    provenance: Provenance,
    key: bytes,
) -> Atoms:
    bases = tree.filter(level=0).select("cluster_id").lazy()
    counted = rows.join(bases, on="cluster_id", how="semi")
    scales = own_scales(provenance.settings)
    return count_atoms(counted, policy, all_dimensions(dimensions), key, scales, data.activations)


def _facts(data: GateInput) -> pl.DataFrame:
    """FACTS as one visible line each."""
    facts = pl.DataFrame(schema=dict(FACTS)) if data.facts is None else data.facts
    lines = (clean(pl.col(name)).replace("", None).alias(name) for name in ("label", "nearest"))
    return facts.select(list(FACTS)).with_columns(lines)


def _groups(
    data: GateInput, rows: pl.LazyFrame, tables: Tables, policy: Policy, key: bytes, pooled: Counter[str]
) -> Mapping[str, pl.DataFrame]:
    """The tables of groups that cut across clusters, empty and counted as withheld after any error (fails closed)."""
    if data.groups is None or data.members is None:
        return {}
    try:
        return _count_groups(data.groups, data.members, rows, tables, policy, key)
    except Exception as error:
        log.warning("groups are withheld after an error of kind %s", type(error).__name__)
        pooled["withheld"] += 1
        return {name: pl.DataFrame(schema=dict(schema)) for name, schema in GROUP_TABLES.items()}


def _count_groups(
    found: pl.DataFrame, members: pl.DataFrame, rows: pl.LazyFrame, tables: Tables, policy: Policy, key: bytes
) -> Mapping[str, pl.DataFrame]:
    """The same, counted in published base clusters alone; z, which is exact, only where counts are."""
    base = tables.clusters.filter(level=0, facet=GROUPED_FACET).select("cluster_id").lazy()
    counted = rows.join(base, on="cluster_id", how="semi").select(
        "conversation_id", "account_id", "account_key", "cluster_id"
    )
    cells = count_groups(counted.collect(), members, policy, key)
    exact = pl.lit(not policy.private_names)
    named = found.with_columns(
        clean(pl.col("name")),
        clean(pl.col("description")),
        *(pl.when(exact).then(pl.col(name).round(1)).alias(name) for name in ("z", "z_null")),
    ).filter(pl.col("name") != "")
    groups = derive_groups(named, cells, tables.clusters)
    own = cells.join(groups, on="group_id", how="semi", maintain_order="left")
    return {"groups": groups, "group_clusters": own}


def band(count: int) -> str:
    """The 1-2-5 step that holds `count`: "0-10", "10-20", "20-50" … "1,000-2,000"; upper end excluded."""
    low, high = 0, 10
    for numerator, denominator in cycle(((2, 1), (5, 2), (2, 1))):
        if count < high:
            break
        low, high = high, high * numerator // denominator
    return f"{low:,}-{high:,}"


def _tree(data: GateInput) -> pl.DataFrame:
    """The taxonomy with cleaned text and positions.

    A base cluster left without a name is withheld; a parent without one shows its id.
    """
    positions = data.positions.select("cluster_id", pl.col("x", "y").round(2)).unique(
        "cluster_id", keep="first"
    )
    tree = data.taxonomy.with_columns(clean(pl.col("name")), clean(pl.col("description")))
    named = pl.col("name") != ""
    tree = tree.filter(named | (pl.col("level") > 0)).with_columns(
        pl.when(named).then("name").otherwise("cluster_id").alias("name")
    )
    parents = tree.select(parent_id="cluster_id", parent_level="level", parent_facet="facet")
    checked = tree.join(parents, on="parent_id", how="left")
    one_up = (pl.col("parent_level") == pl.col("level") + 1) & (pl.col("parent_facet") == pl.col("facet"))
    broken = checked.filter(pl.col("parent_id").is_not_null() & ~one_up.fill_null(False))
    if broken.height or tree["cluster_id"].n_unique() != tree.height:
        raise RunFailed(
            "The taxonomy's parents are not one level up: run `clio run` again; if it stays, report it."
        )
    return tree.join(positions, on="cluster_id", how="left").select(TREE.keys())


def _members(conversations: pl.LazyFrame, unit: Unit) -> pl.LazyFrame:
    rows = conversations.rename({"base_id": "cluster_id"})
    return rows.with_columns(account_id="conversation_id") if unit == "conversation" else rows


def _counts(rows: pl.LazyFrame, atoms: Atoms, provenance: Provenance) -> Counter[str]:
    """Counts of earlier stages, and of the facet in which most conversations are published.

    A count of all conversations would say, beside the published ones, how many are left out or are in one facet
    and not in another.
    """
    counts = Counter(dict(provenance.counts))
    published = rows.join(atoms.base.select("cluster_id").lazy(), on="cluster_id", how="semi")
    account = pl.col("account_id")
    found = published.group_by("facet").agg(
        conversations=pl.len(), accounts=account.drop_nulls().n_unique(), without_account=account.null_count()
    )
    known = found.select(pl.exclude("facet").max().fill_null(0)).collect().row(0, named=True)
    counts["conversations"] = known["conversations"]
    if provenance.unit == "account":
        counts["accounts"] = known["accounts"]
        counts["conversations_without_account"] = known["without_account"]
    return counts


def _pooled(rows: pl.LazyFrame, atoms: Atoms, pooling: pl.DataFrame | None) -> Counter[str]:
    published = atoms.base["cluster_id"].implode()
    counted = pl.col("cluster_id").is_in(published).fill_null(False)
    somewhere = rows.filter(counted).select("conversation_id").unique()
    left_out = rows.join(somewhere, on="conversation_id", how="anti")
    pooled = Counter(
        conversations_left_out=left_out.select(pl.col("conversation_id").n_unique()).collect().item(),
        values_pooled=0,
        periods_pooled=0,
        breakdowns_unpublished=0,
        timelines_unpublished=0,
        withheld=0,
    )
    pooled.update(atoms.pooled)
    if pooling is not None:
        kept = pooling["base_id"].drop_nulls()
        pooled["clusters_merged"] = len(kept) - kept.n_unique()
        pooled["clusters_left_out"] = pooling["base_id"].null_count()
    return pooled


def _told(counts: Mapping[str, int]) -> dict[str, int | str]:
    """Bands; of published things, in which nothing private is, exact counts."""
    return {name: n if name in OPEN_COUNTS else band(n) for name, n in sorted(counts.items())}


def _budget(policy: Policy, provenance: Provenance) -> Budget:
    cumulative = None if provenance.cumulative is None else dict(provenance.cumulative)
    if not policy.private_names:
        return Budget(cumulative=cumulative)
    return Budget(
        epsilon=provenance.epsilon,
        delta=provenance.delta,
        parts=dict(provenance.budget_parts),
        cumulative=cumulative,
    )


def _notes(
    tables: Tables, policy: Policy, dimensions: Sequence[Dimension], provenance: Provenance, withheld: int
) -> list[str]:
    notes = list(provenance.notes)
    rule = policy.clusters
    who = "accounts" if provenance.unit == "account" else "distinct conversations"
    if tables.clusters.is_empty():
        sizes = f"{rule.min_conversations} conversations of {rule.min_accounts} {who}"
        notes.append(
            f"Too little data: no group's noisy size is {sizes} and clear of the noise: no cluster is published."
            if policy.noisy
            else f"Too little data: no group reaches {sizes}, none above {rule.max_account_share:.0%}: no cluster "
            "is published."
        )
    notes += [
        f"The metadata field {dimension.name} has no declared values, so nothing of it is published: "
        "list them under [breakdowns] metadata."
        for dimension in dimensions
        if not dimension.values
    ]
    if withheld:
        notes.append(f"Parts of this release withheld after an error: {withheld}.")
    return notes
