"""Personal details that their wording announces: names, addresses, birth dates and document numbers.

Patterns cannot find a bare name. These find one behind a cue ("my name is", "Dear", "Mr."), a street by its
number and kind, and a number by its label; a name in the middle of a sentence passes.
"""

import re
from typing import NamedTuple

UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0386-\u03ab\u0410-\u042f"
_CAPITAL = rf"[{UPPER}][\w'’-]*[\w]"
_INITIAL = rf"[{UPPER}]\.?"
_FULL_NAME = rf"{_CAPITAL}(?:[ ]{{1,2}}(?:{_INITIAL}|(?:de|da|del|di|van|von|der|den|el|bin|la|le)|{_CAPITAL})){{0,4}}"
_TWO_NAMES = rf"{_CAPITAL}(?:[ ]{{1,2}}{_INITIAL})?[ ]{{1,2}}{_CAPITAL}(?:[ ]{{1,2}}{_CAPITAL})?"


class Labelled(NamedTuple):
    """`pattern` has one group, `value`, that becomes `placeholder`."""

    placeholder: str
    pattern: re.Pattern[str]


def _rule(placeholder: str, pattern: str) -> Labelled:
    return Labelled(placeholder, re.compile(pattern))


_NO_NAME = (
    r"(?!(?:Sir|Madam|Sirs|All|Team|Customer|Customers|Hiring|Manager|Recruiter|Editor|Friend|Friends|Colleague"
    r"|Colleagues|Diary|Santa|God|Lord|Future|Mom|Mum|Dad|Parents|Students|Everyone|Committee|Valued|Reader|Readers"
    r"|Prime|President|Professor|Doctor|Principal|Board|Human|Support|Claude|ChatGPT|Assistant|Not|The|And|But|What|How"
    r"|In|To|Is|It|This|That|Please|Can|Could|My|Your)\b)"
)
_STREET = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Parkway"
    r"|Pkwy|Highway|Hwy|Close|Crescent|Circle|Cir|Trail|Alley|Row|Mews|Gardens|Quay|Plaza)"
)
_UNIT = r"(?:,?\s+(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Floor|#)\.?\s?\w+)"
_AREA = rf"(?:,?\s+{_CAPITAL}(?: {_CAPITAL})?,?\s+[A-Z]{{2}}\s+\d{{5}}(?:-\d{{4}})?)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?(?:,?\s+\d{{4}})?)"
)
_LABEL_END = r"\s*(?:number|no\.?|num|id|#)?\s*(?:is|was|:|=|#|-)?\s*(?:is|:)?\s*"
_NUMBER = r"(?P<value>(?=[A-Z0-9 -]*\d[A-Z0-9 -]*\d[A-Z0-9 -]*\d[A-Z0-9 -]*\d)[A-Z0-9](?:[ -]?[A-Z0-9]){4,19})(?![A-Za-z0-9])"

LABELLED: tuple[Labelled, ...] = (
    _rule("PASSPORT", rf"(?i:\bpassport){_LABEL_END.replace('number', '(?i:number)')}{_NUMBER}"),
    _rule("DRIVER_LICENCE", rf"(?i:\b(?:driver'?s?’?s?|driving) (?:licen[cs]e|permit)){_LABEL_END}{_NUMBER}"),
    _rule(
        "DATE_OF_BIRTH",
        rf"(?i:\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born)\b(?:\s+(?:is|was|on|in|:))*\s*[:=]?\s*"
        rf"(?P<value>{_DATE}))",
    ),
    _rule(
        "ADDRESS",
        r"(?i:\b(?:my|our|his|her|their|home|billing|mailing|shipping|delivery|postal|street) address(?: is| to|:)*\s*"
        r"|\bi live (?:at|on)\s+)(?P<value>\d[^\n?!;]{5,80}?)(?=[.?!;\n]|$)",
    ),
    _rule(
        "ADDRESS",
        rf"(?P<value>\b\d{{1,6}}[A-Za-z]?,?\s+(?:\d{{1,5}}\s+)?(?:(?:{_CAPITAL}|[NSEW]\.?|\d{{1,3}}(?:st|nd|rd|th))\s+){{1,4}}"
        rf"{_STREET}\b\.?{_UNIT}?{_AREA}?)",
    ),
    _rule("ADDRESS", rf"(?P<value>(?i:\bP\.? ?O\.? Box)\s+\d+{_UNIT}?{_AREA}?)"),
    _rule(
        "ADDRESS",
        rf"(?P<value>\b(?:Rue|Via|Viale|Piazza|Calle|Avenida|Plaza|Rua|Ulica|ul\.|Boulevard|Chemin|Allée)\s"
        rf"(?:(?:de|du|des|la|della|dei|do|da|dos)\s)*{_CAPITAL}(?:\s{_CAPITAL})?,?\s\d{{1,5}}\b)",
    ),
    _rule(
        "ADDRESS",
        rf"(?P<value>\b[{UPPER}][\w-]*(?:straße|strasse|gasse|allee|gatan|gata|laan|straat|weg|gade|vej|katu|kuja|tie|utca)"
        r"\s\d{1,5}[a-z]?\b)",
    ),
    _rule("PERSON", rf"(?i:\b(?:my|his|her|their)(?: (?:full|first|last|legal|real|maiden))? name(?: is|'s|’s|:))\s+{_NO_NAME}(?P<value>{_FULL_NAME})"),
    _rule(
        "PERSON",
        r"(?i:\bmy (?:(?:full|first|last|legal|real) )?name is) (?!(?:not|on|the|a|an|in|too|very|hard|spelled|wrong|misspelled|so|what"
        r"|from|for|listed|being|now|really|too|just|also|missing|incorrect|still|pronounced|common|rare|my|your|to|changed)\b)"
        r"(?P<value>[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*)",
    ),
    _rule("PERSON", rf"(?i:\b(?:called|named|under the name(?: of)?|on behalf of|name:))\s+{_NO_NAME}(?P<value>{_TWO_NAMES})"),
    _rule("PERSON", rf"(?i:\bname:)\s+{_NO_NAME}(?P<value>{_FULL_NAME})"),
    _rule("PERSON", rf"(?:\b(?:I'm|I’m|I am|i'm|i am|[Tt]his is|[Cc]all me|[Ii]t's))\s+{_NO_NAME}(?P<value>{_TWO_NAMES})(?!\w)"),
    _rule("PERSON", rf"(?:\b(?:I'm|I’m|I am|i'm|i am))\s+{_NO_NAME}(?P<value>{_CAPITAL})(?=,? (?:from|and I|and i|here|speaking|, (?:a|an|your)\b))"),
    _rule("PERSON", rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr|Sra|Herr|Frau|Mme|M\.|Monsieur|Madame)\.?\s+(?P<value>{_FULL_NAME})"),
    _rule("PERSON", rf"(?:^|[\n.!?\"“]\s*)(?i:dear)\s+{_NO_NAME}(?P<value>{_FULL_NAME})(?=\s*[,:\n!])"),
    _rule(
        "PERSON",
        r"(?i:\b(?:signed|sincerely|(?:best|kind|warm)?\s?regards|yours (?:truly|faithfully|sincerely)|best wishes|cheers|thanks))"
        rf"(?:,[ \t]*|,?[ \t]*\n\s*){_NO_NAME}(?P<value>{_FULL_NAME})(?=\s*(?:$|\n|[.]))",
    ),
)

CUES = re.compile(
    r"name|called|\bI['’ ]|\bi['’]m|\bi am|[Tt]his is|[Cc]all me|[Ii]t's|\bM(?:r|rs|s|iss|x|me)\b|\bM\.|Monsieur|Madame|Dr\b|Prof|Sra?\b|Herr|Frau"
    r"|[Dd]ear|signed|sincerely|regards|faithfully|truly|wishes|[Cc]heers|[Tt]hanks|on behalf|[Pp]assport|licen|permit"
    r"|birth|born|[Dd]\.?[Oo]\.?[Bb]|address|live|\d",
    re.IGNORECASE,
)
"""Any text that one of LABELLED could match holds one of these."""
