"""The public phrase list: task names fixed in advance, among which a cluster's name is noisily chosen."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from clio.errors import PublicFileError

PHRASES_SHA256 = "9c27dc291c406d03fe65cb43de0b7cbde5b52f4cb6dd1dbc4f858d1e7c476099"
"""SHA-256 of phrases.tsv; printed by ``python -m clio.public.build_phrases``."""

HEADER = "phrase\ttheme\tarea\tconcern\ttheme_name\tarea_name"


class PhraseList(NamedTuple):
    """The list in the file's order (sorted by phrase); the tuples are aligned."""

    phrases: tuple[str, ...]
    themes: tuple[str, ...]
    areas: tuple[str, ...]
    concern: tuple[int, ...]
    """1 (ordinary) to 5 (clearly harmful), the scale of the Clio paper's concern facet."""
    theme_names: tuple[str, ...]
    """What names a group that is about the theme as a whole."""
    area_names: tuple[str, ...]


@cache
def load_phrases() -> PhraseList:
    """The phrases with their themes, areas and concern.

    Raises PublicFileError when phrases.tsv is absent or is not the file whose hash is pinned: names chosen
    from an altered list would no longer be public in advance.
    """
    source = files("clio.public").joinpath("phrases.tsv")
    try:
        content = source.read_bytes()
    except FileNotFoundError:
        raise PublicFileError("clio/public/phrases.tsv is missing: reinstall clio.") from None
    return parse_phrases(content, PHRASES_SHA256)


def parse_phrases(content: bytes, expected_sha256: str) -> PhraseList:
    """Read the bytes of a phrases.tsv; raises PublicFileError when their SHA-256 is not the expected one."""
    if hashlib.sha256(content).hexdigest() != expected_sha256:
        raise PublicFileError(
            "clio/public/phrases.tsv does not match its pinned SHA-256: reinstall clio, or rebuild it with "
            "`python -m clio.public.build_phrases` and pin the hash it prints."
        )
    rows = [line.split("\t") for line in content.decode("utf-8").splitlines()[1:]]
    return PhraseList(
        phrases=tuple(row[0] for row in rows),
        themes=tuple(row[1] for row in rows),
        areas=tuple(row[2] for row in rows),
        concern=tuple(int(row[3]) for row in rows),
        theme_names=tuple(row[4] for row in rows),
        area_names=tuple(row[5] for row in rows),
    )
