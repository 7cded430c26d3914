"""The taxonomy as plain text for a terminal: shares, names cut to the width, the claim at the end."""

import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from clio.release.reader import Release
from clio.release.text import escape

LINES = 90
"""About how many lines a facet's tree may take; deeper levels open only while they fit."""

LEAST_CHILDREN = 3


@dataclass
class _Node:
    cluster_id: str
    name: str
    share: float
    conversations: int
    children: list["_Node"] = field(default_factory=list)
    shown: int = 0


def render_tree(release: Release, width: int = 100, max_children: int = 8, lines: int = LINES) -> str:
    """Draw each facet's groups by share, `width` columns wide, ending with the release's claim.

    A level is opened for all groups above it or for none, each showing its largest children: at most
    `max_children`, fewer where the tree would pass about `lines`, and no level with fewer than 3. What is not
    shown is summed up in a line. Control and direction-changing characters in names are shown as escapes.
    """
    width = max(width, 40)
    text = [_heading(release), *(f"Note: {escape(note)}" for note in release.manifest.notes)]
    blocks = ["\n".join(line for item in text for line in textwrap.wrap(item, width))]
    for facet in release.facets():
        roots = _nodes(release, facet)
        _open_levels(roots, max_children, lines)
        title = textwrap.wrap(f"{escape(facet)}: share of conversations, group, conversations", width)
        blocks.append("\n".join(title + list(_draw(roots, "", width, root=True))))
    if release.groups is not None:
        blocks.append("\n".join(_cutting_across(release.groups, width)))
    blocks.append("\n".join(textwrap.wrap(f"Claim: {escape(release.manifest.policy.claim)}", width)))
    return "\n\n".join(blocks) + "\n"


def _cutting_across(groups: pl.DataFrame, width: int) -> list[str]:
    """A line for each group that cuts across clusters, the surest first; the largest where z is not told."""
    if groups.is_empty():
        return textwrap.wrap("Nothing that cuts across clusters rose by more than chance reaches.", width)
    sure = groups["z"].is_not_null().all()
    what = "z (chance), share of accounts" if sure else "share of accounts"
    lines = textwrap.wrap(f"Groups that cut across clusters: {what}, group, accounts", width)
    for row in groups.sort("z", "accounts", "group_id", descending=[True, True, False]).iter_rows(named=True):
        z = f"{row['z']:>5.1f} ({row['z_null']:.1f}) " if sure else "  "
        left = f"{z}{row['share'] or 0:>6.1%}  {escape(row['name'])}"
        lines.append(_line(left, f"{row['accounts']:,}", width))
    return lines


def _heading(release: Release) -> str:
    manifest = release.manifest
    start, end = manifest.window.get("start"), manifest.window.get("end")
    when = f"{start} to {end}" if start and end else start or "no dates known"
    levels = release.clusters["level"].n_unique()
    return (
        f"Release {manifest.release_id} · {when} · policy {manifest.policy.name} · "
        f"{release.base().height:,} base clusters in {levels} {'level' if levels == 1 else 'levels'}"
    )


def _nodes(release: Release, facet: str) -> list[_Node]:
    rows = release.clusters.filter(facet=facet).sort(
        "conversations", "cluster_id", descending=[True, False], nulls_last=True
    )
    nodes = {
        row["cluster_id"]: _Node(
            row["cluster_id"], escape(row["name"]), row["share"] or 0.0, row["conversations"] or 0
        )
        for row in rows.iter_rows(named=True)
    }
    roots: list[_Node] = []
    for cluster_id, parent_id in rows.select("cluster_id", "parent_id").iter_rows():
        siblings = nodes[parent_id].children if parent_id in nodes else roots
        siblings.append(nodes[cluster_id])
    return roots


def _open_levels(roots: list[_Node], max_children: int, lines: int) -> None:
    """Decide how many children each node shows, level by level, within the lines left."""
    used, level = len(roots), roots
    while level:
        cap = max_children
        while cap >= LEAST_CHILDREN and used + _lines(level, cap) > lines:
            cap -= 1
        if cap < min(LEAST_CHILDREN, max_children):
            return
        for node in level:
            node.shown = min(cap, len(node.children))
        used += _lines(level, cap)
        level = [child for node in level for child in node.children[: node.shown]]


def _lines(level: Iterable[_Node], cap: int) -> int:
    return sum(min(cap, len(node.children)) + (len(node.children) > cap) for node in level)


def _draw(nodes: list[_Node], indent: str, width: int, root: bool = False, hidden: int = 0) -> Iterable[str]:
    for row, node in enumerate(nodes):
        last = row == len(nodes) - 1 and not hidden
        branch, below = ("", "") if root else ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield _line(f"{indent}{branch}{node.share:>6.1%}  {node.name}", f"{node.conversations:,}", width)
        rest = node.children[node.shown :]
        inner = indent + below + "  "
        yield from _draw(node.children[: node.shown], inner, width, hidden=len(rest))
        if rest and node.shown:
            share, conversations = sum(one.share for one in rest), sum(one.conversations for one in rest)
            yield _line(f"{inner}└─ {share:>6.1%}  … {len(rest):,} more", f"{conversations:,}", width)


def _line(left: str, right: str, width: int) -> str:
    room = width - len(right) - 2
    left = _cut(left, room)
    return left + " " * (room - _columns(left) + 2) + right


def _cut(text: str, room: int) -> str:
    if _columns(text) <= room:
        return text
    while text and _columns(text) > room - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _columns(text: str) -> int:
    """Columns a terminal needs: two for wide characters, none for combining marks."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
