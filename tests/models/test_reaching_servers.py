"""How a call gets to its server: whose key it carries, through which proxy it goes, and how long it may take."""

import asyncio
import json
import os
import time

import anthropic
import pytest
from filling import asked, entries, fill, filling

from clio.errors import UserError
from clio.models.client import make_client
from clio.models.health import Health
from clio.models.ledger import Ledger
from clio.models.pacing import Pacer
from clio.settings import LlmSettings, load_settings
from tests.servers.recording_proxy import recording_proxy

NEVER = {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"}


@pytest.fixture
def proxy(monkeypatch):
    """A proxy that the environment does not name yet; it names no other."""
    for name in [name for name in os.environ if name.upper() in NEVER]:
        monkeypatch.delenv(name)
    with recording_proxy() as running:
        yield running


@pytest.fixture
def profile(monkeypatch, tmp_path):
    """A profile on disk, with a token in it, that the SDK takes where it is given no key."""
    folder = tmp_path / "config"
    (folder / "configs").mkdir(parents=True)
    (folder / "credentials").mkdir()
    (folder / "configs" / "default.json").write_text(
        json.dumps({"version": "1.0", "authentication": {"type": "user_oauth"}})
    )
    token = {"version": "1.0", "type": "oauth_token", "access_token": "of-the-profile", "expires_at": None}
    (folder / "credentials" / "default.json").write_text(json.dumps(token))
    (folder / "active_config").write_text("default")
    monkeypatch.setenv("ANTHROPIC_CONFIG_DIR", str(folder))
    monkeypatch.setenv("ANTHROPIC_PROFILE", "default")
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    assert anthropic.AsyncAnthropic().credentials is not None


OTHERS = {
    "CLAUDE_API_KEY": "of-another-name",
    "ANTHROPIC_KEY": "of-another-name",
    "OPENAI_API_KEY": "of-another-name",
    "CLIO_LLM__API_KEY": "of-another-name",
}


def made(environment: dict[str, str], **llm):
    return make_client(LlmSettings(provider="claude", **llm), environment, Pacer(None, None, 5), Health())


def sent(proxy, server, tmp_path, environment: dict[str, str], **llm) -> dict[str, str]:
    """The headers of one call through the proxy."""
    rows = fill(server, [asked("sound")], tmp_path, environment=environment, **llm)
    assert [row.outcome for row in rows.values()] == ["ok"]
    return proxy.passed[-1].headers


# Keys


def test_no_other_variable_and_no_profile_on_disk_is_a_key(profile):
    with pytest.raises(UserError, match="ANTHROPIC_API_KEY is not set"):
        made(OTHERS)


def test_a_server_of_ones_own_gets_no_key_that_was_not_meant_for_it(
    proxy, profile, server, tmp_path, monkeypatch
):
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    for name, value in OTHERS.items():
        monkeypatch.setenv(name, value)
    headers = sent(proxy, server, tmp_path, dict(os.environ))
    assert headers["authorization"] == "Bearer none"
    assert "x-api-key" not in headers
    assert not any("of-another-name" in value or "of-the-profile" in value for value in headers.values())


def test_of_key_and_token_only_the_key_is_sent(proxy, server, tmp_path, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("ANTHROPIC_API_KEY", "the-key")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "the-token")
    headers = sent(proxy, server, tmp_path, dict(os.environ))
    assert headers["authorization"] == "Bearer the-key"
    assert not any("the-token" in value for value in headers.values())


def test_settings_take_no_key():
    with pytest.raises(UserError) as refused:
        load_settings(overrides={"llm.api_key": "sk-ant-in-a-file"})
    assert "sk-ant-in-a-file" not in str(refused.value)


# Headers


def test_headers_of_the_settings_are_sent_with_every_attempt(proxy, server, tmp_path, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    server.options(rules=[{"contains": "matter", "faults": ["500"]}])
    headers = {"x-gateway": "team-7", "user-agent": "clio-of-team-7"}
    sent(proxy, server, tmp_path, {}, headers=headers)
    assert [one.status for one in proxy.passed] == [500, 200]
    assert [one.headers["x-gateway"] for one in proxy.passed] == ["team-7", "team-7"]
    assert {one.headers["user-agent"] for one in proxy.passed} == {"clio-of-team-7"}


# Proxies


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_the_proxy_of_the_environment_gets_the_call(proxy, server, tmp_path, monkeypatch, name):
    monkeypatch.setenv(name, proxy.url)
    sent(proxy, server, tmp_path, {})
    (passed,) = proxy.passed
    assert (passed.method, passed.target) == ("POST", f"{server.base_url}/v1/messages")


def test_a_proxy_that_wants_a_password_gets_it_and_the_server_does_not(proxy, server, tmp_path, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", proxy.url.replace("://", "://clio:p%40ss@"))
    server.options(keep_bodies=1)
    headers = sent(proxy, server, tmp_path, {})
    assert headers["proxy-authorization"] == "Basic Y2xpbzpwQHNz"
    assert "proxy-authorization" not in {name.lower() for name in server.headers()[0]}


@pytest.mark.parametrize("direct", ["127.0.0.1", "example.com,127.0.0.1", "*"])
def test_servers_that_no_proxy_names_are_asked_directly(proxy, server, tmp_path, monkeypatch, direct):
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("NO_PROXY", direct)
    rows = fill(server, [asked("sound")], tmp_path)
    assert [row.outcome for row in rows.values()] == ["ok"]
    assert proxy.passed == []


def test_a_tunnel_is_asked_for_https_and_the_proxy_sees_neither_key_nor_text(proxy, tmp_path, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    requests, ledger = [asked("sound")], Ledger(tmp_path / "ledger.sqlite")
    environment = {"ANTHROPIC_API_KEY": "sk-ant-secret"}
    calls = filling("https://model.invalid", requests, ledger, environment=environment, max_retries=0)
    asyncio.run(calls)
    (passed,) = proxy.passed
    assert (passed.method, passed.target, passed.body) == ("CONNECT", "model.invalid:443", b"")
    assert not any("sk-ant-secret" in value for value in passed.headers.values())
    assert [(row.outcome, row.code) for row in entries(ledger, requests).values()] == [
        ("unavailable", "connection")
    ]


# Time


@pytest.mark.parametrize("retries", [0, 2])
def test_a_server_that_says_nothing_is_given_up_after_the_timeout(tmp_path, retries):
    """It takes the connection and the request, and never answers."""
    came = []

    async def silent(reader, writer):
        came.append(await reader.readuntil(b"\r\n\r\n"))
        await reader.read()  # until the client hangs up
        writer.close()

    async def run() -> None:
        listening = await asyncio.start_server(silent, "127.0.0.1", 0)
        address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        await filling(address, requests, ledger, timeout_seconds=0.3, max_retries=retries)
        listening.close()

    requests, ledger = [asked("silence")], Ledger(tmp_path / "ledger.sqlite")
    start = time.monotonic()
    asyncio.run(run())
    took = time.monotonic() - start
    (row,) = entries(ledger, requests).values()
    assert (row.outcome, row.code, row.attempts) == ("unavailable", "timeout", 1 + retries)
    assert len(came) == 1 + retries
    assert 0.3 * (1 + retries) <= took < 8
