"""The hierarchy above the base clusters, built from names and descriptions only (paper, appendix G).

Per level: neighbourhoods of about 40 groups propose parents, the proposals are deduplicated over all of them,
every group is assigned to one, and each parent is renamed from the children it received. Nothing here sees a
size, a conversation or an embedding of one.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from clio.models.questions import Assign, Deduplicate, Group, Propose, Provider, Question, Rename

NEIGHBOURHOOD = 40
LEAST_FOR_LEVEL = 6  # fewer groups than this are read at a glance and get no parents
TOP = 10  # groups wanted at the top of a tall tree

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


class Level(NamedTuple):
    """One level: its groups, and for each group of the level below the row of its parent here."""

    groups: tuple[Group, ...]
    parent_of: tuple[int, ...]
    fallback: str | None


@dataclass(frozen=True)
class Builder:
    """What building a level needs: who answers, how names are embedded, the seed, and whose naming criteria hold."""

    provider: Provider
    encode: Encode
    seed: int
    facet: str = "request"


def level_sizes(base: int) -> list[int]:
    """Wanted number of groups at each level above `base` groups, lowest first: a geometric descent.

    n_l / n_(l-1) = (n_top / n_base)^(1/(L-1)) for L levels (paper, appendix G).
    """
    if base < LEAST_FOR_LEVEL:
        return []
    top = max(2, min(TOP, round(base / 2.5)))
    above = max(1, round(math.log(base / top) / math.log(5)))
    ratio = (top / base) ** (1 / above)
    sizes = [max(top, round(base * ratio**level)) for level in range(1, above + 1)]
    return [size for size, below in zip(sizes, [base, *sizes], strict=False) if size < below]


def build_level(groups: Sequence[Group], wanted: int, builder: Builder) -> Level:
    """Build about `wanted` parents over `groups`; falls back to nearest groups when the level does not shrink.

    The order of `groups` does not matter to what is built beyond the order of equal choices.
    """
    vectors = builder.encode([text_of(group) for group in groups])
    parents = _parents(groups, vectors, wanted, builder)
    if parents:
        parent_of = _assign(groups, vectors, parents, builder)
        used = sorted(set(parent_of))
        if len(used) < len(groups):
            chosen = [parents[row] for row in used]
            renumbered = tuple(used.index(row) for row in parent_of)
            return Level(_rename(groups, chosen, renumbered, builder), renumbered, None)
    return _fallback(groups, vectors, wanted, builder)


def text_of(group: Group) -> str:
    """The text of a group that is embedded: its name and description."""
    return f"{group.name}. {group.description}"


def _parents(
    groups: Sequence[Group], vectors: NDArray[np.float32], wanted: int, builder: Builder
) -> tuple[Group, ...]:
    """Candidate parents: proposed by neighbourhood, then deduplicated over all."""
    labels = _cluster(vectors, math.ceil(len(groups) / NEIGHBOURHOOD), builder.seed)
    questions: list[Question] = []
    for label in range(int(labels.max()) + 1):
        inside = np.flatnonzero(labels == label).tolist()
        share = wanted * len(inside) / len(groups)
        questions.append(
            Propose(
                tuple(groups[row] for row in inside) + _outside(groups, vectors, labels, label),
                math.ceil(share),
                builder.facet,
            )
        )
    candidates = [
        candidate
        for answer in builder.provider.answer(questions)
        if answer.status == "ok"
        for candidate in answer.value
    ]
    if not candidates:
        return ()
    answer = next(iter(builder.provider.answer([Deduplicate(tuple(candidates), wanted, builder.facet)])))
    return tuple(answer.value) if answer.status == "ok" else tuple(dict.fromkeys(candidates))


def _outside(
    groups: Sequence[Group], vectors: NDArray[np.float32], labels: NDArray[np.int64], label: int
) -> tuple[Group, ...]:
    """The few groups nearest to a neighbourhood from outside it: they keep its proposals from overlapping."""
    others = np.flatnonzero(labels != label)
    if len(others) == 0:
        return ()
    distance = np.linalg.norm(vectors[others] - vectors[labels == label].mean(axis=0), axis=1)
    return tuple(groups[row] for row in others[np.argsort(distance, kind="stable")[: NEIGHBOURHOOD // 8]])


def _assign(
    groups: Sequence[Group], vectors: NDArray[np.float32], parents: Sequence[Group], builder: Builder
) -> list[int]:
    """Row of the parent of each group; a failed or impossible answer takes the nearest parent by embedding."""
    questions = [Assign(group, tuple(parents), builder.facet) for group in groups]
    by_distance = vectors @ builder.encode([text_of(parent) for parent in parents]).T
    rows = []
    for row, answer in enumerate(builder.provider.answer(questions)):
        valid = answer.status == "ok" and isinstance(answer.value, int) and 0 <= answer.value < len(parents)
        rows.append(int(answer.value) if valid else int(by_distance[row].argmax()))
    return rows


def _rename(
    groups: Sequence[Group], parents: Sequence[Group], parent_of: Sequence[int], builder: Builder
) -> tuple[Group, ...]:
    """Rename each parent from its children, names kept distinct; a failed answer keeps the proposed name."""
    renamed: list[Group] = []
    for row, parent in enumerate(parents):
        children = tuple(group for group, up in zip(groups, parent_of, strict=True) if up == row)
        taken = tuple(group.name for group in renamed)
        answer = next(iter(builder.provider.answer([Rename(children, parent, taken, builder.facet)])))
        named = answer.value if answer.status == "ok" else parent
        renamed.append(distinct(named, taken))
    return tuple(renamed)


def distinct(group: Group, taken: Sequence[str]) -> Group:
    """The group, its name numbered when the name is taken already."""
    name, number = group.name, 2
    while name in taken:
        name, number = f"{group.name} ({number})", number + 1
    return replace(group, name=name)


def _fallback(groups: Sequence[Group], vectors: NDArray[np.float32], wanted: int, builder: Builder) -> Level:
    """Parents by nearest neighbours of the embedded names alone, each named after its most central child."""
    labels = _cluster(vectors, min(wanted, len(groups) - 1), builder.seed)
    parents: list[Group] = []
    for label in range(int(labels.max()) + 1):
        inside = np.flatnonzero(labels == label).tolist()
        central = inside[int((vectors[inside] @ vectors[inside].mean(axis=0)).argmax())]
        parents.append(distinct(groups[central], [parent.name for parent in parents]))
    sentence = "A level of the hierarchy did not shrink and was built from the nearest names instead."
    return Level(tuple(parents), tuple(int(label) for label in labels), sentence)


def _cluster(vectors: NDArray[np.float32], k: int, seed: int) -> NDArray[np.int64]:
    """Labels 0..m-1, m <= k, of seeded k-means; every label used."""
    if k <= 1:
        return np.zeros(len(vectors), np.int64)
    with threadpool_limits(1):
        labels = KMeans(min(k, len(vectors)), n_init=4, random_state=seed).fit_predict(vectors)
    compact: NDArray[np.int64] = np.unique(labels, return_inverse=True)[1].astype(np.int64)
    return compact
