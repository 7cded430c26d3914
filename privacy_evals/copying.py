"""A model that copies everything it sees: the worst that an honest pipeline can be given.

It repeats the conversation as its summary, what a cluster's members say as the cluster's name, and approves of
whatever it audits. It leaves out only what the wording gate is known to reject, as an adversary's model would.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clio.facets.tags import tags
from clio.models.extractive import Encode, ExtractiveProvider
from clio.models.questions import (
    Answer,
    Audit,
    Extract,
    Extracted,
    Group,
    Name,
    Question,
    Rename,
    Screen,
)
from clio.privacy.wording import common_words, is_known

COPIED_CHARS, TAG_LIMIT, NAME_WORDS, DESCRIPTION_WORDS = 1500, 8, 8, 40

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class CopyingProvider:
    """Answers every question with what it was shown; `encode` serves the questions that hold nothing to copy."""

    encode: Encode
    name: str = "copying"
    uses_model: bool = True

    def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Yield one answer per question, in order."""
        plain = ExtractiveProvider(self.encode)
        for question in questions:
            match question:
                case Extract():
                    yield Answer("ok", _copied_conversation(question))
                case Screen():
                    yield Answer("ok", True)
                case Name():
                    yield Answer("ok", _copied_evidence(question))
                case Rename():
                    yield Answer("ok", _copied_children(question))
                case Audit():
                    yield Answer("ok", 5)
                case _:
                    yield from plain.answer([question])


def _copied_conversation(question: Extract) -> Extracted:
    """All the user said, word for word; tags are Clio's own, from its public list, as with any model."""
    said = " ".join(message.content for message in question.messages if message.role == "user")
    text = said[:COPIED_CHARS]
    return Extracted(text, text[:200], "en", 1, tuple(tags(text, TAG_LIMIT)), len(said) - len(text))


def _copied_evidence(question: Name) -> Group:
    """The words that members share, the least common of the language first; else the released words."""
    words = _telling(question.members) if question.members else [*_split(question.phrase), *question.tags]
    return _group(words)


def _copied_children(question: Rename) -> Group:
    texts = [f"{child.name} {child.description}" for child in question.children]
    known = Group(question.proposed.name, "", question.proposed.theme, question.proposed.area)
    copied = _group(_telling(texts, share=0.0))
    return Group(copied.name, copied.description, known.theme, known.area)


def _group(words: Sequence[str]) -> Group:
    distinct = list(dict.fromkeys(words)) or ["assistance"]
    name = " ".join(" ".join(distinct).split()[:NAME_WORDS])
    return Group(f"Write {name}", f"People wrote {' '.join(distinct[:DESCRIPTION_WORDS])}."[:399])


def _telling(texts: Sequence[str], share: float = 0.25) -> list[str]:
    """Words of at least this share of the texts: those that no public list holds first, then the most frequent.

    Rarer ones would be rejected as rare, and only letters are copied, since digits and marks do not pass either.
    """
    held = Counter(word for text in texts for word in {found.lower() for found in _WORD.findall(text)})
    common = common_words()
    shared = [word for word, count in held.items() if count >= share * len(texts)]
    return sorted(shared, key=lambda word: (is_known(word, common), -held[word], word))


def _split(phrase: str | None) -> list[str]:
    return (phrase or "").split()
