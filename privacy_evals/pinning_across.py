"""A solver against one group that cuts across clusters: what is certain of its accounts where no cell tells of them.

What its cells tell of their own clusters is asked cluster by cluster (pinning.py). Here: of the clusters without a cell
of their own, which are counted together as "other" or have nobody of the group.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from clio.release.schema import GROUPED_FACET, OTHER
from privacy_evals.pinning import Margin, Pinned, System


class Crossing(NamedTuple):
    """One group as its export tells it: accounts by published cell, and the accounts of every base cluster."""

    group_id: str
    cells: Mapping[str, int]
    sizes: Mapping[str, int]


def crossings_of(export: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Crossing]:
    """The groups of a JSON export."""
    sizes = {
        row["cluster_id"]: row["accounts"]
        for row in export["clusters"]
        if row["level"] == 0 and row["facet"] == GROUPED_FACET
    }
    cells: dict[str, dict[str, int]] = {row["group_id"]: {} for row in export.get("groups", ())}
    for row in export.get("group_clusters", ()):
        cells[row["group_id"]][row["cluster_id"]] = row["accounts"]
    return [Crossing(group, own, sizes) for group, own in cells.items()]


def pinned_across(group: Crossing, margin: Margin, least: int) -> tuple[list[Pinned], int]:
    """Sets that are certain to have more than none and fewer than `least` accounts; how many were asked.

    Asked of are the pooled rest, and the accounts of each cluster without a cell that are in the group and that are
    not. A cluster that is in no cell has nobody of the group where nothing was pooled; an account that several
    clusters of "other" have in common counts once there.
    """
    system, inside = System(), dict[str, int]()
    for cluster, size in group.sizes.items():
        if cluster in group.cells:
            continue
        whole, inside[cluster] = system.count(), system.count()
        system.state({whole: 1.0}, size - margin.size, size + margin.size)
        system.state({whole: 1.0, inside[cluster]: -1.0}, 0, math.inf)
        system.asked[f"accounts in {group.group_id} of {cluster}"] = {inside[cluster]: 1.0}
        system.asked[f"accounts not in {group.group_id} of {cluster}"] = {whole: 1.0, inside[cluster]: -1.0}
    told = group.cells.get(OTHER)
    if told is None:
        for number in inside.values():
            system.state({number: 1.0}, 0, 0)
    else:
        # Rules that the number itself contradicts are not believed: such a release has broken them.
        together = system.count(min(least, told + margin.cell))
        system.state({together: 1.0}, told - margin.cell, told + margin.cell)
        system.state({**dict.fromkeys(inside.values(), 1.0), together: -1.0}, 0, math.inf)
        for number in inside.values():
            system.state({together: 1.0, number: -1.0}, 0, math.inf)
        system.asked[f"accounts in {group.group_id} of the rest"] = {together: 1.0}
    ends = [(what, system.caught(total, least)) for what, total in system.asked.items()]
    caught = [Pinned(group.group_id, what, *found) for what, found in ends if found is not None]
    return caught, len(system.asked)
