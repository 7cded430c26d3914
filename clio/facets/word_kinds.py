"""Words of an English request with the part of speech their neighbours suggest, by fixed rules."""

import re
from functools import cache
from typing import Literal, NamedTuple

from clio.public.words import Word, load_words

TOKEN = re.compile(r"<[a-z_]+>|[a-z]+(?:['’-][a-z]+)*|[.,!?;:\n()\"/]")
"""A redaction's placeholder (``<email>``, a word unknown to every rule), a word, or a stop."""

Kind = Literal[
    "verb",
    "noun",
    "adj",
    "determiner",
    "relative",
    "subject",
    "object",
    "modal",
    "be",
    "particle",
    "preposition",
    "link",
    "stop",
    "unknown",
]

FUNCTION_WORDS: dict[Kind, str] = {
    "determiner": """a an the my your his her our their its this these those some any each every no another
        which whose all both more most much many few enough other own such what's""",
    "relative": "that which",
    "subject": "i you we they he she who it there u y'all",
    "object": "me us him them myself yourself someone anyone somebody everyone",
    "modal": """to can could would should will may might must shall do does did done doing please not never
        just also don't doesn't didn't can't couldn't won't wouldn't shouldn't i'll we'll you'll they'll
        i'd we'd you'd they'd let lets let's gonna wanna gotta cannot help always really already kindly
        quickly""",
    "be": """be am is are was were been being have has had having i'm i've you're you've we're we've
        they're they've it's that's where's how's who's he's she's there's isn't aren't wasn't weren't
        haven't hasn't hadn't get got gets getting gotten""",
    "particle": "for up out off back down",
    "preposition": """of in on over at away through by with from about into under between after before
        during against without within around near onto upon towards toward across along behind beside than
        as like via per regarding until since""",
    "link": """and or but if because when while where what how why so then unless though although yes yeah
        ok okay hi hello hey oh thanks nor whether""",
    "adj": """one two three four five six seven eight nine ten hundred thousand million first second third
        last next best better good least less long longer short small smaller little low lower lowest high
        red blue green black white yellow brown orange young strong sweet nice rich cold sunny very too now
        still well here""",
    "noun": """day days monday tuesday wednesday thursday friday saturday sunday pm am page pages park case
        cases art love sky stress stone virus""",
    "stop": '. , ! ? ; : ( ) " /',
}
"""Words that say nothing of the task; as "adj" and "noun", everyday words that the list must not hold."""

VERBAL = frozenset({"modal", "subject"})
"""After these a word that can be a verb is one ("to book", "i order")."""

NOMINAL = frozenset({"determiner", "preposition", "particle", "adj", "verb", "object"})
"""After these a word that can be a noun is one ("my order", "for transfer")."""

OPENS_OBJECT = frozenset({"determiner", "relative", "object", "unknown"})


ASKING = frozenset({"can", "could", "would", "will", "should", "does", "do", "did", "may", "might", "must"})
ENDS_QUESTION = frozenset({"verb", "be", "stop", "link", "preposition"})
"""Between these a plain form after a noun is a verb ("when does my flight land")."""


class Options(NamedTuple):
    """What a spelling can be."""

    function: Kind | None = None
    verb: Word | None = None
    noun: Word | None = None
    adj: Word | None = None


class Token(NamedTuple):
    """One word or stop of the text, in lower case."""

    text: str
    kind: Kind
    word: Word | None = None
    """The listed word it is a form of, for verbs, nouns and adjectives."""


ALIASES = {"bill": "bills", "price": "pricing", "prices": "pricing", "cook": "cooking"}
"""Everyday words that are no tag because they are also names, read as a listed word of the same meaning."""

NOTHING = Options()


@cache
def lexicon() -> dict[str, Options]:
    """Every known spelling to what it can be; function words hide listed words of the same spelling."""
    known = {
        form: Options(
            None,
            *(next((word for word in words if word.pos == pos), None) for pos in ("verb", "noun", "adj")),
        )
        for form, words in load_words().by_form.items()
    }
    known |= {text: Options(kind) for kind, texts in FUNCTION_WORDS.items() for text in texts.split()}
    known["\n"] = Options("stop")
    return known | {alias: known[listed] for alias, listed in ALIASES.items()}


def spellings(text: str) -> list[str]:
    """Lower-case words, placeholders and stops; a hyphened word stays one where the list has it joined."""
    known = lexicon()
    found: list[str] = []
    for match in TOKEN.findall(text.lower().replace("’", "'")):
        if match in known or not ("-" in match or "'" in match):
            found.append(match)
        elif (joined := match.replace("-", "")) in known:
            found.append(joined)
        else:
            found += [part.partition("'")[0] for part in match.split("-")]
    return found


def tokens(text: str) -> list[Token]:
    """The words of a text, each with its part of speech."""
    known = lexicon()
    texts = spellings(text)
    options = [known.get(one, NOTHING) for one in texts]
    options.append(NOTHING)
    found: list[Token] = []
    before: Kind = "stop"
    asked = False
    for position, one in enumerate(texts):
        here = options[position]
        if here.function is not None:
            token = Token(one, here.function)
        elif here is NOTHING:
            token = Token(one, "unknown")
        else:
            token = _read(one, here, before, options[position + 1], asked)
        found.append(token)
        before = token.kind
        asked = one in ASKING or (asked and before not in ENDS_QUESTION)
    return found


def _read(text: str, here: Options, before: Kind, after: Options, asked: bool) -> Token:
    """A listed word between its neighbours: the kind before it and what may follow it."""
    asked_verb = asked and before == "noun" and here.verb is not None and text == here.verb.lemma
    if here.verb is not None and (asked_verb or _is_verb(text, here, before, after)):
        return Token(text, "verb", here.verb)
    if here.adj is not None and (here.noun is None or after.noun is not None):
        return Token(text, "adj", here.adj)
    if here.noun is not None:
        return Token(text, "noun", here.noun)
    return Token(text, "adj", None)


def _is_verb(text: str, here: Options, before: Kind, after: Options) -> bool:
    """Whether a word that can be a verb is one here."""
    participle = text.endswith(("ed", "ing")) or (here.verb is not None and text != here.verb.lemma)
    if here.noun is None and here.adj is None:
        return not (participle and before in {"determiner", "adj"} and after.noun is not None)
    if before in VERBAL:
        return True
    if before in NOMINAL:
        return text.endswith("ing") and after.function in OPENS_OBJECT
    if before == "be":
        return participle and here.adj is None and not (here.noun is not None and after.noun is not None)
    if before in {"stop", "link"}:
        named = after is NOTHING or after.adj is not None or after.noun is not None
        return (named or after.function in OPENS_OBJECT) and not (
            text.endswith("ing") and after.function is None
        )
    return after.function in {"determiner", "object"} or (text.endswith("ed") and here.adj is None)
