"""Conversations of any files that Clio reads, put down in a private folder so that they can be read again and again."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import polars as pl

from clio.errors import UserError
from clio.ingest import IngestOptions, ingest, resolve_inputs
from clio.sae.texts import conversation_texts

SHARD = 5_000  # conversations in memory at once
HELD_OUT = 20  # one conversation in so many is only measured on
REFERENCE = 5_000  # conversations that tell what is usual


class Corpus:
    """The conversations of `inputs` (files, globs, URLs), in a folder that the caller removes.

    What is held out and what tells the usual goes by a hash of the conversation's id, so neither the order of the
    records nor their spread over files matters. Raises UserError for input that cannot be read.
    """

    def __init__(self, inputs: Sequence[str], folder: Path, form: str | None = None) -> None:
        self.folder = folder
        self.conversations = 0

        def put(shard: str, frame: pl.DataFrame) -> None:
            frame.select("conversation_id", "messages").write_parquet(folder / f"{shard}.parquet")
            self.conversations += frame.height

        options = IngestOptions(format=form, missing_account="keep")  # accounts play no part here
        ingest(resolve_inputs(inputs), options, b"", folder / "scratch", SHARD, put)
        if not self.conversations:
            raise UserError("The input holds no conversation: see what is wrong with it by clio check.")

    def frames(self) -> Iterator[pl.DataFrame]:
        """Yield conversation_id and messages, some thousand at a time, always in the same order."""
        for path in sorted(self.folder.glob("*.parquet")):
            yield pl.read_parquet(path)

    def training(self) -> Iterator[str]:
        """Yield the texts that an SAE is trained on."""
        return self._texts(lambda place: place % HELD_OUT != 0)

    def held_out(self) -> Iterator[str]:
        """Yield the texts that it is only measured on, about one in HELD_OUT."""
        return self._texts(lambda place: place % HELD_OUT == 0)

    def reference(self) -> Iterator[str]:
        """Yield about REFERENCE texts, or all where there are fewer."""
        return self._texts(lambda place: place % self.conversations < REFERENCE)

    def _texts(self, chosen: Callable[[int], bool]) -> Iterator[str]:
        for frame in self.frames():
            places = [_place(one) for one in frame["conversation_id"]]
            yield from conversation_texts(frame.filter(pl.Series([chosen(place) for place in places])))


def _place(conversation_id: str) -> int:
    """A number of 64 bits that depends on the id alone."""
    return int.from_bytes(
        blake2b(conversation_id.encode(), digest_size=8, person=b"clio sae").digest(), "big"
    )
