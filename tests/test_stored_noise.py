"""Noise is charged before it is drawn, drawn once, and never again for an answer that may have been used."""

import polars as pl
import pytest

from clio.errors import RunFailed
from clio.stored_noise import Price, StoredNoise
from clio.workspace import write_atomically

FRAME = pl.DataFrame({"cluster_id": ["a", "b"], "support": [1.0, None]})
PRICE = {"phrases": Price(2.0), "tags": Price(2.0, 1e-6, 0.1, 1e-7), "sizes": Price(None, 1e-6, 0.2)}


class Till:
    """A StoredNoise's charges, in the order in which they came, and how often something was drawn."""

    def __init__(self, folder):
        self.charges, self.ahead, self.draws = [], [], 0
        self.noise = StoredNoise(folder, PRICE, self.charge)

    def charge(self, name, price, ahead):
        self.charges.append(name)
        self.ahead.append((price, list(ahead)))

    def make(self):
        self.draws += 1
        return FRAME

    def draw(self, key):
        return self.noise.draw(key, self.make)


@pytest.fixture
def till(tmp_path):
    return Till(tmp_path / "noise")


def test_an_answer_is_charged_drawn_and_then_recalled_for_nothing(till):
    assert till.draw("tags-1").equals(FRAME)
    assert till.draw("tags-1").equals(FRAME)
    assert Till(till.noise.folder).draw("tags-1").equals(FRAME)
    assert (till.draws, len(till.charges)) == (1, 1)
    assert till.charges[0].startswith("tags-1-")


def test_a_draw_is_charged_with_what_comes_after_it_in_view(till):
    till.draw("phrases-1")
    till.draw("tags-1")
    till.draw("tags-2")
    assert till.ahead == [
        (PRICE["phrases"], [PRICE["tags"], PRICE["sizes"]]),
        (PRICE["tags"], [PRICE["sizes"]]),
        (PRICE["tags"], [PRICE["sizes"]]),
    ]


def test_nothing_is_drawn_when_the_charge_is_refused(till, monkeypatch):
    def refuse(name, price, ahead):
        raise RunFailed("no")

    refusing = StoredNoise(till.noise.folder, PRICE, refuse)
    with pytest.raises(RunFailed, match="no"):
        refusing.draw("tags-1", lambda: pytest.fail("drawn"))
    till.draw("tags-1")
    assert (till.draws, len(till.charges)) == (1, 1)


@pytest.mark.parametrize("written", range(4))
def test_a_crash_before_the_answer_is_kept_draws_again_on_the_same_charge(till, monkeypatch, written):
    """The writes: record, (charge, draw), record with the hash, answer, record that says it is kept."""
    left = iter([True] * written)

    def dying(path, data):
        if not next(left, False):
            raise KeyboardInterrupt
        write_atomically(path, data)

    with monkeypatch.context() as patch:
        patch.setattr("clio.stored_noise.write_atomically", dying)
        with pytest.raises(KeyboardInterrupt):
            till.draw("tags-1")
    assert till.draw("tags-1").equals(FRAME)
    assert len(set(till.charges)) == 1, "a second charge for an answer that nobody saw"
    assert till.draws == (1 if written in (0, 3) else 2)


def test_an_answer_that_is_lost_is_not_drawn_again(till):
    till.draw("tags-1")
    (till.noise.folder / "tags-1.parquet").unlink()
    with pytest.raises(RunFailed, match="must not be drawn again"):
        till.draw("tags-1")


def test_an_answer_lost_with_its_record_is_charged_anew(till):
    till.draw("tags-1")
    for path in till.noise.folder.iterdir():
        path.unlink()
    till.draw("tags-1")
    assert len(set(till.charges)) == till.draws == 2


@pytest.mark.parametrize(
    "change", [lambda p: p.unlink(), lambda p: p.write_text(p.read_text().replace("true", "false"))]
)
def test_a_record_cannot_be_edited(till, change):
    till.draw("tags-1")
    change(till.noise.folder / "tags-1.json")
    with pytest.raises(RunFailed, match="must not be drawn again"):
        till.draw("tags-1")
