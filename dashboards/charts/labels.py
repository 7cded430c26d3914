"""Placing labels beside points so that none covers another: greedy, largest first."""

from typing import NamedTuple

CHARACTER, LINE = 6.3, 17  # pixels of the map's label font


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


def place(labels: list[Label], width: float, height: float, most: int) -> list[Spot]:
    """Choose places for up to `most` of `labels`, given in order of importance; the rest stay without one."""
    taken: list[tuple[float, float, float, float]] = []
    spots: list[Spot] = []
    for label in labels:
        half = len(label.text) * CHARACTER / 2 + 3
        for x, y in _candidates(label, half):
            box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                spots.append(Spot(label.text, x, y))
                break
        if len(spots) == most:
            break
    return spots


def _candidates(label: Label, half: float) -> list[tuple[float, float]]:
    gap = label.radius + LINE / 2 + 1
    side = label.radius + half + 2
    return [
        (label.x, label.y + gap), (label.x, label.y - gap), (label.x + side, label.y), (label.x - side, label.y),
    ]  # fmt: skip


def _meet(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
