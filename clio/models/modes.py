"""Live or in batches: what the setting `llm.mode` means for a run."""

from typing import Literal, NamedTuple

from clio.settings import LlmSettings

AUTO_BATCH = 5_000
"""From so many questions on, mode auto sends batches to Anthropic's own servers."""


class Chosen(NamedTuple):
    """A mode, and the sentence that says why."""

    mode: Literal["live", "batch"]
    why: str


def choose_mode(llm: LlmSettings, expected: int) -> Chosen:
    """The mode of a run of `expected` questions: the setting's, or by size and server."""
    if llm.mode != "auto":
        return Chosen(llm.mode, f"Mode {llm.mode}, as llm.mode says.")
    if llm.base_url is not None:
        return Chosen("live", "Mode live: the server of llm.base_url is not known to take Message Batches.")
    if expected < AUTO_BATCH:
        return Chosen(
            "live",
            f"Mode live: {expected:,} calls are soon done; --mode batch halves the price, within 24 hours.",
        )
    return Chosen(
        "batch",
        f"Mode batch: {expected:,} calls at half the price, done within 24 hours; --mode live is faster.",
    )
