"""What a run with a model would ask and cost, from conversations that were read but not yet sent anywhere."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import polars as pl

from clio.clustering.hierarchy import NEIGHBOURHOOD, level_sizes
from clio.facets.definitions import clustered
from clio.facets.extraction import extract_questions, messages_of
from clio.facets.preparation import prepare
from clio.keyed_hash import keyed_order
from clio.models.estimation import Line, Wanted
from clio.models.prompts import EVIDENCE
from clio.models.questions import Assign, Audit, Deduplicate, Group, Message, Name, Propose, Rename, Screen
from clio.planning import Population, fitted_clusters, population, word_plan
from clio.public.phrases import load_phrases
from clio.stages import Work

SAMPLE = 1_000
"""Conversations whose requests are rendered to estimate all; up to so many the estimate of their input is exact."""

SUMMARY_CHARS = 90
"""Length assumed of a request's summary, which stands in a namer's evidence under `paper`."""


def forecast(work: Work, ledger_of: Path | None = None, done: Collection[str] = ()) -> list[Line]:
    """Calls, tokens and dollars of each kind of question that is left to ask, for a workspace whose ingest is done.

    `ledger_of`: another private folder whose ledger tells what is paid for already. `done`: the names of the stages
    that are finished here, which ask nothing more.
    """
    people, wanted = population(work), list[Wanted]()
    if not people.conversations or {"names", "hierarchy"} <= set(done):
        return []
    sample = _sample(work)
    if "ask" not in done:
        wanted += _about_conversations(work, sample, people.conversations)
    members = _summaries(sample) if word_plan(work.settings, people.accounts) is None else ()
    for facet in clustered(work.facets):
        wanted += _about_groups(_base_clusters(work, facet.name, people, done), members)
    provider = work.model if ledger_of is None else work.model_of(ledger_of)
    return provider.estimate(wanted)


def _sample(work: Work) -> pl.DataFrame:
    """Some conversations as a model would read them, drawn by keyed hash from all shards alike."""
    shards = work.workspace.shards()
    share = math.ceil(SAMPLE / max(1, len(shards)))
    parts = []
    for shard in shards:
        ids = work.read("conversations", shard, "conversation_id")["conversation_id"].to_list()
        rows = keyed_order(work.key, "estimate", ids)[:share]
        parts.append(work.read("conversations", shard, "conversation_id", "messages")[sorted(rows.tolist())])
    settings = work.settings
    return prepare(pl.concat(parts), settings.llm.max_input_tokens, redacted=settings.privacy.redact_input)


def _about_conversations(work: Work, sample: pl.DataFrame, conversations: int) -> Iterator[Wanted]:
    question = work.settings.screen.question
    if question is not None:
        screens = [Screen(messages, question) for messages in messages_of(sample)]
        yield Wanted("screen", conversations, screens)
    yield Wanted("extract", conversations, list(extract_questions(sample, work.facets)))


def _base_clusters(work: Work, facet: str, people: Population, done: Collection[str]) -> int:
    """How many groups of a facet are named: as pooling left them or, before it, at most."""
    if {"pool", "sizes"} & set(done):
        kept = work.whole("pooling").filter(pl.col("base_id").is_not_null(), pl.col("facet") == facet)
        return kept["base_id"].n_unique()
    k = fitted_clusters(work.settings, people.accounts, people.conversations)
    if work.settings.policy.noisy:
        return k
    rule = work.settings.policy.clusters
    return min(k, people.conversations // rule.min_conversations, people.accounts // rule.min_accounts)


def _about_groups(k: int, members: Sequence[str]) -> Iterator[Wanted]:
    """Naming, audit and hierarchy of `k` groups, with words of the public phrase list in the place of real names."""
    phrases = load_phrases().phrases[:: max(1, len(load_phrases().phrases) // 200)]
    groups = [Group(phrase, f"People wanted to {phrase[0].lower()}{phrase[1:]}." * 2) for phrase in phrases]
    inside, outside = tuple(members[:EVIDENCE]), tuple(members[EVIDENCE : 2 * EVIDENCE])
    yield Wanted(
        "name",
        k,
        [Name(group.name, ("make", "find", "change"), inside, outside) for group in groups],
        real=False,
    )
    yield Wanted("audit", k, [Audit(group.name, group.description) for group in groups], real=False)
    below = k
    for size in level_sizes(k):
        parents, hoods = tuple(islice(_cycled(groups), size)), math.ceil(below / NEIGHBOURHOOD)
        hood = tuple(islice(_cycled(groups), min(below, NEIGHBOURHOOD)))
        bare = tuple(replace(group, description="") for group in parents)
        children = tuple(groups[: max(1, below // size)])
        yield Wanted("propose", hoods, [Propose(hood, math.ceil(size / hoods))], real=False)
        yield Wanted("deduplicate", 1, [Deduplicate(bare, size)], real=False)
        yield Wanted("assign", below, [Assign(group, bare) for group in groups], real=False)
        yield Wanted(
            "rename",
            size,
            [Rename(children, group, tuple(p.name for p in parents[: size // 2])) for group in groups],
            real=False,
        )
        below = size


def _cycled(groups: Sequence[Group]) -> Iterator[Group]:
    while True:
        yield from groups


def _summaries(sample: pl.DataFrame) -> list[str]:
    """Texts about as long as summaries of requests."""
    firsts = (_first(messages) for messages in messages_of(sample))
    return [text for text in firsts if text][: 2 * EVIDENCE]


def _first(messages: Sequence[Message]) -> str:
    return next((part.content[:SUMMARY_CHARS] for part in messages if part.role == "user"), "")
