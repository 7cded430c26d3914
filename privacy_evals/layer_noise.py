"""Layers of the policy `dp`: the noise of each mechanism, and the bound on what an account adds to a centre."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import NormalDist
from typing import Any, cast

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio import dp_steps
from clio.clustering.exact import GRID
from clio.policies import DP
from clio.privacy import differential, noisy_cells, words
from clio.privacy.differential import DpPlan, plan_dp
from clio.privacy.dimensions import BUILT_IN
from clio.privacy.noisy_cells import Cells
from clio.settings import Settings, load_settings
from clio.stages import Work
from clio.stored_noise import StoredNoise
from privacy_evals.layer_words import (
    EPSILON,
    OTHERS,
    Fresh,
    exact_argmax,
    guesses,
    tag_of_one,
    tied_phrases,
    without_threshold,
)
from privacy_evals.removal import Counted, Layer, Spot

ACCOUNTS = 1000
"""What the plan expects: few, so that its noise is that of a small window."""

AXES, CENTERS = 4, 2
FACET, BASE = "request", "request-0-000"
MANY = 20
"""Conversations that one account sends where nothing bounds them."""


def _plan() -> DpPlan:
    return plan_dp(EPSILON, ACCOUNTS, 1, 1, 1)


def gaussian_ceiling(rho: float) -> float:
    """The largest share of right guesses between two neighbours under Gaussian noise of ρ: Φ(mu / 2), mu² = 2ρ.

    Dong, Roth and Su 2022, Gaussian differential privacy; discrete noise agrees to three digits at these scales.
    """
    return NormalDist().cdf(math.sqrt(2 * rho) / 2)


def choice_ceiling(plan: DpPlan) -> float:
    """The same for a choice with bounded range ε: 1 / (1 + e^(-ε / 2)) (Dong, Durfee and Rogers 2020)."""
    return 1 / (1 + math.exp(-plan.words.epsilon_per_choice / 2))


@dataclass(frozen=True)
class _OneShard:
    """The workspace of a world held in memory."""

    def shards(self) -> list[str]:
        return ["0"]

    def content(self, table: str, shard: str) -> str:
        """The same for every world: nothing that was drawn is recalled here."""
        return f"{table} {shard}"


@dataclass(frozen=True)
class HeldWork(Work):
    """A stage's work over tables and vectors in memory, whose noise is drawn anew each time."""

    held: Mapping[str, Any] = field(default_factory=dict)

    def read(self, table: str, shard: str | None = None, *columns: str) -> pl.DataFrame:
        """A table that the world holds."""
        found: pl.DataFrame = self.held[table]
        return found.select(columns) if columns else found

    def whole(self, table: str) -> pl.DataFrame:
        """A table that the world holds."""
        return self.read(table)

    def array(self, table: str, shard: str | None = None) -> NDArray[np.float32]:
        """Vectors that the world holds."""
        return cast("NDArray[np.float32]", self.held[table])

    def accounts(self, shard: str) -> pl.DataFrame:
        """conversation_id and account_id of every conversation."""
        return self.read("conversations")

    @property
    def key(self) -> bytes:
        """A key that no attack uses."""
        return b"k" * 32

    @property
    def languages(self) -> None:
        """Every language is covered."""
        return

    def noise(self, price: Mapping[str, Any]) -> StoredNoise:
        """New noise for every question."""
        return cast("StoredNoise", Fresh())


def _ids(accounts: Sequence[str]) -> pl.DataFrame:
    """The ids of the conversations, one for each of `accounts`."""
    return pl.DataFrame({"conversation_id": [f"c{row:06d}" for row in range(len(accounts))]})


def _work(accounts: Sequence[str], **tables: Any) -> HeldWork:
    rows = _ids(accounts).with_columns(account_id=pl.Series(accounts, dtype=pl.String))
    facets = rows.select(
        "conversation_id", status=pl.lit("ok"), language=pl.lit("en"), request=pl.lit("plan")
    )
    held = {"conversations": rows, "facets": facets, **tables}
    return HeldWork(cast("Any", _OneShard()), _settings(), held=held)


def _settings() -> Settings:
    chosen = {"privacy.policy": "dp", "privacy.epsilon": EPSILON, "privacy.expected_accounts": ACCOUNTS}
    return load_settings(overrides=chosen)


def _people(present: bool, copies: int = 1) -> list[str]:
    return [f"a{number}" for number in range(OTHERS)] + ["target"] * (copies if present else 0)


def _sizes(seed: int, trials: int) -> Counted:
    """Is the target in a group of which the attacker knows all others? From the group's size."""
    plan = _plan()
    centroids = pl.DataFrame({"cluster_id": [BASE], "facet": [FACET]})

    def right(present: bool) -> bool:
        people = _people(present)
        assigned = _ids(people).with_columns(facet=pl.lit(FACET), cluster_id=pl.lit(BASE))
        work = _work(people, centroids=centroids, assignments=assigned)
        return bool((dp_steps._sizes(work, FACET, plan)["accounts"].item() > OTHERS + 0.5) == present)

    return guesses(right, trials)


def _centers(copies: int, trials: int) -> Counted:
    """Is the target there, whose text is like nobody else's? From the sums over one centre."""
    plan = _plan()
    noise = dp_steps._noise(plan.rho_first)
    units = np.eye(AXES, dtype=np.float64) * GRID

    def right(present: bool) -> bool:
        people = _people(present, copies)
        vectors = np.array([units[0] if who == "target" else units[1] for who in people], np.float32)
        work = _work(people, **{f"embeddings/{FACET}": vectors})
        counted = work.read("conversations").with_row_index("row").with_columns(shard=pl.lit(0, pl.UInt32))
        rows = dp_steps._Rows(work, FACET, counted, cast("Any", lambda array: array.astype(np.float64)), {})
        told = rows.noisy_sums("centers0", units[:CENTERS], noise, plan.rho_first)
        return bool((told.rows[0, 0] > GRID * copies**0.5 / 2) == present)

    return guesses(right, trials)


def _cells(seed: int, trials: int) -> Counted:
    """Is the target in a group of which the attacker knows all others? From a cell of its breakdowns."""
    plan, others = (
        _plan(),
        4 * OTHERS,
    )  # as many again write in another language: one value alone is not published
    size = pl.DataFrame(
        {"cluster_id": [BASE], "facet": [FACET], "accounts": [2 * others], "conversations": [2 * others]}
    )
    asked = Cells(FACET, size, BUILT_IN, {"concern": (1, 5), "turns": (1, 50)}, None, plan)

    def right(present: bool) -> bool:
        language = ["en"] * (others + present) + ["de"] * others
        rows = pl.DataFrame({"cluster_id": [BASE] * len(language), "language": language}).with_columns(
            concern=pl.lit(1, pl.Int8), turns=pl.lit(1, pl.Int32),
            created_at=pl.lit(datetime(2026, 3, 2, tzinfo=UTC)),
        )  # fmt: skip
        values = noisy_cells.count_noisy(rows, asked, DP, b"k" * 32, Fresh()).values
        told = values.filter(dimension="language", value="en")["conversations"]
        return bool(((told.item() if len(told) else 0) > others + 0.5) == present)

    return guesses(right, trials)


def _exact(values: NDArray[np.int64], *_: float) -> NDArray[np.int64]:
    return values


def _unweighted(rows: Any, near: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.ones(len(near))


def _dp_choice(scores: Iterable[NDArray[np.int64]], *_: float) -> list[int]:
    return exact_argmax(scores)


NOISE_LAYERS = (
    Layer(
        "dp: noise on centres",
        "whether an account unlike all others is there",
        (Spot(dp_steps, "noisy_integers", _exact),),
        lambda seed, trials: _centers(1, trials),
        claims=("dp",),
        ceiling=gaussian_ceiling(_plan().rho_first),
        repeats=5,
    ),
    Layer(
        "dp: bounded length of an account's part of the centres",
        "whether an account that wrote twenty times is there",
        (Spot(dp_steps._Rows, "_weights", _unweighted),),
        lambda seed, trials: _centers(MANY, trials),
        claims=("dp",),
        ceiling=gaussian_ceiling(_plan().rho_first),
        repeats=10,
    ),
    Layer(
        "dp: noise on sizes",
        "whether one account is in a group, all others known",
        (Spot(dp_steps, "noisy_integers", _exact),),
        _sizes,
        claims=("dp",),
        ceiling=gaussian_ceiling(_plan().rho_sizes),
        repeats=5,
    ),
    Layer(
        "dp: noisy choice of phrase",
        "whether an account that breaks a tie is there",
        (Spot(words, "noisy_choice", _dp_choice),),
        lambda seed, trials: tied_phrases(_plan().words, trials),
        claims=("dp",),
        ceiling=choice_ceiling(_plan()),
        repeats=10,
    ),
    Layer(
        "dp: threshold on tags",
        "a tag that one account alone used",
        (Spot(differential, "_plan_words", without_threshold(differential._plan_words)),),
        lambda seed, trials: tag_of_one(_plan().words, trials),
        claims=("dp",),
    ),
    Layer(
        "dp: noise on cells",
        "whether one account is in a cell, all others known",
        (Spot(noisy_cells, "noisy_integers", _exact),),
        _cells,
        claims=("dp",),
        ceiling=gaussian_ceiling(_plan().rho_cells),
        repeats=5,
    ),
)
