"""Sentences with personal details at known places, in several styles and languages, made with a seed.

Their wording is not that of the tests that the product's patterns were worked on with. Every detail is invented:
see clio/synthetic/identifiers.py for what keeps the common ones from belonging to anybody.
"""

import random
import re
import string
from collections.abc import Callable
from dataclasses import dataclass

from clio.synthetic import identifiers
from clio.synthetic.grammar import lines
from clio.synthetic.pools import POOLS

_SLOT = re.compile(r"<([A-Z_]+)>")

STYLES: dict[str, tuple[str, ...]] = {
    "chat": lines("""
    hey it's <PERSON> again, the bot locked me out of <EMAIL>, can you reset it
    Can you forward the invoice to <PERSON>? The address is <EMAIL>.
    ring <PERSON> on <PHONE> before noon and tell them the boiler man is here
    I paid twice with <CREDIT_CARD>, please cancel one
    My rent goes to <IBAN> every month, how do I stop that order?
    The parcel went to <ADDRESS> although I moved out in spring.
    someone keeps logging in from <IP>, is that my provider?
    why does <URL> ask me for a code
    I sent the coins to <CRYPTO> by mistake
    Can you find out who posts as <USERNAME>? They copied my photos.
    I typed my password: <SECRET> into the wrong window, what now
    The bailiff has my social security number <NATIONAL_ID>, is that allowed?
"""),
    "letter": lines("""
    Dear <PERSON>, thank you for letting us view the flat at <ADDRESS>. You can reach us under <PHONE>. Kind \
        regards, <PERSON>
    To whom it may concern: my colleague <PERSON> (<EMAIL>) will collect the keys.
    Sincerely, <PERSON>, <ADDRESS>, tel. <PHONE>
    I, <PERSON>, born on <DATE_OF_BIRTH>, passport number <PASSPORT>, hereby authorise <PERSON> to sign for \
        me.
    Please transfer the deposit to account <IBAN> in the name of <PERSON>.
    Dear Ms <PERSON>, your card <CREDIT_CARD> has been replaced.
"""),
    "form": lines("""
    Name: <PERSON>; Date of birth: <DATE_OF_BIRTH>; Phone: <PHONE>; E-mail: <EMAIL>
    Applicant: <PERSON> / Address: <ADDRESS> / Passport: <PASSPORT>
    IBAN: <IBAN> Account holder: <PERSON>
    Vehicle registration: <LICENCE_PLATE>, keeper: <PERSON>
    SSN: <NATIONAL_ID> DOB: <DATE_OF_BIRTH>
    Payment by card <CREDIT_CARD>, receipt to <EMAIL>
    Username: <USERNAME> Password: <SECRET>
"""),
    "table": lines("""
    id,name,email,phone {nl} 17,<PERSON>,<EMAIL>,<PHONE>
    | <PERSON> | <EMAIL> | paid |
    <PERSON>;<IBAN>;12.50;2026-03-01
    1 <PERSON> <PHONE> open{nl}2 <PERSON> <PHONE> closed
"""),
    "log": lines("""
    2026-05-04 10:11:12 WARN login failed user=<USERNAME> ip=<IP>
    GET <URL> 403 from <IP>
    dhcp lease renewed for <MAC> at <IP>
    smtp: relayed mail from=<EMAIL> to=<EMAIL> status=sent
    export API_TOKEN=<SECRET>
"""),
    "code": lines("""
    client = Client(api_key="<SECRET>", base="<URL>")
    user = {lc}"name": "<PERSON>", "mail": "<EMAIL>", "ip": "<IP>"{rc}
    INSERT INTO customers VALUES ('<PERSON>', '<PHONE>', '<CREDIT_CARD>');
    # ask <PERSON> why the wallet <CRYPTO> is hard-coded here
"""),
    "small letters": lines("""
    my landlord <PERSON> wont answer me, i wrote to <EMAIL> three times
    i live at <ADDRESS> and the heating is out
    pls call my mum <PERSON> at <PHONE>
    is <PERSON> allowed to read my mail
    my passport number is <PASSPORT> and it expired
"""),
    "German": lines("""
    Guten Tag, mein Name ist <PERSON>, meine Nummer lautet <PHONE>.
    Bitte überweisen Sie den Betrag an <PERSON>, IBAN <IBAN>.
    Ich wohne in der <ADDRESS_DE> und habe kein Wasser.
    Schreiben Sie mir an <EMAIL>, Gruß <PERSON>
"""),
    "French": lines("""
    Bonjour, je m'appelle <PERSON> et mon numéro est le <PHONE>.
    J'habite au <ADDRESS_FR>, le facteur ne passe plus.
    Pourriez-vous répondre à <PERSON> à l'adresse <EMAIL> ?
"""),
    "Spanish": lines("""
    Hola, soy <PERSON>, mi teléfono es <PHONE> y mi correo <EMAIL>.
    Vivo en <ADDRESS_ES> y no llega el paquete.
    Mi DNI es <DNI>, ¿puedo votar por correo?
"""),
    "unlisted names": lines("""
    Could you write a reference for <UNLISTED_PERSON>? We worked together in the warehouse.
    my neighbour <UNLISTED_PERSON> parks in front of our gate
    Minutes: <UNLISTED_PERSON> asked to postpone, <UNLISTED_PERSON> agreed.
    My name is <UNLISTED_PERSON> and I lost my ticket.
    Dear <UNLISTED_PERSON>, we are sorry for the delay.
"""),
}
"""Templates by style; `<KIND>` stands for a detail, `{nl}` for a line break."""

DECOYS = lines("""
    The recipe needs 250 g flour, 3 eggs and 180 ml milk at 200 degrees for 35 minutes.
    Our order 4471-9920-3 from 2026-02-11 has not shipped.
    Convert 3.14159 radians, then 2.71828, to degrees.
    Version 12.4.1 fixes the crash of 11.9.0 on Windows 11.
    ISBN 978-0-306-40615-7 is out of print.
    The battle took place in 1815 and the treaty was signed in 1818.
    Compare revenue of 1,204,500 with 998,300 in the year before.
    f(x) = 3x^2 - 12x + 9 has two roots.
    The train leaves at 14:32 from platform 7 and costs 48.90.
    def parse(row: str) -> list[str]: return row.split(",")
    The ratio of 16:9 gives 1920 by 1080 pixels.
    Summarise chapter 4.2.1 of the manual in 120 words.
    May was wet, August was dry, and April is still to come.
    Will the Rose in my garden grow next to Basil and Sage?
    The University of Chicago and the Nobel Prize committee wrote about it.
    Add 15 to 27, multiply by 4 and take 10 percent.
    The galaxy NGC 1300 lies 61 million light years away.
    Paragraph 823 of the civil code and article 12 of the treaty apply.
    Sort 9 8 7 6 5 4 3 2 1 in place and count the swaps.
    The bolt is an M8 x 40, torque 25 Nm, part of set 10-200.
""")
"""Sentences without a personal detail, full of what looks like one."""


@dataclass(frozen=True)
class Detail:
    """A personal detail at [start, end) of a sentence, in code points."""

    entity: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A text with all its personal details; decoys have none."""

    text: str
    style: str
    details: tuple[Detail, ...] = ()


def make_sentences(seed: int, rounds: int) -> list[Sentence]:
    """`rounds` sentences of every template, each with other details, and every decoy once."""
    rng = random.Random(f"redaction/{seed}")
    made = [
        _filled(template, style, rng)
        for _ in range(rounds)
        for style, templates in STYLES.items()
        for template in templates
    ]
    return made + [Sentence(decoy, "decoy") for decoy in DECOYS]


def _filled(template: str, style: str, rng: random.Random) -> Sentence:
    template = re.sub(r" *\{nl\} *", "\n", template).replace("{lc}", "{").replace("{rc}", "}")
    text, end, details = "", 0, list[Detail]()
    for slot in _SLOT.finditer(template):
        text += template[end : slot.start()]
        value = MAKERS[slot[1]](rng)
        value = value.lower() if style == "small letters" else value
        details.append(Detail(ENTITIES.get(slot[1], slot[1]), len(text), len(text) + len(value)))
        text, end = text + value, slot.end()
    return Sentence(text + template[end:], style, tuple(details))


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choices(string.digits, k=count))


def _letters(rng: random.Random, count: int) -> str:
    return "".join(rng.choices(string.ascii_uppercase, k=count))


def _unlisted(rng: random.Random) -> str:
    def word(parts: int) -> str:
        return (
            "".join(rng.choice("bdgklmnrtvz") + rng.choice("aeiou") for _ in range(parts)).capitalize() + "k"
        )

    return f"{word(2)} {word(3)}"


def _surname(rng: random.Random) -> str:
    return rng.choice(POOLS["surname"])


def _address(rng: random.Random) -> str:
    name = rng.choice(("Maple", "Station", "Orchard", "King", "Hill", "Chapel"))
    street = rng.choice(("Road", "Street", "Lane", "Avenue"))
    leeds = f", Leeds LS{rng.randrange(1, 9)} {rng.randrange(1, 9)}AB"
    return f"{rng.randrange(1, 300)} {name} {street}" + rng.choice(
        ("", ", Flat 3", leeds, ", Denver, CO 80203")
    )


def _address_de(rng: random.Random) -> str:
    street = rng.choice(("Gartenstraße", "Bahnhofstr.", "Mühlenweg", "Schillerallee", "Am Alten Hof"))
    return f"{street} {rng.randrange(1, 180)}"


def _address_fr(rng: random.Random) -> str:
    street = rng.choice(("rue des Fleurs", "avenue Victor Hugo", "boulevard Voltaire", "chemin du Moulin"))
    return f"{rng.randrange(1, 180)} {street}"


def _address_es(rng: random.Random) -> str:
    street = rng.choice(("Calle del Sol", "Avenida de América", "Plaza Mayor", "Paseo de la Reina"))
    return f"{street} {rng.randrange(1, 180)}"


def _birth(rng: random.Random) -> str:
    day, month, year = rng.randrange(1, 29), rng.choice(POOLS["month"]), rng.randrange(1940, 2008)
    numbers = f"{day:02d}/{rng.randrange(1, 13):02d}/{year}"
    return rng.choice((f"{day} {month} {year}", f"{month} {day}, {year}", numbers))


def _national(rng: random.Random) -> str:
    return f"{rng.randrange(200, 600)}-{rng.randrange(10, 99)}-{rng.randrange(1000, 9999)}"


def _dni(rng: random.Random) -> str:
    number = rng.randrange(10_000_000, 99_999_999)
    return f"{number}{'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}"


def _secret(rng: random.Random) -> str:
    mixed = "".join(rng.choices(string.ascii_letters + string.digits, k=28)) + _digits(rng, 3)
    return rng.choice(
        (f"sk-proj-{mixed}", f"ghp_{mixed}abcde", f"{mixed}", f"{mixed[:6].lower()}{_digits(rng, 4)}!")
    )


def _url(rng: random.Random) -> str:
    return (
        rng.choice(("https", "http"))
        + f"://{rng.choice(('shop', 'portal', 'my'))}.example.com/u/{_digits(rng, 6)}"
    )


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "PERSON": identifiers.person,
    "UNLISTED_PERSON": _unlisted,
    "EMAIL": identifiers.email,
    "PHONE": identifiers.phone,
    "IBAN": identifiers.iban,
    "CREDIT_CARD": identifiers.card,
    "IP": lambda rng: f"{rng.choice(('203.0.113', '198.51.100', '192.0.2'))}.{rng.randrange(1, 255)}",
    "MAC": lambda rng: ":".join(f"{rng.randrange(256):02X}" for _ in range(6)),
    "URL": _url,
    "CRYPTO": lambda rng: "0x" + "".join(rng.choices("0123456789abcdef", k=40)),
    "NATIONAL_ID": _national,
    "DNI": _dni,
    "PASSPORT": lambda rng: rng.choice(("", _letters(rng, 1), _letters(rng, 2))) + _digits(rng, 8),
    "ADDRESS": _address,
    "ADDRESS_DE": _address_de,
    "ADDRESS_FR": _address_fr,
    "ADDRESS_ES": _address_es,
    "DATE_OF_BIRTH": _birth,
    "SECRET": _secret,
    "LICENCE_PLATE": lambda rng: f"{_letters(rng, 2)}{_digits(rng, 2)} {_letters(rng, 3)}",
    "USERNAME": lambda rng: f"{_surname(rng).lower()}_{rng.choice(('x', 'art', 'dev'))}{_digits(rng, 2)}",
}
"""How a detail of each kind is invented."""

ENTITIES = {"ADDRESS_DE": "ADDRESS", "ADDRESS_FR": "ADDRESS", "ADDRESS_ES": "ADDRESS", "DNI": "NATIONAL_ID"}
"""Kinds that count as one entity."""
