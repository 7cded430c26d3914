"""What the trials of CLIOPATRA say: success with exact intervals beside the guess, and the ceilings of the claims."""

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

import polars as pl

from clio.statistics import binomial_interval
from privacy_evals.report import Check
from privacy_evals.scenario import GUESS

ALIVE = 1.5 * GUESS
"""What the lower end of the best attacker's interval on `paper` must clear, or anything would pass this evaluation."""


class Trial(NamedTuple):
    """One target under one attack: whether its disease was named, and the (epsilon, delta) that the release claims."""

    policy: str
    background: str
    sybils: int
    attacker: str
    right: bool
    epsilon: float | None = None
    delta: float | None = None


def ceiling(epsilon: float, delta: float, guess: float = GUESS) -> float:
    """Most that any adversary can succeed against an (epsilon, delta)-DP release when a guess succeeds with `guess`.

    With A_d the releases on which the adversary answers d, P_d the release with a target of disease d and P_0 that
    without the target: P_d(A_d) <= e^ε P_0(A_d) + δ, and 1 - P_d(A_d) >= e^-ε (1 - P_0(A_d) - δ). Averaged over the
    prior, P_0(A_d) is at most `guess`. So success is at most the smaller of e^ε·guess + δ and
    1 - e^-ε (1 - guess - δ), whatever all other accounts do.
    """
    return min(1.0, math.exp(epsilon) * guess + delta, 1 - math.exp(-epsilon) * (1 - guess - delta))


def success_table(trials: Iterable[Trial]) -> pl.DataFrame:
    """One row per policy, background, number of sybils and attacker, with 95 % Clopper-Pearson intervals.

    Columns: policy, background, sybils, attacker, targets, right, success, ci_low, ci_high, guess, ceiling (null
    where the policy claims nothing).
    """
    frame = pl.DataFrame(list(trials), schema=_SCHEMA, orient="row")
    cells = frame.group_by("policy", "background", "sybils", "attacker", maintain_order=True).agg(
        targets=pl.len(),
        right=pl.col("right").sum(),
        epsilon=pl.col("epsilon").max(),
        delta=pl.col("delta").max(),
    )
    rows = [_measured(cell) for cell in cells.iter_rows(named=True)]
    return pl.DataFrame(rows, schema=_RESULT)


def checks(table: pl.DataFrame) -> list[Check]:
    """Whether the attack is alive, and whether a policy's success is more than its claim allows."""
    found = list[Check]()
    for policy in dict.fromkeys(table["policy"]):
        own = table.filter(policy=policy)
        best = own.sort("ci_low", "success", descending=True).row(0, named=True)
        told = (
            f"{best['attacker']} with {best['sybils']} accounts on a {best['background']} background named "
            f"{best['right']} of {best['targets']} ({best['success']:.0%}, 95 % interval {best['ci_low']:.0%} to "
            f"{best['ci_high']:.0%}; guess {GUESS:.0%})"
        )
        if policy == "paper":
            alive = bool(best["ci_low"] > ALIVE)
            found.append(
                Check("the attack is alive under paper", alive, f"{told}; it must clear {ALIVE:.0%}.")
            )
            continue
        over = own.filter(pl.col("ci_low") > pl.col("ceiling"))
        detail = f"{told}; ceiling of the claim {best['ceiling']:.1%}; {over.height} of {own.height} cells above it."
        found.append(Check(f"{policy} stays under the ceiling of its claim", over.is_empty(), detail))
    return found


_SCHEMA = {
    "policy": pl.String, "background": pl.String, "sybils": pl.Int64, "attacker": pl.String, "right": pl.Boolean,
    "epsilon": pl.Float64, "delta": pl.Float64,
}  # fmt: skip
_RESULT = {
    "policy": pl.String, "background": pl.String, "sybils": pl.Int64, "attacker": pl.String, "targets": pl.Int64,
    "right": pl.Int64, "success": pl.Float64, "ci_low": pl.Float64, "ci_high": pl.Float64, "guess": pl.Float64,
    "ceiling": pl.Float64,
}  # fmt: skip


def _measured(cell: dict[str, Any]) -> dict[str, Any]:
    right, targets, epsilon, delta = (cell.pop(name) for name in ("right", "targets", "epsilon", "delta"))
    low, high = binomial_interval(right, targets)
    return {
        **cell, "targets": targets, "right": right, "success": right / targets, "ci_low": low, "ci_high": high,
        "guess": GUESS, "ceiling": None if epsilon is None else ceiling(epsilon, delta),
    }  # fmt: skip
