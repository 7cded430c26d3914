"""Features: what an autoencoder of the encoder's states finds in groups; search by words, and each feature in full."""

from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from dashboards import address, features, style
from dashboards.charts.bars import Bar, bars
from dashboards.opened import Opened, facet_picker, opened_groups
from dashboards.text import count, for_html, percent, some

SHOWN, TOP = 40, 10
ABSENT = (
    "This release tells of no features: its run joined none. <code>clio run --activations bundled</code> joins those "
    "of the small autoencoder that comes with Clio."
)


def controls(page: Opened) -> str:
    """The row on top; returns what is searched."""
    with st.container(horizontal=True, vertical_alignment="center", key="clio-controls"):
        facet_picker(page)
        return address.search("find", "Find features", "Find features by the words of their label")


def chosen_of(found: pl.DataFrame, listed: pl.DataFrame) -> dict[str, Any] | None:
    """The feature that the address asks for, or the first that was found."""
    asked = listed.filter(pl.col("feature_id").cast(pl.String) == (address.get("feature") or ""))
    rows = asked if asked.height else found
    return rows.row(0, named=True) if rows.height else None


def link(feature_id: int) -> str:
    """The address of one feature on this page."""
    return "?" + urlencode(address.link(feature=str(feature_id), find=address.get("find")))


def listing(found: pl.DataFrame, chosen: int) -> str:
    """Features in HTML, the chosen one marked."""
    lines = "".join(
        f"<tr{' class=clio-chosen' if row['feature_id'] == chosen else ''}>"
        f'<td><a href="{for_html(link(row["feature_id"]))}" target="_self">{for_html(features.named(row))}</a></td>'
        f"<td>{features.score(row['label_score'])}</td><td>{percent(row['base_share'])}</td>"
        f"<td>{row['lift']:.3g}×</td><td>{count(row['groups'])}</td></tr>"
        for row in found.head(SHOWN).iter_rows(named=True)
    )
    return (
        '<table class="clio-table clio-features"><thead><tr><th>Feature</th><th>Score of its label</th><th>Share</th>'
        f"<th>Largest lift</th><th>Groups</th></tr></thead>{lines}</table>"
    )


def panel(page: Opened, row: dict[str, Any]) -> None:
    """One feature: its numbers, the groups in which it stands out, and the features nearest to it."""
    number = f"Feature {row['feature_id']}"
    about = (
        number if row["label"] is not None else f"{number}, without a label: no few words tell when it fires"
    )
    st.html(
        f'<div class="clio-group"><h2>{for_html(features.named(row))}</h2><p>{for_html(about)}.</p></div>'
    )
    told = {
        "Share of conversations": percent(row["base_share"]),
        "Score of its label": features.score(row["label_score"]),
    }
    figures = "".join(f"<div><dt>{title}</dt><dd>{value}</dd></div>" for title, value in told.items())
    st.html(f'<dl class="clio-figures clio-small">{figures}</dl>')
    rows = page.release.features
    assert rows is not None  # the page ends before where there are none
    own = rows.filter(pl.col("feature_id") == row["feature_id"]).join(
        page.clusters.select("cluster_id", "name"), on="cluster_id"
    )
    st.html('<h4 class="clio-h4">Groups in which it stands out, and its share there</h4>')
    ranked = own.sort("lift", "cluster_id", descending=[True, False])
    st.html(
        bars(
            Bar(
                f"{cells['name']} ({cells['lift']:.3g}×)",
                cells["share"],
                cells["conversations"],
                "map?" + urlencode(address.link(cluster=cells["cluster_id"])),
            )
            for cells in ranked.head(TOP).iter_rows(named=True)
        )
    )
    if row["nearest"] is not None:
        items = "".join(f"<li>{for_html(name)}</li>" for name in str(row["nearest"]).split("; "))
        st.html(
            '<h4 class="clio-h4">Nearest features, by the cosine of their decoder rows</h4>'
            f'<ul class="clio-list">{items}</ul>'
        )


page = opened_groups()
if page.release.features is None:
    style.note(ABSENT)
    st.stop()
words = controls(page)
listed = features.of_groups(page.release.features, page.clusters)
if listed.is_empty():
    style.note(
        "No feature stands out in a group of this release: in none is it clearly more frequent than elsewhere."
    )
    st.stop()
found = features.matching(listed, words)
chosen = chosen_of(found, listed)
left, right = st.columns([11, 8], gap="medium")
with left:
    matches = (
        f"{count(found.height)} of {some(listed.height, 'feature')} match"
        if words
        else some(listed.height, "feature")
    )
    shown = f", the first {SHOWN} shown" if found.height > SHOWN else ""
    st.subheader(matches + shown, anchor=False)
    if chosen is not None and found.height:
        st.html(listing(found, chosen["feature_id"]))
    st.caption(
        "A feature is a direction in what the encoder holds of a token. Its label is words of public text on which it "
        "fires; the score says how well they tell, on other public text, where it fires: 1 always, 0.5 not at all, "
        "below 0.8 unsure. The lift is its share of a group’s conversations by its share of all."
    )
with right, st.container(key="clio-panel"):
    if chosen is not None:
        panel(page, chosen)
