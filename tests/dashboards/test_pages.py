"""Every page opens on every kind of release, says what the address asks for, and opens nothing unlisted."""

from pathlib import Path
from urllib.parse import quote

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from clio.errors import UserError
from clio.release.reader import read_release
from dashboards import data
from dashboards.text import percent, times
from tests.sample_release import sample_release

APP = Path(data.__file__).with_name("app.py")
PAGES = ("overview", "map", "tree", "breakdowns", "timeline", "features", "groups")
RUNS = (
    *("ordinary", "large", "paper", "facets", "hostile", "featured", "languages", "groups", "hostile groups"),
    "guarded groups",
    "empty",
)


@pytest.fixture
def visit(releases, monkeypatch):
    """Open a page under the parameters of an address."""

    def open_page(page: str, folder: Path = releases, **parameters: str) -> AppTest:
        monkeypatch.setenv(data.PLACE, str(folder))
        data.listed.clear()
        app = AppTest.from_file(str(APP), default_timeout=90)
        app.query_params.update(parameters)
        app.run()
        if page != "overview":
            app.switch_page(f"views/{page}.py")
            app.query_params.update(parameters)
            app.run()
        assert not app.exception, app.exception
        return app

    return open_page


def told(app: AppTest) -> str:
    """All text of the page that is not in a chart or a table."""
    kinds = ("html", "markdown", "subheader", "caption", "page_link", "code")
    return "\n".join(
        str(getattr(part, "value", None) or part.proto) for kind in kinds for part in app.get(kind)
    )


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_on_every_release(visit, ids, page, run):
    text = told(visit(page, release=ids[run]))
    assert "None" not in text
    assert "nan" not in text.replace("finance", "")
    if run == "empty" and page != "overview":
        assert "no groups: too little data" in text


def test_overview_tells_claim_counts_and_how_to_verify(visit, ids, releases):
    text = told(visit("overview", release=ids["ordinary"]))
    manifest = read_release(releases / "ordinary").manifest
    assert manifest.policy.claim in text
    assert "10,000–20,000" in text
    assert "clio verify" in text
    assert "no language model was used" in text


def test_overview_of_too_little_data_still_tells_the_claim(visit, ids, releases):
    text = told(visit("overview", release=ids["empty"]))
    assert "Too little data: 3 accounts." in text
    assert read_release(releases / "empty").manifest.policy.claim in text


@pytest.mark.parametrize("page", ["map", "tree"])
def test_the_address_chooses_the_group(visit, ids, releases, page):
    row = read_release(releases / "ordinary").base().row(7, named=True)
    text = told(visit(page, release=ids["ordinary"], cluster=row["cluster_id"]))
    assert f"<h2>{row['name']}</h2>" in text
    assert row["description"] in text


def test_the_address_chooses_the_release(visit, ids):
    assert "policy paper" in told(visit("overview", release=ids["paper"]))
    assert "policy guarded" in told(visit("overview", release=ids["large"]))


def test_the_address_chooses_facet_and_dimension(visit, ids):
    app = visit("breakdowns", release=ids["facets"], facet="task", dimension="plan", value="pro")
    assert app.session_state["facet_choice"] == "task"
    assert app.session_state["dimension_picker"] == "plan"
    assert app.session_state["value_picker"] == "pro"


def test_choosing_a_group_writes_the_address(visit, ids, releases):
    app = visit("tree", release=ids["ordinary"])
    cluster = read_release(releases / "ordinary").base()["cluster_id"][3]
    app.selectbox(key="cluster_choice").set_value(cluster).run()
    assert app.query_params["cluster"] in (cluster, [cluster])
    assert not app.exception


def test_choosing_a_release_drops_what_belonged_to_the_other(visit, ids):
    app = visit("overview", release=ids["ordinary"], cluster="request-0-001")
    app.selectbox(key="release_choice").set_value(ids["paper"]).run()
    assert "cluster" not in app.query_params
    assert "policy paper" in told(app)


@pytest.mark.parametrize("page", ["overview", "tree"])
def test_an_unlisted_release_is_refused_even_by_its_path(visit, tmp_path, page):
    hidden = sample_release(tmp_path / "hidden", 10, seed=9)
    for asked in (
        read_release(hidden).manifest.release_id,
        str(hidden),
        f"../{hidden.name}",
        quote(str(hidden)),
    ):
        text = told(visit(page, release=asked))
        assert "not one that this dashboard lists" in text
        assert "What this release claims" not in text


def test_a_folder_without_releases_says_what_to_do(visit, tmp_path):
    text = told(visit("overview", folder=tmp_path))
    assert "No release in" in text
    assert "clio run INPUT --out DIR" in text


def test_an_unknown_group_opens_the_page_without_one(visit, ids):
    assert "Largest groups" in told(
        visit("map", release=ids["ordinary"], cluster="request-0-999999", colour="<b>")
    )


def test_search_lists_what_matches(visit, ids):
    text = told(visit("map", release=ids["large"], find="song LYRICS debug"))
    assert "of 1,000 groups match" in text


def test_a_release_replaced_since_it_was_listed_is_not_shown(releases):
    with pytest.raises(UserError, match="reload"):
        data.load(str(releases / "ordinary" / "release"), "another-id")


def test_languages_are_told_where_no_breakdown_by_language_is_published(visit, ids, releases):
    text = told(visit("breakdowns", release=ids["languages"], dimension="language"))
    release = read_release(releases / "languages")
    spoken = release.base().filter(pl.col("name") == "Conversations in Spanish")
    assert spoken.height == 1
    assert "no group has two languages" in text
    assert "<span>All other groups, named by topic</span>" in text
    assert percent(spoken["share"].item()) in text
    assert percent(1 - spoken["share"].item()) in text


def test_a_dimension_without_a_breakdown_is_named_with_the_reason(visit, ids):
    text = told(visit("breakdowns", release=ids["languages"], dimension="plan")).replace("\u2060", "")
    assert "No breakdown by concern is published" in text.replace("\\", "")


def test_a_published_breakdown_by_language_is_drawn_by_language(visit, ids, releases):
    release = read_release(releases / "ordinary")
    cells = release.breakdowns.filter(pl.col("dimension") == "language", pl.col("value") != "other")
    cluster = cells.filter(pl.col("cluster_id").str.starts_with("request-0-"))["cluster_id"][0]
    text = told(visit("breakdowns", release=ids["ordinary"], dimension="language", cluster=cluster))
    for row in release.breakdown(cluster, "language").drop_nulls("ratio").iter_rows(named=True):
        assert f"<span>{row['value']}</span>" in text
        assert f"<b>{times(row['ratio'])}</b>" in text
    assert "groups of their own" not in text


def test_features_are_found_by_words_and_told_in_full(visit, ids, releases):
    release = read_release(releases / "featured")
    own = release.features.filter(
        pl.col("cluster_id").str.starts_with("request"), pl.col("label").is_not_null()
    )
    row = own.row(0, named=True)
    word = row["label"].split(",")[0].split()[0]
    text = told(visit("features", release=ids["featured"], find=word, feature=str(row["feature_id"])))
    assert f"<h2>{row['label']}</h2>" in text
    assert "match" in text
    assert all(name in text for name in row["nearest"].split("; "))
    groups = own.filter(pl.col("feature_id") == row["feature_id"]).join(release.clusters, on="cluster_id")
    assert all(name in text for name in groups["name"])
    assert percent(row["base_share"]) in text
    other = own.filter(~pl.col("label").str.contains(word))["label"][0]
    assert other not in text.replace(row["nearest"], "")
    assert "0 of" in told(visit("features", release=ids["featured"], find="no such word"))


def test_an_unsure_label_is_called_unsure_and_a_sure_one_is_not(visit, ids, releases):
    features = read_release(releases / "featured").features.filter(
        pl.col("cluster_id").str.starts_with("request")
    )
    for unsure in (True, False):
        rows = features.filter((pl.col("label_score") < 0.8) == unsure)
        text = told(
            visit(
                "features",
                release=ids["featured"],
                find=str(rows["feature_id"][0]),
                feature=str(rows["feature_id"][0]),
            )
        )
        figures = text[text.index("<dl") : text.index("</dl>")]
        assert ("unsure" in figures) == unsure


def test_a_group_tells_its_features_in_the_detail(visit, ids, releases):
    features = read_release(releases / "featured").features
    cluster = features.filter(pl.col("cluster_id").str.starts_with("request"))["cluster_id"][0]
    text = told(visit("map", release=ids["featured"], cluster=cluster))
    assert "Features that stand out" in text
    for label in features.filter(pl.col("cluster_id") == cluster)["label"].drop_nulls():
        assert f"<b>{label}</b>" in text


def test_the_menu_names_features_only_where_there_are_some(visit, ids):
    assert "Features" in told(visit("overview", release=ids["featured"]))
    assert "Features" not in told(visit("overview", release=ids["ordinary"]))
    assert "tells of no features" in told(visit("features", release=ids["ordinary"]))


def test_groups_tell_size_certainty_and_what_they_cross(visit, ids, releases):
    release = read_release(releases / "groups")
    text = told(visit("groups", release=ids["groups"]))
    names = dict(release.base().select("cluster_id", "name").iter_rows())
    for row in release.groups.iter_rows(named=True):
        for part in (
            row["name"],
            row["description"],
            f"{row['accounts']:,}",
            f"{row['z']:.1f}",
            f"{row['z_null']:.1f}",
        ):
            assert part in text
    largest = release.group_clusters.filter(pl.col("cluster_id") != "other").join(
        release.base().select("cluster_id", size="accounts"), on="cluster_id"
    )
    for (group,), own in largest.partition_by("group_id", as_dict=True).items():
        top = own.sort(pl.col("accounts") / pl.col("size"), descending=True)["cluster_id"][0]
        assert names[top] in text, group
    assert "too small to tell by themselves" in text
    assert f"since {release.manifest.settings['sae']['contrast']}" in text


def test_under_guarded_a_group_is_told_without_z(visit, ids, releases):
    release = read_release(releases / "guarded groups")
    text = told(visit("groups", release=ids["guarded groups"]))
    for row in release.groups.iter_rows(named=True):
        assert row["name"] in text
        assert f"{row['accounts']:,}" in text
    assert "Chance reached" not in text
    assert "by how much is not told" in text


def test_a_release_that_was_not_contrasted_says_how_to(visit, ids):
    assert "sae.contrast" in told(visit("groups", release=ids["ordinary"]))
