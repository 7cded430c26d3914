"""One server a session, and a proxy that keeps what is sent to it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.aimock import AiMock, aimock
from tests.servers.recording_proxy import RecordingProxy, recording_proxy

KEY = "sk-ant-of-this-test-8812"


@pytest.fixture(scope="session")
def one_aimock(tmp_path_factory) -> Iterator[AiMock]:
    """A server that takes no key but KEY; tests use `second_server`."""
    with aimock(tmp_path_factory.mktemp("aimock"), KEY) as running:
        yield running


@pytest.fixture
def second_server(one_aimock, monkeypatch) -> AiMock:
    """The server without fixtures, and its key in the environment, which has no proxies."""
    one_aimock.says([])
    for name in [
        name for name in os.environ if name.lower().endswith("_proxy") or name.startswith("ANTHROPIC_")
    ]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    return one_aimock


@pytest.fixture
def wire(second_server, monkeypatch) -> Iterator[RecordingProxy]:
    """What goes over the wire to the server: a proxy of the environment."""
    with recording_proxy() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        yield proxy


@pytest.fixture(scope="session")
def own_key() -> str:
    """The key that the server takes."""
    return KEY


@pytest.fixture
def folder(tmp_path) -> Path:
    """A provider's folder."""
    (tmp_path / "provider").mkdir()
    return tmp_path / "provider"
