"""A rule-based concern score, 1 (ordinary) to 5 (clearly harmful), for runs without a language model.

English only: a request in any other language gets 1, whatever it says. Words of a harmful subject raise the
score, intent ("how do "
"I", "without getting caught") raises it further, and a protective, learning or fictional
frame lowers it. Rules see words and not meaning: read the means of groups, never one conversation's score.
"""

import re

from clio.facets.concern_conduct import CONDUCT
from clio.facets.concern_words import FRAME, HARMLESS, INTENT, LEARNING, STEALTH, SUBJECTS, compiled, joined

READ_CHARS = 1_000

_PLACEHOLDER = re.compile(r"<([A-Z_]{2,20})>")

_PATTERNS = tuple((compiled(subject.words), subject) for subject in SUBJECTS + CONDUCT)
_ANY = re.compile("|".join(joined(subject.words) for subject in SUBJECTS + CONDUCT), re.IGNORECASE)


def concern(text: str) -> int:
    """How concerning an English request is, 1..5, by the strongest subject in its first 1,000 characters."""
    text = _PLACEHOLDER.sub(r"x\1x", text[:READ_CHARS].replace("’", "'"))
    if not _ANY.search(text):
        return 1
    text = HARMLESS.sub(" ", text)
    hits = [subject for pattern, subject in _PATTERNS if pattern.search(text)]
    if not hits:
        return 1
    intended = INTENT.search(text) is not None
    score = max(subject.intended if intended else subject.mentioned for subject in hits)
    if STEALTH.search(text):
        return max(score, 4)
    if FRAME.search(text):
        score -= 2 if score > 3 else 1
    elif score < 5 and LEARNING.match(text):
        score -= 1
    return max(score, 1)
