"""Where an audit fails, said from its figures."""

from collections.abc import Iterable, Iterator

import polars as pl

POOR = 0.5
"""F1 below which the best group is not the behaviour."""
MOST = 0.5
"""Share of games that an arm must detect to be said to find behaviours at a share."""


def shortcomings(games: pl.DataFrame, alarms: pl.DataFrame, rate: float) -> list[str]:
    """Sentences on what is not detected, not held apart, not named, withheld, or detected where nothing is.

    Args:
        games: Outcome.games of audit_report; alarms: its alarms; rate: of false alarms, as stated.
    """
    if games.is_empty():
        return []
    found = [*_loud(alarms, rate), *_unseen(games), *_by_arm(games), *_worse_together(games)]
    return found or ["Nothing failed in these games."]


def _loud(alarms: pl.DataFrame, rate: float) -> Iterator[str]:
    for arm, hits, n in alarms.filter(pl.col("low") > rate).select("arm", "detected", "games").iter_rows():
        yield f"`{arm}` raises {hits} false alarms in {n} corpora with nothing planted, more than {percent(rate)}."


def _unseen(games: pl.DataFrame) -> Iterator[str]:
    """What no arm detects in any game."""
    cells = games.group_by("kind", "share", maintain_order=True).agg(pl.col("detected").any())
    missed = cells.filter(~pl.col("detected"))
    if missed.height:
        yield f"No arm detects, in any game: {_cells(missed.select('kind', 'share').iter_rows())}."


def _by_arm(games: pl.DataFrame) -> Iterator[str]:
    for (arm,), own in games.partition_by("arm", as_dict=True, maintain_order=True).items():
        cells = own.group_by("kind", "share", maintain_order=True).agg(
            pl.col("detected", "named").any(),
            pl.col("f1").filter("detected").mean(),
            pl.col("withheld").filter(~pl.col("detected")).sum(),
        )
        for what, those in {
            "never detects": ~pl.col("detected"),
            f"detects, with a best group of F1 below {POOR}": pl.col("detected") & (pl.col("f1") < POOR),
            "detects and never names": pl.col("detected") & ~pl.col("named"),
            "finds but may not show by the size rule": ~pl.col("detected") & (pl.col("withheld") > 0),
        }.items():
            failing = cells.filter(those)
            if failing.height:
                told = _cells(failing.select("kind", "share").iter_rows())
                yield f"`{arm}` {what} ({failing.height} of {cells.height} cells): {told}."
        rates = own.group_by("share").agg(pl.col("detected").mean()).sort("share", descending=True)
        weak = rates.filter(pl.col("detected") < MOST)["share"].to_list()
        if weak:
            yield f"`{arm}` detects less than half of the games at {', '.join(map(percent, weak))}."


def _worse_together(games: pl.DataFrame) -> Iterator[str]:
    """What the two contrasts together miss and one of them alone detects."""
    wide = games.pivot("arm", index=["seed", "kind", "share"], values="detected", aggregate_function="first")
    lost = wide.filter((pl.col("features") | pl.col("utterances")) & ~pl.col("both"))
    if lost.height:
        told = _cells(lost.select("kind", "share").unique(maintain_order=True).iter_rows())
        yield f"`both` misses what one of its parts detects alone ({lost.height} games): {told}."


def _cells(cells: Iterable[tuple[str, float]]) -> str:
    """Kinds, each with the shares at which it fails."""
    shares: dict[str, list[float]] = {}
    for kind, share in cells:
        shares.setdefault(kind, []).append(share)
    return ", ".join(f"{kind} ({', '.join(map(percent, own))})" for kind, own in shares.items())


def percent(share: float) -> str:
    """A share in whole percent."""
    return f"{share:.0%}".replace("%", " %")
