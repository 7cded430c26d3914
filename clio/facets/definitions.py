"""The facets: what is asked of each conversation, and how each answer is typed (paper,
G.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from clio.settings import FacetSettings

Kind = Literal["text", "category", "scale", "computed"]


@dataclass(frozen=True)
class Facet:
    """One property of a conversation.

    `question` is what a model is asked, empty for computed facets; `bounds` is inclusive and belongs to
    scales and computed numbers, `values` to categories (empty = an open list of codes). `clustered` facets
    are texts that are embedded; `naming_criteria` says what a good cluster name of such a facet is about.
    """

    name: str
    question: str
    kind: Kind
    clustered: bool = False
    bounds: tuple[int, int] | None = None
    values: tuple[str, ...] = ()
    naming_criteria: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a definition that contradicts itself."""
        if self.clustered and self.kind != "text":
            raise ValueError(f"Facet {self.name} is clustered but not a text: only texts are embedded.")
        if self.kind == "scale" and self.bounds is None:
            raise ValueError(
                f"Facet {self.name} is a scale without bounds: give its lowest and highest value."
            )
        if (self.kind == "computed") != (not self.question):
            raise ValueError(f"Facet {self.name}: computed facets have no question, all others need one.")


PRIVACY_INSTRUCTION = (
    "Answer in English whatever language the conversation is in, in at most two sentences. Leave out "
    "everything "
    "that could point to a person: names of people, places, companies and products, contact details, "
    "account or "
    "order numbers, exact dates, and anything else that only a few people would share."
)
"""Goes with every text facet (paper, G.3: identifying detail and proper nouns are left out at extraction)."""

REQUEST = Facet(
    name="request",
    question="What does the user, taken over the whole conversation, want the assistant to do? Begin with a verb.",
    kind="text",
    clustered=True,
    naming_criteria=(
        "The name is a request as its users would make it, in the imperative and specific enough to tell its "
        "group from its neighbours."
    ),
)

TASK = Facet(
    name="task",
    question="What kind of work does the assistant do here? Give a short phrase that begins with a verb.",
    kind="text",
    naming_criteria="The name is a kind of work, a short phrase that begins with a verb.",
)

LANGUAGE = Facet(
    name="language",
    question="Which human language does the user mainly write in? Give its ISO 639-1 code.",
    kind="category",
)

CONCERN = Facet(
    name="concern",
    question=(
        "How concerning is what the user asks for, on a scale of 1 to 5? 1: ordinary and harmless. 2: "
        "sensitive, "
        "but most likely fine. 3: could lead to harm, or its purpose is unclear. 4: likely harmful. 5: "
        "clearly "
        "harmful or meant to be. Judge the request, whether or not the assistant complied."
    ),
    kind="scale",
    bounds=(1, 5),
)

TURNS = Facet(name="turns", question="", kind="computed")
"""User messages in the conversation."""

TOPIC = Facet(name="topic", question="", kind="computed")
"""The public phrase nearest to the request's embedding, so that no model chooses among thousands."""

BUILT_IN: tuple[Facet, ...] = (REQUEST, TASK, LANGUAGE, CONCERN, TURNS, TOPIC)


def declared(settings: Sequence[FacetSettings]) -> tuple[Facet, ...]:
    """The facets of the settings' [[facets]], in order."""
    return tuple(
        Facet(own.name, own.question, own.kind, own.clustered, own.bounds, own.values, own.naming_criteria)
        for own in settings
    )


def asked(facets: tuple[Facet, ...] = BUILT_IN) -> tuple[Facet, ...]:
    """The facets that a provider answers, in order: all but the computed ones."""
    return tuple(facet for facet in facets if facet.kind != "computed")


def clustered(facets: tuple[Facet, ...] = BUILT_IN) -> tuple[Facet, ...]:
    """The facets that are embedded and clustered, in order."""
    return tuple(facet for facet in facets if facet.clustered)
