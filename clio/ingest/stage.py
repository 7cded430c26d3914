"""The ingest: records of any number of files in, shards of the conversations table out.

Two passes over what was spilled: the first, over ids only, settles duplicates, the sample and the shards'
sizes; the second writes each shard. Memory is bounded by a piece of the spill and by a shard, never by the
number of records, and neither the order of the records nor their spread over files changes a shard's bytes.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp

import polars as pl

from clio.errors import UserError
from clio.ingest.columns import column_map
from clio.ingest.detection import find_reader, is_blank, no_record
from clio.ingest.duplicates import settle
from clio.ingest.exclusion import is_excluded, read_accounts
from clio.ingest.head import read_head
from clio.ingest.options import IngestOptions, IngestResult
from clio.ingest.readers import ReadOptions
from clio.ingest.reasons import DUPLICATE_CONFLICT, Problem
from clio.ingest.records import Row, normalise
from clio.ingest.sampling import Survey
from clio.ingest.sharding import check_shards, cut_shards
from clio.ingest.sources import Source
from clio.ingest.spill import BUCKETS, Spill
from clio.ingest.tally import Tally
from clio.ingest.times import latest_time, microseconds

ROWS_AT_ONCE = 25_000  # in the first pass, which reads ids and no text


def ingest(
    sources: Sequence[Source],
    options: IngestOptions,
    key: bytes,
    scratch: Path,
    shard_size: int,
    write: Callable[[str, pl.DataFrame], None],
    shards: Mapping[str, tuple[int, int]] | None = None,
) -> IngestResult:
    """Load `sources` and hand each shard to `write(name, conversations)` in order, once all have been read.

    `conversations` is tables.CONVERSATIONS sorted by id, and may be empty. `key` is the secret that sampling
    is keyed by. `scratch` is a private folder: what is put there is gone at the end. `shards` are those of
    the first ingest (name -> first and last bucket); without them they are cut to about `shard_size`.
    Raises UserError for input that cannot be read and for missing accounts; then nothing has been written.
    """
    fixed = None if shards is None else check_shards(shards)
    scratch.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = Path(mkdtemp(prefix="ingest-", dir=scratch))
    try:
        tally, spill = Tally(), Spill(folder)
        _gather(sources, options, spill, tally)
        survey = _survey(spill, Survey(key, options.sample), tally)
        _check_accounts(survey, options)
        chosen = fixed or cut_shards(survey.counts, shard_size)
        for name, (first, last) in chosen.items():
            kept = survey.drawn(settle(spill.keys(first, last)).kept)
            write(name, spill.conversations(first, last, kept))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tally.counts["accepted"] = accepted = int(survey.counts.sum())
    tally.counts["not_sampled"] = survey.kept - accepted
    tally.counts["without_account"] = survey.without_account
    quarantine = tally.quarantine([source.name for source in sources])
    return IngestResult(tally.table(quarantine), quarantine, dict(chosen))


def _gather(sources: Sequence[Source], options: IngestOptions, spill: Spill, tally: Tally) -> None:
    """Read every record once: into the spill, the quarantine or a count."""
    excluded = read_accounts(options.exclude_accounts)
    latest = latest_time(options.now)
    window = _window(options)
    reading = ReadOptions(column_map(options.columns), spill.folder)
    blank = 0
    for number, source in enumerate(sources):
        head = read_head(source)
        blank += is_blank(head)
        reader = find_reader(source, head, options.format)
        for raw in reader.read(source, reading):
            tally.counts["read"] += 1
            row = raw.value if isinstance(raw.value, Problem) else normalise(raw.value, latest)
            if isinstance(row, Problem):
                tally.problem(row, number, raw.line)
                continue
            if is_excluded(row.account_id, excluded):
                tally.counts["excluded"] += 1
                continue
            if raw.repairs or row.repairs:
                tally.repaired((*raw.repairs, *row.repairs))
            if window is not None and not _inside(row, window):
                tally.counts["outside_window"] += 1
            else:
                spill.add(row, number, raw.line)
    if blank == len(sources) and options.format is None:
        raise no_record(sources[0])
    spill.close()


def _window(options: IngestOptions) -> tuple[float, float] | None:
    if options.since is None and options.until is None:
        return None
    since = -float("inf") if options.since is None else microseconds(options.since)
    until = float("inf") if options.until is None else microseconds(options.until)
    return since, until


def _inside(row: Row, window: tuple[float, float]) -> bool:
    """An undated conversation is in no window: else it would be counted in every one of them."""
    return row.created_at is not None and window[0] <= row.created_at < window[1]


def _survey(spill: Spill, survey: Survey, tally: Tally) -> Survey:
    """Settle all ids, some buckets at a time; conflicts and duplicates are told to `tally`."""
    step = BUCKETS // min(BUCKETS, -(-spill.rows // ROWS_AT_ONCE) or 1)
    for first in range(0, BUCKETS, step):
        settled = settle(spill.keys(first, min(first + step, BUCKETS) - 1))
        survey.add(settled.kept)
        tally.counts["duplicate"] += settled.duplicates
        for source, line in settled.conflicts.select("source", "line").iter_rows():
            tally.problem(DUPLICATE_CONFLICT, source, line)
    return survey


def _check_accounts(survey: Survey, options: IngestOptions) -> None:
    missing = survey.kept_without_account
    if options.unit == "account" and options.missing_account == "refuse" and 2 * missing > survey.kept:
        raise UserError(
            f"{missing} of {survey.kept} conversations have no account_id: choose --unit conversation, or "
            'set ingest.missing_account = "keep" to load them though they count for no threshold.'
        )
