"""People's names found by lists of common given names and surnames, where capitals or neighbours agree.

A listed given name that is no ordinary word is taken where it is capitalised, with the capitalised words that
follow it; one that is ("Will", "May", "Paris") only before a listed surname that is not. A name in small
letters counts when given name and surname are both listed and neither is a word. Nothing is looked up in text
without such a name, and the time is linear in its length.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from clio.public.words import load_words

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
_GAP = re.compile(r"\.?[ \t]{1,2}\Z")
_POSSESSIVE = re.compile(r"['’][sS]?\Z")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTICLES = _words("""
    de da do dos del della di van von der den el al bin ibn la le ten ter
""")
_SURNAME_ENDING = re.compile(
    r"\w{3}(?:sdottir|sson|ssen|ovic|evic|kova|nova|enko|owski|ewski|inski|ynski|owska|ewska|iewicz|czyk|escu"
    r"|idis|poulos|akis|oglu|shvili|adze|idze|qvist|strom|gaard|onen|inen|anen)\Z"
)
_MOST_WORDS = 5
_PLACE_PREFIXES = _words("""
    san santa saint st los las fort lake mount mt port sao cape
""")
_THINGS = _words("""
    street road avenue lane drive square place park bridge river lake mountain bay beach island islands
    city town county state college university school academy institute hospital church cathedral museum
    library theatre theater hotel restaurant cafe airport station stadium center centre hall house tower
    building company corporation corp inc ltd llc gmbh group bank records music pictures studios films
    foundation society league club cup prize award day week theorem law laws equation effect constant
    principle test scale index model theory method algorithm process distribution number numbers
    function transform syndrome disease code sauce cake pie salad bread act bill amendment empire
    dynasty war era project airlines
""")
"""Where one of these follows a lone name it names a thing after somebody."""

_NO_SURNAME = _THINGS | _words("""
    eve night morning monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december and or the a an of in on at to for
    from with by is was are were has had will would can could should may might must do does did not no
    yes i you he she it we they his her my your our their this that these those who what when where why
    how if as but so because please thanks thank hello hi hey dear regards sincerely mr mrs ms dr prof
    sir madam north south east west northern southern eastern western central new old great upper lower
    english french german spanish chinese american british european african little red big good best
    real hot fresh dow par jan feb mon tue wed thu fri sat sun asian indian ai api app gpt pro plus max
    mini air phone pad watch i'm i'll i've i'd it's that's let's
""")
"""Capitalised words that end a name."""

_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)


class Span(NamedTuple):
    """A name in a text, [start, end) in code points."""

    start: int
    end: int


class _Word(NamedTuple):
    start: int
    end: int
    key: str
    capital: bool
    accented: bool


class NameLists(NamedTuple):
    """Names without accents and in small letters; `words` are those that mean something else as well."""

    given: frozenset[str]
    surnames: frozenset[str]
    words: frozenset[str]


@cache
def name_lists() -> NameLists:
    """The three lists of this folder; names among the public words join the ambiguous ones."""
    given, surnames, words = (
        frozenset(_listed(name)) for name in ("given_names", "surnames", "names_that_are_words")
    )
    return NameLists(given, surnames, words | ((given | surnames) & _ordinary()))


def people(text: str) -> list[Span]:
    """The names of people in `text`, disjoint and in order; a possessive ending is left outside."""
    lists = name_lists()
    words = [
        _Word(
            found.start(),
            found.end(),
            _key(found.group()),
            _is_capitalised(found.group()),
            not found.group().isascii(),
        )
        for found in _WORD.finditer(text)
    ]
    spans = []
    row = 0
    while row < len(words):
        length = _name_length(text, words, row, lists)
        if length:
            last = words[row + length - 1]
            ending = _POSSESSIVE.search(text, last.start, last.end)
            spans.append(Span(words[row].start, ending.start() if ending else last.end))
        row += max(length, 1)
    return spans


def _name_length(text: str, words: list[_Word], row: int, lists: NameLists) -> int:
    """How many words from `row` on make a name; 0 where none starts."""
    first = words[row]
    if row and words[row - 1].key in _PLACE_PREFIXES and _GAP.match(text[words[row - 1].end : first.start]):
        return 0
    given = _is_listed(first.key, lists.given)
    sure = given and first.key not in lists.words
    if not first.capital:
        return _small_length(text, words, row, lists) if sure else 0
    length = 1 + _following(text, words, row, lists)
    end = row + length
    if end < len(words) and words[end].key in _THINGS and words[end].capital:
        return 0 if length == 1 or not sure else length
    if sure:
        return length
    initials = length > 2 and len(words[row + 1].key) == 1
    surnamed = initials or any(_is_surname(word.key, lists) for word in words[row + 1 : end])
    plain = given or (first.key not in lists.words and not _is_ordinary(first))
    initial = len(first.key) == 1 and text[first.end : first.end + 1] == "."
    return length if surnamed and ((plain and len(first.key) > 1) or initial) else 0


def _following(text: str, words: list[_Word], row: int, lists: NameLists) -> int:
    """How many words after `row` carry the name on: capitalised, with initials and particles between."""
    taken = 0
    last = row
    for following in range(row + 1, min(row + _MOST_WORDS, len(words))):
        word = words[following]
        if not _adjoining(text, words[following - 1], word):
            break
        if word.key in _PARTICLES and not word.capital:
            continue
        initial = len(word.key) == 1
        if not word.capital or (word.key in _NO_SURNAME and not initial):
            break
        if not initial and _is_ordinary(word) and not _is_listed(word.key, lists.surnames):
            break
        last = following
        taken = last - row
    while (
        taken
        and len(words[row + taken].key) == 1
        and text[words[row + taken].end : words[row + taken].end + 1] != "."
    ):
        taken -= 1
    return taken


def _small_length(text: str, words: list[_Word], row: int, lists: NameLists) -> int:
    """2 where a name in small or in all capital letters is followed by a surname in the same."""
    if row + 1 >= len(words):
        return 0
    first, second = words[row], words[row + 1]
    agree = _is_surname(second.key, lists) and not second.capital and _adjoining(text, first, second)
    return 2 if agree and text[first.start].isupper() == text[second.start].isupper() else 0


def _adjoining(text: str, left: _Word, right: _Word) -> bool:
    """Whether only blanks part two words, or a full stop after an initial."""
    between = text[left.end : right.start]
    return _GAP.match(between) is not None and (len(left.key) == 1 or "." not in between)


def _is_capitalised(word: str) -> bool:
    """A capital and then small letters; words all in capitals are no better than small ones."""
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


def _is_listed(key: str, names: frozenset[str]) -> bool:
    return key in names or ("-" in key and key.split("-", 1)[0] in names)


def _is_surname(key: str, lists: NameLists) -> bool:
    if key in lists.words or key in _NO_SURNAME or key in _ordinary():
        return False
    return _is_listed(key, lists.surnames) or _SURNAME_ENDING.search(key) is not None


def _is_ordinary(word: _Word) -> bool:
    return word.key in _NO_SURNAME or (not word.accented and word.key in _ordinary())


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(map(_key, load_words().by_form))


def _listed(name: str) -> Iterator[str]:
    """The keys of the names in one of this folder's lists."""
    content = files("clio.privacy").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    for line in content.splitlines():
        if not line.startswith("#"):
            yield from map(_key, line.split())


def _key(word: str) -> str:
    """A word in small letters without accents and possessive ending."""
    word = word.lower()
    if not word.isascii():
        word = word.translate(_STROKES).replace("’", "'")
        word = "".join(
            mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark)
        )
    return _POSSESSIVE.sub("", word)
