"""The text of a conversation as features and words are read from it: all turns in order, whoever speaks."""

import polars as pl

BETWEEN_TURNS = "\n\n"


def conversation_texts(conversations: pl.DataFrame) -> list[str]:
    """The text of each row of a frame with `messages`; a row without any has an empty one."""
    contents = pl.col("messages").list.eval(pl.element().struct.field("content").drop_nulls())
    return conversations.select(contents.list.join(BETWEEN_TURNS).fill_null(""))["messages"].to_list()
