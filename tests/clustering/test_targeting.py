"""Choosing features by words or ids: any form of a word, sure labels first, one sentence when there is none."""

import polars as pl
import pytest

from clio.clustering.targeting import chosen_features, only
from clio.errors import UserError
from clio.settings.sections import TARGETED_WEIGHT, SaeSettings
from clio.tables import LABELS

LABELLED = pl.DataFrame(
    [
        (3, "password, login", 0.9, None),
        (5, "passwords", 0.6, None),
        (8, "recipe", 0.5, None),
        (9, None, None, None),
        (11, "Login", None, None),
    ],
    schema=dict(LABELS),
    orient="row",
)


def chosen(**settings: object) -> list[int] | None:
    found = chosen_features(SaeSettings(activations="bundled", **settings), LABELLED)  # type: ignore[arg-type]
    return None if found is None else found.to_list()


@pytest.mark.parametrize(
    ("settings", "ids"),
    [
        ({}, None),
        ({"query": "Passwords"}, [3]),
        ({"query": "login, recipe"}, [3]),
        ({"query": "recipes"}, [8]),
        ({"features": (9, 700, 9)}, [9, 700]),
        ({"query": "recipe", "features": (9,)}, [8, 9]),
    ],
    ids=["all", "form", "sure", "unsure", "ids", "both"],
)
def test_features_are_chosen_by_label_and_id(settings, ids):
    assert chosen(**settings) == ids


@pytest.mark.parametrize("query", ["volcano", "pass", "9", "?"])
def test_a_query_without_a_match_is_told(query):
    with pytest.raises(UserError, match="no feature has a label"):
        chosen(query=query)


def test_chosen_features_weigh_more_unless_a_weight_is_given():
    assert SaeSettings(activations="bundled").weight == 0.2
    assert SaeSettings(activations="bundled", query="x").weight == TARGETED_WEIGHT
    assert SaeSettings(activations="bundled", features=(1,), weight=0.3).weight == 0.3
    again = SaeSettings.model_validate_json(
        SaeSettings(activations="bundled", query="x", weight=0.1).model_dump_json()
    )
    assert again.weight == 0.1


def test_only_chosen_features_are_left():
    active = pl.Series("features", [[1, 4, 9], [], [2, 3], [9]], dtype=pl.List(pl.UInt32))
    assert only(active, None) is active
    assert only(active, pl.Series([4, 9], dtype=pl.UInt32)).to_list() == [[4, 9], [], [], [9]]
    with pytest.raises(UserError, match="none of the chosen features"):
        only(active, pl.Series([77], dtype=pl.UInt32))
