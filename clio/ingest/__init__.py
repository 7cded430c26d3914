"""Reading conversations of any known format into shards of one table, with a verdict on every record."""

from clio.ingest.columns import column_map
from clio.ingest.detection import Sniff, sniff
from clio.ingest.options import IngestOptions, IngestResult
from clio.ingest.sources import Source, content_hash, resolve_inputs, spool_stdin
from clio.ingest.stage import ingest

__all__ = [
    "IngestOptions",
    "IngestResult",
    "Sniff",
    "Source",
    "column_map",
    "content_hash",
    "ingest",
    "resolve_inputs",
    "sniff",
    "spool_stdin",
]
