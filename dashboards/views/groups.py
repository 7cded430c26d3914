"""Groups that cut across clusters: what each is, how big, how sure, and which clusters it crosses."""

from urllib.parse import urlencode

import polars as pl
import streamlit as st

from clio.release.schema import GROUPED_FACET, OTHER
from dashboards import address, style
from dashboards.charts.bars import Bar, bars
from dashboards.opened import Opened, opened_groups
from dashboards.text import count, for_html, percent, short, some

SHOWN = 12  # groups drawn; a release has few
CROSSED = 6  # clusters drawn of each
NOT_ASKED = (
    "This release was made without a comparison of periods: name a day as <code>sae.contrast</code>, under the policy "
    "guarded or paper, to see what rose since then."
)
HALF = "half"
CHANCE = (
    "Nothing real differs between random halves, so what is found here is chance: this page shows whether chance is "
    "kept out on these conversations. To see what rose, name a day as <code>sae.contrast</code>."
)
Z_TOLD = (
    "z counts the standard errors by which the share of accounts with the group’s strongest sign rose; “chance "
    "reached” is the largest such z of any sign when accounts of {whose} were split at random, 99 times."
)
Z_UNTOLD = (
    "Each rose by more than chance reached when accounts of {whose} were split at random, 99 times; by how "
    "much is not told under this policy, whose sizes are rounded."
)
BARS = "Bars are shares of a group’s accounts. An account counts once in each group that it is in."
NOTHING = "Nothing that cuts across clusters rose by more than chance reaches."


def heading(compared: object) -> None:
    since = f"since {compared} than before" if compared else "in one period than before it"
    if compared == HALF:
        since = "in one random half of the accounts than in the other"
    st.html(
        '<div class="clio-head"><h1>What cuts across groups</h1>'
        f"<p>Behaviours that more accounts show {for_html(since)}, whatever their conversations are about.</p></div>"
    )
    if compared == HALF:
        style.note(CHANCE)


def figures(row: dict[str, object]) -> str:
    """Size, and z beside what chance reached where they are told."""
    told = [
        ("Accounts", count(row["accounts"])),  # type: ignore[arg-type]
        ("Share of accounts", percent(row["share"])),  # type: ignore[arg-type]
    ]
    if row["z"] is not None:
        told += [("z", f"{row['z']:.1f}"), ("Chance reached", f"{row['z_null']:.1f}")]
    return "".join(f"<div><dt>{title}</dt><dd>{for_html(value)}</dd></div>" for title, value in told)


def crossed(page: Opened, cells: pl.DataFrame) -> str:
    """A bar for each cluster: the share of its accounts that are in the group."""
    base = page.release.base(GROUPED_FACET).select("cluster_id", "name", size="accounts")
    placed = cells.join(base, on="cluster_id", how="left")
    listed = placed.filter(pl.col("cluster_id") != OTHER).sort(
        pl.col("accounts") / pl.col("size"), "cluster_id", descending=[True, False]
    )
    lines = [
        Bar(
            row["name"],
            row["accounts"] / row["size"],
            row["accounts"],
            "tree?" + urlencode(address.link(cluster=row["cluster_id"])),
        )
        for row in listed.head(CROSSED).iter_rows(named=True)
    ]
    rest = []
    if listed.height > CROSSED:
        rest.append(some(listed.height - CROSSED, "more group"))
    for accounts in cells.filter(cluster_id=OTHER)["accounts"]:
        rest.append(f"{some(accounts, 'account')} in groups too small to tell by themselves")
    note = f'<p class="clio-quiet">And {for_html("; ".join(rest))}.</p>' if rest else ""
    return bars(lines, of="accounts") + note


def group(page: Opened, row: dict[str, object], cells: pl.DataFrame) -> None:
    """One group: text and figures left, the clusters that it crosses right."""
    left, right = st.columns([2, 3], gap="large")
    left.html(
        f'<div class="clio-group"><h2>{for_html(str(row["name"]))}</h2><p>{for_html(str(row["description"]))}</p></div>'
        f'<dl class="clio-figures clio-small">{figures(row)}</dl>'
    )
    right.html(crossed(page, cells))


def show(page: Opened) -> None:
    """The page below its bar."""
    groups, cells = page.release.groups, page.release.group_clusters
    settings = page.release.manifest.settings.get("sae")
    compared = settings.get("contrast") if isinstance(settings, dict) else None
    heading(compared)
    if groups is None or cells is None:
        style.note(NOT_ASKED)
    elif groups.is_empty():
        style.note(NOTHING)
    else:
        rows = groups.sort("z", "accounts", "group_id", descending=[True, True, False])
        for row in rows.head(SHOWN).iter_rows(named=True):
            group(page, row, cells.filter(group_id=row["group_id"]))
        if rows.height > SHOWN:
            names = ", ".join(short(name, 60) for name in rows["name"].tail(rows.height - SHOWN))
            st.html(f'<p class="clio-quiet">Also: {for_html(names)}.</p>')
    whose = "the other half" if compared == HALF else "the earlier days"
    exact = groups is None or groups["z"].is_not_null().all()
    st.html(
        f'<p class="clio-quiet clio-cross">{(Z_TOLD if exact else Z_UNTOLD).format(whose=whose)} {BARS}</p>'
    )


show(opened_groups())
