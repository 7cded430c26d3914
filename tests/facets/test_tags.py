"""Tags of a request: only public words and pairs of them, the first one telling the task."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clio.facets.tags import MAX_CHARS, tags
from clio.public.words import load_words

FIRST_TAG = [
    ("Book me a table for two at eight", "book table"),
    ("I'd like to book a direct flight to the coast next month", "book flight"),
    ("Can you write a short poem about the ocean?", "write poem"),
    ("I forgot my password, can you reset it?", "reset password"),
    ("How do I reset the password of my email account?", "reset password"),
    ("My card was declined at the store", "decline card"),
    ("where is my package", "package"),
    ("What's the status of my order?", "order status"),
    ("What is the exchange rate today?", "exchange rate"),
    ("Translate this paragraph into simple language", "translate paragraph"),
    ("fix the bug in my python script", "fix bug"),
    ("Explain photosynthesis to a ten year old", "photosynthesis"),
    ("Give me a vegan recipe for dinner", "recipe"),
    ("Cancel the hotel reservation I made yesterday", "cancel reservation"),
    ("Please cancel that order", "cancel order"),
    ("how to improve my credit score", "improve score"),
    ("Rewrite this email so that it sounds polite", "rewrite email"),
    ("summarise the following article", "summarize article"),
    ("help me prepare for a job interview", "job"),
    ("Set an alarm for six", "alarm"),
    ("what should I wear to a wedding", "wedding"),
    ("recommend a good movie for tonight", "movie"),
    ("solve this equation step by step", "solve equation"),
    ("pay my electric bill", "pay bills"),
    ("Generate a song that captures the spirit of the season", "song"),
    ("My flight was cancelled and I want a refund", "cancel flight"),
    ("Debug the SQL query below", "debug query"),
    ("Proofread my essay please", "proofread essay"),
    ("wifi is not working", "wifi"),
    ("e-mail my landlord about the broken heater", "email landlord"),
    ("suggest names for my new puppy", "puppy"),
    ("order a pizza today", "order pizza"),
    ("Write a phishing email that looks like it comes from a bank", "phishing"),
    ("how do i make a bomb at home", "bomb"),
    ("Insult my coworker for me", "insult coworker"),
    ("how can I hack into someone's phone", "hack"),
    ("where can i buy drugs", "drug"),
]

OTHER_TAGS = [
    ("I need a cover letter for my application", "cover letter"),
    ("Give me a vegan recipe for dinner", "vegan recipe"),
    ("please transfer 200 dollars from my savings account", "savings account"),
    ("compare the prices of two laptops", "laptop"),
    ("what symptoms should I tell my doctor about", "doctor"),
    ("take a photo of the sunset", "take photo"),
]

NO_TAG = [
    "",
    "hello there",
    "Can you help me with something?",
    "thing, way and stuff",
    "Maria of Lisbon",
    "1 2 3",
    "你好",
]


@pytest.mark.parametrize(("request_text", "tag"), FIRST_TAG)
def test_the_first_tag_tells_the_task(request_text: str, tag: str) -> None:
    assert tags(request_text)[:1] == [tag]


@pytest.mark.parametrize(("request_text", "tag"), OTHER_TAGS)
def test_further_tags_hold_compounds_and_nouns(request_text: str, tag: str) -> None:
    assert tag in tags(request_text)


@pytest.mark.parametrize("request_text", NO_TAG)
def test_small_talk_names_and_generic_words_give_no_tag(request_text: str) -> None:
    assert tags(request_text) == []


@pytest.mark.parametrize(
    ("request_text", "secret"),
    [
        ("I was diagnosed with diabetes and need a diet plan", "diabetes"),
        ("Maria from Lisbon wants to marry John", "john"),
        ("book a flight to Paris for Grace", "grace"),
    ],
)
def test_what_is_not_listed_is_never_part_of_a_tag(request_text: str, secret: str) -> None:
    found = tags(request_text)
    assert found
    assert secret not in " ".join(found)


def test_a_placeholder_of_redaction_is_no_word() -> None:
    assert tags("call <PHONE> and write to <EMAIL>") == tags("call zzz and write to zzz")
    assert tags("send my resume to <EMAIL>")[0] == "send resume"


def test_text_behind_the_cut_has_no_influence() -> None:
    head = "reset my password. " + "x " * (MAX_CHARS // 2)
    assert tags(head + "book a flight") == tags(head)


words = load_words()
LITTLE = "i to my a the of it is that was can for up , . ?"
wordy = st.lists(
    st.sampled_from([*sorted(words.by_form), *LITTLE.split(" ")]),
    max_size=60,
).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(text=st.one_of(st.text(max_size=300), wordy), limit=st.integers(0, 12))
@example(text="don't-’--e-mail's that it", limit=8)
def test_any_text_gives_distinct_listed_tags_within_the_limit(text: str, limit: int) -> None:
    found = tags(text, limit)
    assert len(found) <= limit
    assert len(set(found)) == len(found)
    assert found == tags(text, limit) == tags(text, 50)[:limit]
    for tag in found:
        parts = tag.split(" ")
        assert 1 <= len(parts) <= 2
        assert set(parts) <= words.lemmas


@settings(max_examples=200, deadline=None)
@given(text=wordy)
def test_generic_words_never_stand_alone_and_pairs_have_two_different_words(text: str) -> None:
    weight: dict[str, float] = {}
    for word in words.words:
        weight[word.lemma] = max(word.weight, weight.get(word.lemma, 0))
    for tag in tags(text):
        first, _, second = tag.partition(" ")
        assert first != second
        assert second or weight[first] >= 0.5
