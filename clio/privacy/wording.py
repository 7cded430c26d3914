"""The wording gate: lint for names and descriptions not fit to be published.

It catches bad names; it is no guarantee. Checks of a model's output fall to an adaptive attacker: what
protects an account is what the model was allowed to read.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

import polars as pl

from clio.public.phrases import load_phrases
from clio.public.words import load_words

MAX_NAME_WORDS = 10
MAX_SENTENCES = 2
MAX_DESCRIPTION = 400

EMPTY = "the name or description is empty"
CONTROL = "it holds a control, invisible or direction-changing character"
LONG_NAME = "the name is over 10 words"
LONG_DESCRIPTION = "the description is over 2 sentences or 400 characters"
PLACEHOLDER = "it is a placeholder instead of a name"
MARK = "it holds a redaction mark or markup"
ADDRESS = "it holds a web or e-mail address"
NUMBER = "it holds a number of three or more digits"
INSTRUCTION = "it quotes an instruction to a model"
FIRST_PERSON = "it speaks in the first person"
PROFANITY = "it is profane"
RARE = "it holds a word that too few accounts used"
REASONS = (
    EMPTY, CONTROL, LONG_NAME, LONG_DESCRIPTION, PLACEHOLDER, MARK, ADDRESS, NUMBER, INSTRUCTION,
    FIRST_PERSON, PROFANITY, RARE,
)  # fmt: skip

_PLACEHOLDER = re.compile(
    r"\b(?:could not (?:be )?(?:extract|summari[sz]e|determine|name)\w*|lorem ipsum|placeholder|untitled)\b"
    r"|\b(?:no (?:name|description|summary)|not (?:applicable|available|provided)|to be determined)\b"
    r"|^\W*(?:n/?a|none|null|unknown|todo|tbd|name|test|cluster|group|topic)\W*\d*\W*$"
    r"|\b(?:cluster|group|topic)[ _#-]*\d+\b|\?\?\?",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"[<>{}\[\]|`\\█]|\b(?:[Rr]edacted|REDACTED|[Mm]asked|[Aa]nonymi[sz]ed name)\b|\*{2,}|_{2,}|X{3,}"
)
_ADDRESS = re.compile(
    r"\bhttps?\b|\bwww\.|\S@\S|\b[\w-]+(?<!\basp)\.(?:com|org|net|edu|gov|mil|info|biz|io|ai|app|dev|co|ru|cn)\b"
    r"|\b[\w-]+\.(?:de|uk|fr|jp|br|eu|ly|gg|tv|xyz|onion)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{3,}|\d{1,3}(?:[.,' ]\d{3})+|(?:\d[ ().+-]?){6,}")
_INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.!?]{0,30}\b(?:previous|prior|above|earlier|preceding|your)\b"
    r"|\b(?:ignore|disregard|override) all\b|\b(?:previous|prior|above) instructions?\b|\bnew instructions?:"
    r"|\byou (?:are now|must (?:now|always|include|output|reply|respond))\b|\bas an ai\b"
    r"|\b(?:system|assistant|user|human)\s*:|\b(?:output|print|repeat|include) (?:the following|verbatim)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\bI['’](?:m|ve|d|ll)\b|(?:^|[.!?:\"“”‘]\s*)I\b(?=[ ,])")
_PROFANITY = re.compile(
    r"\b(?:(?:mother)?fuck\w*|(?:bull)?shit\w*|cunts?|bitch(?:es)?|bastards?|assholes?|arseholes?|dickheads?)\b"
    r"|\b(?:wank\w*|twats?|nigg(?:er|a)s?|fagg?ots?|retards?|kikes?|spics?|chinks?|trann(?:y|ies)|whores?|sluts?)\b",
    re.IGNORECASE,
)
_PATTERNS = (
    (PLACEHOLDER, _PLACEHOLDER),
    (MARK, _MARK),
    (ADDRESS, _ADDRESS),
    (NUMBER, _NUMBER),
    (INSTRUCTION, _INSTRUCTION),
    (FIRST_PERSON, _FIRST_PERSON),
    (PROFANITY, _PROFANITY),
)

_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|incl|approx)\.", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？]+(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# Words that say nothing of a task; a word list of verbs, nouns and adjectives lacks them.
FUNCTION_WORDS = frozenset(
    (  # noqa: SIM905
        "a about above across after again against all along also although always am among an and another "
        "any anyone anything are around as ask asked asking assistant at away back be because become been "
        "before being below between both but by can cannot conversation conversations could did different "
        "do does doing done down during each either else enough etc even ever every everyone everything few "
        "first five for four from further get getting had has have having he help helped her here hers him "
        "his how however if in including instead into is it its itself just last least less like made make "
        "making many may me might more most much must near need needs neither never next no nor not nothing "
        "now of off often on once one ones only onto or other others our out over own people per person "
        "question questions rather request requested same seek seeking several she should since so some "
        "someone something sometimes soon sought still such than that the their theirs them themselves then "
        "there these they thing things this those three through to together too toward towards two under "
        "until up upon us use used user users using various very via want wanted wants was we were what "
        "when where whether which while who whose why will with within without would yes yet you your yours"
    ).split()
)

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("ves", "f"), ("ves", "fe"),
    ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""), ("er", ""), ("er", "e"),
    ("est", ""), ("est", "e"), ("ly", ""), ("ally", ""), ("'s", ""), ("ion", "e"), ("ions", "e"),
)  # fmt: skip


def check_wording(name: str, description: str, released: Collection[str] | None = None) -> str | None:
    """The reason, from the closed list REASONS, why a text may not be published; None when nothing was found.

    `released`, given under `paper`: lower-case words that may appear, `common_words` and `supported_words`;
    any other word is rare. Under `guarded` and `dp` the text is made of released words
    already and nothing is rare. This is lint, never a guarantee.
    """
    raw = f"{name}\n{description}"
    if not name.strip() or not description.strip() or not _WORD.search(name):
        return EMPTY
    if any(
        unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
        for letter in name + description
    ):
        return CONTROL
    if len(name.split()) > MAX_NAME_WORDS:
        return LONG_NAME
    if len(description) > MAX_DESCRIPTION or _sentences(description) > MAX_SENTENCES:
        return LONG_DESCRIPTION
    plain = unicodedata.normalize("NFKC", raw)  # full-width digits and letters are digits and letters
    for reason, pattern in _PATTERNS:
        if any(pattern.search(part) for part in plain.split("\n")):
            return reason
    if released is not None and any(not is_known(word, released) for word in _words(plain)):
        return RARE
    return None


def supported_words(texts: pl.DataFrame | pl.LazyFrame, min_accounts: int) -> frozenset[str]:
    """Words, in lower case, that at least `min_accounts` distinct accounts of a window used.

    `texts`: account_id (null = unknown: counts for nothing) and text (redacted requests). Counted over the
    whole window, not per cluster: a word that many accounts use anywhere identifies nobody.
    """
    word = pl.col("text").str.normalize("NFKC").str.to_lowercase().str.extract_all(r"\p{L}+(?:['’]\p{L}+)?")
    used = texts.lazy().filter(pl.col("account_id").is_not_null()).select("account_id", word=word)
    counted = used.explode("word").drop_nulls("word").group_by("word").agg(n=pl.col("account_id").n_unique())
    kept = (
        counted.filter(pl.col("n") >= min_accounts).select(pl.col("word").str.replace_all("’", "'")).collect()
    )
    return frozenset(kept["word"])


@cache
def common_words() -> frozenset[str]:
    """Words that need no support, in lower case: all spellings of the public word and phrase lists."""
    listed = load_phrases()
    phrases = " ".join({text for column in listed for text in column if isinstance(text, str)})
    return frozenset(load_words().by_form) | frozenset(_words(phrases))


def _sentences(text: str) -> int:
    ends = _SENTENCE_END.findall(_ABBREVIATION.sub("", text.strip()))
    return len(ends) + (_SENTENCE_END.search(text.strip()[-1:]) is None)


def _words(text: str) -> Iterator[str]:
    return (match.group().lower().replace("’", "'") for match in _WORD.finditer(text))


def is_known(word: str, known: Collection[str]) -> bool:
    """Whether a word or one of its plain English base forms is known; a single letter names nothing."""
    return len(word) == 1 or any(form in known or form in FUNCTION_WORDS for form in _base_forms(word))


def _base_forms(word: str) -> Iterator[str]:
    yield word
    for ending, put in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 2:
            yield stem + put
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]  # "planned", "running"
