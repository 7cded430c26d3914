"""Overview: what this is, what it claims, how large it is, and what changed the numbers."""

import streamlit as st

from clio.policies import ASSUMPTION
from clio.release.schema import Manifest
from dashboards import address, style
from dashboards.opened import EMPTY, Opened, facet_picker, opened
from dashboards.sentences import HEADLINES, changed_counts, made_with, window
from dashboards.text import amount, count, for_html, for_markdown, percent, short, some

SHOWN = 10  # top-level groups in the list


def heading(page: Opened) -> None:
    manifest = page.release.manifest
    rules = manifest.policy.parameters.get("clusters", {})
    least = " and ".join(
        f"{count(rules[name])} {words}"
        for name, words in (("min_accounts", "accounts"), ("min_conversations", "conversations"))
        if isinstance(rules.get(name), int)
    )
    st.html(
        '<div class="clio-head"><h1>What people use the assistant for</h1>'
        f"<p>{for_html(window(manifest))}. Conversations are shown as named groups"
        + (f" of at least {least}" if least else "")
        + "; nobody’s words are shown.</p></div>"
    )


def figures(page: Opened) -> None:
    manifest = page.release.manifest
    told = [("Groups", count(page.base.height)), ("Levels", count(len(page.levels)))]
    told += [
        (title, amount(manifest.counts[key])) for key, title in HEADLINES.items() if key in manifest.counts
    ]
    told.append(("Conversations in groups", count(int(page.base["conversations"].sum()))))
    cells = "".join(f"<div><dt>{title}</dt><dd>{for_html(value)}</dd></div>" for title, value in told)
    st.html(f'<dl class="clio-figures">{cells}</dl>')


def top_level(page: Opened) -> None:
    """The largest top-level groups: a link, a bar, and what is largest inside."""
    st.subheader("Top-level groups", anchor=False)
    rows = page.top
    if rows.is_empty():
        style.note(EMPTY)
        return
    largest = max(rows["share"].max() or 1.0, 1e-9)
    with st.container(key="clio-bars", gap=None):
        for row in rows.head(SHOWN).iter_rows(named=True):
            name, bar = st.columns([3, 2], vertical_alignment="top", gap="small")
            target = address.link(cluster=row["cluster_id"])
            name.page_link("views/tree.py", label=for_markdown(short(row["name"], 56)), query_params=target)
            inside = page.release.children(row["cluster_id"])["name"].head(3)
            name.html(f'<p class="clio-inside">{for_html(short(", ".join(inside), 110)) or "&nbsp;"}</p>')
            bar.html(
                '<div class="clio-bar-row"><div class="clio-bar-track">'
                f'<span style="width:{row["share"] / largest:.1%}"></span></div><b>{percent(row["share"])}</b></div>'
            )
        if rows.height > SHOWN:
            rest = float(rows.tail(rows.height - SHOWN)["share"].sum())
            more = for_markdown(f"{some(rows.height - SHOWN, 'more group')}, {percent(rest)} together")
            st.page_link("views/tree.py", label=more, query_params=address.link())


def claim(manifest: Manifest) -> None:
    budget = manifest.budget
    spent = [f"ε {budget.epsilon:g}"] if budget.epsilon is not None else []
    spent += [f"δ {budget.delta:g}"] if budget.delta is not None else []
    pills = "".join(f"<span>{for_html(part)}</span>" for part in [f"policy {manifest.policy.name}", *spent])
    st.html(
        '<div class="clio-claim"><h3>What this release claims</h3>'
        f"<p>{for_html(manifest.policy.claim)}</p><p>{for_html(ASSUMPTION)}</p>"
        f'<div class="clio-pills">{pills}</div></div>'
    )


def changed(manifest: Manifest) -> None:
    """Notes for the reader, fallbacks, and what was pooled or left out."""
    st.subheader("What changed the numbers", anchor=False)
    sentences = [*manifest.notes, *(f"Fallback: {fallback}" for fallback in manifest.fallbacks)]
    items = "".join(f"<li>{for_html(sentence)}</li>" for sentence in sentences)
    rows = "".join(
        f'<tr><td class="clio-number">{for_html(value)}</td><td>{for_html(words)}</td></tr>'
        for value, words in changed_counts(manifest)
    )
    st.html(f'<ul class="clio-list">{items}</ul><table class="clio-table clio-counts">{rows}</table>')


def provenance(manifest: Manifest, path: str) -> None:
    with st.expander("How it was made, and how to check it"):
        rows = "".join(
            f"<tr><th>{for_html(title)}</th><td>{for_html(value)}</td></tr>"
            for title, value in made_with(manifest)
        )
        st.html(f'<table class="clio-table">{rows}</table>')
        st.html(
            '<p class="clio-quiet">The files’ hashes, the schema and every rule that can be checked from files are '
            "checked by this command, which also lists what only the gate can attest:</p>"
        )
        st.html(f'<pre class="clio-command">clio verify {for_html(path)}</pre>')


page = opened()
heading(page)
facet_picker(page)
figures(page)
left, right = st.columns([11, 9], gap="large")
with left:
    top_level(page)
with right:
    claim(page.release.manifest)
    changed(page.release.manifest)
provenance(page.release.manifest, page.release.path)
