"""Schemas of a release: what may be published, and nothing else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, ValidationError

SCHEMA_VERSION = 1

Schema = Mapping[str, pl.DataType | type[pl.DataType]]

CLUSTERS: Schema = {
    "cluster_id": pl.String,  # <facet>-<level>-<nnn>
    "parent_id": pl.String,
    "facet": pl.String,
    "level": pl.Int32,  # 0 = base
    "name": pl.String,
    "description": pl.String,
    "conversations": pl.Int64,
    "accounts": pl.Int64,  # base level only: distinct accounts do not add up
    "share": pl.Float64,  # of the facet's published conversations
    "x": pl.Float32,
    "y": pl.Float32,
    "mean_concern": pl.Float64,
    "mean_turns": pl.Float64,
}

BREAKDOWNS: Schema = {
    "cluster_id": pl.String,
    "dimension": pl.String,
    "value": pl.String,
    "conversations": pl.Int64,
    "share": pl.Float64,  # of the cluster's published cells of this dimension
    "base_share": pl.Float64,  # of all published cells of this dimension
    "ratio": pl.Float64,  # share / base_share
    "ci_low": pl.Float64,  # 95 % interval of the ratio
    "ci_high": pl.Float64,
    "q_value": pl.Float64,  # Benjamini-Hochberg, over the rows of one dimension and level
}

TIMELINE: Schema = {
    "cluster_id": pl.String,
    "period_start": pl.Date,
    "period": pl.String,  # day, week, month
    "conversations": pl.Int64,
}

FEATURES: Schema = {
    "cluster_id": pl.String,  # a base cluster
    "feature_id": pl.UInt32,
    "label": pl.String,  # words of public text; null = none says anything
    "label_score": pl.Float32,  # 0..1; null = not scored
    "lift": pl.Float64,  # share / base_share, two digits
    "conversations": pl.Int64,  # of the cluster, in which the feature is active
    "share": pl.Float64,  # of the cluster's two published cells of this feature
    "base_share": pl.Float64,  # of all published cells of this feature in the facet
    "q_value": pl.Float64,  # Benjamini-Hochberg, over all features and base clusters of the facet
    "nearest": pl.String,  # the features nearest by decoder cosine, with their labels; null = not known
}
"""The features that are most enriched in each base cluster; there when the run has activations."""

SURE = 0.8
"""Score of a label from which it is sure; those below are shown as unsure, and name and choose nothing alone."""

INTERVAL: Schema = {"accounts_low": pl.Int64, "accounts_high": pl.Int64}
"""After the means, where sizes are noisy: a 95 % interval of the accounts as to noise; base level only."""

MEAN = "mean_"  # begins the columns of CLUSTERS that hold means, one for each declared scale more

TABLES: dict[str, Schema] = {"clusters": CLUSTERS, "breakdowns": BREAKDOWNS, "timeline": TIMELINE}
"""The tables of every release."""

GROUPS: Schema = {
    "group_id": pl.String,  # group-<nnn>
    "name": pl.String,
    "description": pl.String,
    "accounts": pl.Int64,  # the sum over its cells: an account counts once in each cluster
    "share": pl.Float64,  # of the accounts of all published clusters, counted likewise
    "z": pl.Float64,  # how far its strongest mark rose, in standard errors, to the tenths; null where sizes are rounded
    "z_null": pl.Float64,  # the largest of any mark that chance reached, to the tenths; null likewise
}

GROUP_CLUSTERS: Schema = {
    "group_id": pl.String,
    "cluster_id": pl.String,  # a base cluster, or "other": several that are too small by themselves
    "accounts": pl.Int64,
}

GROUP_TABLES: dict[str, Schema] = {"groups": GROUPS, "group_clusters": GROUP_CLUSTERS}
"""Of a release whose settings say what was compared, sae.contrast: periods before and since a day, or random halves."""

SOMETIMES: dict[str, Schema] = {"features": FEATURES, **GROUP_TABLES}
"""Tables that only some releases have."""

GROUPED_FACET = "request"
"""The facet whose clusters groups cut across."""


class _OwnFacet(BaseModel):
    """What a manifest's settings say of a facet of one's own, as far as a release depends on it."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,30}$")
    kind: str
    values: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None


class _Breakdowns(BaseModel):
    """What a manifest's settings say of the metadata fields that are broken down."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    metadata: dict[str, tuple[str, ...]] = {}


MOST_VALUES = 11
"""A scale of one's own with more values is told by its mean alone."""


def _own_facets(settings: Mapping[str, Any]) -> list[_OwnFacet]:
    try:
        return [_OwnFacet.model_validate(facet) for facet in settings.get("facets") or ()]
    except (ValidationError, TypeError):
        return []


def own_scales(settings: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Name and bounds of each scale that a manifest's settings declare under [[facets]], in order."""
    scales = (
        facet
        for facet in _own_facets(settings)
        if facet.kind == "scale" and MEAN + facet.name not in CLUSTERS
    )
    return {facet.name: facet.bounds for facet in scales if facet.bounds is not None}


def own_values(settings: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Name and values of each category, and of each scale of at most MOST_VALUES, under [[facets]], in order."""
    found = {facet.name: facet.values for facet in _own_facets(settings) if facet.kind == "category"}
    for name, (low, high) in own_scales(settings).items():
        if high - low < MOST_VALUES:
            found[name] = tuple(str(number) for number in range(low, high + 1))
    return found


def declared_values(settings: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The dimensions that a manifest's settings declare, beside those built in, and the values each may have."""
    try:
        fields = _Breakdowns.model_validate(settings.get("breakdowns") or {}).metadata
    except ValidationError:
        fields = {}
    return {name: values for name, values in fields.items() if values} | own_values(settings)


def has_features(settings: Mapping[str, Any]) -> bool:
    """Whether a manifest's settings say that SAE features were joined, so that a table tells of them."""
    sae = settings.get("sae")
    if not isinstance(sae, Mapping) or sae.get("activations", "off") == "off":
        return False
    return bool(sae.get("weight"))


def tables_of(settings: Mapping[str, Any]) -> dict[str, Schema]:
    """The tables of a release with these settings.

    TABLES with the columns `mean_<facet>` of the scales its settings declare, and INTERVAL under dp; FEATURES where
    SAE features were joined, and GROUP_TABLES where
    conversations were contrasted.
    """
    means = {MEAN + name: pl.Float64() for name in own_scales(settings)}
    privacy = settings.get("privacy")
    noisy = isinstance(privacy, Mapping) and privacy.get("policy") == "dp"
    sae = settings.get("sae")
    contrasted = isinstance(sae, Mapping) and sae.get("contrast") is not None
    clusters = {**CLUSTERS, **means, **(INTERVAL if noisy else {})}
    features = {"features": FEATURES} if has_features(settings) else {}
    return {**TABLES, "clusters": clusters, **features, **(GROUP_TABLES if contrasted else {})}


BUILT_IN = ("language", "concern", "turns")  # dimensions of every release
OTHER = "other"  # the pooled rest of a dimension's values


OPEN_COUNTS = ("breakdowns_unpublished", "timelines_unpublished", "withheld")
"""Counts in a manifest's `pooled` that are of published things, in which nothing private is: told exactly."""


class PolicyStamp(BaseModel):
    """The policy a release was made under: its exact claim and every parameter."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)
    name: str
    claim: str
    parameters: dict[str, Any]


class Budget(BaseModel):
    """Privacy spent on this release; all null under a policy that spends none.

    `parts` splits epsilon by mechanism; `cumulative` is the sum over every draw kept in this workspace.
    """

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)
    epsilon: float | None = None
    delta: float | None = None
    parts: dict[str, float] = {}
    cumulative: dict[str, float] | None = None


class Manifest(BaseModel):
    """manifest.json. Counts of private things are bands (text such as "1,000-2,000"), none under `dp`."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)
    schema_version: int = SCHEMA_VERSION
    release_id: str
    created_at: datetime
    window: dict[str, str | None]  # start, end: dates, null when no time is known
    provider: str
    models: dict[str, str]  # embedder, and with a model provider its models and the hosts that were asked
    settings: dict[str, Any]  # public settings only
    policy: PolicyStamp
    counts: dict[str, int | str]
    pooled: dict[str, int | str]  # clusters_merged, conversations_left_out, breakdowns_unpublished, ...
    budget: Budget = Budget()
    fallbacks: list[str] = []
    notes: list[
        str
    ] = []  # sentences for the reader: no language model used, uncovered languages, too little data
    code_version: str
    files: dict[str, str]  # file name -> sha256
