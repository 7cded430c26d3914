"""From all published numbers together, no set of conversations below the rules can be bounded.

The attacker is an independent solver (lattice_solver.py). That it finds such a set where there is one is tested as
well, on releases that were broken on purpose: an attack that never succeeds would prove nothing.
"""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clio import pipeline
from clio.policies import GUARDED, PAPER
from clio.privacy.gate import GateInput, build_release
from clio.release.exports import FORMATS, export
from clio.release.reader import read_release
from clio.settings import load_settings
from clio.synthetic.generator import write_jsonl
from tests.privacy.gate_data import KEY, PLAN, SMALL, gate_input, provenance
from tests.privacy.lattice_reading import Published, caught, read_published, unexplained
from tests.privacy.lattice_solver import Lattice, Proof, minus
from tests.privacy.lattice_totals import totals, windows

POLICIES = {"paper": PAPER, "guarded": GUARDED}
BOTH = pytest.mark.parametrize("policy", list(POLICIES.values()), ids=list(POLICIES))

trees = st.builds(
    gate_input,
    st.integers(0, 10**9),
    bases=st.integers(1, 8),
    conversations=st.sampled_from([60, 200, 600, 2_000]),
    accounts=st.sampled_from([60, 200, 800]),
    unknown=st.sampled_from([0.0, 0.05, 0.3]),
    facets=st.sampled_from([("request",), ("request", "task")]),
)
rules = st.sampled_from(
    [PAPER, GUARDED, *(replace(policy, clusters=SMALL, cells=SMALL) for policy in (PAPER, GUARDED))]
)


def build(data: GateInput, policy, folder: Path, **changes) -> Path:
    build_release(data, policy, [PLAN], provenance(**changes), KEY, folder)
    return folder / "release"


def exported(folder: Path) -> list[Path]:
    places = []
    for kind in FORMATS:
        if kind in ("csv", "parquet", "json"):
            places.append(folder.parent / f"{folder.name}-{kind}")
            export(read_release(folder), kind, places[-1])
    return places


def holds(folder: Path) -> int:
    """Assert that no set of this release is caught; returns how many were tried."""
    published = read_published(folder, exported(folder))
    assert unexplained(published) == []
    proofs, asked = caught(published)
    assert proofs == []
    return asked


@given(trees, rules)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_set_of_a_random_tree_is_caught(tmp_path_factory, data, policy):
    holds(build(data, policy, tmp_path_factory.mktemp("lattice")))


@pytest.mark.slow
@given(trees, rules)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_set_of_many_random_trees_is_caught(tmp_path_factory, data, policy):
    holds(build(data, policy, tmp_path_factory.mktemp("lattice")))


@BOTH
def test_a_realistic_number_of_sets_is_tried(tmp_path, policy):
    """A reader that saw no tables would catch nothing either."""
    folder = build(gate_input(1, bases=8, conversations=2_000, facets=("request", "task")), policy, tmp_path)
    release = read_release(folder)
    assert release.breakdowns.height > 50
    assert release.timeline.height > 20
    assert holds(folder) > 2_000


@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_no_set_of_a_run_is_caught(tmp_path, tiny_encoder, policy):
    """The whole way from conversations to release, and its exports."""
    conversations = tmp_path / "conversations.jsonl"
    write_jsonl(conversations, 600, accounts=200, seed=5)
    given_settings = load_settings(
        None,
        {"privacy.policy": policy, "embedding.model": str(tiny_encoder), "clustering.k": 6},
    )
    pipeline.run(tmp_path / "out", given_settings, [str(conversations)])
    assert read_release(tmp_path / "out").base().height > 1
    holds(tmp_path / "out" / "release")


@pytest.mark.slow
@pytest.mark.parametrize("policy", ["paper", "guarded"])
def test_no_set_of_a_run_on_shared_conversations_is_caught(tmp_path, shared_data, policy):
    given_settings = load_settings(None, {"privacy.policy": policy, "ingest.sample": 3_000})
    pipeline.run(tmp_path / "out", given_settings, [str(shared_data / "clinc150.jsonl.gz")])
    holds(tmp_path / "out" / "release")


# Small means: what a mean says of the few who are not at its lower end.


def few_concerned(concerned: int, conversations: int) -> GateInput:
    """One cluster, each conversation of its own account; `concerned` of them have a concern of 2, the rest 1."""
    data = gate_input(1, bases=1, conversations=conversations, unknown=0.0)
    rows = data.conversations.collect().with_row_index("n")
    level = pl.when(pl.col("n") < concerned).then(2).otherwise(1).cast(pl.Int8)
    rows = rows.with_columns(
        account_id=pl.format("account-{}", "n"),
        account_key=pl.col("n").cast(pl.UInt64) * 7919,
        base_id=pl.lit("request-0-000"),
        concern=level,
    )
    return replace(data, conversations=rows.drop("n").lazy())


@BOTH
def test_a_mean_does_not_say_how_few_are_above_its_lower_end(tmp_path, policy):
    """Thirty conversations with a mean of 1.2 are known to hold one to nine above 1."""
    folder = build(few_concerned(5, 30), policy, tmp_path)
    holds(folder)
    rewrite(folder, "clusters", mean_concern=pl.lit(1.2))
    proofs, _ = caught(read_published(folder))
    assert Proof("request-0-000 concern>=2", 1, 7 if policy.rounding == 1 else 9) in proofs


@BOTH
def test_a_mean_of_values_that_all_pass_is_the_mean(tmp_path, policy):
    folder = build(few_concerned(24, 60), policy, tmp_path)
    assert read_release(folder).base()["mean_concern"].to_list() == [1.4]


# Broken on purpose.


def rewrite(folder: Path, table: str, **columns: pl.Expr) -> None:
    path = folder / f"{table}.parquet"
    pl.read_parquet(path).with_columns(**columns).write_parquet(path)


def sound(folder: Path, policy, seed: int = 2) -> tuple[Path, str]:
    """A release that holds, and the id of one of its base clusters."""
    data = gate_input(seed, bases=6, conversations=2_000, accounts=800)
    release = build(data, policy, folder)
    return release, read_release(release).base()["cluster_id"][0]


def caught_as(published: Published, words: str) -> list[Proof]:
    return [proof for proof in caught(published)[0] if words in proof.what]


@BOTH
def test_a_share_of_a_total_with_the_left_out_is_caught(tmp_path, policy):
    """Shares of exact counts, of a whole that holds seven conversations more than the published clusters."""
    folder, _ = sound(tmp_path, policy)
    base = pl.read_parquet(folder / "clusters.parquet").filter(level=0)
    whole = base["conversations"].sum() + 7
    rewrite(folder, "clusters", share=pl.col("conversations") / whole)
    if policy.rounding == 1:
        assert caught_as(read_published(folder), "left out") == [Proof("request left out", 7, 7)]
    assert unexplained(read_published(folder))


@BOTH
def test_a_value_that_is_dropped_and_not_pooled_is_caught(tmp_path, policy):
    """Three conversations stand in no cell of their cluster; rounded sums cannot tell so small a gap."""
    folder, base = sound(tmp_path, policy)
    cells = pl.read_parquet(folder / "breakdowns.parquet")
    one = cells.filter(cluster_id=base, dimension="plan").sort("conversations").row(-1, named=True)
    key = (pl.col("cluster_id") == base) & (pl.col("dimension") == "plan") & (pl.col("value") == one["value"])
    fewer = pl.when(key).then(pl.col("conversations") - 3).otherwise("conversations")
    rewrite(folder, "breakdowns", conversations=fewer)
    whole = pl.col("conversations").sum().over("cluster_id", "dimension")
    rewrite(folder, "breakdowns", share=pl.col("conversations") / whole)
    found = caught_as(read_published(folder), "plan in no cell")
    if policy.rounding == 1:
        assert Proof(f"{base} plan in no cell", 3, 3) in found


@BOTH
def test_a_parent_that_counts_a_left_out_cluster_is_caught(tmp_path, policy):
    folder, base = sound(tmp_path, policy)
    parent = read_release(folder).clusters.filter(cluster_id=base)["parent_id"].item()
    more = pl.when(cluster_id=parent).then(pl.col("conversations") + 7).otherwise("conversations")
    rewrite(folder, "clusters", conversations=more)
    found = caught_as(read_published(folder), f"{parent} outside its children")
    assert unexplained(read_published(folder))
    if policy.rounding == 1:
        assert found == [Proof(f"{parent} outside its children", 7, 7)]


@BOTH
def test_a_timeline_that_is_too_fine_is_caught(tmp_path, policy):
    """A day of which fewer conversations are published than the rule allows, rounded or not."""
    folder, base = sound(tmp_path, policy)
    timeline = pl.read_parquet(folder / "timeline.parquet")
    run = timeline.filter(cluster_id=base).row(0, named=True)
    later = run | {
        "period_start": run["period_start"] + timedelta(days=1),
        "conversations": 4 if policy.rounding == 1 else 0,
    }
    finer = [run | {"conversations": run["conversations"] - later["conversations"]}, later]
    parts = [
        timeline.filter(~((pl.col("cluster_id") == base) & (pl.col("period_start") == run["period_start"])))
    ]
    pl.concat([*parts, pl.DataFrame(finer, schema=timeline.schema)]).sort(
        "cluster_id", "period_start"
    ).write_parquet(folder / "timeline.parquet")
    found = caught_as(read_published(folder), f"{base} after {later['period_start']}")
    found += caught_as(read_published(folder), f"{base} first of {later['period_start']}")
    assert found


def test_two_lengths_of_period_are_caught_by_subtraction(tmp_path):
    """A day beside the week that holds it leaves the rest of the week."""
    folder, base = sound(tmp_path, PAPER)
    timeline = pl.read_parquet(folder / "timeline.parquet")
    run = timeline.filter(cluster_id=base).row(0, named=True)
    whole = timeline.filter(cluster_id=base)["conversations"].sum()
    day = run | {"period": "day", "conversations": run["conversations"] - 3}
    after = {
        "period_start": run["period_start"] + timedelta(days=1),
        "conversations": whole - day["conversations"],
    }
    more = pl.DataFrame([day, day | after], schema=timeline.schema)
    path = folder / "timeline.parquet"
    pl.concat([timeline, more]).sort("cluster_id", "period_start", "period").write_parquet(path)
    assert run["period"] == "week"
    assert caught_as(read_published(folder), base)


def test_an_export_with_another_number_is_caught(tmp_path):
    """An export made from the private side tells a value that the release pooled."""
    folder, base = sound(tmp_path, PAPER)
    published = read_published(folder, exported(folder))
    cells = published.exports[0]["breakdowns"]
    one = cells.filter(cluster_id=base, dimension="plan").head(1)
    extra = one.with_columns(value=pl.lit("team"), conversations=pl.lit(4, cells.schema["conversations"]))
    leaking = {**published.exports[0], "breakdowns": pl.concat([cells, extra])}
    assert caught_as(replace(published, exports=[leaking]), f"{base} plan team")


# Totals, facets and windows.


@given(trees, rules)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_manifest_and_facets_catch_nobody(tmp_path_factory, data, policy):
    """The same conversations are published in several facets: who is in one of them and not in the other?"""
    published = read_published(build(data, policy, tmp_path_factory.mktemp("lattice")))
    assert totals(published).proofs() == []


def some_left_out(left_out: int, conversations: int) -> GateInput:
    """One cluster and `left_out` conversations in none, each conversation of its own account."""
    data = few_concerned(0, conversations)
    outside = pl.int_range(pl.len()) < left_out
    base = pl.when(outside).then(None).otherwise("base_id")
    return replace(data, conversations=data.conversations.with_columns(base_id=base))


def test_the_counts_of_paper_do_not_tell_who_is_left_out(tmp_path):
    folder = build(some_left_out(5, 1_000), PAPER, tmp_path)
    assert totals(read_published(folder)).proofs() == []


def test_the_bands_of_guarded_do_not_tell_that_somebody_is_left_out(tmp_path):
    """1,000 of which 995 are published as 990, at most 999: one to nine are left out."""
    for key in range(20):
        folder = tmp_path / str(key)
        data = some_left_out(5, 1_000)
        build_release(data, GUARDED, [], provenance(), key.to_bytes(32, "big"), folder)
        if read_release(folder).base()["conversations"].item() == 990:
            break
    assert totals(read_published(folder / "release")).proofs() == []


@given(trees, trees, rules)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_consecutive_windows_catch_nobody(tmp_path_factory, first, second, policy):
    folder = tmp_path_factory.mktemp("lattice")
    spans = ((date(2026, 3, 2), date(2026, 4, 11)), (date(2026, 4, 12), date(2026, 5, 22)))
    one, two = (
        read_published(build(data, policy, folder / name, window=span))
        for data, name, span in zip((first, second), "ab", spans, strict=True)
    )
    for lattice in windows(one, two):
        assert lattice.proofs() == []


def test_a_window_that_is_counted_again_is_caught(tmp_path):
    """Seven conversations more in a later release that holds the earlier one's too."""
    data = gate_input(2, bases=6, conversations=2_000, accounts=800)
    rows = data.conversations.collect()
    own = rows.filter(pl.col("base_id") == "request-0-000")
    names = [f"new-{n}" for n in range(7)]
    new = own.head(7).with_columns(conversation_id=pl.Series(names), account_id=pl.Series(names))
    spans = ((date(2026, 3, 2), date(2026, 4, 11)), (date(2026, 3, 2), date(2026, 4, 30)))
    later = replace(data, conversations=pl.concat([rows, new]).lazy())
    one, two = (
        read_published(build(given_data, PAPER, tmp_path / name, window=span))
        for given_data, name, span in zip((data, later), "ab", spans, strict=True)
    )
    proofs = [proof for lattice in windows(one, two) for proof in lattice.proofs() or ()]
    assert Proof("request-0-000 since the earlier release", 7, 7) in proofs


def test_the_solver_finds_the_exact_ends():
    """Two overlapping sums and a difference, by hand: 12 + x = 20 and x + y = 11."""
    lattice = Lattice()
    x, y = lattice.count("x"), lattice.count("y")
    lattice.state({x: 1.0}, 8, 8)
    lattice.state({x: 1.0, y: 1.0}, 11, 11)
    lattice.ask("both", {x: 1.0, y: 1.0})
    lattice.ask("apart", minus({x: 1.0}, {y: 1.0}))
    assert lattice.proofs() == [Proof("x", 8, 8), Proof("y", 3, 3), Proof("apart", 5, 5)]
    lattice.state({y: 1.0}, 4)
    assert lattice.proofs() is None


def test_whole_numbers_are_part_of_the_proof():
    """Twice a count within 5 to 7 leaves 3 alone; fractions would leave room."""
    lattice = Lattice(least=4)
    number = lattice.count("n")
    lattice.state({number: 2.0}, 5, 7)
    assert lattice.proofs() == [Proof("n", 3, 3)]
