"""Topics in Spanish, French, German, Portuguese and Chinese, by language code."""

from clio.synthetic.grammar import Topic
from clio.synthetic.topics_b import chinese, french, german, portuguese, spanish

FOREIGN: dict[str, tuple[Topic, ...]] = {
    "es": spanish.TOPICS,
    "fr": french.TOPICS,
    "de": german.TOPICS,
    "pt": portuguese.TOPICS,
    "zh": chinese.TOPICS,
}
