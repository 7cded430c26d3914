"""What the assistant says: an answer, mostly some facts after it, worded anew every time."""

import random
import re
from collections.abc import Sequence

from clio.synthetic.grammar import Pick, Request, answered
from clio.synthetic.hands import capitalised, opened

_OPENINGS = ("Sure.", "Gladly.", "Of course.", "Happy to.", "Yes, gladly.", "With pleasure.")
"""What may stand before the answer to an instruction in English."""
_FACTS = (30, 32, 26, 12)
"""How often an answer is followed by no fact, one, two or three."""
_WORDINGS: dict[str, tuple[str, ...]] = {
    "it's": ("it is",),
    "that's": ("that is",),
    "don't": ("do not",),
    "doesn't": ("does not",),
    "isn't": ("is not",),
    "aren't": ("are not",),
    "can't": ("cannot",),
    "won't": ("will not",),
    "you'll": ("you will",),
    "you're": ("you are",),
    "they're": ("they are",),
    "i'd": ("I would",),
    "there's": ("there is",),
    "for example": ("for instance", "e.g.", "say"),
    "for instance": ("for example",),
    "because": ("since", "as"),
    "usually": ("mostly", "normally", "as a rule", "typically", "in most cases"),
    "mostly": ("usually", "in most cases", "generally"),
    "often": ("frequently", "quite often"),
    "start with": ("begin with",),
    "begin with": ("start with",),
    "rather than": ("instead of",),
    "instead of": ("rather than",),
    "every day": ("daily", "each day"),
    "have to": ("need to",),
    "need to": ("have to",),
    "choose": ("pick",),
    "pick": ("choose",),
    "talk to": ("speak to", "speak with"),
    "look for": ("search for", "watch for"),
    "tell me": ("let me know",),
    "such as": ("like", "for instance"),
    "afterwards": ("after that", "later on"),
    "otherwise": ("if not",),
    "right away": ("at once", "straight away", "immediately"),
    "at once": ("right away", "straight away", "immediately"),
    "slowly": ("gradually", "bit by bit"),
    "a bit": ("a little", "slightly"),
    "until": ("till",),
    "probably": ("most likely", "very likely"),
    "perhaps": ("maybe",),
    "maybe": ("perhaps",),
    "only": ("just",),
    "make sure": ("see to it", "check"),
    "several": ("a number of", "a few"),
    "more than": ("over",),
    "straight away": ("right away", "at once"),
    "before that": ("earlier",),
    "write down": ("note", "jot down"),
    "quickly": ("fast",),
    "about": ("around", "roughly"),
}
_COUNT = r"(?:\d|an? (?:hour|day|week|month|third|quarter)|half|two|three|four|five|six|ten|twenty|thirty)"
_NARROW = {
    "about": rf"about(?= {_COUNT})",
    "more than": rf"(?<!after )more than(?= {_COUNT})",
    "only": r"(?<!the )(?<!if )(?<!not )only(?= (?:if|when|after|once|for|what|the|one|two)\b)",
}
"""Phrases that another may replace only beside certain words."""
_PHRASES = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(_NARROW.get(one, re.escape(one)) for one in sorted(_WORDINGS, key=len, reverse=True))
    + r")(?![\w'])(?! (?:of|been|as|will)\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(\"[^\"]*\"|'[^'\n]*'(?!\w)|`[^`]*`|^[ ]*[-*] .*[;=(].*$)", re.MULTILINE)


def reply(request: Request, picks: Sequence[Pick], language: str, rng: random.Random, courteous: bool) -> str:
    """One answer to a request whose choices were taken so, with up to three facts beside or below it."""
    said = opened(answered(rng.choice(request.answers), picks, rng))
    count = rng.choices(range(4), _FACTS)[0]
    facts = [
        opened(answered(fact, picks, rng))
        for fact in rng.sample(request.facts, min(count, len(request.facts)))
    ]
    said = worded_reply(said, language, rng)
    facts = [worded_reply(fact, language, rng) for fact in facts]
    if language == "en" and courteous and said[:1].isalpha() and rng.random() < 0.1:
        said = f"{rng.choice(_OPENINGS)} {said}"
    asks = said.rstrip(")\"'").endswith(("?", "？"))
    return said if asks or not facts else _laid_out(said, facts, language, rng)


def worded_reply(text: str, language: str, rng: random.Random, rate: float = 0.5) -> str:
    """English text with common phrases exchanged for others that mean the same, quotations left alone."""
    if language != "en":
        return text

    def swap(match: re.Match[str]) -> str:
        found = match.group(0)
        if rng.random() > rate:
            return found
        other = rng.choice(_WORDINGS[found.lower()])
        return capitalised(other) if found[0].isupper() and not found.startswith("I'") else other

    pieces = _QUOTED.split(text)
    return "".join(piece if at % 2 else _PHRASES.sub(swap, piece) for at, piece in enumerate(pieces))


def _laid_out(said: str, facts: list[str], language: str, rng: random.Random) -> str:
    """The answer and its facts as one paragraph, as several, or with the facts in a list."""
    gap = "" if language == "zh" else " "
    draw = rng.random()
    if draw < 0.5:
        return gap.join([said, *facts])
    if draw < 0.75 or len(facts) < 2:
        return f"{said}\n\n{gap.join(facts)}"
    mark = rng.choice(("-", "*", "•"))
    return "\n".join([said, "", *(f"{mark} {fact}" for fact in facts)])
