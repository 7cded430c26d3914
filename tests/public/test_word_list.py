"""The public word list: a tag can only be one of its lemmas, so nothing that names a person may be on it."""

import hashlib

import pytest
from never_listed import CONDITIONS, NAMES, PLACES

from clio.errors import PublicFileError
from clio.public.build_words import TARGET, build, read_source, violations
from clio.public.words import WORDS_SHA256, load_words, parse_words


def test_the_file_is_what_the_sources_give_and_what_is_pinned() -> None:
    content, broken = build()
    assert broken == []
    assert content == TARGET.read_bytes()
    assert hashlib.sha256(content).hexdigest() == WORDS_SHA256


@pytest.mark.parametrize("never", [NAMES, PLACES, CONDITIONS], ids=["names", "places", "conditions"])
def test_no_name_place_or_condition_is_a_lemma_or_a_form(never: frozenset[str]) -> None:
    words = load_words()
    assert len(never) >= 150
    assert sorted(never & words.lemmas) == []
    assert sorted(never & set(words.by_form)) == []


def test_rows_are_sorted_distinct_and_weighted() -> None:
    words = load_words().words
    keys = [(word.lemma, word.pos) for word in words]
    assert keys == sorted(set(keys))
    assert {word.pos for word in words} == {"verb", "noun", "adj"}
    assert all(0 < word.weight <= 1 and word.lemma in word.forms for word in words)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("went", "go"),
        ("children", "child"),
        ("bought", "buy"),
        ("purchased", "buy"),
        ("cancelled", "cancel"),
        ("canceled", "cancel"),
        ("planning", "plan"),
        ("cities", "city"),
        ("boxes", "box"),
        ("lying", "lie"),
        ("knives", "knife"),
        ("tyres", "tire"),
        ("summarising", "summarize"),
        ("passwords", "password"),
        ("cheaper", "cheap"),
        ("busiest", "busy"),
    ],
)
def test_inflected_and_irregular_forms_lead_to_their_lemma(form: str, lemma: str) -> None:
    assert lemma in {word.lemma for word in load_words().by_form[form]}


def test_an_altered_file_is_refused_in_one_sentence() -> None:
    content = TARGET.read_bytes().replace(b"\npassword\t", b"\npasswort\t", 1)
    with pytest.raises(PublicFileError, match=r"words\.tsv does not match its pinned SHA-256"):
        parse_words(content, WORDS_SHA256)


def test_the_builder_refuses_names_repeats_and_words_without_a_tier() -> None:
    never = frozenset({"bill", "miles"})
    words = list(read_source("noun_test", ["tower", "@2", "bill mile", "@3", "mile"], never))
    broken = "\n".join(violations(words, never))
    assert "'bill' is on a never_ list." in broken
    assert "'tower' stands under no tier." in broken
    assert "'mile' is listed 2 times as noun." in broken
    assert all("miles" not in word.forms for word in words)
