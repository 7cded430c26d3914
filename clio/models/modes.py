"""Live or in batches: what the setting `llm.mode` means for a run."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from clio.models.credentials import server_of
from clio.settings import LlmSettings

AUTO_BATCH = 5_000
"""From so many conversations on, mode auto sends batches to Anthropic's own servers."""


class Chosen(NamedTuple):
    """A mode, and the sentence that says why."""

    mode: Literal["live", "batch"]
    why: str


def choose_mode(llm: LlmSettings, conversations: int, environment: Mapping[str, str]) -> Chosen:
    """The mode of a run over so many conversations, asked already or not: the setting's, or by size and server."""
    if llm.mode != "auto":
        return Chosen(llm.mode, f"Mode {llm.mode}, as llm.mode says.")
    if server_of(llm, environment) is not None:
        return Chosen("live", "Mode live: a server of one's own is not known to take Message Batches.")
    if conversations < AUTO_BATCH:
        return Chosen(
            "live",
            f"Mode live: {conversations:,} conversations are soon done; --mode batch costs half, within 24 hours.",
        )
    return Chosen(
        "batch",
        f"Mode batch: {conversations:,} conversations at half the price, done within 24 hours; --mode live is faster.",
    )
