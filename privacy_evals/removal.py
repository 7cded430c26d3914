"""Taking one layer of the product away, in an evaluation only, and counting what leaks with and without it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any, NamedTuple

from clio.statistics import Interval, binomial_interval


class Counted(NamedTuple):
    """How often an attack had what it wanted."""

    successes: int
    trials: int

    @property
    def share(self) -> float:
        """Successes of trials."""
        return self.successes / self.trials

    @property
    def interval(self) -> Interval:
        """The exact 95 % interval of the share."""
        return binomial_interval(self.successes, self.trials)

    def exceeds(self, share: float) -> bool:
        """Whether the true share is larger, wrong once in two thousand times: many layers are looked at together."""
        return binomial_interval(self.successes, self.trials, 0.999).low > share


Attack = Callable[[int, int], Counted]
"""(seed, trials) -> how often it succeeded against the product as it stands."""


class Spot(NamedTuple):
    """A function (or constant) of the product at the place where it is used, and what stands in when it is gone."""

    owner: ModuleType | type
    name: str
    substitute: Any


@dataclass(frozen=True)
class Layer:
    """One layer of defence: how it is removed, and the leak that it is there to stop."""

    name: str
    leak: str
    """What leaks without it, a phrase."""

    spots: tuple[Spot, ...]
    attack: Attack
    claims: tuple[str, ...] = ()
    """Policies whose claim leans on it."""

    ceiling: float = 0.0
    """The most that the attack may reach with the layer in place; what a coin reaches where it guesses one of two."""

    removed_too: tuple[Spot, ...] = ()
    """What else guards against the same leak: gone with and without the layer, so that each is seen by itself."""

    avoided: Attack | None = None
    """A known way round it, tried with the layer in place."""

    repeats: int = 1
    """Trials in units of the scale's: more where an attack guesses against noise."""

    with_model_only: bool = False
    """Whether a run that asks no model passes it by."""


@dataclass(frozen=True)
class Compared:
    """One layer's leak without it, with it, and by the known way round it."""

    layer: Layer
    without: Counted
    within: Counted
    round_it: Counted | None

    @property
    def noticed(self) -> bool:
        """Whether the exact intervals say that its removal makes the leak larger."""
        return self.without.interval.low > self.within.interval.high

    @property
    def verdict(self) -> str:
        """holds: this layer alone stops the leak; lint: it can be avoided, lets too much through, or does nothing."""
        stops = not self.within.exceeds(self.layer.ceiling)
        avoidable = self.round_it is not None and self.round_it.exceeds(self.layer.ceiling)
        return "holds" if self.noticed and stops and not avoidable else "lint"


def compare(layer: Layer, seed: int, trials: int) -> Compared:
    """Attack with the layer and without it, `trials` times the layer's repeats each; all else is the same."""
    trials *= layer.repeats
    with replaced(layer.removed_too):
        within = layer.attack(seed, trials)
        with replaced(layer.spots):
            without = layer.attack(seed, trials)
    round_it = None if layer.avoided is None else layer.avoided(seed, trials)
    return Compared(layer, without, within, round_it)


def in_use(owner: ModuleType, name: str) -> Any:
    """What stands at a spot now: what a world calls, so that it meets the product or the substitute."""
    return vars(owner)[name]


@contextmanager
def replaced(spots: Sequence[Spot]) -> Iterator[None]:
    """Put each spot's substitute in its place for a while; raises AttributeError where the product has no such spot."""
    with ExitStack() as stack:
        for owner, name, substitute in spots:
            before = vars(owner)[name] if name in vars(owner) else getattr(owner, name)
            stack.callback(setattr, owner, name, before)
            setattr(owner, name, substitute)
        yield


@contextmanager
def watched(spots: Sequence[Spot]) -> Iterator[set[tuple[str, str]]]:
    """Note the (owner, name) of every function among `spots` that is called meanwhile; it still does its work."""
    called: set[tuple[str, str]] = set()

    def watching(spot: Spot) -> Spot:
        real = vars(spot.owner)[spot.name]

        def passed_on(*args: Any, **kwargs: Any) -> Any:
            called.add((spot.owner.__name__, spot.name))
            return real(*args, **kwargs)

        return Spot(spot.owner, spot.name, passed_on)

    with replaced([watching(spot) for spot in spots if callable(vars(spot.owner)[spot.name])]):
        yield called
