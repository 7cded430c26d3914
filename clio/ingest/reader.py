"""What a reader is: a name, a detector that looks at the head of a file, and a stream of raw records."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from clio.ingest.reasons import Problem
from clio.ingest.sources import Source


class Raw(NamedTuple):
    """One record as found: where (line or row, from 1), what, and the repairs needed to read it."""

    source: str
    line: int
    value: dict[str, Any] | Problem
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """The beginning of a file: at most 256 KiB, and the JSON objects on its first whole lines."""

    data: bytes
    records: list[dict[str, Any]]


@dataclass(frozen=True)
class ReadOptions:
    """What a reader may need: the column map, and a folder for what it must put down on the way."""

    columns: Mapping[str, str] = field(default_factory=dict)
    scratch: Path = Path(".")


@dataclass(frozen=True)
class Reader:
    """One format. `read` streams: it holds no more than a batch, and quotes no input in what it raises.

    Its records have the keys that `records.normalise` reads. `columns` lists the names of columns or keys.
    """

    name: str
    detect: Callable[[Head], bool]
    read: Callable[[Source, ReadOptions], Iterator[Raw]]
    columns: Callable[[Source, Head], list[str]]
