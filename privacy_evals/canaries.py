"""Canaries: how far do identifiers of fifteen types travel when the model copies everything it sees?"""

import shutil
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import polars as pl

from clio.clustering.embedding import load_embedder
from clio.settings import load_settings
from clio.statistics import binomial_interval
from privacy_evals.copying import CopyingProvider
from privacy_evals.planting import KINDS, Canary, canaries, planted, seen_in
from privacy_evals.report import Check, Scale, Section
from privacy_evals.running import run_with
from privacy_evals.surfaces import (
    PRINTED,
    PRIVATE,
    PUBLIC,
    command_texts,
    dashboard_texts,
    listening,
    private_texts,
    release_texts,
)
from privacy_evals.worlds import POLICIES, overrides_for, write_conversations

BACKGROUND: dict[Scale, int] = {"quick": 600, "full": 4000}
SEEDS: dict[Scale, int] = {"quick": 1, "full": 3}
MEMBERS_PER_CLUSTER = 40

Found = dict[str, set[Canary]]
"""The canaries found, by stage."""


def measure(scale: Scale, scratch: Path, seed: int) -> Section:
    """Plant two canaries of each type, run every policy with a copying model, and look for them everywhere."""
    rows, wanted = [], list[Canary]()
    for number in range(SEEDS[scale]):
        own = canaries(seed + number)
        wanted += own
        for policy, found in trace(own, seed + number, BACKGROUND[scale], scratch / str(number)).items():
            rows += [
                {
                    "policy": policy,
                    "stage": stage,
                    "kind": canary.kind,
                    "reach": canary.reach,
                    "found": canary in seen,
                }
                for stage, seen in found.items()
                for canary in own
            ]
    table = pl.DataFrame(rows)
    return Section(
        name="canaries",
        question=(
            "When a model copies everything it sees, at which stage does an identifier that was planted in "
            "conversations still stand, and does any reach what may be shown?"
        ),
        method=(
            f"{len(wanted)} invented identifiers of {len(KINDS)} types: half of each type stand in conversations of "
            "40 accounts each, so that they survive every size rule, half in four conversations of one account. Each "
            "is written plainly and letter by letter, past the redaction's patterns. The model repeats a "
            "conversation as its summary and members' words as a cluster's name, and its audits approve of "
            "everything. All text of a stage is searched for the letters and digits of each identifier in any "
            "spacing, backwards and in Base64, and for invented names alone. The run's own command, flow and "
            "dashboard are then run on the result, and all they print, log, store and draw is searched too."
        ),
        tables={"Canaries found, by stage": _by_stage(table), "Public stages, by type": _by_kind(table)},
        checks=_checks(table, wanted),
        notes=(
            "What stands in the private stages is what the policies rest on being private; no check is made there.",
            "Under paper names may hold words that enough accounts used, so a copied name that many accounts wrote is "
            "published; the figure is reported and no promise is checked.",
        ),
    )


def trace(wanted: list[Canary], seed: int, background: int, scratch: Path) -> dict[str, Found]:
    """Run every policy on conversations that hold the canaries `wanted`; which are found, by policy and stage."""
    scratch.mkdir(parents=True, exist_ok=True)
    table = planted(seed, background, wanted)
    source = write_conversations(table, scratch / "conversations.jsonl")
    encoder = load_embedder("bundled", "auto")
    provider = CopyingProvider(lambda texts: encoder.encode(list(texts)))
    traced, first = {}, scratch / POLICIES[0]
    for policy in POLICIES:
        out = scratch / policy
        if out != first and not out.exists():
            shutil.copytree(first / "workspace", out / "workspace", ignore=shutil.ignore_patterns("prefect"))
        chosen = overrides_for(policy, scratch, table.height // MEMBERS_PER_CLUSTER)
        with listening() as heard:
            run_with(provider, out, load_settings(overrides=chosen), [str(source)])
        traced[policy] = look(wanted, out, source, chosen, heard.getvalue())
    return traced


def look(wanted: list[Canary], out: Path, source: Path, chosen: dict[str, Any], heard: str) -> Found:
    """Search everything that the finished run in `out` left; `heard` is what it printed and logged itself."""
    options = list(chain.from_iterable(("--set", f"{name}={value}") for name, value in chosen.items()))
    places: Iterator[tuple[str, Iterator[str]]] = chain(
        private_texts(out),
        release_texts(out, out / "exports"),
        [(PRINTED, iter([heard]))],
        command_texts(out, source, options),
        dashboard_texts(out),
    )
    found: Found = {}
    for stage, texts in places:
        found[stage] = found.get(stage, set()) | seen_in(texts, wanted)
    return found


def _by_stage(table: pl.DataFrame) -> pl.DataFrame:
    """One row per stage and reach: how many of how many, by policy."""
    order = pl.Series([*PRIVATE, *PUBLIC])
    counted = table.group_by("stage", "reach", "policy").agg(planted=pl.len(), found=pl.col("found").sum())
    wide = counted.pivot("policy", index=["stage", "reach", "planted"], values="found")
    place = pl.col("stage").replace_strict(order, pl.int_range(len(order), eager=True))
    return wide.sort(place, "reach").select("stage", "reach", "planted", *_policies(table))


def _by_kind(table: pl.DataFrame) -> pl.DataFrame:
    """One row per type: how many of its canaries stand in any public stage, by policy."""
    public = table.filter(pl.col("stage").is_in(PUBLIC))
    anywhere = public.group_by("kind", "reach", "policy", maintain_order=True).agg(pl.col("found").any())
    return anywhere.pivot("policy", index=["kind", "reach"], values="found")


def _policies(table: pl.DataFrame) -> list[str]:
    return table["policy"].unique(maintain_order=True).to_list()


def _checks(table: pl.DataFrame, wanted: Sequence[Canary]) -> list[Check]:
    checks = [_all_planted(table)]
    for policy in _policies(table):
        if policy == "paper":
            continue
        public = table.filter(pl.col("policy") == policy, pl.col("stage").is_in(PUBLIC), "found")
        places = ", ".join(public["stage"].unique(maintain_order=True)) or "none"
        found = public.select("kind", "reach").n_unique() if public.height else 0
        high = binomial_interval(found, len(wanted)).high
        checks.append(
            Check(
                f"{policy}: no canary in release, exports, logs, artifacts or dashboard",
                public.is_empty(),
                f"{found} of {len(wanted)} were found (at most {high:.0%} with 95 % confidence); places: {places}.",
            )
        )
    return checks


def _all_planted(table: pl.DataFrame) -> Check:
    """The search itself works: every canary is found where it was planted."""
    there = table.filter(pl.col("stage") == "conversations")
    found = int(there["found"].sum())
    return Check(
        "the search finds every canary where it was planted",
        found == there.height,
        f"{found} of {there.height} were found in the conversations.",
    )
