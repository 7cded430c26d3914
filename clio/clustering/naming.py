"""Names and descriptions of base clusters, from the evidence that the policy allows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from clio.models.questions import Answer, Audit, Group, Name, Provider
from clio.privacy.auditor import LEAST_SCORE
from clio.privacy.wording import check_wording
from clio.tables import NAMES

MAX_NAME_WORDS = 10


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
    taken: set[str] = set()
    out = []
    for row, question, group in zip(rows, questions, _scored(proposed, provider), strict=True):
        reason = group.reason or _wording(group.group, question, evidence is not None, known_words)
        withheld = reason is not None and evidence is not None
        named = _plain(question) if reason is not None else group.group
        if named is None:
            withheld, named = True, Group("", "")
        if not withheld:
            named = _distinct(named, question.tags, taken)
            taken.add(named.name)
        out.append(
            {
                "cluster_id": row["cluster_id"],
                "facet": row["facet"],
                "language": row["language"],
                "name": named.name,
                "description": named.description,
                "theme": row["theme"],
                "area": row["area"],
                "replaced": reason,
                "withheld": withheld,
            }
        )
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
    )


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


def _distinct(group: Group, tags: Sequence[str], taken: Collection[str]) -> Group:
    """The group under a name that no other has: with the first tag that sets it apart, else a number."""
    if group.name not in taken:
        return group
    said = group.name.lower().split()
    for tag in tags:
        name = f"{group.name}: {tag}"
        if name not in taken and not set(tag.split()) <= set(said) and len(name.split()) <= MAX_NAME_WORDS:
            return Group(name, group.description, group.theme, group.area)
    number = 2
    while f"{group.name} ({number})" in taken:
        number += 1
    return Group(f"{group.name} ({number})", group.description, group.theme, group.area)
