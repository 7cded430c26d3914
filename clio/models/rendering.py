"""From a typed question to the request that is sent, and from an answer's text back to a validated value."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from clio.facets.definitions import BUILT_IN, Facet, asked
from clio.facets.language_names import SEVERAL, language_name
from clio.facets.tags import tags
from clio.models import prompts, schemas, transcript
from clio.models.prompts import EVIDENCE, PROMPT_VERSIONS, Instructions
from clio.models.questions import (
    Assign,
    Audit,
    Deduplicate,
    Extract,
    Extracted,
    Group,
    Name,
    Propose,
    Question,
    Rename,
    Screen,
)
from clio.models.requests import Request

LEAST_INPUT_TOKENS = 200
EVIDENCE_BYTES = 800  # of one member's text: more is no summary
TAG_LIMIT = 8

_BUILT_IN_NAMES = frozenset(facet.name for facet in asked(BUILT_IN))


class _Prepared(NamedTuple):
    """What all requests of the same instructions share, made once: their cost counts per conversation."""

    instructions: Instructions
    body: dict[str, Any]  # without the messages
    schema: dict[str, Any]
    key: "hashlib._Hash"  # has read the canonical JSON up to the user's content


class Renderer:
    """Pure: settings in, requests out; no network, no clock. The same question always gives the same bytes.

    Args:
        facets: all facets of the run; their naming criteria are those of the names of their clusters.
        facet_model, naming_model: who answers about conversations, and who about groups.
        max_input_tokens: of one conversation's data (4 bytes each), its instructions not counted.

    Raises:
        ValueError: when max_input_tokens is below 200.
    """

    def __init__(
        self,
        facets: tuple[Facet, ...],
        facet_model: str,
        naming_model: str,
        max_input_tokens: int = 6000,
    ) -> None:
        if max_input_tokens < LEAST_INPUT_TOKENS:
            raise ValueError(f"max_input_tokens must be at least {LEAST_INPUT_TOKENS}.")
        self._criteria = {facet.name: facet.naming_criteria for facet in facets}
        self._models = {"facet": facet_model, "naming": naming_model}
        self._max_input_tokens = max_input_tokens
        self._extractions: dict[tuple[Facet, ...], _Prepared] = {}
        self._screens: dict[str, _Prepared] = {}

    def request(self, question: Question) -> Request:
        """The request for one question; its key does not depend on the server or its abilities."""
        prepared = self._prepared(question)
        content = self._content(question)
        key = prepared.key.copy()
        key.update(json.dumps(content).encode() + b"]")
        body = {**prepared.body, "messages": [{"role": "user", "content": content}]}
        return Request(key.hexdigest(), prepared.instructions.kind, body, prepared.schema)

    def value(self, question: Question, text: str) -> Any:
        """The value that `Answer` documents for the question, out of the text of an answer to it.

        Raises:
            Malformed: when the text holds no JSON object or one that is not of the question's schema.
        """
        answer = schemas.read(text, self._prepared(question).schema)
        match question:
            case Extract():
                return self._extracted(question, answer)
            case Screen():
                return answer["answer"]
            case Name() | Rename():
                return Group(answer["name"], answer["description"])
            case Propose() | Deduplicate():
                return tuple(Group(name, "") for name in answer["names"])
            case Assign():
                return answer["number"] - 1
            case Audit():
                return answer["score"]

    def _prepared(self, question: Question) -> _Prepared:
        """The instructions of a question, kept where there is one of a kind for all conversations."""
        if isinstance(question, Extract):
            if question.facets not in self._extractions:
                self._extractions[question.facets] = self._prepare(_extraction(question.facets))
            return self._extractions[question.facets]
        if isinstance(question, Screen):
            if question.question not in self._screens:
                self._screens[question.question] = self._prepare(prompts.screen(question.question))
            return self._screens[question.question]
        return self._prepare(self._about_groups(question))

    def _about_groups(self, question: Name | Propose | Deduplicate | Assign | Rename | Audit) -> Instructions:
        match question:
            case Audit():
                return prompts.audit()
            case Assign():
                return prompts.assign(len(question.parents))
        criteria = self._criteria.get(question.facet, "")
        match question:
            case Name():
                return prompts.name(criteria, members=bool(question.members))
            case Propose():
                return prompts.propose(criteria, question.wanted)
            case Deduplicate():
                return prompts.deduplicate(criteria, question.wanted)
            case Rename():
                return prompts.rename(criteria)

    def _prepare(self, instructions: Instructions) -> _Prepared:
        model = self._models[instructions.model]
        enforced = schemas.enforceable(instructions.schema)
        effort = {} if instructions.effort is None else {"effort": instructions.effort}
        body: dict[str, Any] = {
            "model": model,
            "max_tokens": instructions.max_tokens,
            "system": instructions.system,
            "output_config": {"format": {"type": "json_schema", "schema": enforced}, **effort},
        }
        if instructions.effort is None:
            body["thinking"] = {"type": "disabled"}
        settings = [PROMPT_VERSIONS[instructions.kind], model, asdict(instructions)]
        canonical = json.dumps(settings, sort_keys=True, separators=(",", ":"))
        key = hashlib.sha256(canonical.removesuffix("]").encode() + b",")
        return _Prepared(instructions, body, instructions.schema, key)

    def _content(self, question: Question) -> str:
        """The user message: one block of data."""
        match question:
            case Extract() | Screen():
                return transcript.conversation(question.messages, self._max_input_tokens).text
            case Name():
                return transcript.block("evidence", list(_evidence(question)))
            case Propose():
                return transcript.block("groups", _groups("group", question.groups))
            case Deduplicate():
                return transcript.block("groups", _groups("proposed", question.candidates))
            case Assign():
                parents = [
                    transcript.entry(f"{row}", *_texts(group))
                    for row, group in enumerate(question.parents, 1)
                ]
                return transcript.block("groups", parents + _groups("group", [question.group]))
            case Rename():
                taken = [transcript.entry("taken", name) for name in question.taken]
                children = _groups("group", question.children)
                return transcript.block("groups", taken + children + _groups("proposed", [question.proposed]))
            case Audit():
                return transcript.block(
                    "group", [transcript.entry("group", question.name, question.description)]
                )

    def _extracted(self, question: Extract, answer: dict[str, Any]) -> Extracted:
        """Built-in facets by name, the rest in `own`; tags by public priority out of the request."""
        return Extracted(
            request=answer["request"],
            task=answer["task"],
            language=answer["language"],
            concern=answer["concern"],
            tags=tuple(tags(answer["request"], TAG_LIMIT)),
            truncated_chars=transcript.conversation(
                question.messages, self._max_input_tokens
            ).truncated_chars,
            own={name: value for name, value in answer.items() if name not in _BUILT_IN_NAMES},
        )


def _extraction(facets: tuple[Facet, ...]) -> Instructions:
    """Raises ValueError without one of the built-in facets: all of an `Extracted` is always asked."""
    wanted = asked(facets)
    if not {facet.name for facet in wanted} >= _BUILT_IN_NAMES:
        raise ValueError("The built-in facets are always asked; add others to them.")
    return prompts.extract(wanted)


def _evidence(question: Name) -> Iterator[str]:
    """Released words; under the policy `paper` also texts of members and of the nearest others, 50 each."""
    if question.phrase is not None:
        yield transcript.entry("phrase", question.phrase)
    if question.language is not None:
        several = question.language == SEVERAL
        yield transcript.entry(
            "language", "several languages" if several else language_name(question.language)
        )
    if question.tags:
        yield transcript.entry("words", *question.tags)
    for text in question.members[:EVIDENCE]:
        yield transcript.excerpt("member", text, EVIDENCE_BYTES)
    if question.members:
        for text in question.contrast[:EVIDENCE]:
            yield transcript.excerpt("other", text, EVIDENCE_BYTES)


def _groups(label: str, groups: Iterable[Group]) -> list[str]:
    return [transcript.entry(label, *_texts(group)) for group in groups]


def _texts(group: Group) -> Sequence[str]:
    """Name and description; a proposal has no description yet."""
    return (group.name, group.description) if group.description else (group.name,)
