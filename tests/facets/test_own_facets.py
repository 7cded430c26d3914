"""Facets of one's own go all the way: a tree for each clustered text, breakdowns and means for the others, paid for."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from clio import pipeline, stages, tables
from clio.clustering.embedding import load_embedder
from clio.errors import UserError
from clio.models.extractive import ExtractiveProvider
from clio.models.questions import Answer, Extract, Extracted, Question, Screen
from clio.planning import word_plan
from clio.privacy.budget import round_up_125
from clio.release.reader import read_release
from clio.release.tree import render_tree
from clio.release.verify import verify
from clio.settings import load_settings
from clio.settings.sections import SaeSettings
from clio.stages import Stage
from clio.workspace import Workspace
from dashboards import data

CONVERSATIONS, ACCOUNTS = 600, 200

REQUESTS = (
    "Reset the password of an online account",
    "Plan a holiday by train",
    "Fix an error in a Python program",
    "Write a cover letter for a job",
    "Cook a vegetable soup for dinner",
    "Explain the offside rule of football",
    "Translate a letter into French",
)
GOALS = (
    "Save money on household bills",
    "Pass an exam at university",
    "Get a better job",
    "Learn to speak a language",
    "Keep fit by running",
    "Help a child with homework",
    "Sell old furniture",
)
ENDS = ("", " today", " for a friend", " in a simple way", " step by step")

OWN = (
    {"name": "goal", "question": "What is the user's aim in life?", "kind": "text", "clustered": True,
     "naming_criteria": "The name is an aim in life."},
    {"name": "tone", "question": "How does the user sound?", "kind": "category", "values": ("calm", "angry")},
    {"name": "effort", "question": "How much work is it?", "kind": "scale", "bounds": (0, 4)},
    {"name": "words", "question": "How many words were asked for?", "kind": "scale", "bounds": (0, 2000)},
)  # fmt: skip


class Model:
    """Answers from a conversation's number; names by the rules of the extractive provider, and remembers whose."""

    name, uses_model = "claude", True

    def __init__(self, goals: bool = True) -> None:
        self.asked: list[Question] = []
        self._goals = goals
        self._namer = ExtractiveProvider(load_embedder().encode)

    def pay(self, questions: Callable[[], Iterable[Question]], expected: int) -> None:
        list(self.answer(questions()))

    def outcomes(self, kinds: Iterable[str]) -> pl.DataFrame:
        return tables.empty(tables.ASKED)

    def hosts(self) -> list[str]:
        return []

    def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
        for question in questions:
            self.asked.append(question)
            if isinstance(question, Extract):
                yield self._extract(int(question.conversation_id[1:]), question)
            elif isinstance(question, Screen):
                yield Answer("ok", "off topic" not in question.messages[0].content)
            else:
                yield from self._namer.answer([question])

    def _extract(self, n: int, question: Extract) -> Answer:
        if n % 20 in (7, 9):
            return Answer("refused" if n % 20 == 7 else "failed", code="refused")
        own = {
            "goal": None if n % 20 == 13 or not self._goals else GOALS[n // 7 % 7] + ENDS[n % 5],
            "tone": ("calm", "angry", "furious")[n // 3 % 3],
            "effort": None if n % 20 == 3 else n // 2 % 5,
            "words": 1990 + n % 11,
        }
        request = REQUESTS[n % 7] + ENDS[n // 5 % 5]
        asked = {facet.name for facet in question.facets}
        return Answer(
            "ok",
            Extracted(
                request, "task", "de" if n % 3 else "en", 1 + n % 4, ("make soup",),
                own={name: value for name, value in own.items() if name in asked},
            ),
        )  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "conversations.jsonl"
    with path.open("w") as out:
        for n in range(CONVERSATIONS):
            text = "This is off topic." if n % 20 == 11 else "Please help me."
            row = {
                "conversation_id": f"c{n}",
                "account_id": f"a{n * 7 % ACCOUNTS}",
                "created_at": f"2026-03-{1 + n % 28:02d}T10:00:00Z",
                "messages": [{"role": "user", "content": text}],
            }
            out.write(json.dumps(row) + "\n")
    return path


def settings_of(policy: str, **changes: object):
    overrides: dict[str, object] = {
        "llm.provider": "claude",
        "llm.base_url": "https://key@models.example:8443/v1",
        "facets": OWN,
        "screen.question": "Is this about everyday life?",
        "privacy.policy": policy,
        "clustering.k": 7,
        "run.shard_size": 250,
    }
    return load_settings(overrides=overrides | {n.replace("__", "."): v for n, v in changes.items()})


def run(out, settings, source, model: Model | None = None) -> tuple[Model, list[str]]:
    """Run with a model of the tests; returns it and the stages that were made."""
    model, made, make = model or Model(), [], Stage.make

    def recording(stage, work):
        made.append(stage.name)
        make(stage, work)

    with patch.object(stages, "_model", lambda *_, **__: model), patch.object(Stage, "make", recording):
        pipeline.run(out, settings, [str(source)])
    return model, made


@pytest.fixture(scope="module")
def runs(source, tmp_path_factory):
    """DIR and model of a run under each policy, the second from the first one's facets."""
    found, earlier = {}, None
    for policy in ("guarded", "paper"):
        out = tmp_path_factory.mktemp(policy) / "out"
        if earlier is not None:
            shutil.copytree(earlier / "workspace", out / "workspace")
        model, _ = run(out, settings_of(policy), source)
        found[policy] = (out, model)
        earlier = out
    return found


@pytest.fixture(params=["guarded", "paper"])
def out(request, runs):
    return runs[request.param][0]


def private(out) -> pl.DataFrame:
    """What the tables say of each conversation and facet: base_id, effort, words, status."""
    workspace = Workspace(out)
    base = workspace.read("pooling").select("cluster_id", "base_id")
    assigned = workspace.scan("assignments").collect().join(base, on="cluster_id", how="left")
    return assigned.join(workspace.scan("facets").collect(), on="conversation_id")


def test_the_release_verifies_and_each_clustered_text_has_a_tree_of_its_own(out):
    release, found = read_release(out), verify(out)
    assert found.ok, [check for check in found.checks if not check.ok]
    assert release.facets() == ["goal", "request"]
    for facet in ("goal", "request"):
        assert release.base(facet).height == 7
        assert 1 < release.level(1, facet).height < 7
        assert release.base(facet)["parent_id"].is_not_null().all()
        assert release.base(facet)["name"].is_unique().all()
        assert release.clusters.filter(facet=facet)["cluster_id"].str.starts_with(f"{facet}-").all()
        assert release.base(facet)["share"].sum() == pytest.approx(1)
        assert release.clusters.filter(facet=facet)["x"].is_not_null().all()
    drawn = render_tree(release)
    assert "\ngoal: share of conversations" in drawn
    assert "\nrequest: share of conversations" in drawn


def test_each_facet_is_clustered_by_its_own_text(runs):
    rows = private(runs["paper"][0]).filter(pl.col("base_id").is_not_null())
    for facet, texts in (("request", REQUESTS), ("goal", GOALS)):
        own = rows.filter(facet=facet)
        said = own.select("base_id", text=pl.col(facet).str.extract(f"^({'|'.join(texts)})"))
        most = said.group_by("base_id", "text").len().group_by("base_id").agg(pl.col("len").max())
        assert most["len"].sum() > 0.9 * own.height


def test_a_name_is_asked_for_by_its_facets_criteria_and_from_its_own_texts(runs):
    for policy, (_, model) in runs.items():
        about = [q for q in model.asked if not isinstance(q, Extract | Screen) and hasattr(q, "facet")]
        kinds = {type(q).__name__ for q in about}
        assert kinds == {"Name", "Propose", "Deduplicate", "Assign", "Rename"}
        for kind in kinds:
            assert {q.facet for q in about if type(q).__name__ == kind} == {"goal", "request"}
        for question in about:
            shown = (*getattr(question, "members", ()), *getattr(question, "contrast", ()))
            assert bool(shown) == (policy == "paper" and type(question).__name__ == "Name")
            texts = GOALS if question.facet == "goal" else REQUESTS
            assert all(text.startswith(texts) for text in shown)


def test_a_models_english_is_never_grouped_by_language_and_is_broken_down_by_it(out):
    release = read_release(out)
    assert Workspace(out).read("pooling")["language"].is_null().all()
    cells = release.breakdowns.filter(dimension="language").group_by("cluster_id").agg(pl.col("value").sort())
    assert cells.height == release.clusters.height
    assert cells["value"].to_list() == [["de", "en"]] * cells.height
    notes = " ".join(release.manifest.notes)
    assert "grouped by language" not in notes
    assert "No language model" not in notes


def test_categories_and_short_scales_are_dimensions_of_their_declared_values(out):
    release = read_release(out)
    values = dict(release.breakdowns.group_by("dimension").agg(pl.col("value").unique().sort()).iter_rows())
    assert values.keys() == {"language", "concern", "tone", "effort"}  # all have one turn
    assert values["tone"] == ["angry", "calm", "other"]
    assert set(values["effort"]) <= {"0", "1", "2", "3", "4", "other"}
    assert len(values["effort"]) > 2
    published = b"".join(path.read_bytes() for path in (out / "release").iterdir())
    assert b"furious" not in published


def test_means_of_scales_are_nearly_those_of_the_conversations(out):
    """To two digits, and as if each published cell stood at its median."""
    release = read_release(out)
    assert [c for c in release.clusters.columns if c.startswith("mean_")] == [
        "mean_concern", "mean_turns", "mean_effort", "mean_words",
    ]  # fmt: skip
    rows = private(out).filter(pl.col("base_id").is_not_null())
    exact = rows.group_by(cluster_id="base_id").agg(pl.col("effort").mean(), pl.col("words").mean())
    base = release.base().join(exact, on="cluster_id")
    assert base.height == 14
    for told, mean in base.select("mean_effort", "effort").iter_rows():
        assert told == round(told, 2) == pytest.approx(mean, abs=1)
    assert base["mean_words"].to_list() == [2000.0] * 14


def test_who_was_screened_refused_or_failed_is_counted_and_in_no_cluster(runs):
    for out, _ in runs.values():
        rows = private(out)
        assert rows.filter(pl.col("status") != "ok")["base_id"].is_null().all()
        counts = read_release(out).manifest.counts
        few = dict.fromkeys(("screened_out", "refused", "failed"), "20-50")
        told = {**few, "not_clustered": "50-100", "conversations": "500-1,000"}
        assert {name: counts[name] for name in told} == told


def test_a_conversation_without_a_goal_is_in_the_other_tree_all_the_same(runs):
    out, _ = runs["paper"]
    number = pl.col("conversation_id").str.slice(1).cast(pl.Int64) % 20
    rows = private(out).filter(number == 13)
    assert rows.filter(facet="goal")["base_id"].is_null().all()
    assert rows.filter(facet="request")["base_id"].is_not_null().all()
    assert read_release(out).manifest.pooled["conversations_left_out"] == "50-100"


def test_the_manifest_names_the_models_and_the_host_and_nothing_else_of_the_address(out):
    models = read_release(out).manifest.models
    assert models == {
        "embedding": "all-MiniLM-L6-v2",
        "facet_model": "claude-haiku-5-5",
        "naming_model": "claude-sonnet-5-5",
        "host": "models.example",
    }
    text = (out / "release" / "manifest.json").read_text()
    assert "key@" not in text
    assert "8443" not in text


def test_the_same_command_again_asks_nothing_and_a_lost_table_comes_back_the_same(runs, source, tmp_path):
    for policy, (done, _) in runs.items():
        out = tmp_path / policy
        shutil.copytree(done, out)
        before = {path.name: path.read_bytes() for path in (out / "release").iterdir()}
        model, made = run(out, settings_of(policy), source)
        assert (model.asked, made) == ([], [])
        workspace = Workspace(out)
        workspace.forget("embeddings/goal", workspace.shards()[0])
        workspace.forget("words", "all")
        _, made = run(out, settings_of(policy), source)
        assert set(made) == {"embed", "words"}
        assert {path.name: path.read_bytes() for path in (out / "release").iterdir()} == before


def test_more_facets_leave_the_tree_of_requests_as_it_is(runs, source, tmp_path):
    full = read_release(runs["paper"][0])
    shutil.copytree(runs["paper"][0] / "workspace", tmp_path / "workspace")
    run(tmp_path, settings_of("paper", facets=()), source)
    alone = read_release(tmp_path)
    assert alone.facets() == ["request"]
    requests = full.clusters.filter(facet="request").drop("mean_effort", "mean_words")
    assert requests.equals(alone.clusters)
    built_in = pl.col("dimension").is_in(["language", "concern", "turns"])
    ids = pl.col("cluster_id").str.starts_with("request-")
    assert full.breakdowns.filter(built_in, ids).equals(alone.breakdowns)
    assert full.timeline.filter(ids).equals(alone.timeline)


def test_what_is_switched_off_is_gone_and_stamped(runs, source, tmp_path):
    out, before = tmp_path / "out", read_release(runs["paper"][0])
    shutil.copytree(runs["paper"][0], out)
    own = ({**OWN[0], "clustered": False}, *OWN[1:])
    run(out, settings_of("paper", facets=own, privacy__redact_input=False, screen__question=None), source)
    release = read_release(out)
    assert verify(out).ok
    assert release.facets() == ["request"]
    assert "mean_effort" in release.clusters.columns
    assert "screened_out" not in release.manifest.counts
    assert any("not replaced before the language model read them" in note for note in release.manifest.notes)
    assert not any("not replaced" in note for note in before.manifest.notes)


@pytest.mark.parametrize("policy", ["guarded", "paper"])
def test_a_text_that_nobody_has_gives_no_tree_and_the_others_stay(source, tmp_path, policy):
    run(tmp_path, settings_of(policy), source, Model(goals=False))
    release, found = read_release(tmp_path), verify(tmp_path)
    assert found.ok, [check for check in found.checks if not check.ok]
    assert release.facets() == ["request"]
    assert release.base().height == 7


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.drop("mean_effort"),
        lambda table: table.with_columns(mean_income=pl.lit(1.0)),
        lambda table: table.with_columns(pl.col("mean_effort").cast(pl.Float32)),
        lambda table: table.rename({"mean_effort": "mean_income"}),
    ],
    ids=["missing", "undeclared", "other type", "renamed"],
)
def test_columns_that_the_settings_do_not_declare_are_rejected(runs, tmp_path, change):
    release = shutil.copytree(runs["paper"][0] / "release", tmp_path / "release")
    path = release / "clusters.parquet"
    change(pl.read_parquet(path)).write_parquet(path)
    assert "columns" in {check.name for check in verify(release).checks if not check.ok}
    with pytest.raises(UserError, match="columns of a release"):
        read_release(release)


@pytest.mark.parametrize(
    "change",
    [pl.lit("furious").alias("value"), pl.lit("mood").alias("dimension")],
    ids=["value", "dimension"],
)
def test_a_breakdown_that_the_settings_do_not_declare_is_found(runs, tmp_path, change):
    release = shutil.copytree(runs["paper"][0] / "release", tmp_path / "release")
    path = release / "breakdowns.parquet"
    changed = (pl.col("dimension") == "tone") & (pl.col("value") == "calm")
    table = pl.read_parquet(path)
    name = change.meta.output_name()
    table.with_columns(pl.when(changed).then(change).otherwise(name).alias(name)).write_parquet(path)
    assert "breakdowns" in {check.name for check in verify(release).checks if not check.ok}


@pytest.mark.parametrize(
    "broken", [7, "tone", ["tone"], [{"name": "../x", "kind": "scale", "bounds": [0, 4]}]]
)
@pytest.mark.parametrize("section", ["facets", "breakdowns"])
def test_settings_of_another_shape_declare_nothing_and_fail_the_check(runs, tmp_path, section, broken):
    release = shutil.copytree(runs["paper"][0] / "release", tmp_path / "release")
    manifest = json.loads((release / "manifest.json").read_text())
    manifest["settings"][section] = broken
    (release / "manifest.json").write_text(json.dumps(manifest))
    failed = {check.name for check in verify(release).checks if not check.ok}
    assert ("columns" in failed) == (section == "facets")


def test_a_mean_outside_its_declared_bounds_is_found(runs, tmp_path):
    release = shutil.copytree(runs["paper"][0] / "release", tmp_path / "release")
    path = release / "clusters.parquet"
    pl.read_parquet(path).with_columns(mean_effort=pl.lit(4.1)).write_parquet(path)
    assert "values" in {check.name for check in verify(release).checks if not check.ok}


@given(st.integers(0, 3), st.integers(1, 4), st.integers(1, 4), st.integers(20, 10**6), st.floats(0.1, 8))
def test_the_word_plan_pays_for_every_clustered_facet(more, m, tags, accounts, epsilon):
    goals = [{**OWN[0], "name": f"goal{number}"} for number in range(more)]
    settings = settings_of(
        "guarded", facets=[*goals, *OWN[1:]], privacy__conversations_per_account=m,
        privacy__tags_per_conversation=tags, privacy__epsilon=epsilon,
    )  # fmt: skip
    plan = word_plan(settings, accounts)
    assert m * tags * (1 + more) == plan.K
    assert m * (1 + more) * plan.epsilon_per_choice == pytest.approx(plan.epsilon_phrase)
    assert plan.epsilon == pytest.approx(epsilon)
    assert plan.delta == min(1e-6, 1 / (100 * round_up_125(accounts)))
    contrasted = settings.model_copy(
        update={"sae": SaeSettings(activations="bundled", contrast=date(2026, 6, 15))}
    )
    across = word_plan(contrasted, accounts)
    assert m * tags * (2 + more) == across.K, "groups that cut across clusters are one facet more"
    assert m * (2 + more) * across.epsilon_per_choice == pytest.approx(across.epsilon_phrase)
    assert (across.epsilon, across.delta) == (plan.epsilon, plan.delta)


def test_the_noise_of_both_trees_is_charged_once(runs):
    manifest = read_release(runs["guarded"][0]).manifest
    assert manifest.budget.epsilon == 4
    assert manifest.budget.cumulative["epsilon"] == 4


@pytest.mark.parametrize("page", ["overview", "map", "tree", "breakdowns"])
def test_a_page_shows_the_facet_that_its_address_asks_for(runs, monkeypatch, page):
    out, _ = runs["paper"]
    monkeypatch.setenv(data.PLACE, str(out))
    data.listed.clear()
    app = AppTest.from_file(str(Path(data.__file__).with_name("app.py")), default_timeout=90)
    app.query_params.update({"facet": "goal", "colour": "effort", "dimension": "tone"})
    app.run()
    if page != "overview":
        app.switch_page(f"views/{page}.py").run()
    assert not app.exception, app.exception
    assert app.session_state["facet_choice"] == "goal"
    own = read_release(out).clusters.filter(facet="request")["cluster_id"]
    shown = str([part.proto for kind in ("page_link", "html", "plotly_chart") for part in app.get(kind)])
    assert "goal-" in shown
    assert not any(cluster_id in shown for cluster_id in own)
