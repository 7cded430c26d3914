"""clio sae sweep: train a grid of sparse autoencoders, fit how their loss scales, recommend a size for a budget."""

import json
import tempfile
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clio.cli.options import Format
from clio.cli.sae_options import (
    BUNDLED_LAYER,
    Inputs,
    ReadLayer,
    ReadModel,
    SaeKind,
    check_folder,
    check_kind,
    read_corpus,
)
from clio.errors import UserError

if TYPE_CHECKING:
    from clio.sae.corpus import Corpus
    from clio.sae.sweep_report import Fitted
    from clio.sae.sweeping import SweptCell
    from clio.sae.token_states import TokenReader

HELD_OUT_TOKENS = 100_000
"""At most so many are measured on."""


def sweep(
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help="Folder that gets the cells, sweep.json and sweep.md."),
    ],
    model: ReadModel = "bundled",
    layer: ReadLayer = BUNDLED_LAYER,
    kind: SaeKind = "topk",
    widths: Annotated[
        str, typer.Option(metavar="NUMBERS", help="Numbers of features, separated by commas.")
    ] = "512,1024,2048,4096",
    k: Annotated[
        str,
        typer.Option("--k", metavar="NUMBERS", help="Active features of a token, by commas; topk only."),
    ] = "32",
    tokens: Annotated[
        str, typer.Option(metavar="NUMBERS", help="Tokens to train on, by commas.")
    ] = "125000,250000,500000,1000000",
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="FLOPS|NUMBERtokens",
            show_default="all cells",
            help="What all trainings may cost together; cells are run from the cheapest on, and the rest left out.",
        ),
    ] = None,
    recommend_for: Annotated[
        str | None,
        typer.Option(
            "--recommend-for",
            metavar="FLOPS",
            show_default="some budgets between the cheapest and the dearest cell",
            help="Budget of one training that a width and tokens are recommended for.",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(metavar="NUMBER", help="Seed of the trainings.", min=0)] = 0,
    input_format: Format = None,
) -> None:
    """Train a grid of SAEs under a budget, fit how loss falls with width and tokens, and recommend within that."""
    from clio.sae.compute import read_budget
    from clio.sae.making import states_of
    from clio.sae.recommendation import Supported
    from clio.sae.scaling import Cell
    from clio.sae.stored_states import store_states
    from clio.sae.sweep_report import fits_of, write_report
    from clio.sae.sweeping import CELLS, Grid, plan_cells, run_cells, trained_tokens
    from clio.sae.token_states import load_token_reader

    chosen = check_kind(kind)
    grid = Grid(
        chosen,
        _numbers(widths, "--widths"),
        [1] if chosen == "relu" else _numbers(k, "--k"),
        _numbers(tokens, "--tokens"),
        seed,
    )
    paid = None if budget is None else read_budget(budget, "--budget")
    asked = None if recommend_for is None else read_budget(recommend_for, "--recommend-for")
    if asked is not None and asked.unit != "FLOPs":
        raise UserError(f"--recommend-for {recommend_for}: give floating-point operations, like 2e14.")
    grid.cells()  # what cannot be is refused before anything is read
    check_folder(out, CELLS, "is no sweep of Clio's")
    reader = load_token_reader(model, layer)
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as place:
        folder = Path(place)
        (folder / "corpus").mkdir(mode=0o700)
        corpus = read_corpus(inputs, folder / "corpus", input_format)
        typer.echo(f"Reading the states of {corpus.conversations:,} conversations.", err=True)
        states = store_states(folder / "states", states_of(corpus.training(), reader), max(grid.tokens))
        held_out = store_states(folder / "held-out", states_of(corpus.held_out(), reader), HELD_OUT_TOKENS)
        plan = plan_cells(grid, states.d, paid)
        if not plan.cells:
            raise UserError(
                f"--budget {budget} does not pay for the cheapest cell: give more, or run smaller cells."
            )
        if asked is not None:
            for one in {cell.k for cell in plan.cells}:
                points = [Cell(cell.width, trained_tokens(cell), 1.0) for cell in plan.cells if cell.k == one]
                Supported(chosen, states.d, one, points).check(asked.amount)
        cells = run_cells(out, plan, states, held_out, _source(corpus, reader), _tell_cell)
    fits = fits_of(chosen, states.d, cells)
    facts = {
        "kind": chosen,
        "model": reader.name,
        "layer": reader.layer,
        "d": states.d,
        "seed": seed,
        "left_out": plan.left_out,
        "training_tokens_read": states.tokens,
        "held_out_tokens": held_out.tokens,
    }
    _conclude(fits, plan.left_out, out)
    write_report(out, facts, cells, fits, None if asked is None else asked.amount)


def _numbers(text: str, option: str) -> list[int]:
    try:
        found = [int(part) for part in text.split(",")]
    except ValueError:
        found = []
    if not found or min(found) < 1:
        raise UserError(f"{option} {text:.40}: give whole numbers above 0, separated by commas.")
    return found


def _source(corpus: "Corpus", reader: "TokenReader") -> str:
    """Names the states: the texts, in their order, and what reads them."""
    digest = blake2b(digest_size=16)
    for part in (corpus.training(), corpus.held_out()):
        for text in part:
            digest.update(blake2b(text.encode("utf-8", "surrogatepass")).digest())
        digest.update(b"|")
    told = [reader.sha256, reader.name, reader.layer, reader.context, reader.precision, HELD_OUT_TOKENS]
    return json.dumps([digest.hexdigest(), *told])


def _tell_cell(cell: "SweptCell", fresh: bool) -> None:
    how = f"in {cell.cpu_seconds:.0f} s of processor time" if fresh else "from an earlier sweep"
    typer.echo(f"width {cell.width}, k {cell.k}, {cell.tokens:,} tokens: FVU {cell.fvu:.4f}, {how}", err=True)


def _conclude(fits: "list[Fitted]", left_out: int, out: Path) -> None:
    from clio.sae.scaling import Unidentified

    if left_out:
        typer.echo(f"{left_out:,} cells are left out: the budget does not pay for them.")
    for fit in fits:
        if isinstance(fit.law, Unidentified):
            typer.echo(f"k {fit.k}: not identified, {fit.law.reason}. Nothing is recommended.")
            continue
        (a_low, a_high), (b_low, b_high) = fit.law.alpha_interval, fit.law.beta_interval
        typer.echo(
            f"k {fit.k}: FVU falls with width^-{fit.law.alpha:.2f} ({a_low:.2f} to {a_high:.2f}) and "
            f"tokens^-{fit.law.beta:.2f} ({b_low:.2f} to {b_high:.2f}) to {fit.law.e:.4f}"
        )
        for one in islice(fit.usual(), 1, 2):
            typer.echo(
                f"  {one.flops:.3g} FLOPs: width {one.width}, {one.tokens:,} tokens, FVU {one.loss:.4f}"
            )
    typer.echo(f"Sweep: {out / 'sweep.md'}   (every number: {out / 'sweep.json'})")
