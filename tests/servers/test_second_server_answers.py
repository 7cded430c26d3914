"""Typed questions answered by a server that others wrote: every form of answer, and every way not to answer."""

import sqlite3
import time

import pytest

from clio.errors import RunFailed
from clio.facets.definitions import BUILT_IN
from clio.models.claude import ClaudeProvider
from clio.models.questions import (
    Assign,
    Audit,
    Deduplicate,
    Extract,
    Extracted,
    Group,
    Message,
    Name,
    Propose,
    Rename,
    Screen,
)
from clio.settings import LlmSettings
from tests.servers.fixture_answers import FORMS, USAGE, fixture, script

pytestmark = pytest.mark.servers

SAID = {
    "request": "The user wanted a recipe for a sourdough bread.",
    "task": "explain a recipe",
    "language": "en",
    "concern": 1,
}
BREAD, CAKES, BAKING = Group("Bread", "Loaves."), Group("Cakes", "Sweet."), Group("Baking", "It was baked.")
QUESTIONS = {
    "extract": Extract("c", (Message("user", "How do I bake a sourdough bread?"),)),
    "screen": Screen((Message("user", "How do I bake a sourdough bread?"),), "Is this about food?"),
    "name": Name("baking bread", ("bake bread", "sourdough")),
    "propose": Propose((BREAD, CAKES), 2),
    "deduplicate": Deduplicate((Group("Baking", ""), Group("Baking things", "")), 1),
    "assign": Assign(BREAD, (CAKES, BAKING)),
    "rename": Rename((BREAD, CAKES), BAKING),
    "audit": Audit("Bread", "People baked bread."),
}
TEXTS = {
    "extract": SAID,
    "screen": {"answer": True},
    "name": {"description": "People baked bread.", "name": "Bake bread at home"},
    "propose": {"names": ["Baking", "Cooking"]},
    "deduplicate": {"names": ["Baking"]},
    "assign": {"number": 2},
    "rename": {"description": "People baked.", "name": "Baking at home"},
    "audit": {"score": 4},
}


def asking(server, folder, **llm) -> ClaudeProvider:
    settings = {"base_url": server.base_url, "max_in_flight": 8, "timeout_seconds": 20} | llm
    return ClaudeProvider(LlmSettings(provider="claude", **settings), BUILT_IN, folder)


def conversation(number: int) -> Extract:
    return Extract(f"c{number}", (Message("user", f"Please explain recipe number {number} to me."),))


def rows(folder) -> list[tuple]:
    with sqlite3.connect(folder / "ledger.sqlite") as ledger:
        return ledger.execute("SELECT kind, outcome, code, attempts FROM answers ORDER BY kind").fetchall()


@pytest.mark.parametrize("form", FORMS)
def test_every_kind_of_question_is_answered_in_every_form(second_server, wire, folder, form):
    second_server.says(script([fixture(kind, text, form) for kind, text in TEXTS.items()], form))
    answers = list(asking(second_server, folder).answer(QUESTIONS.values()))
    assert [answer.status for answer in answers] == ["ok"] * len(QUESTIONS)
    extracted = answers[0].value
    assert isinstance(extracted, Extracted)
    assert (extracted.request, extracted.task, extracted.language, extracted.concern) == tuple(SAID.values())
    assert [answer.value for answer in answers[1:]] == [
        True,
        Group("Bake bread at home", "People baked bread."),
        (Group("Baking", ""), Group("Cooking", "")),
        (Group("Baking", ""),),
        1,
        Group("Baking at home", "People baked."),
        4,
    ]
    each = {"repaired": 2}.get(form, 1)
    assert [(answer.usage.input_tokens, answer.usage.output_tokens) for answer in answers] == [
        (each * USAGE["input_tokens"], each * USAGE["output_tokens"])
    ] * len(QUESTIONS)
    answered = wire.asked(200)
    assert len(answered) == each * len(QUESTIONS)
    assert all(("output_config" in body) is (form != "rejecting") for body in answered)
    assert all("output_config" in body for body in wire.asked(400))
    assert len(wire.asked(400)) == (len(QUESTIONS) if form == "rejecting" else 0)


def test_after_a_rejection_structured_outputs_are_not_asked_for_again(second_server, wire, folder):
    second_server.says(script([fixture("extract", SAID, "rejecting")], "rejecting"))
    answers = list(asking(second_server, folder, max_in_flight=4).answer(map(conversation, range(40))))
    assert {answer.status for answer in answers} == {"ok"}
    assert len(wire.asked(200)) == 40
    assert 1 <= len(wire.asked(400)) <= 4  # those in flight before the first was rejected


def test_an_answer_of_no_use_is_asked_for_twice_and_no_more(second_server, wire, folder):
    second_server.says([fixture("extract", SAID | {"concern": 9}), fixture("audit", "no object")])
    answers = list(asking(second_server, folder).answer([QUESTIONS["extract"], QUESTIONS["audit"]]))
    assert [(answer.status, answer.code) for answer in answers] == [("failed", "malformed")] * 2
    assert rows(folder) == [("audit", "malformed", "invalid_json", 2), ("extract", "malformed", "schema", 2)]
    assert len(wire.asked()) == 4


def test_a_refusal_is_an_outcome(second_server, wire, folder):
    second_server.says([fixture("extract", SAID, finishReason="refusal")])
    answers = list(asking(second_server, folder).answer([QUESTIONS["extract"]]))
    assert [(answer.status, answer.code) for answer in answers] == [("refused", "refusal")]
    assert len(wire.asked()) == 1


def test_an_answer_cut_short_gets_twice_the_room_once(second_server, wire, folder):
    cut = fixture("extract", SAID, holding="number 1 ", finishReason="length")
    first = fixture("extract", SAID, holding="number 2 ", finishReason="length")
    first["match"]["sequenceIndex"] = 0
    second_server.says([cut, first, fixture("extract", SAID, holding="number 2 ")])
    answers = list(asking(second_server, folder).answer(map(conversation, (1, 2))))
    assert [(answer.status, answer.code) for answer in answers] == [("failed", "max_tokens"), ("ok", None)]
    room: dict[str, list[int]] = {}
    for body in wire.asked():
        room.setdefault(body["messages"][0]["content"], []).append(body["max_tokens"])
    assert all(len(asked) == 2 and asked[1] == 2 * asked[0] for asked in room.values())


@pytest.mark.parametrize(
    ("trouble", "code"),
    [("dropRate", 500), ("rateLimitRate", 429), ("malformedRate", 200), ("disconnectRate", 0)],
)
def test_troubles_of_the_server_lose_no_answer(second_server, folder, trouble, code):
    """Its own simulation of errors, drawn at random: so rare that no call meets nothing else (.25^9 each), and in so
    many calls that some do. Its 429 asks to wait a second.
    """
    second_server.says([fixture("extract", SAID)])
    second_server.troubles(**{trouble: 0.25})
    answers = list(asking(second_server, folder).answer(map(conversation, range(32))))
    statuses = second_server.statuses()
    second_server.troubles()
    assert {answer.status for answer in answers} == {"ok"}
    assert statuses.count(code) > (32 if code == 200 else 0)
    assert len(statuses) > 32
    assert sum(attempts for *_, attempts in rows(folder)) == len(statuses)


def test_a_server_that_stays_broken_is_an_outcome_that_the_next_run_asks_again(second_server, folder):
    second_server.says([fixture("extract", SAID)])
    second_server.troubles(dropRate=1.0)
    failed = list(asking(second_server, folder, max_retries=1).answer([QUESTIONS["extract"]]))
    assert [(answer.status, answer.code) for answer in failed] == [("failed", "unavailable")]
    assert rows(folder) == [("extract", "unavailable", "http_500", 2)]
    second_server.troubles()
    assert [answer.status for answer in asking(second_server, folder).answer([QUESTIONS["extract"]])] == [
        "ok"
    ]


def test_a_call_that_hangs_ends_with_the_timeout(second_server, folder):
    second_server.says([fixture("extract", SAID)])
    second_server.troubles(latencyMs=20_000)
    start = time.monotonic()
    answers = list(
        asking(second_server, folder, timeout_seconds=0.5, max_retries=1).answer([QUESTIONS["extract"]])
    )
    took = time.monotonic() - start
    second_server.troubles()
    assert [(answer.status, answer.code) for answer in answers] == [("failed", "unavailable")]
    assert rows(folder) == [("extract", "unavailable", "timeout", 2)]
    assert took < 8


def test_headers_of_the_settings_reach_the_server(second_server, folder):
    """The fixture answers only requests of this context, which a header names."""
    known = fixture("extract", SAID)
    known["match"]["context"] = "of-clio"
    second_server.says([known])
    headers = {"X-AIMock-Context": "of-clio", "X-Team": "insights"}
    answers = list(asking(second_server, folder, headers=headers).answer([QUESTIONS["extract"]]))
    assert [answer.status for answer in answers] == ["ok"]
    assert second_server.journal()[0]["headers"]["x-team"] == "insights"
    with pytest.raises(RunFailed, match="404"):  # without the header it knows nothing
        list(asking(second_server, folder).answer([QUESTIONS["audit"]]))


@pytest.mark.parametrize("name", ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"])
def test_the_key_is_that_of_the_environment(second_server, folder, monkeypatch, own_key, name):
    second_server.says([fixture("extract", SAID)])
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    with pytest.raises(RunFailed, match=r"refused the API key \(401\): set ANTHROPIC_API_KEY"):
        list(asking(second_server, folder).answer([QUESTIONS["extract"]]))
    monkeypatch.setenv(name, "sk-ant-wrong")
    with pytest.raises(RunFailed) as wrong:
        list(asking(second_server, folder).answer([QUESTIONS["extract"]]))
    assert "sk-ant" not in str(wrong.value)
    monkeypatch.setenv(name, own_key)
    assert [answer.status for answer in asking(second_server, folder).answer([QUESTIONS["extract"]])] == [
        "ok"
    ]
