"""The public word list: lemmas fixed in advance, the only words a published tag can be made of."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from clio.errors import PublicFileError

WORDS_SHA256 = "b70101157b5689da9df1530ec684f4c770e9185a662f7da386d127bc51b4363c"
"""SHA-256 of words.tsv; printed by ``python -m clio.public.build_words``."""

HEADER = "lemma\tpos\tweight\tforms"

Pos = Literal["verb", "noun", "adj"]


class Word(NamedTuple):
    """One lemma in one part of speech."""

    lemma: str
    pos: Pos
    weight: float
    """How much the word alone says about a task, in (0, 1]: 0.1 generic, 0.3 generic but
    good at the end of a pair ("phone number"), 0.5 ordinary, 0.8 specific, 1.0 a harm."""
    forms: tuple[str, ...]
    """Its spellings in lower case, the lemma among them."""


class WordList(NamedTuple):
    """The list in the file's order (sorted by lemma, then part of speech) and its index by spelling."""

    words: tuple[Word, ...]
    by_form: Mapping[str, tuple[Word, ...]]
    """Every spelling to the words it may be a form of, in the file's order."""

    @property
    def lemmas(self) -> frozenset[str]:
        """All words that may be printed."""
        return frozenset(word.lemma for word in self.words)


@cache
def load_words() -> WordList:
    """The list with its index; read once per process.

    Raises PublicFileError when words.tsv is absent or is not the file whose hash is pinned: tags drawn from
    an altered list would no longer be public in advance.
    """
    source = files("clio.public").joinpath("words.tsv")
    try:
        content = source.read_bytes()
    except FileNotFoundError:
        raise PublicFileError("clio/public/words.tsv is missing: reinstall clio.") from None
    return parse_words(content, WORDS_SHA256)


def plain(word: str) -> str:
    """A word in lower case; of the list, its lemma, so that "Passwords" and "password" are one."""
    lowered = word.lower().replace("’", "'")
    listed = load_words().by_form.get(lowered)
    return listed[0].lemma if listed else lowered


def parse_words(content: bytes, expected_sha256: str) -> WordList:
    """Read the bytes of a words.tsv; raises PublicFileError when their SHA-256 is not the expected one."""
    if hashlib.sha256(content).hexdigest() != expected_sha256:
        raise PublicFileError(
            "clio/public/words.tsv does not match its pinned SHA-256: reinstall clio, or rebuild it with "
            "`python -m clio.public.build_words` and pin the hash it prints."
        )
    words = []
    by_form: dict[str, tuple[Word, ...]] = {}
    for line in content.decode("utf-8").splitlines()[1:]:
        lemma, pos, weight, forms = line.split("\t")
        word = Word(lemma, cast(Pos, pos), float(weight), tuple(forms.split(" ")))
        words.append(word)
        for form in word.forms:
            by_form[form] = (*by_form.get(form, ()), word)
    return WordList(tuple(words), MappingProxyType(by_form))
