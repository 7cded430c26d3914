"""The extractive provider: answers by rules and public lists on this machine, with no language model."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import AgglomerativeClustering

from clio.facets.language_names import SEVERAL, language_name
from clio.facets.tags import tags
from clio.models.extractive_facets import extract
from clio.models.questions import (
    Answer,
    Assign,
    Audit,
    Deduplicate,
    Extract,
    Group,
    Name,
    Propose,
    Question,
    Rename,
    Screen,
)
from clio.privacy.auditor import audit
from clio.privacy.candidates import MIXED_AREA

HEADING_SEPARATOR = "; "  # between the public headings that one parent stands for
OTHER_LANGUAGES = Group(
    "Conversations in other languages",
    "People wrote to the assistant in languages that the encoder does not cover, so these conversations are "
    "grouped by language and not by topic.",
)

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True)
class ExtractiveProvider:
    """Computes every answer; `encode` (texts -> unit rows [n, d]) tells which headings are near each other."""

    encode: Encode
    name: str = "extractive"
    uses_model: bool = False

    def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Yield one answer per question, in order."""
        for question in questions:
            yield self._answer(question)

    def _answer(self, question: Question) -> Answer:
        match question:
            case Extract():
                return extract(question)
            case Screen():
                return Answer("failed", code="needs_model")
            case Name():
                return Answer("ok", name_cluster(question))
            case Propose():
                return Answer("ok", propose(question))
            case Deduplicate():
                return Answer("ok", deduplicate(question, self.encode))
            case Assign():
                return Answer("ok", assign(question, self.encode))
            case Rename():
                return Answer("ok", rename(question))
            case Audit():
                return Answer("ok", audit(question.name, question.description))


def name_cluster(question: Name) -> Group:
    """Name a cluster by its public phrase, and describe it by the phrase and its released tags.

    With `members` (the policy `paper`) the tags stand in the order in which they tell members from `contrast`.
    """
    if question.language == SEVERAL:
        return OTHER_LANGUAGES
    if question.language is not None:
        language = language_name(question.language)
        return Group(
            f"Conversations in {language}",
            f"People wrote to the assistant in {language}. The encoder does not cover this language, so these "
            "conversations are grouped by language and not by topic.",
        )
    ranked = _by_contrast(question)
    phrase = question.phrase or (f"Ask about {ranked[0]}" if ranked else "Ask the assistant for help")
    sentence = f"People wanted to {phrase[0].lower()}{phrase[1:]}."
    if ranked:
        sentence += f" Words that many of them used: {', '.join(ranked)}."
    return Group(phrase, sentence)


def _by_contrast(question: Name) -> tuple[str, ...]:
    """Released tags, those first that more members than non-members carry; the given order where none is shown."""
    if not question.members:
        return question.tags
    inside = Counter(tag for text in question.members for tag in set(tags(text)))
    outside = Counter(tag for text in question.contrast for tag in set(tags(text)))

    def lift(tag: str) -> float:
        return inside[tag] / len(question.members) - outside[tag] / max(1, len(question.contrast))

    return tuple(sorted(question.tags, key=lambda tag: -lift(tag)))


def propose(question: Propose) -> tuple[Group, ...]:
    """The distinct public themes of the neighbourhood, each once, with its area."""
    return tuple(
        dict.fromkeys(
            Group(group.theme or group.area, "", group.theme, group.area)
            for group in question.groups
            if group.theme or group.area
        )
    )


def deduplicate(question: Deduplicate, encode: Encode) -> tuple[Group, ...]:
    """Distinct headings near the wanted number: themes, else areas, else the nearest areas put together.

    Mixed groups' heading stays by itself: it is near to nothing.
    """
    themes = tuple(dict.fromkeys(question.candidates))
    if len(themes) <= 1.5 * question.wanted:
        return themes
    areas = list(dict.fromkeys(group.area for group in themes))
    if len(areas) <= 1.5 * question.wanted:
        return tuple(Group(area, "", "", area) for area in sorted(areas))
    parts = {part for area in areas for part in area.split(HEADING_SEPARATOR)}
    areas, alone = sorted(parts - {MIXED_AREA}), sorted(parts & {MIXED_AREA})
    wanted = max(1, int(1.5 * question.wanted) - len(alone))
    merged = [[area] for area in areas]
    if wanted < len(areas):
        # Ward joins headings into groups of like size; average linkage chains them into one.
        labels = AgglomerativeClustering(wanted, linkage="ward").fit_predict(encode(areas))
        merged = [[areas[row] for row in np.flatnonzero(labels == label)] for label in range(wanted)]
    return tuple(Group(_joined(own), "", "", HEADING_SEPARATOR.join(own)) for own in (*merged, alone) if own)


def assign(question: Assign, encode: Encode) -> int:
    """The parent that stands for the group's own theme, else its area, else the nearest heading."""
    theme, areas = question.group.theme, set(question.group.area.split(HEADING_SEPARATOR))
    for row, parent in enumerate(question.parents):
        if theme and parent.theme == theme:
            return row
    for row, parent in enumerate(question.parents):
        if not parent.theme and areas & set(parent.area.split(HEADING_SEPARATOR)):
            return row
    vectors = encode([question.group.name, *(parent.name for parent in question.parents)])
    return int((vectors[1:] @ vectors[0]).argmax())


def rename(question: Rename) -> Group:
    """Name a parent by the headings its children have, most frequent first; describe it by its children."""
    shared = Counter(child.theme for child in question.children)
    theme, count = shared.most_common(1)[0]
    areas = Counter(
        part for child in question.children for part in child.area.split(HEADING_SEPARATOR) if part
    )
    ordered = [area for area, _ in sorted(areas.items(), key=lambda item: (-item[1], item[0]))]
    if theme and count == len(question.children) > 1 and theme not in question.taken:
        name = theme
    else:
        theme = ""
        name = _joined(ordered) if ordered else question.proposed.name
        if name in question.taken:
            name = question.proposed.name
    return Group(name, _describe(question.children), theme, HEADING_SEPARATOR.join(ordered))


def _joined(headings: Sequence[str]) -> str:
    """One title of at most ten words for one or more headings."""
    if len(headings) == 1:
        return headings[0]
    title = f"{headings[0]}; {headings[1][0].lower()}{headings[1][1:]}"
    title += "; more" if len(headings) > 2 else ""
    return title if len(title.split()) <= 10 else f"{headings[0]}; more"


def _describe(children: Sequence[Group]) -> str:
    """Two sentences at most, from the children's names alone."""
    names = [f"{child.name[0].lower()}{child.name[1:]}" for child in children]
    if len(names) == 1:
        return f"One group: {names[0]}."
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"Several related groups: {shown}."
