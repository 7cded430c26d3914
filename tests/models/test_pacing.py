"""Pacing: no more goes out than the limits allow, what a server asks for is obeyed, and the full rate comes back."""

import asyncio
import itertools
import time

import pytest
from filling import asked, fill
from hypothesis import given
from hypothesis import strategies as st

from clio.models.pacing import Pacer, Rate

amounts = st.lists(st.tuples(st.floats(0.1, 30), st.floats(0, 20)), min_size=1, max_size=60)


@given(amounts, st.floats(1, 1200), st.floats(1, 60))
def test_a_rate_lets_no_more_through_in_any_span_than_its_burst_and_its_share(requests, per_minute, burst):
    rate, now, sent = Rate(per_minute, burst), 0.0, []
    for amount, gap in requests:
        now += gap
        sent.append((max(now, rate.reserve(amount, now)), amount))
    for first, last in itertools.combinations_with_replacement(range(len(sent)), 2):
        through = sum(amount for _, amount in sent[first : last + 1])
        seconds = sent[last][0] - sent[first][0]
        largest = max(burst, *(amount for _, amount in sent[first : last + 1]))
        assert through <= largest + seconds * per_minute / 60 + 1e-6 * through + 1e-6


@given(st.integers(1, 50), st.floats(60, 6000))
def test_a_rate_wastes_nothing(count, per_minute):
    rate = Rate(per_minute, burst=1)
    last = [rate.reserve(1, now=0.0) for _ in range(count)][-1]
    assert last == pytest.approx((count - 1) * 60 / per_minute)


def test_what_a_server_says_is_left_is_believed_and_never_raises_a_rate():
    rate = Rate(per_minute=60, burst=60)
    rate.learn(remaining=0, now=0.0)
    assert rate.reserve(1, now=0.0) == pytest.approx(1.0)
    rate.learn(remaining=60, now=0.0)
    assert rate.reserve(1, now=0.0) == pytest.approx(2.0)


def test_tokens_that_were_not_used_come_back_and_those_that_were_underrated_are_waited_for():
    rate = Rate(per_minute=600, burst=10)
    assert rate.reserve(10, now=0.0) <= 0.0
    rate.correct(-10)
    assert rate.reserve(10, now=0.0) <= 0.0
    rate.correct(10)
    assert rate.reserve(10, now=0.0) == pytest.approx(2.0)


async def a_round_trip(pacer: Pacer, senders: int, status: int) -> int:
    """Everyone sends as soon as allowed and hears `status`; returns how many went at once."""
    attempts = []

    async def enter() -> None:
        attempts.append(await pacer.enter("model", 10))

    tasks = [asyncio.create_task(enter()) for _ in range(senders)]
    for _ in range(5):
        await asyncio.sleep(0)
    at_once = pacer.in_flight
    entered = list(attempts)
    for task in tasks:
        if not task.done():
            task.cancel()
    await asyncio.wait(tasks)
    for attempt in entered:
        pacer.leave(attempt, status, {}, 10, 10)
    assert pacer.in_flight == 0
    return at_once


def test_in_flight_halves_once_a_round_trip_and_doubles_back_to_full():
    async def rounds() -> list[int]:
        pacer = Pacer(None, None, 64)
        statuses = [200, 529, 429, 529, 200, 200, 200, 200, 200]
        return [await a_round_trip(pacer, 64, status) for status in statuses]

    assert asyncio.run(rounds()) == [64, 64, 32, 16, 8, 16, 32, 64, 64]


def test_one_call_always_gets_through():
    async def rounds() -> list[int]:
        pacer = Pacer(None, None, 4)
        return [await a_round_trip(pacer, 4, 529) for _ in range(6)][-2:]

    assert asyncio.run(rounds()) == [1, 1]


def test_who_stops_waiting_takes_no_slot_along():
    async def crowd() -> None:
        pacer = Pacer(None, None, 1)
        held = await pacer.enter("model", 1)
        waiting = [asyncio.create_task(pacer.enter("model", 1)) for _ in range(5)]
        await asyncio.sleep(0)
        for task in waiting[:4]:
            task.cancel()
        pacer.leave(held, 200, {}, 0, 0)
        waiting[4].add_done_callback(lambda _: None)
        last = await asyncio.wait_for(waiting[4], 1)
        pacer.leave(last, 200, {}, 0, 0)
        await asyncio.gather(*waiting[:4], return_exceptions=True)
        assert pacer.in_flight == 0
        await asyncio.wait_for(pacer.enter("model", 1), 1)

    asyncio.run(crowd())


@pytest.mark.parametrize("headers", [{"retry-after": "0.3"}, {"retry-after-ms": "300"}])
def test_a_wait_that_one_call_is_told_holds_all(headers):
    async def told() -> float:
        pacer = Pacer(None, None, 10)
        pacer.leave(await pacer.enter("model", 1), 529, headers, 0, 0)
        start, entered = time.monotonic(), []

        async def enter() -> None:
            attempt = await pacer.enter("model", 1)
            entered.append(time.monotonic())
            pacer.leave(attempt, 200, {}, 0, 0)

        await asyncio.wait_for(asyncio.gather(*(enter() for _ in range(4))), 10)
        return min(entered) - start

    assert asyncio.run(told()) >= 0.29


@pytest.mark.parametrize("word", ["soon", "", "nan", "-3", "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_a_wait_that_is_no_number_holds_nobody(word):
    async def told() -> None:
        pacer = Pacer(None, None, 10)
        limits = {"anthropic-ratelimit-requests-limit": word, "anthropic-ratelimit-requests-remaining": word}
        pacer.leave(await pacer.enter("model", 1), 200, {"retry-after": word, **limits}, 0, 0)
        await asyncio.wait_for(pacer.enter("model", 1), 0.5)

    asyncio.run(told())


# Against the server


def test_nothing_arrives_while_the_server_asks_to_wait(server, tmp_path):
    server.options(retry_after=1.5, script=[None] * 5 + ["429"])
    rows = fill(server, [asked(f"{number}") for number in range(60)], tmp_path, max_in_flight=4)
    assert {row.outcome for row in rows.values()} == {"ok"}
    arrivals = server.counters()["arrivals"]
    told = arrivals[5]
    assert [at for at in arrivals if told + 0.3 < at < told + 1.4] == []


def test_a_server_with_a_request_limit_is_kept_to_and_used_to_the_full(server, tmp_path):
    server.options(requests_per_minute=1200, burst_seconds=2)
    start = time.monotonic()
    rows = fill(
        server, [asked(f"{number}") for number in range(140)], tmp_path, max_in_flight=50, max_retries=4
    )
    seconds = time.monotonic() - start
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert server.counters()["statuses"].get("429", 0) <= 40, "the headers are not heeded"
    assert 5 <= seconds < 12, "40 at once, then 20 a second"


def test_a_server_with_a_token_limit_is_kept_to(server, tmp_path):
    tokens = fill(server, [asked("measure")], tmp_path)[asked("measure").key].input_tokens
    server.reset()
    server.options(tokens_per_minute=tokens * 1200, burst_seconds=1)
    rows = fill(
        server, [asked(f"{number}") for number in range(80)], tmp_path, max_in_flight=30, max_retries=4
    )
    assert {row.outcome for row in rows.values()} == {"ok"}
    assert server.counters()["statuses"].get("429", 0) <= 20


def most_in_a_second(arrivals: list[float]) -> int:
    arrivals = sorted(arrivals)
    return max(sum(1 for at in arrivals if first <= at < first + 1) for first in arrivals)


def test_the_users_own_request_limit_holds_from_the_first_second(server, tmp_path):
    fill(server, [asked(f"{number}") for number in range(40)], tmp_path, requests_per_minute=600)
    arrivals = server.counters()["arrivals"]
    assert most_in_a_second(arrivals) <= 10 + 10 + 3, (
        "a second's burst, a second's share, and jitter on the way"
    )
    assert arrivals[-1] - arrivals[0] >= 2.8


def test_the_users_own_token_limit_holds(server, tmp_path):
    first = fill(server, [asked("first")], tmp_path)[asked("first").key]
    server.reset()
    start = time.monotonic()
    limit = max(1000, first.input_tokens * 600)
    fill(server, [asked(f"{number}") for number in range(40)], tmp_path, tokens_per_minute=limit)
    assert 2 <= time.monotonic() - start < 10


def test_the_full_rate_comes_back_after_an_overload(server, tmp_path):
    server.options(latency=0.05, script=["529"] * 15)
    rows = fill(server, [asked(f"{number}") for number in range(600)], tmp_path, max_in_flight=20)
    assert {row.outcome for row in rows.values()} == {"ok"}
    arrivals = server.counters()["arrivals"]
    late = [at for at in arrivals if at > arrivals[-1] - 0.5]
    assert len(late) >= 60, "at most 200 in half a second; a limit of one call at a time would be 10"
