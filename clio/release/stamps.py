"""The policy as stamped in a manifest, written by the gate; and what `clio verify` asks of a manifest."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from clio.policies import POLICIES, Policy, SizeRule, Unit, claim_sentence, weakest
from clio.release.schema import OPEN_COUNTS, Manifest, PolicyStamp

_BAND = re.compile(r"(\d{1,3}(?:,\d{3})*)-(\d{1,3}(?:,\d{3})*)")
_ROUNDING = 1e-6
"""Share by which sums of one release's charges may exceed its epsilon: they are converted one by one."""
_STEP = re.compile(r"[125]0+")


class Stamped(NamedTuple):
    """What a manifest says a release was made under."""

    policy: Policy
    unit: Unit
    epsilon: float | None
    delta: float | None
    weaker: str | None
    in_all: tuple[float, float] | None


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)
    min_accounts: int
    min_conversations: int
    max_account_share: float


class _Parameters(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)
    clusters: _Rule
    cells: _Rule
    rounding: int
    size_noise: float = 0.0
    cell_noise: float = 0.0
    unit: Unit
    epsilon: float | None
    delta: float | None
    weaker: str | None = None
    epsilon_in_all: float | None = None
    delta_in_all: float | None = None


def stamp(
    policy: Policy,
    unit: Unit,
    epsilon: float | None = None,
    delta: float | None = None,
    weaker: str | None = None,
    cumulative: Mapping[str, float] | None = None,
) -> PolicyStamp:
    """Stamp `policy` with its exact claim and parameters; epsilon and delta only where names are noisy.

    `weaker` names a policy that promises less and that the same window was released under before; `cumulative` is the
    manifest's, what the window was charged with in all.
    """
    in_all = None if weaker is not None else _in_all(epsilon, cumulative)
    spent = (epsilon, delta) if policy.private_names else (None, None)
    return PolicyStamp(
        name=policy.name,
        claim=claim_sentence(policy, unit, *spent, weaker, in_all),
        parameters={
            "clusters": asdict(policy.clusters),
            "cells": asdict(policy.cells),
            "rounding": policy.rounding,
            **({"size_noise": policy.size_noise, "cell_noise": policy.cell_noise} if policy.noisy else {}),
            "unit": unit,
            "epsilon": spent[0],
            "delta": spent[1],
            **({} if weaker is None else {"weaker": weaker}),
            **({} if in_all is None else {"epsilon_in_all": in_all[0], "delta_in_all": in_all[1]}),
        },
    )


def _in_all(epsilon: float | None, cumulative: Mapping[str, float] | None) -> tuple[float, float] | None:
    """What releases of the window come to together, where that is more than this one's epsilon."""
    if epsilon is None or cumulative is None or cumulative["window_epsilon"] <= epsilon * (1 + _ROUNDING):
        return None
    return cumulative["window_epsilon"], cumulative["window_delta"]


def read_stamp(stamped: PolicyStamp) -> Stamped | None:
    """Read a stamp back; None when its policy is unknown or its parameters are not those of a policy."""
    known = POLICIES.get(stamped.name)
    try:
        found = _Parameters.model_validate(stamped.parameters)
    except ValidationError:
        return None
    if known is None:
        return None
    policy = Policy(
        name=known.name,
        claim=known.claim,
        clusters=SizeRule(**found.clusters.model_dump()),
        cells=SizeRule(**found.cells.model_dump()),
        rounding=found.rounding,
        private_names=known.private_names,
        epsilon=known.epsilon,
        noisy=known.noisy,
        size_noise=found.size_noise,
        cell_noise=found.cell_noise,
    )
    both = found.epsilon_in_all, found.delta_in_all
    in_all = None if both[0] is None or both[1] is None else (both[0], both[1])
    return Stamped(policy, found.unit, found.epsilon, found.delta, found.weaker, in_all)


def rule_problems(manifest: Manifest) -> list[str]:
    """What keeps the stamped rules from being the policy's, with the sizes that the manifest's settings state."""
    stamped = read_stamp(manifest.policy)
    if stamped is None:
        return ["the manifest's policy is not one this version knows"]
    known, stated = POLICIES[stamped.policy.name], manifest.settings.get("privacy")
    problems = [] if stamped.policy.cells == known.cells else ["the rules of cells are not the policy's"]
    if stamped.policy.rounding != known.rounding:
        problems.append("the rounding is not the policy's")
    if known.noisy != (min(stamped.policy.size_noise, stamped.policy.cell_noise) > 0):
        problems.append("the noise is not the policy's")
    told = {"policy": stamped.policy.name, "unit": stamped.unit, **asdict(stamped.policy.clusters)}
    if not isinstance(stated, dict):
        return [*problems, "the manifest's settings do not tell the policy"]
    if stated.get("epsilon") is not None:
        told["epsilon"] = stamped.epsilon
    wrong = [name for name, value in told.items() if stated.get(name) != value]
    return problems + [f"{name} is not the one in the manifest's settings" for name in wrong]


def claim_problems(manifest: Manifest) -> list[str]:
    """What keeps the claim and the budget from being what the stamped parameters say."""
    stamped = read_stamp(manifest.policy)
    if stamped is None:
        return ["the policy is unknown"]
    spent = (stamped.epsilon, stamped.delta)
    if stamped.policy.private_names and None in spent:
        return ["a policy with noisy names states no epsilon or delta"]
    problems = []
    if stamped.weaker is not None and (
        stamped.weaker == stamped.policy.name
        or weakest((stamped.weaker, stamped.policy.name)) != stamped.weaker
    ):
        problems.append("the policy named as weaker is not weaker")
    cumulative = manifest.budget.cumulative if stamped.weaker is None else None
    if stamped.in_all != _in_all(stamped.epsilon, cumulative):
        problems.append("what releases of the window come to together is not what the budget says")
    sentence = claim_sentence(stamped.policy, stamped.unit, *spent, stamped.weaker, stamped.in_all)
    if manifest.policy.claim != sentence:
        problems.append("the claim is not the policy's sentence for these parameters")
    if (manifest.budget.epsilon, manifest.budget.delta) != spent:
        problems.append("the budget is not the one that the claim states")
    parts = manifest.budget.parts.values()
    if parts and stamped.epsilon is not None and abs(sum(parts) - stamped.epsilon) > 1e-9:
        problems.append("the parts of the budget do not add up to epsilon")
    return problems


def count_problems(manifest: Manifest) -> list[str]:
    """Counts that are none, and those of private things that are no bands of 1-2-5 steps, where the policy rounds."""
    stamped = read_stamp(manifest.policy)
    if stamped is not None and stamped.policy.noisy:
        return ["a noisy policy tells no count of its own"] if manifest.counts or manifest.pooled else []
    exact = stamped is not None and stamped.policy.rounding == 1
    told = [(exact, value) for value in manifest.counts.values()]
    told += [(exact or name in OPEN_COUNTS, value) for name, value in manifest.pooled.items()]
    return [
        f"{value!r:.30} is no {'count' if may_be_exact else 'band'}"
        for may_be_exact, value in told
        if not (_is_band(value) or (may_be_exact and isinstance(value, int) and value >= 0))
    ]


def _is_band(value: int | str) -> bool:
    found = _BAND.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return False
    low, high = (int(end.replace(",", "")) for end in found.groups())
    steps = [_STEP.fullmatch(str(end)) is not None for end in (low, high)]
    return (low == 0 and high == 10) or (all(steps) and high in (2 * low, low * 5 // 2))
