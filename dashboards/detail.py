"""One group told in full: the panel beside the map and the tree."""

from typing import Any

import polars as pl
import streamlit as st

from dashboards import address, features, lineage, periods
from dashboards.charts.intervals import SIGNIFICANT
from dashboards.charts.lines import spark
from dashboards.charts.look import CONFIG
from dashboards.opened import Opened
from dashboards.text import count, for_html, for_markdown, label, mean, percent, short, some, times

STRONGEST, CHILDREN = 5, 6


def panel(page: Opened, cluster_id: str, here: str) -> None:
    """Show the group; `here` is the page its relatives open in."""
    row = lineage.find(page.clusters, cluster_id)
    if row is None:
        return
    st.set_page_config(page_title=f"{short(row['name'], 60)} · Clio")
    if here != "tree":
        breadcrumbs(lineage.ancestors(page.clusters, cluster_id), here)
    st.html(
        f'<div class="clio-group"><h2>{for_html(row["name"])}</h2><p>{for_html(row["description"])}</p></div>'
    )
    st.html(f'<dl class="clio-figures clio-small">{_figures(row)}</dl>')
    _timeline(page, cluster_id)
    _strongest(page, cluster_id)
    _features(page, cluster_id)
    _children(page, cluster_id, here)
    with st.container(horizontal=True, key="clio-elsewhere"):
        for name, title in (
            ("map", "Map"),
            ("tree", "Tree"),
            ("breakdowns", "All breakdowns"),
            ("timeline", "Over time"),
        ):
            if name != here and not (name == "map" and row["x"] is None):
                st.page_link(f"views/{name}.py", label=title, query_params=_target(page, row, name))


def breadcrumbs(path: list[dict[str, Any]], here: str) -> None:
    """Links to the groups above, from the top down."""
    with st.container(horizontal=True, gap=None, key=f"clio-crumbs-{here}"):
        st.page_link(
            f"views/{here}.py", label="All groups", query_params=address.link(colour=address.get("colour"))
        )
        for above in path:
            label_above = "› " + for_markdown(short(above["name"], 34))
            target = address.link(cluster=above["cluster_id"], colour=address.get("colour"))
            st.page_link(f"views/{here}.py", label=label_above, query_params=target)


def _target(page: Opened, row: dict[str, Any], name: str) -> dict[str, str]:
    level = str(row["level"]) if name == "map" and row["level"] else None
    return address.link(cluster=row["cluster_id"], level=level)


def _figures(row: dict[str, Any]) -> str:
    told = [("Share", percent(row["share"])), ("Conversations", count(row["conversations"]))]
    told += [("Accounts", _accounts(row))] if row["accounts"] is not None else []
    for name in (column for column in row if column.startswith("mean_")):
        if row[name] is not None:
            told.append((f"Mean {label(name.removeprefix('mean_')).lower()}", mean(row[name])))
    return "".join(f"<div><dt>{for_html(title)}</dt><dd>{value}</dd></div>" for title, value in told)


def _accounts(row: dict[str, Any]) -> str:
    """The number of accounts, with its 95 % interval where it carries noise."""
    if row.get("accounts_low") is None:
        return count(row["accounts"])
    return f"{count(row['accounts'])} ({count(row['accounts_low'])}–{count(row['accounts_high'])})"


def _timeline(page: Opened, cluster_id: str) -> None:
    timeline = page.release.timeline
    bases = lineage.base_of(page.clusters, [cluster_id])
    daily = periods.of_groups(periods.per_period(timeline, bases["base_id"]), bases)
    period = periods.period_name(timeline)
    if period is None or daily["day"].n_unique() < 2:
        return
    st.html(f'<h4 class="clio-h4">Conversations a {period}</h4>')
    st.plotly_chart(
        spark(daily, period),
        config=CONFIG,
        theme=None,
        key="clio_spark",
        alt=f"Conversations a {period} of this group",
    )


def _strongest(page: Opened, cluster_id: str) -> None:
    cells = page.release.breakdowns.filter(
        pl.col("cluster_id") == cluster_id, pl.col("q_value") < SIGNIFICANT
    )
    cells = (
        cells.filter(pl.col("ratio") > 0).sort(pl.col("ratio").log().abs(), descending=True).head(STRONGEST)
    )
    if cells.is_empty():
        st.html(
            '<p class="clio-quiet">In no breakdown does this group differ clearly from the rest (q &lt; .05).</p>'
        )
        return
    lines = "".join(
        f"<tr><td>{for_html(label(row['dimension']))} <b>{for_html(row['value'])}</b></td>"
        f"<td>{times(row['ratio'])}</td>"
        f"<td>{times(row['ci_low'])[:-1]} to {times(row['ci_high'])}</td></tr>"
        for row in cells.iter_rows(named=True)
    )
    st.html(
        '<h4 class="clio-h4">Stands out by</h4><table class="clio-table"><thead><tr><th>Value</th><th>Ratio</th>'
        f"<th>95 % interval</th></tr></thead>{lines}</table>"
    )


def _features(page: Opened, cluster_id: str) -> None:
    """SAE features that stand out in a base group, where the release tells of them."""
    told = page.release.features
    rows = pl.DataFrame() if told is None else told.filter(pl.col("cluster_id") == cluster_id)
    if rows.is_empty():
        return
    st.html(f'<h4 class="clio-h4">Features that stand out</h4>{features.table(rows)}')
    st.page_link("views/features.py", label="All features", query_params=address.link())


def _children(page: Opened, cluster_id: str, here: str) -> None:
    children = page.release.children(cluster_id)
    if children.is_empty() or here == "tree":
        return
    st.html(f'<h4 class="clio-h4">{some(children.height, "group")} inside</h4>')
    with st.container(gap=None, key="clio-children"):
        links(children.head(CHILDREN), here, level=str(children["level"][0]))


def links(rows: pl.DataFrame, here: str, **kept: str | None) -> None:
    """A link for each group, with its share; `kept` are the parameters of the address that stay."""
    for row in rows.iter_rows(named=True):
        text = f"{for_markdown(short(row['name'], 46))} · {for_markdown(percent(row['share']))}"
        target = address.link(**{**kept, "cluster": row["cluster_id"]})
        st.page_link(f"views/{here}.py", label=text, query_params=target)
