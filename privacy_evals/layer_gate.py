"""Layers of the gate itself: declared values, clean text, and failing closed."""

from collections.abc import Callable

import polars as pl

from clio.policies import PAPER
from clio.privacy import atoms, gate
from clio.privacy.dimensions import Dimension, published_value
from clio.release.text import HIDDEN
from privacy_evals.gate_worlds import BIG, SECRET, gate_release, gate_rows
from privacy_evals.layer_cells import BOTH
from privacy_evals.removal import Counted, Layer, Spot, replaced


def _undeclared(seed: int, trials: int) -> Counted:
    """A metadata value that nobody declared, held by enough accounts for every size rule, in a breakdown."""
    got = 0
    for trial in range(trials):
        with gate_release(
            gate_rows({"request-0-000": BIG + trial}, b"k" * 32, {"free": 1, SECRET: 1}), PAPER
        ) as release:
            got += SECRET in release.breakdowns["value"].to_list()
    return Counted(got, trials)


def _hidden_text(seed: int, trials: int) -> Counted:
    """Characters that no reader sees, which can carry a message, in a published name."""
    got = 0
    for trial in range(trials):
        names = {
            "request-0-000": "Plan " + "".join(chr(0xE0061 + trial % 20) for _ in range(3)) + "trips\x1b[2J"
        }
        with gate_release(gate_rows({"request-0-000": BIG}, b"k" * 32), PAPER, names) as release:
            got += bool(release.clusters["name"].str.contains(HIDDEN).any())
    return Counted(got, trials)


def _words_of_an_error(seed: int, trials: int) -> Counted:
    """Private text that an error quotes, on its way out of the gate."""
    got = 0
    rows = gate_rows({"request-0-000": BIG}, b"k" * 32)

    def fails(*_: object) -> pl.DataFrame:
        raise ValueError(SECRET)

    with replaced([Spot(atoms, "pool_periods", fails)]):
        for _ in range(trials):
            try:
                with gate_release(rows, PAPER) as release:
                    got += SECRET in release.manifest.model_dump_json()
            except ValueError as error:
                got += SECRET in str(error)
    return Counted(got, trials)


def _any_value(dimension: Dimension) -> pl.Expr:
    free = pl.col(dimension.name).cast(pl.String)
    return published_value(dimension) if dimension.name == "turns" else free.fill_null("other")


def _without_net(count: Callable[[], pl.DataFrame], *_: object) -> pl.DataFrame:
    return count()


GATE_LAYERS = (
    Layer(
        "declared values only",
        "text from metadata that many accounts share",
        (Spot(atoms, "published_value", _any_value),),
        _undeclared,
        BOTH,
    ),
    Layer(
        "cleaning of text",
        "hidden characters in a name",
        (Spot(gate, "clean", lambda text: text),),
        _hidden_text,
    ),
    Layer(
        "the gate fails closed",
        "private text that an error quotes",
        (Spot(atoms, "_unless_it_fails", _without_net),),
        _words_of_an_error,
    ),
)
