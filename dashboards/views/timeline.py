"""Over time: conversations of chosen groups, as lines or stacked."""

from functools import partial

import polars as pl
import streamlit as st

from dashboards import address, lineage, periods, style
from dashboards.charts.lines import over_time
from dashboards.charts.look import CONFIG, GROUPS
from dashboards.opened import Opened, facet_picker, opened_groups
from dashboards.text import count, short

LARGEST, SEPARATOR = 6, ","
SHAPES = {"lines": "Lines", "stacked": "Stacked", "share": "Share of all"}


def chosen_groups(page: Opened) -> list[str]:
    """Choose groups by name; the parameter `groups` holds their ids."""
    rows = page.clusters.sort("level", "conversations", "cluster_id", descending=[True, True, False])
    names = dict(rows.select("cluster_id", "name").iter_rows())
    asked = (address.get("groups") or address.get("cluster") or "").split(SEPARATOR)
    kept = [name for name in asked if name in names][: len(GROUPS)]
    st.session_state["groups_choice"] = kept or page.top["cluster_id"].head(LARGEST).to_list()

    def remember() -> None:
        address.put(groups=SEPARATOR.join(st.session_state["groups_choice"]) or None, cluster=None)

    chosen: list[str] = st.multiselect(
        "Groups", list(names), key="groups_choice", on_change=remember, max_selections=len(GROUPS),
        format_func=lambda name: short(names[name], 44), label_visibility="collapsed", placeholder="Choose groups",
    )  # fmt: skip
    return chosen


@st.cache_data(max_entries=12, show_spinner=False)
def daily_of(key: tuple[str, str, str], _page: Opened) -> pl.DataFrame:
    """Per-period values of all base clusters."""
    return periods.per_period(_page.release.timeline, _page.base["cluster_id"])


page = opened_groups()
period = periods.period_name(page.release.timeline)
if period is None:
    style.note("This release publishes no timeline: too few conversations have a time.")
    st.stop()
with st.container(horizontal=True, vertical_alignment="center", key="clio-controls"):
    facet_picker(page)
    shape = address.picker(
        st.segmented_control,
        "shape",
        list(SHAPES),
        "Shape",
        format_func=SHAPES.get,
        label_visibility="collapsed",
        required=True,
    )
groups = chosen_groups(page)
daily = daily_of(page.key, page)
rows = periods.of_groups(daily, lineage.base_of(page.clusters, groups))
if shape == "share":
    totals = daily.group_by("day").agg(pl.col("value").sum().alias("total"))
    rows = rows.join(totals, on="day").with_columns(value=pl.col("value") / pl.col("total"))
drawn = set(rows["cluster_id"])
names = {
    row["cluster_id"]: str(row["name"])
    for row in map(partial(lineage.find, page.clusters), groups)
    if row is not None and row["cluster_id"] in drawn
}
if not names:
    style.note("These groups have no timeline: too few of their conversations fall into any one period.")
    st.stop()
st.subheader(
    f"Conversations a {period}" if shape != "share" else f"Share of each {period}’s conversations",
    anchor=False,
)
st.plotly_chart(
    over_time(rows, names, as_share=shape == "share", stacked=shape != "lines"), config=CONFIG, theme=None,
    key="clio_lines", alt="Conversations over time",
)  # fmt: skip
rounding = page.release.manifest.policy.parameters.get("rounding")
rounded = (
    f" Counts were rounded to multiples of {count(rounding)}."
    if isinstance(rounding, int) and rounding > 1
    else ""
)
if page.release.manifest.policy.name == "dp":
    pooled = f"Every count carries noise; a {period} that cannot be told from none is not shown."
else:
    pooled = (
        f"Where too few accounts fall on one {period}, it was counted together with its neighbours before publication; "
        f"the chart shows the average over those {period}s. Conversations without a time are not shown.{rounded}"
    )
st.caption(pooled)
