"""Which recogniser looks for what: Presidio's patterns and checksums, each behind a cheap test and its own
threshold.

A rule runs only on a text that its `trigger` occurs in, so that plain text never loads Presidio. Presidio
gives many patterns scores too low to trust; such a match counts here only after a word that announces it, its
cue.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer


class Rule(NamedTuple):
    """Matches of `make()` scoring `threshold` become `placeholder`; after `cue`, those scoring `cued`.

    `trigger` is a necessary condition, cheap to search; `reject` drops a match by what it says or follows.
    """

    placeholder: str
    trigger: re.Pattern[str]
    make: "Callable[[], EntityRecognizer]"
    threshold: float
    cue: re.Pattern[str] | None = None
    cued: float = 1.0
    reject: Callable[[str, str], bool] | None = None


_COUNTRIES = ("US", "GB", "DE", "FR", "IN", "BR", "ES", "IT")

NEVER = 2.0
"""A threshold that no score reaches: the match counts only after its cue."""

_CARD_CUE = re.compile(r"\b(?:card|credit|debit|visa|mastercard|amex|maestro|cc)\b", re.IGNORECASE)
_PHONE_CUE = re.compile(
    r"\b(?:phone|telephone|tel|mobile|cell|cellphone|fax|desk|office|(?:call|text|ring) (?:me|us|him|her"
    r"|them|at|on|back)"
    r"|sms|whatsapp|reach|contact|dial|messages? (?:to|on)|answering|(?:my|our|his|her|their) number"
    r"|registered"
    r"|teléfono|téléphone|telefon|handy|telefone|celular)\b",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(
    r"\b(?:isbn|issn|order|invoice|ticket|item|sku|part|model|serial|tracking|ref(?:erence)?|case|po"
    r"|version|doi)\b"
    r"[^\w]*(?:numbers?|no|id|is|was|[\W_])*[#:]?\s*$",
    re.IGNORECASE,
)
_ID_CUE = re.compile(
    r"\b(?:ssn|social (?:security|insurance)|sin|itin|tax|taxpayer|national (?:id|identity|insurance)|nino"
    r"|nhs|health"
    r"|aadhaar|pesel|nric|fin|id (?:card|number|no)|identity|dni|nif|nie)\b",
    re.IGNORECASE,
)
_IBAN_LIKE = re.compile(r"(?<![A-Z0-9])(?=([A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}))", re.IGNORECASE)
_SHORTEST_IBAN = 15
_VERSION = re.compile(r"(?:\bversion|\brelease|\bsection|\bchapter|\bv\.?)\s*$", re.IGNORECASE)


def _email() -> "EntityRecognizer":
    # Not EmailRecognizer: it refuses addresses of internal hosts, and asks tldextract, which would fetch its
    # list of suffixes from the network.
    from presidio_analyzer import Pattern, PatternRecognizer

    local, label = r"[!#$%&'*+\-/=?^_`{|}~.\w]", r"\w+(?:-+\w+)*"
    return PatternRecognizer(
        supported_entity="EMAIL",
        patterns=[Pattern("address", rf"(?<!{local}){local}+@{label}(?:\.{label})+", 0.9)],
    )


def _url() -> "EntityRecognizer":
    # Not UrlRecognizer: its pattern takes any word after a full stop ("file.py", "end.The next") for a host.
    from presidio_analyzer import Pattern, PatternRecognizer

    stop = "\\s<>\"'`)\\]}|\\\\\u2018-\u201f\u3000-\u9fff\uff00-\uffef"
    end = rf"[^{stop}]*[^{stop}.,;:!?]"
    return PatternRecognizer(
        supported_entity="URL",
        patterns=[
            Pattern("scheme", rf"\b(?:https?|ftps?|ssh|git|s3|gs|file|wss?)://{end}", 0.9),
            Pattern("www", rf"\bwww\d?\.[\w-]+\.{end}", 0.9),
            Pattern(
                "host",
                r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
                rf"(?:com|org|net|edu|gov|info|biz|co\.[a-z]{{2}}|com\.[a-z]{{2}}|[a-z]{{2,12}}(?=/))"
                rf"(?![\w-])(?:/{end})?",
                0.6,
            ),
        ],
    )


def _card() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import CreditCardRecognizer

    return CreditCardRecognizer()


def _labelled_card() -> "EntityRecognizer":
    from presidio_analyzer import Pattern, PatternRecognizer

    plain, grouped = r"\d{12,19}", r"\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,3})?|\d{4}[ -]\d{6}[ -]\d{5}"
    return PatternRecognizer(
        supported_entity="CREDIT_CARD",
        patterns=[Pattern("digits", rf"(?<![\d-])(?:{plain}|{grouped})(?![\d-])", 0.5)],
    )


def _iban() -> "EntityRecognizer":
    # Presidio's own search takes the first letters of a word that follows for a group of the number, and then
    # finds nothing: here every end of a word is tried, the last one first.
    from presidio_analyzer import RecognizerResult
    from presidio_analyzer.predefined_recognizers import IbanRecognizer

    class WordwiseIban(IbanRecognizer):  # type: ignore[misc]
        """IBANs by country, length and checksum, whatever follows them."""

        def analyze(self, text: str, *_: object) -> list[RecognizerResult]:
            found = []
            for match in _IBAN_LIKE.finditer(text):
                start, last = match.span(1)
                for end in range(last, start + _SHORTEST_IBAN - 1, -1):
                    at_end = text[end - 1].isalnum() and not text[end : end + 1].isalnum()
                    if at_end and self.validate_result(text[start:end]) is not False:
                        found.append(RecognizerResult("IBAN", start, end, 1.0))
                        break
            return found

    return WordwiseIban(supported_entity="IBAN")


def _crypto() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import CryptoRecognizer

    return CryptoRecognizer()


def _ethereum() -> "EntityRecognizer":
    from presidio_analyzer import Pattern, PatternRecognizer

    return PatternRecognizer(
        supported_entity="CRYPTO", patterns=[Pattern("ethereum", r"\b0x[0-9a-f]{40}(?:[0-9a-f]{24})?\b", 0.8)]
    )


def _ip() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import IpRecognizer

    return IpRecognizer()


def _mac() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import MacAddressRecognizer

    return MacAddressRecognizer()


def _phone() -> "EntityRecognizer":
    # Not PhoneRecognizer: it walks the whole text once for every country.
    from phonenumbers import NumberParseException, is_valid_number, parse
    from presidio_analyzer import Pattern, PatternRecognizer

    class FormattedPhone(PatternRecognizer):  # type: ignore[misc]
        """Numbers that are valid in one of the countries, in any of the usual ways of grouping."""

        def validate_result(self, pattern_text: str) -> bool:
            for country in _COUNTRIES:
                try:
                    if is_valid_number(parse(pattern_text, country)):
                        return True
                except NumberParseException:
                    continue
            return False

    number = (
        r"(?<![\w.$€£#+/-])(?<!\d[ ,])(?:\(\d{1,5}\)[ -]?|\d{1,5}(?:[ ./-]|[ ]?\())"
        r"\d{1,5}(?:\)?[ .-]{1,2}\d{1,5}){0,5}(?:[ ]?(?:x|ext\.?)[ ]?\d{1,5})?(?![\w%]|-\d|[.,]\d)"
    )
    return FormattedPhone(supported_entity="PHONE", patterns=[Pattern("grouped", number, 0.4)])


def _labelled_phone() -> "EntityRecognizer":
    from presidio_analyzer import Pattern, PatternRecognizer

    number = (
        r"(?<![\w.$€£#-])(?<!\d,)\+?(?:\(\d{1,4}\)[ -]?)?\d(?:[ .()-]{0,2}\d){5,13}(?:x\d{1,5})?(?![\d%])"
    )
    return PatternRecognizer(supported_entity="PHONE", patterns=[Pattern("digits", number, 0.5)])


def _international_phone() -> "EntityRecognizer":
    from presidio_analyzer import Pattern, PatternRecognizer

    number = r"(?<![\w+])\+[1-9]\d{0,2}(?:[ .()-]{0,2}\d){6,13}(?:x\d{1,5})?(?!\d)"
    return PatternRecognizer(supported_entity="PHONE", patterns=[Pattern("international", number, 0.5)])


def _ssn() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import UsSsnRecognizer

    return UsSsnRecognizer()


def _nino() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import UkNinoRecognizer

    return UkNinoRecognizer()


def _fiscal_code() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import ItFiscalCodeRecognizer

    return ItFiscalCodeRecognizer()


def _spanish() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import EsNifRecognizer

    return EsNifRecognizer(supported_language="en")


def _nhs() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import NhsRecognizer

    return NhsRecognizer()


def _labelled_id() -> "EntityRecognizer":
    from presidio_analyzer import Pattern, PatternRecognizer

    number = r"(?<![\w-])(?:(?-i:[A-Z]{1,3})[ -]?)?\d(?:[ .-]?\d){6,11}(?:[ -]?(?-i:[A-Z]))?(?![\w-])"
    return PatternRecognizer(supported_entity="NATIONAL_ID", patterns=[Pattern("digits", number, 0.5)])


def _no_phone(match: str, before: str) -> bool:
    """A date, a range of years, a list of small numbers, or a number that is called something else."""
    groups = re.findall(r"\d+", match)
    return (
        _DATE_LIKE.match(match) is not None
        or len(groups) > 6
        or (len(groups) > 3 and sum(map(len, groups)) < 2 * len(groups))
        or _NOT_A_PHONE.search(before) is not None
    )


def _no_formatted_phone(match: str, before: str) -> bool:
    """Also an unformatted number: it may be an order, a quantity or a timestamp."""
    return match.isdigit() or _no_phone(match, before)


def _without_hyphen(match: str, _: str) -> bool:
    return "-" not in match


def _framework(match: str, _: str) -> bool:
    return match.lower() in {"asp.net", "vb.net", "ado.net", "ml.net"}


def _not_an_address(match: str, before: str) -> bool:
    """A dotted version, or a slice or scope written with colons (`x[1::2]`, `ab::cd`)."""
    if ":" in match:
        return match.count(":") < 4 and not re.search(r"[0-9a-fA-F]{3}", match)
    return _VERSION.search(before) is not None


_DATE_LIKE = re.compile(
    r"(?:19|20)\d\d\D{1,3}(?:\d{1,2}\D+\d{1,2}|(?:19|20)\d\d)(?!\d)|\d{1,2}\D\d{1,2}\D(?:19|20)\d\d(?!\d)"
)
_DIGITS_12 = re.compile(r"\d(?:[ -]?\d){11}")
_DIGITS_7 = re.compile(r"\d(?:[ .()-]{0,3}\d){6}")

_HOST = re.compile(
    r"://|\bwww\d?\.|[a-z0-9]\.(?:com|org|net|edu|gov|info|biz|co)\b|[a-z0-9]\.[a-z]{2,12}/", re.IGNORECASE
)

RULES: tuple[Rule, ...] = (
    # The first rule that claims a stretch of text keeps it.
    Rule("EMAIL", re.compile("@"), _email, 0.5),
    Rule("URL", _HOST, _url, 0.6, reject=_framework),
    Rule("IBAN", re.compile(r"\b[A-Z]{2}\d{2}[ -]?[A-Z0-9]{4}", re.IGNORECASE), _iban, 0.5),
    Rule("CRYPTO", re.compile(r"(?:bc1|[13])[a-zA-Z0-9]{25}"), _crypto, 1.0),
    Rule("CRYPTO", re.compile(r"\b0x[0-9a-f]{40}", re.IGNORECASE), _ethereum, 0.8),
    Rule("MAC", re.compile(r"(?:[0-9a-f]{2}[:-]){5}|(?:[0-9a-f]{4}\.){2}", re.IGNORECASE), _mac, 0.6),
    Rule(
        "IP",
        re.compile(r"\d\.\d{1,3}\.\d|:[0-9a-f]{0,4}:", re.IGNORECASE),
        _ip,
        0.6,
        reject=_not_an_address,
    ),
    Rule("CREDIT_CARD", _DIGITS_12, _card, 1.0),
    Rule("CREDIT_CARD", _DIGITS_12, _labelled_card, NEVER, _CARD_CUE, 0.5),
    Rule("NATIONAL_ID", re.compile(r"\d{3}-\d{2}-\d{4}"), _ssn, 0.5, reject=_without_hyphen),
    Rule("NATIONAL_ID", re.compile(r"\d{3}[ .-]?\d{2}[ .-]?\d{4}"), _ssn, NEVER, _ID_CUE, 0.05),
    Rule("NATIONAL_ID", re.compile(r"[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b", re.IGNORECASE), _nino, 0.5),
    Rule(
        "NATIONAL_ID", re.compile(r"[a-z]{6}\w{2}[a-z]\w{2}[a-z]\w{3}[a-z]", re.IGNORECASE), _fiscal_code, 1.0
    ),
    Rule("NATIONAL_ID", re.compile(r"\d{7}-?[a-z]\b", re.IGNORECASE), _spanish, 1.0),
    Rule("NATIONAL_ID", re.compile(r"\d{3}[- ]?\d{3}[- ]?\d{4}"), _nhs, NEVER, _ID_CUE, 1.0),
    Rule("NATIONAL_ID", _DIGITS_7, _labelled_id, NEVER, _ID_CUE, 0.5),
    Rule("PHONE", re.compile(r"\+[1-9]"), _international_phone, 0.5),
    Rule("PHONE", _DIGITS_7, _phone, 0.4, reject=_no_formatted_phone),
    Rule("PHONE", _DIGITS_7, _labelled_phone, NEVER, _PHONE_CUE, 0.5, reject=_no_phone),
)
