"""What a page shows is told by its address: reading and writing query parameters."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

KEPT = ("release", "facet")
"""Parameters that stay when the page changes."""


def get(name: str) -> str | None:
    """The value of one parameter; an empty one counts as absent."""
    return st.query_params.get(name) or None


def among(name: str, options: Sequence[str], default: str) -> str:
    """The value of one parameter if it is among `options`, else `default`."""
    value = get(name)
    return value if value is not None and value in options else default


def put(**values: str | None) -> None:
    """Set parameters; None takes one away."""
    for name, value in values.items():
        if value is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = value


def link(**values: str | None) -> dict[str, str]:
    """Parameters of a link to any page: what is kept, and `values`."""
    kept = {name: get(name) for name in KEPT}
    return {name: value for name, value in {**kept, **values}.items() if value is not None}


def show(page: str) -> None:
    """Write the parameters into the browser's address, which a link within one page leaves as it was.

    A link to another page has written them, and writing them again would add a step to the browser's history.
    """
    if st.session_state.get("page_shown") == page:
        st.query_params.from_dict(st.query_params.to_dict())
    st.session_state["page_shown"] = page


def picker(
    widget: Callable[..., Any],
    name: str,
    options: Sequence[str],
    title: str,
    default: str | None = None,
    **kwargs: Any,
) -> str:
    """Show a selectbox or a segmented control whose value is the parameter `name`, and return the value."""
    default = options[0] if default is None else default
    key = f"{name}_picker"
    st.session_state[key] = among(name, options, default)

    def remember() -> None:
        chosen = st.session_state[key]
        put(**{name: None if chosen == default else chosen})

    widget(title, options, key=key, on_change=remember, **kwargs)
    return str(st.session_state[key] or default)


def search(name: str, title: str, placeholder: str) -> str:
    """Show a search box whose text is the parameter `name`, and return its text."""
    key = f"{name}_search"
    st.session_state[key] = get(name) or ""

    def remember() -> None:
        put(**{name: st.session_state[key].strip() or None})

    return str(
        st.text_input(
            title, key=key, on_change=remember, placeholder=placeholder, max_chars=200, type="search",
            label_visibility="collapsed",
        )
    ).strip()  # fmt: skip
