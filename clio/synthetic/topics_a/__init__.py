"""Topics of software, writing, learning and business."""

from clio.synthetic.grammar import Topic
from clio.synthetic.topics_a import build_web_page, explain_git, fix_python_error, write_sql_query

TOPICS: tuple[Topic, ...] = (
    fix_python_error.TOPIC,
    write_sql_query.TOPIC,
    explain_git.TOPIC,
    build_web_page.TOPIC,
)
