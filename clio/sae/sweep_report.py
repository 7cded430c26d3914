"""What a sweep hands back: sweep.json for a machine, sweep.md for a reader; a fit, or why there is none."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from clio.errors import UserError
from clio.sae.autoencoder import Kind
from clio.sae.recommendation import Recommendation, Supported, recommend
from clio.sae.scaling import Cell, ScalingLaw, Unidentified, fit_law
from clio.sae.sweeping import SweptCell
from clio.storage import write_atomically

SWEEP_JSON, SWEEP_MD = "sweep.json", "sweep.md"
BUDGETS = 5
"""For which the report recommends, from the cheapest to the dearest cell."""


class Fitted:
    """The fit of the cells of one k."""

    def __init__(self, kind: Kind, d: int, k: int, cells: Sequence[SweptCell]) -> None:
        self.k = k
        table = [Cell(cell.width, cell.tokens, cell.fvu) for cell in cells if cell.k == k]
        self.run = Supported(kind, d, k, table)
        self.law: ScalingLaw | Unidentified = fit_law(table)

    def recommended(self, flops: float) -> Recommendation:
        """Raises UserError for a budget that the cells do not support, or when nothing could be fitted."""
        if isinstance(self.law, Unidentified):
            raise UserError(f"Nothing is recommended at k {self.k}: {self.law.reason}.")
        return recommend(self.law, self.run, flops)

    def usual(self) -> list[Recommendation]:
        """Recommendations for budgets that the cells support; none without a fit."""
        if isinstance(self.law, Unidentified):
            return []
        low, high = self.run.range
        return [self.recommended(float(flops)) for flops in np.geomspace(low, high, BUDGETS)[1:-1]]


def fits_of(kind: Kind, d: int, cells: Sequence[SweptCell]) -> list[Fitted]:
    """One fit for every k: losses of different sparsity are no points of one curve."""
    return [Fitted(kind, d, k, cells) for k in sorted({cell.k for cell in cells})]


def write_report(
    out: Path,
    facts: Mapping[str, Any],
    cells: Sequence[SweptCell],
    fits: Sequence[Fitted],
    asked: float | None,
) -> None:
    """Write both files into `out`, mode 0600; `facts` tell what was read and how, `asked` a budget in FLOPs.

    Raises UserError where `asked` is not supported, once all else is written.
    """
    refused: UserError | None = None
    wanted: dict[int, Recommendation] = {}
    try:
        wanted = {fit.k: fit.recommended(asked) for fit in fits} if asked is not None else {}
    except UserError as error:
        refused = error
    told = [{"k": fit.k, **_fit_figures(fit), "recommended": _figures_of(fit, wanted)} for fit in fits]
    figures = {**facts, "cells": [cell._asdict() for cell in cells], "fits": told}
    write_atomically(out / SWEEP_JSON, json.dumps(figures, indent=1, sort_keys=True).encode())
    write_atomically(out / SWEEP_MD, report_text(facts, cells, fits, wanted).encode())
    if refused is not None:
        raise refused


def _figures_of(fit: Fitted, wanted: Mapping[int, Recommendation]) -> list[dict[str, Any]]:
    chosen = [*([wanted[fit.k]] if fit.k in wanted else []), *fit.usual()]
    return [
        {
            "flops": one.flops,
            "width": one.width,
            "tokens": one.tokens,
            "fvu": one.loss,
            "fvu_interval": list(one.loss_interval),
            "width_interval": list(one.width_interval),
            "at_edge": one.at_edge,
        }
        for one in chosen
    ]


def _fit_figures(fit: Fitted) -> dict[str, Any]:
    if isinstance(fit.law, Unidentified):
        return {"identified": False, "reason": fit.law.reason}
    law = fit.law
    return {
        "identified": True,
        "law": {name: getattr(law, name) for name in ("e", "a", "b", "alpha", "beta", "width0", "tokens0")},
        "alpha_interval": list(law.alpha_interval),
        "beta_interval": list(law.beta_interval),
        "relative_error": law.relative_error,
        "supported_flops": list(fit.run.range),
    }


def report_text(
    facts: Mapping[str, Any],
    cells: Sequence[SweptCell],
    fits: Sequence[Fitted],
    wanted: Mapping[int, Recommendation],
) -> str:
    """The report in Markdown."""
    lines = [
        "# Sweep of sparse autoencoders",
        "",
        f"{len(cells)} trainings of kind {facts['kind']} on states of {facts['d']} dimensions of {facts['model']}, "
        f"layer {facts['layer']}; {facts['left_out']} cells were left out by the budget. Loss is the variance "
        "unexplained (FVU) on held-out tokens. One seed a cell: differences smaller than what the fit misses say "
        "nothing.",
        "",
        "| k | width | tokens | FLOPs | FVU | active | dead |",
        "|---|---|---|---|---|---|---|",
        *(
            f"| {cell.k} | {cell.width} | {cell.tokens:,} | {cell.flops:.3g} | {cell.fvu:.4f} | {cell.l0:.1f} | "
            f"{cell.dead_share:.1%} |"
            for cell in cells
        ),
    ]
    for fit in fits:
        lines += ["", f"## k {fit.k}", "", *_fit_lines(fit)]
        chosen = [*([wanted[fit.k]] if fit.k in wanted else []), *fit.usual()]
        if chosen:
            lines += [
                "",
                "| budget, FLOPs | width | chosen by plausible fits | tokens | FVU told | |",
                "|---|---|---|---|---|---|",
                *(_choice_line(one) for one in chosen),
            ]
    return "\n".join([*lines, ""])


def _fit_lines(fit: Fitted) -> list[str]:
    law = fit.law
    if isinstance(law, Unidentified):
        return [f"Not identified: {law.reason}. So nothing is recommended."]
    (a_low, a_high), (b_low, b_high), (low, high) = law.alpha_interval, law.beta_interval, fit.run.range
    return [
        f"FVU = {law.e:.4f} + {law.a:.4f}·(width/{law.width0:.0f})^-α + {law.b:.4f}·(tokens/{law.tokens0:.0f})^-β",
        "",
        f"- α = {law.alpha:.2f}, 95 % interval {a_low:.2f} to {a_high:.2f}",
        f"- β = {law.beta:.2f}, 95 % interval {b_low:.2f} to {b_high:.2f}",
        f"- missed by the fit: {law.relative_error:.1%} of a loss (root mean square)",
        f"- supports budgets from {low:.3g} to {high:.3g} FLOPs, a factor of {high / low:.3g}; nothing is said beyond",
    ]


def _choice_line(one: Recommendation) -> str:
    (w_low, w_high), (l_low, l_high) = one.width_interval, one.loss_interval
    edge = "at the edge of what was run" if one.at_edge else ""
    return (
        f"| {one.flops:.3g} | {one.width} | {w_low:.0f} to {w_high:.0f} | {one.tokens:,} | {one.loss:.4f} "
        f"({l_low:.4f} to {l_high:.4f}) | {edge} |"
    )
