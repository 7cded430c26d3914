"""The default population, generated once."""

import polars as pl
import pytest

from clio.synthetic.generator import generate


@pytest.fixture(scope="session")
def population() -> pl.DataFrame:
    """The default conversations joined with their truth, and the user's side as one text."""
    conversations, truth = generate()
    said = pl.element().filter(pl.element().struct.field("role") == "user").struct.field("content")
    return conversations.join(truth, on="conversation_id").with_columns(
        user_turns=pl.col("messages").list.eval(said),
    )
