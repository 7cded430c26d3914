"""On states of the bundled encoder the scaling law is identified, and tells the loss of a cell that it has not seen."""

import itertools

import pytest

from clio.sae.making import states_of
from clio.sae.recommendation import Supported, recommend
from clio.sae.scaling import Cell, ScalingLaw, fit_law
from clio.sae.stored_states import store_states
from clio.sae.sweeping import Grid, plan_cells, run_cells
from clio.sae.texts import conversation_texts
from clio.sae.token_states import load_token_reader
from clio.synthetic.generator import generate

pytestmark = pytest.mark.slow

GRID = Grid("topk", (128, 256, 512, 1024), (32,), (25_000, 50_000, 100_000, 200_000), 0)
UNSEEN = (512, 99_840)


@pytest.fixture(scope="module")
def cells(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sweep")
    texts = conversation_texts(generate(4_000, 2_000, 8)[0])
    reader = load_token_reader("bundled", 4)
    states = store_states(folder / "states", states_of(texts[:3_700], reader), max(GRID.tokens))
    held_out = store_states(folder / "held-out", states_of(texts[3_700:], reader), 20_000)
    return run_cells(folder / "out", plan_cells(GRID, states.d, None), states, held_out, "generated")


def test_loss_falls_with_width_and_with_tokens(cells):
    loss = {(cell.width, cell.tokens): cell.fvu for cell in cells}
    counts = sorted({tokens for _, tokens in loss})
    for small, large in itertools.pairwise(GRID.widths):
        assert all(loss[small, count] > loss[large, count] for count in counts)
    for few, many in itertools.pairwise(counts):
        assert all(loss[width, few] > loss[width, many] for width in GRID.widths)


def test_the_law_is_identified_and_tells_a_cell_that_it_has_not_seen(cells):
    table = [Cell(cell.width, cell.tokens, cell.fvu) for cell in cells]
    law = fit_law([cell for cell in table if cell[:2] != UNSEEN])
    assert isinstance(law, ScalingLaw), law
    seen = next(cell for cell in table if cell[:2] == UNSEEN)
    assert float(law.loss(*UNSEEN)) == pytest.approx(seen.loss, rel=0.05)
    best = recommend(law, Supported("topk", 384, 32, table), cells[len(cells) // 2].flops)
    assert GRID.widths[0] <= best.width <= GRID.widths[-1]
