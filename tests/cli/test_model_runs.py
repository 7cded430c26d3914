"""Runs with a model behind a local server: what they cost, when they stop, and that nothing is paid for twice."""

import json
import re
import shutil

import pytest

from clio.cli.estimate import table
from clio.models.estimation import Line
from clio.models.modes import choose_mode
from clio.settings import load_settings
from tests.model_server.fixtures import one_model_server, server

__all__ = ["one_model_server", "server"]

CONVERSATIONS = 700  # in the fixture


@pytest.fixture
def chats(conversations):
    """Generated conversations, one JSON object a line."""
    return conversations


@pytest.fixture
def asked(server, monkeypatch, tmp_path):
    """The options of a run that asks the local server."""
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-secret-key")
    return ("--provider", "claude", "--base-url", server.base_url, "--out", tmp_path / "out")


def dollars(text: str) -> float:
    """The dollars of the total line of an estimate, live."""
    total = next(line for line in text.splitlines() if line.startswith("total"))
    return float(re.findall(r"\$([\d,.]+)", total)[0].replace(",", ""))


def test_a_run_asks_each_conversation_once_and_a_second_run_nothing(clio, chats, asked, server):
    first = clio("run", chats, *asked, "--yes")
    assert first.code == 0, first.err
    asked_first = server.counters()["requests"]
    assert CONVERSATIONS * 0.9 <= asked_first <= CONVERSATIONS * 1.05
    again = clio("run", chats, *asked)
    assert again.code == 0, again.err
    assert server.counters()["requests"] == asked_first
    assert server.counters()["repeats"] == 0
    assert again.out.splitlines()[0] == first.out.splitlines()[0]  # the same release


def test_the_estimate_is_within_a_tenth_of_what_the_run_reports(clio, chats, asked, server):
    estimated = dollars(clio("estimate", chats, *asked[2:4]).out)
    assert server.counters()["requests"] == 0
    done = clio("run", chats, *asked, "--yes")
    assert done.code == 0, done.err
    paid = float(re.search(r"Paid: \$([\d.]+)", done.out)[1])
    assert estimated == pytest.approx(paid, rel=0.10)


def test_a_finished_folder_costs_nothing_more_however_many_clusters_were_pooled(clio, chats, asked, server):
    """Most of 40 clusters are too small to be named: what was not asked about them is not left to be paid for."""
    options = (*asked, "--k", 40)
    assert clio("run", chats, *options, "--yes").code == 0
    before = server.counters()["requests"]
    again = clio("run", chats, *options)
    assert again.code == 0, again.err
    assert "Everything is answered: nothing is left to pay for." in again.err
    assert server.counters()["requests"] == before


def test_no_more_clusters_are_priced_than_could_pass_the_size_rule(clio, chats, asked):
    said = clio("estimate", chats, *asked[2:4], "--k", 300).out
    names = next(line for line in said.splitlines() if line.startswith("name"))
    assert int(names.split()[2]) == CONVERSATIONS // 30


def test_a_folder_that_is_deleted_in_between_is_made_and_paid_for_anew(clio, chats, asked, server, tmp_path):
    """Both runs are this process's, which keeps connections to ledgers."""
    assert clio("run", chats, *asked, "--yes").code == 0
    first = server.counters()["requests"]
    shutil.rmtree(tmp_path / "out")
    done = clio("run", chats, *asked, "--yes")
    assert done.code == 0, done.err
    assert server.counters()["requests"] == 2 * first
    assert (tmp_path / "out" / "workspace" / "ledger.sqlite").exists()
    assert re.search(r"Paid: \$0\.0[1-9]", done.out)


def test_a_folder_without_a_run_has_paid_for_nothing_and_stays_as_it_is(clio, chats, asked, tmp_path):
    alone = clio("estimate", chats, *asked[2:4])
    beside = clio("estimate", chats, *asked[2:4], "--out", tmp_path / "nowhere")
    assert (beside.code, beside.out) == (0, alone.out)
    assert not (tmp_path / "nowhere").exists()


def test_a_server_without_structured_outputs_is_asked_for_them_by_one_stage_only(clio, chats, asked, server):
    server.options(structured=False, keep_bodies=5000)
    done = clio("run", chats, *asked, "--yes", "--set", "llm.max_in_flight=4")
    assert done.code == 0, done.err
    rejected = [body["model"] for body in server.bodies() if "output_config" in body]
    assert set(rejected) == {"claude-haiku-5-5", "claude-sonnet-5-5"}
    assert len(rejected) <= 4 + 4, "more than were on their way when the first was rejected"


def test_nobody_is_billed_without_agreeing(clio, refused, chats, asked, server):
    assert re.fullmatch(
        r"This run would spend about \$[\d.]+ at the model's server: add --yes to agree, or try --sample 200 first\.",
        refused("run", chats, *asked),
    )
    assert server.counters()["requests"] == 0


def test_too_little_to_publish_anything_is_said_before_anybody_is_asked_to_pay(
    clio, chats, asked, server, tmp_path
):
    few = tmp_path / "few.jsonl"
    few.write_text("".join(chats.read_text().splitlines(keepends=True)[:12]))
    outcome = clio("run", few, *asked)
    assert outcome.code == 2
    assert outcome.err.startswith(
        "Nothing can be published: a group needs 30 conversations of 15 accounts.\n"
    )
    assert "would spend" in outcome.err
    assert server.counters()["requests"] == 0
    done = clio("run", few, *asked, "--yes")
    assert (done.code, done.err.count("Nothing can be published")) == (0, 1)


def test_what_is_agreed_to_is_the_price_of_the_mode_that_is_chosen(clio, refused, chats, asked):
    estimated = clio("estimate", chats, *asked[2:4]).out
    live, batched = re.findall(
        r"\$([\d.]+)", next(row for row in estimated.splitlines() if row[:5] == "total")
    )
    assert float(batched) < 0.6 * float(live)
    assert f"about ${float(live):.2f} " in refused("run", chats, *asked, "--mode", "live")
    assert f"about ${float(batched):.2f} " in refused("run", chats, *asked, "--mode", "batch")


def test_the_parts_of_an_estimate_add_up_to_its_total_in_either_mode(clio, chats, asked):
    said = clio("estimate", chats, *asked[2:4], "--k", 20).out
    rows = {row.split()[0]: row for row in said.splitlines() if "$" in row}
    live, batched = ([float(re.findall(r"\$([\d.]+)", row)[n]) for row in rows.values()] for n in (0, 1))
    assert list(rows)[-1] == "total"
    for column in (live, batched):
        assert sum(column[:-1]) == pytest.approx(column[-1], abs=0.0005)


def test_a_spent_budget_stops_with_code_3_and_a_larger_one_goes_on(clio, chats, asked, server):
    limit = 0.005
    stopped = clio("run", chats, *asked, "--yes", "--max-usd", limit, "--set", "llm.max_in_flight=5")
    assert stopped.code == 3
    assert re.search(r"clio: Stopped at \$\d+\.\d+ of the \$0\.0050", stopped.err)
    before = server.counters()
    assert 0 < before["requests"] < CONVERSATIONS / 2
    cost = (before["usage"]["input_tokens"] * 0.1 + before["usage"]["output_tokens"] * 0.5) / 1e6
    assert limit <= cost <= limit * (1 + 6 / before["requests"]) * 1.05  # what was in flight may follow
    assert clio("run", chats, *asked, "--yes", "--max-usd", 1).code == 0
    assert server.counters()["repeats"] == 0


def test_a_limit_needs_a_price(refused, chats, asked):
    said = refused("run", chats, *asked, "--model", "in-house", "--max-usd", 1, "--yes")
    assert said.startswith("llm.max_usd: no price is known for in-house")


def test_a_server_that_fails_is_a_sentence_and_what_was_answered_is_kept(clio, chats, asked, server):
    server.options(rates={"wrong_json": 0.5})
    failed = clio("run", chats, *asked, "--yes")
    assert failed.code == 1
    assert "of the model's answers are of no use" in failed.err
    assert "Traceback" not in failed.err


def test_a_key_that_is_refused_is_a_sentence(clio, chats, asked, server):
    server.options(key="another")
    failed = clio("run", chats, *asked, "--yes")
    assert failed.code == 1
    assert "ANTHROPIC_API_KEY" in failed.err
    assert "sk-ant" not in failed.err


def test_the_screener_sends_on_only_what_answers_yes(clio, chats, asked, server, tmp_path):
    done = clio("run", chats, *asked, "--yes", "--screen", "Is this about programming?")
    assert done.code == 0, done.err
    counts = json.loads((tmp_path / "out" / "release" / "manifest.json").read_text())["counts"]
    assert "screened_out" in counts
    statuses = server.counters()["statuses"]
    assert statuses["200"] > CONVERSATIONS


def test_a_sample_is_tried_first_and_not_paid_for_again(clio, chats, asked, server):
    assert clio("run", chats, *asked, "--yes", "--sample", 100).code == 0
    tried = server.counters()["requests"]
    assert 100 <= tried <= 115
    assert clio("run", chats, *asked, "--yes").code == 0
    assert server.counters()["repeats"] == 0


def test_neither_key_nor_message_is_in_anything_but_the_private_tables(
    clio, chats, asked, server, tmp_path, caplog
):
    """Everything that a failing run writes is searched, but the tables of conversations and the ledger."""
    monologue = "zebra-canary-5711"
    file = tmp_path / "canary.jsonl"
    lines = chats.read_text().splitlines()[:150]
    first = json.loads(lines[0])
    first["messages"][0]["content"] += f" {monologue}"
    file.write_text("\n".join([json.dumps(first), *lines[1:]]))
    server.options(rates={"500": 0.3, "non_json": 0.3, "drop": 0.2, "wrong_json": 0.2}, model="copying")
    with caplog.at_level("DEBUG"):
        failed = clio(
            "run", file, *asked, "--yes", "--set", "llm.max_retries=1", "--set", "llm.max_failed_share=0"
        )
    assert failed.code == 1
    said = failed.out + failed.err + caplog.text
    private = {"conversations", "prepared", "scratch"}
    for path in (tmp_path / "out").rglob("*"):
        inside = (
            path.relative_to(tmp_path / "out" / "workspace").parts[:1] if "workspace" in path.parts else ()
        )
        if path.is_file() and not (set(inside) & private) and not path.name.startswith("ledger.sqlite"):
            said += path.read_bytes().decode("latin-1")
    assert monologue not in said
    assert "sk-ant-secret-key" not in said
    ledger = b"".join(part.read_bytes() for part in (tmp_path / "out" / "workspace").glob("ledger.sqlite*"))
    assert b"sk-ant-secret-key" not in ledger


def test_the_mode_is_told_by_what_it_is_chosen_by(monkeypatch):
    """A screener doubles the calls and not the conversations."""
    monkeypatch.delenv("ANTHROPIC_BASE_URL", raising=False)
    lines = [Line(kind, "claude-haiku-5-5", 3_000, 1, 1, 1.0, 0.5) for kind in ("screen", "extract")]
    settings = load_settings(overrides={"llm.provider": "claude"})
    assert table(lines, settings, 3_000)[-1].startswith("Mode live: 3,000 conversations")
    assert choose_mode(settings.llm, 3_000, {}).mode == "live"
