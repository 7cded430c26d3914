"""Personal details that their wording announces: document numbers, birth dates, addresses, names and secrets.

Patterns cannot find a bare name. These find one behind a cue ("my name is", "Dear", "Mr."), a street by its
number and kind, and a number by its label; a name in the middle of a sentence passes.
"""

import re
from typing import NamedTuple

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0386-\u03ab\u0410-\u042f"
_LETTER = "A-Za-z\u00c0-\u024f\u0386-\u03ff\u0400-\u04ff"
_CAPITAL = rf"[{_UPPER}][{_LETTER}'’-]*[{_LETTER}](?![{_LETTER}\d_])"
_PARTICLE = r"(?:de|da|do|del|di|van|von|der|den|el|al|bin|la|le)"
_NAME = (
    rf"{_CAPITAL}(?:[ ]{{1,2}}(?:[{_UPPER}]\.?(?!\w)|{_PARTICLE}(?=[ ]{{1,2}}[{_UPPER}])|{_CAPITAL})){{0,4}}"
)
_TWO_NAMES = rf"{_CAPITAL}(?:[ ]{{1,2}}[{_UPPER}]\.?(?!\w))?[ ]{{1,2}}{_CAPITAL}(?:[ ]{{1,2}}{_CAPITAL})?"
_NO_NAME = (
    r"(?!(?:Sir|Madam|Sirs|All|Team|Customers?|Hiring|Managers?|Recruiter|Editor|Friends?|Colleagues?|Diary"
    r"|Santa|God"
    r"|Lord|Future|Mom|Mum|Dad|Parents|Students|Everyone|Committee|Valued|Readers?|Prime|President"
    r"|Professor|Doctor"
    r"|Principal|Board|Human|Support|Claude|ChatGPT|Assistant|Not|The|And|But|What|How|In|To|Is|It|This"
    r"|That|Please"
    r"|Can|Could|My|Your|Whom|Person|Company|Sales|Customer)\b)"
)
_NO_LOWER_NAME = (
    r"(?!(?:not|on|the|an?|in|too|very|hard|spelled|wrong|misspelled|so|what|from|for|listed|being|now"
    r"|really|just"
    r"|also|going|gonna|missing|incorrect|still|pronounced|common|rare|my|your|to|changed|of|that|already"
    r"|there|and|or)\b)"
)

_STREET = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq"
    r"|Terrace|Parkway"
    r"|Pkwy|Highway|Hwy|Close|Crescent|Circle|Cir|Trail|Alley|Row|Mews|Gardens|Quay|Plaza)"
)
_UNIT = r"(?:[\s,]+(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Floor)\.?\s#?\d+[A-Za-z]?\b|,?\s#\s?\d+\b)"
_TOWN = rf"(?:[\s,]+{_CAPITAL}(?: {_CAPITAL})?,?\s+[A-Z]{{2}}\s+\d{{5}}(?:-\d{{4}})?)"
_STREET_WORD = rf"(?:{_CAPITAL}|[NSEW]\.?|\d{{1,3}}(?:st|nd|rd|th))"
_STREET_ENDING = (
    r"(?:straße|strasse|gasse|allee|gatan|gata|laan|straat|weg|gade|vej|katu|kuja|tie|utca|plein)"
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?(?:,?\s+\d{{4}})?)"
)
_IS = r"(?i:\s*(?:number|no\.?|num|id|#)?\s*(?:is|was|[:=#-])?\s*)"
_NUMBER = r"(?P<value>(?=(?:[A-Z -]*\d){4})[A-Z0-9](?:[ -]?[A-Z0-9]){4,19})(?![A-Za-z0-9])"


class Labelled(NamedTuple):
    """The group `value` of `pattern` becomes `placeholder`; none where no word of `words` is."""

    placeholder: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


def _rule(placeholder: str, words: str, pattern: str) -> Labelled:
    return Labelled(placeholder, tuple(words.split("|")), re.compile(pattern))


DOCUMENTS: tuple[Labelled, ...] = (
    _rule("PASSPORT", "passport", rf"(?i:\bpassport){_IS}{_NUMBER}"),
    _rule(
        "DRIVER_LICENCE", "licen|permit", rf"(?i:\b(?:driv\w+['’]?s?) (?:licen[cs]e|permit)){_IS}{_NUMBER}"
    ),
    _rule(
        "DATE_OF_BIRTH",
        "birth|born|dob|d.o.b",
        r"(?i:\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|born)(?:\s+(?:is|was|on|in))*\s*[:=]?\s*"
        rf"(?P<value>{_DATE}))",
    ),
    _rule(
        "SECRET",
        "sk-|akia|ghp_|github_pat_|xox|eyj",
        r"(?P<value>\b(?:sk-[\w-]{20,}|AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|github_pat_\w{40,}"
        r"|xox[abp]-[\w-]{20,}"
        r"|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}))",
    ),
    _rule(
        "SECRET", "pass|pwd", r"(?i:\b(?:password|passwd|pwd|passcode)\s*[:=]\s*(?P<value>[^\s<>'\",;]{4,}))"
    ),
)
"""Tried before the recognisers of recognisers.py, whose looser patterns would claim the same numbers."""

NAMES_AND_PLACES: tuple[Labelled, ...] = (
    _rule(
        "ADDRESS",
        "address|live",
        r"(?i:\b(?:address(?:es)?(?: is| are| to|,? here (?:they|it) (?:is|are))?\s*:?|(?:lives?|living)"
        r" (?:at|on)"
        r"|given \w+ \w+ address:)\s+)(?P<value>\d{1,6}[A-Za-z]?[ ,]+[^\W_][^\n?!;<>]{3,80}?)(?=[.](?:\s|$)"
        r"|[?!;\n<>]|$)",
    ),
    _rule(
        "ADDRESS",
        "st|ave|road|rd|boulevard|blvd|lane|ln|dr|court|ct|way|place|pl|sq|terrace|p|hwy|close|cr|ci|trail"
        "|row|mews",
        rf"(?P<value>\b\d{{1,6}}[A-Za-z]?,?\s+(?:\d{{1,5}}\s+)?(?:{_STREET_WORD}\s+){{1,4}}"
        rf"{_STREET}\b\.?{_UNIT}?{_TOWN}?)",
    ),
    _rule(
        "ADDRESS",
        "apt|apartment|suite|ste|unit|flat",
        rf"(?P<value>\b\d{{1,6}}\s(?:\d{{1,5}}\s)?[{_UPPER}][^\n!?;<>@]{{2,40}}?{_UNIT})",
    ),
    _rule("ADDRESS", "box", rf"(?P<value>(?:\b\d{{1,6}}\s)?(?i:\bP\.? ?O\.? Box)\s+\d+{_UNIT}?{_TOWN}?)"),
    _rule(
        "ADDRESS",
        "rue|via|piazza|calle|avenida|rua|ul|chemin|allée|praça",
        r"(?P<value>\b(?:Rue|Via|Viale|Piazza|Calle|Avenida|Rua|Ulica|[Uu]l\.|Chemin|Allée|Praça)\s"
        rf"(?:(?:de|du|des|la|della|dei|do|da|dos)\s)*{_CAPITAL}(?:\s{_CAPITAL})?,?\s\d{{1,5}}\b)",
    ),
    _rule(
        "ADDRESS",
        "straße|strasse|gasse|allee|gat|laan|straat|weg|gade|vej|katu|kuja|tie|utca|plein",
        rf"(?P<value>(?:\b\d{{3,6}}\s)?\b[{_UPPER}][\w-]*(?:{_STREET_ENDING}|\sutca|\stér)"
        rf"\s\d{{1,5}}[a-z]?\b)",
    ),
    _rule(
        "PERSON",
        "name",
        r"(?i:\b(?:my|his|her|their|our|partner['’]s|the)(?: (?:full|first|last|legal|real|maiden|user))? "
        rf"name(?: is|['’]s|:| to))\s+{_NO_NAME}(?P<value>{_NAME})",
    ),
    _rule(
        "PERSON",
        "name is",
        rf"(?i:\bmy (?:\w+ )?name is) {_NO_LOWER_NAME}(?P<value>[^\W\d_]{{2,}}(?:[-'’][^\W\d_]+)*)",
    ),
    _rule(
        "PERSON",
        "called|named|under|behalf|change it to|name",
        r"(?i:\b(?:(?:i am|was|he is|she is|he['’]s|she['’]s|friend|brother|sister|son|daughter|colleague"
        r"|boss|man|woman|boy|girl"
        r"|person|neighbou?r|husband|wife|child|kid|partner) (?:called|named)|under the name(?: of)?"
        r"|on behalf of|change it to"
        r"|last name\?|(?:partner|wife|husband|child)['’]s name)) "
        rf"{_NO_NAME}(?P<value>{_TWO_NAMES})",
    ),
    _rule("PERSON", "name:", rf"(?i:\bname:)\s*{_NO_NAME}(?P<value>{_NAME})"),
    _rule(
        "PERSON",
        "i'm|i’m|i am|this is|call me",
        rf"\b(?:[Ii]['’]m|[Ii] am|[Tt]his is|[Cc]all me)\s+{_NO_NAME}(?P<value>{_TWO_NAMES})(?!\w)",
    ),
    _rule(
        "PERSON",
        "i'm|i’m|i am",
        rf"\b(?:[Ii]['’]m|[Ii] am)\s+{_NO_NAME}(?P<value>{_CAPITAL})(?=,? (?:from|and [Ii]\b|here|speaking)"
        rf"|, (?:an?|your)\b)",
    ),
    _rule(
        "PERSON",
        "mr|ms|mx|miss|dr|prof|sr|herr|frau|mme|m.|monsieur|madame",
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr|Sra|Herr|Frau|Mme|M\.|Monsieur|Madame)\.?\s+"
        rf"(?P<value>{_NAME})",
    ),
    _rule("PERSON", "dear", rf"(?:^|[\n.!?\"“:]\s*)(?i:dear)\s+{_NO_NAME}(?P<value>{_NAME})(?=\s*[,:\n!])"),
    _rule(
        "PERSON",
        "signed|sincerely|regards|yours|wishes|cheers|thanks",
        r"(?i:\b(?:signed|sincerely|regards|yours (?:truly|faithfully)|best wishes|cheers|thanks))"
        rf"(?:,[ \t]*|,?[ \t]*\n\s*){_NO_NAME}(?P<value>{_NAME})(?=\s*(?:$|\n|[.]))",
    ),
)
