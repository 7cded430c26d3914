"""An answer is used only when it is exactly of its schema; nothing odd in it reaches a table, no error quotes it."""

import json
import traceback
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.facets.definitions import Facet
from clio.models import schemas
from clio.models.requests import Malformed

PAIR = schemas.record({"request": schemas.text(50), "concern": schemas.number(1, 5)})
GOOD = {"request": "Bake bread", "concern": 2}


def fault(answer: str, schema=PAIR) -> str:
    with pytest.raises(Malformed) as raised:
        schemas.read(answer, schema)
    return raised.value.fault


@pytest.mark.parametrize(
    "answer",
    [
        json.dumps(GOOD),
        f"```json\n{json.dumps(GOOD, indent=2)}\n```",
        f"Here {{it}} is: {json.dumps(GOOD)} Anything else? {{}}",
        f'\ufeff \n{json.dumps(GOOD)}{{"request": "other", "concern": 1}}',
        '{"concern": 2, "request": " Bake\\n\\u0000\\u200b bread\\u202e "}',
    ],
)
def test_the_first_object_is_found_and_tidied(answer):
    assert schemas.read(answer, PAIR) == GOOD


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I would rather not.",
        '{"request": "x"',
        "[1, 2]",
        '"text"',
        "{" * 100_000,
        '{"a":' * 20_000,
        "[" * 100_000,
        '{"concern": ' + "9" * 10_000 + "}",
    ],
)
def test_text_without_an_object_is_invalid_json(answer):
    assert fault(answer) == "invalid_json"


@pytest.mark.parametrize(
    "change",
    [
        {"concern": 0},
        {"concern": 6},
        {"concern": "3"},
        {"concern": 3.0},
        {"concern": True},
        {"concern": None},
        {"concern": float("nan")},
        {"request": ""},
        {"request": " \u200b\n"},
        {"request": "x" * 51},
        {"request": 1},
        {"request": ["Bake bread"]},
        {"extra": 1},
    ],
)
def test_objects_of_another_schema_are_refused(change):
    assert fault(json.dumps(GOOD | change)) == "schema"


def test_a_missing_property_is_refused():
    assert fault('{"request": "x"}') == "schema"


@pytest.mark.parametrize(
    ("given_code", "code"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-US", "en"),
        ("zh_Hans", "zh"),
        ("pt-BR ", "pt"),
        ("English", "en"),
        ("german", "de"),
        ("Elvish", None),
        ("eng", None),
        ("e", None),
        ("", None),
        ("12", None),
        ("en us", None),
    ],
)
def test_languages_become_iso_639_1_codes(given_code, code):
    schema = schemas.record({"language": schemas.of_facet(Facet("language", "Which?", "category"))})
    answer = json.dumps({"language": given_code})
    if code is None:
        assert fault(answer, schema) == "schema"
    else:
        assert schemas.read(answer, schema) == {"language": code}


def test_own_facets_take_their_values_only():
    mood = schemas.of_facet(Facet("mood", "How?", "category", values=("calm", "angry")))
    size = schemas.of_facet(Facet("size", "How big?", "scale", bounds=(-10, 90)))
    schema = schemas.record({"mood": mood, "size": size})
    assert schemas.read('{"mood": "calm", "size": -10}', schema) == {"mood": "calm", "size": -10}
    assert fault('{"mood": "glad", "size": 1}', schema) == "schema"
    assert fault('{"mood": "calm", "size": 91}', schema) == "schema"


def test_names_are_distinct_short_and_about_as_many_as_wanted():
    schema = schemas.names(4)
    assert schemas.read('{"names": ["Bake", "bake", "Roast  meat"]}', schema) == {
        "names": ["Bake", "Roast meat"]
    }
    assert fault('{"names": ["Bake", "bake", "BAKE"]}', schema) == "schema"
    assert fault(json.dumps({"names": [f"n{row}" for row in range(7)]}), schema) == "schema"
    assert fault(
        json.dumps({"names": ["Bake", "one two three four five six seven eight nine ten eleven"]}), schema
    )
    assert fault('{"names": "Bake"}', schema) == "schema"


@pytest.mark.parametrize(("wanted", "least", "most"), [(1, 1, 2), (2, 1, 3), (10, 5, 15), (7, 3, 11)])
def test_half_as_many_to_half_as_many_again(wanted, least, most):
    assert schemas.bounds(wanted) == (least, most)


def objects_in(schema):
    if schema.get("type") == "object":
        yield schema
        for part in schema["properties"].values():
            yield from objects_in(part)
    if "items" in schema:
        yield from objects_in(schema["items"])


def test_servers_get_only_what_they_enforce_and_closed_objects():
    facet = Facet("size", "How big?", "scale", bounds=(0, 100))
    for schema in (
        PAIR,
        schemas.names(5),
        schemas.record({"size": schemas.of_facet(facet), **schemas.GROUP_TEXTS}),
    ):
        sent = schemas.enforceable(schema)
        assert all(part["additionalProperties"] is False for part in objects_in(sent))
        assert all(part["required"] == list(part["properties"]) for part in objects_in(sent))
        unenforced = (
            "minimum",
            "maxLength",
            "minItems",
            "pattern",
            "format",
            "maximum",
            "minLength",
            "maxItems",
        )
        assert not any(f'"{word}"' in json.dumps(sent) for word in unenforced)
    assert schemas.enforceable(PAIR)["properties"]["concern"]["enum"] == [1, 2, 3, 4, 5]


@given(st.text(max_size=60) | st.recursive(st.text() | st.integers() | st.none(), st.lists).map(json.dumps))
def test_nothing_but_malformed_is_raised_and_it_never_quotes(answer):
    secret = "zq-SECRET-zq"
    for text in (json.dumps({"request": secret, "concern": answer}), secret + answer):
        with pytest.raises(Malformed) as raised:
            schemas.read(text, PAIR)
        assert str(raised.value) in {"invalid_json", "schema"}
        assert secret not in "".join(traceback.format_exception(raised.value))
        assert raised.value.__context__ is None


@given(st.text(st.characters(categories=None), max_size=40))
def test_text_of_an_answer_can_be_stored_and_is_one_line(text):
    schema = schemas.record({"request": schemas.text(1000)})
    value = schemas.read(json.dumps({"request": f"Bake {text}"}), schema)["request"]
    assert value == " ".join(value.split())
    assert not {unicodedata.category(character) for character in value} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
