"""Protects the pattern language: what authors write is what comes out, and mistakes are refused."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.synthetic.catalogue import BY_LANGUAGE, ORDINARY
from clio.synthetic.grammar import Pick, answered, expand, expand_noting, forms, lines, parse


def test_all_branches_of_nested_alternation_come_up() -> None:
    rng = random.Random(0)
    found = {expand("[a|b [c|d]|]x", rng) for _ in range(200)}
    assert found == {"ax", "b cx", "b dx", "x"}
    assert forms("[a|b [c|d]|]x") == 4


def test_white_space_left_by_empty_branches_is_tidied() -> None:
    assert expand("one [] , two [] .", random.Random(0)) == "one, two."


@pytest.mark.parametrize("pattern", ["[a|b", "a]b", "a|b", "{nosuchpool}", "a } b", "[[a|b]"])
def test_malformed_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        parse(pattern)


@given(st.integers(0, 2**32))
def test_literal_brackets_survive(seed: int) -> None:
    assert expand("x{lb}0{rb} {lc}{bar}{rc}", random.Random(seed)) == "x[0] {|}"


def test_lines_skips_blank_lines() -> None:
    assert lines("\n  a b\n\n  c\n") == ("a b", "c")


def test_there_are_forty_ordinary_topics_of_unequal_weight() -> None:
    assert len(ORDINARY) == len({topic.name for topic in ORDINARY}) == 40
    assert {"fix_python_error", "home_cooking"} <= {topic.name for topic in ORDINARY}
    assert max(topic.weight for topic in ORDINARY) > 4 * min(topic.weight for topic in ORDINARY)


def test_an_answer_repeats_what_its_request_picked() -> None:
    for seed in range(50):
        rng = random.Random(seed)
        said, picks = expand_noting("a {weekday} [red|blue [one|two]] and [x|y|z]", rng)
        answer = answered("<1>, <2:for x|for y|for z>", picks, rng)
        assert answer.endswith(f"for {said[-1]}")
        assert answer.split(",")[0] in said


@pytest.mark.parametrize("answer", ["<3>", "<2:only one>"])
def test_an_answer_to_a_choice_that_is_not_there_is_refused(answer: str) -> None:
    picks = [Pick(0, "a"), Pick(1, "d")]
    with pytest.raises(ValueError):
        answered(answer, picks, random.Random(0))


def test_foreign_topics_carry_english_names() -> None:
    for language, topics in BY_LANGUAGE.items():
        assert set(topics) <= set(BY_LANGUAGE["en"]), language
