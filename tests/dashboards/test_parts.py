"""What pages are made of: escaping, tile and label geometry, spread periods, and what may be imported."""

import ast
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dashboards
from clio.ingest.tally import OUTCOMES
from clio.release.reader import read_release
from dashboards import lineage, periods, sentences, text
from dashboards.charts.labels import CHARACTER, LINE, Label, place
from dashboards.charts.points import LABELS, Look, points
from dashboards.charts.squarify import Box, squarify
from dashboards.charts.tiles import tiles

PACKAGE = Path(dashboards.__file__).parent
MAY_IMPORT = {"clio.release.reader", "clio.release.schema", "clio.policies", "clio.statistics", "clio.errors"}
SLACK = 1e-3  # pixels
DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@given(st.text())
def test_html_can_open_no_tag_and_end_no_attribute(name):
    assert not set(text.for_html(name)) & set("<>\"'")


@given(st.text(), st.integers(5, 40))
def test_plotly_text_has_no_tag_but_our_line_breaks_and_no_formula(name, width):
    shown = text.for_plotly(name, width=width).replace("<br>", "")
    assert not set(shown) & set("<>$")
    assert "%{" not in shown


@given(st.text())
def test_markdown_marks_are_all_escaped(name):
    shown = text.for_markdown(name)
    marks = [at for at, character in enumerate(shown) if character in r"*_`[]()<>#~|!$:"]
    assert all(shown[at - 1] == "\\" for at in marks)


@given(st.text(alphabet=st.characters() | st.sampled_from(DIRECTION + "\x00\x1b\n\t")))
def test_clean_text_has_no_controls_or_direction_marks(name):
    assert not set(text.clean(name)) & set(DIRECTION + "\x00\x1b\n\t")


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=60), st.floats(20, 2000), st.floats(20, 2000))
def test_tiles_fill_the_box_in_proportion(sizes, width, height):
    ordered = sorted(sizes, reverse=True)
    found = squarify(ordered, Box(0, 0, width, height))
    for size, tile in zip(ordered, found, strict=True):
        assert tile.width * tile.height == pytest.approx(
            width * height * size / sum(sizes), rel=1e-6, abs=SLACK
        )
        assert tile.left >= -SLACK
        assert tile.top >= -SLACK
        assert tile.right <= width + SLACK
        assert tile.bottom <= height + SLACK


_LABELS = st.builds(
    Label, st.text(min_size=1, max_size=34), st.floats(0, 900), st.floats(0, 600), st.floats(2, 30)
)


@given(st.lists(_LABELS, max_size=40))
@settings(deadline=None)
def test_no_label_covers_another(labels):
    spots = place(labels, [], (900, 600), 18)
    for number, one in enumerate(spots):
        for two in spots[number + 1 :]:
            apart_x = abs(one.x - two.x) >= (len(one.text) + len(two.text)) * CHARACTER / 2
            assert apart_x or abs(one.y - two.y) >= LINE - 1e-6


def test_spread_periods_keep_every_conversation(releases):
    release = read_release(releases / "ordinary")
    daily = periods.per_period(release.timeline, release.base()["cluster_id"])
    published = release.timeline.join(release.base(), on="cluster_id", how="semi")
    summed = daily.group_by("cluster_id").agg(pl.col("value").sum())
    for cluster_id, value in summed.iter_rows():
        assert value == pytest.approx(published.filter(cluster_id=cluster_id)["conversations"].sum())
    top = release.top()["cluster_id"].to_list()
    groups = periods.of_groups(daily, lineage.base_of(release.clusters, top))
    assert groups["value"].sum() == pytest.approx(published["conversations"].sum())


INGEST_COUNTS = [*OUTCOMES, "read", "quarantined", "not_clustered"]


@pytest.mark.parametrize("name", [name for name in INGEST_COUNTS if name not in ("accepted", "blank")])
def test_what_became_of_records_is_told_in_words_of_their_own(releases, name):
    manifest = read_release(releases / "ordinary").manifest.model_copy(
        update={"counts": {name: "20-50"}, "pooled": {}}
    )
    ((amount, words),) = sentences.changed_counts(manifest)
    assert amount
    assert len(words.split()) > 1, "more than the name of a count"


def test_every_group_hangs_under_one_top_group(releases):
    release = read_release(releases / "large")
    found = lineage.top_groups(release.clusters)
    assert found.height == release.clusters.height
    by_top = found.filter(level=0).group_by("top_id").agg(pl.col("conversations").sum())
    assert dict(by_top.iter_rows()) == dict(release.top().select("cluster_id", "conversations").iter_rows())


def test_a_thousand_groups_draw_every_point_and_few_tiles(releases):
    release = read_release(releases / "large")
    rows = lineage.top_groups(release.clusters)
    top = dict(release.top().select("cluster_id", "name").iter_rows())
    figure = points(rows.filter(level=0), Look("group", top))
    assert sum(len(trace.x) for trace in figure.data if trace.mode == "markers") == 1000
    assert sum(len(trace.x) for trace in figure.data if trace.mode == "text") <= LABELS
    drawn = lineage.below(rows, None, 2)
    figure = tiles(drawn, None, "concern", list(top))
    assert len(figure.data[0].ids) == drawn.height + 1 < 150


@pytest.mark.parametrize(
    "source", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_nothing_private_is_imported(source):
    found = set()
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module)
    assert {name for name in found if name.split(".")[0] in ("clio", "flows")} <= MAY_IMPORT
