"""The written topics: that every pattern is well formed and says enough different things."""

import random
import re
from collections import Counter

import pytest

from clio.synthetic.grammar import Topic, expand, forms
from clio.synthetic.topics_b import FOREIGN, TOPICS

FIELDS = ("contexts", "asks", "terse", "details", "followups", "replies")
ENGLISH_COUNTS = dict(zip(FIELDS, (18, 18, 10, 12, 10, 8), strict=True))
FOREIGN_COUNTS = dict(zip(FIELDS, (8, 10, 6, 6, 6, 5), strict=True))
ELSEWHERE = {"draft_work_email", "cover_letter", "explain_math", "fix_python_error", "language_practice"}
EVERY = [pytest.param(topic, "en", id=f"en-{topic.name}") for topic in TOPICS] + [
    pytest.param(topic, language, id=f"{language}-{topic.name}")
    for language, topics in FOREIGN.items()
    for topic in topics
]


def patterns(topic: Topic) -> list[str]:
    return [pattern for field in FIELDS for pattern in getattr(topic, field)]


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_each_list_is_long_enough_and_repeats_nothing(topic: Topic, language: str) -> None:
    least = ENGLISH_COUNTS if language == "en" else FOREIGN_COUNTS
    counts = {field: len(getattr(topic, field)) for field in FIELDS}
    short = {field: count for field, count in counts.items() if count < least[field]}
    twice = [pattern for pattern, count in Counter(patterns(topic)).items() if count > 1]
    assert short == {}
    assert twice == []


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_each_pattern_has_enough_surface_forms(topic: Topic, language: str) -> None:
    least = 10 if language == "en" else 6
    rng = random.Random(5)
    for pattern in patterns(topic):
        assert forms(pattern) >= least, pattern
        seen = {expand(pattern, rng) for _ in range(60)}
        assert len(seen) >= 0.6 * least, pattern


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_expansions_are_clean_text(topic: Topic, language: str) -> None:
    """No grammar left over, no doubled space, no comma before another mark, Spanish questions opened."""
    rng = random.Random(7)
    for pattern in patterns(topic):
        for _ in range(25):
            text = expand(pattern, rng)
            assert text == text.strip()
            assert not re.search(r"[\[\]{}|]|  |[,;:，；：] ?[.,;。，]|[?!]\.", text), (pattern, text)
            assert text.count("¿") == (text.count("?") if language == "es" else 0), (pattern, text)


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_ten_asks_of_a_topic_open_differently(topic: Topic, language: str) -> None:
    """Of ten requests of one topic, on average fewer than one (abroad two) opens with another's words."""
    rng = random.Random(11)
    repeated = 0
    for _ in range(100):
        chosen = [expand(rng.choice(topic.asks), rng) for _ in range(10)]
        repeated += 10 - len({text[:5] if language == "zh" else tuple(text.split()[:4]) for text in chosen})
    assert repeated / 100 < (1 if language == "en" else 2)


def test_names_are_unique_and_foreign_names_are_english_topics() -> None:
    names = [topic.name for topic in TOPICS]
    assert len(names) == len(set(names)) == 20
    assert set(FOREIGN) == {"es", "fr", "de", "pt", "zh"}
    for topics in FOREIGN.values():
        foreign = [topic.name for topic in topics]
        assert len(foreign) == len(set(foreign)) == 5
        assert set(foreign) <= set(names) | ELSEWHERE


def test_a_translated_topic_keeps_its_area_and_concern() -> None:
    english = {topic.name: (topic.area, topic.concern) for topic in TOPICS}
    for topics in FOREIGN.values():
        for topic in topics:
            assert english.get(topic.name, (topic.area, topic.concern)) == (topic.area, topic.concern)
