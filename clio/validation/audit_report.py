"""The report of an audit: which arm detects what, at which share, how well its best group fits, whether it is named."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import polars as pl

from clio.markdown import cell, table_lines
from clio.statistics import binomial_interval
from clio.storage import write_atomically
from clio.validation.arms import ARMS
from clio.validation.game import Played, as_record, threshold
from clio.validation.naming_words import NAMING_WORDS, names_it
from clio.validation.shortcomings import percent, shortcomings

FALSE_ALARMS = 0.05
"""The rate at which thresholds are set."""
REPORT_JSON, REPORT_MD = "report.json", "report.md"
FORMAT_VERSION = 1

METHOD = f"""\
A behaviour is planted in a share of the conversations of the batch, which is a random half of the accounts; the other
half is the reference. Each arm compares the two and shows its strongest groups that pass the size rule of the policy
`paper` (15 accounts, 30 conversations, no account over 20 %). **The auditor sees only what an analyst sees**: names,
descriptions, labels, sizes and scores of these groups; no id, no message, no truth.

- **Detected**: the strongest score (z over what chance alone reached) is above the arm's threshold, which random
  halves of the same corpora with nothing planted exceed at a rate of {percent(FALSE_ALARMS)} at most (split
  conformal). Intervals are exact (Clopper and Pearson), at 95 %.
- **F1**: of the group that fits the planted conversations best, within the batch; 0 where none was shown.
- **Named**: detected, and a word that says the behaviour stands in that group's name, description or labels. A token
  match against a list for each kind, not understanding; *other kinds' words* says how often the lists of the other
  kinds match the same groups, which is what chance gives.

Each kind is planted until its share is reached: a burst in every other conversation around one moment; a ring in all
that account after account wrote, of those that wrote more than once; a quality drop in one language after the other,
the main one last, which it reaches where the other languages are fewer than the share; the other kinds anywhere.

Clusters of messages, of topics and of the join are shared by all arms and by all splits of a corpus. They are fitted
anew where a plant changed their rows, for only so can a new kind of message have a cluster of its own; where only
replies changed, the clusters of topics are the very same."""


@dataclass(frozen=True)
class Outcome:
    """Everything measured: thresholds and false alarms by arm, and the games."""

    alarms: pl.DataFrame
    games: pl.DataFrame
    """seed, kind, share, arm, planted, suspicion, detected, f1, named, other, groups, withheld"""
    played: tuple[Played, ...]

    @classmethod
    def of(
        cls,
        quiet: Mapping[str, Sequence[float]],
        fresh: Mapping[str, Sequence[float]],
        played: Sequence[Played],
    ) -> "Outcome":
        """Score games against thresholds from `quiet`; false alarms are counted on `fresh`, by arm."""
        limits = {arm: threshold(quiet[arm], FALSE_ALARMS) for arm in ARMS}
        alarms = [
            (arm, ARMS[arm], len(quiet[arm]), limits[arm], *_rated([x > limits[arm] for x in fresh[arm]]))
            for arm in ARMS
        ]
        columns = ["arm", "what it is", "calibrated on", "threshold", *RATED]
        rows = [_scored(one, limits[one.arm]) for one in played]
        return cls(pl.DataFrame(alarms, columns, orient="row"), pl.DataFrame(rows, GAMES), tuple(played))

    @property
    def holds(self) -> bool:
        """Whether no arm's false alarms are above the rate by more than chance explains."""
        return bool((self.alarms["low"] <= FALSE_ALARMS).all())

    def summed(self, *by: str) -> pl.DataFrame:
        """Games put together by some of arm, kind and share, in the order of the games."""
        rows = [
            (*key, *_rated(own["detected"].to_list()), mean(own["f1"]), int(own["named"].sum()))
            for key, own in self.games.partition_by(*by, as_dict=True, maintain_order=True).items()
        ]
        return pl.DataFrame(rows, [*by, *RATED, "F1", "named"], orient="row")


GAMES: dict[str, type[pl.DataType]] = {
    "seed": pl.Int64, "kind": pl.String, "share": pl.Float64, "arm": pl.String, "planted": pl.Int64,
    "suspicion": pl.Float64, "detected": pl.Boolean, "f1": pl.Float64, "named": pl.Boolean,
    "other": pl.Float64, "groups": pl.Int64, "withheld": pl.Int64,
}  # fmt: skip
RATED = ["games", "detected", "rate", "low", "high"]


class _Rate(NamedTuple):
    games: int
    detected: int
    rate: float
    low: float
    high: float


def _rated(found: Sequence[bool]) -> _Rate:
    hits, n = sum(found), len(found)
    return _Rate(n, hits, hits / max(n, 1), *binomial_interval(hits, n))


def _scored(one: Played, limit: float) -> dict[str, object]:
    best = None if one.best is None else one.groups[one.best]
    detected = one.suspicion > limit
    matched = {kind: best is not None and detected and names_it(kind, best) for kind in NAMING_WORDS}
    others = [hit for kind, hit in matched.items() if kind != one.kind]
    return {
        "seed": one.seed, "kind": one.kind, "share": one.share, "arm": one.arm, "planted": one.planted,
        "suspicion": one.suspicion, "detected": detected, "f1": max(one.f1, default=0.0),
        "named": matched[one.kind], "other": mean(others) if best is not None and detected else None,
        "groups": len(one.groups), "withheld": one.withheld,
    }  # fmt: skip


def write_report(outcome: Outcome, out: Path, about: Mapping[str, str]) -> None:
    """Write report.json (every number and every group shown) and report.md into `out`, files of mode 0600."""
    record = {
        "format": FORMAT_VERSION,
        "about": dict(about),
        "false_alarm_rate": FALSE_ALARMS,
        "false_alarms_hold": outcome.holds,
        "arms": outcome.alarms.to_dicts(),
        "by_arm_and_share": _by_arm(outcome).to_dicts(),
        "cells": outcome.summed("kind", "share", "arm").to_dicts() if outcome.played else [],
        "games": outcome.games.to_dicts(),
        "shown": [as_record(one) for one in outcome.played],
        "where_it_fails": _fails(outcome),
        "naming_words": {kind: sorted(words) for kind, words in NAMING_WORDS.items()},
    }
    data = json.dumps(record, indent=2, allow_nan=False, ensure_ascii=False).encode()
    write_atomically(out / REPORT_JSON, data + b"\n")
    write_atomically(out / REPORT_MD, ("\n".join(_markdown(outcome, about)) + "\n").encode())


def _markdown(outcome: Outcome, about: Mapping[str, str]) -> list[str]:
    lines = ["# What an audit finds of planted behaviour", ""]
    lines += [f"- {name}: {cell(value)}" for name, value in about.items()]
    lines += ["", METHOD, "", "## With nothing planted (0 %)", "", *table_lines(outcome.alarms), ""]
    verdict = "no arm raises more" if outcome.holds else "an arm raises MORE"
    lines += [
        f"`detected` counts false alarms, on halves that set no threshold: {verdict} than the stated "
        f"{percent(FALSE_ALARMS)} by more than chance explains."
    ]
    if not outcome.played:
        return lines
    lines += ["", "## By arm and share, all kinds together", "", *table_lines(_by_arm(outcome))]
    lines += ["", "## Where it fails", "", *(f"- {sentence}" for sentence in _fails(outcome))]
    lines += ["", "## By kind, share and arm", "", "detected of games · mean F1 · named of games", ""]
    lines += [*table_lines(_matrix(outcome)), "", "## The same with intervals", ""]
    return lines + table_lines(outcome.summed("kind", "share", "arm"))


def _by_arm(outcome: Outcome) -> pl.DataFrame:
    """By arm and share, with how often other kinds' words match the groups that were detected."""
    if not outcome.played:
        return pl.DataFrame()
    other = outcome.games.group_by("arm", "share").agg(pl.col("other").mean().alias("other kinds' words"))
    order = pl.col("arm").replace_strict({arm: place for place, arm in enumerate(ARMS)})
    return outcome.summed("arm", "share").join(other, on=["arm", "share"], how="left").sort(
        order, "share", descending=[False, True]
    )  # fmt: skip


def _matrix(outcome: Outcome) -> pl.DataFrame:
    """One row for each kind and share, one column for each arm."""
    told = outcome.summed("kind", "share", "arm").with_columns(
        pl.col("share").map_elements(percent, pl.String),
        text=pl.format("{}/{} · {} · {}", "detected", "games", pl.col("F1").round(2), "named"),
    )
    return told.pivot("arm", index=["kind", "share"], values="text", aggregate_function="first")


def _fails(outcome: Outcome) -> list[str]:
    return shortcomings(outcome.games, outcome.alarms, FALSE_ALARMS)
