"""The measurement of redaction: details are where the sentences say, and recall and precision are counted right."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.errors import UserError
from clio.privacy.redaction import Found
from clio.synthetic.identifiers import card_is_valid, iban_is_valid
from privacy_evals import redacting
from privacy_evals.redacting import (
    LABELLED,
    find_all,
    measure,
    own_checks,
    precision,
    read_labelled,
    recall,
)
from privacy_evals.redaction_items import MAKERS, STYLES, Detail, Sentence, make_sentences

SENTENCES = make_sentences(0, 2)
LINE = {
    "messages": [{"role": "user", "content": "write to ada@byron.org"}],
    "metadata": {"spans": [{"entity_type": "EMAIL_ADDRESS", "start": 9, "end": 22}]},
}


@given(st.integers(0, 10**6))
def test_details_stand_where_the_sentence_says(seed):
    """Cut out by their places they are what was invented, disjoint, in order; no slot is left."""
    for sentence in make_sentences(seed, 1):
        end = 0
        for detail in sentence.details:
            value = sentence.text[detail.start : detail.end]
            assert detail.start >= end
            assert value.strip() == value != ""
            end = detail.end
            if sentence.style != "small letters":
                assert detail.entity != "IBAN" or iban_is_valid(value)
                assert detail.entity != "CREDIT_CARD" or card_is_valid(value)
            assert detail.entity != "EMAIL" or "@" in value
        assert "<" not in sentence.text.replace("</", "")
        assert "{" not in sentence.text or sentence.style == "code"


def test_every_kind_and_style_is_there_and_the_same_seed_makes_the_same():
    assert {sentence.style for sentence in SENTENCES} == {*STYLES, "decoy"}
    assert len({detail.entity for sentence in SENTENCES for detail in sentence.details}) >= 15
    assert make_sentences(0, 2) == SENTENCES
    assert make_sentences(1, 2) != SENTENCES
    used = "".join(template for templates in STYLES.values() for template in templates)
    assert all(f"<{kind}>" in used for kind in MAKERS)


def counted(found):
    sentence = Sentence("abcd efgh ijkl", "chat", (Detail("A", 0, 4), Detail("B", 5, 9)))
    return [(sentence, [Found(*item) for item in found])]


@pytest.mark.parametrize(
    ("found", "whole", "touched", "right"),
    [
        ([], (0, 0), (0.0, 0.0), []),
        ([(0, 4, "X")], (1, 0), (1.0, 0.0), [(1, 1)]),
        ([(0, 3, "X")], (0, 0), (1.0, 0.0), [(1, 1)]),
        ([(0, 2, "X"), (2, 4, "X")], (1, 0), (1.0, 0.0), [(2, 2)]),  # two that together hide it all
        ([(0, 9, "X")], (1, 1), (1.0, 1.0), [(1, 1)]),
        ([(10, 14, "X")], (0, 0), (0.0, 0.0), [(1, 0)]),
        ([(4, 5, "X")], (0, 0), (0.0, 0.0), [(1, 0)]),  # the blank between them
    ],
)
def test_whole_touched_and_right_are_told_apart(found, whole, touched, right):
    table = recall(counted(found), "entity")
    assert tuple(table["found"]) == whole
    assert tuple(table["touched"]) == touched
    assert precision(counted(found)).select("replaced", "right").rows() == right


def test_checks_fail_where_nothing_is_found_or_everything_is_replaced(monkeypatch):
    monkeypatch.setattr(redacting, "find", lambda text: [])
    assert not own_checks(find_all(SENTENCES))[0].passed
    monkeypatch.setattr(redacting, "find", lambda text: [Found(0, len(text), "PERSON")])
    assert not own_checks(find_all(SENTENCES))[2].passed
    monkeypatch.setattr(redacting, "find", lambda text: [Found(n, n + 1, "X") for n in range(len(text))])
    assert [check.passed for check in own_checks(find_all(SENTENCES))] == [True, False, False]


def test_redaction_passes_on_generated_sentences(tmp_path, monkeypatch):
    monkeypatch.delenv(LABELLED, raising=False)
    monkeypatch.setitem(redacting.ROUNDS, "quick", 3)
    section = measure("quick", tmp_path, 7)
    assert [check.name for check in section.checks if not check.passed] == []
    assert any(LABELLED in note for note in section.notes)
    table = section.tables["Recall on generated sentences"]
    assert (table["low"] <= table["recall"]).all()
    assert (table["recall"] <= table["high"]).all()
    assert not list(tmp_path.iterdir())


def test_a_labelled_file_is_measured_too(tmp_path, monkeypatch):
    path = tmp_path / "labelled.jsonl"
    path.write_text("\n".join([json.dumps(LINE)] * 40))
    monkeypatch.setenv(LABELLED, str(path))
    monkeypatch.setitem(redacting.ROUNDS, "quick", 1)
    section = measure("quick", tmp_path, 0)
    table = section.tables["Recall on labelled conversations"]
    assert table.select("entity", "details", "found").rows() == [("EMAIL", 40, 40)]
    assert section.checks[-1].passed


@pytest.mark.parametrize("text", ["{", "{}", '{"messages": [], "metadata": {"spans": []}}'])
def test_a_wrong_labelled_file_is_a_sentence_that_quotes_nothing(tmp_path, text):
    path = tmp_path / "wrong.jsonl"
    path.write_text(json.dumps(LINE) + "\n" + text)
    with pytest.raises(UserError, match="line 2"):
        read_labelled(path)
    with pytest.raises(UserError, match="cannot be read"):
        read_labelled(tmp_path / "absent.jsonl")


def test_the_labelled_conversations_of_the_shared_data(shared_data):
    """Labels that redaction looks for keep their figures; what it leaves on purpose is named as such."""
    results = find_all(read_labelled(shared_data / "pii_synth.jsonl"))
    table = {row["entity"]: row for row in recall(results, "entity").iter_rows(named=True)}
    assert table["EMAIL"]["recall"] == table["CREDIT_CARD"]["recall"] == 1
    assert table["PERSON"]["recall"] > 0.65
    assert "left on purpose: GPE" in table
    made = precision(results)
    assert made["right"].sum() >= 0.97 * made["replaced"].sum()
