"""All topics that the generator knows, in English and in the other languages."""

from clio.synthetic.grammar import Topic
from clio.synthetic.harmful import HARMFUL
from clio.synthetic.planted import CAMPAIGN, RARE_TOPIC
from clio.synthetic.topic_files import read_topics

__all__ = ["BY_LANGUAGE", "FOREIGN", "ORDINARY", "ORGANIC", "areas"]

ORDINARY: tuple[Topic, ...] = read_topics("en")
"""The forty everyday topics."""
FOREIGN: dict[str, tuple[Topic, ...]] = {
    language: read_topics(language) for language in ("es", "fr", "de", "pt", "zh")
}
"""Five of them in each of five further languages."""
ORGANIC: tuple[Topic, ...] = ORDINARY + HARMFUL
"""Everything that unrelated people ask for."""
BY_LANGUAGE: dict[str, dict[str, Topic]] = {
    "en": {topic.name: topic for topic in (*ORGANIC, RARE_TOPIC)},
    **{language: {topic.name: topic for topic in topics} for language, topics in FOREIGN.items()},
}
"""Topics by language and name."""


def areas() -> dict[str, str]:
    """The area of every ground-truth topic, the two planted ones included: the truth for a hierarchy."""
    return {topic.name: topic.area for topic in (*ORGANIC, RARE_TOPIC)} | {CAMPAIGN: "deception"}
