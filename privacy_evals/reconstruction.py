"""Reconstruction: can a solver pin down, from everything exported, a set too small to be published?"""

import json
from pathlib import Path
from typing import Any

import polars as pl

from clio.policies import CELLS, CLUSTERS
from clio.release.exports import export
from clio.release.reader import Release
from clio.settings import load_settings
from clio.statistics import binomial_interval
from privacy_evals.leaving_out import METADATA, finished_run
from privacy_evals.pinning import Margin, Pinned, groups_of, pinned
from privacy_evals.pinning_across import crossings_of, pinned_across
from privacy_evals.report import Check, Scale, Section
from privacy_evals.worlds import POLICIES, overrides_for

SIZES: dict[Scale, tuple[int, int, int]] = {"quick": (1500, 700, 8), "full": (12000, 6000, 40)}
"""Conversations, accounts and k."""
SEEDS: dict[Scale, int] = {"quick": 1, "full": 3}
TRUSTED = 1.96
"""Under dp the adversary takes every number to be within this many standard deviations of the noise."""
OF_CONVERSATIONS = {
    "conversations_left_out",
    "conversations_without_account",
    "not_clustered",
    "duplicate",
    "quarantined",
}
"""Counts in the manifest that are of sets of conversations."""


def measure(scale: Scale, scratch: Path, seed: int) -> Section:
    """Give the exports of a release under every policy to a solver, and count what it pins down."""
    conversations, accounts, k = SIZES[scale]
    rows, caught = list[dict[str, Any]](), list[dict[str, Any]]()
    for policy in POLICIES:
        found, asked, groups = list[Pinned](), 0, 0
        for number in range(SEEDS[scale]):
            folder = scratch / str(number)
            overrides = overrides_for(policy, folder, k) | {"breakdowns.metadata": METADATA}
            out = folder / policy
            release = finished_run(
                out, load_settings(overrides=overrides), conversations, accounts, seed + number
            )
            own, tried = reconstruct(release, out / "exported")
            found, asked, groups = found + own, asked + tried, groups + release.base().height
        ends = binomial_interval(len(found), asked)
        share = {
            "per 1,000": 1000 * len(found) / max(1, asked),
            "low": 1000 * ends.low,
            "high": 1000 * ends.high,
        }
        rows.append({"policy": policy, "groups": groups, "sets asked": asked, "pinned": len(found), **share})
        caught += [{"policy": policy, **vars(item)} for item in found[:10]]
    return Section(
        name="reconstruction",
        question=(
            "From every number that is exported, can anybody prove that some set of conversations has more than none "
            "and fewer members than a published cell must have?"
        ),
        method=(
            "For each base group the exports' sizes, accounts, breakdowns, timeline and means become linear "
            "constraints on the unknown true counts, together with the published rules; linear programs (HiGHS) "
            "bound each cell, its complement, every two cells of different dimensions together and apart, each "
            "degree of concern, conversations without a period and repeated conversations of an account (the attack "
            "of Dinur and Nissim 2003, run as by Garfinkel, Abowd and Martindale 2018). Shares, ratios, intervals and "
            "q-values are computed from published counts alone and add nothing. Under dp every number is taken to be "
            "within 1.96 standard deviations of its noise, so what is found there is likely, not certain. Counts in "
            "the manifest are read too."
        ),
        tables={"Sets pinned down": pl.DataFrame(rows), "The first of them": pl.DataFrame(caught)},
        checks=[
            Check(
                f"{row['policy']}: no set below the rules is pinned down",
                row["pinned"] == 0 and row["sets asked"] > 0,
                f"{row['pinned']} of {row['sets asked']} sets were pinned down.",
            )
            for row in rows
            if row["policy"] != "paper"
        ],
        notes=(
            "paper publishes exact counts, in the manifest too; what is pinned down there is told, not checked.",
        ),
    )


def reconstruct(release: Release, scratch: Path) -> tuple[list[Pinned], int]:
    """What a solver pins down from the JSON export of `release`; how many sets it was asked about."""
    [path] = [path for path in export(release, "json", scratch) if path.suffix == ".json"]
    told = json.loads(path.read_text(encoding="utf-8"))
    margin = _margin(told["manifest"]["policy"]["parameters"])
    found, asked = _in_manifest(told["manifest"])
    for group in groups_of(told):
        own, tried = pinned(
            group, margin, CELLS.min_conversations, (CLUSTERS.min_accounts, CLUSTERS.min_conversations)
        )
        found, asked = found + own, asked + tried
    for crossing in crossings_of(told):
        own, tried = pinned_across(crossing, margin, CELLS.min_accounts)
        found, asked = found + own, asked + tried
    return found, asked


def _margin(parameters: dict[str, Any]) -> Margin:
    exact = parameters["rounding"] - 1
    return Margin(
        exact + TRUSTED * parameters.get("size_noise", 0.0),
        exact + TRUSTED * parameters.get("cell_noise", 0.0),
    )


def _in_manifest(manifest: dict[str, Any]) -> tuple[list[Pinned], int]:
    """Sets of conversations whose exact number the manifest tells, if it is small."""
    told = {**manifest["counts"], **manifest["pooled"]}
    counts = {name: told[name] for name in sorted(OF_CONVERSATIONS & told.keys())}
    least = CELLS.min_conversations
    small = {name: n for name, n in counts.items() if isinstance(n, int) and 0 < n < least}
    return [Pinned("manifest", name, n, n) for name, n in small.items()], len(counts)
