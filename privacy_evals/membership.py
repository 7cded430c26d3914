"""Membership inference: can an adversary tell whether one account's conversations were in a window?"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from clio import group_steps
from clio.release.reader import Release
from clio.settings import Settings, load_settings
from clio.stages import Work
from clio.workspace import WHOLE, Workspace
from privacy_evals.distinguishing import Features, auc_bound, auc_interval, distinguish
from privacy_evals.leaving_out import METADATA, leave_out
from privacy_evals.report import Check, Scale, Section
from privacy_evals.running import prepare_with, run_with
from privacy_evals.targets import AWAY, FULL, ORDINARY, OUTLIER, WITHOUT_ORDINARY, windows
from privacy_evals.worlds import POLICIES, overrides_for, write_conversations

DRAWS: dict[Scale, int] = {"quick": 32, "full": 250}
FIXED_DRAWS: dict[Scale, int] = {"quick": 120, "full": 1000}
K = 4
EPSILON = 4.0
PAIRS = {OUTLIER: (FULL, AWAY), ORDINARY: (AWAY, WITHOUT_ORDINARY)}
"""For each target, the window with it and the same window without it."""

EVERYTHING, WORDS, FIXED = "everything", "words", "words, groups held fixed"
CLAIMED = {"guarded": FIXED, "dp": EVERYTHING}
"""What a policy's claim covers: guarded holds groups and size decisions fixed and speaks of words alone."""


@dataclass(frozen=True)
class Result:
    """One attack: its AUC with interval, beside the most that the claim lets any attack reach (None: no claim)."""

    policy: str
    target: str
    seen: str
    worlds: int
    auc: float
    low: float
    high: float
    bound: float | None


def measure(scale: Scale, scratch: Path, seed: int) -> Section:
    """Draw many windows with and without one account under every policy, and attack what they publish."""
    results = [result for policy in POLICIES for result in attack(policy, scale, scratch, seed)]
    return Section(
        name="membership",
        question=(
            "Knowing every other conversation and everything about a target, can an adversary tell from a release "
            "whether the target's conversations were in it?"
        ),
        method=(
            "The same window is run many times with and without one account, each time as a new folder with its own "
            "secret and noise (paper draws nothing, so one run tells all). The adversary simulates half of the "
            "releases with known answer, learns what tells them apart (sparse logistic regression on every count "
            "and word: shadow models, Shokri et al. 2017, arXiv 1610.05820) and is scored on the other half. The AUC's "
            "interval uses the largest variance that an AUC can have, that of as many coin tosses as there are windows "
            "on one side (van Dantzig 1951). The bound is the area under the trade-off curve of an (ε, δ)-DP mechanism "
            "(Dong, Roth and Su 2022, JRSS B 84, proposition 3; Kairouz, Oh and Viswanath 2015): no attack on such a "
            "mechanism exceeds it. The outlier asks four times for what nobody else asks for; the ordinary account "
            "is one of the others."
        ),
        tables={"AUC of the attack": pl.DataFrame([vars(result) for result in results])},
        checks=[_check(result) for result in results if result.bound is not None],
        notes=(
            "An AUC of 0.5 is a guess, 1 is certainty. At ε 4 the bound is high: it is a worst case over all attacks "
            "and all data, and an attack that stays below it proves nothing by itself.",
            "The claim of guarded holds the groups and the size decisions fixed and speaks of names, descriptions and "
            "tags. What else its releases give away is told in the rows without a bound.",
        ),
    )


def attack(policy: str, scale: Scale, scratch: Path, seed: int) -> Iterator[Result]:
    """Every attack on one policy, on both targets."""
    chosen = overrides_for(policy, scratch, K, EPSILON) | {"breakdowns.metadata": METADATA}
    settings = load_settings(overrides=chosen)
    draws = 1 if policy == "paper" else DRAWS[scale]
    worlds = {name: World(scratch, name, settings, table) for name, table in windows(seed).items()}
    seen = {name: [world.release() for _ in range(draws)] for name, world in worlds.items()}
    for target, (inside, outside) in PAIRS.items():
        for what, features in ((EVERYTHING, everything_in), (WORDS, words_in)):
            groups = [[features(release) for release in seen[name]] for name in (inside, outside)]
            yield _result(policy, target, what, groups[0], groups[1])
        if policy == "guarded":
            yield _result(
                policy, target, FIXED, *fixed_groups(worlds[inside], worlds[outside], FIXED_DRAWS[scale])
            )


def _result(policy: str, target: str, seen: str, inside: list[Features], outside: list[Features]) -> Result:
    auc, worlds = distinguish(inside, outside)
    low, high = auc_interval(auc, worlds)
    covered = CLAIMED.get(policy) == seen
    bound = auc_bound(EPSILON, 1e-6) if covered else None
    return Result(policy, target, seen, worlds, auc, low, high, bound)


@dataclass(frozen=True)
class World:
    """One window under one policy: prepared once up to what no noise touches, then released again and again."""

    scratch: Path
    name: str
    settings: Settings
    table: pl.DataFrame

    @property
    def out(self) -> Path:
        """The prepared folder, made at first use from the one that holds the embedded public phrases."""
        out = self.scratch / f"{self.name}-{self.settings.privacy.policy}"
        if not out.exists():
            first = self.scratch / "phrases"
            if first.exists():
                shutil.copytree(first, out)
            prepare_with(None, out, self.settings, [self._source()])
            if not first.exists():
                shutil.copytree(out, first)
                for name in ("conversations", "facets", "topics"):
                    shutil.rmtree(first / "workspace" / name, ignore_errors=True)
        return out

    def _source(self) -> str:
        path = self.scratch / f"{self.name}.jsonl"
        return str(path if path.exists() else write_conversations(self.table, path))

    def release(self) -> Release:
        """A release of this window from a folder of its own, with a new secret and new noise."""
        out = self.scratch / "drawn"
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self.out, out)
        forget_noise(out)
        return run_with(None, out, self.settings, [self._source()])


def forget_noise(out: Path) -> None:
    """Remove what makes a folder draw as it drew before: its secret and its stored answers."""
    for path in (out / "workspace").glob("secret*"):
        path.unlink()
    shutil.rmtree(out / "workspace" / "noise", ignore_errors=True)


def fixed_groups(inside: World, outside: World, draws: int) -> tuple[list[Features], list[Features]]:
    """The word mechanism's answers with and without the target, in the groups that the window with it has."""
    folder = inside.scratch / f"fixed-{inside.name}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(inside.out, folder)
    run_with(None, folder, inside.settings, [inside._source()])
    kept = outside.table["conversation_id"]
    answers = [words_of(folder, inside.settings, draws)]
    leave_out(Workspace(folder), kept, ("conversations", "topics", "assignments"))
    answers.append(words_of(folder, inside.settings, draws))
    return answers[0], answers[1]


def words_of(folder: Path, settings: Settings, draws: int) -> list[Features]:
    """What the word mechanism answers on the finished run in `folder`, drawn anew `draws` times."""
    answers = []
    for _ in range(draws):
        forget_noise(folder)
        words = group_steps.release_cluster_words(Work(Workspace(folder), settings, WHOLE))["words"]
        assert isinstance(words, pl.DataFrame)
        answers.append(_of_words(words))
    return answers


def _of_words(words: pl.DataFrame) -> Features:
    found: Features = {}
    for cluster, phrase, tags in words.select("cluster_id", "phrase", "tags").iter_rows():
        found[f"{cluster} is {phrase}"] = 1.0
        found |= {f"{cluster} has {tag}": 1.0 for tag in tags}
    return found


def words_in(release: Release) -> Features:
    """Names and words of descriptions, of base clusters and above, wherever they stand."""
    found: Features = {}
    for name, description in release.clusters.select("name", "description").iter_rows():
        found[f"name {name}"] = 1.0
        found |= {f"word {word.strip('.,:')}": 1.0 for word in description.split()}
    return found


def everything_in(release: Release) -> Features:
    """Words and every number, by group's name and summed over groups, and the manifest's counts."""
    base = release.base().select("cluster_id", "name", *(n for n in NUMBERS if n in release.clusters.columns))
    found = words_in(release)
    found["groups"] = float(base.height)
    for _, name, *numbers in base.iter_rows():
        for column, number in zip(base.columns[2:], numbers, strict=True):
            _add(found, f"{column}", number)
            _add(found, f"{column} of {name}", number)
    names = dict(base.select("cluster_id", "name").iter_rows())
    for cluster, dimension, value, count in release.breakdowns.select(
        "cluster_id", "dimension", "value", "conversations"
    ).iter_rows():
        if cluster in names:
            _add(found, f"{dimension} {value}", count)
            _add(found, f"{dimension} {value} of {names[cluster]}", count)
    for cluster, start, count in release.timeline.select(
        "cluster_id", "period_start", "conversations"
    ).iter_rows():
        if cluster in names:
            _add(found, f"from {start}", count)
    told = {**release.manifest.counts, **release.manifest.pooled}
    return found | {f"{name} is {count}": 1.0 for name, count in told.items()}


NUMBERS = ("conversations", "accounts", "mean_concern", "mean_turns", "accounts_low", "accounts_high")


def _add(found: Features, name: str, number: float | None) -> None:
    found[name] = found.get(name, 0.0) + (number or 0.0)


def _check(result: Result) -> Check:
    bound = result.bound or 0.0
    return Check(
        f"{result.policy}: {result.seen}, {result.target}: the attack stays within the claim",
        result.low <= bound,
        f"AUC {result.auc:.3f} (95 % interval {result.low:.3f} to {result.high:.3f}); the claim allows {bound:.3f}.",
    )
