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
    """Over all features: with their own tokens, and with those dealt to other features."""

    own: SignTest
    dealt: SignTest


def outcome_of(steered: Sequence[Steered]) -> Outcome:
    """Does a push raise the feature's tokens more than the median random push does, and other features' tokens?"""
    return Outcome(
        sign_test([(one.change, one.random_median) for one in steered]),
        sign_test([(one.dealt_change, one.dealt_random_median) for one in steered]),
    )


class Measured(NamedTuple):
    """What was steered by: the tokens that follow features, and the words of their labels."""

    following: Sequence[Steered]
    words: Sequence[Steered]


def write_report(out: Path, facts: Mapping[str, Any], measured: Measured, samples: Sequence[Sample]) -> None:
    """Write both files into `out`, mode 0600; `facts` tell what was steered and how."""
    figures = {
        **facts,
        **{name: _figures(own) for name, own in measured._asdict().items()},
        "samples": [one._asdict() for one in samples],
    }
    write_atomically(out / STEER_JSON, json.dumps(figures, indent=1, sort_keys=True).encode())
    write_atomically(out / STEER_MD, report_text(facts, measured, samples).encode())


def _figures(steered: Sequence[Steered]) -> dict[str, Any]:
    outcome = outcome_of(steered)
    return {
        "own": outcome.own._asdict(),
        "dealt": outcome.dealt._asdict(),
        "features": [
            {**one._asdict(), "percentile_interval": list(one.percentile_interval)} for one in steered
        ],
    }


def report_text(facts: Mapping[str, Any], measured: Measured, samples: Sequence[Sample]) -> str:
    """The report in Markdown."""
    lines = [
        "# Steering",
        "",
        f"{facts['features']} labelled features of an SAE on layer {facts['layer']} of {facts['model']}, each pushed "
        f"by {facts['strength']:g} times the median length of a state, on {facts['prompts']} prompts of "
        f"{facts['prompt_tokens']} tokens of public text, beside {facts['random']} random features pushed as far.",
        "",
        "Rise: nats by which the mean log-probability of the tokens, as the next token, rises. Percentile: share of "
        "the random features under which they rise less, with its 95 % interval.",
        "",
        "## What follows the feature",
        "",
        f"The tokens that come, in {facts['texts']} other texts, after the feature's firings more often than "
        "elsewhere: its own output.",
        "",
        *_section(measured.following),
        "",
        "## The words of its label",
        "",
        'The words on which it fires, its input. A push need not raise them: a feature of "how" may bring "to".',
        "",
        *_section(measured.words),
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


def _section(steered: Sequence[Steered]) -> list[str]:
    if not steered:
        return ["No feature has such tokens."]
    outcome = outcome_of(steered)
    return [
        f"- {said_of(outcome.own)}",
        f"- With the tokens of other features: {said_of(outcome.dealt)}",
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


def said_of(test: SignTest) -> str:
    """A sign test as a sentence."""
    return (
        f"{test.wins} of {test.features} features raise these tokens more than the median random feature does "
        f"(sign test, p = {test.p_value:.2g})."
    )


def _line(text: str) -> str:
    """Text as one line of code, whatever it holds."""
    return "`" + " ".join(text.replace("`", "'").split()) + "`"
