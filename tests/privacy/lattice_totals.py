"""What a manifest's counts, several facets, and the releases of consecutive windows say of each other's sets."""

from collections.abc import Iterator
from itertools import chain, combinations

from clio.release.schema import OTHER
from tests.privacy.lattice_reading import Published
from tests.privacy.lattice_solver import Lattice, Sum, minus, plus

Facets = tuple[str, ...]


class TotalsReading:
    """Conversations by the facets in which they are published; those in none are the ones left out."""

    def __init__(self, published: Published, lattice: Lattice, name: str = "", *, manifest: bool) -> None:
        """Add the unknowns and statements of one release to `lattice`; with `manifest` also what that counts."""
        self.published, self.lattice, self.name = published, lattice, name
        self.slack = published.rounding - 1
        facets = published.release.facets()
        sizes = range(len(facets) + 1)
        self.places: list[Facets] = list(chain.from_iterable(combinations(facets, n) for n in sizes))
        self.unknown = {place: self._split(place, "") for place in self.places}
        self.keyless = {place: self._split(place, "without account ") for place in self.places}
        for place in self.places:
            lattice.state({self.unknown[place]: 1.0, self.keyless[place]: -1.0}, 0)
        for facet in facets:
            self._facet(facet)
            self._values(facet)
        if manifest:
            self._manifest()

    def _split(self, place: Facets, what: str) -> int:
        return self.lattice.count(f"{self.name}{what}published in {' and '.join(place) or 'nothing'}")

    def inside(self, facet: str, counts: dict[Facets, int] | None = None) -> Sum:
        """Everybody who is in a published cluster of `facet`."""
        counts = self.unknown if counts is None else counts
        return {number: 1.0 for place, number in counts.items() if facet in place}

    @property
    def everybody(self) -> Sum:
        """All conversations, left out or not."""
        return dict.fromkeys(self.unknown.values(), 1.0)

    def _facet(self, facet: str) -> None:
        base = self.published.release.clusters.filter(facet=facet, level=0)
        slack, total, people = self.slack * base.height, base["conversations"].sum(), base["accounts"].sum()
        everybody = self.inside(facet)
        self.lattice.state(everybody, total - slack, total + slack)
        known = minus(everybody, self.inside(facet, self.keyless))
        self.lattice.state(known, people - slack)

    def _values(self, facet: str) -> None:
        """A value's conversations in a facet: those of the cells that name it, and perhaps some of the rest."""
        release = self.published.release
        base = release.clusters.filter(facet=facet, level=0)
        cells = release.breakdowns.join(base, on="cluster_id", how="semi")
        self.values: dict[tuple[str, str], dict[Facets, int]] = getattr(self, "values", {})
        for dimension in sorted(set(cells["dimension"])):
            own = cells.filter(dimension=dimension)
            dark = base.join(own, on="cluster_id", how="anti")
            rest = own.filter(value=OTHER)
            hidden = rest["conversations"].sum() + dark["conversations"].sum()
            hidden += self.slack * (rest.height + dark.height)
            for value in sorted(set(own["value"]) - {OTHER}):
                named = own.filter(value=value)
                low = named["conversations"].sum() - self.slack * named.height
                high = named["conversations"].sum() + self.slack * named.height + hidden
                self.lattice.state(self.inside(facet, self._of_value(dimension, value)), low, high)

    def _of_value(self, dimension: str, value: str) -> dict[Facets, int]:
        key = (dimension, value)
        if key not in self.values:
            self.values[key] = {place: self._split(place, f"{dimension} {value} ") for place in self.places}
            for place, number in self.values[key].items():
                self.lattice.state({self.unknown[place]: 1.0, number: -1.0}, 0)
        return self.values[key]

    def _manifest(self) -> None:
        """Counts that may be of everybody are read so; the rest as said of the facet with most conversations."""
        manifest, nowhere = self.published.release.manifest, self.unknown[()]
        if not self.follows(manifest.counts.get("conversations")):
            self._say(self.everybody, manifest.counts.get("conversations"))
        self._say({nowhere: 1.0}, manifest.pooled.get("conversations_left_out"))
        self._say({nowhere: 1.0}, manifest.counts.get("not_clustered"))
        keyless, facets = (
            manifest.counts.get("conversations_without_account"),
            self.published.release.facets(),
        )
        for facet in facets if keyless is not None else ():
            low, high = _ends(keyless)
            inside = self.inside(facet, self.keyless)
            self.lattice.state(inside, low if len(facets) == 1 else 0, high)

    def _say(self, what: Sum, told: int | str | None) -> None:
        if told is not None:
            self.lattice.state(what, *_ends(told))

    def follows(self, told: int | str | None) -> bool:
        """Whether a manifest's number of conversations is that of the largest facet's published clusters: no news."""
        base = self.published.release.clusters.filter(level=0)
        largest = max((part["conversations"].sum() for part in base.partition_by("facet")), default=0)
        return told == largest or (isinstance(told, str) and _ends(told)[0] <= largest <= _ends(told)[1])


def _ends(told: int | str) -> tuple[int, int]:
    """A count, or the least and largest that a band holds."""
    if isinstance(told, int):
        return told, told
    low, high = (int(end.replace(",", "")) for end in told.split("-"))
    return low, high - 1


def totals(published: Published, *, manifest: bool = True) -> Lattice:
    """The lattice of one release's totals."""
    lattice = _of_rule(published)
    TotalsReading(published, lattice, manifest=manifest)
    return lattice


def windows(earlier: Published, later: Published) -> Iterator[Lattice]:
    """The lattices of two releases of one source: a window that begins inside the other one counts it again."""
    first, second = (published.release.manifest.window for published in (earlier, later))
    lattice = _of_rule(earlier)
    readings = [
        TotalsReading(one, lattice, name, manifest=False)
        for one, name in ((earlier, "earlier "), (later, "later "))
    ]
    again = bool(first["end"] and second["start"]) and str(second["start"]) <= str(first["end"])
    if again:
        new = minus(readings[1].everybody, readings[0].everybody)
        lattice.state(new, 0)
        lattice.ask("new conversations", new)
    yield lattice
    yield _clusters(earlier, later, again=again)


def _of_rule(published: Published) -> Lattice:
    """An empty lattice that asks about sets below the release's own rule."""
    lattice = Lattice()
    lattice.least = int(published.release.manifest.policy.parameters["cells"]["min_conversations"])
    return lattice


def _clusters(earlier: Published, later: Published, *, again: bool) -> Lattice:
    """Each cluster of both releases: its new conversations where the later one holds the earlier ones too."""
    lattice = _of_rule(earlier)
    sizes = [
        dict(one.release.clusters.select("cluster_id", "conversations").iter_rows())
        for one in (earlier, later)
    ]
    for cluster in sorted(sizes[0].keys() & sizes[1].keys()):
        old, new = lattice.count(f"{cluster} earlier"), lattice.count(f"{cluster} later")
        for number, said, published in ((old, sizes[0], earlier), (new, sizes[1], later)):
            slack = published.rounding - 1
            lattice.state({number: 1.0}, said[cluster] - slack, said[cluster] + slack)
        if again:
            lattice.state({new: 1.0, old: -1.0}, 0)
            lattice.ask(f"{cluster} since the earlier release", {new: 1.0, old: -1.0})
        lattice.ask(f"{cluster} in both", plus({old: 1.0}, {new: 1.0}))
    return lattice
