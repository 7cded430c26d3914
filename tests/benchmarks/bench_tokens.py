"""Input tokens per conversation of the extraction, and the processor time of rendering its requests.

    python tests/benchmarks/bench_tokens.py [FILE ...]

Tokens are characters / 4 of everything that is sent: instructions, conversation, and the JSON text of the schema. By
default on hh_harmless and sgd_train of the folder CLIO_SHARED_DATA. Figures of other programs are whole runs as
measured on hh_harmless, in the same unit; the paper's is its cost table's, for each facet.
"""

import argparse
import gzip
import json
import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from clio.facets.definitions import BUILT_IN
from clio.models.questions import Extract, Message
from clio.models.rendering import Renderer
from clio.models.requests import Request
from clio.models.schemas import compact
from clio.settings import LlmSettings

OTHERS = (
    ("Kura 0.5.2, whole run", 1_970, "1.39 calls"),
    ("OpenClio, whole run", 5_018, "6.5 calls"),
    ("Clio's paper, extraction", 1_300, "1 call for each facet"),
)


def conversations(path: Path) -> Iterator[Extract]:
    """The questions about a file of JSON lines (gzip) or Parquet in Clio's own format."""
    if path.suffix == ".parquet":
        rows = pl.read_parquet(path).to_dicts()
    else:
        rows = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    for row in rows:
        yield Extract(str(row["conversation_id"]), tuple(Message(**message) for message in row["messages"]))


def tokens(request: Request) -> tuple[float, float, float]:
    """Tokens of the instructions, of the schema and of the conversation."""
    body = request.body
    schema = compact(body["output_config"]["format"]["schema"])
    return len(body["system"]) / 4, len(schema) / 4, len(body["messages"][0]["content"]) / 4


def main() -> None:
    """Print a line for each file, and the figures of others beside them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*")
    files = parser.parse_args().files
    if not files:
        folder = Path(os.environ.get("CLIO_SHARED_DATA", "../shared/data"))
        files = [folder / "hh_harmless.jsonl.gz", folder / "sgd_train.parquet"]
    models = LlmSettings()
    renderer = Renderer(BUILT_IN, models.facet_model, models.naming_model, models.max_input_tokens)
    for path in files:
        questions = list(conversations(path))
        start = time.process_time()
        requests = [renderer.request(question) for question in questions]
        milliseconds = (time.process_time() - start) / len(requests) * 1000
        system, schema, data = (statistics.fmean(part) for part in zip(*map(tokens, requests), strict=True))
        characters = statistics.fmean(sum(len(m.content) for m in q.messages) for q in questions)
        print(
            f"{path.name}: {len(requests):,} conversations of {characters:,.0f} characters: "
            f"{system + schema + data:,.0f} input tokens in 1 call (instructions {system:.0f}, schema {schema:.0f}, "
            f"conversation {data:.0f}); rendering {milliseconds:.3f} ms of CPU a request"
        )
    for name, figure, calls in OTHERS:
        print(f"{name}: {figure:,} input tokens, {calls}")


if __name__ == "__main__":
    main()
