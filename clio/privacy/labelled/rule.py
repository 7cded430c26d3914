"""What a rule for announced details is, and the letters of which such rules make names and places."""

import re
from typing import NamedTuple

UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0386-\u03ab\u0410-\u042f"
LETTER = "A-Za-z\u00c0-\u024f\u0386-\u03ff\u0400-\u04ff"
CAPITAL = rf"[{UPPER}][{LETTER}'’-]*[{LETTER}](?![{LETTER}\d_])"
"""A word that begins with a capital and has no digit in it."""


class Labelled(NamedTuple):
    """The group `value` of `pattern` becomes `placeholder`; none where no word of `words` is."""

    placeholder: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


def rule(placeholder: str, words: str, pattern: str) -> Labelled:
    """The rule with its words (lower case, set apart by bars) split and its pattern compiled."""
    return Labelled(placeholder, tuple(words.split("|")), re.compile(pattern))
