"""Live mode: every call ends in the right row of the ledger, is paid once, and no fault but a fatal one ends a run."""

import asyncio
import json
import time
from dataclasses import replace

import pytest
from filling import asked, entries, fill, filling

from clio.errors import RunFailed, SpendStopped
from clio.models.health import Health
from clio.models.ledger import Ledger
from clio.models.requests import Request

FEW = {"max_retries": 1, "timeout_seconds": 1.5}

# marker of the conversation, faults that its attempts meet in turn: outcome, code, attempts
CASES = {
    "sound": ([], ("ok", None, 1)),
    "limited once": (["429"], ("ok", None, 2)),
    "overloaded once": (["529"], ("ok", None, 2)),
    "broken once": (["500"], ("ok", None, 2)),
    "dropped once": (["drop"], ("ok", None, 2)),
    "half sent once": (["half"], ("ok", None, 2)),
    "no JSON body once": (["non_json"], ("ok", None, 2)),
    "torn JSON body once": (["torn_json"], ("ok", None, 2)),
    "hanging once": (["hang"], ("ok", None, 2)),
    "limited always": (["429"] * 9, ("unavailable", "http_429", 2)),
    "overloaded always": (["529"] * 9, ("unavailable", "http_529", 2)),
    "broken always": (["500"] * 9, ("unavailable", "http_500", 2)),
    "dropped always": (["drop"] * 9, ("unavailable", "connection", 2)),
    "half sent always": (["half"] * 9, ("unavailable", "connection", 2)),
    "no JSON body always": (["non_json"] * 9, ("unavailable", "invalid_body", 2)),
    "hanging always": (["hang"] * 9, ("unavailable", "timeout", 2)),
    "redirected": (["redirect"] * 9, ("unavailable", "http_307", 1)),
    "wrong JSON once": (["wrong_json"], ("ok", None, 2)),
    "wrong JSON always": (["wrong_json"] * 9, ("malformed", "invalid_json", 2)),
    "off schema once": (["schema"], ("ok", None, 2)),
    "off schema always": (["schema"] * 9, ("malformed", "schema", 2)),
    "cut short once": (["max_tokens"], ("ok", None, 2)),
    "cut short always": (["max_tokens"] * 9, ("max_tokens", "stop_max_tokens", 2)),
    "refused": (["refusal"], ("refused", "refusal", 1)),
    "thought over": (["thinking"], ("ok", None, 1)),
    "too large": (["413"], ("rejected", "http_413", 1)),
    "too long": (["too_long"], ("rejected", "http_400", 1)),
    "overloaded, then off schema, then sound": (["529", "schema"], ("ok", None, 3)),
}  # fmt: skip


def test_each_fault_ends_in_its_row_and_none_ends_the_run(server, tmp_path):
    server.options(
        rules=[{"contains": f"matter: {marker}.", "faults": faults} for marker, (faults, _) in CASES.items()]
    )
    requests = {marker: asked(marker) for marker in CASES}
    rows = fill(server, requests.values(), tmp_path, max_in_flight=30, **FEW)
    found = {}
    for marker, request in requests.items():
        row = rows[request.key]
        found[marker] = (row.outcome, row.code, row.attempts)
        assert (row.text is not None) == (row.outcome == "ok")
        if row.text is not None:
            assert json.loads(row.text)["request"]
    assert found == {marker: expected for marker, (_, expected) in CASES.items()}


def test_every_reported_token_of_every_attempt_is_in_the_row(server, tmp_path):
    faults = {
        "a": ["schema"],
        "b": ["schema"] * 2,
        "c": ["max_tokens"] * 2,
        "d": ["refusal"],
        "e": ["max_tokens"],
    }
    server.options(
        rules=[{"contains": f"matter: {name}.", "faults": list_} for name, list_ in faults.items()]
    )
    rows = fill(server, [asked(name) for name in faults], tmp_path)
    usage = server.counters()["usage"]
    assert sum(row.input_tokens for row in rows.values()) == usage["input_tokens"]
    assert sum(row.output_tokens for row in rows.values()) == usage["output_tokens"]


def test_an_answer_cut_short_is_given_twice_the_room(server, tmp_path):
    server.options(keep_bodies=5, rules=[{"contains": "matter", "faults": ["max_tokens"]}])
    request = asked("long")
    fill(server, [request], tmp_path)
    assert [body["max_tokens"] for body in server.bodies()] == [
        request.body["max_tokens"],
        2 * request.body["max_tokens"],
    ]


def test_a_server_without_structured_outputs_is_asked_without_them_for_the_rest_of_the_run(server, tmp_path):
    server.options(structured=False, keep_bodies=1000)
    rows = fill(server, [asked(f"number {number}") for number in range(60)], tmp_path, max_in_flight=5)
    assert {row.outcome for row in rows.values()} == {"ok"}
    refused = [body for body in server.bodies() if "format" in body.get("output_config", {})]
    assert 1 <= len(refused) <= 5


def structured(server) -> int:
    """How many of the requests that are kept asked for structured outputs."""
    return sum("output_config" in body for body in server.bodies())


def test_what_a_server_rejects_is_remembered_by_every_later_run_of_the_folder(server, tmp_path):
    server.options(structured=False, keep_bodies=1000)
    fill(server, [asked("first")], tmp_path)
    assert structured(server) == 1
    rows = fill(server, [asked(f"later {number}") for number in range(5)], tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert structured(server) == 1


def test_another_model_server_or_folder_is_asked_as_if_nothing_were_known(server, tmp_path):
    server.options(structured=False)
    fill(server, [asked("first")], tmp_path)
    server.options(structured=True, keep_bodies=1)
    fill(server, [of_model("another", "second")], tmp_path)
    assert structured(server) == 1
    ledger = Ledger(tmp_path / "ledger.sqlite")
    elsewhere = server.base_url.replace("127.0.0.1", "localhost")
    asyncio.run(filling(elsewhere, [asked("third")], ledger))
    assert structured(server) == 1
    (tmp_path / "other").mkdir()
    fill(server, [asked("fourth")], tmp_path / "other")
    assert structured(server) == 1


def of_model(model: str, text: str) -> Request:
    request = asked(text)
    return replace(request, key=request.key[::-1], body={**request.body, "model": model})


def test_a_rejection_for_another_reason_is_not_held_against_a_server_that_takes_the_form(server, tmp_path):
    """One request is rejected while others like it are on their way: once they are answered, it was not the form."""
    server.options(
        keep_bodies=100,
        latency=0.05,
        rules=[
            {"contains": "matter: odd", "faults": ["400"]},
            {"contains": "matter: even", "faults": ["slow"]},
        ],
    )
    rows = fill(server, [asked("odd"), asked("even")], tmp_path)
    assert {row.outcome for row in rows.values()} == {"ok"}
    before = structured(server)
    fill(server, [asked(f"later {number}") for number in range(5)], tmp_path)
    assert structured(server) == before + 5


def test_a_prompt_too_long_does_not_switch_structured_outputs_off(server, tmp_path):
    server.options(keep_bodies=1000, rules=[{"contains": "matter: long", "faults": ["too_long"] * 9}])
    requests = [asked(f"long {number}") for number in range(3)] + [asked(f"{number}") for number in range(20)]
    rows = fill(server, requests, tmp_path, max_in_flight=1)
    assert [rows[request.key].outcome for request in requests] == ["rejected"] * 3 + ["ok"] * 20
    assert all("output_config" in body for body in server.bodies() if "matter: long" not in json.dumps(body))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("401", "API key"),
        ("403", "claude-haiku-5-5"),
        ("404", "claude-haiku-5-5"),
        ("402", "credit"),
        ("credit", "credit"),
    ],
)
def test_what_no_call_can_get_past_ends_the_run_after_committing_what_is_in_flight(
    server, tmp_path, fault, words
):
    server.options(latency=0.5, rules=[{"contains": "matter: bad", "faults": [fault] * 99}])
    requests = [asked(f"good {number}") for number in range(7)] + [asked("bad")]
    requests += [asked(f"never {number}") for number in range(50)]
    ledger = Ledger(tmp_path / "ledger.sqlite")
    with pytest.raises(RunFailed) as failure:
        asyncio.run(filling(server.base_url, requests, ledger, max_in_flight=8))
    sentence = str(failure.value)
    assert words in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    for secret in ("x-api-key", "plans & billing", "specified resource", "no-such-model", "matter"):
        assert secret not in sentence.lower()
    assert failure.value.__cause__ is None
    assert failure.value.__context__ is None
    rows = entries(ledger, requests)
    assert [rows[request.key].outcome for request in requests[:7]] == ["ok"] * 7
    assert len(rows) == 7
    assert server.counters()["requests"] == 8


def test_a_fatal_error_does_not_wait_for_calls_that_are_between_attempts(server, tmp_path):
    rules = [
        {"contains": "matter: bad", "faults": ["hang", "401"]},
        {"contains": "matter: waits", "faults": ["529"] * 99},
    ]
    server.options(rules=rules)
    start = time.monotonic()
    with pytest.raises(RunFailed):
        fill(server, [asked("bad"), asked("waits")], tmp_path, timeout_seconds=1, max_retries=20)
    assert time.monotonic() - start < 15  # twenty retries take more than a minute


def test_spending_stops_between_requests_and_what_is_in_flight_is_committed(server, tmp_path):
    server.options(latency=0.1)
    health, requests = Health(), [asked(f"{number}") for number in range(200)]
    ledger = Ledger(tmp_path / "ledger.sqlite")
    with pytest.raises(SpendStopped):
        asyncio.run(
            filling(
                server.base_url,
                requests,
                ledger,
                health,
                lambda: health.outcomes.total() < 30,
                max_in_flight=8,
            )
        )
    assert server.counters()["requests"] == len(entries(ledger, requests))
    assert 30 <= len(entries(ledger, requests)) < 30 + 8
    assert health.in_flight == 0


def test_a_limit_that_is_reached_by_the_last_request_stops_nothing(server, tmp_path):
    health = Health()
    rows = fill(
        server, [asked(f"{number}") for number in range(8)], tmp_path,
        health=health, may_spend=lambda: health.outcomes.total() < 8,
    )  # fmt: skip
    assert len(rows) == 8


def test_no_key_is_asked_twice_in_a_run_or_after_it(server, tmp_path):
    requests = [asked(f"{number % 40}") for number in range(400)]
    fill(server, requests, tmp_path)
    fill(server, requests, tmp_path)
    assert server.counters()["requests"] == 40


def test_what_was_unavailable_is_asked_again_by_the_next_run_and_its_cost_kept(server, tmp_path):
    server.options(rules=[{"contains": "matter", "faults": ["schema", "529"]}])
    request = asked("unlucky")
    first = fill(server, [request], tmp_path, max_retries=0)[request.key]
    assert (first.outcome, first.code) == ("unavailable", "http_529")
    assert first.input_tokens > 0
    second = fill(server, [request], tmp_path, max_retries=0)[request.key]
    assert (second.outcome, second.attempts) == ("ok", 3)
    assert second.input_tokens == server.counters()["usage"]["input_tokens"]


def test_requests_are_pulled_lazily_and_a_slow_source_does_not_drain_the_pool(server, tmp_path):
    server.options(latency=0.1)
    health, busy, ahead = Health(), [], []

    def shards():
        pulled = 0
        for shard in range(4):
            time.sleep(0.25)  # as reading and redacting the next shard would
            busy.append(health.in_flight)
            for number in range(100):
                yield asked(f"{shard} {number}")
                pulled += 1
                ahead.append(pulled - health.outcomes.total())

    ledger = Ledger(tmp_path / "ledger.sqlite")
    asyncio.run(filling(server.base_url, shards(), ledger, health, max_in_flight=10))
    assert min(busy[1:]) >= 8, "calls ran out while the source was busy"
    assert max(ahead) <= 10 + 64 + 10 + 64 + 1
    assert server.counters()["peak"] == 10


def test_a_source_that_fails_loses_no_answer(server, tmp_path):
    server.options(latency=0.2)
    requests = [asked(f"{number}") for number in range(10)]

    def source():
        yield from requests
        time.sleep(0.1)  # all ten are in flight
        raise ValueError("unreadable shard")

    ledger = Ledger(tmp_path / "ledger.sqlite")
    with pytest.raises(ValueError, match="unreadable shard"):
        asyncio.run(filling(server.base_url, source(), ledger, max_in_flight=10))
    assert len(entries(ledger, requests)) == server.counters()["requests"]


async def until(holds) -> None:
    """Wait, for half a minute at most."""
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


class SlowLedger(Ledger):
    """Commits take their time."""

    def commit(self, entries):
        time.sleep(0.3)
        super().commit(entries)


def test_whoever_leaves_takes_along_every_answer_that_has_come(server, tmp_path):
    server.options(
        rules=[{"contains": "matter: hangs", "faults": ["hang"]}]
    )  # so that there is a run to leave
    requests = [asked(f"{number}") for number in range(10)]
    ledger = SlowLedger(tmp_path / "ledger.sqlite")

    async def leave() -> None:
        all_requests = [asked("hangs"), *requests]
        run = asyncio.create_task(filling(server.base_url, all_requests, ledger, max_in_flight=11))
        await until(lambda: server.counters()["answered"] == 10)
        await asyncio.sleep(0.1)
        run.cancel()
        await run

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(leave())
    assert len(entries(ledger, requests)) == 10


def test_what_a_broken_off_call_has_cost_is_kept(server, tmp_path):
    server.options(rules=[{"contains": "matter", "faults": ["schema", "hang"]}])
    request = asked("unlucky")
    ledger = Ledger(tmp_path / "ledger.sqlite")

    async def leave() -> None:
        run = asyncio.create_task(filling(server.base_url, [request], ledger))
        await until(lambda: server.counters()["requests"] == 2)
        run.cancel()
        await run

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(leave())
    row = entries(ledger, [request])[request.key]
    assert (row.outcome, row.code) == ("unavailable", "stopped")
    assert row.input_tokens == server.counters()["usage"]["input_tokens"]


class FullDisk(Ledger):
    """Every commit after the first fails."""

    def commit(self, entries):
        if getattr(self, "full", False):
            raise OSError("no space left on device")
        self.full = True
        super().commit(entries)


def test_a_ledger_that_cannot_be_written_ends_the_run_and_pays_for_no_more(server, tmp_path):
    server.options(latency=0.02)
    requests = [asked(f"{number}") for number in range(300)]
    with pytest.raises(OSError, match="no space left"):
        asyncio.run(
            filling(server.base_url, requests, FullDisk(tmp_path / "ledger.sqlite"), max_in_flight=10)
        )
    assert server.counters()["requests"] <= 30


def test_too_many_failures_end_the_run_once_what_is_in_flight_is_committed(server, tmp_path):
    server.options(latency=0.05)
    health, ledger = Health(), Ledger(tmp_path / "ledger.sqlite")
    requests = [asked(f"{number}") for number in range(300)]

    def may_spend() -> bool:
        if health.outcomes.total() >= 30:
            raise RunFailed("too many failures")
        return True

    with pytest.raises(RunFailed, match="too many failures"):
        asyncio.run(filling(server.base_url, requests, ledger, health, may_spend, max_in_flight=10))
    assert len(entries(ledger, requests)) == server.counters()["requests"] < 30 + 10


def test_a_server_that_fails_often_costs_no_answer_and_no_repeated_success(server, tmp_path):
    shares = dict.fromkeys(
        ("429", "529", "500", "drop", "half", "torn_json", "schema", "refusal", "max_tokens"), 0.03
    )
    server.options(rates=shares, latency=0.01)
    requests = [asked(f"{number}") for number in range(300)]
    rows = fill(server, requests, tmp_path, max_in_flight=40)
    assert len(rows) == 300
    outcomes = {
        outcome: sum(row.outcome == outcome for row in rows.values()) for outcome in ("ok", "refused")
    }
    assert outcomes["ok"] >= 280
    assert outcomes["refused"] >= 1
    told = server.counters()
    assert told["faults"].keys() == shares.keys()
    # Only what was broken, cut short or off schema is asked again once it was answered.
    again = sum(told["faults"][name] for name in ("drop", "half", "torn_json", "schema", "max_tokens"))
    assert told["answered"] <= 300 + again
