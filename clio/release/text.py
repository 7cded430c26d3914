"""Which characters published text may hold: one line of visible text, whatever a name was made from."""

import polars as pl

HIDDEN = r"[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]"
"""Control, invisible, direction-changing, private and unassigned characters, and line separators."""


def clean(text: pl.Expr) -> pl.Expr:
    """One line of visible text: spaces for line breaks and controls, nothing for other hidden characters."""
    spaced = text.fill_null("").str.replace_all(r"[\p{Cc}\p{Zl}\p{Zp}\s]+", " ")
    return spaced.str.replace_all(HIDDEN, "").str.strip_chars()


def escape(text: str) -> str:
    """Text for a terminal: every hidden character as its escape, so that no name can move a cursor."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
