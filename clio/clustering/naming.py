"""Names and descriptions of base clusters, from the evidence that the policy allows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from clio.clustering.qualifiers import distinct_names
from clio.models.questions import Answer, Audit, Group, Name, Provider
from clio.privacy.auditor import LEAST_SCORE
from clio.privacy.wording import check_wording
from clio.tables import NAMES


@dataclass(frozen=True)
class Evidence:
    """Texts of members and of the nearest non-members of one cluster; only the policy `paper` has any."""

    members: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()


def name_clusters(
    words: pl.DataFrame,
    clusters: pl.DataFrame,
    provider: Provider,
    evidence: Mapping[str, Evidence] | None = None,
    known_words: Collection[str] = (),
) -> pl.DataFrame:
    """Name every base cluster; a name that fails the wording gate or the audit is replaced or withheld.

    Args:
        words: table WORDS, the released phrase and tags of each cluster.
        clusters: cluster_id, facet, language (null = a topic cluster), of the pooled base clusters.
        evidence: under `paper`, by cluster_id. Under `guarded` None: the provider reads released words only.
        known_words: words that a name may hold under `paper`: public ones, and those that enough accounts used.

    Returns:
        Table NAMES, sorted by cluster_id. Under `guarded` a failing name is replaced by the cluster's public
        phrase; under `paper` the cluster is withheld from every number.
    """
    rows = clusters.join(words, on=["cluster_id", "facet"], how="left").sort("cluster_id").to_dicts()
    questions = [_question(row, evidence) for row in rows]
    proposed = list(_groups(provider.answer(questions)))
    named, reasons, withheld = list[Group](), list[str | None](), list[bool]()
    for question, scored in zip(questions, _scored(proposed, provider), strict=True):
        reason = scored.reason or _wording(scored.group, question, evidence is not None, known_words)
        group = _plain(question) if reason is not None else scored.group
        named.append(group or Group("", ""))
        reasons.append(reason)
        withheld.append(group is None or (reason is not None and evidence is not None))
    shown = [row for row, hidden in enumerate(withheld) if not hidden]
    distinct = distinct_names([named[row].name for row in shown], [_support(rows[row]) for row in shown])
    for row, name in zip(shown, distinct, strict=True):
        named[row] = replace(named[row], name=name)
    out = [
        {
            **{column: row[column] for column in ("cluster_id", "facet", "language", "theme", "area")},
            "name": group.name,
            "description": group.description,
            "replaced": reason,
            "withheld": hidden,
        }
        for row, group, reason, hidden in zip(rows, named, reasons, withheld, strict=True)
    ]
    return pl.DataFrame(out, schema=dict(NAMES)).sort("cluster_id")


@dataclass(frozen=True)
class _Scored:
    group: Group
    reason: str | None


def _question(row: Mapping[str, object], evidence: Mapping[str, Evidence] | None) -> Name:
    shown = (evidence or {}).get(str(row["cluster_id"]), Evidence())
    phrase, language, tags = row["phrase"], row["language"], row["tags"]
    return Name(
        phrase=None if phrase is None else str(phrase),
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, Sequence) else (),
        members=shown.members,
        contrast=shown.contrast,
        language=None if language is None else str(language),
        facet=str(row["facet"]),
    )


def _support(row: Mapping[str, object]) -> dict[str, float]:
    """The released tags of a cluster and what supports each."""
    tags, support = row["tags"], row["support"]
    if not isinstance(tags, Sequence) or not isinstance(support, Sequence):
        return {}
    return {str(tag): float(accounts) for tag, accounts in zip(tags, support, strict=True)}


def _groups(answers: Iterator[Answer]) -> Iterator[Group | None]:
    for answer in answers:
        yield answer.value if answer.status == "ok" else None


def _scored(groups: Sequence[Group | None], provider: Provider) -> Iterator[_Scored]:
    """Each group with the auditor's objection, if any; a failed answer is an objection (fails closed)."""
    asked = [Audit(group.name, group.description) for group in groups if group is not None]
    scores = iter(provider.answer(asked))
    for group in groups:
        if group is None:
            yield _Scored(Group("", ""), "the provider gave no name")
            continue
        answer = next(scores)
        if answer.status != "ok":
            yield _Scored(group, "the auditor gave no answer")
        elif int(answer.value) < LEAST_SCORE:
            yield _Scored(group, "the auditor found the name too specific")
        else:
            yield _Scored(group, None)


def _wording(group: Group, question: Name, paper: bool, known_words: Collection[str]) -> str | None:
    """The wording gate's objection; under `paper` rare words must be public or among the supported tags."""
    supported = {word for tag in question.tags for word in tag.split()}
    supported.update(word.lower() for word in (question.phrase or "").split())
    released = supported | set(known_words) if paper else None
    return check_wording(group.name, group.description, released)


def _plain(question: Name) -> Group | None:
    """The public phrase alone: what stands in for a name that failed; None where there is no phrase."""
    if question.phrase is None:
        return None
    phrase = question.phrase
    return Group(phrase, f"People wanted to {phrase[0].lower()}{phrase[1:]}.")
