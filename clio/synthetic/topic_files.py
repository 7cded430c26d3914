"""Reads the files in which topics are written, one a topic: see ``topics/README.md`` for their form."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from clio.synthetic.grammar import Request, Topic

TOPICS = Path(__file__).with_name("topics")
SECTIONS = ("situations", "wishes", "requests", "searches", "later")
FITTING = ("with", "wishes", "later")
"""Words that begin the lines below a request which say what goes with it."""
MARKS = (">", "+", "?", "=")
"""Marks that begin the other lines below a request: answers, facts, and follow-ups with their replies."""
Part = TypeVar("Part")


def read_topics(language: str) -> tuple[Topic, ...]:
    """All topics of a language (ISO 639-1 code), by name; raises ValueError on a malformed file."""
    return tuple(read_topic(path) for path in sorted((TOPICS / language).glob("*.txt")))


def read_topic(path: Path) -> Topic:
    """The topic written in one file; raises ValueError on a malformed one, KeyError for a number it lacks."""
    header, *sections = path.read_text(encoding="utf-8").split("\n# ")
    bodies = {section.split(":", 1)[0]: _lines(section) for section in sections}
    if tuple(bodies) != SECTIONS:
        raise ValueError(f"{path.name}: the sections are {', '.join(bodies)}, not {', '.join(SECTIONS)}")
    fields = dict(line.split(" ", 1) for line in header.splitlines() if line)
    searches = bodies["searches"]
    return Topic(
        name=fields["name"],
        area=fields["area"],
        weight=float(fields["weight"]),
        concern=int(fields["concern"]),
        requests=tuple(_requests(bodies)),
        searches=tuple(line for line in searches if not line.startswith("> ")),
        search_answers=tuple(line[2:] for line in searches if line.startswith("> ")),
    )


def _lines(section: str) -> list[str]:
    """The lines below a section's heading."""
    return [line.strip() for line in section.splitlines()[1:] if line.strip()]


def _requests(bodies: dict[str, list[str]]) -> Iterator[Request]:
    situations, wishes = _numbered(bodies["situations"]), _numbered(bodies["wishes"])
    questions = [line for line in bodies["later"] if not line.startswith("> ")]
    replies = [line.removeprefix("> ") for line in bodies["later"] if line.startswith("> ")]
    later = {
        name: (question, reply)
        for (name, question), reply in zip(_numbered(questions).items(), replies, strict=True)
    }
    for ask, below in _blocks(bodies["requests"]):
        fitting = {word: below[word][-1].split() for word in FITTING if below[word]}
        yield Request(
            ask,
            _chosen(situations, fitting.get("with")),
            tuple(below[">"]),
            _chosen(wishes, fitting.get("wishes")),
            _chosen(later, fitting.get("later")),
            tuple(below["+"]),
            tuple(zip(below["?"], below["="], strict=True)),
        )


def _blocks(written: list[str]) -> Iterator[tuple[str, defaultdict[str, list[str]]]]:
    """Every request with what is written below it, by the mark or word that begins the line."""
    block: tuple[str, defaultdict[str, list[str]]] | None = None
    for line in written:
        mark, _, rest = line.partition(" ")
        if mark in (*MARKS, *FITTING) and block:
            block[1][mark].append(rest)
        else:
            if block:
                yield block
            block = line, defaultdict(list)
    if block:
        yield block


def _numbered(written: list[str]) -> dict[str, str]:
    return dict(line.split(" ", 1) for line in written)


def _chosen(offered: dict[str, Part], names: list[str] | None) -> tuple[Part, ...]:
    """What was named of all that is offered, everything where nothing was said."""
    if names is None:
        return tuple(offered.values())
    return tuple(offered[name] for name in names if name != "none")
