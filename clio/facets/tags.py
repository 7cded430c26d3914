"""Tags of a request: lemmas of the public word list and ordered pairs of them, found by fixed rules.

A tag can only be a word of clio/public/words.tsv ("passport") or two of them: a verb and its object ("reset
password"), or two nouns that stand together ("bank account"). Nothing here learns from other conversations,
so a record influences only its own tags.

The first tag matters most, because a small data set counts no other, and it is published only if many
accounts share it. A pair of a telling verb and its object is best; where the verb says little ("find a
recipe") the noun alone is shared by more people; and a word of harm ("phishing") goes before all.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clio.facets.word_kinds import Token, tokens
from clio.public.words import Word

MAX_CHARS = 2_000
"""Longer texts are cut here first: a request states its task early."""

WINDOW = 7
"""How many words after a verb its object may begin."""

_LINKS_EMPTY, _LINKS_GENERAL = frozenset({"of", "for", "about"}), frozenset({"of"})
"""After "some kind" and after "a list", the words behind which the object proper stands."""

_BETWEEN = frozenset({"determiner", "relative", "adj", "object", "particle"})

MAX_UNKNOWN = 2
"""How many unlisted words (names, brands) may stand between a verb and its object."""

REACH = 40
"""How many words back "it" may point."""

HEAD, ORDINARY, SPECIFIC, HARM = 0.3, 0.5, 0.8, 1.0
"""Weights from which a word may end a pair, may stand alone, tells the task by itself, and names a harm."""

_NO_PAIR = """
need want know think have do be help get go come let like say mean see look use try seem give show ask put
wish please thank become happen bring allow appear belong bear cause wonder suppose feel hear talk work live
require remain keep consider involve include begin continue stay tend offer refer tell find provide turn
follow arrive depart wait occur exist sleep die laugh smile rise fall sit stand depend respond differ lie
succeed react struggle suffer land agree disagree
"""
NO_PAIR = frozenset(_NO_PAIR.split())
"""Verbs that only frame a request or take no object: no pair with one says more than its noun."""

FIRST, PAIR, PAIR_GENERAL, NOUN, COMPOUND, REST, VERB = range(7)
"""The order of candidates: a harm; a telling verb with its object, or alone where it is specific; the same
with a general object ("change name"); a specific noun; a compound; other pairs and nouns; other verbs."""


class Candidate(NamedTuple):
    """A possible tag. Candidates sort by how well they tell the task."""

    order: int
    position: int
    """Of its first word in the text."""
    words: int
    """Minus the number of words: at one place a pair comes before its words."""
    tag: str


def tags(request: str, limit: int = 8) -> list[str]:
    """Distinct tags of an English request, at most ``limit``, the most telling first."""
    words = tokens(request[:MAX_CHARS])
    ranked = sorted([*_verb_objects(words), *_compounds(words), *_singles(words)])
    return list(dict.fromkeys(candidate.tag for candidate in ranked))[: max(limit, 0)]


def _singles(words: Sequence[Token]) -> Iterator[Candidate]:
    for position, (_, kind, word) in enumerate(words):
        if word is None or word.weight < ORDINARY or kind == "adj":
            continue
        specific = word.weight >= SPECIFIC
        if kind == "noun":
            order = FIRST if word.weight >= HARM else NOUN if specific else REST
            yield Candidate(order, position, -1, word.lemma)
        elif word.lemma not in NO_PAIR:
            yield Candidate(PAIR if specific else VERB, position, -1, word.lemma)


def _pair(order: int, first: Word | None, second: Word | None, position: int) -> Iterator[Candidate]:
    """The tag of two words, unless the second is too general to end one."""
    if first is None or second is None or first.lemma == second.lemma or second.weight < HEAD:
        return
    yield Candidate(order, position, -2, f"{first.lemma} {second.lemma}")


def _compounds(words: Sequence[Token]) -> Iterator[Candidate]:
    """Neighbouring nouns ("bank account"), and "status of my order" as "order status"."""
    for position in range(1, len(words)):
        first, second = words[position - 1], words[position]
        if second.kind == "noun" and _opens_compound(first):
            yield from _pair(COMPOUND, first.word, second.word, position - 1)
        elif second.text == "of" and first.kind == "noun":
            start = _skip(words, position + 1)
            end = _run_end(words, start)
            if end > start and _opens_compound(words[end - 1]):
                yield from _pair(COMPOUND, words[end - 1].word, first.word, position - 1)


def _opens_compound(token: Token) -> bool:
    """Whether a word may be the first of two: an ordinary noun or a specific adjective ("vegan recipe")."""
    if token.word is None or token.kind == "verb":
        return False
    return token.word.weight >= (ORDINARY if token.kind == "noun" else SPECIFIC)


def _skip(words: Sequence[Token], start: int) -> int:
    """The first position from ``start`` that holds neither an article nor an adjective."""
    while start < len(words) and words[start].kind in {"determiner", "adj"}:
        start += 1
    return start


def _run_end(words: Sequence[Token], start: int) -> int:
    """The end of the run of nouns that begins at ``start``."""
    while start < len(words) and words[start].kind == "noun":
        start += 1
    return start


def _verb_objects(words: Sequence[Token]) -> Iterator[Candidate]:
    for position, (text, kind, verb) in enumerate(words):
        if kind != "verb" or verb is None or verb.lemma in NO_PAIR:
            continue
        light = verb.weight < ORDINARY
        if light and position + 1 < len(words) and words[position + 1].kind == "particle":
            continue
        noun = _object(words, position)
        if noun is None and text != verb.lemma and not text.endswith("ing"):
            noun = _passive_subject(words, position)
        if noun is None:
            continue
        general = noun.weight < ORDINARY
        if not light:
            order = REST if _subordinate(words, position) else PAIR_GENERAL if general else PAIR
            yield from _pair(order, verb, noun, position)
        elif not general:
            yield from _pair(REST, verb, noun, position)


def _object(words: Sequence[Token], verb: int) -> Word | None:
    """The noun that a verb acts on: the last of the first run of nouns after it, or what "it" stands for."""
    unknown = 0
    position = verb + 1
    end = min(len(words), verb + 1 + WINDOW)
    while position < end:
        text, kind, _ = words[position]
        if kind == "noun":
            after = _run_end(words, position)
            noun = _head(words[position:after])
            if noun is not None and noun.weight >= ORDINARY:
                return noun
            links = _LINKS_EMPTY if noun is None else _LINKS_GENERAL
            if after == len(words) or words[after].text not in links:
                return noun
            position = after
        elif kind == "unknown":
            unknown += 1
            if unknown > MAX_UNKNOWN:
                return None
        elif text in {"it", "that"} and position == verb + 1 and _clause_ends(words, position + 1):
            return _earlier_noun(words, position)
        elif kind not in _BETWEEN or (kind == "particle" and position > verb + 1):
            return None
        position += 1
    return None


def _head(run: Sequence[Token]) -> Word | None:
    """The last word of a run of nouns that can end a pair; nothing where an unlisted one ends the run."""
    for token in reversed(run):
        if token.word is None or token.word.weight >= HEAD:
            return token.word
    return None


def _clause_ends(words: Sequence[Token], position: int) -> bool:
    return position == len(words) or words[position].kind in {"stop", "particle", "link", "modal"}


def _earlier_noun(words: Sequence[Token], pronoun: int) -> Word | None:
    """What "it" stands for: the last telling noun before."""
    for _, kind, word in reversed(words[max(0, pronoun - REACH) : pronoun]):
        if kind == "noun" and word is not None and word.weight >= ORDINARY:
            return word
    return None


def _passive_subject(words: Sequence[Token], participle: int) -> Word | None:
    """The noun of "my card was declined"."""
    position = participle - 1
    passive = False
    while position >= 0 and words[position].kind in {"be", "modal", "adj"} and participle - position < 5:
        passive = passive or words[position].kind == "be"
        position -= 1
    return words[position].word if passive and position >= 0 and words[position].kind == "noun" else None


def _subordinate(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb only describes a noun ("a song that captures the spirit", "an app to learn chess")."""
    if verb < 2 or words[verb - 2].kind != "noun":
        return False
    before, noun = words[verb - 1].text, words[verb - 2].word
    telling = noun is not None and noun.weight >= ORDINARY
    return before in {"that", "which", "who"} or (before == "to" and telling)
