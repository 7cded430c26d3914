"""Every setting of Clio, as one tree, and what holds between its sections."""

from pathlib import Path
from typing import Any

from pydantic import model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from clio.policies import POLICIES, Policy, SizeRule
from clio.settings.sections import (
    CHARGING,
    BreakdownSettings,
    ClusteringSettings,
    EmbeddingSettings,
    FacetSettings,
    IngestSettings,
    LlmSettings,
    PrivacySettings,
    RunSettings,
    SaeSettings,
    ScreenSettings,
)


class Settings(BaseSettings):
    """The whole tree."""

    model_config = SettingsConfigDict(
        env_prefix="CLIO_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
    )

    ingest: IngestSettings = IngestSettings()
    """Reading conversations."""
    screen: ScreenSettings = ScreenSettings()
    """Leaving out conversations that a run is not about."""
    facets: tuple[FacetSettings, ...] = ()
    """Facets of your own, each a [[facets]] table."""
    llm: LlmSettings = LlmSettings()
    """Who answers the questions about conversations and groups."""
    embedding: EmbeddingSettings = EmbeddingSettings()
    """Turning requests into vectors."""
    clustering: ClusteringSettings = ClusteringSettings()
    """Grouping requests."""
    privacy: PrivacySettings = PrivacySettings()
    """What a release may say."""
    breakdowns: BreakdownSettings = BreakdownSettings()
    """Which numbers are split by what."""
    sae: SaeSettings = SaeSettings()
    """SAE features as a clustering signal."""
    run: RunSettings = RunSettings()
    """How a run uses the machine."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `load_settings` merges counts: it reads the environment itself, between file and flags."""
        return (init_settings,)

    @model_validator(mode="after")
    def _epsilon_has_a_use(self) -> "Settings":
        if self.privacy.epsilon is not None and self.privacy.policy == "paper":
            raise ValueError("privacy.epsilon has no meaning under the policy paper; leave it out")
        if self.ingest.sample is not None and self.privacy.policy == "dp":
            # The first N by hash: an account more would push another's conversations out of them.
            raise ValueError("ingest.sample: under dp every account counts by itself; leave the sample out")
        if self.sae.activations != "off" and self.privacy.policy == "dp":
            raise ValueError(
                "sae.activations: under dp nothing may be fitted on private data, and a joining is; leave it off"
            )
        if self.sae.contrast is not None and self.privacy.policy == "dp":
            raise ValueError(
                "sae.contrast: under dp everything is drawn by noise, and groups that cut across clusters are not; "
                "leave it out, or choose the policy guarded"
            )
        if self.sae.contrast is not None and self.sae.activations == "off":
            raise ValueError(
                "sae.contrast: there is nothing to compare without sae.activations; name them too"
            )
        return self

    @model_validator(mode="after")
    def _model_has_its_questions(self) -> "Settings":
        names = [facet.name for facet in self.facets]
        if len(set(names)) < len(names):
            raise ValueError("two [[facets]] have the same name")
        if set(names) & set(self.breakdowns.metadata):
            raise ValueError(
                "a metadata field of [breakdowns] has the name of one of [[facets]]; rename the facet"
            )
        if self.llm.provider == "extractive" and (self.facets or self.screen.question):
            asks = "[[facets]]" if self.facets else "screen.question"
            raise ValueError(f"{asks}: only a language model can answer; add --provider claude")
        return self

    @property
    def policy(self) -> Policy:
        """The policy with this tree's size rules in place of its defaults."""
        base = POLICIES[self.privacy.policy]
        rule = SizeRule(
            self.privacy.min_accounts, self.privacy.min_conversations, self.privacy.max_account_share
        )
        return Policy(**{**vars(base), "clusters": rule})

    @property
    def epsilon(self) -> float | None:
        """The budget of the words: the setting, or the policy's default; None where the policy spends none."""
        return self.policy.epsilon if self.privacy.epsilon is None else self.privacy.epsilon

    def published(self) -> dict[str, Any]:
        """The settings a release may show: none that names a file, a folder, an account or an input column."""
        tree = self.model_dump(mode="json", exclude={"ingest": True, "run": True})
        tree["ingest"] = {"sample": self.ingest.sample}
        asked = (
            () if self.llm.provider == "extractive" else ("facet_model", "naming_model", "max_input_tokens")
        )
        told = {"provider", *asked}
        tree["llm"] = {name: value for name, value in tree["llm"].items() if name in told}
        for name in CHARGING:
            del tree["privacy"][name]
        if self.sae.activations not in ("off", "bundled"):
            tree["sae"]["activations"] = "file"
        if self.embedding.model != "bundled":
            tree["embedding"]["model"] = Path(self.embedding.model).name
        return tree
