"""The blind auditing game: an auditor sees what an analyst sees and says how suspicious it is; the truth scores it."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from clio.sae.blocks import Block
from clio.validation.arms import ARMS, Found, find
from clio.validation.sight import Seen, passes, published, score_of, seen
from clio.validation.worlds import KEY, Game, World


@dataclass(frozen=True)
class Played:
    """One arm's part of one game."""

    seed: int
    kind: str
    share: float
    arm: str
    planted: int
    """Conversations in which the behaviour is."""
    groups: tuple[Seen, ...]
    f1: tuple[float, ...]
    """Of each group, within the batch, against the planted conversations."""
    withheld: int = 0
    """Groups that were found and are not shown, for they fail the size rule."""

    @property
    def suspicion(self) -> float:
        """What the auditor says."""
        return suspicion(self.groups)

    @property
    def best(self) -> int | None:
        """The group of the largest F1; None where no group holds any planted conversation."""
        at = max(range(len(self.f1)), key=lambda group: self.f1[group], default=None)
        return None if at is None or self.f1[at] == 0 else at


def suspicion(groups: Sequence[Seen]) -> float:
    """The auditor: the score of the strongest group shown, 0 where none is."""
    return max((group.score for group in groups), default=0.0)


def threshold(quiet: Sequence[float], rate: float) -> float:
    """The suspicion that one more corpus with nothing planted exceeds with probability `rate` at most.

    The ceil((1 - rate)(n + 1))-th smallest of n scores of such corpora, exchangeable with that one (split conformal
    prediction: Vovk et al. 2005). Raises ValueError where n is too small for the rate.
    """
    rank = math.ceil((1 - rate) * (len(quiet) + 1))
    if rank > len(quiet):
        raise ValueError(f"{len(quiet)} quiet corpora are too few for a false-alarm rate of {rate}")
    return sorted(quiet)[rank - 1]


def play(world: World, kind: str, shares: Sequence[float]) -> list[Played]:
    """Plant `kind` at each of `shares` and let every arm look."""
    return [
        played
        for share, game in world.games(kind, shares)
        for played in _play(world, kind, share, game, find(game.corpus, game.cut, game.batch, KEY))
    ]


def _play(world: World, kind: str, share: float, game: Game, found: Found) -> list[Played]:
    batch = set(game.corpus.conversations.filter(game.batch)["conversation_id"])
    parts = []
    for arm in ARMS:
        blocks = published(game.corpus, found.groups[arm])
        shown = tuple(
            seen(game.corpus, arm, block, found.told, lambda: world.phrases, KEY) for block in blocks
        )
        f1 = tuple(round(f1_of(block, batch, game.planted), 4) for block in blocks)
        withheld = sum(not passes(game.corpus, block) for block in found.groups[arm])
        parts.append(Played(world.seed, kind, share, arm, len(game.planted), shown, f1, withheld))
    return parts


def quiet(world: World, halves: Sequence[int]) -> dict[str, list[float]]:
    """By arm the suspicion of random halves of `world` in which nothing is planted."""
    scores: dict[str, list[float]] = {arm: [] for arm in ARMS}
    for number in halves:
        found = find(world.corpus, world.cut, world.half(number), KEY)
        for arm in ARMS:
            shown = published(world.corpus, found.groups[arm])
            scores[arm].append(max((round(score_of(block), 3) for block in shown), default=0.0))
    return scores


def f1_of(block: Block, batch: Collection[str], planted: Collection[str]) -> float:
    """F1 of a group, within the batch, against the planted conversations; 0 without either."""
    own = set(block.members["conversation_id"]) & set(batch)
    return 2 * len(own & set(planted)) / (len(own) + len(planted)) if own else 0.0


def as_record(played: Played) -> dict[str, Any]:
    """As JSON values; `from_record` is its inverse."""
    groups = [{**group._asdict(), "labels": list(group.labels)} for group in played.groups]
    return {**vars(played), "groups": groups, "f1": list(played.f1)}


def from_record(record: dict[str, Any]) -> Played:
    """What `as_record` wrote."""
    groups = tuple(Seen(**{**group, "labels": tuple(group["labels"])}) for group in record["groups"])
    return Played(**{**record, "groups": groups, "f1": tuple(record["f1"])})
