"""The first bytes of a file, by which its format is told."""

from clio.ingest.lines import BOM, parse_object
from clio.ingest.reader import Head
from clio.ingest.reasons import Problem
from clio.ingest.sources import Source

HEAD_BYTES = 256 << 10


def read_head(source: Source) -> Head:
    """Read the first 256 KiB (decompressed) and the JSON objects on its whole lines."""
    with source.open() as stream:
        data = stream.read(HEAD_BYTES)
        whole = len(data) < HEAD_BYTES
    body = data.removeprefix(BOM)
    complete = body if whole else body[: body.rfind(b"\n") + 1]
    found = (parse_object(line) for line in complete.split(b"\n") if line.lstrip().startswith(b"{"))
    return Head(data, [record for record in found if not isinstance(record, Problem)])
