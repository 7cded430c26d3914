"""Tokens and conversations a second of an SAE, beside the plain embedder, and peak memory of each.

    PYTHONPATH=. python tests/benchmarks/bench_sae.py [FILE] [--conversations 10000] [--tokens 300000] [--seconds 300]

Read are the first conversations of a Parquet file (conversation_id, messages), or generated ones. Measured are, each
in a process of its own: `embed`, the plain embedder on the first user message; `states`, token states of the bundled
encoder after its fourth block, kept on disk; `train`, an SAE on these; `encode`, whole conversations to features by
the bundled SAE. Models are loaded before the clock starts, which stands still while tokens are counted. `embed` and
`encode` stop after `--seconds`; their rates are those of what they have done. On a GPU where torch sees one (but the
embedder), else in one thread.
"""

import argparse
import itertools
import json
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import torch

from clio.clustering.embedding import load_embedder
from clio.sae.activations import load_feature_encoder
from clio.sae.making import states_of
from clio.sae.stored_states import StoredStates, store_states
from clio.sae.texts import conversation_texts
from clio.sae.token_states import load_token_reader
from clio.sae.training import TrainingOptions, train
from clio.synthetic.generator import generate

LAYER, WIDTH, K = 4, 2048, 32
ROWS = 1024  # conversations in memory at once
Measured = dict[str, float | int | str]


def frames(source: Path | None, conversations: int) -> Iterator[pl.DataFrame]:
    """Yield conversation_id and messages, ROWS at a time."""
    if source is None:
        yield from generate(conversations, conversations // 2, 0)[0].iter_slices(ROWS)
        return
    left = conversations
    for batch in pq.ParquetFile(source).iter_batches(ROWS, columns=["conversation_id", "messages"]):
        frame = pl.DataFrame(batch).head(left)
        left -= frame.height
        yield frame
        if not left:
            return


class Clock:
    """Wall and processor seconds of this process, without what is done in `paused`."""

    def __init__(self) -> None:
        self.out = (0.0, 0.0)
        self.start = self.now()

    def now(self) -> tuple[float, float]:
        """Both times."""
        return time.monotonic(), time.process_time()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Leave out what is done inside."""
        began = self.now()
        yield
        wall, cpu = self.now()
        self.out = (self.out[0] + wall - began[0], self.out[1] + cpu - began[1])

    def seconds(self) -> tuple[float, float]:
        """What counts so far."""
        wall, cpu = self.now()
        return wall - self.start[0] - self.out[0], cpu - self.start[1] - self.out[1]

    def rates(self, **done: int) -> Measured:
        """How many of each were done, and how many a second and a second of the processor."""
        wall, cpu = self.seconds()
        figures: Measured = {**done, "wall_s": round(wall, 1), "cpu_s": round(cpu, 1)}
        for name, number in done.items():
            figures |= {f"{name}_per_s": round(number / wall, 1), f"{name}_per_cpu_s": round(number / cpu, 1)}
        return figures


def embed(arguments: argparse.Namespace, _: Path) -> Measured:
    """The plain embedder on the first user message of each conversation."""
    embedder, reader = load_embedder(), load_token_reader("bundled", LAYER)
    embedder.encode(["warm"])
    said_by_user = pl.element().filter(pl.element().struct.field("role") == "user")
    first = pl.col("messages").list.eval(said_by_user).list.first().struct.field("content")
    done = tokens = 0
    clock = Clock()
    for frame in frames(arguments.file, arguments.conversations):
        requests = frame.select(first.fill_null("")).to_series().to_list()
        embedder.encode(requests)
        done += len(requests)
        with clock.paused():
            tokens += sum(min(len(reader.spans(text)), reader.context) for text in requests)
        if clock.seconds()[0] > arguments.seconds:
            break
    return clock.rates(tokens=tokens, conversations=done)


def states(arguments: argparse.Namespace, folder: Path) -> Measured:
    """Token states of whole conversations, as training reads them."""
    reader = load_token_reader("bundled", LAYER)
    list(reader.states(["warm"]))
    parts = (conversation_texts(frame) for frame in frames(arguments.file, arguments.conversations))
    clock = Clock()
    stored = store_states(
        folder / "states", states_of(itertools.chain.from_iterable(parts), reader), arguments.tokens
    )
    with clock.paused():
        (folder / "shape.json").write_text(json.dumps([stored.tokens, stored.d]))
    return clock.rates(tokens=stored.tokens)


def fit(arguments: argparse.Namespace, folder: Path) -> Measured:
    """Training on stored states; the report at the end measures the first of them."""
    device = load_token_reader("bundled", LAYER).device
    tokens, d = json.loads((folder / "shape.json").read_text())
    stored = StoredStates(folder / "states", tokens, d, torch.float32, device)
    clock = Clock()
    _, report = train(
        stored, lambda: itertools.islice(stored(), 1), TrainingOptions(width=WIDTH, k=K, tokens=tokens)
    )
    return clock.rates(tokens=report.tokens) | {"fvu_of_the_first": round(report.fvu, 3)}


def encode(arguments: argparse.Namespace, _: Path) -> Measured:
    """Whole conversations to features, as `clio sae encode` does."""
    encoder = load_feature_encoder()
    list(encoder.reader.states(["warm"]))
    done = tokens = 0
    clock = Clock()
    for frame in frames(arguments.file, arguments.conversations):
        encoder.encode(frame)
        done += frame.height
        with clock.paused():
            tokens += sum(len(encoder.reader.spans(text)) for text in conversation_texts(frame))
        if clock.seconds()[0] > arguments.seconds:
            break
    return clock.rates(tokens=tokens, conversations=done)


PARTS: dict[str, Callable[[argparse.Namespace, Path], Measured]] = {
    "embed": embed,
    "states": states,
    "train": fit,
    "encode": encode,
}


def measure(part: str, arguments: argparse.Namespace, folder: Path) -> str:
    """Do one part; returns a line of figures."""
    torch.set_num_threads(1)
    figures = PARTS[part](arguments, folder)
    gpu = torch.cuda.is_available() and part != "embed"
    device = torch.cuda.get_device_name() if gpu else "cpu, one thread"
    memory = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return json.dumps({"part": part, **figures, "peak_mb": memory, "device": device})


def main() -> None:
    """Print one JSON line per part."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--conversations", type=int, default=10_000)
    parser.add_argument("--tokens", type=int, default=300_000, help="that are trained on")
    parser.add_argument("--seconds", type=float, default=300, help="after which embed and encode stop")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="clio-bench-sae-") as folder:
        for part in PARTS:
            with ProcessPoolExecutor(1, get_context("spawn")) as alone:
                print(alone.submit(measure, part, arguments, Path(folder)).result(), flush=True)


if __name__ == "__main__":
    main()
