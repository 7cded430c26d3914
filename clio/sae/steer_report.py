"""What steering hands back: steer.json for a machine, steer.md for a reader."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from clio.sae.steering import SignTest, Steered, sign_test
from clio.storage import write_atomically

STEER_JSON, STEER_MD = "steer.json", "steer.md"


class Sample(NamedTuple):
    """What a decoder writes after a prompt of public text, from the same draws, with and without a push."""

    feature_id: int
    prompt: str
    before: str
    after: str


class Outcome(NamedTuple):
    """Over all features: with their own labels, and with labels dealt to other features."""

    own: SignTest
    dealt: SignTest


def outcome_of(steered: Sequence[Steered]) -> Outcome:
    """Does a push raise the label's tokens more than the median random push does, and with other labels?"""
    return Outcome(
        sign_test([(one.change, one.random_median) for one in steered]),
        sign_test([(one.dealt_change, one.dealt_random_median) for one in steered]),
    )


def write_report(
    out: Path, facts: Mapping[str, Any], steered: Sequence[Steered], samples: Sequence[Sample]
) -> None:
    """Write both files into `out`, mode 0600; `facts` tell what was steered and how."""
    outcome = outcome_of(steered)
    figures = {
        **facts,
        "own_labels": outcome.own._asdict(),
        "dealt_labels": outcome.dealt._asdict(),
        "features": [
            {**one._asdict(), "percentile_interval": list(one.percentile_interval)} for one in steered
        ],
        "samples": [one._asdict() for one in samples],
    }
    write_atomically(out / STEER_JSON, json.dumps(figures, indent=1, sort_keys=True).encode())
    write_atomically(out / STEER_MD, report_text(facts, steered, samples).encode())


def report_text(facts: Mapping[str, Any], steered: Sequence[Steered], samples: Sequence[Sample]) -> str:
    """The report in Markdown."""
    outcome = outcome_of(steered)
    lines = [
        "# Steering",
        "",
        f"{len(steered)} labelled features of an SAE on layer {facts['layer']} of {facts['model']}, each pushed by "
        f"{facts['strength']:g} times the median length of a state, on {facts['prompts']} prompts of "
        f"{facts['prompt_tokens']} tokens of public text, beside {facts['random']} random features pushed as far. "
        f"{facts['without_tokens']} labelled features have no label word that is one token of the model.",
        "",
        "Rise: nats by which the mean log-probability of the label's tokens, as the next token, rises. Percentile: "
        "share of the random features under which it rises less, with its 95 % interval.",
        "",
        f"- {said_of(outcome.own)}",
        f"- With labels dealt to other features: {said_of(outcome.dealt)}",
        "",
        "| feature | label | tokens | rise | random, median | percentile |",
        "|---|---|---|---|---|---|",
        *(
            f"| {one.feature_id} | {one.label} | {', '.join(one.tokens[:5])} | {one.change:+.2f} | "
            f"{one.random_median:+.2f} | {one.percentile:.0%} ({one.percentile_interval.low:.0%} to "
            f"{one.percentile_interval.high:.0%}) |"
            for one in steered
        ),
    ]
    for one in samples:
        lines += [
            "",
            f"## Feature {one.feature_id}",
            "",
            f"- prompt: {_line(one.prompt)}",
            f"- without: {_line(one.before)}",
            f"- with: {_line(one.after)}",
        ]
    return "\n".join([*lines, ""])


def said_of(test: SignTest) -> str:
    """A sign test as a sentence."""
    return (
        f"{test.wins} of {test.features} features raise the label's tokens more than the median random feature does "
        f"(sign test, p = {test.p_value:.2g})."
    )


def _line(text: str) -> str:
    """Text as one line of code, whatever it holds."""
    return "`" + " ".join(text.replace("`", "'").split()) + "`"
