"""The release and facet that the address asks for, as every page reads them."""

from typing import NamedTuple

import polars as pl
import streamlit as st

from clio.release.reader import Release
from dashboards import address, data, style
from dashboards.text import clean, for_html, label

FIRST = "request"  # the facet shown unless the address asks for another


class Opened(NamedTuple):
    """What a page shows: one facet of one release."""

    release: Release
    facet: str
    clusters: pl.DataFrame
    """Clusters of this facet, at all levels."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What caches that all users share are keyed by, beside what was asked: all is made from the release."""
        return self.release.path, self.release.manifest.release_id, self.facet

    @property
    def base(self) -> pl.DataFrame:
        return self.release.base(self.facet)

    @property
    def top(self) -> pl.DataFrame:
        return self.release.top(self.facet)

    @property
    def levels(self) -> list[int]:
        """Levels from the top down."""
        return sorted(self.clusters["level"].unique(), reverse=True)

    def level_name(self, level: str) -> str:
        """A level in words."""
        names = {str(self.levels[0]): "Top groups", "0": "Base groups"}
        return names.get(level, f"Level {level}")


EMPTY = "This release has no groups: too little data passed the size rules."


def opened() -> Opened:
    """Open what the address asks for; it may have no groups."""
    chosen = data.choose(data.listed(data.place()), address.get("release"))
    release = data.load(chosen.entry.path, chosen.entry.release_id)
    facets = release.facets() or [FIRST]
    facet = address.among("facet", facets, FIRST if FIRST in facets else facets[0])
    return Opened(release, facet, release.clusters.filter(facet=facet))


def opened_groups() -> Opened:
    """Open what the address asks for; without groups the page ends with a sentence why."""
    page = opened()
    if page.clusters.is_empty():
        style.note(" ".join([EMPTY, *(for_html(note) for note in page.release.manifest.notes)]))
        st.stop()
    return page


def facet_picker(page: Opened) -> None:
    """Choose the facet, where there is more than one; another facet's groups are other groups."""
    facets = page.release.facets()
    if len(facets) < 2:
        return
    st.session_state["facet_choice"] = page.facet

    def remember() -> None:
        address.put(facet=st.session_state["facet_choice"], cluster=None, level=None, find=None)

    st.segmented_control(
        "Facet", facets, key="facet_choice", on_change=remember, required=True,
        format_func=lambda facet: clean(facet).capitalize(), label_visibility="collapsed",
    )  # fmt: skip


def colour_picker(page: Opened) -> str:
    """Choose what colours mean: the top-level group, or a facet's mean."""
    means = [name.removeprefix("mean_") for name in page.clusters.columns if name.startswith("mean_")]
    options = ["group", *(name for name in means if page.clusters[f"mean_{name}"].drop_nulls().len())]
    names = {name: f"Mean {label(name).lower()}" for name in options} | {"group": "Top-level group"}
    return address.picker(
        st.segmented_control, "colour", options, "Colour by", format_func=names.get, label_visibility="collapsed",
        required=True,
    )  # fmt: skip


def cluster_picker(page: Opened, title: str, nothing: str) -> str | None:
    """Choose a group by typing its name; the parameter `cluster` holds its id."""
    rows = page.clusters.sort("level", "conversations", "cluster_id", descending=[True, True, False])
    names = {
        row["cluster_id"]: row for row in rows.select("cluster_id", "name", "level").iter_rows(named=True)
    }
    asked = address.get("cluster")
    st.session_state["cluster_choice"] = asked if asked in names else None

    def remember() -> None:
        address.put(cluster=st.session_state["cluster_choice"])

    st.selectbox(
        title, list(names), index=None, key="cluster_choice", on_change=remember, placeholder=nothing,
        format_func=lambda cluster_id: clean(names[cluster_id]["name"]), label_visibility="collapsed",
    )  # fmt: skip
    chosen: str | None = st.session_state["cluster_choice"]
    return chosen
