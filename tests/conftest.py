"""Fixtures that all tests share."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of test conversations, which is no part of the project; tests that need it skip without."""
    folder = Path(os.environ.get("CLIO_SHARED_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the test conversations are not here: set CLIO_SHARED_DATA to their folder")
    return folder
