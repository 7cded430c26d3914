"""Terminals of every width and encoding."""

import codecs
import shutil
import sys

PLAIN = {
    "├": "|", "│": "|", "└": "`", "─": "-", "…": "...", "·": "-", "ε": "epsilon", "δ": "delta", "’": "'",
}  # fmt: skip


def tree_width() -> int:
    """Columns that a tree may take: the terminal's, at most 120; 100 where there is no terminal."""
    return min(120, shutil.get_terminal_size((100, 24)).columns)


def write_what_fits() -> None:
    """Let standard output and error write any text: characters that their encoding lacks become plain ones."""
    codecs.register_error("clio_plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="clio_plain")


def _plain(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(PLAIN.get(char, "?") for char in lost), error.end
