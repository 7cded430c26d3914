"""Fixtures to be imported by a conftest.py: one server a session, with the default options for each test."""

from collections.abc import Iterator
from dataclasses import asdict

import pytest

from tests.model_server.faults import Options
from tests.model_server.process import ModelServer, model_server


@pytest.fixture(scope="session")
def one_model_server() -> Iterator[ModelServer]:
    """The session's server; tests use `server`, which sets it back."""
    with model_server() as running:
        yield running


@pytest.fixture
def server(one_model_server: ModelServer) -> ModelServer:
    """A server with default options and zero counters."""
    one_model_server.options(**asdict(Options()))
    one_model_server.reset()
    return one_model_server
