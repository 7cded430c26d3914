"""Which language a text is written in, made safe for the short texts that people type to an assistant.

py3langid alone calls 3 % of short English requests something else ("bye bye" is Luganda to it). Here a text
is English unless its script or a clear margin says otherwise, and only languages with many writers are
considered.
"""

import math
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ_CHARS = 300
"""Characters of a text that are looked at: more change the answer for almost no request, and cost time."""

_SCRIPTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # script, its letters, the languages told apart in it
    ("kana", "\u3040-\u30ff\uff66-\uff9f", ("ja",)),
    ("hangul", "\uac00-\ud7af\u1100-\u11ff\u3130-\u318f", ("ko",)),
    ("han", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff", ("zh",)),
    ("cyrillic", "\u0400-\u052f", ("ru", "uk", "be", "bg", "sr", "mk", "kk", "mn")),
    ("arabic", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff", ("ar", "fa", "ur")),
    ("devanagari", "\u0900-\u097f", ("hi", "mr", "ne")),
    ("greek", "\u0370-\u03ff\u1f00-\u1fff", ("el",)),
    ("hebrew", "\u0590-\u05ff", ("he",)),
    ("thai", "\u0e00-\u0e7f", ("th",)),
    ("bengali", "\u0980-\u09ff", ("bn", "as")),
    ("gurmukhi", "\u0a00-\u0a7f", ("pa",)),
    ("gujarati", "\u0a80-\u0aff", ("gu",)),
    ("tamil", "\u0b80-\u0bff", ("ta",)),
    ("telugu", "\u0c00-\u0c7f", ("te",)),
    ("kannada", "\u0c80-\u0cff", ("kn",)),
    ("malayalam", "\u0d00-\u0d7f", ("ml",)),
    ("sinhala", "\u0d80-\u0dff", ("si",)),
    ("lao", "\u0e80-\u0eff", ("lo",)),
    ("burmese", "\u1000-\u109f", ("my",)),
    ("georgian", "\u10a0-\u10ff", ("ka",)),
    ("armenian", "\u0530-\u058f", ("hy",)),
    ("ethiopic", "\u1200-\u137f", ("am",)),
    ("khmer", "\u1780-\u17ff", ("km",)),
)

_LATIN_CODES = "en es fr de pt it nl sv da no fi is pl cs sk sl hr ro hu tr az vi id ms tl sw ca et lv lt sq"
_LATIN = tuple(_LATIN_CODES.split())

_OTHER_SCRIPT = re.compile("[" + "".join(letters for _, letters, _ in _SCRIPTS) + "]")
_BY_SCRIPT = tuple((re.compile(f"[{letters}]"), languages) for _, letters, languages in _SCRIPTS)
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_QUOTED = re.compile(r"[\"“„«‘].*?[\"”“»’]|(?<!\w)'[^']+'(?!\w)")
_NOISE = re.compile(r"```.*?(?:```|$)|https?://\S+|\S+@\S+|<[A-Z_]+>|[\d_]+", re.DOTALL)

# Frequent words: English ones speak against, others for the language that py3langid prefers.
_MARKERS = {
    "en": "the a an is are was were do does did can could would should will what how why when where who "
    "which i my me you your we it its this that of to for in on at with and or not have has had be been need "
    "want please tell give make write show find get help about from there if than then into",
    "es": "el los las una del que qué cómo por para con mi mis está estoy tengo quiero necesito puedo "
    "puedes hola gracias dónde cuál cuánto muy hay hacer como ayuda dame es esta este y o ser sus yo",
    "fr": "le les une des du est et je tu il nous vous que qui quoi comment pourquoi pour avec dans sur mon "
    "ma mes ce cette bonjour merci où quel quelle peux veux suis ai pas ne moi faire un au aux ou se",
    "de": "der die das ein eine einen und ist ich du er wir ihr nicht mit für auf wie was wo warum kann "
    "kannst bitte mein meine mir mich zu zum von im den dem hallo danke welche gibt es sind haben "
    "habe",
    "pt": "os uma umas do da dos das que como por para com meu minha você não é está estou quero preciso "
    "posso pode olá obrigado obrigada onde qual quanto muito fazer um e ou em na no nos nas ao me",
}
_MARKER_SETS = {language: frozenset(words.split()) for language, words in _MARKERS.items()}
_ENGLISH = _MARKER_SETS["en"]
_WORDS = re.compile(r"[^\W\d_]+")


class _Model(NamedTuple):
    identifier: "LanguageIdentifier"
    columns: dict[str, list[int]]  # a language may have several


@cache
def _model() -> _Model:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    columns: dict[str, list[int]] = {}
    for column, language in enumerate(identifier.nb_classes):
        columns.setdefault(language, []).append(column)
    return _Model(identifier, columns)


def detect(text: str) -> str:
    """The ISO 639-1 code of the language `text` is mainly written in; `en` where there is no evidence of
    another.

    Looks at the first 300 characters without code blocks, addresses and numbers. Never raises.
    """
    text = _own_words(_NOISE.sub(" ", text[: 2 * READ_CHARS])[:READ_CHARS])
    if not text:
        return "en"
    if not text.isascii():
        languages = _by_script(text)
        if len(languages) == 1:
            return languages[0]
        if languages:
            return _best(text, languages)[0]
    return _latin(text)


def _own_words(text: str) -> str:
    """`text` without what its writer probably pasted: quotations, and lines after a first one that can stand
    alone. "Translate 'Je suis content' into English" is an English request."""
    first = text.strip().partition("\n")[0]
    unquoted = _QUOTED.sub(" ", first)
    for part in (unquoted, first):
        if len(part) >= 15 or len(_BY_SCRIPT[2][0].findall(part)) >= 4:
            return part.strip()
    return text.strip()


def _by_script(text: str) -> tuple[str, ...]:
    """The languages of the script most of the text is in, empty for Latin. A character of Han weighs like a
    word of Latin: Chinese requests hold English terms, seldom the reverse."""
    if not _OTHER_SCRIPT.search(text):
        return ()
    counts = [(len(letters.findall(text)), languages) for letters, languages in _BY_SCRIPT]
    kana, hangul, han = counts[0][0], counts[1][0], counts[2][0]
    if kana + hangul + han > 1.5 * len(_LATIN_WORD.findall(text)):
        if kana > 0.1 * (kana + han):
            return ("ja",)
        return ("ko",) if hangul > han else ("zh",)
    count, languages = max(counts[3:])
    return languages if 2 * count > len(_LATIN_LETTER.findall(text)) else ()


def _best(text: str, languages: tuple[str, ...] | list[str]) -> tuple[str, float]:
    """The likeliest of `languages` and its margin over English, in nats per root byte (length-calibrated)."""
    model = _model()
    encoded = model.identifier._encode(text)
    scores = model.identifier._raw_score(encoded)
    by_language = [max(float(scores[column]) for column in model.columns[language]) for language in languages]
    best = int(np.argmax(by_language))
    english = float(scores[model.columns["en"][0]])
    return languages[best], (by_language[best] - english) / math.sqrt(len(encoded) or 1)


def _latin(text: str) -> str:
    language, margin = _best(text, _LATIN)
    if language == "en":
        return "en"
    words = _WORDS.findall(text.lower())
    english = sum(word in _ENGLISH for word in words)
    own = sum(word in _MARKER_SETS.get(language, ()) for word in words)
    evidence = margin + 0.7 * (own - english) + (0.5 if not text.isascii() else 0.0)
    return language if evidence > _required(len(words)) else "en"


def _required(words: int) -> float:
    """Evidence that a text of so many words must show before it is called anything but English."""
    return 1.0 if words > 5 else 1.5 if words > 3 else 3.0
