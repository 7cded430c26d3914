"""The look that Streamlit's theme options cannot give."""

import functools
from pathlib import Path

import numpy as np
import streamlit as st
from PIL import Image

_SHEET = Path(__file__).with_name("style.css")


def apply() -> None:
    """Add the style sheet to the page."""
    st.html(_SHEET)


def note(sentence: str) -> None:
    """Show an empty or error state: one sentence, given as escaped HTML."""
    st.html(f'<div class="clio-note">{sentence}</div>')


@functools.cache
def icon() -> Image.Image:
    """The browser tab's picture, drawn here: Streamlit fetches named icons from another host."""
    down, across = np.mgrid[0:64, 0:64]
    picture = np.zeros((64, 64, 4), dtype=np.uint8)
    for y, x, radius in ((24, 24, 21), (46, 44, 14), (14, 52, 8)):
        picture[(down - y) ** 2 + (across - x) ** 2 <= radius**2] = (0x1E, 0x6A, 0x86, 0xFF)
    return Image.fromarray(picture)
