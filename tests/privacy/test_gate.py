"""The gate: what it publishes passes the rules, and is a function of published cells alone."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.errors import RunFailed, UserError
from clio.policies import GUARDED, PAPER
from clio.privacy import atoms as atoms_module
from clio.privacy.atoms import count_atoms
from clio.privacy.cells import cell_counts, passes
from clio.privacy.dimensions import BUILT_IN, published_value
from clio.privacy.gate import Dimension, band, build_release
from clio.privacy.periods import period_start
from clio.release.derive import BASE_CELLS, TREE, VALUE_CELLS, derive
from clio.release.layout import release_id
from clio.release.reader import read_release
from clio.release.verify import verify
from tests.privacy.gate_data import KEY, PLAN, SMALL, gate_input, provenance

POLICY = {
    "paper": replace(PAPER, clusters=SMALL, cells=SMALL),
    "guarded": replace(GUARDED, clusters=SMALL, cells=SMALL),
}
DIMENSIONS = [*BUILT_IN, PLAN]

inputs = st.builds(
    gate_input,
    st.integers(0, 10**6),
    bases=st.integers(1, 8),
    conversations=st.sampled_from([0, 40, 300, 900]),
    accounts=st.sampled_from([1, 10, 100]),
    unknown=st.sampled_from([0.0, 0.1, 0.9]),
    facets=st.sampled_from([("request",), ("request", "task")]),
)
policies = st.sampled_from(["paper", "guarded"])
few = settings(max_examples=20, deadline=None)


def build(data, policy, folder, **changes):
    return build_release(data, policy, [PLAN], provenance(**changes), KEY, folder)


def rows_of(data):
    return data.conversations.rename({"base_id": "cluster_id"}).filter(pl.col("cluster_id").is_not_null())


@given(inputs)
@few
def test_cells_partition_the_counted_conversations(data):
    """Under paper every base cluster's breakdown adds up to the cluster, which adds up to its members."""
    atoms = count_atoms(rows_of(data), POLICY["paper"], DIMENSIONS, KEY)
    true = rows_of(data).group_by("cluster_id").agg(true=pl.len().cast(pl.Int64)).collect()
    base = atoms.base.join(true, on="cluster_id")
    assert base.height == atoms.base.height
    assert base["conversations"].equals(base["true"].rename("conversations"))
    cells = atoms.values.group_by("cluster_id", "dimension").agg(pl.col("conversations").sum().alias("sum"))
    assert cells.join(base, on="cluster_id").filter(pl.col("sum") != pl.col("conversations")).is_empty()


@given(inputs)
@few
def test_every_published_cell_passes_the_rules_before_rounding(data):
    """Recounted here from the rows and the published values, not by the gate."""
    atoms = count_atoms(rows_of(data), POLICY["paper"], DIMENSIONS, KEY)
    rows = rows_of(data).collect()
    bases = cell_counts(rows, ["cluster_id"])
    assert bases.join(atoms.base, on="cluster_id", how="semi").select(passes(SMALL).all()).item()
    for dimension in DIMENSIONS:
        published = atoms.values.filter(dimension=dimension.name)
        named = rows.with_columns(raw=published_value(dimension)).join(
            published.select("cluster_id", "value"),
            left_on=["cluster_id", "raw"], right_on=["cluster_id", "value"], how="left", coalesce=False,
        )  # fmt: skip
        within = named.join(published.select("cluster_id").unique(), on="cluster_id", how="semi")
        cells = cell_counts(within.with_columns(pl.col("value").fill_null("other")), ["cluster_id", "value"])
        assert cells.select(passes(SMALL).all()).item()
        assert (
            cells.select("cluster_id", "value", "conversations")
            .sort("cluster_id", "value")
            .equals(published.select("cluster_id", "value", "conversations").sort("cluster_id", "value"))
        )


@given(inputs)
@few
def test_timeline_cells_pass_the_rules_before_rounding(data):
    """Each published cell covers the days from its start to the next one's; counted again from the rows."""
    atoms = count_atoms(rows_of(data), POLICY["paper"], [], KEY)
    if atoms.periods.is_empty():
        return
    for (cluster_id, period), cells in atoms.periods.group_by("cluster_id", "period"):
        dated = (
            rows_of(data).filter(cluster_id=cluster_id).collect().filter(pl.col("created_at").is_not_null())
        )
        starts = cells.select(start="period_start").sort("start")
        joined = dated.with_columns(day=period_start(period)).sort("day").join_asof(
            starts, left_on="day", right_on="start"
        )  # fmt: skip
        counted = cell_counts(joined, ["start"])
        assert counted.select(passes(SMALL).all()).item()
        undated = rows_of(data).filter(cluster_id=cluster_id).collect().height - dated.height
        assert 0 <= cells["conversations"].sum() - counted["conversations"].sum() <= undated


@given(inputs, policies)
@few
def test_every_published_number_follows_from_published_cells(tmp_path_factory, data, name):
    """Base rows, breakdown cells and timeline cells alone rebuild every table of the release."""
    folder = tmp_path_factory.mktemp("gate")
    build(data, POLICY[name], folder)
    release = read_release(folder)
    base = release.clusters.filter(level=0)

    def atomic(table):
        return table.join(base, on="cluster_id", how="semi")

    again = derive(
        base.select(BASE_CELLS.keys()),
        atomic(release.breakdowns).select(VALUE_CELLS.keys()),
        atomic(release.timeline),
        release.clusters.select(TREE.keys()),
        POLICY[name].cell_variance,
    )
    assert again.features is None
    for table, expected in zip(
        again[:3], (release.clusters, release.breakdowns, release.timeline), strict=True
    ):
        assert table.equals(expected)


@given(inputs, policies)
@few
def test_every_release_verifies(tmp_path_factory, data, name):
    folder = tmp_path_factory.mktemp("gate")
    build(data, POLICY[name], folder)
    failed = [(check.name, check.detail) for check in verify(folder).checks if not check.ok]
    # Smaller rules than the policy's, so that few conversations are enough here, are the one thing that fails.
    assert [name for name, _ in failed] == ["policy"], failed
    assert failed[0][1].startswith("the rules of cells are not the policy's")


@given(inputs, policies, st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_row_order_and_account_names_do_not_matter(tmp_path_factory, data, name, random):
    """Same conversations in another order, accounts renamed but keyed alike: the same bytes."""
    one, two = (build(data, POLICY[name], tmp_path_factory.mktemp("gate")) for _ in range(2))
    assert one == two
    rows = data.conversations.collect()
    order = list(range(rows.height))
    random.shuffle(order)
    renamed = rows[order].with_columns(account_id=pl.lit("Z") + pl.col("account_id").str.reverse())
    shuffled = replace(
        data,
        conversations=renamed.lazy(),
        taxonomy=data.taxonomy.reverse(),
        positions=data.positions.reverse(),
    )
    assert build(shuffled, POLICY[name], tmp_path_factory.mktemp("gate")) == one


def test_without_the_cluster_rule_verify_fails(tmp_path, monkeypatch):
    """If the gate's own look at sizes were gone, the checks from files would say so."""
    data = gate_input(3, bases=8, conversations=150)
    build(data, GUARDED, tmp_path / "sound")
    assert verify(tmp_path / "sound").ok
    monkeypatch.setattr(atoms_module, "passes", lambda rule: pl.lit(True))
    build(data, GUARDED, tmp_path / "broken")
    failed = {check.name for check in verify(tmp_path / "broken").checks if not check.ok}
    assert "minimum sizes" in failed


@pytest.mark.parametrize("pooling", ["pool_values", "pool_periods"])
def test_cells_that_pooling_lets_through_are_withheld(tmp_path, monkeypatch, pooling):
    """The gate trusts no pooling: where a cell fails, that breakdown or timeline is withheld."""

    def pool_nothing(rows, *rest):
        if pooling == "pool_values":
            return rows.select("cluster_id", "value", published_value="value").unique()
        pairs = rows.select("cluster_id", period_start=period_start(rest[0])).unique().drop_nulls()
        return pairs.with_columns(published_start="period_start")

    monkeypatch.setattr(atoms_module, pooling, pool_nothing)
    manifest = build(gate_input(4, conversations=500), GUARDED, tmp_path)
    assert manifest.pooled["withheld"] > 0
    assert verify(tmp_path).ok


def test_an_error_withholds_the_item_and_hides_its_text(tmp_path, monkeypatch, caplog):
    real = atoms_module.pool_values

    def fails_on_plans(rows, rule):
        if rows["value"].is_in(["free"]).any():
            raise ValueError("private words of a conversation")
        return real(rows, rule)

    monkeypatch.setattr(atoms_module, "pool_values", fails_on_plans)
    manifest = build(gate_input(5, conversations=2_000), GUARDED, tmp_path)
    release = read_release(tmp_path)
    assert manifest.pooled["withheld"] == 1
    assert set(release.breakdowns["dimension"]) == {"language", "concern", "turns"}
    assert "private words" not in manifest.model_dump_json() + caplog.text
    assert any("withheld" in note for note in manifest.notes)


def test_too_little_data_is_a_valid_release_that_says_so(tmp_path):
    manifest = build(gate_input(6, conversations=20), GUARDED, tmp_path, window=(None, None))
    assert manifest.release_id.startswith("undated-")
    assert read_release(tmp_path).clusters.is_empty()
    assert any(note.startswith("Too little data") for note in manifest.notes)
    assert verify(tmp_path).ok


def test_no_exact_private_count(tmp_path):
    """Exact ones would say, by subtraction, how few are left out."""
    data = gate_input(7, conversations=1_234)
    for policy in (PAPER, GUARDED):
        manifest = build(data, policy, tmp_path / policy.name, counts={"quarantined": 17})
        assert manifest.counts["conversations"] == "1,000-2,000"
        assert manifest.counts["quarantined"] == "10-20"
        assert all(isinstance(value, str) for value in manifest.counts.values())


@given(st.integers(0, 10**12))
def test_bands_hold_their_count_in_steps_of_1_2_5(count):
    low, high = (int(end.replace(",", "")) for end in band(count).split("-"))
    assert low <= count < high
    assert low == 0 or high / low in (2, 2.5)
    assert str(high).rstrip("0") in ("1", "2", "5")


def test_values_off_the_declared_list_are_never_published(tmp_path):
    """ "secret plan" and language xx are frequent enough to pass every size rule, and still never appear."""
    build(gate_input(8, conversations=4_000), PAPER, tmp_path)
    values = read_release(tmp_path).breakdowns
    assert {"free", "pro", "other"} == set(values.filter(dimension="plan")["value"])
    assert {"en", "de", "fr", "other"} == set(values.filter(dimension="language")["value"])


def test_a_field_without_declared_values_is_left_out_with_a_note(tmp_path):
    data = gate_input(8, conversations=2_000)
    manifest = build_release(data, GUARDED, [Dimension("plan", None)], provenance(), KEY, tmp_path)
    assert "plan" not in set(read_release(tmp_path).breakdowns["dimension"])
    assert any("plan" in note for note in manifest.notes)


@pytest.mark.parametrize("name", ["language", "account_id"])
def test_a_field_with_a_taken_name_is_the_users_mistake(tmp_path, name):
    with pytest.raises(UserError, match=name):
        build_release(gate_input(1), GUARDED, [Dimension(name, ("a",))], provenance(), KEY, tmp_path)


def test_a_mean_of_few_known_values_is_not_published(tmp_path):
    """With the concern known for one conversation only, its mean would be that conversation's."""
    data = gate_input(9, conversations=1_000)
    rows = data.conversations.collect()
    one = pl.when(pl.int_range(pl.len()) == 0).then(pl.lit(5)).otherwise(None).cast(pl.Int8)
    build(replace(data, conversations=rows.with_columns(concern=one).lazy()), PAPER, tmp_path)
    clusters = read_release(tmp_path).clusters
    assert clusters.height
    assert clusters["mean_concern"].is_null().all()
    assert clusters["mean_turns"].is_not_null().all()


def test_hidden_characters_and_empty_names_do_not_pass(tmp_path):
    data = gate_input(10, bases=4, conversations=2_000)
    names = {
        "request-0-000": "Fix\u202e the\x1b[2J\nbuild",
        "request-0-001": "\u200b \n",
        "request-1-000": None,
    }
    name = pl.col("cluster_id").replace_strict(names, default=pl.col("name"), return_dtype=pl.String)
    taxonomy = data.taxonomy.with_columns(name=name)
    manifest = build(replace(data, taxonomy=taxonomy), GUARDED, tmp_path)
    clusters = {row["cluster_id"]: row for row in read_release(tmp_path).clusters.iter_rows(named=True)}
    assert clusters["request-0-000"]["name"] == "Fix the [2J build"
    assert "request-0-001" not in clusters
    assert clusters["request-1-000"]["name"] == "request-1-000"
    assert manifest.pooled["withheld"] == 1
    assert verify(tmp_path).ok


def test_a_base_cluster_outside_the_taxonomy_is_in_no_number(tmp_path):
    data = gate_input(11, bases=4, conversations=2_000)
    kept = data.taxonomy.filter(pl.col("cluster_id") != "request-0-002")
    manifest = build(replace(data, taxonomy=kept), PAPER, tmp_path)
    rows = rows_of(data).collect()
    outside = 2_000 - rows.filter(pl.col("cluster_id") != "request-0-002").height
    assert manifest.pooled["conversations_left_out"] == band(outside)
    expected = rows.filter(pl.col("cluster_id") != "request-0-002").height
    assert read_release(tmp_path).top()["conversations"].sum() == expected


def test_per_conversation_no_account_is_needed(tmp_path):
    data = gate_input(12, conversations=600, unknown=1.0)
    assert build(data, GUARDED, tmp_path / "a").notes
    manifest = build(data, GUARDED, tmp_path / "b", unit="conversation")
    assert read_release(tmp_path / "b").clusters.height
    assert "accounts" not in manifest.counts
    assert "per conversation" in manifest.policy.claim
    assert verify(tmp_path / "b").ok


def test_a_taxonomy_that_is_no_tree_stops_the_release(tmp_path):
    data = gate_input(13)
    broken = data.taxonomy.with_columns(parent_id=pl.when(level=0).then(pl.lit("request-1-999")))
    with pytest.raises(RunFailed):
        build(replace(data, taxonomy=broken), GUARDED, tmp_path)
    assert not (tmp_path / "release").exists()


def test_the_release_is_named_by_window_and_published_bytes_only(tmp_path):
    """Another key, policy or private row can change the name only through what is published."""
    manifest = build(gate_input(14), GUARDED, tmp_path)
    assert manifest.release_id == release_id("2026-03-02", manifest.files)
    moved = build(gate_input(14), GUARDED, tmp_path / "x", window=(date(2026, 4, 1), date(2026, 5, 1)))
    assert moved.release_id == "2026-04-01" + manifest.release_id[10:]


def crossing(data) -> dict[str, pl.DataFrame]:
    """A group of every other conversation, whichever cluster it is in."""
    ids = (
        data.conversations.filter(facet="request")
        .select("conversation_id")
        .unique()
        .sort("conversation_id")
        .collect()
    )
    text = {
        "group_id": ["group-000"],
        "name": ["Praises\u202e who asks"],
        "description": ["People were praised."],
    }
    return {
        "groups": pl.DataFrame(text).with_columns(z=pl.lit(7.123), z_null=pl.lit(4.1)),
        "members": ids[::2].with_columns(group_id=pl.lit("group-000")),
    }


def contrasted(folder, data):
    told = provenance().settings | {"privacy": {"policy": "paper", "unit": "account", **vars(PAPER.clusters)}}
    return build(data, PAPER, folder, settings=told | {"sae": {"contrast": "2026-03-20"}})


def test_groups_across_clusters_are_published_with_clean_text_and_pass_verification(tmp_path):
    data = gate_input(5, bases=4, conversations=3_000, accounts=900)
    contrasted(tmp_path, replace(data, **crossing(data)))
    release = read_release(tmp_path)
    (row,) = release.groups.to_dicts()
    assert (row["name"], row["z"]) == ("Praises who asks", 7.1)
    assert row["accounts"] == release.group_clusters["accounts"].sum() > 0
    assert verify(tmp_path).ok


def test_groups_that_cannot_be_counted_are_withheld(tmp_path, monkeypatch):
    data = gate_input(5, bases=4, conversations=3_000, accounts=900)
    monkeypatch.setattr("clio.privacy.gate.count_groups", lambda *arguments: 1 / 0)
    manifest = contrasted(tmp_path, replace(data, **crossing(data)))
    assert manifest.pooled["withheld"] == 1
    assert read_release(tmp_path).groups.is_empty()
    assert verify(tmp_path).ok
