"""Two worlds that differ in one account, from its conversations to the release under `dp`.

Noise is replaced by a tape: the world with the account writes down what went into every mechanism and what came out;
the world without it writes down its own and is given the same answers. Then no number may have moved by more than
its noise was made for, and the releases must be equal: nothing but the answers reaches them.
"""

import json
import math
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import opendp.prelude as dp
import polars as pl
import pytest

from clio import dp_steps, group_steps, pipeline, publication, steps
from clio.clustering.exact import GRID
from clio.clustering.topics import FULL
from clio.facets.language_names import SEVERAL
from clio.planning import dp_plan
from clio.privacy import noisy_cells, words
from clio.public.phrases import PhraseList, load_phrases
from clio.settings import Settings, load_settings
from clio.stages import Work
from clio.stored_noise import StoredNoise
from clio.synthetic.generator import write_jsonl
from clio.tables import CENTROIDS
from clio.workspace import WHOLE, Workspace

dp.enable_features("contrib")

EVERY = 20  # of the public phrases one is kept, so that encoding them takes seconds
COPYCAT = "copycat"


class Asked(NamedTuple):
    """What went into one Gaussian mechanism."""

    values: np.ndarray
    sensitivity: float
    rho: float
    scale: float


@dataclass
class Tape:
    """Stands in for every source of noise; with `given`, answers as that tape did."""

    given: "Tape | None" = None
    asked: list[Asked] = field(default_factory=list)
    answers: list[np.ndarray] = field(default_factory=list)
    scores: list[np.ndarray] = field(default_factory=list)
    chosen: list[int] = field(default_factory=list)
    tags: dict[tuple[str, str], int] = field(default_factory=dict)
    supports: dict[tuple[str, str], int] = field(default_factory=dict)
    sigma: float = 0.0
    exact: list[bool] = field(default_factory=list)

    def nearest_phrases(self, *args, **how) -> pl.DataFrame:
        self.exact.append(how["exact"])
        return _nearest_phrases(*args, **how)

    def noisy_integers(self, values: np.ndarray, sensitivity: float, rho: float, scale: float) -> np.ndarray:
        at = len(self.asked)
        self.asked.append(Asked(values.copy(), float(sensitivity), rho, scale))
        if self.given is not None:
            before = self.given.asked[at]
            assert before[1:] == self.asked[at][1:], "the noise depends on the settings alone"
            assert before.values.shape == values.shape
            answer = self.given.answers[at]
        else:
            noise = np.random.default_rng(at).normal(0, scale / 8, values.shape)
            if (
                values.ndim == 1
            ):  # counts: high enough above the floors that this small window has all its parts
                noise += scale * (2.5 if sensitivity >= GRID else 6)
            answer = values + np.rint(noise).astype(np.int64)
        self.answers.append(answer)
        return answer.copy()

    def noisy_choice(self, vectors: list[np.ndarray], rho: float, sensitivity: int) -> list[int]:
        assert sensitivity == FULL
        (scores,) = vectors
        at = len(self.scores)
        self.scores.append(scores.copy())
        if self.given is None:
            self.chosen.append(
                int(np.argmax(scores + np.random.default_rng(at).gumbel(0, FULL, len(scores))))
            )
        else:
            self.chosen.append(self.given.chosen[at])
        return self.chosen[-1:]

    def tag_counts(self, votes: pl.DataFrame) -> pl.DataFrame:
        counts = _tag_counts(votes)
        self.tags = {(cluster, tag): count for cluster, tag, count in counts.iter_rows()}
        return counts

    def noisy_counts(self, counts: np.ndarray, sigma: float) -> np.ndarray:
        """Tags of one account alone stay below the threshold: that they pass is what delta_threshold pays for."""
        self.sigma = sigma
        noisy = {pair: 1000 + count if count > 1 else 0 for pair, count in self.tags.items()}
        self.supports = noisy if self.given is None else self.given.supports
        assert list(self.tags.values()) == counts.tolist()
        return np.array([self.supports[pair] for pair in self.tags], np.int64)


_tag_counts = words.tag_counts
_nearest_phrases = steps.nearest_phrases


@dataclass(frozen=True)
class World:
    """A finished run and its tape."""

    out: Path
    tape: Tape

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.out)

    def table(self, name: str, without: set[str] = frozenset()) -> pl.DataFrame:
        """All shards of a private table, without some conversations, by conversation."""
        parts = [self.workspace.read(name, shard) for shard in self.workspace.shards()]
        whole = pl.concat(parts).filter(~pl.col("conversation_id").is_in(without))
        return whole.sort("conversation_id")

    def embeddings(self) -> dict[str, bytes]:
        return {
            id_: row.tobytes()
            for shard in self.workspace.shards()
            for id_, row in zip(
                self.workspace.read("facets", shard)["conversation_id"],
                self.workspace.read_array("embeddings/request", shard),
                strict=True,
            )
        }

    def release(self) -> dict[str, bytes]:
        """Every file of the release, and its manifest without the time of day."""
        files = {path.name: path.read_bytes() for path in (self.out / "release").iterdir()}
        manifest = json.loads(files.pop("manifest.json"))
        del manifest["created_at"]
        return {**files, "manifest": json.dumps(manifest, sort_keys=True).encode()}


def settings_of(m: int) -> Settings:
    return load_settings(
        overrides={
            "privacy.policy": "dp",
            "privacy.epsilon": 8,
            "privacy.expected_accounts": 2000,
            "privacy.conversations_per_account": m,
            "privacy.tags_per_conversation": 2,
            "privacy.min_accounts": 2,
            "privacy.min_conversations": 2,
            "clustering.k": 5,
            "run.shard_size": 60,
            "ingest.since": "2026-06-01",
            "ingest.until": "2026-07-01",
            "breakdowns.metadata": {"plan": ["free", "pro", "team"]},
        }
    )


def few_phrases() -> PhraseList:
    return PhraseList(*(column[::EVERY] for column in load_phrases()))


def run(out: Path, rows: list[dict], m: int, tape: Tape, beside: Path | None = None) -> World:
    """Run from the conversations on; `beside` is a folder whose secret and encoded public phrases are taken over."""
    root = out / "workspace"
    root.mkdir(parents=True, mode=0o700)
    if beside is not None:
        shutil.copytree(beside / "workspace" / "phrases", root / "phrases")
        for name in ("secret", "secret.json"):
            shutil.copy2(beside / "workspace" / name, root / name)
    source = out / "conversations.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    few = few_phrases()
    with pytest.MonkeyPatch.context() as patch:
        for module in (steps, group_steps):
            patch.setattr(module, "load_phrases", lambda: few)
        patch.setattr(steps, "nearest_phrases", tape.nearest_phrases)
        for module in (dp_steps, noisy_cells):
            patch.setattr(module, "noisy_integers", tape.noisy_integers)
        for name in ("noisy_choice", "noisy_counts", "tag_counts"):
            patch.setattr(words, name, getattr(tape, name))
        pipeline.run(out, settings_of(m), [str(source)])
    return World(out, tape)


@pytest.fixture(scope="module")
def conversations(tmp_path_factory) -> list[dict]:
    """150 conversations of 60 accounts, some of nobody known; one account says what others say."""
    path = tmp_path_factory.mktemp("neighbours") / "conversations.jsonl"
    write_jsonl(path, conversations=150, accounts=60, seed=3)
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    for row in rows[::40]:
        row["account_id"] = None
    copies = [
        {**row, "conversation_id": f"copy{n}", "account_id": COPYCAT} for n, row in enumerate(rows[5:120:23])
    ]
    return rows + copies


@pytest.fixture(scope="module")
def wholes(conversations, tmp_path_factory) -> dict[int, World]:
    """The world with all accounts, by conversations an account."""
    one = run(tmp_path_factory.mktemp("one"), conversations, 1, Tape())
    return {1: one, 2: run(tmp_path_factory.mktemp("two") / "run", conversations, 2, Tape(), one.out)}


def removed_accounts(conversations: list[dict]) -> dict[str, str]:
    """The heaviest, the copycat and two others by a seed."""
    owned = [row["account_id"] for row in conversations if row["account_id"] not in (None, COPYCAT)]
    ranked = sorted(set(owned), key=lambda account: (-owned.count(account), account))
    some = np.random.default_rng(11).choice(ranked[1:], 2, replace=False)
    return {"heaviest": ranked[0], "copycat": COPYCAT, "one": str(some[0]), "other": str(some[1])}


def squared(values: np.ndarray) -> int:
    return sum(int(value) ** 2 for value in values.ravel())


@pytest.mark.parametrize(
    ("m", "which"), [(1, "heaviest"), (1, "copycat"), (1, "one"), (2, "heaviest"), (2, "other")]
)
def test_one_account_moves_no_number_by_more_than_its_noise_was_made_for(
    m, which, wholes, conversations, tmp_path
):
    before = wholes[m]
    account = removed_accounts(conversations)[which]
    left = [row for row in conversations if row["account_id"] != account]
    own = {row["conversation_id"] for row in conversations if row["account_id"] == account}
    after = run(tmp_path / "without", left, m, Tape(before.tape), before.out)

    assert_bounded(before.tape, after.tape, m)
    heavy = which == "heaviest"
    moved = [
        bool((a.values != b.values).any()) for a, b in zip(before.tape.asked, after.tape.asked, strict=True)
    ]
    assert all(moved) or not heavy, "the heaviest account is in every statistic, so the test sees it go"
    assert_others_unchanged(before, after, own)
    assert before.release() == after.release(), "only what was asked noisily reaches the release"


def assert_bounded(before: Tape, after: Tape, m: int) -> None:
    plan = dp_plan(settings_of(m))
    for one, other in zip(before.asked, after.asked, strict=True):
        assert squared(one.values - other.values) <= one.sensitivity**2 * (1 + 1e-12)
    assert len(before.scores) == len(after.scores) > 1
    drops = [one - other for one, other in zip(before.scores, after.scores, strict=True)]
    assert all(((drop >= 0) & (drop <= FULL)).all() for drop in drops), "all in one direction"
    assert sum(bool(drop.any()) for drop in drops) <= m, "clusters in which the account votes"
    assert after.tags.keys() <= before.tags.keys()
    lost = np.array([count - after.tags.get(pair, 0) for pair, count in before.tags.items()])
    assert squared(lost) <= plan.words.K
    assert np.count_nonzero(lost) <= plan.words.K
    assert before.sigma == after.sigma == plan.words.sigma


def assert_others_unchanged(before: World, after: World, own: set[str]) -> None:
    for name in ("facets", "topics", "assignments"):
        one, other = before.table(name, own), after.table(name)
        assert other.height > 100
        assert one.equals(other), f"{name} of others changed"
    one, other = before.embeddings(), after.embeddings()
    assert one.keys() - own == other.keys()
    assert all(row == one[id_] for id_, row in other.items())


@pytest.mark.parametrize("m", [1, 2])
def test_every_noise_is_as_large_as_the_plan_pays_for(m, wholes):
    """At the draws themselves: OpenDP's ρ of each scale and sensitivity, and all of them together."""
    world = wholes[m]
    plan = dp_plan(settings_of(m))
    space = dp.vector_domain(dp.atom_domain(T="i64")), dp.l2_distance(T=float)
    for asked in world.tape.asked:
        assert dp.m.make_gaussian(*space, scale=asked.scale).map(asked.sensitivity) <= asked.rho
    spent = math.fsum(asked.rho for asked in world.tape.asked)
    assert spent == pytest.approx(plan.rho * 0.5, rel=1e-9), "clusters, sizes and cells have half of it"
    assert len(world.tape.asked) == 8 + (1 if m == 1 else 2) + 1


@pytest.mark.parametrize("m", [1, 2])
def test_the_release_that_is_compared_has_something_in_it(m, wholes):
    world = wholes[m]
    release = world.out / "release"
    clusters = pl.read_parquet(release / "clusters.parquet")
    assert clusters.filter(level=0).height >= 3
    assert pl.read_parquet(release / "breakdowns.parquet").height > 5
    assert pl.read_parquet(release / "timeline.parquet").height > 1
    assert any(world.tape.supports.values()), "tags were released"
    assert world.tape.exact == [True] * len(world.workspace.shards()), "no cosine depends on other rows"


def keys_asked(world: World) -> list[str]:
    """Names of the draws about the groups that stand in a workspace; answers are zeros, and none is kept."""
    work, keys = Work(world.workspace, settings_of(1)), list[str]()
    rows = pl.concat([publication._rows(work, shard, ("plan",)) for shard in world.workspace.shards()])
    few = few_phrases()

    def draw(store: StoredNoise, key: str, make) -> pl.DataFrame:
        keys.append(key)
        return make()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(group_steps, "load_phrases", lambda: few)
        patch.setattr(StoredNoise, "draw", draw)
        dp_steps.measure_sizes(work)
        group_steps.release_cluster_words(work)
        publication.noisy_numbers(work, rows)
    return keys


@pytest.mark.parametrize("changed", ["groups", "conversations"])
def test_other_groups_and_other_conversations_with_the_very_same_counts_are_drawn_anew(
    changed, wholes, tmp_path
):
    """A recalled answer would say that the counts are the same: exactly, and for nothing."""
    shutil.copytree(wholes[1].out, tmp_path / "run")
    world = World(tmp_path / "run", Tape())
    before = keys_asked(world)
    assert keys_asked(world) == before, "the same groups of the same conversations"
    assert [key.partition("-")[0] for key in before] == ["request.sizes", "phrases", "tags", "request.cells"]
    if changed == "groups":
        moved = world.workspace.read("centroids").with_columns(pl.col("centroid").list.eval(pl.element() + 1))
        world.workspace.write("centroids", WHOLE, moved, CENTROIDS, "another")
    else:
        shard = world.workspace.shards()[0]
        table = world.workspace.read("conversations", shard)
        later = table.with_columns(pl.col("created_at").dt.offset_by("1us"))
        world.workspace.write("conversations", shard, later, dict(table.schema), "another")
    assert not set(before) & set(keys_asked(world))


@pytest.mark.parametrize("language", ["en", "de"])
def test_other_languages_are_a_group_that_is_asked_after_whatever_people_wrote_in(
    language, wholes, tmp_path, monkeypatch
):
    shutil.copytree(wholes[1].out, tmp_path / "run")
    workspace = Workspace(tmp_path / "run")
    for shard in workspace.shards():
        table = workspace.read("facets", shard).with_columns(language=pl.lit(language))
        workspace.write("facets", shard, table, dict(table.schema), "another")
    monkeypatch.setattr(StoredNoise, "draw", lambda store, key, make: make())
    fitted = dp_steps.fit(Work(workspace, settings_of(1)))["centroids"]
    assert fitted["language"].drop_nulls().to_list() == [SEVERAL]
    assert fitted.height == 6
