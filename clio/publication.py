"""The last stage: what the gate is given, and what the manifest says of how the release came about."""

import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from importlib.metadata import version
from urllib.parse import quote, urlsplit

import polars as pl

from clio.contrast_steps import rose
from clio.facets.language_names import SEVERAL
from clio.group_steps import base_of
from clio.keyed_hash import keyed_u64
from clio.planning import dp_plan, population, word_plan
from clio.policies import Policy
from clio.privacy.atoms import MEAN_BOUNDS, Atoms
from clio.privacy.budget import WordPlan
from clio.privacy.charges import ledger_of
from clio.privacy.composing import told_in_all
from clio.privacy.differential import DpPlan
from clio.privacy.dimensions import all_dimensions
from clio.privacy.draws import drawing_key
from clio.privacy.gate import Dimension, GateInput, Provenance, build_release
from clio.privacy.noisy_cells import Cells, count_noisy
from clio.privacy.publishing import still_stands
from clio.release.layout import LATEST, MANIFEST
from clio.release.schema import own_scales, own_values
from clio.sae.group_names import name_by_words
from clio.settings import LlmSettings, Settings
from clio.stages import Output, Work, contrasts, has_activations, joins_activations, names_groups
from clio.steps import bounded
from clio.stored_noise import Price
from clio.workspace import WHOLE, Workspace

JOINED_NOTE = (
    "Conversations were grouped by what they say and by SAE features that they activate; those without "
    "activations by what they say alone."
)
TARGETED_NOTE = (
    "Of the SAE features only chosen ones were used to group conversations (sae.query, sae.features), so that groups "
    "differ in what these tell."
)
CONTRAST_NOTE = (
    "Groups that cut across clusters are what more accounts do since {day} than before, found by SAE features and by "
    "clusters of messages; their sizes are of the whole window, and an account counts once in each cluster."
)
GROUP_WORDS_NOTE = (
    "Words of groups that cut across clusters passed the noise of all words, from the same epsilon; how far each rose "
    "is not told."
)
HALF_NOTE = (
    "Groups that cut across clusters: one random half of the accounts was compared with the other, by SAE features and "
    "by clusters of messages. Nothing real differs between halves, so what is found is chance; it shows whether chance "
    "is kept out on these conversations."
)
EXTRACTIVE_NOTE = (
    "No language model was used: requests were taken from the users' own words and names chosen from public "
    "lists."
)
UNREDACTED_NOTE = (
    "Personal details in conversations were not replaced before the language model read them "
    "(privacy.redact_input is off)."
)
DEFAULT_HOST = "api.anthropic.com"


def publish_release(work: Work) -> Mapping[str, Output]:
    """Everything before -> the release in DIR/release."""
    fields = work.settings.breakdowns.metadata
    rows = pl.concat([_rows(work, shard, tuple(fields)) for shard in work.workspace.shards()])
    _record_exact(work)
    policy, atoms = work.settings.policy, None
    if policy.noisy:
        policy, atoms = noisy_numbers(work, rows)
    data = GateInput(
        rows.lazy(),
        work.whole("taxonomy"),
        work.whole("positions"),
        work.whole("pooling"),
        atoms,
        *_features(work),
        *_groups(work),
    )
    manifest = build_release(
        data,
        policy,
        declared_dimensions(work.settings),
        _provenance(work, rows),
        work.key,
        work.workspace.out,
    )
    text = (work.workspace.out / LATEST / MANIFEST).read_text(encoding="utf-8")
    return {"published": pl.DataFrame({"release_id": [manifest.release_id], "manifest": [text]})}


def _features(work: Work) -> tuple[list[pl.LazyFrame] | None, pl.DataFrame | None]:
    """Shards of activations, and what is publicly known of the features; nothing where none were joined."""
    if not joins_activations(work.settings):
        return None, None
    paths = [work.workspace.path("activations", shard) for shard in work.workspace.shards()]
    return [pl.scan_parquet(path, glob=False) for path in paths], work.whole("labels")


def _groups(work: Work) -> tuple[pl.DataFrame | None, pl.DataFrame | None]:
    """Groups that cut across clusters and their members; nothing where conversations were not contrasted."""
    if not contrasts(work.settings):
        return None, None
    groups, members = work.whole("groups"), work.whole("group_members")
    if names_groups(work.settings):
        groups = _named(groups, work.whole("group_words"), rose(work.settings))
    return groups, members


def _named(groups: pl.DataFrame, words: pl.DataFrame, risen: str) -> pl.DataFrame:
    """Groups with name and description of their released words, a function of these alone."""
    named = [
        {"group_id": group, **name_by_words(phrase, tags, risen)}
        for group, phrase, tags in words.select("group_id", "phrase", "tags").iter_rows()
    ]
    schema = dict.fromkeys(("group_id", "name", "description"), pl.String)
    return groups.drop("name", "description").join(pl.DataFrame(named, schema=schema), on="group_id")


def noisy_numbers(work: Work, rows: pl.DataFrame) -> tuple[Policy, Atoms]:
    """The policy with the scales of its noise, and the noisy atoms of all facets.

    `rows` as the gate gets them; of them the bounded conversations count.
    """
    plan, settings, found = dp_plan(work.settings), work.settings, list[Atoms]()
    named = work.whole("taxonomy").filter(level=0).select("cluster_id")
    base = work.whole("sizes").join(named, on="cluster_id", how="semi").sort("cluster_id")
    scales = {**MEAN_BOUNDS, **own_scales(settings.published())}
    key = drawing_key(work.key, work.workspace, "centroids")
    for facet in work.clustered:
        asked = Cells(
            facet,
            base.filter(pl.col("facet") == facet),
            all_dimensions(declared_dimensions(settings)),
            scales,
            declared_window(settings),
            plan,
        )
        counted = rows.filter(pl.col("facet") == facet).join(
            bounded(work, facet), on="conversation_id", how="semi"
        )
        inside = counted.rename({"base_id": "cluster_id"}).join(asked.clusters, on="cluster_id", how="semi")
        noise = work.noise(plan.prices(work.clustered, "cells", facet))
        found.append(count_noisy(inside, asked, settings.policy, key, noise))
    policy = replace(settings.policy, size_noise=plan.sigma_sizes, cell_noise=asked.sigma)
    base, values, periods = (
        pl.concat(tables) for tables in zip(*((a.base, a.values, a.periods) for a in found), strict=True)
    )
    return policy, Atoms(base, values, periods, Counter())


def declared_window(settings: Settings) -> tuple[date, date] | None:
    """First and last day of the window where the settings name both ends; under `dp` the data may not tell them."""
    since, until = settings.ingest.since, settings.ingest.until
    if since is None or until is None:
        return None
    return date.fromisoformat(since), date.fromisoformat(until) - timedelta(days=1)


def declared_dimensions(settings: Settings) -> list[Dimension]:
    """The metadata fields of the settings `breakdowns.metadata` with their values, and one's own facets."""
    fields = [Dimension(name, values) for name, values in settings.breakdowns.metadata.items()]
    own = [Dimension(name, values) for name, values in own_values(settings.published()).items()]
    return [*fields, *own]


def release_stands(workspace: Workspace) -> bool:
    """Whether DIR/release is, byte for byte, what the last stage published; a changed manifest is put back."""
    if workspace.content("published", WHOLE) is None:
        return False
    return still_stands(workspace.out / LATEST, workspace.read("published")["manifest"].item())


def _rows(work: Work, shard: str, fields: tuple[str, ...]) -> pl.DataFrame:
    """What the gate counts, of one shard and in each clustered facet: no text but declared metadata."""
    conversations = work.read(
        "conversations", shard, "conversation_id", "created_at", "metadata"
    ).with_columns(pl.col("metadata").str.json_path_match(_json_path(field)).alias(field) for field in fields)
    ids = work.accounts(shard)
    owner = ids.select(pl.coalesce("account_id", "conversation_id"))["account_id"].to_list()
    own = [facet.name for facet in work.settings.facets if facet.kind != "text"]
    rows = conversations.select("conversation_id", "created_at", *fields).with_columns(
        ids["account_id"],
        pl.Series("account_key", keyed_u64(work.key, "account key", owner), dtype=pl.UInt64),
        *work.read("facets", shard, "language", "concern", "turns", *own),
    )
    return pl.concat(
        rows.with_columns(pl.lit(facet).alias("facet"), base_of(work, shard, facet).alias("base_id"))
        for facet in work.clustered
    )


def _json_path(field: str) -> str:
    return "$." + field if field.isidentifier() else f"$['{quote(field, safe=' -./:')}']"


def _provenance(work: Work, rows: pl.DataFrame) -> Provenance:
    if work.settings.policy.noisy:
        plan: WordPlan | DpPlan | None = dp_plan(work.settings)
    else:
        plan = word_plan(work.settings, population(work).accounts)
    return Provenance(
        window=_window(work.settings, rows),
        provider=work.provider.name,
        models=_models(work),
        settings=work.settings.published(),
        unit=work.settings.privacy.unit,
        code_version=version("clio-insights"),
        created_at=datetime.now(UTC),
        epsilon=None if plan is None else plan.epsilon,
        delta=None if plan is None else plan.delta,
        budget_parts={} if plan is None else plan.parts,
        cumulative=None if plan is None else _cumulative(work),
        weaker=weaker_release(work),
        fallbacks=_fallbacks(work),
        notes=_notes(work),
        counts={} if work.settings.policy.noisy else _counts(work, rows),
    )


def _record_exact(work: Work) -> None:
    """Record a release whose names no mechanism protects: what later ones of its days claim is no more than it does."""
    if not work.settings.policy.private_names:
        name = blake2b(work.fingerprint.encode(), key=work.workspace.secret(), digest_size=16).hexdigest()
        ledger_of(work.settings.privacy).charge(work.budget_account, f"release-{name}", Price(None))


def weaker_release(work: Work) -> str | None:
    """The policy of an earlier release of the same source and days that promises less; None where there is none."""
    return ledger_of(work.settings.privacy).weaker(work.budget_account)


def claim_stands(work: Work) -> bool:
    """Whether the release that was published last claims no more than earlier ones of its days let it claim."""
    manifest = json.loads(work.whole("published")["manifest"].item())
    return bool(manifest["policy"]["parameters"].get("weaker") == weaker_release(work))


def _cumulative(work: Work) -> dict[str, float]:
    """What the window's worst day was charged with in all, and a year of windows that cost as much."""
    source, days = work.budget_account.source, work.budget_account.days
    return told_in_all(ledger_of(work.settings.privacy).of(source), days)


def _models(work: Work) -> dict[str, str]:
    """The encoder; where a language model is asked, also its names and the hosts that have seen conversations."""
    models, llm = {"embedding": work.embedder.name}, work.settings.llm
    if work.provider.uses_model:
        models |= {"facet_model": llm.facet_model, "naming_model": llm.naming_model}
        models["host"] = ", ".join(work.model.hosts() or [_host(llm)])
    return models


def _host(llm: LlmSettings) -> str:
    """The host that the settings name: of answers paid for before hosts were noted, nothing better is known."""
    server = llm.base_url or os.environ.get("ANTHROPIC_BASE_URL") or f"https://{DEFAULT_HOST}"
    return urlsplit(server).hostname or "unknown"


def _window(settings: Settings, rows: pl.DataFrame) -> tuple[date | None, date | None]:
    if settings.policy.noisy:
        return declared_window(settings) or (None, None)
    days = rows["created_at"].drop_nulls().dt.date()
    return (None, None) if days.is_empty() else (days.min(), days.max())  # type: ignore[return-value]


def _fallbacks(work: Work) -> list[str]:
    """Names that were replaced, counted by reason: the names themselves are not told."""
    replaced = work.whole("names").filter(pl.col("replaced").is_not_null())
    return [
        f"{count} names were replaced or withheld: {reason}."
        for reason, count in replaced.group_by("replaced").len().sort("replaced").iter_rows()
    ]


def _notes(work: Work) -> list[str]:
    notes = [] if work.provider.uses_model else [EXTRACTIVE_NOTE]
    if work.provider.uses_model and not work.settings.privacy.redact_input:
        notes.append(UNREDACTED_NOTE)
    if work.languages is not None:
        covered = ", ".join(sorted(work.languages))
        notes.append(
            f"The encoder covers these languages: {covered}. Conversations in others are grouped by language, "
            "not by topic."
        )
    if joins_activations(work.settings):
        notes.append(JOINED_NOTE)
        if work.settings.sae.query or work.settings.sae.features:
            notes.append(TARGETED_NOTE)
    if contrasts(work.settings):
        compared = work.settings.sae.contrast
        notes.append(HALF_NOTE if compared == "half" else CONTRAST_NOTE.format(day=compared))
        if names_groups(work.settings):
            notes.append(GROUP_WORDS_NOTE)
    if work.settings.policy.noisy:
        return [*notes, *_noisy_notes(work.settings)]
    pooled = work.whole("pooling").filter(pl.col("language") == SEVERAL)
    if pooled["base_id"].drop_nulls().len():
        notes.append("Languages with too few accounts for a group of their own are counted together.")
    return notes


def _noisy_notes(settings: Settings) -> list[str]:
    plan = dp_plan(settings)
    most = "one conversation" if plan.m == 1 else f"{plan.m} conversations"
    notes = [
        f"At most {most} of an account count, and every number carries noise: of about {plan.sigma_sizes:.1f} accounts "
        "(standard deviation) on the size of a group.",
        f"Noise was planned for {plan.accounts:,} accounts. By Gaussian differential privacy, an approximation, "
        f"epsilon would be {plan.gaussian_epsilon:.2f} at the same delta.",
    ]
    if declared_window(settings) is None:
        notes.append("There is no timeline: under dp it needs both ends of the window, --since and --until.")
    return notes


def _counts(work: Work, rows: pl.DataFrame) -> dict[str, int]:
    ingest = dict(work.whole("ingest").iter_rows())
    quarantined = sum(n for name, n in ingest.items() if name.startswith("quarantined:"))
    told = {name: ingest.get(name, 0) for name in ("read", "duplicate", *_left_out(work.settings))}
    told |= _without_activations(work)
    nowhere = rows.group_by("conversation_id").agg(pl.col("base_id").is_null().all())["base_id"].sum()
    return {**told, **_unanswered(work), "quarantined": quarantined, "not_clustered": int(nowhere)}


def _left_out(settings: Settings) -> list[str]:
    """What is counted of conversations that the settings leave out; that it is counted says nothing of the data."""
    chosen = settings.ingest
    why = {
        "excluded": chosen.exclude_accounts is not None,
        "outside_window": chosen.since is not None or chosen.until is not None,
        "not_sampled": chosen.sample is not None,
    }
    return [name for name, asked in why.items() if asked]


def _without_activations(work: Work) -> dict[str, int]:
    """Conversations that were clustered by their text alone; told wherever activations are used."""
    if not has_activations(work.settings):
        return {}
    shards = work.workspace.shards()
    features = pl.concat(work.read("activations", shard, "features") for shard in shards)["features"]
    return {"without_activations": int((features.list.len() == 0).sum())}


def _unanswered(work: Work) -> dict[str, int]:
    """Conversations that the screener left out, that the model refused, and whose call failed.

    What is counted follows from the settings alone: that a count is there says nothing of the data.
    """
    if not work.provider.uses_model:
        return {}
    shards = work.workspace.shards()
    statuses = pl.concat(work.read("facets", shard, "status") for shard in shards)["status"]
    names = {"refused": "refused", "failed": "failed"}
    if work.settings.screen.question is not None:
        names["screened"] = "screened_out"
    return {name: int((statuses == status).sum()) for status, name in names.items()}
