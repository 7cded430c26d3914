"""Batch mode: every item is submitted once, ends in the right row, and its tokens are counted once."""

import asyncio
import time

import pytest

from clio.errors import RunFailed, SpendStopped
from clio.models.amending import unstructured
from clio.models.batch_source import BatchLimits
from clio.models.health import Health
from clio.models.ledger import Entry, Ledger
from clio.models.spending import Spending
from tests.models.batching import (
    LIMITS,
    agree,
    batches_at,
    entries,
    fill_in_batches,
    filling_batches,
    forget_batches,
    submit,
    submit_elsewhere,
    wanted,
)
from tests.models.filling import asked


@pytest.fixture
def server(server):
    """Without the batches of earlier tests."""
    forget_batches(server)
    return server


@pytest.fixture
def ledger(tmp_path):
    opened = Ledger(tmp_path / "ledger.sqlite")
    yield opened
    opened.close()


def asked_once(server, count: int) -> bool:
    """Whether the server was asked `count` contents, each once."""
    return list(server.contents()["asked"].values()) == [1] * count


# marker, the faults its items meet in turn: outcome, code, attempts
CASES = {
    "sound": ([], ("ok", None, 1)),
    "thought over": (["thinking"], ("ok", None, 1)),
    "refused": (["refusal"], ("refused", "refusal", 1)),
    "wrong JSON once": (["wrong_json"], ("ok", None, 2)),
    "wrong JSON always": (["wrong_json"] * 9, ("malformed", "invalid_json", 2)),
    "off schema always": (["schema"] * 9, ("malformed", "schema", 2)),
    "cut short once": (["max_tokens"], ("ok", None, 2)),
    "cut short always": (["max_tokens"] * 9, ("max_tokens", "stop_max_tokens", 2)),
    "cut short, then off schema": (["max_tokens", "schema"], ("ok", None, 3)),
    "errored once": (["errored"], ("ok", None, 2)),
    "errored always": (["errored"] * 9, ("unavailable", "http_500", 3)),
    "overloaded once": (["529"], ("ok", None, 2)),
    "expired twice": (["expired"] * 2, ("ok", None, 3)),
    "expired always": (["expired"] * 9, ("unavailable", "expired", 3)),
    "cancelled once": (["canceled"], ("ok", None, 2)),
    "cancelled always": (["canceled"] * 9, ("unavailable", "canceled", 3)),
    "too long": (["too_long"], ("rejected", "http_400", 1)),
    "off schema, expired, sound": (["schema", "expired"], ("ok", None, 3)),
    "off schema, expired, off schema": (["schema", "expired", "schema"], ("malformed", "schema", 3)),
    "unreadable once": (["unreadable"], ("ok", None, 2)),
}  # fmt: skip


def test_each_fault_ends_in_its_row_and_every_token_is_counted_once(server, tmp_path):
    rules = [{"contains": f"matter: {name}.", "faults": faults} for name, (faults, _) in CASES.items()]
    server.options(rules=rules)
    requests = {name: asked(name) for name in CASES}
    health = Health()
    rows = fill_in_batches(server, requests.values(), tmp_path, limits=BatchLimits(items=50), health=health)
    found = {
        name: (rows[request.key].outcome, rows[request.key].code, rows[request.key].attempts)
        for name, request in requests.items()
    }
    assert found == {name: expected for name, (_, expected) in CASES.items()}
    assert all((row.text is not None) == (row.outcome == "ok") for row in rows.values())
    assert {row.mode for row in rows.values()} == {"batch"}
    assert sum(health.outcomes.values()) == len(CASES)
    assert health.failures["unreadable"] > 0


def test_batches_keep_to_the_limits_of_items_and_bytes(server, tmp_path):
    requests = wanted(25)
    fill_in_batches(server, requests, tmp_path)
    assert sorted(batch["items"] for batch in batches_at(server)) == [5, 10, 10]
    assert asked_once(server, 25)
    assert agree(server, tmp_path)


def test_no_body_is_larger_than_the_limit(server, tmp_path):
    size = 12_000
    server.options(batch_bytes=size)
    rows = fill_in_batches(server, wanted(9), tmp_path, limits=BatchLimits(items=9, bytes=size))
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert server.counters()["statuses"].get("413", 0) == 0
    assert max(batch["items"] for batch in batches_at(server)) > 1


def test_a_server_that_takes_less_gets_smaller_batches(server, tmp_path):
    server.options(batch_bytes=12_000)
    rows = fill_in_batches(server, wanted(9), tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert asked_once(server, 9)


def test_the_source_is_pulled_no_further_than_the_batches_in_progress(server, tmp_path, ledger):
    server.options(batch_delay=0.3)
    pulled = []

    def source():
        for request in wanted(3_000):
            pulled.append(request.key)
            yield request

    limits = BatchLimits(items=300, in_progress=2)
    seen = []

    async def main():
        filling = asyncio.create_task(filling_batches(server.base_url, source(), ledger, limits=limits))
        while not filling.done():
            seen.append((len(pulled), len(entries_of_all(ledger))))
            await asyncio.sleep(0.05)
        await filling

    asyncio.run(main())
    # Two batches at the server, and one chunk of a thousand that was pulled together.
    assert max(ahead - answered for ahead, answered in seen) <= 2 * 300 + 1_000 + 300
    assert len(entries_of_all(ledger)) == 3_000


def entries_of_all(ledger: Ledger) -> list[str]:
    return ["x"] * int(ledger.usage()["calls"].sum())


def test_a_submission_without_an_answer_is_found_again_and_not_repeated(server, tmp_path):
    server.options(batch_script={"create": ["taken_drop", "taken_500", "drop", "500"]})
    rows = fill_in_batches(server, wanted(35), tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert asked_once(server, 35)
    assert agree(server, tmp_path)


def test_a_submission_is_sent_in_one_attempt(server, tmp_path):
    server.options(batch_script={"create": ["taken_500"]})
    fill_in_batches(server, wanted(5), tmp_path, max_retries=4)
    assert [batch["items"] for batch in batches_at(server)] == [5]


def test_foreign_batches_of_the_same_size_are_told_apart_by_their_items(server, tmp_path, ledger):
    server.options(batch_delay=0.2)
    requests = wanted(10)
    ledger.intend([request.key for request in requests])
    submit_elsewhere(server, [f"{index:064x}" for index in range(10)])
    submit(server, requests)
    submit_elsewhere(server, [f"{index:064x}" for index in range(20, 30)])
    rows = fill_in_batches(server, requests, tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert {row.attempts for row in rows.values()} == {1}
    assert len(batches_at(server)) == 3


def test_a_candidate_in_progress_is_waited_for_beyond_the_grace_period(server, tmp_path):
    server.options(batch_script={"create": ["taken_drop"]}, batch_delay=1.5)
    rows = fill_in_batches(server, wanted(10), tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert len(batches_at(server)) == 1


def test_what_the_server_never_took_is_asked_again_only_after_the_grace_period(server, tmp_path):
    server.options(batch_script={"create": ["drop"]})
    begun = time.time()
    fill_in_batches(server, wanted(10), tmp_path)
    (batch,) = batches_at(server)
    assert batch["created"] - begun >= LIMITS.grace_seconds
    assert asked_once(server, 10)


def test_a_batch_that_the_server_has_forgotten_is_asked_again(server, tmp_path, ledger):
    requests = wanted(10)
    number = ledger.intend([request.key for request in requests])
    ledger.submitted(number, "msgbatch_unknown")
    rows = fill_in_batches(server, requests, tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert ledger.open_intents() == []


def test_the_listing_is_read_to_its_end(server, tmp_path, ledger):
    """The right batch is the oldest of more than a page of batches of the same size."""
    requests = wanted(2)
    ledger.intend([request.key for request in requests])
    submit(server, requests)
    for index in range(110):
        submit_elsewhere(server, [f"{2 * index:064x}", f"{2 * index + 1:064x}"])
    rows = fill_in_batches(server, requests, tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert len(batches_at(server)) == 111


def test_a_batch_that_another_intent_has_claimed_is_no_candidate(server, tmp_path, ledger):
    """Two batches of the same keys, of which the newer, that expired, was read to its end."""
    requests = wanted(10)
    server.options(rules=[{"contains": "matter: number", "faults": [None, "expired"]}])
    submit(server, requests)
    first = ledger.intend([request.key for request in requests])
    ledger.submitted(first, submit(server, requests))
    ledger.close_intent(first)
    ledger.intend([request.key for request in requests])
    rows = fill_in_batches(server, requests, tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert {row.attempts for row in rows.values()} == {1}
    assert len(batches_at(server)) == 2


def test_two_nameless_intents_of_the_same_size_each_find_their_own_batch(server, tmp_path, ledger):
    requests = wanted(20)
    for part in (requests[:10], requests[10:]):
        ledger.intend([request.key for request in part])
    for part in (requests[10:], requests[:10]):
        submit(server, part)
    rows = fill_in_batches(server, requests, tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert asked_once(server, 20)
    assert agree(server, tmp_path)


@pytest.mark.parametrize(
    ("earlier", "fault", "expected"),
    [
        ("schema", "schema", ("malformed", "schema", 2)),
        ("stop_max_tokens", "max_tokens", ("max_tokens", "stop_max_tokens", 2)),
        ("stop_max_tokens", "schema", ("malformed", "schema", 3)),
        ("stop_max_tokens+schema", "schema", ("malformed", "schema", 2)),
        ("expired", "schema", ("malformed", "schema", 3)),
    ],
)
def test_a_killed_run_does_not_forget_that_an_item_was_repaired(
    server, tmp_path, ledger, earlier, fault, expected
):
    (request,) = wanted(1)
    pending = Entry(request.key, "extract", "claude-haiku-5-5", "pending", code=earlier, mode="batch")
    ledger.commit([pending])
    server.options(rules=[{"contains": "matter: number", "faults": [fault] * 9}])
    row = fill_in_batches(server, [request], tmp_path)[request.key]
    assert (row.outcome, row.code, row.attempts) == expected


def test_a_pending_item_is_paid_for_and_no_failure(ledger):
    spending = Spending(ledger.usage(), {}, None, 0.05)
    spending.watch(
        [
            Entry(
                "k", "extract", "claude-haiku-5-5", "pending", code="schema", input_tokens=10**6, mode="batch"
            )
        ]
    )
    spending.watch([Entry("l", "extract", "claude-haiku-5-5", "rejected", mode="batch")])
    assert spending.failed_share == 1
    assert spending.dollars == pytest.approx(0.05)


def test_faults_of_every_endpoint_are_waited_out(server, tmp_path):
    server.options(
        batch_script={
            "create": ["429", None, "429"],
            "list": ["500", "429", "drop"],
            "retrieve": ["500", "drop", "429", "503"],
            "results": ["cut", "500", "cut_clean", "drop", "cut"],
        }
    )
    health = Health()
    rows = fill_in_batches(server, wanted(40), tmp_path, health=health)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert asked_once(server, 40)
    assert agree(server, tmp_path)


@pytest.mark.parametrize("cut", ["cut", "cut_clean", "cut_lines"])
def test_results_that_end_early_are_read_again_and_nothing_is_asked_again(server, tmp_path, cut):
    server.options(batch_script={"results": [cut] * 5})
    rows = fill_in_batches(server, wanted(10), tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert asked_once(server, 10)
    assert agree(server, tmp_path)


def test_after_a_kill_an_answer_cut_short_is_asked_for_with_more_room(server, tmp_path, ledger):
    (request,) = wanted(1)
    ledger.commit([Entry(request.key, "extract", "claude-haiku-5-5", "pending", code="stop_max_tokens")])
    server.options(keep_bodies=1)
    fill_in_batches(server, [request], tmp_path)
    assert server.bodies()[-1]["max_tokens"] == 2 * request.body["max_tokens"]


def test_an_unreadable_line_is_counted_and_its_key_asked_again(server, tmp_path):
    server.options(rules=[{"contains": "number 3.", "faults": ["unreadable"]}])
    health = Health()
    rows = fill_in_batches(server, wanted(10), tmp_path, health=health)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert health.failures["unreadable"] >= 1
    assert sorted(server.contents()["asked"].values()) == [1] * 9 + [2]


def test_a_server_without_structured_outputs_is_asked_without_them(server, tmp_path):
    server.options(structured=False)
    rows = fill_in_batches(server, wanted(5), tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    server.options(structured=True)


def test_what_a_server_rejects_is_remembered_by_every_later_run_of_the_folder(server, tmp_path):
    server.options(structured=False, keep_bodies=100)
    fill_in_batches(server, wanted(3), tmp_path)
    rows = fill_in_batches(server, wanted(8, "later"), tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert {row.attempts for row in rows.values()} == {1}
    assert sum("output_config" in body for body in server.bodies()) == 3


def test_an_item_of_an_earlier_run_is_judged_in_whichever_form_it_was_submitted(server, tmp_path, ledger):
    """A run that is killed leaves two batches: one from before it knew that the server rejects the form, one after."""
    server.options(structured=False)
    fill_in_batches(server, wanted(1), tmp_path)
    before, after = wanted(3, "before"), wanted(3, "after")
    for requests in (before, [unstructured(request) for request in after]):
        number = ledger.intend([request.key for request in requests])
        ledger.submitted(number, submit(server, requests))
    server.options(keep_bodies=100)
    rows = fill_in_batches(server, [*before, *after], tmp_path)
    assert [rows[request.key].outcome for request in (*before, *after)] == ["ok"] * 6
    assert [rows[request.key].attempts for request in (*before, *after)] == [2] * 3 + [1] * 3
    fill_in_batches(server, wanted(3, "later"), tmp_path)
    assert not any("output_config" in body for body in server.bodies())


@pytest.mark.parametrize(
    ("fault", "word"), [("credit", "credit"), ("401", "API key"), ("403", "let this API key")]
)
@pytest.mark.parametrize("where", ["create", "items"])
def test_what_every_call_would_meet_ends_the_run_and_rejects_nothing(server, tmp_path, fault, word, where):
    requests = wanted(10)
    if where == "create":
        server.options(batch_script={"create": [fault]})
    else:
        server.options(rules=[{"contains": "matter: number", "faults": [fault]}])
    with pytest.raises(RunFailed, match=word):
        fill_in_batches(server, requests, tmp_path)
    server.options(rules=[], batch_script={})
    rows = fill_in_batches(server, requests, tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert agree(server, tmp_path)


def test_a_server_without_batches_is_named_as_such(server, tmp_path):
    server.options(batch_script={"create": ["404"]})
    with pytest.raises(RunFailed, match="--mode live"):
        fill_in_batches(server, wanted(3), tmp_path)


def test_when_the_dollars_are_spent_what_was_submitted_is_still_read(server, tmp_path):
    server.options(batch_delay=0.2)
    answers = iter([True, True, False])
    requests = wanted(50)
    with pytest.raises(SpendStopped):
        fill_in_batches(server, requests, tmp_path, may_spend=lambda: next(answers))
    assert sum(batch["items"] for batch in batches_at(server)) == 20
    ledger = Ledger(tmp_path / "ledger.sqlite")
    assert {row.outcome for row in entries(ledger, requests).values()} == {"ok"}
    assert len(entries(ledger, requests)) == 20
    assert ledger.open_intents() == []
    rows = fill_in_batches(server, requests, tmp_path)
    assert len(rows) == 50
    assert asked_once(server, 50)
    assert agree(server, tmp_path)


def test_a_run_without_dollars_reads_what_an_earlier_one_submitted(server, tmp_path, ledger):
    """Even where the source comes to those requests last."""
    requests = wanted(1_200)
    number = ledger.intend([request.key for request in requests[-10:]])
    ledger.submitted(number, submit(server, requests[-10:]))
    with pytest.raises(SpendStopped):
        fill_in_batches(server, requests, tmp_path, may_spend=lambda: False)
    assert len(entries(ledger, requests)) == 10
    assert ledger.open_intents() == []


def test_two_runs_at_once_submit_every_key_once(server, tmp_path):
    server.options(batch_delay=0.1)
    requests = wanted(60)
    ledgers = [Ledger(tmp_path / "ledger.sqlite") for _ in range(2)]

    async def main():
        sources = [iter(requests), iter(requests[::-1])]
        await asyncio.gather(
            *(
                filling_batches(server.base_url, source, ledger)
                for source, ledger in zip(sources, ledgers, strict=True)
            )
        )

    asyncio.run(main())
    assert {row.outcome for row in entries(ledgers[0], requests).values()} == {"ok"}
    assert len(entries(ledgers[0], requests)) == 60
    assert asked_once(server, 60)
    assert agree(server, tmp_path)


def test_an_open_batch_that_a_run_does_not_want_is_left_as_it_is(server, tmp_path, ledger):
    others = wanted(10, "other")
    number = ledger.intend([request.key for request in others])
    ledger.submitted(number, submit_elsewhere(server, [request.key for request in others]))
    fill_in_batches(server, wanted(10), tmp_path)
    assert [intent.id for intent in ledger.open_intents()] == [number]
    assert len(ledger.intended(number)) == 10


def test_settling_twice_counts_once(tmp_path, ledger):
    keys = [f"{index:064x}" for index in range(3)]
    number = ledger.intend(keys)
    rows = [Entry(key, "extract", "m", "ok", "{}", input_tokens=7, mode="batch") for key in keys]
    assert ledger.settle(number, rows[:2]) == rows[:2]
    assert ledger.settle(number, rows) == rows[2:]
    assert ledger.intended(number) == []
    assert int(ledger.usage()["input_tokens"].sum()) == 21


def test_a_key_is_in_one_open_intent_only(ledger):
    keys = [f"{index:064x}" for index in range(4)]
    first = ledger.intend(keys[:2])
    second = ledger.intend(keys)
    assert ledger.intended(first) == keys[:2]
    assert ledger.intended(second) == keys[2:]
    assert [intent.items for intent in ledger.open_intents()] == [2, 2]
    ledger.close_intent(first, lost=True)
    assert ledger.intended(ledger.intend(keys)) == keys[:2]
