"""The client talks to the configured server only, and neither it nor the health it reports tells keys or texts."""

import asyncio
import itertools
import json
import logging
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filling import asked, entries, fill, filling

from clio.errors import UserError
from clio.models.client import make_client
from clio.models.health import Health
from clio.models.ledger import Entry, Ledger
from clio.models.pacing import Pacer
from clio.settings import LlmSettings

HERE = Path(__file__).resolve().parent
KEY, MARK = "sk-ant-secret-key-1234", "unmistakable-words-of-a-user"


def made(environment: dict[str, str], **llm):
    return make_client(LlmSettings(provider="claude", **llm), environment, Pacer(None, None, 5), Health())


def test_a_missing_key_is_said_before_anything_is_sent():
    with pytest.raises(UserError, match="ANTHROPIC_API_KEY is not set"):
        made({})


@pytest.mark.parametrize("base_url", ["api.example.com", "ftp://example.com", "file:///etc/passwd"])
def test_a_base_url_that_is_none_is_refused(base_url):
    with pytest.raises(UserError, match=r"llm\.base_url"):
        made({}, base_url=base_url)


def test_the_key_of_the_environment_and_the_headers_of_the_settings_are_sent(server, tmp_path):
    server.options(key=KEY, keep_bodies=1)
    environment = {"ANTHROPIC_API_KEY": KEY}
    rows = fill(server, [asked("sound")], tmp_path, environment=environment, headers={"x-gateway": "team-7"})
    assert [row.outcome for row in rows.values()] == ["ok"]
    headers = {name.lower(): value for name, value in server.headers()[0].items()}
    assert headers["x-gateway"] == "team-7"
    assert headers["authorization"] == f"Bearer {KEY}"


def test_a_token_in_place_of_a_key(server, tmp_path):
    server.options(key="token-5")
    rows = fill(server, [asked("sound")], tmp_path, environment={"ANTHROPIC_AUTH_TOKEN": "token-5"})
    assert [row.outcome for row in rows.values()] == ["ok"]


def test_a_server_of_ones_own_needs_no_key(server, tmp_path):
    assert [row.outcome for row in fill(server, [asked("sound")], tmp_path).values()] == ["ok"]


def test_a_redirect_is_not_followed(server, tmp_path):
    server.options(rules=[{"contains": "matter", "faults": ["redirect"]}])
    rows = fill(server, [asked("moved")], tmp_path)
    assert [(row.outcome, row.code) for row in rows.values()] == [("unavailable", "http_307")]
    assert server.counters()["requests"] == 1


def test_a_proxy_of_the_environment_is_used(server, tmp_path, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", server.base_url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    requests, ledger = [asked("through a proxy")], Ledger(tmp_path / "ledger.sqlite")
    asyncio.run(filling("http://model.invalid", requests, ledger, max_retries=0))
    assert [row.outcome for row in entries(ledger, requests).values()] == ["ok"]


def test_a_server_that_drips_is_given_up_after_the_timeout(tmp_path):
    """A byte now and then keeps a read timeout from ever passing."""

    async def drip(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n")
        try:
            while True:
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.1)
        except ConnectionError:
            writer.close()

    async def run() -> None:
        dripping = await asyncio.start_server(drip, "127.0.0.1", 0)
        port = dripping.sockets[0].getsockname()[1]
        await filling(f"http://127.0.0.1:{port}", requests, ledger, timeout_seconds=0.5, max_retries=0)
        dripping.close()

    requests, ledger = [asked("drip")], Ledger(tmp_path / "ledger.sqlite")
    start = time.monotonic()
    asyncio.run(run())
    assert [(row.outcome, row.code) for row in entries(ledger, requests).values()] == [
        ("unavailable", "timeout")
    ]
    assert time.monotonic() - start < 5


FAILING = """
import asyncio, logging, sys, traceback
from pathlib import Path
logging.basicConfig(level=logging.DEBUG)
import anthropic
from filling import asked, filling
from clio.models.health import Health
from clio.models.ledger import Ledger
url, folder, key, mark = sys.argv[1:]
health = Health(Path(folder) / "health.json")
names = ("sound", "torn", "half", "broken", "long", "wrong", "fatal")
requests = [asked(f"{mark} {name}") for name in names]
try:
    asyncio.run(filling(url, requests, Ledger(Path(folder) / "ledger.sqlite"), health, max_retries=1, max_in_flight=6,
                        environment={"ANTHROPIC_API_KEY": key}))
except Exception as error:
    traceback.print_exception(error)
print(health.line())
print(repr(vars(health)))
logging.getLogger("clio.health").info(health.snapshot())
"""


def test_nothing_that_a_failing_run_writes_holds_the_key_or_a_text(server, tmp_path):
    faults = {"torn": ["torn_json"] * 9, "half": ["half"] * 9, "broken": ["500"] * 9}
    faults |= {"long": ["too_long"], "wrong": ["wrong_json"] * 9, "fatal": ["403"]}
    server.options(
        key=KEY,
        model="copying",  # its answers are made of the conversation's words
        rules=[{"contains": f"{MARK} {name}", "faults": list_} for name, list_ in faults.items()],
    )
    environment = os.environ | {"ANTHROPIC_LOG": "debug", "PYTHONPATH": f"{HERE}:{HERE.parents[1]}"}
    done = subprocess.run(
        [sys.executable, "-c", FAILING, server.base_url, str(tmp_path), KEY, MARK],
        env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    written = done.stdout + done.stderr + (tmp_path / "health.json").read_text()
    assert "RunFailed" in done.stderr
    assert "answered" in done.stdout
    assert KEY not in written
    assert MARK not in written
    assert "Certainly" not in written, "a model's answer"
    for name in ("anthropic", "httpx2", "aiohttp"):
        assert f":{name}" not in done.stderr, "a library's log line"
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert KEY.encode() not in stored


def test_loggers_stay_shut_whoever_opens_them_again(server, tmp_path, caplog):
    fill(server, [asked("first")], tmp_path)
    for name in ("anthropic", "anthropic._base_client", "httpx2"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    with caplog.at_level(logging.DEBUG):
        fill(server, [asked(MARK)], tmp_path)
    assert MARK not in caplog.text
    assert not [record for record in caplog.records if record.name.startswith(("anthropic", "httpx2"))]


# Health


def test_health_counts_what_happened(server, tmp_path):
    server.options(
        rules=[
            {"contains": "matter: busy", "faults": ["529", "429"]},
            {"contains": "matter: odd", "faults": ["schema", "schema"]},
        ]
    )
    health = Health(tmp_path / "health.json", price=lambda entry: entry.input_tokens * 1e-6)
    health.expect(5)
    rows = fill(server, [asked(text) for text in ("a", "b", "busy", "odd")], tmp_path, health=health)
    told = json.loads((tmp_path / "health.json").read_text())
    assert told["answered"] == 4
    assert told["outcomes"] == {"ok": 3, "malformed": 1}
    assert told["codes"] == {"schema": 1}
    assert told["failed_attempts"] == {"http_529": 1, "http_429": 1}
    assert (told["attempts"], told["retries"]) == (7, 2)
    assert told["tokens"]["input_tokens"] == sum(row.input_tokens for row in rows.values())
    assert told["dollars"] == pytest.approx(told["tokens"]["input_tokens"] * 1e-6)
    assert (told["left"], told["in_flight"]) == (1, 0)
    assert stat.S_IMODE((tmp_path / "health.json").stat().st_mode) == 0o600


def test_health_tells_the_rate_of_the_last_seconds_and_the_time_left(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr("clio.models.health.time.monotonic", lambda: now[0])
    health = Health()
    health.expect(1000)
    for _ in range(100):
        now[0] += 0.5
        for _ in range(2):
            health.answered(Entry("k", "extract", "m", "ok"))
        health._mark()
    assert health.snapshot()["rate"] == pytest.approx(4.0, rel=0.05)
    assert health.snapshot()["seconds_left"] == pytest.approx(200, rel=0.05)
    assert "200 of 1,000 answered, 4.0/s" in health.line()
    assert "3m 20s left" in health.line()


def test_health_is_written_at_most_twice_a_second(server, tmp_path, monkeypatch):
    writes = []
    monkeypatch.setattr(
        "clio.models.health.write_atomically", lambda path, data: writes.append(time.monotonic())
    )
    server.options(latency=0.02)
    health = Health(tmp_path / "health.json")
    fill(server, [asked(f"{number}") for number in range(400)], tmp_path, health=health, max_in_flight=8)
    assert len(writes) >= 2
    while_running = writes[:-1]  # the last is written at the end, whenever that is
    assert all(later - earlier >= 0.45 for earlier, later in itertools.pairwise(while_running))
