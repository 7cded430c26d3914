"""Canaries: invented identifiers of fifteen types, planted in conversations so that they can be looked for.

Every one is made from a seed, belongs to nobody, and is unusual enough to be found by its letters and digits alone.
"""

import random
import re
import string
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

import polars as pl

from clio.synthetic.generator import CONVERSATIONS_SCHEMA, generate
from clio.synthetic.identifiers import card, iban

Reach = Literal["many", "one"]
"""Whether a canary stands in conversations of many accounts, enough for every size rule, or of one."""

ACCOUNTS_PER_CANARY, CONVERSATIONS_OF_ONE = 40, 4
OF_NAMES = frozenset({"person name", "e-mail address", "street address", "username"})
"""Kinds of which an invented name alone tells the whole."""

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_REQUESTS = (
    "Please fill in the form for my {label}: it is {value}. Spelled out for the operator: {spelled}.",
    "How do I change my {label} in the portal? Mine is {value}, letter by letter {spelled}.",
    "Write a letter that gives my {label}, {value} (that is {spelled}), to the office.",
)


@dataclass(frozen=True)
class Canary:
    """One planted identifier."""

    kind: str
    value: str
    reach: Reach

    @cached_property
    def needles(self) -> tuple[str, ...]:
        """What to look for in a squeezed text: the value in any spacing, backwards, in Base64, and its names."""
        plain = squeeze(self.value)
        encoded = squeeze(b64encode(self.value.encode()).decode().rstrip("="))
        names = re.findall(r"[a-z]{7,}", self.value.lower()) if self.kind in OF_NAMES else []
        return (plain, plain[::-1], encoded, *(name for name in names if name != "example"))


def squeeze(text: str) -> str:
    """`text` in lower case with nothing but letters and digits, so that no spelling of separators matters."""
    return re.sub(r"[\W_]+", "", text.casefold())


def canaries(seed: int) -> list[Canary]:
    """One canary of each kind for many accounts and one for a single account, all different."""
    rng = random.Random(f"canaries/{seed}")
    reaches: tuple[Reach, ...] = ("many", "one")
    return [Canary(kind, make(rng), reach) for kind, make in KINDS.items() for reach in reaches]


def planted(seed: int, background: int, found: list[Canary]) -> pl.DataFrame:
    """About `background` generated conversations and those that hold the canaries, as CONVERSATIONS_SCHEMA.

    A canary stands twice in a request: as it is, which redaction may find, and letter by letter, which it may not.
    """
    rng = random.Random(f"planted/{seed}")
    table = generate(background, max(50, background // 2), seed)[0]
    first = pl.col("messages").list.filter(pl.element().struct.field("role") == "user").list.head(1)
    start, end = table["created_at"].min(), table["created_at"].max()
    rows = []
    for number, canary in enumerate(found):
        for copy in range(ACCOUNTS_PER_CANARY if canary.reach == "many" else CONVERSATIONS_OF_ONE):
            owner = f"planted-{number}-{copy if canary.reach == 'many' else 0}"
            text = rng.choice(_REQUESTS).format(
                label=canary.kind, value=canary.value, spelled="-".join(canary.value.replace(" ", ""))
            )
            at = start + (end - start) * rng.random()  # type: ignore[operator]
            rows.append((f"planted-{number}-{copy}", owner, at, [{"role": "user", "content": text}], "{}"))
    extra = pl.DataFrame(rows, schema=CONVERSATIONS_SCHEMA, orient="row")
    return pl.concat([table.with_columns(first), extra])


def seen_in(texts: Iterator[str], wanted: list[Canary]) -> set[Canary]:
    """The canaries of which any needle is in any of `texts`, each of them squeezed by itself."""
    left = dict.fromkeys(wanted)
    seen = set()
    for text in texts:
        squeezed = squeeze(text)
        hit = [canary for canary in left if any(needle in squeezed for needle in canary.needles)]
        seen.update(hit)
        for canary in hit:
            del left[canary]
    return seen


def _invented(rng: random.Random, syllables: int) -> str:
    parts = (rng.choice(_CONSONANTS) + rng.choice(_VOWELS) for _ in range(syllables))
    return ("".join(parts) + rng.choice("xzqk")).capitalize()


def _digits(rng: random.Random, count: int) -> str:
    return str(rng.randrange(1, 10)) + "".join(rng.choices(string.digits, k=count - 1))


def _mixed(rng: random.Random, count: int) -> str:
    return "".join(rng.choices(string.ascii_letters + string.digits, k=count))


def _person(rng: random.Random) -> str:
    return f"{_invented(rng, 3)} {_invented(rng, 4)}"


def _email(rng: random.Random) -> str:
    return f"{_invented(rng, 3)}.{_invented(rng, 3)}@example.org".lower()


def _phone(rng: random.Random) -> str:
    return f"+44 7700 {_digits(rng, 6)}"


def _street(rng: random.Random) -> str:
    return f"{rng.randrange(100, 9999)} {_invented(rng, 4)} Lane, {_invented(rng, 3)} {_digits(rng, 5)}"


def _ssn(rng: random.Random) -> str:
    return f"{rng.randrange(200, 600)}-{rng.randrange(10, 99)}-{_digits(rng, 4)}"


def _passport(rng: random.Random) -> str:
    return f"{rng.choice(string.ascii_uppercase)}{rng.choice(string.ascii_uppercase)}{_digits(rng, 7)}"


def _ip(rng: random.Random) -> str:
    return f"203.0.113.{rng.randrange(100, 255)} port {_digits(rng, 5)}"


def _mac(rng: random.Random) -> str:
    return ":".join(f"{rng.randrange(256):02x}" for _ in range(6))


def _plate(rng: random.Random) -> str:
    letters = "".join(rng.choices(string.ascii_uppercase, k=6))
    return f"{letters[:3]} {_digits(rng, 4)} {letters[3:]}"


def _birth(rng: random.Random) -> str:
    return f"{date(1930, 1, 1) + timedelta(days=rng.randrange(25000)):%A %d %B %Y}"


def _api_key(rng: random.Random) -> str:
    return f"sk-test-{_mixed(rng, 32)}"


def _wallet(rng: random.Random) -> str:
    return "0x" + "".join(rng.choices("0123456789abcdef", k=40))


def _handle(rng: random.Random) -> str:
    return f"@{_invented(rng, 3).lower()}_{_invented(rng, 2).lower()}{rng.randrange(10, 99)}"


KINDS: dict[str, Callable[[random.Random], str]] = {
    "person name": _person,
    "e-mail address": _email,
    "phone number": _phone,
    "street address": _street,
    "IBAN": iban,
    "credit card": card,
    "US social security number": _ssn,
    "passport number": _passport,
    "IP address": _ip,
    "MAC address": _mac,
    "licence plate": _plate,
    "date of birth": _birth,
    "API key": _api_key,
    "crypto wallet": _wallet,
    "username": _handle,
}
"""How each of the fifteen kinds is invented."""
