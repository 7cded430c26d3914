"""A whole run through a server that others wrote: the same release whether it takes structured outputs or not."""

import json
import re
import subprocess
import sys

import polars as pl
import pytest

from clio.release.reader import read_release
from clio.synthetic.generator import write_jsonl
from tests.cli.conftest import clio
from tests.servers.fixture_answers import USAGE, Form, fixture, script

__all__ = ["clio"]

pytestmark = pytest.mark.servers

CONVERSATIONS = 60
FORMS: tuple[Form, ...] = ("json", "fenced", "rejecting")
SUBJECTS = (
    "bread baking", "train travel", "tax forms", "garden plants", "guitar chords", "job letters",
    "running shoes", "phone repair", "house paint", "dog training", "school essays", "sleep habits",
)  # fmt: skip
QUESTIONS = CONVERSATIONS + 3 * len(SUBJECTS) + 2 + 2
"""Extractions; a name, an audit and a parent for each base cluster; candidates twice; two names of parents."""

_PLAIN = re.compile(r"[A-Za-z ,]{12,60}")


def told_apart(folder) -> list[tuple[dict, str]]:
    """Generated conversations, each with words that stand in no other."""
    source = write_jsonl(folder / "all.jsonl", conversations=200, accounts=200, seed=3)
    records = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    texts = [" ".join(message["content"] for message in record["messages"]) for record in records]
    found = []
    for record in records:
        for words in _PLAIN.findall(record["messages"][0]["content"]):
            if sum(words in text for text in texts) == 1:
                found.append((record, words))
                break
    assert len(found) >= CONVERSATIONS
    return found[:CONVERSATIONS]


def answers(conversations: list[tuple[dict, str]], form: Form) -> list[dict]:
    """The server's script: a request to each conversation, and names that say what the members do."""
    made = []
    for number, (_, words) in enumerate(conversations):
        value = {"request": wish(number), "task": "explain", "language": "en", "concern": 1 + number % 2}
        made.append(fixture("extract", value, form, holding=words))
    for subject in SUBJECTS:
        named = {"description": f"People asked about {subject}.", "name": f"Ask about {subject}"}
        made.append(fixture("name", named, form, holding=f'member: "The user asked for help with {subject}.'))
    for number, half in enumerate((SUBJECTS[:6], SUBJECTS[6:])):
        named = {
            "description": f"People asked about {half[0]} and more.",
            "name": f"Ask about {half[0]} and more",
        }
        made.append(fixture("rename", named, form, holding=f'proposed: "Things of kind {"AB"[number]}"'))
        for subject in half:
            made.append(
                fixture("assign", {"number": 1 + number}, form, holding=f'group: "Ask about {subject}"')
            )
    for kind in ("propose", "deduplicate"):
        made.append(fixture(kind, {"names": ["Things of kind A", "Things of kind B"]}, form))
    return [*made, fixture("audit", {"score": 5}, form)]


def wish(number: int) -> str:
    """The request that the server tells of a conversation."""
    return f"The user asked for help with {SUBJECTS[number % len(SUBJECTS)]}."


@pytest.fixture(scope="module")
def chosen(tmp_path_factory):
    """Conversations with their words, and the file that holds them."""
    folder = tmp_path_factory.mktemp("chosen")
    conversations = told_apart(folder)
    file = folder / "conversations.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record, _ in conversations), encoding="utf-8")
    return conversations, file


@pytest.fixture
def options(second_server, chosen, tiny_encoder):
    """The words of a run's command after `run`, but its folder."""
    small = ("privacy.min_accounts=2", "privacy.min_conversations=2", "privacy.max_account_share=0.5")
    sets = [part for setting in small for part in ("--set", setting)]
    words = [
        "--provider",
        "claude",
        "--base-url",
        second_server.base_url,
        "--yes",
        "--policy",
        "paper",
        *sets,
    ]
    return [chosen[1], *words, "--k", len(SUBJECTS), "--embedder", tiny_encoder]


def facets(out) -> pl.DataFrame:
    """What the private side holds of each conversation."""
    return pl.read_parquet(out / "workspace" / "facets" / "*.parquet").sort("conversation_id")


def tree(out) -> list[tuple[str, str | None, int]]:
    """Name, parent's name and size of every group of the release."""
    clusters = read_release(out).clusters
    names = dict(clusters.select("cluster_id", "name").iter_rows())
    columns = clusters.select("name", "parent_id", "conversations").iter_rows()
    return sorted((name, names.get(parent), count) for name, parent, count in columns)


def expected() -> list[tuple[str, str | None, int]]:
    """The tree that the server's answers make."""
    tops = [f"Ask about {half[0]} and more" for half in (SUBJECTS[:6], SUBJECTS[6:])]
    leaves = [(f"Ask about {subject}", tops[at // 6], 5) for at, subject in enumerate(SUBJECTS)]
    return sorted([*leaves, *((top, None, 30) for top in tops)])


@pytest.mark.parametrize("form", FORMS)
def test_a_run_makes_the_same_release_whatever_form_the_server_answers_in(
    clio, options, second_server, wire, chosen, tmp_path, form
):
    second_server.says(script(answers(chosen[0], form), form))
    done = clio("run", *options, "--out", tmp_path / "out")
    assert done.code == 0, done.err
    assert tree(tmp_path / "out") == expected()
    told = dict(facets(tmp_path / "out").select("conversation_id", "request").iter_rows())
    assert told == {record["conversation_id"]: wish(number) for number, (record, _) in enumerate(chosen[0])}
    assert len(wire.asked(200)) == QUESTIONS
    assert all(("output_config" in body) is (form != "rejecting") for body in wire.asked(200))
    assert all("output_config" in body for body in wire.asked(400))
    assert bool(wire.asked(400)) is (form == "rejecting")
    paid = dict(re.findall(r"^  (\w+) .* live +(\d+) calls", done.out, re.M))
    assert sum(map(int, paid.values())) == QUESTIONS
    assert f"{CONVERSATIONS * USAGE['input_tokens']:,} in" in done.out
    again = clio("run", *options, "--out", tmp_path / "out")
    assert again.code == 0, again.err
    assert len(wire.asked(200)) == QUESTIONS  # all of it is in the ledger


def test_a_run_gets_through_the_servers_own_troubles(clio, options, second_server, chosen, tmp_path):
    second_server.says(answers(chosen[0], "json"))
    second_server.troubles(dropRate=0.1, rateLimitRate=0.1, malformedRate=0.05, disconnectRate=0.05)
    done = clio("run", *options, "--out", tmp_path / "out")
    statuses = second_server.statuses()
    second_server.troubles()
    assert done.code == 0, done.err
    assert tree(tmp_path / "out") == expected()
    assert {0, 429, 500} < set(statuses)


def test_what_the_server_refuses_or_cuts_short_is_counted_and_the_rest_published(
    clio, options, second_server, chosen, tmp_path
):
    said = answers(chosen[0], "json")
    for at in range(3):
        said[at]["response"]["finishReason"] = "refusal"
    said[3]["response"]["finishReason"] = "length"
    second_server.says(said)
    done = clio("run", *options, "--out", tmp_path / "out")
    assert done.code == 0, done.err
    outcomes = dict(facets(tmp_path / "out")["status"].value_counts().iter_rows())
    assert outcomes == {"ok": CONVERSATIONS - 4, "refused": 3, "failed": 1}
    published = read_release(tmp_path / "out").clusters.filter(pl.col("parent_id").is_not_null())
    assert published["conversations"].sum() == CONVERSATIONS - 4


def test_a_wrong_key_ends_the_run_with_a_sentence(clio, options, second_server, monkeypatch, tmp_path):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-wrong-key")
    done = clio("run", *options, "--out", tmp_path / "out")
    assert done.code == 1
    assert (
        "clio: The model server refused the API key (401): set ANTHROPIC_API_KEY to a valid one" in done.err
    )
    assert "sk-ant" not in done.err + done.out


def test_batches_at_a_server_that_has_none_end_the_run_with_a_sentence(
    clio, options, second_server, chosen, tmp_path
):
    second_server.says(answers(chosen[0], "json"))
    done = clio("run", *options, "--mode", "batch", "--out", tmp_path / "out")
    assert done.code == 1
    assert "clio: The model server has no Message Batches (404): use --mode live" in done.err
    live = clio("run", *options, "--out", tmp_path / "out")
    assert live.code == 0, live.err
    assert tree(tmp_path / "out") == expected()


def test_the_command_itself_runs_behind_a_proxy(options, second_server, wire, chosen, tmp_path):
    """In a process of its own; the proxy is for the model's server, not for what the command keeps beside it."""
    second_server.says(script(answers(chosen[0], "rejecting"), "rejecting"))
    wire.hosts["model.invalid"] = second_server.base_url.removeprefix("http://")
    words = [str(word).replace(second_server.base_url, "http://model.invalid") for word in options]
    command = [sys.executable, "-m", "clio", "run", *words, "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "out") == expected()
    assert len(wire.asked(200)) == QUESTIONS
    assert {(one.method, one.target) for one in wire.passed} == {("POST", "http://model.invalid/v1/messages")}
