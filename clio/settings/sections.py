"""The sections of the tree of settings; the sentence under a field is what `clio init` writes as its comment."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator


class Section(BaseModel):
    """One section of the tree: unknown names are errors, and errors never quote a value."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, use_attribute_docstrings=True
    )


class Columns(Section):
    """Names of the columns in CSV and Parquet input."""

    conversation_id: str = "conversation_id"
    """Column that holds the conversation's id."""
    account_id: str = "account_id"
    """Column that holds the account's id."""
    created_at: str = "created_at"
    """Column that holds the start time (ISO 8601 or epoch)."""
    messages: str = "messages"
    """Column that holds the messages as JSON text or a list of {role, content}."""
    text: str | None = None
    """Column that holds one user message, for files with one row per conversation and no messages column."""
    reply: str | None = None
    """Column that holds the assistant's answer to `text`, where there is one."""
    role: str | None = None
    """Column that holds the speaker's role, for files with one row per message."""
    content: str | None = None
    """Column that holds the message's text, for files with one row per message."""
    metadata: tuple[str, ...] = ()
    """Further columns to keep as metadata."""


class IngestSettings(Section):
    """Reading conversations."""

    format: Literal["auto", "jsonl", "parquet", "csv"] = "auto"
    """Input format; auto detects it from the content."""
    columns: Columns = Columns()
    """Names of the columns in CSV and Parquet input."""
    missing_account: Literal["refuse", "keep"] = "refuse"
    """What to do when most conversations have no account id: refuse, or keep them (they count for no threshold)."""
    exclude_accounts: Path | None = None
    """File with one account id per line; their conversations are dropped before anything else reads them."""
    since: str | None = None
    """First day (YYYY-MM-DD, UTC) to include."""
    until: str | None = None
    """First day (YYYY-MM-DD, UTC) no longer included."""
    sample: int | None = Field(default=None, ge=1)
    """Analyse this many conversations, chosen by keyed hash."""

    @field_validator("since", "until", mode="before")
    @classmethod
    def _one_way_to_write_a_day(cls, value: object) -> object:
        """TOML has dates of its own, and 2026-6-1 is a day as well."""
        if type(value) is date:
            return value.isoformat()
        try:
            return value if value is None else datetime.strptime(str(value), "%Y-%m-%d").date().isoformat()
        except ValueError:
            raise ValueError("write the day as YYYY-MM-DD, for instance 2026-06-01") from None


TAKEN_FACETS = frozenset(
    {
        "request",
        "task",
        "language",
        "concern",
        "turns",
        "topic",
        "tags",
        "status",
        "error",
        "all",
        "other",
        "group",
    }
    | {
        "conversation_id",
        "account_id",
        "account_key",
        "created_at",
        "facet",
        "base_id",
        "cluster_id",
        "value",
    }
    | {"messages", "metadata", "truncated_chars", "request_key"}
)


MAX_BOUND = 1_000_000


def _is_plain(text: str) -> bool:
    """Whether a declared value can stand in a release as it is."""
    return bool(text) and text == text.strip() and text.isprintable() and len(text) <= 60


class ScreenSettings(Section):
    """Leaving out conversations that a run is not about (paper, G.3)."""

    question: str | None = None
    """Yes/no question asked first of each conversation by the model; what answers no goes no further."""


class FacetSettings(Section):
    """One facet of your own: a property of each conversation that the model is asked for."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,30}$")
    """Its column: lower case, digits and underscores."""
    question: str = Field(min_length=8, max_length=600)
    """What the model is asked about the conversation."""
    kind: Literal["text", "category", "scale"] = "text"
    """text (a sentence or two), category (one of `values`) or scale (a whole number within `bounds`)."""
    values: tuple[str, ...] = ()
    """The values of a category; what fits none counts as "other"."""
    bounds: tuple[int, int] | None = None
    """Lowest and highest number of a scale."""
    clustered: bool = False
    """Whether this text is embedded and clustered, with a tree of its own."""
    naming_criteria: str = ""
    """What a good name of a cluster of this facet is about."""

    @model_validator(mode="after")
    def _is_whole(self) -> "FacetSettings":
        if self.name in TAKEN_FACETS:
            raise ValueError(f"{self.name} is built in; give the facet another name")
        if (self.kind == "category") != bool(self.values):
            raise ValueError("a category needs values, and only a category has them")
        if (self.kind == "scale") != (self.bounds is not None):
            raise ValueError("a scale needs bounds, and only a scale has them")
        if self.bounds is not None and not -MAX_BOUND <= self.bounds[0] < self.bounds[1] <= MAX_BOUND:
            raise ValueError(f"bounds are two numbers within {MAX_BOUND:,}, the lower one first")
        if len(set(self.values)) < len(self.values) or not all(_is_plain(value) for value in self.values):
            raise ValueError("values must differ and be plain text of at most 60 characters")
        if self.clustered and self.kind != "text":
            raise ValueError("only a text can be clustered")
        return self


class LlmSettings(Section):
    """Who answers the questions about conversations and groups."""

    provider: Literal["extractive", "claude"] = "extractive"
    """extractive computes facets and names by rules on this machine; claude asks a server with the Messages API."""
    mode: Literal["live", "batch", "auto"] = "auto"
    """live asks at once, batch at half the price within 24 hours; auto takes batch for large runs at Anthropic."""
    base_url: str | None = None
    """Server with the Messages API, for instance one in house; by default Anthropic's."""
    facet_model: str = Field(default="claude-haiku-5-5", min_length=1)
    """Model that reads conversations."""
    naming_model: str = Field(default="claude-sonnet-5-5", min_length=1)
    """Model that names, organises and audits groups."""
    max_in_flight: int = Field(default=50, ge=1, le=2000)
    """Calls under way at once in live mode."""
    requests_per_minute: int | None = Field(default=None, ge=1)
    """Most calls a minute; by default only what the server's own limits allow."""
    tokens_per_minute: int | None = Field(default=None, ge=1000)
    """Most input tokens a minute; by default only what the server's own limits allow."""
    max_usd: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """Most dollars that this folder's calls may cost, all its runs together; a run stops there, resumable."""
    max_failed_share: float = Field(default=0.05, ge=0, le=1)
    """Largest share of conversations without a usable answer before the run fails; refusals do not count."""
    max_input_tokens: int = Field(default=6000, ge=200, le=90_000)
    """Longest conversation that is sent, in tokens; of longer ones the beginning and the end."""
    timeout_seconds: float = Field(default=120, gt=0)
    """How long one call may take before it is tried again."""
    max_retries: int = Field(default=8, ge=0, le=50)
    """How often one call is tried again after an overload, a limit, a time-out or a lost connection."""
    headers: dict[str, str] = {}
    """Further headers of every call, for gateways; kept in the private workspace."""
    prices: dict[str, tuple[float, float]] = {}
    """Dollars per million tokens [in, out] by model, where they differ from the public price list or are not on it."""


class EmbeddingSettings(Section):
    """Turning requests into vectors."""

    model: str = "bundled"
    """bundled (all-MiniLM-L6-v2, English) or the path of a sentence-transformers model on disk."""
    precision: Literal["auto", "float32", "bfloat16"] = "auto"
    """Arithmetic of the encoder; auto takes bfloat16 where the processor has it."""


class ClusteringSettings(Section):
    """Grouping requests."""

    k: int | None = Field(default=None, ge=1)
    """Number of base clusters before pooling; by default the policy chooses it from the number of accounts."""
    k_max: int = Field(default=2000, ge=1)
    """Largest number of base clusters that is chosen by default."""
    seed: int = Field(default=0, ge=0, lt=2**32)
    """Seed of k-means, of the map and, under `paper`, of every sampling decision."""


CHARGING = ("source", "budget_epsilon", "budget_file")
"""Settings of [privacy] that say where and how far a release is charged: they change nothing in it."""


class PrivacySettings(Section):
    """What a release may say."""

    policy: Literal["guarded", "paper", "dp"] = "guarded"
    """guarded (names pass a noisy mechanism), paper (as in the Clio paper, for trusted internal use) or dp (everything
    published carries noise)."""
    unit: Literal["account", "conversation"] = "account"
    """What thresholds and claims count; conversation only where accounts are unknown."""
    epsilon: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """Privacy budget of one window (default 4): of its names, descriptions and tags under guarded, of everything
    under dp."""
    allow_large_epsilon: bool = False
    """Let epsilon be above 8, where the promise says little about one account; stamped."""
    min_accounts: int = Field(default=15, ge=2)
    """Least distinct accounts in a published cluster."""
    min_conversations: int = Field(default=30, ge=2)
    """Least conversations in a published cluster."""
    max_account_share: float = Field(default=0.20, gt=0, le=1)
    """Largest share of a published cluster that one account may hold."""
    conversations_per_account: int = Field(default=1, ge=1, le=20)
    """How many conversations of one account count for words under guarded."""
    tags_per_conversation: int | None = Field(default=None, ge=1, le=8)
    """How many tags of one conversation count under guarded; by default 1 to 3, by the number of accounts."""
    redact_input: bool = True
    """Replace personal details in conversations before a model reads them; switching it off is stamped."""
    expected_accounts: int | None = Field(default=None, ge=1)
    """Accounts that a window is expected to have, chosen without looking at the data; fixes the noise under dp."""
    source: str | None = Field(default=None, min_length=1, max_length=500)
    """Name that the privacy budget is charged under, one for all runs on the same accounts; by default the inputs."""
    budget_epsilon: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """Most epsilon that a day of the source may be charged with in all; by default 8 under dp, no limit otherwise."""
    budget_file: Path | None = None
    """File outside every DIR with all charges; by default clio/budget.jsonl in the user's folder for states."""


class BreakdownSettings(Section):
    """Which numbers are split by what."""

    metadata: dict[str, tuple[str, ...]] = {}
    """Metadata fields and the values to publish, e.g. plan = ["free", "pro"]; other values count as "other"."""

    @field_validator("metadata")
    @classmethod
    def _free_names(cls, value: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        taken = {"language", "concern", "turns", "topic"} & value.keys()
        if taken:
            raise ValueError(f"{sorted(taken)[0]} is a built-in breakdown; rename the metadata field")
        return value


TARGETED_WEIGHT = 0.7
"""Weight of the activations where features were chosen: few of them, and what they tell is what was asked for."""


class SaeSettings(Section):
    """SAE features as a clustering signal beside the embedding."""

    activations: str = "off"
    """off, bundled (a small SAE on the bundled encoder), or the path of a Parquet file with conversation_id, feature_id
    and value, from any model and SAE."""
    weight: float = Field(default=0.2, ge=0, lt=1, allow_inf_nan=False)
    """Share of the activations in what is clustered; 0 leaves them out of it. With chosen features 0.7 by default."""
    query: str | None = Field(default=None, min_length=1, max_length=200)
    """Words that choose features by their labels: only these are joined, so that groups differ in them. Published."""
    features: tuple[Annotated[int, Field(ge=0, lt=2**32)], ...] = ()
    """Ids of features to join, beside those that the query chooses."""
    contrast: date | Literal["half"] | None = None
    """A day (YYYY-MM-DD) inside the window: what more accounts do since then than before becomes groups that cut across
    clusters. half: one random half of the accounts is compared with the other, so what is found is chance: to check
    that nothing is. Needs activations; not under dp."""

    @field_validator("contrast", mode="before")
    @classmethod
    def _a_day_or_half(cls, value: Any) -> Any:
        if value is None or value == "half" or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise ValueError("give a day as YYYY-MM-DD, or half") from None

    @model_validator(mode="before")
    @classmethod
    def _chosen_features_weigh_more(cls, given: Any) -> Any:
        if (
            isinstance(given, dict)
            and (given.get("query") or given.get("features"))
            and "weight" not in given
        ):
            return given | {"weight": TARGETED_WEIGHT}
        return given

    @model_validator(mode="after")
    def _features_are_there_to_choose_from(self) -> "SaeSettings":
        if self.activations == "off" and (self.query or self.features):
            asks = "query" if self.query else "features"
            raise ValueError(
                f"{asks}: there are no features to choose from; add --activations bundled or a file"
            )
        return self


class RunSettings(Section):
    """How a run uses the machine."""

    shard_size: int = Field(default=10_000, ge=10)
    """Conversations per shard; memory is bounded by it. Fixed at a folder's first ingest."""
    workers: int | None = Field(default=None, ge=1)
    """Processes that work on shards; by default one per processor."""
