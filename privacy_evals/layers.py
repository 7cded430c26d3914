"""Every layer of defence taken away in turn: what leaks then, what leaks with it, and whether anything was noticed.

A layer whose removal makes no difference, or which is known to be avoidable, is lint: good against accidents, no
ground for a claim.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from clio.policies import POLICIES
from clio.settings import load_settings
from clio.synthetic.generator import write_jsonl
from privacy_evals.layer_cells import CELL_LAYERS
from privacy_evals.layer_gate import GATE_LAYERS
from privacy_evals.layer_noise import NOISE_LAYERS
from privacy_evals.layer_texts import TEXT_LAYERS
from privacy_evals.layer_words import WORD_LAYERS
from privacy_evals.removal import Compared, Counted, Layer, Spot, compare, watched
from privacy_evals.report import Check, Scale, Section
from privacy_evals.running import run_with

TRIALS: dict[Scale, int] = {"quick": 12, "full": 60}

CONVERSATIONS = 1000
"""Of as many accounts, in the whole runs."""

QUESTION = "Does each layer of defence stop a leak, and does the evaluation notice when it is gone?"
METHOD = (
    "One small attacked world for each layer, generated with a seed. The attack is made with the layer in place and "
    "with it replaced by one that does nothing, in this evaluation only; where two layers guard against the same "
    "leak the other is gone in both. A model, where one is needed, obeys and copies. Shares of attacks that "
    "succeed, with exact 95 % intervals (Clopper and Pearson); of guesses between two, 50 % is chance. A layer is "
    "noticed when the intervals do not overlap. It holds when, besides, the leak with it is within its ceiling and "
    "no known way round it works; else it is lint."
)


def layers() -> tuple[Layer, ...]:
    """Every layer, in the order in which data meets them."""
    return (*TEXT_LAYERS, *WORD_LAYERS, *NOISE_LAYERS, *CELL_LAYERS, *GATE_LAYERS)


def measure(scale: Scale, scratch: Path, seed: int) -> Section:
    """Remove each layer in turn; on the full scale also run whole pipelines to see that each is on their way."""
    found = [compare(layer, seed, TRIALS[scale]) for layer in layers()]
    tables = {"Removal of each layer": removal_table(found)}
    if scale == "full":
        tables["Layers that whole runs went through"] = passed_table(scratch, seed)
    return Section(
        "layers",
        QUESTION,
        METHOD,
        tables,
        [
            *checks(found),
            *([] if scale == "quick" else passed_checks(tables["Layers that whole runs went through"])),
        ],
        [
            "A claim may lean on a layer that holds. The wording gate, the auditor and redaction are lint: a "
            "code of ordinary words, or letters spelled out, pass them.",
            "Noise comes from the system's source of randomness, so shares against noise differ a little from run to "
            "run.",
            "The claim of `paper` speaks of rules and an audit against accidents; it does not say that they hold "
            "against an attacker.",
        ],
    )


def removal_table(found: Sequence[Compared]) -> pl.DataFrame:
    """One row a layer: the leak, its share without and with the layer and round it, and the verdict."""
    return pl.DataFrame(
        [
            {
                "layer": one.layer.name,
                "what leaks without it": one.layer.leak,
                "without": _said(one.without),
                "with": _said(one.within),
                "ceiling": one.layer.ceiling,
                "known way round": "–" if one.round_it is None else _said(one.round_it),
                "noticed": one.noticed,
                "verdict": one.verdict,
                "claims": ", ".join(one.layer.claims) or "none",
            }
            for one in found
        ]
    )


def passed_table(scratch: Path, seed: int) -> pl.DataFrame:
    """Which layers a whole run without a model calls under each policy; `expected` where its claim leans on one."""
    scratch.mkdir(parents=True, exist_ok=True, mode=0o700)
    source = write_jsonl(scratch / "conversations.jsonl", CONVERSATIONS, CONVERSATIONS, seed)
    rows = []
    for name in POLICIES:
        chosen: dict[str, Any] = {"privacy.policy": name, "clustering.k": 3}
        chosen["privacy.budget_file"] = str(scratch / f"{name}.budget")
        chosen |= {"privacy.expected_accounts": CONVERSATIONS} if POLICIES[name].noisy else {}
        with watched([spot for layer in layers() for spot in layer.spots]) as called:
            run_with(None, scratch / name, load_settings(overrides=chosen), [str(source)])
        rows += [
            {
                "policy": name,
                "layer": layer.name,
                "called": all((spot.owner.__name__, spot.name) in called for spot in _functions(layer)),
                "expected": name in layer.claims and not layer.with_model_only,
            }
            for layer in layers()
            if _functions(layer)
        ]
    return pl.DataFrame(rows)


def _functions(layer: Layer) -> list[Spot]:
    return [spot for spot in layer.spots if callable(vars(spot.owner)[spot.name])]


def passed_checks(passed: pl.DataFrame) -> list[Check]:
    """That whole runs call every layer that their policy's claim leans on."""
    missed = passed.filter(pl.col("expected") & ~pl.col("called"))
    named = ", ".join(f"{row['layer']} ({row['policy']})" for row in missed.iter_rows(named=True))
    count = passed["expected"].sum()
    detail = f"{count - missed.height} of {count}" + (f"; not: {named}." if named else ".")
    return [Check("whole runs go through every layer that a claim leans on", missed.is_empty(), detail)]


def checks(found: Sequence[Compared]) -> list[Check]:
    """That every removal is noticed, and that what a claim of DP leans on holds."""
    unseen = [one.layer.name for one in found if not one.noticed]
    made = [
        Check(
            "every removal is noticed",
            not unseen,
            f"{len(found) - len(unseen)} of {len(found)}"
            + (f"; not: {', '.join(unseen)}." if unseen else "."),
        )
    ]
    for name, policy in POLICIES.items():
        leant_on = [one for one in found if name in one.layer.claims]
        # Where names are private the claim is a promise; else it speaks of accidents, against which lint counts.
        weak = [
            one.layer.name
            for one in leant_on
            if not one.noticed or (policy.private_names and one.verdict != "holds")
        ]
        made.append(
            Check(
                f"what the claim of {name} leans on",
                bool(leant_on) and not weak,
                f"{len(leant_on) - len(weak)} of {len(leant_on)} layers"
                + (f"; not: {', '.join(weak)}." if weak else " stand."),
            )
        )
    return made


def _said(counted: Counted) -> str:
    low, high = counted.interval
    return f"{counted.share:.0%} ({low:.0%} to {high:.0%} of {counted.trials})"
