"""A bad name is replaced or withheld, never published; names are distinct; guarded shows a provider no text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import polars as pl

from clio import tables
from clio.clustering.naming import Evidence, name_clusters
from clio.models.extractive import ExtractiveProvider
from clio.models.questions import Answer, Audit, Group, Name, Question


@dataclass
class Scripted:
    """Names every cluster by `group`, audits everything with `score`, and remembers what it was asked."""

    group: Group | None
    score: int = 5
    asked: list[Question] = field(default_factory=list)
    name: str = "scripted"
    uses_model: bool = True

    def answer(self, questions: Iterable[Question]) -> Iterator[Answer]:
        for question in questions:
            self.asked.append(question)
            if isinstance(question, Audit):
                yield Answer("ok", self.score)
            else:
                yield Answer("ok", self.group) if self.group else Answer("failed", code="server_error")


def table(*phrases: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    ids = [f"request-0-{i:03d}" for i in range(len(phrases))]
    words = pl.DataFrame(
        {"cluster_id": ids, "facet": "request", "phrase": phrases, "theme": "Passwords", "area": "Support",
         "tags": [["reset password", "email"]] * len(ids), "support": [[20.0, 15.0]] * len(ids)},
        schema=dict(tables.WORDS),
    )  # fmt: skip
    clusters = pl.DataFrame(
        {"cluster_id": ids, "facet": "request", "language": pl.Series([None] * len(ids), dtype=pl.String)}
    )
    return words, clusters


GOOD = Group("Reset a forgotten password", "People wanted to reset a password.")


def test_a_good_name_is_kept_and_a_provider_under_guarded_sees_released_words_only():
    provider = Scripted(GOOD)
    names = name_clusters(*table("Reset a forgotten password"), provider)
    assert names["name"].to_list() == [GOOD.name]
    assert names["replaced"].to_list() == [None]
    question = next(q for q in provider.asked if isinstance(q, Name))
    assert question.members == ()
    assert question.contrast == ()


def test_a_low_audit_replaces_the_name_under_guarded_and_withholds_it_under_paper():
    words, clusters = table("Reset a forgotten password")
    guarded = name_clusters(words, clusters, Scripted(Group("Help Anna Kovacs", "One user."), score=1))
    assert guarded["name"].to_list() == ["Reset a forgotten password"]
    assert guarded["withheld"].to_list() == [False]
    assert guarded["replaced"][0]
    evidence = {"request-0-000": Evidence(("reset my password",), ())}
    paper = name_clusters(words, clusters, Scripted(GOOD, score=2), evidence, ())
    assert paper["withheld"].to_list() == [True]


def test_a_name_that_carries_an_address_never_passes_the_wording_gate():
    hostile = Group("Write to anna@example.org", "People wrote to anna@example.org.")
    names = name_clusters(*table("Write a work e-mail"), Scripted(hostile))
    assert names["name"].to_list() == ["Write a work e-mail"]
    assert "anna" not in names.write_json()


def test_a_failed_answer_falls_back_to_the_public_phrase():
    names = name_clusters(*table("Reset a forgotten password"), Scripted(None))
    assert names["name"].to_list() == ["Reset a forgotten password"]
    assert names["replaced"][0] == "the provider gave no name"


def test_clusters_of_one_phrase_get_distinct_names():
    provider = ExtractiveProvider(lambda texts: None)
    names = name_clusters(*table("Plan a trip", "Plan a trip", "Plan a trip", "Plan a trip"), provider)
    assert names["name"].n_unique() == 4
    assert set(names["name"]) == {
        "Plan a trip",
        "Plan a trip: reset password",
        "Plan a trip: email",
        "Plan a trip (2)",
    }


def test_language_clusters_are_named_by_their_language():
    words, clusters = table("x")
    clusters = clusters.with_columns(pl.lit("fr").alias("language"))
    names = name_clusters(words.clear(), clusters, ExtractiveProvider(lambda texts: None))
    assert names["name"].to_list() == ["Conversations in French"]
