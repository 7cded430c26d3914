"""Removal of layers: an attack sees each layer go, the product is put back, and verdicts follow from the counts."""

import json
from types import ModuleType

import pytest

from clio.policies import POLICIES
from privacy_evals import layers as layers_module
from privacy_evals.layers import checks, layers, passed_checks, passed_table, removal_table
from privacy_evals.removal import Compared, Counted, Layer, Spot, compare, replaced, watched

ALL = {layer.name: layer for layer in layers()}
CERTAIN = [layer for layer in ALL.values() if layer.ceiling == 0 and layer.repeats == 1]
"""Layers that let nothing through, so that few attacks tell."""

AGAINST_NOISE = [layer for layer in ALL.values() if layer not in CERTAIN]


def test_no_two_layers_have_the_same_name_and_every_spot_is_in_the_product():
    assert len(ALL) == len(layers())
    for layer in ALL.values():
        assert layer.spots
        for owner, name, substitute in (*layer.spots, *layer.removed_too):
            assert owner.__name__.startswith("clio.") or isinstance(owner, type)
            assert vars(owner)[name] is not substitute


def test_every_policy_names_the_layers_that_its_claim_leans_on():
    for name in POLICIES:
        assert sum(name in layer.claims for layer in ALL.values()) >= 5
    assert all(set(layer.claims) <= {"paper", "guarded", "dp"} for layer in ALL.values())


@pytest.mark.attacks
@pytest.mark.parametrize("layer", CERTAIN, ids=[layer.name for layer in CERTAIN])
def test_the_removal_of_a_layer_is_noticed(layer):
    found = compare(layer, 1, 8)
    assert found.noticed, (found.without, found.within)
    assert found.within.share < 0.2
    if layer.avoided is None:
        assert found.verdict == "holds"
        assert found.within.successes == 0


@pytest.mark.attacks
@pytest.mark.parametrize("layer", AGAINST_NOISE, ids=[layer.name for layer in AGAINST_NOISE])
def test_the_removal_of_noise_and_bounds_is_noticed(layer):
    """Guesses are near certain without, and within the ceiling with it."""
    found = compare(layer, 1, 12)
    assert found.noticed, (found.without, found.within)
    assert found.verdict == "holds", found.within


@pytest.mark.parametrize(
    "name", ["redaction before the model", "redaction of answers", "wording gate", "auditor"]
)
def test_what_reads_texts_is_avoidable_and_called_lint(name):
    found = compare(ALL[name], 2, 8)
    assert found.round_it is not None
    assert found.round_it.share == 1
    assert found.verdict == "lint"
    assert "paper" in ALL[name].claims or not ALL[name].claims


def test_the_product_is_put_back_even_after_an_error():
    layer = ALL["wording gate"]
    before = [vars(spot.owner)[spot.name] for spot in layer.spots]
    with replaced(layer.spots):
        assert vars(layer.spots[0].owner)[layer.spots[0].name] is layer.spots[0].substitute
    with pytest.raises(ZeroDivisionError), replaced(layer.spots):
        1 / 0  # noqa: B018
    assert [vars(spot.owner)[spot.name] for spot in layer.spots] == before


def test_a_layer_that_the_product_has_no_more_is_an_error():
    module = ModuleType("module")
    with pytest.raises(AttributeError), replaced([Spot(module, "gone", None)]):
        pass


def test_watching_notes_calls_and_changes_nothing():
    module = ModuleType("module")
    module.double = lambda number: 2 * number
    module.limit = 3
    with watched([Spot(module, "double", None), Spot(module, "limit", 0)]) as called:
        assert called == set()
        assert module.double(2) == 4
    assert called == {("module", "double")}
    assert module.double(3) == 6


def counted(within, without, ceiling=0.0, round_it=None, claims=("guarded",)):
    layer = Layer("one", "a leak", (), lambda seed, trials: Counted(0, 1), claims, ceiling)
    way = None if round_it is None else Counted(*round_it)
    return Compared(layer, Counted(*without), Counted(*within), way)


@pytest.mark.parametrize(
    ("found", "noticed", "verdict"),
    [
        (counted((0, 40), (40, 40)), True, "holds"),
        (counted((0, 40), (0, 40)), False, "lint"),  # it does nothing
        (counted((40, 40), (40, 40)), False, "lint"),  # it stops nothing
        (counted((12, 40), (40, 40)), True, "lint"),  # it lets some through
        (counted((24, 40), (40, 40), ceiling=0.6), True, "holds"),
        (counted((0, 40), (40, 40), round_it=(40, 40)), True, "lint"),  # there is a way round it
        (counted((0, 40), (40, 40), round_it=(0, 40)), True, "holds"),
        (counted((0, 2), (2, 2)), False, "lint"),  # too few trials to tell
    ],
)
def test_the_verdict_follows_from_the_counts(found, noticed, verdict):
    assert (found.noticed, found.verdict) == (noticed, verdict)


def test_checks_fail_for_a_removal_unseen_and_for_a_claim_on_lint():
    sound = [counted((0, 40), (40, 40), claims=("paper", "guarded", "dp"))]
    assert all(check.passed for check in checks(sound))
    unseen = checks([*sound, counted((0, 40), (0, 40), claims=("paper",))])
    assert [check.name for check in unseen if not check.passed] == [
        "every removal is noticed",
        "what the claim of paper leans on",
    ]
    lint = counted((0, 40), (40, 40), round_it=(40, 40), claims=("paper", "guarded"))
    assert [check.name for check in checks([*sound, lint]) if not check.passed] == [
        "what the claim of guarded leans on"  # the claim of paper speaks of accidents only
    ]
    assert not all(check.passed for check in checks([counted((0, 40), (40, 40), claims=())]))


def test_the_table_has_a_row_a_layer():
    found = [counted((0, 40), (40, 40)), counted((0, 40), (40, 40), round_it=(40, 40))]
    table = removal_table(found)
    assert table["verdict"].to_list() == ["holds", "lint"]
    assert table["known way round"].to_list()[0] == "–"
    assert "100%" in table["without"].to_list()[0]


def test_a_section_of_the_quick_scale(tmp_path, monkeypatch):
    certain = tuple(
        layer
        for layer in CERTAIN
        if layer.name in ("wording gate", "auditor", "names from released words only")
    )
    monkeypatch.setattr(layers_module, "layers", lambda: certain)
    section = layers_module.measure("quick", tmp_path, 0)
    assert section.tables["Removal of each layer"].height == 3
    assert section.checks[0].passed
    json.dumps([check.detail for check in section.checks])


@pytest.mark.slow
def test_whole_runs_go_through_every_layer_that_a_claim_leans_on(tmp_path):
    assert passed_checks(passed_table(tmp_path, 0))[0].passed
