"""The policy as stamped in a manifest: written by the gate, read back by `clio verify`."""

from dataclasses import asdict
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from clio.policies import POLICIES, Policy, SizeRule, Unit, claim_sentence
from clio.release.schema import PolicyStamp


class Stamped(NamedTuple):
    """What a manifest says a release was made under."""

    policy: Policy
    unit: Unit
    epsilon: float | None
    delta: float | None


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
    unit: Unit
    epsilon: float | None
    delta: float | None


def stamp(
    policy: Policy, unit: Unit, epsilon: float | None = None, delta: float | None = None
) -> PolicyStamp:
    """Stamp `policy` with its exact claim and parameters; epsilon and delta only where names are noisy."""
    spent = (epsilon, delta) if policy.private_names else (None, None)
    return PolicyStamp(
        name=policy.name,
        claim=claim_sentence(policy, unit, *spent),
        parameters={
            "clusters": asdict(policy.clusters),
            "cells": asdict(policy.cells),
            "rounding": policy.rounding,
            "unit": unit,
            "epsilon": spent[0],
            "delta": spent[1],
        },
    )


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
    )
    return Stamped(policy, found.unit, found.epsilon, found.delta)
