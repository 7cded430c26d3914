"""What a stage is, and the rule by which it is done, redone or left alone."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from clio import tables
from clio.clustering.embedding import Embedder, load_embedder
from clio.facets.definitions import BUILT_IN, Facet, clustered, declared
from clio.models.extractive import ExtractiveProvider
from clio.models.questions import Provider
from clio.privacy.charges import BudgetAccount, ledger_of, limit_of
from clio.privacy.composing import Days
from clio.settings import CHARGING, LlmSettings, Settings
from clio.stored_noise import Price, StoredNoise
from clio.workspace import WHOLE, Workspace

if TYPE_CHECKING:
    from clio.models.claude import ClaudeProvider

Array = NDArray[np.float32]
Output = pl.DataFrame | Array

SCHEMAS: dict[str, tables.Schema] = {
    "conversations": tables.CONVERSATIONS,
    "quarantine": tables.QUARANTINE,
    "ingest": tables.INGEST,
    "prepared": tables.PREPARED,
    "asked": tables.ASKED,
    "facets": tables.FACETS,
    "activations": tables.ACTIVATIONS,
    "topics": tables.TOPICS,
    "joining": tables.JOINING,
    "labels": tables.LABELS,
    "groups": tables.GROUPS,
    "group_members": tables.GROUP_MEMBERS,
    "centroids": tables.CENTROIDS,
    "assignments": tables.ASSIGNMENTS,
    "sizes": tables.SIZES,
    "pooling": tables.POOLING,
    "words": tables.WORDS,
    "group_words": tables.GROUP_WORDS,
    "names": tables.NAMES,
    "levels": tables.LEVEL,
    "taxonomy": tables.TAXONOMY,
    "positions": tables.POSITIONS,
    "published": tables.PUBLISHED,
}
INPUTS = "inputs.json"
"""What a run was given to read, as it was written, beside the settings in the private folder."""
EMBEDDINGS = "embeddings"
"""In what a stage reads or writes: one table `embeddings/<facet>` for each clustered facet."""
GROUP_VOTES = "what groups are named by"
"""In what a stage reads: the tables that words of groups are counted in, where a mechanism releases them."""


@dataclass(frozen=True)
class Progress:
    """How far a stage is: `done` of `total` shards; `rows` conversations in the shards done by this run."""

    stage: str
    done: int
    total: int
    rows: int


Report = Callable[[Progress], None]


@dataclass(frozen=True)
class Work:
    """What a stage's function gets: the workspace, the settings, and which shard it is to make."""

    workspace: Workspace
    settings: Settings
    shard: str = WHOLE
    fingerprint: str = ""

    def read(self, table: str, shard: str | None = None, *columns: str) -> pl.DataFrame:
        """One shard of a table, by default the one being made; with `columns`, those alone are decoded."""
        return self.workspace.read(table, shard or self.shard, *columns)

    def whole(self, table: str) -> pl.DataFrame:
        """A table that is made from all shards at once."""
        return self.workspace.read(table, WHOLE)

    def array(self, table: str, shard: str | None = None) -> Array:
        """One shard of an array table, memory-mapped."""
        return self.workspace.read_array(table, shard or self.shard)

    @cached_property
    def key(self) -> bytes:
        """The key of every keyed hash: the folder's secret, under `paper` the seed (so that runs agree)."""
        return sampling_key(self.workspace, self.settings)

    @property
    def embedder(self) -> Embedder:
        """The encoder that the settings name, loaded once per process."""
        return load_embedder(self.settings.embedding.model, self.settings.embedding.precision)

    def encode(self, texts: Sequence[str]) -> Array:
        """Unit rows [n, d] of private texts; under a noisy policy each by itself, whatever stands beside it."""
        return self.embedder.encode(texts, alone=self.settings.policy.noisy)

    @property
    def provider(self) -> Provider:
        """Who answers questions."""
        if self.settings.llm.provider == "extractive":
            return ExtractiveProvider(lambda texts: self.embedder.encode(texts))
        return self.model

    @property
    def model(self) -> "ClaudeProvider":
        """The language model behind the ledger; shards take what it holds, only whole stages ask again."""
        return self.model_of(self.workspace.root)

    def model_of(self, root: Path) -> "ClaudeProvider":
        """The language model behind the ledger of the private folder `root`."""
        return _model(root, self.settings.llm.model_dump_json(), self.facets, self.shard == WHOLE)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The built-in facets and those of the settings."""
        return (*BUILT_IN, *declared(self.settings.facets))

    @property
    def clustered(self) -> list[str]:
        """Names of the facets that are embedded and clustered, request first."""
        return clustered_facets(self.settings)

    @property
    def languages(self) -> frozenset[str] | None:
        """Languages of conversations whose facets the encoder covers, None = all.

        A language model writes every facet in English, whatever the conversation's language.
        """
        return None if self.provider.uses_model else self.embedder.languages

    def schema(self, table: str) -> tables.Schema:
        """The schema of a table, with the facets of one's own where it has them."""
        if table != "facets":
            return SCHEMAS[table]
        return {**tables.FACETS, **tables.own_columns({own.name: own.kind for own in self.settings.facets})}

    def noise(self, price: Mapping[str, Price]) -> StoredNoise:
        """Noisy answers already drawn in this folder; new ones are charged at `price`, by mechanism.

        `price` lists, in the order of the draws, what this stage draws and what later ones will: the first new answer
        is refused unless all of it fits the privacy budget.
        """
        ledger = ledger_of(self.settings.privacy)
        return StoredNoise(
            self.workspace.root / "noise",
            price,
            lambda name, cost, ahead: ledger.charge(self.budget_account, name, cost, ahead),
        )

    @cached_property
    def budget_account(self) -> BudgetAccount:
        """Whom this run's privacy budget is charged to."""
        privacy = self.settings.privacy
        source = privacy.source or self._inputs
        return BudgetAccount(source, self._days, privacy.policy, limit_of(privacy), privacy.unit)

    @property
    def _inputs(self) -> str:
        """The run's inputs as they were given, in one line; paths of this machine in full."""
        given: list[str] = json.loads((self.workspace.root / INPUTS).read_bytes())
        return " ".join(text if "://" in text else os.path.abspath(text) for text in sorted(given))

    @property
    def _days(self) -> Days:
        """The days of the window: as set, or observed unless the policy is `dp`, for they are private themselves.

        Unknown where a conversation has no time, for it may be of any day.
        """
        since, until = self.settings.ingest.since, self.settings.ingest.until
        if since is not None and until is not None:
            return date.fromisoformat(since), date.fromisoformat(until) - timedelta(days=1)
        if self.settings.policy.name == "dp":
            return None
        shards = [self.read("conversations", shard, "created_at") for shard in self.workspace.shards()]
        days = pl.concat(shards)["created_at"].dt.date()
        return None if days.is_empty() or days.has_nulls() else (days.min(), days.max())  # type: ignore[return-value]

    def accounts(self, shard: str) -> pl.DataFrame:
        """conversation_id and account_id of a shard, the latter meaning the unit that thresholds count."""
        ids = self.read("conversations", shard, "conversation_id", "account_id")
        if self.settings.privacy.unit == "conversation":
            return ids.with_columns(pl.col("conversation_id").alias("account_id"))
        return ids

    def checkpoint(self, table: str, part: str, compute: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """A part of a long stage, kept under the stage's fingerprint so that a rerun starts after it."""
        if not self.workspace.is_done(table, part, self.fingerprint):
            self.workspace.write(table, part, compute(), SCHEMAS[table], self.fingerprint)
        return self.workspace.read(table, part)


@dataclass(frozen=True)
class Stage:
    """One step from tables to tables.

    `settings` are dotted names (a section or a field) that change the result; `reads` the tables it is made
    from (EMBEDDINGS stands for those of every clustered facet); `public` what it uses of the files fixed in
    advance; `keyed` whether it draws by the folder's key; `when` whether these settings call for it.
    """

    name: str
    version: int
    scope: Literal["shard", "whole"]
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Callable[[Work], Mapping[str, Output]]
    settings: tuple[str, ...] = ()
    public: Callable[[Settings], tuple[str, ...]] = lambda settings: ()
    keyed: bool = False
    when: Callable[[Settings], bool] = lambda settings: True

    def fingerprint(self, workspace: Workspace, settings: Settings, shard: str, whole: set[str]) -> str:
        """Hash of everything that the shard's result depends on; `whole` names the tables of one shard `all`."""
        inputs: dict[str, list[str | None]] = {}
        for table in _expanded(self.reads, settings):
            own = [shard] if self.scope == "shard" else workspace.shards()
            shards = [WHOLE] if table in whole else own
            inputs[table] = [workspace.content(table, part) for part in shards]
        return digest(
            self.name,
            self.version,
            {name: pick(settings, name) for name in self.settings},
            self.public(settings),
            inputs,
            blake2b(sampling_key(workspace, settings), digest_size=16).hexdigest() if self.keyed else None,
        )

    def is_done(self, workspace: Workspace, settings: Settings, shard: str, fingerprint: str) -> bool:
        """Whether every table that the stage writes is there, whole and made from `fingerprint`."""
        written = _expanded(self.writes, settings)
        return all(workspace.is_done(table, shard, fingerprint) for table in written)

    def make(self, work: Work) -> None:
        """Run the stage for one shard and write what it returns."""
        for table, output in self.run(work).items():
            if isinstance(output, pl.DataFrame):
                work.workspace.write(table, work.shard, output, work.schema(table), work.fingerprint)
            else:
                work.workspace.write_array(table, work.shard, output, work.fingerprint)


def joins_activations(settings: Settings) -> bool:
    """Whether SAE activations stand beside the embedding in what is clustered."""
    return settings.sae.activations != "off" and settings.sae.weight > 0


def contrasts(settings: Settings) -> bool:
    """Whether groups are sought that cut across clusters."""
    return settings.sae.contrast is not None


def names_groups(settings: Settings) -> bool:
    """Whether names of groups that cut across clusters pass the mechanism of words, and are paid for with them."""
    return contrasts(settings) and settings.policy.private_names


def has_activations(settings: Settings) -> bool:
    """Whether a run reads or computes SAE activations at all."""
    return joins_activations(settings) or contrasts(settings)


def encodes_activations(settings: Settings) -> bool:
    """Whether the run computes the activations itself, by the bundled SAE; else they are read from a file."""
    return has_activations(settings) and settings.sae.activations == "bundled"


def clustered_facets(settings: Settings) -> list[str]:
    """Names of the facets that are embedded and clustered, request first."""
    return [facet.name for facet in clustered((*BUILT_IN, *declared(settings.facets)))]


def _expanded(names: tuple[str, ...], settings: Settings) -> list[str]:
    """The tables that `names` stand for under these settings."""
    embedded = [f"{EMBEDDINGS}/{facet}" for facet in clustered_facets(settings)]
    sizes = ["sizes"] if settings.policy.noisy else []
    contrasted = contrasts(settings)
    several = {
        EMBEDDINGS: embedded,
        "sizes": sizes,
        "activations": ["activations"] if has_activations(settings) else [],
        "joining": ["joining"] if joins_activations(settings) else [],
        "labels": ["labels"] if joins_activations(settings) else [],
        **{table: [table] if contrasted else [] for table in ("utterances", "groups", "group_members")},
        GROUP_VOTES: ["facets", "phrases", "utterances", "group_members"] if names_groups(settings) else [],
        "group_words": ["group_words"] if names_groups(settings) else [],
    }
    return [table for name in names for table in several.get(name, [name])]


@lru_cache(maxsize=4)
def _model(root: Path, llm: str, facets: tuple[Facet, ...], again: bool) -> "ClaudeProvider":
    """The provider of a workspace, with its connection to the ledger, kept for the process's next stages."""
    from clio.models.claude import ClaudeProvider

    return ClaudeProvider(LlmSettings.model_validate_json(llm), facets, root, again=again)


def sampling_key(workspace: Workspace, settings: Settings) -> bytes:
    """The key of keyed hashes (32 bytes).

    `guarded` draws by the folder's secret, so that nobody can choose ids that are drawn. `paper` claims nothing
    against someone who tries, and draws by the seed, so that the same input gives the same release anywhere.
    """
    if settings.privacy.policy == "paper":
        return sha256(f"clio paper seed {settings.clustering.seed}".encode()).digest()
    return workspace.secret()


def pick(settings: Settings, dotted: str) -> Any:
    """The value of a dotted setting, as JSON, without what changes no result.

    That is what says how a release is charged or which ε is let through; where no model is asked, all of [llm] but
    the provider is None.
    """
    value: Any = settings.model_dump(mode="json")
    for name in (*CHARGING, "allow_large_epsilon"):
        del value["privacy"][name]
    if settings.llm.provider == "extractive":
        value["llm"] = dict.fromkeys(value["llm"]) | {"provider": "extractive"}
    for part in dotted.split("."):
        value = value[part]
    return value


def digest(*parts: Any) -> str:
    """SHA-256 over the canonical JSON of `parts`."""
    return sha256(json.dumps(parts, sort_keys=True, default=list).encode()).hexdigest()
