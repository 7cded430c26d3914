"""Running the whole system with a provider that an evaluation brings, through the pipeline's only seam."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clio import pipeline
from clio.clustering.embedding import Embedder, load_embedder
from clio.inputs import load_conversations
from clio.models.questions import Provider
from clio.pipeline import WHOLE_TABLES, Each
from clio.release.reader import Release
from clio.settings import Settings
from clio.stages import Stage, Work
from clio.workspace import WHOLE, Workspace, write_atomically


@dataclass(frozen=True)
class EvalWork(Work):
    """The work of one stage, in which `answering`, where it is given, answers every question."""

    answering: Provider | None = None
    encoding: Embedder | None = None

    @property
    def provider(self) -> Provider:
        """The evaluation's provider, else that of the settings."""
        return super().provider if self.answering is None else self.answering

    @property
    def embedder(self) -> Embedder:
        """The evaluation's encoder, else that of the settings."""
        return super().embedder if self.encoding is None else self.encoding


@dataclass(frozen=True)
class RememberingEmbedder(Embedder):
    """The encoder of the settings, each text encoded once: what is planted says the same thing many times.

    Rows that were to be made alone are made in batches too: what is attacked here is not their last bits.
    """

    rows: dict[str, NDArray[np.float32]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, settings: Settings) -> "RememberingEmbedder":
        """The encoder that `settings` name, with nothing remembered yet."""
        known = load_embedder(settings.embedding.model, settings.embedding.precision)
        return cls(**{each.name: getattr(known, each.name) for each in fields(known)})

    def encode(self, texts: Sequence[str], *, alone: bool = False) -> NDArray[np.float32]:
        """As `Embedder.encode`."""
        new = [text for text in dict.fromkeys(texts) if text not in self.rows]
        encoded = super().encode(new)
        self.rows.update(zip(new, encoded, strict=True))
        return np.stack([self.rows[text] for text in texts]) if texts else encoded


def each_with(provider: Provider | None, embedder: Embedder | None = None) -> Each:
    """An `each` for `clio.pipeline.run`: shards one after the other in this process, questions to `provider`.

    `embedder` stands in for the settings' encoder and must give the same rows.

    What a stage is made from does not name the provider: run another one in another folder, or in a copy of a
    folder from which what it is to answer is absent.
    """

    def each(out: Path, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
        for shard in shards:
            workspace = Workspace(out)
            settings = Settings.model_validate_json((workspace.root / "settings.json").read_bytes())
            fingerprint = stage.fingerprint(workspace, settings, shard, WHOLE_TABLES)
            if not stage.is_done(workspace, settings, shard, fingerprint):
                stage.make(EvalWork(workspace, settings, shard, fingerprint, provider, embedder))
            yield shard

    return each


def run_with(
    provider: Provider | None,
    out: Path,
    settings: Settings,
    inputs: Sequence[str],
    embedder: Embedder | None = None,
) -> Release:
    """The release that `inputs` give under DIR `out` when `provider` answers; None is the settings' own.

    `settings.llm.provider` stays "extractive", so that no stage asks a server.

    Raises:
        UserError: as `clio.pipeline.run`.
    """
    return pipeline.run(out, settings, inputs, each_with(provider, embedder))


def prepare_with(
    provider: Provider | None,
    out: Path,
    settings: Settings,
    inputs: Sequence[str],
    shards: Mapping[str, tuple[int, int]] | None = None,
    embedder: Embedder | None = None,
    last: str = "topics",
) -> None:
    """Do what `run_with` does up to the stage `last` and publish nothing, so that copies of `out` can go on from it.

    Args:
        shards: first and last bucket of each shard, for a folder that has none yet.
    """
    workspace = Workspace(out)
    workspace.create()
    with workspace.lock():
        write_atomically(workspace.root / "settings.json", settings.model_dump_json().encode())
        if shards is not None and workspace.shard_ranges() is None:
            workspace.fix_shard_ranges(shards)
        load_conversations(workspace, settings, inputs)
        for stage in pipeline.stages_for(settings):
            parts = workspace.shards() if stage.scope == "shard" else [WHOLE]
            for _ in each_with(provider, embedder)(out, stage, parts):
                pass
            if stage.name == last:
                return
    raise ValueError(f"these settings have no stage {last}")
