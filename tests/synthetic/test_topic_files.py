"""The written topics: well formed, varied, and with answers that belong to their requests."""

import random
import re
from collections import Counter

import pytest

from clio.synthetic.catalogue import FOREIGN, ORDINARY
from clio.synthetic.grammar import (
    Choice,
    Node,
    Request,
    Topic,
    answered,
    choices,
    expand,
    expand_noting,
    forms,
    parse,
    references,
)

ENGLISH = {topic.name: topic for topic in ORDINARY}
EVERY = [pytest.param(topic, "en", id=f"en-{topic.name}") for topic in ORDINARY] + [
    pytest.param(topic, language, id=f"{language}-{topic.name}")
    for language, topics in FOREIGN.items()
    for topic in topics
]


def asked(topic: Topic) -> list[str]:
    """Every pattern that a user may say."""
    told = {situation for request in topic.requests for situation in request.situations}
    return [
        *(request.ask for request in topic.requests),
        *sorted(told | wishes(topic) | later(topic)),
        *topic.searches,
    ]


def replied(topic: Topic) -> list[str]:
    """Every pattern that the assistant may say, what hangs on the request written as a choice."""
    later_replies = sorted({reply for request in topic.requests for _, reply in request.later})
    answers = [said for request in topic.requests for said in spoken(request)] + later_replies
    return [*(re.sub(r"<\d+:([^<>]*)>", r"[\1]", answer) for answer in answers), *topic.search_answers]


def spoken(request: Request) -> list[str]:
    """Every pattern that the assistant may say to one request alone."""
    return [*request.answers, *request.facts, *(reply for _, reply in request.follow_ups)]


def referring(request: Request) -> list[str]:
    """Every pattern that may refer to the choices of one request."""
    return [*spoken(request), *(question for question, _ in request.follow_ups)]


def has_choice_of_one(node: Node) -> bool:
    """Whether somewhere a choice offers a single branch."""
    if isinstance(node, Choice):
        alone = len(node.branches) == 1 and not node.is_pool
        return alone or any(map(has_choice_of_one, node.branches))
    return isinstance(node, tuple) and any(map(has_choice_of_one, node))


def wishes(topic: Topic) -> set[str]:
    return {wish for request in topic.requests for wish in request.wishes}


def later(topic: Topic) -> set[str]:
    return {question for request in topic.requests for question, _ in request.later}


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_a_topic_offers_enough_and_repeats_nothing(topic: Topic, language: str) -> None:
    least = (11, 3, 6) if language == "en" else (9, 2, 6)
    assert (len(topic.requests), len(wishes(topic)), len(topic.searches)) >= least
    assert len(topic.requests) >= least[0]
    assert len(later(topic)) >= 3
    assert len(topic.search_answers) >= 2
    twice = [pattern for pattern, count in Counter(asked(topic)).items() if count > 1]
    assert twice == []


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_a_request_can_be_said_in_many_ways(topic: Topic, language: str) -> None:
    for request in topic.requests:
        assert forms(request.ask) >= (8 if language == "en" else 2), request.ask


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_an_answer_refers_only_to_choices_its_request_has(topic: Topic, language: str) -> None:
    """One branch too few or the wrong choice, and an answer would belong to another request."""
    asks = [(request.ask, said) for request in topic.requests for said in referring(request)]
    for ask, answer in asks + [pair for request in topic.requests for pair in request.later]:
        offered = choices(ask)
        for place, branches in references(answer):
            assert place <= len(offered), ask
            assert branches in (None, offered[place - 1]), ask


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_no_two_requests_share_an_answer(topic: Topic, language: str) -> None:
    answers = [said for request in topic.requests for said in request.answers + request.facts]
    assert len(set(answers)) == len(answers)


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_expansions_are_clean_text(topic: Topic, language: str) -> None:
    """No grammar left over, no doubled space, no comma before another mark, Spanish questions opened."""
    rng = random.Random(7)
    for pattern in asked(topic):
        for _ in range(20):
            text = expand(pattern, rng)
            assert text == text.strip()
            assert not re.search(r"  |[,;:，；：] ?[.,;。，]|[?!]\.", text), (pattern, text)
            assert text.count("¿") == (text.count("?") if language == "es" else 0), (pattern, text)
    for request in topic.requests:
        for _ in range(10):
            _, picks = expand_noting(request.ask, rng)
            for said in referring(request):
                text = answered(said, picks, rng)
                assert not re.search(r"<\d+[:>]|  ", text), (said, text)


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_no_bracket_of_a_formula_is_taken_for_a_choice(topic: Topic, language: str) -> None:
    """Code such as a[0] needs {lb} and {rb}; written plainly its brackets would vanish from the text."""
    for pattern in (*asked(topic), *replied(topic)):
        assert not has_choice_of_one(parse(pattern)), pattern


@pytest.mark.parametrize("topic", ENGLISH.values(), ids=ENGLISH)
def test_branches_agree_in_english(topic: Topic) -> None:
    """Articles fit the word drawn after them, and no word or courtesy is said twice."""
    rng = random.Random(3)
    article = r"\ba (?!one)[aeio]|\ban (?!hour|honest)[b-df-hj-np-tv-z]"
    stutter = r"(?i)\b([a-z]{2,}) \1\b|\b(please|thanks)[,.] \2\b"
    for pattern in (*(request.ask for request in topic.requests), *wishes(topic), *later(topic)):
        for _ in range(30):
            text = expand(pattern, rng)
            assert not re.search(article, text), (pattern, text)
            assert not re.search(stutter, text), (pattern, text)


@pytest.mark.parametrize(("topic", "language"), EVERY)
def test_ten_requests_of_a_topic_open_differently(topic: Topic, language: str) -> None:
    """Of ten requests of one topic, on average at most two open with another's words."""
    rng = random.Random(11)
    repeated = 0
    for _ in range(100):
        chosen = [expand(rng.choice(topic.requests).ask, rng) for _ in range(10)]
        repeated += 10 - len({text[:5] if language == "zh" else tuple(text.split()[:4]) for text in chosen})
    assert repeated / 100 < 2


def test_foreign_topics_are_english_ones_with_the_same_area_and_concern() -> None:
    assert set(FOREIGN) == {"es", "fr", "de", "pt", "zh"}
    for topics in FOREIGN.values():
        assert len(topics) == 5
        for topic in topics:
            english = ENGLISH[topic.name]
            assert (topic.area, topic.concern) == (english.area, english.concern)
