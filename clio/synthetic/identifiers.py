"""Invented identifiers for planted personal data: well-formed, checksums valid, belonging to nobody.

E-mail domains are reserved for examples (RFC 2606), phone numbers come from ranges set aside for fiction, \
            card
numbers from issuers' test prefixes with a random tail, IBANs from made-up accounts.
"""

import random
from collections.abc import Callable

from clio.synthetic.pools import POOLS

_IBAN_LENGTHS = {"DE": 22, "ES": 24, "FR": 27, "PT": 25, "NL": 18, "AT": 20, "GB": 22}
_MAIL_DOMAINS = ("example.com", "example.org", "example.net", "mail.example.com", "post.example.org")


def person(rng: random.Random) -> str:
    """A first and a last name from the public pools."""
    return f"{rng.choice(POOLS['name'])} {rng.choice(POOLS['surname'])}"


def email(rng: random.Random, owner: str = "") -> str:
    """An address under a domain reserved for examples, made of its owner's name where one is given."""
    first, last = (part.lower() for part in (owner or person(rng)).split(" ", 1))
    local = rng.choice((f"{first}.{last}", f"{first[0]}{last}{rng.randrange(10, 99)}", f"{last}_{first}"))
    return f"{local}@{rng.choice(_MAIL_DOMAINS)}"


def phone(rng: random.Random) -> str:
    """A number from the ranges reserved for drama in Britain and North America."""
    tail = rng.randrange(100)
    area = rng.choice((212, 303, 415, 512, 617, 702, 813))
    return rng.choice(
        (
            f"+1 {area} 555 01{tail:02d}",
            f"({area}) 555-01{tail:02d}",
            f"+44 7700 900{rng.randrange(1000):03d}",
            f"020 7946 0{rng.randrange(1000):03d}",
            f"07700 900{rng.randrange(1000):03d}",
        )
    )


def iban(rng: random.Random) -> str:
    """An IBAN with a valid mod-97 checksum (ISO 13616), in groups of four half of the time."""
    country = rng.choice(sorted(_IBAN_LENGTHS))
    length = _IBAN_LENGTHS[country] - 4
    letters = "".join(rng.choices("ABCDEFGHKLMNRSTUWX", k=4)) if country in ("GB", "NL") else ""
    account = letters + "".join(rng.choices("0123456789", k=length - len(letters)))
    check = 98 - _mod97(account + country + "00")
    plain = f"{country}{check:02d}{account}"
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4)) if rng.random() < 0.5 else plain


def card(rng: random.Random) -> str:
    """A 16-digit card number with a valid Luhn digit."""
    prefix = rng.choice(("4000", "4242", "5105", "5555", "2223"))
    digits = prefix + "".join(rng.choices("0123456789", k=11))
    number = digits + str(_luhn_digit(digits))
    separator = rng.choice(("", " ", "-"))
    return separator.join(number[at : at + 4] for at in range(0, 16, 4))


def iban_is_valid(text: str) -> bool:
    """Whether an IBAN, with or without spaces, has a right length for its country and a right checksum."""
    plain = text.replace(" ", "")
    return len(plain) == _IBAN_LENGTHS.get(plain[:2]) and _mod97(plain[4:] + plain[:4]) == 1


def card_is_valid(text: str) -> bool:
    """Whether a card number, with or without separators, has 16 digits and a right Luhn digit."""
    digits = text.replace(" ", "").replace("-", "")
    return len(digits) == 16 and digits.isdigit() and int(digits[-1]) == _luhn_digit(digits[:-1])


def _mod97(text: str) -> int:
    return int("".join(str(int(character, 36)) for character in text)) % 97


def _luhn_digit(digits: str) -> int:
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(reversed(digits)))
    return -sum(value - 9 if value > 9 else value for value in doubled) % 10


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "PERSON": person,
    "EMAIL": email,
    "PHONE": phone,
    "IBAN": iban,
    "CARD": card,
}
"""How each kind of identifier is invented, by the name that stands between < and > in a sentence."""


def fill(sentence: str, rng: random.Random) -> str:
    """The sentence with every placeholder, such as <EMAIL>, replaced by an invented value; see MAKERS."""
    if "<PERSON>" in sentence:
        owner = person(rng)
        sentence = sentence.replace("<PERSON>", owner).replace("<EMAIL>", email(rng, owner), 1)
    for name, make in MAKERS.items():
        while f"<{name}>" in sentence:
            sentence = sentence.replace(f"<{name}>", make(rng), 1)
    return sentence
