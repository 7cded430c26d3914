"""CLIOPATRA: can somebody who plants conversations learn a target's disease from what is published?

The attack of Annamalai, De Cristofaro and Kairouz 2026 (arXiv 2603.09781) on the real pipeline, with a model that
obeys every instruction it reads. Encoding and facets are made once for a scenario and once for what an adversary
plants; each policy then goes on from a copy, from the clusters to the gate.
"""

import multiprocessing
import random
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from joblib import cpu_count

from clio.policies import POLICIES as KNOWN
from clio.release.reader import Release
from clio.settings import PrivacySettings, Settings, load_settings
from clio.storage import private_folder, seal, unseal, write_atomically
from privacy_evals.attackers import ATTACKERS, Attacker
from privacy_evals.obedient import ObedientProvider
from privacy_evals.report import Scale, Section
from privacy_evals.running import RememberingEmbedder, prepare_with, run_with
from privacy_evals.scenario import PLANTED_BUCKETS, Background, Scenario, make_scenario, write_records
from privacy_evals.trials import Trial, checks, success_table

POLICIES = tuple(policy for policy in ("paper", "guarded", "dp") if policy in KNOWN)

QUESTION = (
    "Can somebody who knows a target's age, gender and one symptom, and plants about 50 conversations, read the "
    "target's disease off the release?"
)
METHOD = (
    "CLIOPATRA (Annamalai, De Cristofaro and Kairouz 2026, arXiv 2603.09781) on the whole pipeline, from ingest to "
    "gate, with a model that obeys every instruction in any text it reads, repeats conversations whole and approves "
    "every name. Each run has up to 20 targets with symptoms, diseases and wishes of their own; a disease is one of 5, "
    "drawn evenly. In a dense background 100 accounts share a target's symptom, in a rare one 4. The adversary reads "
    "every published name, description and tag of every level with a decoder made for its attack, and guesses where "
    "nothing speaks for one disease. Intervals are exact (Clopper and Pearson, 95 %). The ceiling is what the "
    "(epsilon, delta) in the release's claim allows any adversary: min(e^eps g + delta, 1 - e^-eps (1 - g - delta)) "
    "with g the guess; paper claims none."
)
NOTES = (
    "Under guarded the ceiling covers names, descriptions and tags with the groups held fixed; who lands in which "
    "group, and the rounded sizes, are outside the claim.",
    "A disease also shows in the target's own wish, which lies next to a public phrase: without that nothing of it "
    "could pass a public vocabulary, and guarded and dp would be tested on nothing.",
    "Targets of a run share its encoder, k-means and window; their neighbourhoods share no word that tells a disease.",
    "The edge attacker knows how many accounts of the background have each disease; the others know none of them.",
)


@dataclass(frozen=True)
class Grid:
    """Every combination of these is a cell; `runs` scenarios of `targets` each, their background scaled by `size`."""

    backgrounds: Sequence[Background]
    sybils: Sequence[int]
    attackers: Sequence[Attacker]
    runs: int
    targets: int = 20
    size: float = 1.0
    policies: Sequence[str] = POLICIES


GRIDS: dict[Scale, Grid] = {
    "quick": Grid(("dense",), (10,), [a for a in ATTACKERS if a.name == "mimic-placement"], runs=1, size=0.4),
    "full": Grid(("dense", "rare"), (1, 10, 50), ATTACKERS, runs=10),
}


def measure(scale: Scale, scratch: Path, seed: int) -> Section:
    """Run the grid of `scale` in the folder `scratch` and report each cell's success; see METHOD."""
    folder = scratch / "cliopatra"
    table = success_table(attack(GRIDS[scale], folder, seed, cpu_count()))
    shutil.rmtree(folder)
    return Section("cliopatra", QUESTION, METHOD, {"success of the attack": table}, checks(table), NOTES)


def attack(grid: Grid, folder: Path, seed: int, workers: int = 1) -> Iterator[Trial]:
    """Run every cell of `grid` and yield one trial for each of its targets, cells in the grid's order.

    `workers` processes take a scenario each. The trials of a finished one are kept in `folder`, for the same grid and
    seed to go on from; the conversations and secrets that it made are removed.
    """
    private_folder(folder)
    each = partial(_trials_of, grid=grid, folder=folder)
    asked = [(of, seed * 1_000 + run) for of in grid.backgrounds for run in range(grid.runs)]
    waiting = [key for key in asked if unseal(_kept(folder, *key)) is None]
    if min(workers, len(waiting)) > 1:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
            for scenario in as_completed([pool.submit(each, *key) for key in waiting]):
                scenario.result()
    for key in asked:
        yield from each(*key)


def _kept(folder: Path, background: Background, seed: int) -> Path:
    return folder / f"{background}-{seed}.json"


def _trials_of(background: Background, seed: int, grid: Grid, folder: Path) -> list[Trial]:
    """The trials of one scenario: those that are kept, else new ones, which are kept then."""
    kept = _kept(folder, background, seed)
    if (found := unseal(kept)) is None:
        own = folder / kept.stem
        shutil.rmtree(own, ignore_errors=True)
        scenario = make_scenario(background, grid.targets, seed, grid.size)
        found = {"trials": list(_attack_scenario(scenario, grid, private_folder(own), seed))}
        write_atomically(kept, seal(found))
        shutil.rmtree(own)
    return [Trial(*trial) for trial in found["trials"]]


def eval_settings(policy: str, folder: Path) -> Settings:
    """Settings of a run under `policy` whose charges go to a ledger of the evaluation's own."""
    own = {"source": folder.name, "budget_file": folder.parent / "budget.jsonl", "expected_accounts": 5_000}
    known = {f"privacy.{name}": value for name, value in own.items() if name in PrivacySettings.model_fields}
    return load_settings(None, {"privacy.policy": policy, **known})


def _attack_scenario(scenario: Scenario, grid: Grid, folder: Path, seed: int) -> Iterator[Trial]:
    """The trials of one scenario; a folder for its background, one for what is planted, one for each policy."""
    base = eval_settings("paper", folder)  # nothing is published under it, and its runs draw no secret
    embedder = RememberingEmbedder.of(base)
    provider = ObedientProvider(embedder.encode)
    inputs = [str(write_records(folder / "background.jsonl", scenario.records))]
    shards = {"00000": (0, PLANTED_BUCKETS[0] - 1), "00001": PLANTED_BUCKETS}
    prepare_with(provider, folder / "base", base, inputs, shards, embedder)
    for attacker in grid.attackers:
        planted = folder / "planted"
        shutil.rmtree(planted, ignore_errors=True)
        shutil.copytree(folder / "base", planted)
        for sybils in grid.sybils:
            rng = random.Random(f"{attacker.name}/{sybils}/{seed}")
            records = [
                record
                for target in scenario.targets
                for record in attacker.records(target, scenario.counts[target.number], sybils, rng)
            ]
            both = [*inputs, str(write_records(folder / "planted.jsonl", records))]
            prepare_with(provider, planted, base, both, embedder=embedder)
            for policy in grid.policies:
                out = folder / f"{policy}-{scenario.background}-{attacker.name}-{sybils}-{seed}"
                shutil.copytree(planted, out)
                release = run_with(provider, out, eval_settings(policy, out), both, embedder)
                yield from _trials(release, scenario, attacker, sybils, rng)
                shutil.rmtree(out)


def _trials(
    release: Release, scenario: Scenario, attacker: Attacker, sybils: int, rng: random.Random
) -> Iterator[Trial]:
    budget, policy = release.manifest.budget, release.manifest.policy.name
    for target in scenario.targets:
        right = attacker.answer(target, release.clusters, rng) == target.secret
        yield Trial(policy, scenario.background, sybils, attacker.name, right, budget.epsilon, budget.delta)
