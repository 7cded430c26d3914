"""Everything that a release and its exports say, as statements about unknown counts.

A number that follows from other published numbers says nothing new. One that does not is a statement of its own,
about the set that its place in the release names: a parent's count then speaks of conversations outside every
published child, a share of a whole that holds what was left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import polars as pl

from clio.release.reader import Release, read_release
from clio.release.schema import MEAN, OTHER, TABLES, own_scales
from clio.release.verify import verify
from tests.privacy.lattice_solver import Lattice, Proof, Sum, minus, plus, times

BUCKETS = {"1": (1, 1), "2-3": (2, 3), "4-7": (4, 7), "8+": (8, 50)}
SCALES = {"concern": (1, 5), "turns": (1, 50)}
KEYS = {
    "clusters": ("cluster_id",),
    "breakdowns": ("cluster_id", "dimension", "value"),
    "timeline": ("cluster_id", "period", "period_start"),
}
MOST_JOINT = 3_000
"""Cells of a joint table; a dimension that would make it larger is left out of it."""


@dataclass(frozen=True)
class Published:
    """A release and every other place where its numbers stand."""

    release: Release
    exports: Sequence[Mapping[str, pl.DataFrame]] = ()

    def numbers(self, table: str, column: str) -> dict[tuple[object, ...], list[float]]:
        """What is said of each row: the release's number first, then each other one that an export gives."""
        said: dict[tuple[object, ...], list[float]] = {}
        for place in (self.tables, *self.exports):
            frame = place[table]
            for key, number in zip(
                frame.select(KEYS[table]).iter_rows(), frame[column].to_list(), strict=True
            ):
                found = said.setdefault(tuple(map(str, key)), [])
                if number is not None and number not in found:
                    found.append(number)
        return said

    @property
    def tables(self) -> dict[str, pl.DataFrame]:
        """The release's own tables."""
        return {name: getattr(self.release, name) for name in KEYS}

    @property
    def rounding(self) -> int:
        """The base that the manifest says counts are rounded to."""
        return int(self.release.manifest.policy.parameters["rounding"])


def read_published(folder: Path, exports: Sequence[Path] = ()) -> Published:
    """Read a release folder and the folders of its exports."""
    return Published(read_release(folder), [_export(path) for path in exports])


def _export(folder: Path) -> dict[str, pl.DataFrame]:
    if (folder / "release.json").exists():
        content = json.loads((folder / "release.json").read_text(encoding="utf-8"))
        tables = {name: pl.DataFrame(content[name], infer_schema_length=None) for name in KEYS}
        return {
            name: frame if frame.height else pl.DataFrame(schema=TABLES[name])
            for name, frame in tables.items()
        }
    read = pl.read_csv if (folder / "clusters.csv").exists() else pl.read_parquet
    ending = "csv" if read is pl.read_csv else "parquet"
    tables = {name: read(folder / f"{name}.{ending}") for name in KEYS}
    if ending == "parquet":
        return tables
    return {
        name: frame.with_columns(pl.col(pl.String).str.strip_prefix("'")) for name, frame in tables.items()
    }


class FacetReading:
    """The statements about one facet: sizes, cells, runs of periods, means, parents and shares."""

    def __init__(self, published: Published, facet: str, *, trusting: bool = True) -> None:
        """With `trusting` the reader also believes that every published cell passes the stated rules."""
        self.published, self.facet, self.lattice = published, facet, Lattice()
        self.trusting, self.slack = trusting, published.rounding - 1
        rules = published.release.manifest.policy.parameters
        self.cluster_rule, self.cell_rule = rules["clusters"], rules["cells"]
        self.lattice.least = int(self.cell_rule["min_conversations"])
        rows = published.release.clusters.filter(facet=facet)
        self.parent = dict(rows.select("cluster_id", "parent_id").iter_rows())
        self.bases = rows.filter(level=0)["cluster_id"].to_list()
        self.size: dict[str, int] = {}
        self.cells: dict[tuple[str, str, str], Sum] = {}
        self.runs: dict[tuple[str, str, str], Sum] = {}
        self.raw: dict[tuple[str, str, str], Sum] = {}
        self._left: dict[str, int] = {}
        self._sizes()
        self._breakdowns()
        self._means()
        self._timelines()
        self._parents("clusters", {(base,): {number: 1.0} for base, number in self.size.items()})
        self._parents("breakdowns", self.cells)
        self._parents("timeline", self.runs)
        self._shares()
        self._unions()

    def _say(self, what: Sum, numbers: Sequence[float]) -> None:
        """A rounded count; what another place says of it is taken as exact."""
        for place, number in enumerate(numbers):
            slack = 0 if place else self.slack
            self.lattice.state(what, number - slack, number + slack)

    def _at_least(self, what: Sum, least: int) -> None:
        """A row that is there stands for somebody; for as many as the rule says to those who believe it."""
        self.lattice.state(what, least if self.trusting else 1)

    def _sizes(self) -> None:
        conversations = self.published.numbers("clusters", "conversations")
        accounts = self.published.numbers("clusters", "accounts")
        self.accounts: dict[str, int] = {}
        for base in self.bases:
            size = self.lattice.count(base)
            people = self.lattice.count(f"{base} accounts", fewest=self.cluster_rule["min_accounts"])
            self.lattice.state(minus({size: 1.0}, {people: 1.0}), 0)
            for number, said in ((size, conversations), (people, accounts)):
                self._say({number: 1.0}, said[(base,)])
            self._at_least({size: 1.0}, self.cluster_rule["min_conversations"])
            self._at_least({people: 1.0}, self.cluster_rule["min_accounts"])
            self.size[base], self.accounts[base] = size, people

    def _breakdowns(self) -> None:
        said = self.published.numbers("breakdowns", "conversations")
        self.own_cells = set(self.published.release.breakdowns.select(KEYS["breakdowns"]).iter_rows())
        self.domain: dict[str, list[str]] = {"concern": list("12345"), "turns": list(BUCKETS)}
        for cluster, dimension, value in said:
            if cluster in self.size and value != OTHER:
                known = self.domain.setdefault(str(dimension), [])
                known += [] if value in known else [str(value)]
        for base, dimension in product(self.bases, self.domain):
            self._breakdown(base, dimension, {k[2]: n for k, n in said.items() if k[:2] == (base, dimension)})

    def _breakdown(self, base: str, dimension: str, cells: Mapping[str, Sequence[float]]) -> None:
        """Cells that only an export has are taken as exact, and as part of what the release has in "other"."""
        lattice, name = self.lattice, f"{base} {dimension}"
        alone = {value: n for value, n in cells.items() if (base, dimension, value) not in self.own_cells}
        cells = {value: numbers for value, numbers in cells.items() if value not in alone}
        values = {value: lattice.count(f"{name} {value}") for value in self.domain[dimension]}
        rest = lattice.count(f"{name} not named anywhere")
        self.raw |= {(base, dimension, value): {number: 1.0} for value, number in values.items()}
        self.raw[base, dimension, OTHER] = {rest: 1.0}
        hidden = plus({rest: 1.0}, *({n: 1.0} for value, n in values.items() if value not in cells))
        lattice.ask(f"{name} hidden", hidden)
        named = [{number: 1.0} for value, number in values.items() if value in cells]
        lattice.equal(plus(hidden, *named, missing := self._missing(name, cells)), {self.size[base]: 1.0})
        self.missing = getattr(self, "missing", {}) | {(base, dimension): missing}
        for value, numbers in alone.items():
            lattice.state(self.raw[base, dimension, value], numbers[0], numbers[0])
        for value, numbers in cells.items():
            cell = hidden if value == OTHER else {values[value]: 1.0}
            self._cell(base, cell, numbers, f"{name} {value}")
            self.cells[base, dimension, value] = cell

    def _missing(self, name: str, cells: Mapping[str, Sequence[float]]) -> Sum:
        """Conversations in no published cell of a breakdown that has cells."""
        return {self.lattice.count(f"{name} in no cell"): 1.0} if OTHER in cells else {}

    def _cell(self, base: str, cell: Sum, numbers: Sequence[float], name: str) -> None:
        self._say(cell, numbers)
        self._at_least(cell, self.cell_rule["min_conversations"])
        people = self.lattice.count(f"{name} accounts", fewest=self.cell_rule["min_accounts"])
        self.lattice.state(minus(cell, {people: 1.0}), 0)
        self.lattice.state(minus({self.accounts[base]: 1.0}, {people: 1.0}), 0)
        self._at_least({people: 1.0}, self.cell_rule["min_accounts"])

    def _means(self) -> None:
        scales = {**SCALES, **own_scales(self.published.release.manifest.settings)}
        for name, bounds in scales.items():
            for (base,), numbers in self.published.numbers("clusters", MEAN + name).items():
                if base in self.size and numbers:
                    self._mean(str(base), name, bounds, numbers)

    def _mean(self, base: str, scale: str, bounds: tuple[int, int], numbers: Sequence[float]) -> None:
        """Each whole number of the scale is a set; those whose value is unknown count for no mean."""
        lattice, low = self.lattice, bounds[0]
        sets = {n: lattice.count(f"{base} {scale}={n}") for n in range(low, bounds[1] + 1)}
        clipped = lattice.count(f"{base} {scale} clipped", ask=False)
        unknown = lattice.count(f"{base} {scale} unknown")
        of = BUCKETS if scale == "turns" else {str(n): (n, n) for n in sets}
        if (base, scale, OTHER) in self.raw:
            for value, (first, last) in of.items():
                inside = plus(*({sets[n]: 1.0} for n in range(first, last + 1)))
                lattice.equal(self.raw.get((base, scale, value), {}), inside)
            lattice.equal(self.raw[base, scale, OTHER], {clipped: 1.0, unknown: 1.0})
        for n in list(sets)[1:]:
            lattice.ask(f"{base} {scale}>={n}", plus(*({sets[m]: 1.0} for m in sets if m >= n)))
        counted = plus({clipped: 1.0}, *({number: 1.0} for number in sets.values()))
        lattice.equal(plus(counted, {unknown: 1.0}), {self.size[base]: 1.0})
        self._at_least(counted, self.cell_rule["min_conversations"])
        total = plus({clipped: float(low)}, *({number: float(n)} for n, number in sets.items() if n))
        for mean in numbers:
            half = 0.5 * 10.0 ** (np.floor(np.log10(abs(mean))) - 1) if mean else 0.005
            half = max(half, 0.005) + 1e-9
            lattice.state(minus(total, times(mean - half, counted)), 0)
            lattice.state(minus(times(mean + half, counted), total), 0)

    def _timelines(self) -> None:
        said = self.published.numbers("timeline", "conversations")
        for base in self.bases:
            rows = {(p, s): n for (cluster, p, s), n in said.items() if cluster == base}
            starts = sorted({start for _, start in rows})
            if not starts:
                continue
            spans = {start: self._span(base, start) for start in starts}
            undated = self.lattice.count(f"{base} outside the timeline")
            self.lattice.equal(plus({undated: 1.0}, *spans.values()), {self.size[base]: 1.0})
            for (period, start), numbers in rows.items():
                later = [s for p, s in rows if p == period and s > start]
                run = plus(*(spans[s] for s in starts if s >= start and s < min(later, default="9")))
                self._cell(base, run, numbers, f"{base} {period} {start}")
                self.runs[base, str(period), str(start)] = run

    def _span(self, base: str, start: str) -> Sum:
        """A run's first period, in which somebody was, and the rest of it."""
        first = self.lattice.count(f"{base} first of {start}")
        self.lattice.state({first: 1.0}, 1)
        return {first: 1.0, self.lattice.count(f"{base} after {start}"): 1.0}

    def _parents(self, table: str, below: Mapping[tuple[str, ...], Sum]) -> None:
        """A parent's number is the sum of its children's, or speaks of somebody outside all of them."""
        said = self.published.numbers(table, "conversations")
        sums: dict[tuple[str, ...], tuple[float, list[Sum]]] = {}
        for (base, *rest), total in below.items():
            above = self.parent.get(base)
            while above is not None:
                number, parts = sums.setdefault((above, *rest), (0.0, []))
                sums[above, *rest] = (number + said[base, *rest][0], [*parts, total])
                above = self.parent.get(above)
        for key, (number, parts) in sums.items():
            if said.get(key, [number]) != [number]:
                outside = {self.lattice.count(f"{' '.join(key)} outside its children"): 1.0}
                self._say(plus(*parts, outside), said[key])
            self.lattice.ask(f"{' '.join(key)} of {table}", plus(*parts))
        for key in said.keys() - below.keys() - sums.keys():
            if key[0] in self.parent:
                unseen = {self.lattice.count(f"{' '.join(map(str, key))} of no child"): 1.0}
                self._say(unseen, said[key])

    def _shares(self) -> None:
        whole = {(base,): {number: 1.0} for base, number in self.size.items()}
        self._share("clusters", "share", [whole], "left out")
        for base, dimension in {key[:2] for key in self.cells}:
            own = {key: cell for key, cell in self.cells.items() if key[:2] == (base, dimension)}
            self._share("breakdowns", "share", [own], f"{base} {dimension} left out")

    def _share(
        self, table: str, column: str, groups: Sequence[Mapping[tuple[str, ...], Sum]], name: str
    ) -> None:
        counts = self.published.numbers(table, "conversations")
        shares = self.published.numbers(table, column)
        for group in groups:
            total = sum(counts[key][0] for key in group)
            odd = {
                (key, share)
                for key in group
                for share in shares[key]
                if total and abs(share - counts[key][0] / total) > 1e-9
            }
            if not odd:
                continue
            left = {self.lattice.count(f"{self.facet} {name}"): 1.0}
            everybody = plus(left, *group.values())
            for key, share in odd:
                off = minus(group[key], times(share, everybody))
                self.lattice.state(off, -1e-4, 1e-4)

    def _unions(self) -> None:
        """Sets over all base clusters, and random ones within the facet."""
        for dimension, values in self.domain.items():
            for value in [*values, OTHER]:
                parts = [self.raw[base, dimension, value] for base in self.bases]
                self.lattice.ask(f"all {dimension} {value}", plus(*parts))
            gone = [self.missing[base, dimension] for base in self.bases]
            self.lattice.ask(f"all {dimension} in no cell", plus(*gone))
        generator = np.random.default_rng(0)
        for dimension in self.domain:
            atoms = [total for key, total in self.raw.items() if key[1] == dimension]
            for turn in range(8 if atoms else 0):
                chosen = generator.random(len(atoms)) < generator.choice([0.05, 0.3, 0.7])
                some = plus(*(atom for atom, is_in in zip(atoms, chosen, strict=True) if is_in))
                self.lattice.ask(f"union {turn} of {dimension}", some)

    def joints(self) -> Iterator[Lattice]:
        """For each base cluster, the joint table of its breakdowns and timeline; asked is each intersection."""
        for base in self.bases:
            sides = self._sides(base)
            joint, shape = Lattice(least=self.lattice.least), [len(side) for side in sides]
            for at in product(*(range(length) for length in shape)):
                joint.count(f"{base} {at}", ask=False)
            grid = np.arange(int(np.prod(shape))).reshape(shape)
            margins = {}
            for axis, side in enumerate(sides):
                for place, numbers in enumerate(side):
                    margin = dict.fromkeys(np.take(grid, place, axis).ravel().tolist(), 1.0)
                    margins[axis, place] = margin
                    joint.state(margin, max(numbers - self.slack, 1), numbers + self.slack)
                    if self.trusting:
                        joint.state(margin, joint.least)
            for (one, a), (other, b) in product(margins, margins):
                if one < other:
                    both = margins[one, a].keys() & margins[other, b].keys()
                    joint.ask(f"{base} {one, a} and {other, b}", dict.fromkeys(both, 1.0))
                    apart = margins[one, a].keys() ^ margins[other, b].keys()
                    joint.ask(f"{base} {one, a} or {other, b} but not both", dict.fromkeys(apart, 1.0))
            yield joint

    def _sides(self, base: str) -> list[list[float]]:
        """Numbers of the cells of each breakdown and of the timeline, whichever make up the whole cluster."""
        cells = self.published.numbers("breakdowns", "conversations")
        sides: dict[str, list[float]] = {}
        for (cluster, dimension, _), numbers in cells.items():
            if cluster == base:
                sides.setdefault(str(dimension), []).append(numbers[0])
        chosen: list[list[float]] = []
        for side in sorted(sides.values(), key=len):
            if np.prod([len(one) for one in [*chosen, side]]) <= MOST_JOINT:
                chosen.append(side)
        return chosen


def unexplained(published: Published) -> list[str]:
    """What does not follow from the published cells: shares, intervals, parents; or differs in an export."""
    wrong = [
        check.detail
        for check in verify(published.release.path).checks
        if check.name in ("derived numbers", "sums") and not check.ok
    ]
    for place, (name, own) in product(published.exports, published.tables.items()):
        exported = place[name]
        for column in own.columns:
            right = own[column]
            found = exported[column].cast(pl.String) if right.dtype == pl.Date else exported[column]
            right = right.cast(pl.String) if right.dtype == pl.Date else right
            if not found.cast(right.dtype).equals(right, check_names=False, null_equal=True):
                wrong.append(f"{name}.{column} of an export")
    return wrong


def caught(published: Published) -> tuple[list[Proof], int]:
    """Every set that the published numbers catch, and how many sets were asked about."""
    found: list[Proof] = []
    asked = 0
    for facet in published.release.facets():
        for trusting in (True, False):
            reading = FacetReading(published, facet, trusting=trusting)
            proofs = reading.lattice.proofs()
            if proofs is not None:
                break
        else:
            raise ArithmeticError(f"the published numbers of {facet} contradict each other")
        lattices = [reading.lattice, *reading.joints()]
        asked += sum(len(lattice.asked) for lattice in lattices)
        found += proofs
        for joint in lattices[1:]:
            found += joint.proofs() or []  # none where cells do not add up, which the first lattice says
    return found, asked
