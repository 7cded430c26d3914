"""The provider over its folder's ledger: what it remembers, and what it must not."""

import json
import shutil

import pytest

from clio.errors import RunFailed, SpendStopped
from clio.facets.definitions import BUILT_IN
from clio.models.claude import ClaudeProvider
from clio.models.health import HEALTH
from clio.models.ledger import LEDGER, Ledger
from clio.models.modes import AUTO_BATCH, choose_mode
from clio.models.questions import Extract, Message
from clio.settings import LlmSettings


def provider(server, folder, **llm) -> ClaudeProvider:
    """A provider of `folder`; `llm` are settings of their section."""
    settings = LlmSettings(**({"provider": "claude", "base_url": server.base_url, "mode": "live"} | llm))
    return ClaudeProvider(settings, BUILT_IN, folder)


def questions(count: int, word: str = "number") -> list[Extract]:
    """So many different conversations."""
    return [
        Extract("c", (Message("user", f"Please help me with {word} {index}."),)) for index in range(count)
    ]


def pay(model: ClaudeProvider, wanted: list[Extract]) -> None:
    model.pay(lambda: wanted, len(wanted))


@pytest.fixture
def folder(tmp_path):
    """A provider's folder."""
    made = tmp_path / "workspace"
    made.mkdir()
    return made


def test_a_folder_that_is_made_anew_begins_with_an_empty_ledger(server, folder):
    model = provider(server, folder)
    pay(model, questions(5))
    before = model.outcomes(("extract",))
    shutil.rmtree(folder)
    folder.mkdir()
    pay(model, questions(5))
    assert server.counters()["requests"] == 10
    assert int(Ledger(folder / LEDGER).usage()["calls"].sum()) == 5
    assert model.outcomes(("extract",)).equals(before)


def test_dollars_that_others_paid_meanwhile_count(server, folder):
    """Stages of one run are made by several processes, each with a provider of its own."""
    price = {"claude-haiku-5-5": (1.0, 1.0)}
    first, second = (provider(server, folder, max_usd=0.05, prices=price) for _ in range(2))
    pay(first, questions(10))
    with pytest.raises(SpendStopped):
        pay(second, questions(1_000, "other"))
    asked = server.counters()["requests"]
    with pytest.raises(SpendStopped):
        pay(first, questions(10, "third"))
    assert server.counters()["requests"] == asked


def broken(word: str) -> dict[str, object]:
    """A rule of the server: it answers conversations that hold `word` with no JSON."""
    return {"contains": word, "faults": ["wrong_json"] * 9}


def test_a_run_that_failed_does_not_pass_when_it_is_repeated(server, folder):
    """What an earlier run could not use is not asked again, and not forgotten either."""
    server.options(rules=[broken("odd")])
    wanted = [*questions(10, "odd"), *questions(50)]
    for _ in range(2):
        with pytest.raises(
            RunFailed, match=r"^16\.7% of the model's answers are of no use \(10 invalid_json\)"
        ):
            pay(provider(server, folder), wanted)
    pay(provider(server, folder, max_failed_share=0.2), wanted)


def test_a_few_failures_of_a_resumed_run_are_a_share_of_all_conversations(server, folder):
    pay(provider(server, folder), questions(100))
    server.options(rules=[broken("odd")])
    pay(provider(server, folder), [*questions(100), *questions(3, "odd")])


def test_a_resumed_run_tells_how_many_calls_are_left(server, folder):
    pay(provider(server, folder), questions(30))
    wanted = [*questions(40), *questions(5)]  # the last five say the same as the first
    provider(server, folder).pay(lambda: wanted, 45)
    told = json.loads((folder / HEALTH).read_text())
    assert (told["answered"], told["left"]) == (10, 0)
    assert told["line"].startswith("10 of 10 answered")


def test_what_is_told_as_spent_is_what_the_folder_has_cost_by_all_its_runs(server, folder):
    for word in ("first", "second"):
        model = provider(server, folder)
        pay(model, questions(10, word))
    told = json.loads((folder / HEALTH).read_text())
    usage = server.counters()["usage"]
    assert told["dollars"] == pytest.approx(
        (usage["input_tokens"] * 0.1 + usage["output_tokens"] * 0.5) / 1e6, abs=1e-6
    )


def test_mode_auto_goes_by_conversations_and_server():
    llm = LlmSettings(provider="claude")
    assert choose_mode(llm, AUTO_BATCH, {}).mode == "batch"
    assert choose_mode(llm, AUTO_BATCH - 1, {}).mode == "live"
    assert choose_mode(llm, AUTO_BATCH, {"ANTHROPIC_BASE_URL": "http://gateway.example"}).mode == "live"
    named = LlmSettings(provider="claude", base_url="http://model.example")
    assert choose_mode(named, AUTO_BATCH, {}).mode == "live"
