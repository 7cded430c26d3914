"""Releases that may be opened, and the one that the address asks for.

Only what `find_releases` lists under CLIO_RELEASES is ever opened: the address names a release, never a path.
The caches are shared between users, so only release data goes in, keyed by path and release id.
"""

import os
from dataclasses import dataclass

import streamlit as st

from clio.errors import UserError
from clio.release.reader import Release, ReleaseEntry, find_releases, read_release

PLACE = "CLIO_RELEASES"


@dataclass(frozen=True)
class Listed:
    """A release that may be opened, under the name that addresses use."""

    name: str
    entry: ReleaseEntry


class NotListed(UserError):
    """The address names a release that is not among the listed ones."""


def place() -> str:
    """The folder or URL whose releases are shown."""
    return os.environ.get(PLACE, "out")


@st.cache_data(ttl=5, max_entries=4, show_spinner=False)
def listed(folder: str) -> list[Listed]:
    """Releases in `folder`, by source and then latest first.

    Names are release ids, with the source where two are equal.
    """
    entries = find_releases(folder)
    ids = [entry.release_id for entry in entries]
    return [
        Listed(
            entry.release_id if ids.count(entry.release_id) == 1 else f"{entry.source}/{entry.release_id}",
            entry,
        )
        for entry in entries
    ]


def choose(releases: list[Listed], name: str | None) -> Listed:
    """The release called `name`, or the first one; UserError when there is none, NotListed when it is unknown."""
    if not releases:
        raise UserError(
            f"No release in {place()}: make one with `clio run INPUT --out DIR` or `clio demo`, "
            "then give its folder to `clio dashboard`."
        )
    if name is None:
        return releases[0]
    for release in releases:
        if release.name == name:
            return release
    raise NotListed(
        "The release in this address is not one that this dashboard lists: choose one above, "
        "or start `clio dashboard` with its folder."
    )


@st.cache_resource(max_entries=6, show_spinner="Reading the release …")
def load(path: str, release_id: str) -> Release:
    """Read one listed release; UserError when another has taken its place since it was listed."""
    release = read_release(path)
    if release.manifest.release_id != release_id:
        raise UserError("A newer release has just taken this one's place: reload the page.")
    return release


def title(listed_release: Listed) -> str:
    """A release's line in a list: source, window and policy."""
    entry = listed_release.entry
    window = f"{entry.window_start} to {entry.window_end}" if entry.window_start else "no dates"
    return f"{entry.source} · {window} · {entry.policy}" + ("" if entry.latest else " · earlier")
