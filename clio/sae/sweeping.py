"""A sweep: autoencoders of several widths, k and token counts, trained on the same stored states, cheapest first.

Every finished cell is a line of cells.jsonl under its own hash, so a sweep that was killed goes on where it stopped,
and one that is given more cells adds them. No weights and no states are kept.
"""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from clio.sae.autoencoder import Kind
from clio.sae.compute import Budget, flops_per_token
from clio.sae.stored_states import StoredStates
from clio.sae.training import TrainingOptions, train
from clio.storage import private_folder, seal, unsealed

CELLS = "cells.jsonl"


class SweptCell(NamedTuple):
    """One training and how good it was on held-out tokens (TrainingReport)."""

    width: int
    k: int
    tokens: int
    flops: float
    fvu: float
    l0: float
    dead_share: float
    held_out_tokens: int
    cpu_seconds: float


class Grid(NamedTuple):
    """What is varied, and what all cells share."""

    kind: Kind
    widths: Sequence[int]
    ks: Sequence[int]
    tokens: Sequence[int]
    seed: int

    def cells(self) -> list[TrainingOptions]:
        """All combinations; raises UserError for one that cannot be."""
        return [
            TrainingOptions(kind=self.kind, width=width, k=k, tokens=tokens, seed=self.seed)
            for width in sorted(set(self.widths))
            for k in sorted(set(self.ks))
            for tokens in sorted(set(self.tokens))
        ]


class Plan(NamedTuple):
    """The cells of a grid that a budget pays for, cheapest first, and how many it does not."""

    cells: list[TrainingOptions]
    left_out: int


def plan_cells(grid: Grid, d: int, budget: Budget | None) -> Plan:
    """The cells on states of `d` dimensions, until the next one costs more than is left of `budget`."""
    ordered = sorted(grid.cells(), key=lambda one: cost_of(one, d))
    paid, left = [], float("inf") if budget is None else budget.amount
    for one in ordered:
        left -= trained_tokens(one) if budget is not None and budget.unit == "tokens" else cost_of(one, d)
        if left < 0:
            break
        paid.append(one)
    return Plan(paid, len(ordered) - len(paid))


def trained_tokens(options: TrainingOptions) -> int:
    """Tokens of whole steps."""
    return options.steps * options.batch


def cost_of(options: TrainingOptions, d: int) -> float:
    """FLOPs of a cell."""
    return trained_tokens(options) * flops_per_token(options.kind, d, options.width, options.k)


def run_cells(
    folder: Path,
    plan: Plan,
    states: StoredStates,
    held_out: StoredStates,
    source: str,
    done: Callable[[SweptCell, bool], None] = lambda cell, fresh: None,
) -> list[SweptCell]:
    """Train and measure the cells of a plan that `folder` does not have yet; `source` names states and held-out ones.

    `done` is told each cell, and whether it was trained now. Raises UserError when there is too little text.
    """
    path = private_folder(folder) / CELLS
    known = _read_cells(path)
    found = []
    for options in plan.cells:
        key = json.dumps({"source": source, **asdict(options)}, sort_keys=True)
        fresh = key not in known
        if fresh:
            known[key] = _train_cell(options, states, held_out)
            _append(path, {"key": key, **known[key]._asdict()})
        found.append(known[key])
        done(known[key], fresh)
    return found


def _train_cell(options: TrainingOptions, states: StoredStates, held_out: StoredStates) -> SweptCell:
    _, report = train(states, held_out, options)
    return SweptCell(
        width=options.width,
        k=options.k,
        tokens=report.tokens,
        flops=cost_of(options, states.d),
        fvu=report.fvu,
        l0=report.l0,
        dead_share=report.dead_share,
        held_out_tokens=report.held_out_tokens,
        cpu_seconds=report.cpu_seconds,
    )


def _read_cells(path: Path) -> dict[str, SweptCell]:
    """Cells by key; a line that is not whole, as a kill leaves one, is none."""
    lines = path.read_bytes().splitlines() if path.is_file() else []
    records = [record for line in lines if (record := unsealed(line)) is not None]
    return {record.pop("key"): SweptCell(**record) for record in records}


def _append(path: Path, record: dict[str, Any]) -> None:
    """Add a line (mode 0600) that is on disk when this returns; one that a kill left half-written is ended first."""
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        os.write(descriptor, b"\n" * torn + seal(record) + b"\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
