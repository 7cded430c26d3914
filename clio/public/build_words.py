"""Build words.tsv from the sources in words/: ``python -m clio.public.build_words``.

A source is called ``<pos>_<domain>.txt``. A line such as ``@2`` opens a tier; then come lemmas, many to a
line. ``go: went gone`` lists irregular forms in place of the regular ones (a verb keeps -s and -ing),
``color = colour`` adds another spelling or a synonym, ``buy: bought = purchase`` does both, ``admit*`` may
double its last letter. ``never_*.txt`` hold what neither a lemma nor a form may be.
The list must be fixed without looking at any user's data, so the sources are written by hand and checked
here.
"""

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, cast

from clio.public.words import HEADER, Pos, Word

SOURCES = Path(__file__).parent / "words"
TARGET = Path(__file__).parent / "words.tsv"

TIERS = {"@1": 0.1, "@h": 0.3, "@2": 0.5, "@3": 0.8, "@4": 1.0}
"""Generic; generic but good at the end of a pair ("phone number"); ordinary; specific; harm."""

SIZE = range(4_000, 5_501)
SPELLING = re.compile(r"[a-z]{2,}")
VOWELS = "aeiou"
DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""A short word whose last letter doubles before -ed and -ing: plan, skip, but not show, fix, look."""
O_TAKES_ES = frozenset({"do", "go", "echo", "veto", "tomato", "potato", "torpedo"})
SIBILANT = ("s", "x", "z", "ch", "sh")


def _plural(lemma: str) -> str:
    """The -s form of a regular noun or verb."""
    if lemma.endswith(SIBILANT) or lemma in O_TAKES_ES:
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stems(lemma: str, doubles: bool) -> list[str]:
    """What -ed, -ing, -er and -est are added to; both where writers differ (travelled, traveled)."""
    if DOUBLES.fullmatch(lemma):
        return [lemma + lemma[-1]]
    if doubles:
        return [lemma + lemma[-1], lemma]
    return [lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else lemma]


def _verb_forms(lemma: str, doubles: bool, irregular: bool) -> Iterator[str]:
    """-s and -ing, and -ed unless the past forms are listed."""
    yield _plural(lemma)
    for stem in _stems(lemma, doubles):
        yield stem[:-1] + "ying" if stem in {"li", "di", "ti"} else stem + "ing"
        if irregular:
            continue
        if stem.endswith("y") and stem[-2] not in VOWELS:
            yield stem[:-1] + "ied"
        else:
            yield stem + ("d" if stem.endswith("e") else "ed")


def _adjective_forms(lemma: str, doubles: bool) -> Iterator[str]:
    """Comparative and superlative of short adjectives; longer ones have none."""
    if lemma.endswith("y") and len(lemma) <= 7:
        stems = [lemma[:-1] + "i"]
    elif len(re.findall(r"[aeiou]+", lemma.removesuffix("e"))) > 1:
        return
    else:
        stems = _stems(lemma, doubles)
    for stem in stems:
        yield stem + "er"
        yield stem + "est"


def _regular(lemma: str, pos: Pos, doubles: bool, irregular: bool) -> Iterator[str]:
    """The lemma and its regular inflections."""
    yield lemma
    if pos == "verb":
        yield from _verb_forms(lemma, doubles, irregular)
    elif not irregular:
        yield from [_plural(lemma)] if pos == "noun" else _adjective_forms(lemma, doubles)


class Entry(NamedTuple):
    """A lemma as its source writes it."""

    lemma: str
    doubles: bool
    irregular: tuple[str, ...]
    variants: tuple[str, ...]

    def forms(self, pos: Pos) -> set[str]:
        """All spellings, those of the variants among them."""
        found = {*_regular(self.lemma, pos, self.doubles, bool(self.irregular)), *self.irregular}
        return found.union(*(_regular(variant, pos, self.doubles, False) for variant in self.variants))


def _entries(line: str) -> Iterator[Entry]:
    special = re.fullmatch(r"(\w+)(\*?)(?:: ([\w ]+?))?(?: = ([\w ]+))?", line)
    if special and (special[3] or special[4]):
        irregular, variants = (tuple((part or "").split()) for part in special.group(3, 4))
        yield Entry(special[1], bool(special[2]), irregular, variants)
        return
    for token in line.split():
        yield Entry(token.rstrip("*"), token.endswith("*"), (), ())


def read_source(name: str, lines: Iterable[str], never: frozenset[str]) -> Iterator[Word]:
    """The words of one source, their forms that a never_ list holds left out."""
    pos = cast(Pos, name.split("_")[0])
    weight = 0.0
    for raw in lines:
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line in TIERS:
            weight = TIERS[line]
            continue
        for entry in _entries(line):
            forms = entry.forms(pos) - (never - {entry.lemma})
            yield Word(entry.lemma, pos, weight, tuple(sorted(forms)))


def _read_never(folder: Path) -> frozenset[str]:
    texts = [path.read_text("utf-8") for path in folder.glob("never_*.txt")]
    lines = [line for text in texts for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


def violations(words: list[Word], never: frozenset[str]) -> list[str]:
    """Every broken rule as one sentence."""
    found = [f"{word.lemma!r} is on a never_ list." for word in words if word.lemma in never]
    found += [f"{word.lemma!r} stands under no tier." for word in words if word.weight not in TIERS.values()]
    found += [
        f"{form!r} of {word.lemma!r} is not two or more letters a-z."
        for word in words
        for form in word.forms
        if not SPELLING.fullmatch(form)
    ]
    times = Counter((word.lemma, word.pos) for word in words)
    found += [f"{lemma!r} is listed {n} times as {pos}." for (lemma, pos), n in times.items() if n > 1]
    owners = Counter((form, word.pos) for word in words for form in set(word.forms))
    found += [f"{form!r} is a form of {n} words as {pos}." for (form, pos), n in owners.items() if n > 1]
    lemmas = len({word.lemma for word in words})
    if lemmas not in SIZE:
        found.append(f"The list has {lemmas} lemmas, not {SIZE.start} to {SIZE.stop - 1}.")
    return found


def build(folder: Path = SOURCES) -> tuple[bytes, list[str]]:
    """The bytes of words.tsv and the broken rules of the sources in ``folder``."""
    never = _read_never(folder)
    words = [
        word
        for path in sorted(folder.glob("*.txt"))
        if not path.name.startswith("never_")
        for word in read_source(path.stem, path.read_text("utf-8").splitlines(), never)
    ]
    words.sort()
    rows = [f"{word.lemma}\t{word.pos}\t{word.weight}\t{' '.join(word.forms)}" for word in words]
    return ("\n".join([HEADER, *rows]) + "\n").encode(), violations(words, never)


def main() -> int:
    """Write words.tsv and print its size and hash, or print the broken rules and write nothing."""
    content, broken = build()
    if broken:
        sys.stderr.write("\n".join(broken) + "\n")
        return 1
    TARGET.write_bytes(content)
    lemmas = len({line.split("\t")[0] for line in content.decode().splitlines()[1:]})
    sys.stdout.write(f"{lemmas} lemmas, SHA-256 {hashlib.sha256(content).hexdigest()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
