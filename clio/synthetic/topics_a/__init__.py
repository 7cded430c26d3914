"""Topics of software, writing, learning and business."""

from clio.synthetic.grammar import Topic
from clio.synthetic.topics_a import (
    build_web_page,
    business_plan,
    cover_letter,
    draft_work_email,
    exam_study_plan,
    excel_formula,
    explain_git,
    explain_math,
    fix_python_error,
    history_homework,
    job_interview_practice,
    language_practice,
    marketing_ideas,
    meeting_summary,
    product_description,
    proofread_essay,
    regex_help,
    social_media_post,
    wedding_speech,
    write_sql_query,
)

_MODULES = (
    (fix_python_error, write_sql_query, explain_git, build_web_page, regex_help, excel_formula),
    (draft_work_email, cover_letter, proofread_essay, product_description, wedding_speech, social_media_post),
    (explain_math, history_homework, language_practice, exam_study_plan),
    (marketing_ideas, meeting_summary, job_interview_practice, business_plan),
)

TOPICS: tuple[Topic, ...] = tuple(module.TOPIC for area in _MODULES for module in area)
