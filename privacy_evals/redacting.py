"""How much of the personal details in a text redaction replaces, and how much else it takes along.

Redaction lowers a risk; no claim rests on it (clio/privacy/redaction.py).
"""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl

from clio.errors import UserError
from clio.privacy.redaction import Found, find
from clio.statistics import binomial_interval
from privacy_evals.redaction_items import Detail, Sentence, make_sentences
from privacy_evals.report import Check, Scale, Section

LABELLED = "CLIO_EVAL_PII"
"""Environment variable that names a file of labelled conversations, one JSON object a line."""

ROUNDS: dict[Scale, int] = {"quick": 8, "full": 60}

FIXED_FORM = ("CREDIT_CARD", "CRYPTO", "EMAIL", "IBAN", "IP", "MAC", "URL")
"""Entities that their form alone gives away, by a checksum or a pattern of the whole."""

LABELS = {
    "CREDIT_CARD": "CREDIT_CARD", "DOMAIN_NAME": "URL", "EMAIL_ADDRESS": "EMAIL", "IBAN_CODE": "IBAN",
    "IP_ADDRESS": "IP", "PERSON": "PERSON", "PHONE_NUMBER": "PHONE", "STREET_ADDRESS": "ADDRESS",
    "US_DRIVER_LICENSE": "DRIVER_LICENCE", "US_SSN": "NATIONAL_ID",
}  # fmt: skip
"""Labels of presidio-research that redaction looks for; the others (towns, organisations, ages, ...) it leaves."""

NOT_LOOKED_FOR = "left on purpose: "

QUESTION = (
    "What share of the personal details in a text does redaction replace, and what else does it replace?"
)
METHOD = (
    "Sentences with invented details at known places, in eleven styles and four languages, made with a seed, and "
    "decoys full of numbers; their templates are not those of the product's tests. A detail is found when it is "
    "replaced whole, touched when any of it is; a replacement is right when it touches a detail. Where CLIO_EVAL_PII "
    "names a file of labelled conversations (metadata.spans of entity_type, start, end in the first message), the "
    "same on it. Exact 95 % intervals (Clopper and Pearson)."
)


def measure(scale: Scale, scratch: Path, seed: int) -> Section:
    """Recall and precision by entity and style; raises UserError when CLIO_EVAL_PII names no such file."""
    own = find_all(make_sentences(seed, ROUNDS[scale]))
    tables = {
        "Recall on generated sentences": recall(own, "entity"),
        "Recall by style of writing": recall(own, "style"),
        "Precision on generated sentences": precision(own),
    }
    checks = own_checks(own)
    notes = [
        "Towns, organisations, ages and jobs are left on purpose; a name on no list is found only behind a cue.",
        "Invented telephone numbers are from ranges set aside for fiction, some of which no plan assigns: those are "
        "found only behind a cue, and real ones more often.",
        "No number that Clio publishes rests on redaction: it lowers what a model or an answer may hold by accident.",
    ]
    named = os.environ.get(LABELLED)
    if named:
        labelled = find_all(read_labelled(Path(named)))
        tables |= {
            "Recall on labelled conversations": recall(labelled, "entity"),
            "Precision on labelled conversations": precision(labelled),
        }
        checks.append(
            _fixed_form("labelled conversations: what a checksum or form gives away is found", labelled)
        )
    else:
        notes.append(f"Labelled conversations: not measured: {LABELLED} names no file.")
    return Section("redacting", QUESTION, METHOD, tables, checks, notes)


def read_labelled(path: Path) -> list[Sentence]:
    """Conversations of one message with `metadata.spans`, as sentences.

    Raises:
        UserError: when the file is not there or a line of it is not of this form.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise UserError(f"{LABELLED}: {path} cannot be read; name a file of JSON lines.") from None
    sentences = []
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            details = tuple(
                Detail(
                    LABELS.get(span["entity_type"], NOT_LOOKED_FOR + span["entity_type"]),
                    span["start"],
                    span["end"],
                )
                for span in row["metadata"]["spans"]
            )
            sentences.append(Sentence(row["messages"][0]["content"], "labelled", details))
        except (ValueError, KeyError, IndexError, TypeError):
            raise UserError(
                f"{LABELLED}: {path}, line {number} has no first message with metadata.spans."
            ) from None
    return sentences


def _entity(label: str) -> str:
    return LABELS.get(label, NOT_LOOKED_FOR + label)


def find_all(sentences: Iterable[Sentence]) -> list[tuple[Sentence, list[Found]]]:
    """Each sentence with what redaction would replace in it."""
    return [(sentence, find(sentence.text)) for sentence in sentences]


def recall(results: Sequence[tuple[Sentence, list[Found]]], by: str) -> pl.DataFrame:
    """Details, those replaced whole and those touched, by `by` (entity or style), with the share found."""
    rows = [
        {"entity": detail.entity, "style": sentence.style, **_hidden(detail, found)}
        for sentence, found in results
        for detail in sentence.details
    ]
    schema = {"entity": pl.String, "style": pl.String, "whole": pl.Boolean, "any": pl.Boolean}
    counted = (
        pl.DataFrame(rows, schema=schema)
        .group_by(by)
        .agg(
            details=pl.len().cast(pl.Int64),
            found=pl.col("whole").sum().cast(pl.Int64),
            touched=pl.col("any").mean(),
        )
        .sort(by)
    )
    return _with_interval(counted, "found", "details", "recall").select(pl.exclude("touched"), "touched")


def precision(results: Sequence[tuple[Sentence, list[Found]]]) -> pl.DataFrame:
    """Replacements by placeholder and how many of them touch a detail, of any kind; decoys count too."""
    rows = [
        (
            item.placeholder,
            any(detail.start < item.end and item.start < detail.end for detail in sentence.details),
        )
        for sentence, found in results
        for item in found
    ]
    made = pl.DataFrame(rows, schema={"placeholder": pl.String, "right": pl.Boolean}, orient="row")
    counted = made.group_by("placeholder").agg(
        replaced=pl.len().cast(pl.Int64), right=pl.col("right").sum().cast(pl.Int64)
    )
    return _with_interval(counted.sort("placeholder"), "right", "replaced", "precision")


def _hidden(detail: Detail, found: Sequence[Found]) -> dict[str, bool]:
    hidden = sum(max(0, min(detail.end, item.end) - max(detail.start, item.start)) for item in found)
    return {"whole": hidden == detail.end - detail.start, "any": hidden > 0}


def _with_interval(counted: pl.DataFrame, part: str, whole: str, name: str) -> pl.DataFrame:
    ends = [binomial_interval(*row) for row in counted.select(part, whole).iter_rows()]
    return counted.with_columns(
        (pl.col(part) / pl.col(whole)).alias(name),
        low=pl.Series([end.low for end in ends], dtype=pl.Float64),
        high=pl.Series([end.high for end in ends], dtype=pl.Float64),
    )


def own_checks(results: Sequence[tuple[Sentence, list[Found]]]) -> list[Check]:
    """That fixed forms are found, that most replacements are right, and that decoys are left alone."""
    made = precision(results)
    right, replaced = int(made["right"].sum()), int(made["replaced"].sum())
    decoys = [(sentence, found) for sentence, found in results if not sentence.details]
    hit = sum(bool(found) for _, found in decoys)
    return [
        _fixed_form("what a checksum or form gives away is found", results),
        Check(
            "what is replaced is a personal detail",
            binomial_interval(right, replaced).low > 0.9,
            f"{right} of {replaced} replacements touch one.",
        ),
        Check(
            "decoys are left alone",
            hit <= len(decoys) // 10,
            f"{hit} of {len(decoys)} sentences without a detail are changed.",
        ),
    ]


def _fixed_form(name: str, results: Sequence[tuple[Sentence, list[Found]]]) -> Check:
    fixed = recall(results, "entity").filter(pl.col("entity").is_in(FIXED_FORM))
    found, details = int(fixed["found"].sum()), int(fixed["details"].sum())
    interval = binomial_interval(found, details)
    detail = f"{found} of {details} replaced whole ({interval.low:.1%} to {interval.high:.1%})."
    return Check(name, interval.low > 0.9, detail)
