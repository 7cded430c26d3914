"""Topics of home, health, people, money, help and leisure, and topics in five further languages."""

from clio.synthetic.grammar import Topic
from clio.synthetic.topics_b import health, home_life, leisure, money_law, people, support
from clio.synthetic.topics_b.languages import FOREIGN

TOPICS: tuple[Topic, ...] = (
    *home_life.TOPICS,
    *health.TOPICS,
    *people.TOPICS,
    *money_law.TOPICS,
    *support.TOPICS,
    *leisure.TOPICS,
)

__all__ = ["FOREIGN", "TOPICS"]
