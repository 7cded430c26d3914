"""Protects that planted personal data looks real to a recogniser and belongs to nobody."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.synthetic.identifiers import MAKERS, card, card_is_valid, email, fill, iban, iban_is_valid

seeds = st.integers(0, 2**32).map(random.Random)


@given(seeds)
def test_ibans_and_cards_have_valid_checksums(rng: random.Random) -> None:
    assert iban_is_valid(iban(rng))
    assert card_is_valid(card(rng))


@pytest.mark.parametrize("text", ["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432"])
def test_published_example_ibans_are_valid(text: str) -> None:
    assert iban_is_valid(text)


@pytest.mark.parametrize(
    "text", ["DE88370400440532013000", "DE8937040044053201300", "XX89370400440532013000"]
)
def test_wrong_ibans_are_not(text: str) -> None:
    assert not iban_is_valid(text)


def test_card_check_knows_right_from_wrong() -> None:
    assert card_is_valid("4242-4242-4242-4242")
    assert not card_is_valid("4242 4242 4242 4241")
    assert not card_is_valid("4242 4242 4242")


@given(seeds)
def test_mail_goes_to_reserved_domains_only(rng: random.Random) -> None:
    assert email(rng).split("@")[1].split(".", 1)[-1].endswith(("com", "org", "net"))
    assert "example" in email(rng).split("@")[1]


@given(seeds)
def test_no_placeholder_is_left(rng: random.Random) -> None:
    filled = fill("<PERSON>, <EMAIL> or <PHONE>; my IBAN is <IBAN>, <CARD>, again <EMAIL>", rng)
    assert not any(f"<{name}>" in filled for name in MAKERS)
    assert "my IBAN is" in filled
