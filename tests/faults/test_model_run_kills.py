"""A whole run that asks a model, killed with -9 at any moment: no answer that reached it is asked again."""

import os
import random
import signal
import time

import pytest
from fault_runs import small_settings
from test_kill import start

from clio import pipeline
from clio.release.verify import verify
from clio.workspace import Workspace
from tests.model_server.fixtures import one_model_server, server

__all__ = ["one_model_server", "server"]

IN_FLIGHT = 8
KILLS = 5


@pytest.fixture
def settings(server, tiny_encoder):
    """A run of 360 conversations that takes about eight seconds to ask."""
    server.options(latency=0.15)
    return small_settings(
        tiny_encoder, "paper",
        llm__provider="claude", llm__base_url=server.base_url, llm__max_in_flight=IN_FLIGHT,
    )  # fmt: skip


def changed(settings, section, **values):
    """The settings with some of a section's values changed."""
    return settings.model_copy(update={section: getattr(settings, section).model_copy(update=values)})


@pytest.mark.parametrize("seed", [1, 2])
def test_kills_repeat_no_more_than_was_in_flight(settings, server, source, tmp_path, seed):
    rng, killed = random.Random(seed), 0
    for _ in range(KILLS):
        process = start(tmp_path / "out", settings, source)
        process.join(rng.uniform(1.0, 4.0))
        if process.exitcode is None:
            os.kill(process.pid, signal.SIGKILL)
            killed += 1
        process.join()
    assert killed >= 2, "the kills fell outside the run"
    release = pipeline.run(tmp_path / "out", settings, [str(source)])
    assert verify(tmp_path / "out").ok
    told = server.counters()
    assert told["repeats"] <= killed * IN_FLIGHT
    assert told["answered"] - told["repeats"] == told["contents"]
    facets = Workspace(tmp_path / "out").scan("facets").collect()
    assert facets["status"].to_list() == ["ok"] * 360
    before = told["requests"]
    assert pipeline.run(tmp_path / "out", settings, [str(source)]).manifest == release.manifest
    assert server.counters()["requests"] == before


def test_only_a_changed_question_is_asked_anew(settings, server, source, tmp_path):
    def requests_of(chosen) -> int:
        before = server.counters()["requests"]
        pipeline.run(tmp_path / "out", chosen, [str(source)])
        return server.counters()["requests"] - before

    assert requests_of(settings) >= 360
    assert requests_of(changed(settings, "llm", max_in_flight=4, max_usd=9.0)) == 0, "this changes no answer"
    assert requests_of(changed(settings, "privacy", min_accounts=20)) < 60, "groups are named anew, no more"
    assert requests_of(changed(settings, "llm", facet_model="claude-opus-5-5")) >= 360


def test_every_host_that_was_asked_is_named(settings, server, source, tmp_path):
    """A run that is killed while it asks one server and goes on at another has shown conversations to both."""
    process = start(tmp_path / "out", settings, source)
    while process.exitcode is None and server.counters()["answered"] < IN_FLIGHT:
        time.sleep(0.05)
    assert process.exitcode is None, "the run ended before it could be killed"
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    elsewhere = changed(settings, "llm", base_url=server.base_url.replace("127.0.0.1", "localhost"))
    release = pipeline.run(tmp_path / "out", elsewhere, [str(source)])
    assert release.manifest.models["host"] == "127.0.0.1, localhost"


def test_a_host_that_was_asked_nothing_is_not_named(settings, server, source, tmp_path):
    server.options(latency=0.0)
    pipeline.run(tmp_path / "out", settings, [str(source)])
    elsewhere = changed(settings, "llm", base_url="http://model.example:9/")
    assert pipeline.run(tmp_path / "out", elsewhere, [str(source)]).manifest.models["host"] == "127.0.0.1"
