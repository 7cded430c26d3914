"""A sweep trains the cells that its budget pays for, each once, and its report tells a fit or why there is none."""

import json

import pytest
import torch

from clio.errors import UserError
from clio.sae import sweeping
from clio.sae.compute import Budget
from clio.sae.stored_states import store_states
from clio.sae.sweep_report import Fitted, fits_of, write_report
from clio.sae.sweeping import CELLS, Grid, SweptCell, plan_cells, run_cells
from clio.sae.training import TrainingOptions, train

D = 8
GRID = Grid("topk", (16, 8), (2, 4), (1024, 2048), 0)
FACTS = {"kind": "topk", "model": "tiny", "layer": 1, "d": D, "left_out": 0}


def pieces(seed: int, count: int = 5, dtype=torch.float32):
    generator = torch.Generator().manual_seed(seed)
    return [torch.randn(300, D, generator=generator).to(dtype) for _ in range(count)]


@pytest.fixture
def stored(tmp_path):
    return store_states(tmp_path / "states", pieces(0), 1200), store_states(
        tmp_path / "held", pieces(1, 1), 900
    )


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_states_are_stored_as_they_were_and_no_more_than_asked(tmp_path, monkeypatch, dtype):
    monkeypatch.setattr("clio.sae.stored_states.TOKENS_AT_ONCE", 128)
    read = []

    def reading():
        for piece in pieces(0, dtype=dtype):
            read.append(len(piece))
            yield piece.float()

    stored = store_states(tmp_path / "states", reading(), 700, dtype)
    assert (stored.tokens, stored.d, len(read)) == (700, D, 3)
    for _ in range(2):
        assert torch.cat(list(stored())).equal(torch.cat(pieces(0, dtype=dtype)).float()[:700])
    assert list(store_states(tmp_path / "none", [], 5)()) == []


def test_a_budget_pays_for_the_cheapest_cells():
    everything = plan_cells(GRID, D, None)
    assert len(everything.cells) == 8
    costs = [sweeping.cost_of(one, D) for one in everything.cells]
    assert costs == sorted(costs)
    half = plan_cells(GRID, D, Budget(sum(costs[:4]) + 1, "FLOPs"))
    assert (half.cells, half.left_out) == (everything.cells[:4], 4)
    few = plan_cells(GRID, D, Budget(3000, "tokens"))
    assert sum(sweeping.trained_tokens(one) for one in few.cells) <= 3000
    assert plan_cells(GRID, D, Budget(1, "FLOPs")) == ([], 8)
    with pytest.raises(UserError, match="choose a width"):
        Grid("topk", (8,), (9,), (1024,), 0).cells()


def test_a_cell_is_what_the_trainer_makes_of_the_stored_states(tmp_path, stored):
    cell = run_cells(tmp_path / "out", plan_cells(GRID, D, None), *stored, "source")[0]
    _, report = train(*stored, TrainingOptions(width=8, k=2, tokens=1024))
    assert (cell.width, cell.k, cell.tokens) == (8, 2, 1024)
    assert (cell.fvu, cell.l0, cell.dead_share) == (report.fvu, report.l0, report.dead_share)


def test_finished_cells_are_not_trained_again(tmp_path, stored, monkeypatch):
    trained = []
    real = sweeping.train

    def counted(states, held_out, options):
        if len(trained) == 3:
            raise KeyboardInterrupt
        trained.append(options)
        return real(states, held_out, options)

    monkeypatch.setattr(sweeping, "train", counted)
    plan, out = plan_cells(GRID, D, None), tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run_cells(out, plan, *stored, "source")
    with (out / CELLS).open("ab") as stream:
        stream.write(b'{"key": "torn')
    monkeypatch.setattr(sweeping, "train", real)
    told = []
    cells = run_cells(out, plan, *stored, "source", lambda cell, fresh: told.append(fresh))
    assert told == [False] * 3 + [True] * 5
    assert run_cells(out, plan, *stored, "source", lambda cell, fresh: told.append(fresh)) == cells
    assert told[8:] == [False] * 8
    run_cells(out, plan, *stored, "other", lambda cell, fresh: told.append(fresh))
    assert told[16:] == [True] * 8
    assert (out / CELLS).stat().st_mode & 0o777 == 0o600


def cells_of(loss) -> list[SweptCell]:
    return [
        SweptCell(
            width, 2, tokens, float(width * tokens), loss(width / 64, tokens / 1000), 2.0, 0.0, 900, 0.1
        )
        for width in (16, 32, 64, 128)
        for tokens in (500, 1000, 2000, 4000)
    ]


def test_a_report_tells_the_fit_and_what_it_recommends(tmp_path):
    cells = cells_of(lambda width, tokens: 0.1 + 0.2 * width**-0.5 + 0.1 * tokens**-0.7)
    fits = fits_of("topk", D, cells)
    write_report(tmp_path, FACTS, cells, fits, fits[0].run.range.high)
    told = json.loads((tmp_path / "sweep.json").read_text())
    assert told["fits"][0]["law"]["alpha"] == pytest.approx(0.5, rel=0.01)
    assert told["fits"][0]["recommended"][0]["width"] == 128
    page = (tmp_path / "sweep.md").read_text()
    assert "α = 0.50, 95 % interval" in page
    assert page.count("\n| ") >= 16 + 4
    with pytest.raises(UserError, match="times the dearest"):
        write_report(tmp_path, FACTS, cells, fits, fits[0].run.range.high * 2)


def test_a_report_without_a_fit_says_why_and_recommends_nothing(tmp_path):
    cells = cells_of(lambda width, tokens: 0.3)
    fits = fits_of("topk", D, cells)
    write_report(tmp_path, FACTS, cells, fits, None)
    page = (tmp_path / "sweep.md").read_text()
    assert "Not identified: the exponent of width is not bounded" in page
    assert "budget, FLOPs" not in page
    assert json.loads((tmp_path / "sweep.json").read_text())["fits"][0]["recommended"] == []
    with pytest.raises(UserError, match="Nothing is recommended at k 2"):
        write_report(tmp_path, FACTS, cells, fits, 1e4)
    assert fits[0].usual() == []


def test_every_k_has_a_fit_of_its_own():
    cells = cells_of(lambda width, tokens: 0.3)
    other = [cell._replace(k=4) for cell in cells]
    assert [(fit.k, len(fit.run.cells)) for fit in fits_of("topk", D, cells + other)] == [(2, 16), (4, 16)]
    assert isinstance(fits_of("topk", D, cells)[0], Fitted)
