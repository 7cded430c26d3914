"""Telling clusters of one name apart by what was released about each, so that no two share a name."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

MAX_NAME_WORDS = 10
PLAIN = 0.25  # what it is worth that one of the clusters keeps the plain name
REPEATED = 0.5  # what a tag loses that repeats a word of the name
NUMBERED = -4.0

Support = Mapping[str, float]


def distinct_names(names: Sequence[str], supports: Sequence[Support]) -> list[str]:
    """The names, those that several clusters share made different: "Plan a trip", "Plan a trip: visa".

    Args:
        names: one per cluster, sorted in an order that says nothing of the data.
        supports: of each cluster, its released tags and the (released) accounts behind each.

    Returns:
        Names in the same order, all different. The clusters of one name are considered together: the tags that
        set most apart what each says from what the others say, one cluster under the plain name where that
        costs least; a number where no tag is left.
    """
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        rows.setdefault(name, []).append(row)
    out, taken = list(names), set(rows)
    for name, sharing in sorted(rows.items()):
        if len(sharing) == 1:
            continue
        for row, qualifier in zip(sharing, _qualifiers(name, [supports[r] for r in sharing]), strict=True):
            out[row] = name if qualifier is None else _free(name, qualifier, taken)
            taken.add(out[row])
    return out


def _qualifiers(name: str, supports: Sequence[Support]) -> list[str | None]:
    """For each cluster of `name` a tag of its own, "" for a number, None for the one that stays plain."""
    strength = [_relative(support) for support in supports]
    tags = sorted({tag for own in strength for tag in own if _says_more(name, tag)})
    worth = np.full((len(supports), len(tags) + 1 + len(supports)), NUMBERED)
    worth[:, len(tags)] = PLAIN
    for row, own in enumerate(strength):
        for column, tag in enumerate(tags):
            if tag in own:
                elsewhere = max(other.get(tag, 0.0) for i, other in enumerate(strength) if i != row)
                worth[row, column] = own[tag] - elsewhere - REPEATED * _repeats(name, tag)
    given = linear_sum_assignment(worth, maximize=True)[1]
    return [None if c == len(tags) else tags[c] if c < len(tags) and worth[r, c] > NUMBERED else ""
            for r, c in enumerate(given)]  # fmt: skip


def _relative(support: Support) -> dict[str, float]:
    """Each tag's support as a share of the cluster's strongest, so that large clusters do not win every tag."""
    most = max(support.values(), default=1.0)
    return {tag: value / most for tag, value in support.items()}


def _says_more(name: str, tag: str) -> bool:
    new = [word for word in tag.split() if not _within(name, word)]
    return bool(new) and len(name.split()) + len(tag.split()) <= MAX_NAME_WORDS


def _repeats(name: str, tag: str) -> bool:
    return any(_within(name, word) for word in tag.split())


def _within(name: str, word: str) -> bool:
    """Whether the name holds the word or a plain inflection of it."""
    return any(said == word or said.removesuffix("s") == word for said in name.lower().split())


def _free(name: str, qualifier: str, taken: set[str]) -> str:
    wanted = f"{name}: {qualifier}"
    if qualifier and wanted not in taken:
        return wanted
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"
