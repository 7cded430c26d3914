"""Which recogniser looks for what: Presidio's patterns and checksums, each behind a cheap test and its own threshold.

A rule runs only on a text that its `trigger` occurs in, so that plain text never loads Presidio. Presidio gives
many patterns scores too low to trust; such a match counts here only after a word that announces it, its cue.
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


NEVER = 2.0
"""A threshold that no score reaches: the match counts only after its cue."""

_CARD_CUE = re.compile(r"\b(?:card|credit|debit|visa|mastercard|amex|maestro|cc)\b", re.IGNORECASE)
_PHONE_CUE = re.compile(
    r"\b(?:phone|telephone|tel|mobile|cell|cellphone|fax|desk|call(?:ed|ing)?|text|sms|whatsapp|reach|contact|dial|ring"
    r"|messages? (?:to|on)|answering|number|registered|teléfono|téléphone|telefon|handy|telefone|celular)\b",
    re.IGNORECASE,
)
_ID_CUE = re.compile(
    r"\b(?:ssn|social (?:security|insurance)|sin|itin|tax|taxpayer|national (?:id|identity|insurance)|nino|nhs|health"
    r"|aadhaar|pesel|nric|fin|id (?:card|number|no)|identity|dni|nif|nie)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"(?:\bversion|\brelease|\bsection|\bchapter|\bv\.?)\s*$", re.IGNORECASE)


def _email() -> "EntityRecognizer":
    # The pattern without EmailRecognizer's check of the suffix: an internal host's address is as personal, and
    # that check asks tldextract, which would fetch a list from the network.
    from presidio_analyzer import PatternRecognizer
    from presidio_analyzer.predefined_recognizers import EmailRecognizer

    return PatternRecognizer(supported_entity="EMAIL", patterns=EmailRecognizer.PATTERNS)


def _url() -> "EntityRecognizer":
    # Not UrlRecognizer: its pattern takes any word after a full stop ("file.py", "end.The next") for a host.
    from presidio_analyzer import Pattern, PatternRecognizer

    end = r"[^\s<>\"'`)\]}|\\]*[^\s<>\"'`)\]}|\\.,;:!?。，！？]"
    return PatternRecognizer(
        supported_entity="URL",
        patterns=[
            Pattern("scheme", rf"\b(?:https?|ftps?|ssh|git|s3|gs|file|wss?)://{end}", 0.9),
            Pattern("www", rf"\bwww\d?\.[\w-]+\.{end}", 0.9),
            Pattern(
                "host",
                r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
                rf"(?:com|org|net|edu|gov|info|biz|co\.[a-z]{{2}}|com\.[a-z]{{2}}|[a-z]{{2,12}}(?=/))(?![\w-])(?:/{end})?",
                0.6,
            ),
        ],
    )


def _card() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import CreditCardRecognizer

    return CreditCardRecognizer()


def _labelled_card() -> "EntityRecognizer":
    from presidio_analyzer import Pattern, PatternRecognizer

    return PatternRecognizer(
        supported_entity="CREDIT_CARD", patterns=[Pattern("digits", r"(?<![\d-])\d(?:[ -]?\d){11,18}(?![\d-])", 0.5)]
    )


def _iban() -> "EntityRecognizer":
    from presidio_analyzer.predefined_recognizers import IbanRecognizer

    return IbanRecognizer(regex_flags=re.IGNORECASE)


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
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer

    return PhoneRecognizer(supported_regions=("US", "GB", "DE", "FR", "IN", "BR"))


def _labelled_phone() -> "EntityRecognizer":
    from presidio_analyzer import Pattern, PatternRecognizer

    number = r"(?<![\w.,$€£#-])\+?(?:\(\d{1,4}\)[ -]?)?\d(?:[ .()-]{0,2}\d){5,13}(?:x\d{1,5})?(?![\d%])"
    return PatternRecognizer(supported_entity="PHONE", patterns=[Pattern("digits", number, 0.5)])


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

    number = r"(?<![\w-])(?=(?:[\w]*[ -]?){0,3}\d)[A-Z]{0,3}[ -]?\d(?:[ -]?\d){6,11}(?:[ -]?[A-Z])?(?![\w-])"
    return PatternRecognizer(supported_entity="NATIONAL_ID", patterns=[Pattern("digits", number, 0.5)])


def _year_like(match: str, _: str) -> bool:
    """A date or a range of years, which the loose phone pattern takes for a number."""
    return re.fullmatch(r"(?:19|20)\d\d\D+(?:\d{1,2}\D+\d{1,2}|(?:19|20)\d\d)|\d{1,2}\D\d{1,2}\D(?:19|20)\d\d", match) is not None


def _plain_digits(match: str, _: str) -> bool:
    """An unformatted number: an order, a quantity or a timestamp as well as a phone."""
    return match.isdigit() or _year_like(match, "")


def _not_an_address(match: str, before: str) -> bool:
    """A dotted version, or a slice or scope written with colons (`x[1::2]`, `ab::cd`)."""
    if ":" in match:
        return match.count(":") < 4 and not re.search(r"[0-9a-fA-F]{3}", match)
    return _VERSION.search(before) is not None


_DIGITS_12 = re.compile(r"\d(?:[ -]?\d){11}")
_DIGITS_7 = re.compile(r"\d(?:[ .()-]{0,3}\d){6}")

RULES: tuple[Rule, ...] = (
    # The first rule that claims a stretch of text keeps it.
    Rule("EMAIL", re.compile("@"), _email, 0.5),
    Rule("URL", re.compile(r"://|\bwww\d?\.|[a-z0-9]\.(?:com|org|net|edu|gov|info|biz|co)\b|\.[a-z]{2,12}/", re.I), _url, 0.6),
    Rule("IBAN", re.compile(r"\b[A-Z]{2}\d{2}[ -]?[A-Z0-9]{4}", re.I), _iban, 0.5),
    Rule("CRYPTO", re.compile(r"(?:bc1|[13])[a-zA-Z0-9]{25}"), _crypto, 1.0),
    Rule("CRYPTO", re.compile(r"\b0x[0-9a-f]{40}", re.I), _ethereum, 0.8),
    Rule("MAC", re.compile(r"(?:[0-9a-f]{2}[:-]){5}|(?:[0-9a-f]{4}\.){2}", re.I), _mac, 0.6),
    Rule("IP", re.compile(r"\d\.\d{1,3}\.\d|[0-9a-f]:[0-9a-f]{0,4}:[0-9a-f:]", re.I), _ip, 0.6, reject=_not_an_address),
    Rule("CREDIT_CARD", _DIGITS_12, _card, 1.0),
    Rule("CREDIT_CARD", _DIGITS_12, _labelled_card, NEVER, _CARD_CUE, 0.5),
    Rule("NATIONAL_ID", re.compile(r"\d{3}[ .-]\d{2}[ .-]\d{4}|\d{9}|\d{3}-\d{6}|\d{5}-\d{4}"), _ssn, 0.5, _ID_CUE, 0.05),
    Rule("NATIONAL_ID", re.compile(r"[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b", re.I), _nino, 0.5),
    Rule("NATIONAL_ID", re.compile(r"[a-z]{6}\w{2}[a-z]\w{2}[a-z]\w{3}[a-z]", re.I), _fiscal_code, 1.0),
    Rule("NATIONAL_ID", re.compile(r"\d{7}-?[a-z]\b", re.I), _spanish, 1.0),
    Rule("NATIONAL_ID", re.compile(r"\d{3}[- ]?\d{3}[- ]?\d{4}"), _nhs, NEVER, _ID_CUE, 1.0),
    Rule("NATIONAL_ID", _DIGITS_7, _labelled_id, NEVER, _ID_CUE, 0.5),
    Rule("PHONE", _DIGITS_7, _phone, 0.4, _PHONE_CUE, 0.4, reject=_plain_digits),
    Rule("PHONE", _DIGITS_7, _labelled_phone, NEVER, _PHONE_CUE, 0.5, reject=_year_like),
)
