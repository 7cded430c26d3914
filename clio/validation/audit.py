"""Playing the whole grid of games into one folder; what an earlier run finished is kept.

A finished part (one behaviour in one corpus, at all its shares) is stored under the grid, the seed and a hash of the
code, and the report is written anew after every part, so that a run can be stopped at any moment and goes on from
there.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from clio.evaluation_folder import code_version_of, held
from clio.storage import seal, unseal, write_atomically
from clio.validation.audit_report import Outcome, write_report
from clio.validation.game import as_record, from_record, play, quiet
from clio.validation.planting import KINDS
from clio.validation.worlds import World

PARTS = "games"
QUIET = "nothing planted"


@dataclass(frozen=True)
class Grid:
    """What is played: conversations of a corpus, corpora, and the shares at which each kind is planted in each."""

    conversations: int
    corpora: int
    kinds: Mapping[str, Sequence[float]]
    calibrating: int
    """Random halves of each corpus with nothing planted, from which the threshold of every arm is taken."""
    checking: int
    """Other such halves, on which false alarms are counted."""


COMMON, RARE = (0.15, 0.05), (0.03, 0.01)
RARE_KINDS = ("flattery", "campaign", "brand_promotion", "account_ring")
"""A third of the kinds: replies twice, a campaign of many accounts, and a ring of few."""

SCALES = {
    "quick": Grid(
        2_000,
        1,
        dict.fromkeys(("flattery", "campaign", "self_preservation", "account_ring"), COMMON),
        calibrating=39,
        checking=40,
    ),
    "full": Grid(
        6_000,
        3,
        {kind: COMMON + (RARE if kind in RARE_KINDS else ()) for kind in KINDS},
        calibrating=39,
        checking=40,
    ),
}


class Progress(NamedTuple):
    """Part `number` of `total`: about to start when `done` is false; `seconds` is None where it was done before."""

    name: str
    number: int
    total: int
    done: bool = False
    seconds: float | None = None


def run_audit(
    out: Path,
    scale: str = "quick",
    seed: int = 0,
    report: Callable[[Progress], None] = lambda progress: None,
) -> Outcome:
    """Play the grid SCALES[scale] in corpora of the seeds from `seed` on; report.json and report.md go into `out`.

    Raises:
        UserError: for an `out` that is not for this. WorkspaceBusy: another run holds it.
    """
    grid = SCALES[scale]
    parts = [(seed + number, kind) for number in range(grid.corpora) for kind in (QUIET, *grid.kinds)]
    about = {
        "data": "generated; no conversation in it is anybody's",
        "scale": scale,
        "seed": str(seed),
        "conversations in a corpus": f"{grid.conversations:,}, half of the accounts are the batch",
        "corpora": str(grid.corpora),
        "code version": code_version_of("clio"),
    }
    with held(out):
        quiets, games = list[Mapping[str, Any]](), list[Mapping[str, Any]]()
        for number, (name, found, seconds) in enumerate(_played(out, grid, parts, report), start=1):
            report(Progress(name, number, len(parts), True, seconds))
            (quiets if "quiet" in found else games).append(found)
            scores = {key: _joined([part[key] for part in quiets]) for key in ("quiet", "fresh")}
            played = [from_record(record) for part in games for record in part["played"]]
            outcome = Outcome.of(scores["quiet"], scores["fresh"], played)
            done = {"parts played": f"{number} of {len(parts)}"}
            write_report(outcome, out, about | done)
    return outcome


def _played(
    out: Path, grid: Grid, parts: Sequence[tuple[int, str]], report: Callable[[Progress], None]
) -> Iterator[tuple[str, Mapping[str, Any], float | None]]:
    """Each part's name, what was found, and the seconds it took; None where an earlier run had found it."""
    world: World | None = None
    for number, (seed, kind) in enumerate(parts, start=1):
        name = f"corpus {seed}, {kind}"
        key = [_plain(grid), seed, kind, code_version_of("clio")]
        stored = out / PARTS / f"{seed}-{kind.replace(' ', '_')}.json"
        found = unseal(stored)
        if found is not None and found.get("key") == key:
            yield name, found["found"], None
            continue
        report(Progress(name, number, len(parts)))
        started = time.monotonic()
        if world is None or world.seed != seed:
            world = World(grid.conversations, seed)
        made = _play(world, grid, kind)
        write_atomically(stored, seal({"key": key, "found": made}))
        yield name, made, time.monotonic() - started


def _play(world: World, grid: Grid, kind: str) -> dict[str, Any]:
    if kind != QUIET:
        return {"played": [as_record(one) for one in play(world, kind, grid.kinds[kind])]}
    first, last = grid.calibrating, grid.calibrating + grid.checking
    return {
        "quiet": quiet(world, range(1, first + 1)),
        "fresh": quiet(world, range(first + 1, last + 1)),
    }


def _plain(grid: Grid) -> Any:
    """The grid as JSON gives it back."""
    return json.loads(json.dumps(asdict(grid)))


def _joined(parts: Sequence[Mapping[str, Sequence[float]]]) -> dict[str, list[float]]:
    """Scores of all corpora by arm."""
    return {arm: [score for part in parts for score in part[arm]] for arm in parts[0]}
