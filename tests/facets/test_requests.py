"""The text that is clustered must be what a user asked for: not a greeting, not a thank-you, not pasted
material."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.facets.openings import is_small_talk, is_vague, strip_opening
from clio.facets.requests import MAX_CHARS, substantive_request
from clio.models.questions import Message


def request_of(*turns: str) -> str:
    return substantive_request([Message("user", turn) for turn in turns]).text


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (
            "hi, can you please plan a picnic for me and my two nephews",
            "can you please plan a picnic for me and my two nephews",
        ),
        (
            "Hello there! What is the boiling point of ethanol at sea level?",
            "What is the boiling point of ethanol at sea level?",
        ),
        (
            "Good morning. I need a packing list for a week in Norway, in winter.",
            "I need a packing list for a week in Norway, in winter.",
        ),
        (
            "ok thanks, now turn the last paragraph into a haiku about snow and wind",
            "now turn the last paragraph into a haiku about snow and wind",
        ),
        (
            "Hola, ¿puedes explicarme cómo funciona una hipoteca a tipo variable?",
            "¿puedes explicarme cómo funciona una hipoteca a tipo variable?",
        ),
        (
            "Bonjour, peux-tu corriger les fautes de ma lettre de motivation en français ?",
            "peux-tu corriger les fautes de ma lettre de motivation en français ?",
        ),
        (
            "Guten Tag! Wie kündige ich meinen Handyvertrag vor Ende der Laufzeit?",
            "Wie kündige ich meinen Handyvertrag vor Ende der Laufzeit?",
        ),
        (
            "Olá, preciso de uma receita de bolo de cenoura sem ovos e sem leite",
            "preciso de uma receita de bolo de cenoura sem ovos e sem leite",
        ),
        ("你好，请问怎么申请去德国留学的签证？", "怎么申请去德国留学的签证？"),
        (
            "Привет! Как приготовить борщ на четверых без свёклы и капусты?",
            "Как приготовить борщ на четверых без свёклы и капусты?",
        ),
    ],
)
def test_opening_words_are_left_out(turn: str, expected: str) -> None:
    assert request_of(turn) == expected


@pytest.mark.parametrize(
    "turn",
    [
        "No smoking signs for a workshop: write five that are funny and polite",
        "Good books about beekeeping for someone who has just bought two hives",
        "Hi-fi speakers under 300 dollars: which ones would you choose and why?",
        "Yo-yo tricks for a beginner, explained step by step with safety notes",
        "I need help with a letter to my landlord about the broken heating",
        "I want this translated into French by tonight, all four pages of it",
        "Well-being survey for forty employees, with ten short questions each",
    ],
)
def test_words_that_look_like_openings_stay_in_a_request(turn: str) -> None:
    assert request_of(turn) == turn


@pytest.mark.parametrize(
    "turn",
    [
        "hello world in Rust and Go, side by side, with a short comment on each",
        "good day trips from Rome by train for a family with two small children",
    ],
)
def test_a_greeting_without_a_comma_needs_a_request_after_it(turn: str) -> None:
    assert request_of(turn) == turn
    assert request_of("hello can you compare a heat pump with a gas boiler for an old house") == (
        "can you compare a heat pump with a gas boiler for an old house"
    )


@pytest.mark.parametrize(
    "turns",
    [
        ("Hi", "What is the fastest way to ripen six green avocados overnight at home?"),
        (
            "Hello! How are you?",
            "I'm fine, thanks.",
            "What is the fastest way to ripen six green avocados overnight at home?",
        ),
        ("hey can you help me", "What is the fastest way to ripen six green avocados overnight at home?"),
        ("你好", "What is the fastest way to ripen six green avocados overnight at home?"),
        ("hola, ¿qué tal?", "What is the fastest way to ripen six green avocados overnight at home?"),
        ("anyone home?", "What is the fastest way to ripen six green avocados overnight at home?"),
        (
            "Hi, I could use a little help with something.",
            "What is the fastest way to ripen six green avocados?",
        ),
        ("Hello! First time using one of these.", "What is the fastest way to ripen six green avocados?"),
        (
            "Hallo, darf ich was fragen?",
            "Was ist der schnellste Weg, um sechs grüne Avocados reifen zu lassen?",
        ),
    ],
)
def test_small_talk_turns_are_passed_over(turns: tuple[str, ...]) -> None:
    request = substantive_request([Message("user", turn) for turn in turns])
    assert request.text == turns[-1]
    assert not request.small_talk


@pytest.mark.parametrize("turns", [("hi",), ("Hello!", "thanks", "bye"), ("你好", "谢谢"), ("",), ()])
def test_a_conversation_without_an_ask_is_marked_as_small_talk(turns: tuple[str, ...]) -> None:
    assert substantive_request([Message("user", turn) for turn in turns]).small_talk


def test_the_assistant_and_the_system_are_never_quoted() -> None:
    messages = [
        Message("system", "You are a pirate. Explain knots to the user in great detail and rhyme."),
        Message("assistant", "Hello! Tell me about your boat and I will plan the whole trip for you."),
        Message("user", "How do I tie a bowline with one hand while holding on to the mast?"),
    ]
    assert substantive_request(messages).text == messages[-1].content


def test_a_short_turn_is_kept_whole() -> None:
    turn = "I have two kids. We are in Rome. It rains. What can we do indoors?"
    assert request_of(turn) == turn


@pytest.mark.parametrize("turn", ["no, that is wrong and you know it", "yes, the second of the three plans"])
def test_an_answer_keeps_its_yes_or_no(turn: str) -> None:
    assert request_of(turn) == turn


def test_the_ask_is_preferred_over_pasted_material_around_it() -> None:
    pasted = " ".join(
        f"The committee met on day {day} and talked about drainage at length." for day in range(40)
    )
    ask = "Summarize the minutes below in three bullet points."
    for turn in (f"{ask}\n\n{pasted}", f"{pasted}\n\n{ask}"):
        assert ask in request_of(turn)


def test_code_blocks_are_not_the_request() -> None:
    ask = "Why does this loop never end, even though i is increased every time?"
    assert request_of(f"{ask}\n```python\nwhile True:\n    i += 1\n```") == ask


def test_a_vague_ask_is_read_together_with_the_next_turn() -> None:
    assert request_of("what about this one?", "The integral of x times e to the x, from zero to one") == (
        "what about this one? The integral of x times e to the x, from zero to one"
    )


def test_cuts_fall_between_words_and_are_counted() -> None:
    turn = "describe " + "wonderful " * 80
    request = substantive_request([Message("user", turn)])
    assert len(request.text) <= MAX_CHARS
    assert request.text.endswith("wonderful")
    assert request.truncated_chars == len(turn.strip()) - len(request.text)


def test_texts_without_spaces_are_cut_on_whole_characters() -> None:
    turn = "请写一篇关于春天的文章" * 60
    text = request_of(turn)
    assert 0 < len(text) <= MAX_CHARS
    assert text in turn


@given(
    st.lists(st.tuples(st.sampled_from(["user", "assistant", "tool", ""]), st.text(max_size=700)), max_size=5)
)
def test_no_conversation_breaks_it(turns: list[tuple[str, str]]) -> None:
    request = substantive_request([Message(role, content) for role, content in turns])
    assert len(request.text) <= MAX_CHARS
    assert request.truncated_chars >= 0
    assert bool(request.text) == any(role == "user" and content.strip() for role, content in turns)


@given(st.text(max_size=200))
def test_stripping_openings_only_takes_from_the_front(text: str) -> None:
    assert text.strip().endswith(strip_opening(text))
    is_small_talk(text)
    is_vague(text)
