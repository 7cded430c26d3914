"""Protects the pattern language: what authors write is what comes out, and mistakes are refused."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.synthetic.catalogue import BY_LANGUAGE, ORDINARY
from clio.synthetic.grammar import Topic, expand, forms, lines, parse
from clio.synthetic.topics_a import TOPICS as TOPICS_A


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


@pytest.mark.parametrize("topic", TOPICS_A, ids=lambda topic: topic.name)
def test_a_topic_has_many_ways_to_be_said(topic: Topic) -> None:
    least = {"contexts": 18, "asks": 18, "terse": 10, "details": 12, "followups": 10, "replies": 8}
    for field, count in least.items():
        patterns = getattr(topic, field)
        assert len(set(patterns)) == len(patterns) >= count, field
    for pattern in (*topic.contexts, *topic.asks, *topic.terse):
        assert forms(pattern) >= 10, pattern


def test_foreign_topics_carry_english_names() -> None:
    for language, topics in BY_LANGUAGE.items():
        assert set(topics) <= set(BY_LANGUAGE["en"]), language
