"""The dashboard's entry: which release, which page. Run by `clio dashboard`."""

from pathlib import Path

import streamlit as st

from clio.errors import UserError
from clio.release.reader import Release
from dashboards import address, data, login, style
from dashboards.text import clean, for_html

VIEWS = Path(__file__).parent / "views"
SOMETIMES = ("features", "groups")
"""Pages that are in the menu only where the release has something for them."""


def pages() -> dict[str, st.Page]:
    """Pages by name, in the order of the menu."""
    titles = {
        "overview": "Overview",
        "map": "Map",
        "tree": "Tree",
        "breakdowns": "Breakdowns",
        "timeline": "Over time",
        "features": "Features",
        "groups": "Cross-cutting",
    }
    return {
        name: st.Page(VIEWS / f"{name}.py", title=title, url_path=name, default=name == "overview")
        for name, title in titles.items()
    }


def menu(menu_pages: dict[str, st.Page], releases: list[data.Listed], release: Release | None) -> None:
    """The bar on top: the name, the pages, and which release is open (None: none can be)."""
    with st.container(key="clio-bar", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<span class="clio-brand">Clio</span>', width="content")
        for name, page in menu_pages.items():
            if name not in SOMETIMES or (release is not None and name in release.tables()):
                st.page_link(page, query_params=address.link())
        if len(releases) == 1 and address.get("release") in (None, releases[0].name):
            title = for_html(data.title(releases[0]))
            st.html(f'<span class="clio-one">{title}</span>', width="content")
        elif releases:
            release_picker(releases)


def release_picker(releases: list[data.Listed]) -> None:
    """Choose among the listed releases; a choice drops what only made sense for another release."""
    names = {release.name: clean(data.title(release)) for release in releases}
    st.session_state["release_choice"] = address.among("release", list(names), next(iter(names)))

    def remember() -> None:
        st.query_params.clear()
        address.put(release=st.session_state["release_choice"])

    st.selectbox(
        "Release", list(names), key="release_choice", on_change=remember, format_func=names.__getitem__, width=400,
        label_visibility="collapsed",
    )  # fmt: skip


def main() -> None:
    """Draw the bar and the page that the address asks for."""
    st.set_page_config(page_title="Clio", page_icon=style.icon(), layout="wide")
    style.apply()
    if not login.signed_in():
        return
    menu_pages = pages()
    page = st.navigation(list(menu_pages.values()), position="hidden")
    st.set_page_config(page_title=f"{page.title} · Clio")
    address.show(page.url_path)
    releases = data.listed(data.place())
    wrong, release = "", None
    try:
        chosen = data.choose(releases, address.get("release"))
        release = data.load(chosen.entry.path, chosen.entry.release_id)
    except UserError as error:
        wrong = str(error)
    menu(menu_pages, releases, release)
    if release is None:
        style.note(for_html(wrong))
        return
    page.run()


main()
