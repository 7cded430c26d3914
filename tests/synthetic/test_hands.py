"""Protects how a sentence looks once somebody has typed it: marks that fit, rewordings that stay English."""

import random

import pytest

from clio.synthetic.hands import ended, mistyped, punctuated, reword


@pytest.mark.parametrize(
    ("ask", "typed"),
    [
        ("What is a lookahead.", "What is a lookahead?"),
        ("Can you fix this loop.", "Can you fix this loop?"),
        ("Write a caption for a photo?", "Write a caption for a photo."),
        ("Explain this, why does it work?", "Explain this, why does it work?"),
        ("Does it scan: 'My love is a train'.", "Does it scan: 'My love is a train'."),
        ("A toast for my boss.", "A toast for my boss."),
    ],
)
def test_a_question_asks_and_an_instruction_states(ask: str, typed: str) -> None:
    assert punctuated(ask) == typed


@pytest.mark.parametrize(
    ("text", "closed"),
    [("Send it", "Send it."), ('Fix "no"', 'Fix "no".'), ('Is it "no?"', 'Is it "no?"'), ("Done!", "Done!")],
)
def test_a_sentence_ends_in_one_mark(text: str, closed: str) -> None:
    assert ended(text) == closed


@pytest.mark.parametrize("text", ["It's been ten years", "I left because of the noise"])
def test_a_phrase_is_left_alone_where_another_would_break_it(text: str) -> None:
    assert {reword(text, random.Random(seed), rate=1.0) for seed in range(20)} == {text}


def test_a_slip_leaves_its_word_readable() -> None:
    """Two slips in one short word, and no reader knows what was meant."""
    asked = "could somebody explain where these numbers came from"
    for seed in range(50):
        typed = mistyped(asked, random.Random(seed), 3).split()
        assert sum(one != other for one, other in zip(asked.split(), typed, strict=True)) <= 3
        assert all(abs(len(one) - len(other)) <= 1 for one, other in zip(asked.split(), typed, strict=True))
