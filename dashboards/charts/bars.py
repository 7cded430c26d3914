"""Shares as horizontal bars, in HTML."""

from collections.abc import Iterable
from typing import NamedTuple

from dashboards.text import count, for_html, percent


class Bar(NamedTuple):
    """One line: what it stands for, and where a click leads."""

    title: str
    share: float
    counted: int
    address: str | None = None
    """None: no link, and a pale bar."""


def bars(lines: Iterable[Bar], of: str = "conversations") -> str:
    """A line for each bar, in order; the longest fills its track. `of`: what the counts are of."""
    told = list(lines)
    longest = max((line.share for line in told), default=1.0) or 1.0
    return '<div class="clio-shares">' + "".join(_bar(line, longest, of) for line in told) + "</div>"


def _bar(line: Bar, longest: float, of: str) -> str:
    title = for_html(line.title)
    if line.address is not None:
        title = f'<a href="{for_html(line.address)}" target="_self">{title}</a>'
    pale = "" if line.address is not None else ' class="clio-pale"'
    return (
        f'<div class="clio-interval"><span>{title}</span><div class="clio-bar-row"><div class="clio-bar-track">'
        f'<span{pale} style="width:{line.share / longest:.1%}"></span></div></div>'
        f'<b title="{count(line.counted)} {of}">{percent(line.share)}</b></div>'
    )
