"""Placing labels beside points so that none covers another: greedy, largest first."""

from typing import NamedTuple

CHARACTER, LINE = 5.8, 17  # pixels of the map's label font


class Label(NamedTuple):
    """A label that belongs to a point; pixels, y upwards."""

    text: str
    x: float
    y: float
    radius: float


class Spot(NamedTuple):
    """A label's text and the centre where it stands, in pixels."""

    text: str
    x: float
    y: float


Rectangle = tuple[float, float, float, float]
Circle = tuple[float, float, float]


def place(labels: list[Label], circles: list[Circle], size: tuple[float, float], most: int) -> list[Spot]:
    """Choose places for up to `most` of `labels`, given in order of importance; the rest stay without one.

    `circles` are points (x, y, radius) that a label may touch only at their rims; `size` is the map's.
    """
    taken: list[Rectangle] = []
    spots: list[Spot] = []
    for label in labels:
        half = len(label.text) * CHARACTER / 2 + 3
        for x, y in _candidates(label, half):
            box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]
            free = not any(_meet(box, other) for other in taken)
            if inside and free and not any(_covers(box, circle) for circle in circles):
                taken.append(box)
                spots.append(Spot(label.text, x, y))
                break
        if len(spots) == most:
            break
    return spots


def _candidates(label: Label, half: float) -> list[tuple[float, float]]:
    """Centres above, below, right, left, and at the corners of a point."""
    gap = label.radius + LINE / 2 + 1
    side = label.radius + half + 2
    straight = [(0.0, gap), (0.0, -gap), (side, 0.0), (-side, 0.0)]
    corners = [(sign * half * 0.6, up * gap) for up in (1, -1) for sign in (1, -1)]
    return [(label.x + x, label.y + y) for x, y in straight + corners]


def _meet(one: Rectangle, two: Rectangle) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _covers(box: Rectangle, circle: Circle) -> bool:
    x, y, radius = circle
    across = max(box[0] - x, 0, x - box[2])
    up = max(box[1] - y, 0, y - box[3])
    return bool(across**2 + up**2 < (0.85 * radius) ** 2)
