"""What a cluster can be named by is public, and a broad wording wins only where no phrase covers enough."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from words_data import PHRASES, make_votes

from clio.privacy.candidates import FULL, MIXED, candidate_scores, candidates
from clio.privacy.wording import check_wording, common_words
from clio.public.phrases import load_phrases

THREE = candidates(PHRASES)
LISTED = candidates(load_phrases())


def best(votes: pl.DataFrame, table: pl.DataFrame) -> str:
    scores = candidate_scores(votes, table).sort("score", descending=True)
    return str(table["phrase"][scores["topic"][0]])


def cluster(topics: list[int]) -> pl.DataFrame:
    return make_votes([("x", "request", f"a{n}", f"c{n}", topic, []) for n, topic in enumerate(topics)])


def rows_of(column: str, heading: str) -> list[int]:
    return LISTED.filter((pl.col("kind") == "phrase") & (pl.col(column) == heading))["topic"].to_list()


def test_a_row_of_the_list_is_its_own_candidate_and_every_heading_comes_once():
    listed = load_phrases()
    assert LISTED["topic"].to_list() == list(range(LISTED.height))
    assert LISTED["phrase"][: len(listed.phrases)].to_list() == list(listed.phrases)
    assert LISTED.height == len(listed.phrases) + len(set(listed.themes)) + len(set(listed.areas)) + 1
    assert not LISTED["phrase"].is_duplicated().any()


def test_every_candidate_may_be_published_as_a_name():
    broad = LISTED.filter(pl.col("kind") != "phrase")["phrase"]
    assert [phrase for phrase in broad if check_wording(phrase, f"{phrase}.", common_words())] == []


def test_a_phrase_wins_where_it_covers_the_cluster_and_its_theme_where_none_does():
    themed = rows_of("theme", "Weather")
    assert best(cluster([themed[0]] * 8 + themed[1:3]), LISTED) == LISTED["phrase"][themed[0]]
    assert best(cluster(themed[:10]), LISTED) == "Ask about the weather"


def test_an_area_wins_over_scattered_themes_and_nothing_in_common_is_called_mixed():
    area = LISTED.filter((pl.col("kind") == "phrase") & (pl.col("area") == "Violence, weapons and drugs"))
    one_each = area.group_by("theme", maintain_order=True).first()["topic"].to_list()
    assert best(cluster(one_each), LISTED) == "Ask about violence, weapons and drugs"
    everywhere = LISTED.filter(pl.col("kind") == "phrase").group_by("area", maintain_order=True).first()
    assert best(cluster(everywhere["topic"].to_list()), LISTED) == MIXED


@pytest.mark.parametrize(("said", "counted"), [(250, FULL), (FULL, FULL), (-40, 0)])
def test_an_account_that_says_it_is_closer_than_can_be_adds_no_more_than_full(said, counted):
    """A score's bound holds whatever a row holds."""
    closeness = pl.lit([said], dtype=pl.List(pl.Int32))
    scores = candidate_scores(cluster([1]).with_columns(closeness=closeness), THREE)
    assert scores.filter(topic=1)["score"].to_list() == [counted] * (counted > 0)
    assert scores["score"].is_between(1, FULL).all()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=30), st.integers(1, 99))
def test_scores_agree_with_a_plain_sum_over_accounts(drawn, beside):
    rows = [("x", "request", f"a{account}", f"c{n}", topic, []) for n, (account, topic) in enumerate(drawn)]
    got = dict(candidate_scores(make_votes(rows, beside), THREE).select("topic", "score").iter_rows())
    for topic in range(3):
        wanted = 0
        for account in {account for account, _ in drawn}:
            own = [said for who, said in drawn if who == account]
            wanted += FULL if topic in own else beside if (topic - 1) % 3 in own else 0
        assert got.get(topic, 0) == wanted
