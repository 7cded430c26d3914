"""Where Plotly puts a treemap's tiles, so that labels can be cut to fit them.

The algorithm of Bruls, Huizing and van Wijk (2000) as d3-hierarchy and Plotly run it, with aspect ratio 1.
"""

from typing import NamedTuple


class Box(NamedTuple):
    """A tile in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def squarify(sizes: list[float], box: Box) -> list[Box]:
    """Tiles of `sizes` (largest first, all above 0) that fill `box`; in the same order."""
    tiles: list[Box] = []
    left, value, start = box, sum(sizes), 0
    while start < len(sizes):
        end = _row_end(sizes, start, left, value)
        row = sizes[start:end]
        portion = sum(row) / value if value else 1.0
        if left.width < left.height:
            edge = left.top + left.height * portion
            tiles += _spread(row, Box(left.left, left.top, left.right, edge), across=True)
            left = left._replace(top=edge)
        else:
            edge = left.left + left.width * portion
            tiles += _spread(row, Box(left.left, left.top, edge, left.bottom), across=False)
            left = left._replace(left=edge)
        value, start = sum(sizes[end:]), end
    return tiles


def _row_end(sizes: list[float], start: int, box: Box, value: float) -> int:
    """The end of the row that starts at `start`: it grows while its worst tile gets squarer."""
    long = max(box.height / max(box.width, 1e-9), box.width / max(box.height, 1e-9)) / max(value, 1e-9)
    total, best = 0.0, float("inf")
    for end in range(start, len(sizes)):
        total += sizes[end]
        beta = total * total * long
        worst = max(sizes[start] / max(beta, 1e-9), beta / max(sizes[end], 1e-9))
        if worst > best:
            return end
        best = worst
    return len(sizes)


def _spread(row: list[float], box: Box, *, across: bool) -> list[Box]:
    """Cut `box` into tiles of `row`, left to right or top to bottom."""
    total, tiles, at = sum(row) or 1.0, [], box.left if across else box.top
    for size in row:
        step = (box.width if across else box.height) * size / total
        tiles.append(
            box._replace(left=at, right=at + step) if across else box._replace(top=at, bottom=at + step)
        )
        at += step
    return tiles


def layout(
    children: dict[str, list[tuple[str, float]]], root: str, box: Box, top: float, side: float, gap: float
) -> dict[str, Box]:
    """The tiles of everything below `root`: `children` gives (id, size) of each node, largest first.

    `top` and `side` are the room that a node keeps for its label and border, `gap` what stands between tiles.
    """
    found: dict[str, Box] = {}
    inner = Box(box.left + side, box.top + top, box.right - side, box.bottom - side)
    nodes = children.get(root, [])
    if not nodes or inner.width <= 0 or inner.height <= 0:
        return found
    grown = Box(inner.left - gap / 2, inner.top - gap / 2, inner.right + gap / 2, inner.bottom + gap / 2)
    for (name, _), tile in zip(nodes, squarify([max(size, 1e-6) for _, size in nodes], grown), strict=True):
        half = gap / 2
        found[name] = Box(tile.left + half, tile.top + half, tile.right - half, tile.bottom - half)
        found |= layout(children, name, found[name], top, side, gap)
    return found
