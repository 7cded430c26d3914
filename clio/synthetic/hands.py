"""How a sentence looks after different people typed it: reworded, lower-cased, shortened, mistyped."""

import random
import re

_REWORDINGS: dict[str, tuple[str, ...]] = {
    "i am": ("I'm",),
    "i'm": ("I am",),
    "i have to": ("I need to", "I've got to", "I must"),
    "i need to": ("I have to", "I've got to", "I must", "I should"),
    "i want to": ("I'd like to", "I would like to"),
    "i'd like to": ("I want to", "I would like to"),
    "i don't know": ("I do not know",),
    "i can't": ("I cannot",),
    "i've": ("I have",),
    "can you": ("could you", "would you", "will you"),
    "could you": ("can you", "would you"),
    "how do i": ("how can I", "how would I", "how should I", "how does one", "what's the best way to"),
    "how can i": ("how do I", "how could I", "what can I do to", "how might I"),
    "how should i": ("how do I", "how would you", "how could I", "how best to"),
    "what is": ("what's",),
    "what's": ("what is",),
    "please": ("pls", "please", "please"),
    "because": ("since", "as"),
    "it's": ("it is",),
    "a lot of": ("lots of", "plenty of"),
    "give me": ("show me", "send me"),
    "write me": ("draft me", "write", "compose", "put together"),
    "right now": ("at the moment", "currently", "just now"),
    "at the moment": ("right now", "currently", "for now"),
    "maybe": ("perhaps", "possibly"),
    "quite": ("rather", "fairly", "pretty"),
    "for example": ("e.g.", "say", "for instance"),
}
_PHRASES = re.compile(
    r"(?<!\bdo )(?<!\bdid )(?<!should )(?<!would )(?<!here )(?<!tips )\b("
    + "|".join(sorted(map(re.escape, _REWORDINGS), key=len, reverse=True))
    + r")\b(?! of\b| been\b| got\b)",
    re.IGNORECASE,
)
_SHORTHAND: dict[str, tuple[str, ...]] = {
    "you": ("u", "you"),
    "your": ("ur", "your"),
    "please": ("pls", "plz", "please"),
    "because": ("bc", "cuz", "because"),
    "with": ("w/", "with", "with"),
    "and": ("&", "and", "and", "n"),
    "people": ("ppl", "people"),
    "about": ("abt", "about"),
    "want to": ("wanna",),
    "going to": ("gonna", "going to"),
    "i have got to": ("gotta",),
    "thanks": ("thx", "ty", "thanks"),
    "without": ("w/o", "without"),
    "don't know": ("dunno", "idk"),
    "though": ("tho",),
    "tomorrow": ("tmrw", "tomorrow"),
    "are": ("r", "are", "are"),
    "minutes": ("min", "mins"),
    "something": ("smth", "something"),
}
_SHORT_WORDS = re.compile(r"\b(" + "|".join(sorted(_SHORTHAND, key=len, reverse=True)) + r")\b")
_WORD = re.compile(r"[a-z]{5,}")
_NEIGHBOURS = dict(zip("abcdefghijklmnopqrstuvwxyz", "svxfrdhjokjknmplwtdyibezuz", strict=True))
_PROSE = re.compile(r"(?!(?:git|pip|sum|def|x|n) )[^\W\d_]+(?:['’-][^\W\d_]+)*[,.;:!?]?(?:\s|$)")
"""How prose begins: with a whole word that is no command."""
_ONE_CLAUSE = re.compile(r"[^.?!:;]+[.?]")
_QUESTION = re.compile(
    r"(?:what|what's|how|why|who|who's|whose|where|when|which|is|isn't|are|can|could|do|does|should|would|will|"
    r"may|must|at what|in which|in what|for how)\b",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"(?:write|draft|make|create|build|introduce|explain|give|summarise|include|add|design|plan|please|show|"
    r"compare|list|convert|fix|help|announce|turn|put together|sketch|suggest|teach|let's|reply|answer|embed|"
    r"combine|remove|move|simplify|finish|escalate|end|free|set|share|prove|check|need|i need|i want|i'd like)\b[^,]*$",
    re.IGNORECASE,
)
_STARTER = re.compile(
    r"a|an|any|are|can|check|compare|could|create|did|do|does|draft|explain|find|fix|for|give|got|"
    r"help|how|in|is|it|just|looking|make|my|need|on|our|plan|please|put|show|so|suggest|teach|tell|"
    r"the|there|this|trying|turn|want|we|what|what's|when|where|which|who|why|will|would|write"
)
"""First words that may stand in lower case after a comma."""


def reword(text: str, rng: random.Random, rate: float = 0.55) -> str:
    """English text with some common phrases exchanged for others that mean the same."""

    def swap(match: re.Match[str]) -> str:
        found = match.group(0)
        if rng.random() > rate:
            return found
        other = rng.choice(_REWORDINGS[found.lower()])
        return capitalised(other) if found[0].isupper() and found[:2] not in ("I ", "I'") else other

    return _PHRASES.sub(swap, text)


def sloppy(text: str, rng: random.Random) -> str:
    """Lower-case, few marks, shorthand and up to three typing slips; English only."""
    text = text.lower()
    if rng.random() < 0.6:
        text = text.replace("'", "")
    if rng.random() < 0.5:
        text = _SHORT_WORDS.sub(lambda match: rng.choice(_SHORTHAND[match.group(0)]), text)
    if rng.random() < 0.5:
        text = text.replace(". ", rng.choice((" ", ", ", "... ", " - "))).rstrip(".!?")
    return mistyped(text, rng, rng.choice((0, 0, 1, 1, 2, 3)))


def mistyped(text: str, rng: random.Random, slips: int) -> str:
    """The text with some letters swapped, dropped, doubled or hit beside the key, each in another longer word."""
    words = list(_WORD.finditer(text))
    hit = rng.sample(words, min(slips, (len(words) + 2) // 3))
    for word in sorted(hit, key=re.Match.start, reverse=True):
        at = rng.randrange(word.start() + 1, word.end() - 1)
        letter = text[at]
        kind = rng.randrange(4)
        slip = (text[at + 1] + letter, "", letter * 2, _NEIGHBOURS.get(letter, letter))[kind]
        text = text[:at] + slip + text[at + (2 if kind == 0 else 1) :]
    return text


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def opened(text: str) -> str:
    """The text as an answer begins: with a capital, unless it begins with code or a formula."""
    return capitalised(text) if _PROSE.match(text) else text


def lowered(text: str) -> str:
    """The text to stand after a comma: a common first word in lower case, names and "I" kept."""
    first = text.split(" ", 1)[0].lower()
    return text[:1].lower() + text[1:] if _STARTER.fullmatch(first) else text


def ended(text: str) -> str:
    """The text with a full stop unless it already ends in a mark, a closing quote or bracket aside."""
    last = text.rstrip(")\"'")[-1:]
    return text if last in ".?!:;…" else text + "."


def punctuated(ask: str) -> str:
    """A request in one clause with the mark it calls for: a question asks, an instruction states."""
    if not _ONE_CLAUSE.fullmatch(ask):
        return ask
    if _QUESTION.match(ask):
        return ask.rstrip(".") + "?" if ask[-1] == "." else ask
    return ask.rstrip("?") + "." if ask[-1] == "?" and _INSTRUCTION.match(ask) else ask
