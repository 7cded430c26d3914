"""Names and descriptions are data: one escaping function per place where text is shown, and number formats.

A release's text may hold Markdown, HTML, formulas or direction marks; every place interprets something else.
"""

import html
import re
import textwrap
import unicodedata

DASH = "–"
_KEPT_FORMATS = {"\u200c", "\u200d"}  # joiners, which some scripts and emoji need
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
_WORD_JOINER = "\u2060"


def clean(text: str | None) -> str:
    """Text without control characters and direction marks, on one line."""
    if text and text.isascii() and text.isprintable():  # nearly all names, and pages clean thousands
        return " ".join(text.split())
    kept = []
    for character in text or "":
        category = unicodedata.category(character)
        if category in ("Cc", "Zl", "Zp"):
            kept.append(" ")
        elif category not in ("Cf", "Cs", "Co", "Cn") or character in _KEPT_FORMATS:
            kept.append(character)
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def for_html(text: str | None) -> str:
    """Text for st.html."""
    return html.escape(clean(text), quote=True)


def for_markdown(text: str | None) -> str:
    """Text for a Markdown label: a backslash before each mark, and colons and dollars that cannot pair.

    Streamlit reads :name: and :name[...] after the backslashes are gone, so a zero-width joiner parts them.
    """
    parted = re.sub(r"([:$])", rf"{_WORD_JOINER}\1{_WORD_JOINER}", clean(text))
    return _MARKDOWN.sub(r"\\\1", parted)


def for_plotly(text: str | None, *, width: int | None = None, lines: int = 3) -> str:
    """Text for Plotly, which reads tags, entities and dollars; cut into at most `lines` of `width` characters."""
    cleaned = clean(text)
    rows = [cleaned] if width is None else wrapped(cleaned, width, lines)
    return "<br>".join(_plotly_line(row) for row in rows)


def _plotly_line(line: str) -> str:
    for character, entity in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("$", "&#36;"),
        ("%{", "%&#123;"),
    ):
        line = line.replace(character, entity)
    return line


def wrapped(text: str | None, width: int, lines: int) -> list[str]:
    """Break `text` into at most `lines` lines of `width` characters; an ellipsis tells what was cut."""
    return textwrap.wrap(clean(text), width, max_lines=lines, placeholder=" …", break_on_hyphens=False) or [
        ""
    ]


def short(text: str | None, length: int) -> str:
    """Text of at most `length` characters."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= length else cleaned[: length - 1].rstrip() + "…"


def count(number: int | None) -> str:
    """1234 as 1,234."""
    return DASH if number is None else f"{number:,}"


def some(number: int, noun: str) -> str:
    """A count with its noun: 1 group, 1,234 groups."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def percent(share: float | None) -> str:
    """A share as a percentage of about two digits."""
    if share is None:
        return DASH
    if share >= 0.001:
        return f"{share:.0%}" if share >= 0.095 else f"{share:.1%}"
    return f"{share:.2%}" if share >= 0.0001 else "<0.01%"


def times(ratio: float | None) -> str:
    """A ratio as 1.3×."""
    return DASH if ratio is None else f"{ratio:.2f}×" if ratio < 10 else f"{ratio:.0f}×"


def mean(value: float | None) -> str:
    """A mean of one decimal."""
    return DASH if value is None else f"{value:.1f}"


def amount(value: int | str) -> str:
    """A manifest's count: a number, or a band "10-20" read out."""
    if isinstance(value, int):
        return count(value)
    return clean(value).replace("-", "–")


def label(name: str) -> str:
    """A column's or setting's name in words: mean_concern as Mean concern."""
    return clean(name.replace("_", " ")).capitalize()
