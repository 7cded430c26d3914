"""Redaction against labelled text: recall and precision by entity, false alarms on names, time by length.

    python tests/benchmarks/bench_redaction.py [--data DIR] [--misses ENTITY]

A labelled detail is found when it is replaced whole, and touched when any of it is. A replacement is right when
it touches a labelled detail. Names counted on texts that hold few people are an upper bound of false alarms.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from clio.privacy.redaction import Found, find, redact

PEOPLE_FILES = ("clinc150.jsonl.gz", "alpaca_26k.parquet", "sgd_train.parquet")
DETAILS = (
    "My name is Tomasz Nowak and I live at 12 Main Street, Springfield. Call me at 415-555-2671 or write to "
    "ana@mail.example.org about order 112-4589321. "
)
PLAIN = "I would like to know how to write a good letter to my landlord about the heating in our flat. "


def user_texts(path: Path) -> Iterator[str]:
    """The user's turns of each conversation, joined by line ends."""
    if path.suffix == ".parquet":
        rows = iter(pl.read_parquet(path)["messages"].to_list())
    else:
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
        rows = (json.loads(line)["messages"] for line in lines)
    for messages in rows:
        yield "\n".join(turn["content"] for turn in messages if turn["role"] == "user")


def covered(found: list[Found], start: int, end: int) -> int:
    """Characters of [start, end) that are replaced."""
    return sum(max(0, min(end, item.end) - max(start, item.start)) for item in found)


def labelled(path: Path, misses: str | None) -> None:
    """Print recall by labelled entity and precision by placeholder."""
    total, whole, touched = Counter[str](), Counter[str](), Counter[str]()
    made, right = Counter[str](), Counter[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = row["messages"][0]["content"], row["metadata"]["spans"]
        found = find(text)
        for span in spans:
            hidden = covered(found, span["start"], span["end"])
            total[span["entity_type"]] += 1
            whole[span["entity_type"]] += hidden == span["end"] - span["start"]
            touched[span["entity_type"]] += hidden > 0
            if span["entity_type"] == misses and hidden < span["end"] - span["start"]:
                print(repr(span["value"]), "<<", repr(text[max(0, span["start"] - 40) : span["end"] + 20]))
        for item in found:
            made[item.placeholder] += 1
            good = any(span["start"] < item.end and item.start < span["end"] for span in spans)
            right[item.placeholder] += good
            if item.placeholder == misses and not good:
                print(
                    "wrong:",
                    repr(text[item.start : item.end]),
                    "<<",
                    repr(text[max(0, item.start - 30) : item.end + 20]),
                )
    print(f"{'labelled entity':<20}{'n':>6}{'found':>8}{'touched':>9}")
    for entity, n in total.most_common():
        print(f"{entity:<20}{n:>6}{whole[entity] / n:>8.1%}{touched[entity] / n:>9.1%}")
    print(f"\n{'placeholder':<20}{'n':>6}{'right':>8}")
    for placeholder, n in made.most_common():
        print(f"{placeholder:<20}{n:>6}{right[placeholder] / n:>8.1%}")


def alarms(path: Path) -> None:
    """Print the share of conversations of a file with a replacement, by placeholder."""
    conversations, hits = 0, Counter[str]()
    for text in user_texts(path):
        conversations += 1
        hits.update({item.placeholder for item in find(text)})
    shares = "  ".join(f"{name} {count / conversations:.2%}" for name, count in hits.most_common())
    print(f"{path.name:<22}{conversations:>7}  {shares}")


def speed() -> None:
    """Print milliseconds a text, full of details and without any, by length."""
    print(f"\n{'characters':<12}{'details, ms':>12}{'plain, ms':>12}")
    redact(DETAILS)
    for length in (100, 800, 8_000, 200_000):
        repeats = max(1, 20_000 // length)
        cells = []
        for text in (DETAILS, PLAIN):
            text = (text * (length // len(text) + 1))[:length]
            started = time.process_time()
            for _ in range(repeats):
                redact(text)
            cells.append(1000 * (time.process_time() - started) / repeats)
        print(f"{length:<12}{cells[0]:>12.2f}{cells[1]:>12.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[3] / "shared" / "data")
    parser.add_argument("--misses", help="print what of this entity or placeholder is missed or wrong")
    arguments = parser.parse_args()
    labelled(arguments.data / "pii_synth.jsonl", arguments.misses)
    print()
    for name in PEOPLE_FILES:
        alarms(arguments.data / name)
    speed()


if __name__ == "__main__":
    main()
