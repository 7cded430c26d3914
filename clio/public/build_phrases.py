"""Build phrases.tsv from the sources in phrases/: ``python -m clio.public.build_phrases``.

A source has one ``# Area``, then ``## Theme`` or ``## Theme @4`` (its concern, 1 unless said), then a phrase
a line. After a colon an area or a theme may say what names a group that is about all of it: ``## Taxes: Handle
personal taxes``; otherwise such a group asks about its title. The list must be fixed without looking at any
user's data, so the sources are written by hand.
"""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from clio.public.phrase_words import PROPER_WORDS, VERBS
from clio.public.phrases import HEADER

SOURCES = Path(__file__).parent / "phrases"
TARGET = Path(__file__).parent / "phrases.tsv"

MIN_PHRASES = 2_500
THEME_SIZE = range(5, 26)
WORDS = range(3, 9)
NAME_WORDS = range(2, 9)

RULES = {
    "area": "the first line must be `# Area title`, and no other line may open an area",
    "theme": "a phrase must stand under a `## Theme title`, with `@1` to `@5` after it or nothing",
    "name": "a name of a theme or area must be two to eight words that begin with a verb, and no near-copy of another",
    "title": "a title must be two to sixty letters, spaces, commas or hyphens, and begin with a capital",
    "repeated_title": "an area or theme title must be used once",
    "theme_size": f"a theme must hold {THEME_SIZE.start} to {THEME_SIZE.stop - 1} phrases",
    "characters": "a phrase may hold ASCII letters, + and #, single spaces, hyphens, commas, apostrophes",
    "length": f"a phrase must have {WORDS.start} to {WORDS.stop - 1} words",
    "verb": "a phrase must begin with a capitalised verb listed as VERBS in phrase_words",
    "case": "only the first word, or a word listed as PROPER_WORDS in phrase_words, may have a capital",
    "near_copy": "a phrase must differ from every other in more than articles, word order and endings",
    "too_few": f"the list must hold at least {MIN_PHRASES} phrases",
}
"""Every error the build can report, by code."""

_TITLE = re.compile(r"[A-Z][A-Za-z ,'-]{1,59}")
_THEME = re.compile(r"## (?P<title>[^@:]*[^@: ])(?:: (?P<name>[^@:]*[^@: ]))?(?: @(?P<concern>[1-5]))?")
_PHRASE = re.compile(r"[A-Za-z+#]+(?:[',-]? ?[A-Za-z+#]+)*'?")
_ARTICLES = frozenset({"a", "an", "the", "some", "one", "s", "my"})


class Entry(NamedTuple):
    """One phrase, and where it was read."""

    phrase: str
    theme: str
    area: str
    concern: int
    theme_name: str
    area_name: str
    file: str
    line: int


class Problem(NamedTuple):
    """A broken rule: `rule` is a key of RULES."""

    file: str
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {RULES[self.rule]}."


def read_source(name: str, text: str) -> tuple[list[Entry], list[Problem]]:
    """The phrases of one source file, and the problems of its titles and layout."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    area = theme = area_name = theme_name = ""
    concern = 1
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("##"):
            match = _THEME.fullmatch(line)
            theme, concern = (match["title"], int(match["concern"] or 1)) if match else ("", 1)
            theme_name = heading_name(theme, match and match["name"])
            if not match:
                problems.append(Problem(name, number, "theme"))
            elif not _TITLE.fullmatch(theme):
                problems.append(Problem(name, number, "title"))
        elif number == 1 or line.startswith("#"):
            area, _, own = line.removeprefix("# ").partition(": ")
            area_name = heading_name(area, own)
            if number != 1 or not line.startswith("# "):
                problems.append(Problem(name, number, "area"))
            elif not _TITLE.fullmatch(area):
                problems.append(Problem(name, number, "title"))
        elif line.strip():
            if not theme:
                problems.append(Problem(name, number, "theme"))
            entries.append(Entry(line, theme, area, concern, theme_name, area_name, name, number))
    return entries, problems


def heading_name(title: str, own: str | None) -> str:
    """What names a group that is about all of a theme or area: its own name, or else that its title is asked about."""
    kept = title.split(" ")[0] in PROPER_WORDS
    return own or f"Ask about {title if kept else title[:1].lower() + title[1:]}"


def phrase_key(phrase: str) -> tuple[str, ...]:
    """What is left of a phrase after crude lemmatising: equal keys are near-copies."""
    words = re.findall(r"[a-z+#]+", phrase.lower())
    return tuple(sorted(_stem(word) for word in words if word not in _ARTICLES))


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


def phrase_problems(entries: Iterable[Entry]) -> Iterator[Problem]:
    """The broken rules of single phrases and of pairs of them."""
    seen: set[tuple[str, ...]] = set()
    for entry in entries:
        first, *rest = entry.phrase.split(" ")
        key = phrase_key(entry.phrase)
        broken = {
            "characters": not _PHRASE.fullmatch(entry.phrase),
            "length": len(entry.phrase.split()) not in WORDS,
            "verb": first not in VERBS,
            "case": any(word != word.lower() and word.strip(",") not in PROPER_WORDS for word in rest),
            "near_copy": key in seen,
        }
        seen.add(key)
        yield from (Problem(entry.file, entry.line, rule) for rule, is_broken in broken.items() if is_broken)


def name_problems(entries: list[Entry]) -> Iterator[Problem]:
    """The broken rules of the names of themes and areas, at the first phrase below them."""
    taken = {phrase_key(entry.phrase) for entry in entries}
    first = {name: entry for entry in reversed(entries) for name in (entry.theme_name, entry.area_name)}
    for name, below in first.items():
        words, key = name.replace(",", "").split(" "), phrase_key(name)
        plain = all(word == word.lower() or word in PROPER_WORDS for word in words[1:])
        shaped = len(words) in NAME_WORDS and words[0] in VERBS and _PHRASE.fullmatch(name)
        if not plain or not shaped or key in taken:
            yield Problem(below.file, below.line, "name")
        taken.add(key)


def theme_problems(entries: list[Entry]) -> Iterator[Problem]:
    """The broken rules of the list as a whole: sizes of themes and of the list, and titles used twice."""
    themes: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        themes.setdefault((entry.file, entry.theme), []).append(entry)
    titles: dict[str, str] = {}
    for (file, theme), members in themes.items():
        if len(members) not in THEME_SIZE:
            yield Problem(file, members[0].line, "theme_size")
        for title, owner in ((theme, f"{file}/{theme}"), (members[0].area, file)):
            if titles.setdefault(title, owner) != owner:
                yield Problem(file, members[0].line, "repeated_title")
    if len(entries) < MIN_PHRASES:
        yield Problem("phrases", len(entries), "too_few")


def collect(sources: Path = SOURCES) -> tuple[list[Entry], list[Problem]]:
    """Every phrase under `sources`, sorted by phrase, and every broken rule in the order of the files."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in sorted(sources.glob("*.txt")):
        found, broken = read_source(path.name, path.read_text(encoding="utf-8"))
        entries += found
        problems += broken
    problems += phrase_problems(entries)
    problems += name_problems(entries)
    problems += theme_problems(entries)
    return sorted(entries), problems


def render(entries: Iterable[Entry]) -> bytes:
    """The bytes of phrases.tsv."""
    rows = ("\t".join(map(str, entry[:6])) for entry in entries)
    return ("\n".join((HEADER, *rows)) + "\n").encode("utf-8")


def main() -> int:
    """Write phrases.tsv and say its count and hash, or say what is wrong and return 1."""
    entries, problems = collect()
    if problems:
        sys.stderr.writelines(f"{problem}\n" for problem in problems)
        return 1
    content = render(entries)
    TARGET.write_bytes(content)
    themes = len({entry.theme for entry in entries})
    areas = len({entry.area for entry in entries})
    sys.stdout.write(f"{len(entries)} phrases, {themes} themes, {areas} areas\n")
    sys.stdout.write(f"PHRASES_SHA256 = {hashlib.sha256(content).hexdigest()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
