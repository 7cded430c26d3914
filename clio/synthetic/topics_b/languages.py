"""Topics in Spanish, French, German, Portuguese and Chinese, by language code."""

from clio.synthetic.grammar import Topic

FOREIGN: dict[str, tuple[Topic, ...]] = {}
