"""Reads the files in which topics are written, one a topic: see ``topics/README.md`` for their form."""

from pathlib import Path

from clio.synthetic.grammar import Request, Topic

TOPICS = Path(__file__).with_name("topics")
SECTIONS = ("situations", "wishes", "requests", "searches", "later")


def read_topics(language: str) -> tuple[Topic, ...]:
    """All topics of a language (ISO 639-1 code), by name; raises ValueError on a malformed file."""
    return tuple(read_topic(path) for path in sorted((TOPICS / language).glob("*.txt")))


def read_topic(path: Path) -> Topic:
    """The topic written in one file; raises ValueError on a malformed one."""
    header, *sections = path.read_text(encoding="utf-8").split("\n# ")
    bodies = {section.split(":", 1)[0]: _lines(section) for section in sections}
    if tuple(bodies) != SECTIONS:
        raise ValueError(f"{path.name}: the sections are {', '.join(bodies)}, not {', '.join(SECTIONS)}")
    fields = dict(line.split(" ", 1) for line in header.splitlines() if line)
    situations = dict(line.split(" ", 1) for line in bodies["situations"])
    searches = bodies["searches"]
    return Topic(
        name=fields["name"],
        area=fields["area"],
        weight=float(fields["weight"]),
        concern=int(fields["concern"]),
        requests=tuple(_requests(bodies["requests"], situations)),
        wishes=tuple(bodies["wishes"]),
        searches=tuple(line for line in searches if not line.startswith("> ")),
        search_answers=tuple(line[2:] for line in searches if line.startswith("> ")),
        later=tuple(_pairs(bodies["later"])),
    )


def _lines(section: str) -> list[str]:
    """The lines below a section's heading."""
    return [line.strip() for line in section.splitlines()[1:] if line.strip()]


def _requests(written: list[str], situations: dict[str, str]) -> list[Request]:
    requests: list[Request] = []
    ask, fitting = "", list(situations)
    for line in written:
        if line.startswith("> "):
            requests.append(Request(ask, tuple(situations[name] for name in fitting), line[2:]))
        elif line.startswith("with "):
            fitting = [name for name in line.split()[1:] if name != "none"]
        else:
            ask, fitting = line, list(situations)
    return requests


def _pairs(written: list[str]) -> list[tuple[str, str]]:
    return [
        (question, answer.removeprefix("> "))
        for question, answer in zip(written[::2], written[1::2], strict=True)
    ]
