"""Running the whole system with a provider that an evaluation brings, through the pipeline's only seam."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clio import pipeline
from clio.models.questions import Provider
from clio.pipeline import WHOLE_TABLES, Each
from clio.release.reader import Release
from clio.settings import Settings
from clio.stages import Stage, Work
from clio.workspace import Workspace


@dataclass(frozen=True)
class EvalWork(Work):
    """The work of one stage, in which `answering`, where it is given, answers every question."""

    answering: Provider | None = None

    @property
    def provider(self) -> Provider:
        """The evaluation's provider, else that of the settings."""
        return super().provider if self.answering is None else self.answering


def each_with(provider: Provider | None) -> Each:
    """An `each` for `clio.pipeline.run`: shards one after the other in this process, questions to `provider`.

    What a stage is made from does not name the provider: run another one in another folder, or in a copy of a
    folder from which what it is to answer is absent.
    """

    def each(out: Path, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
        for shard in shards:
            workspace = Workspace(out)
            settings = Settings.model_validate_json((workspace.root / "settings.json").read_bytes())
            fingerprint = stage.fingerprint(workspace, settings, shard, WHOLE_TABLES)
            if not stage.is_done(workspace, settings, shard, fingerprint):
                stage.make(EvalWork(workspace, settings, shard, fingerprint, provider))
            yield shard

    return each


def run_with(provider: Provider | None, out: Path, settings: Settings, inputs: Sequence[str]) -> Release:
    """The release that `inputs` give under DIR `out` when `provider` answers; None is the settings' own.

    `settings.llm.provider` stays "extractive", so that no stage asks a server.

    Raises:
        UserError: as `clio.pipeline.run`.
    """
    return pipeline.run(out, settings, inputs, each_with(provider))
