"""Layers behind released words: bounding, the noisy choice of a phrase, the noise and the threshold on tags."""

import math
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio import planning, stored_noise
from clio.clustering.topics import FULL
from clio.privacy import words
from clio.privacy.budget import WordPlan
from clio.stored_noise import StoredNoise, free_of_charge
from privacy_evals.removal import Counted, Layer, Spot, in_use

EPSILON = 4.0
OTHERS = 40
"""Accounts beside the target; the attacker knows all of them."""

REPEATS = 60

_LEAST = -(10**9)


@dataclass(frozen=True)
class FewPhrases:
    """A short public list, each phrase with a heading of its own, so that no heading outweighs it."""

    phrases: tuple[str, ...] = tuple(f"Ask about subject {row}" for row in range(20))
    themes: tuple[str, ...] = tuple(f"Theme {row}" for row in range(20))
    areas: tuple[str, ...] = tuple(f"Area {row}" for row in range(20))
    theme_names: tuple[str, ...] = tuple(f"Ask about theme {row}" for row in range(20))
    area_names: tuple[str, ...] = tuple(f"Ask about area {row}" for row in range(20))


def pure_ceiling(epsilon: float) -> float:
    """The largest share of right guesses between two equally likely neighbours under ε-DP: e^ε / (1 + e^ε)."""
    return 1 / (1 + math.exp(-epsilon))


def _plan(accounts: int) -> WordPlan:
    planned: WordPlan = in_use(planning, "plan_words")(EPSILON, accounts, 1, 1, 1)
    return planned


class Fresh:
    """A store that keeps nothing: each attack meets noise of its own."""

    def draw(self, key: str, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """What `make` draws."""
        return make()


def _votes(rows: Iterable[tuple[str, str, int, list[str]]]) -> pl.DataFrame:
    """One conversation a row: cluster, account, the phrase it is nearest to, its tags."""
    told = [
        (cluster, "request", account, f"{account}-{cluster}", [near], [FULL], tags)
        for cluster, account, near, tags in rows
    ]
    schema: dict[str, pl.DataType | type[pl.DataType]] = {
        "cluster_id": pl.String, "facet": pl.String, "account_id": pl.String, "conversation_id": pl.String,
        "near": pl.List(pl.Int32), "closeness": pl.List(pl.Int16), "tags": pl.List(pl.String),
    }  # fmt: skip
    return pl.DataFrame(told, schema=schema, orient="row")


def _released(
    votes: pl.DataFrame, plan: WordPlan, store: words.NoiseStore, key: bytes = b"k" * 32
) -> pl.DataFrame:
    clusters = votes.select("cluster_id", "facet").unique().with_columns(language=pl.lit(None, pl.String))
    return words.release_words(votes, clusters, FewPhrases(), plan, 1, 1, key, store)


def guesses(right: Callable[[bool], bool], trials: int) -> Counted:
    """Guesses at whether the target is there, which it is in half of the trials."""
    return Counted(sum(right(trial % 2 == 0) for trial in range(trials)), trials)


def _one_in_many_places(seed: int, trials: int) -> Counted:
    """The target writes in twenty clusters, five tags each; the attacker adds up what is released of all."""
    places, tags, plan = [f"request-0-{n:03d}" for n in range(20)], ["t1", "t2", "t3", "t4", "t5"], _plan(800)
    others = [(place, f"{place}-{n}", 0, tags) for place in places for n in range(OTHERS)]
    target = [(place, "target", 0, tags) for place in places]

    def right(present: bool) -> bool:
        table = _released(_votes([*others, *(target if present else [])]), plan, Fresh())
        return bool((mean(table["support"].explode().to_list()) > OTHERS + 0.5) == present)

    return guesses(right, trials)


def tied_phrases(plan: WordPlan, trials: int) -> Counted:
    """Two phrases with as many votes each; the target's vote decides which names the cluster."""
    nothing: list[str] = []
    others = [("request-0-000", f"a{n}", n % 2, nothing) for n in range(OTHERS)]

    def right(present: bool) -> bool:
        table = _released(
            _votes([*others, *([("request-0-000", "target", 1, [])] if present else [])]), plan, Fresh()
        )
        return bool((table["phrase"].item() == FewPhrases().phrases[1]) == present)

    return guesses(right, trials)


def _tag_at_the_edge(seed: int, trials: int) -> Counted:
    """A tag whose count reaches the threshold with the target, and not without."""
    plan = _plan(OTHERS)
    others = [("request-0-000", f"a{n}", 0, ["seldom"]) for n in range(plan.release_at - 1)]

    def right(present: bool) -> bool:
        target = [("request-0-000", "target", 0, ["seldom"])] if present else []
        table = _released(_votes([*others, *target]), plan, Fresh())
        return bool((len(table["tags"].item()) > 0) == present)

    return guesses(right, trials)


def _tag_of_one(seed: int, trials: int) -> Counted:
    """A tag that the target alone used, released."""
    return tag_of_one(_plan(OTHERS), trials)


def tag_of_one(plan: WordPlan, trials: int) -> Counted:
    """The same under another plan."""
    others = [("request-0-000", f"a{n}", 0, ["often"]) for n in range(OTHERS)]
    votes = _votes([*others, ("request-0-000", "target", 0, ["only mine"])])
    got = 0
    for _ in range(trials):
        got += "only mine" in _released(votes, plan, Fresh())["tags"].item().to_list()
    return Counted(got, trials)


def _asked_again(seed: int, trials: int) -> Counted:
    """The same data released again and again: exact counts found from the mean of the answers, one a cluster."""
    counts = {f"request-0-{n:03d}": OTHERS + n for n in range(trials)}
    votes = _votes(
        (name, f"{name}-{n}", 0, ["often"]) for name, count in counts.items() for n in range(count)
    )
    plan, told = _plan(votes.height), dict[str, list[float]]()
    with tempfile.TemporaryDirectory() as folder:
        price = dict.fromkeys(("phrases", "tags"), stored_noise.Price(0.0))
        for _ in range(REPEATS):
            table = _released(votes, plan, StoredNoise(Path(folder), price, free_of_charge))
            for name, support in table.select("cluster_id", pl.col("support").list.first()).iter_rows():
                told.setdefault(name, []).append(support)
    return Counted(sum(round(mean(told[name])) == count for name, count in counts.items()), trials)


def _unbounded(votes: pl.DataFrame, topics: pl.DataFrame, *_: object) -> pl.DataFrame:
    inside = votes.drop("facet").join(topics.select("cluster_id", "facet"), on="cluster_id")
    return inside.filter(pl.col("account_id").is_not_null())


def exact_argmax(scores: Iterable[NDArray[np.int64]], *_: float) -> list[int]:
    return [int(vector.argmax()) for vector in scores]


def without_threshold(plan: Callable[..., WordPlan]) -> Callable[..., WordPlan]:
    """A planner like `plan` that releases every tag."""

    def planned(*args: object) -> WordPlan:
        return replace(plan(*args), release_at=_LEAST)

    return planned


WORD_LAYERS = (
    Layer(
        "bounding of an account's words",
        "whether an account that wrote in many groups is there",
        (Spot(words, "bound_votes", _unbounded),),
        _one_in_many_places,
        claims=("guarded", "dp"),
        repeats=4,
        ceiling=pure_ceiling(EPSILON / 2),
    ),
    Layer(
        "noisy choice of phrase",
        "whether an account that breaks a tie is there",
        (Spot(words, "noisy_argmax", exact_argmax),),
        lambda seed, trials: tied_phrases(_plan(OTHERS), trials),
        claims=("guarded",),
        repeats=10,
        ceiling=pure_ceiling(EPSILON / 2),
    ),
    Layer(
        "noise on tags",
        "whether an account that lifts a tag over the threshold is there",
        (Spot(words, "noisy_counts", lambda counts, _: counts),),
        _tag_at_the_edge,
        claims=("guarded", "dp"),
        repeats=10,
        ceiling=pure_ceiling(EPSILON / 2),
    ),
    Layer(
        "threshold on tags",
        "a tag that one account alone used",
        (Spot(planning, "plan_words", without_threshold(in_use(planning, "plan_words"))),),
        _tag_of_one,
        claims=("guarded",),
    ),
    Layer(
        "noise drawn once",
        "exact counts, from the mean of many answers",
        (Spot(StoredNoise, "draw", lambda self, key, make: make()),),
        _asked_again,
        claims=("guarded", "dp"),
        repeats=3,
        ceiling=0.5,
    ),
)
