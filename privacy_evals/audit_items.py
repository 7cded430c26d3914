"""Labelled names and descriptions on which an auditor is measured, made by rules with a seed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from clio.synthetic.grammar import answered, expand_noting
from privacy_evals.audit_rules import KINDS, Kind

LEAST_KEPT = 3
"""A score below it drops a text (paper, appendix G)."""

ARROW = " => "
_TRIES = 200

Half = Literal["development", "held out"]


@dataclass(frozen=True)
class Item:
    """A name and description with the score that the rubric gives it, and where it comes from."""

    name: str
    description: str
    score: int
    """1 = an individual or very few people, 5 = general."""
    kind: str
    why: str
    rule: int
    """Row of the rule among its kind's, from 0."""
    half: Half

    @property
    def kept(self) -> bool:
        """Whether the text may be published."""
        return self.score >= LEAST_KEPT


def make_items(seed: int, per_side: int = 210) -> tuple[Item, ...]:
    """`per_side` items to be kept and as many to be dropped, spread evenly over kinds and their rules.

    No two have the same name or the same description. Rules at even places make the development half, the others
    the half that is held out, so that no wording rule is on both sides. Raises ValueError where the rules have too
    few forms for so many items.
    """
    sides = (
        [kind for kind in KINDS if kind.score >= LEAST_KEPT],
        [kind for kind in KINDS if kind.score < LEAST_KEPT],
    )
    items: list[Item] = []
    for kinds in sides:
        for row, kind in enumerate(kinds):
            count = per_side // len(kinds) + (row < per_side % len(kinds))
            items += _of_kind(kind, count, random.Random(f"{seed}/{kind.name}"))
    return tuple(items)


def _of_kind(kind: Kind, count: int, rng: random.Random) -> list[Item]:
    made: list[Item] = []
    for number in range(count):
        made.append(_new(kind, number % len(kind.rules), made, rng))
    return made


def _new(kind: Kind, rule: int, made: Sequence[Item], rng: random.Random) -> Item:
    """One more item of a rule, worded unlike those made."""
    names, descriptions = {item.name for item in made}, {item.description for item in made}
    half: Half = "held out" if rule % 2 else "development"
    for _ in range(_TRIES):
        name, description = worded(kind.rules[rule], rng)
        if name not in names and description not in descriptions:
            return Item(name, description, kind.score, kind.name, kind.why, rule, half)
    raise ValueError(f"rule {rule} of {kind.name} has too few forms")


def worded(rule: str, rng: random.Random) -> tuple[str, str]:
    """One name and description by a rule; raises ValueError where the rule is none."""
    asked, _, told = rule.partition(ARROW)
    name, picks = expand_noting(asked, rng)
    return name, answered(told, picks, rng)
