"""Streamlit's own OIDC login, used when its secrets configure one."""

import streamlit as st


def signed_in() -> bool:
    """Whether the page may be shown; shows a button to sign in where a login is configured and nobody is."""
    user = st.user.to_dict()
    if user.get("is_logged_in", True):
        return True
    st.title("Clio")
    st.button("Sign in", on_click=st.login, type="primary")
    return False
