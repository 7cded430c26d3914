"""Under exact counts clusters get different phrases where that is apt, and never one that few members have."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from clio.privacy.choosing import LEAST, choose_apart

TABLE = pl.DataFrame(
    [(0, "phrase", "Home"), (1, "phrase", "Home"), (2, "phrase", "Home"), (3, "phrase", "Work"), (4, "theme", "Home")],
    schema={"topic": pl.Int64, "kind": pl.String, "area": pl.String},
    orient="row",
)  # fmt: skip
scored = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 4)), st.integers(1, 100), min_size=1
)


def table_of(scores: dict[tuple[str, int], int]) -> pl.DataFrame:
    rows = [(cluster, topic, score) for (cluster, topic), score in sorted(scores.items())]
    schema = {"cluster_id": pl.String, "topic": pl.Int64, "score": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def chosen(scores: dict[tuple[str, int], int]) -> dict[str, int]:
    return dict(choose_apart(table_of(scores), TABLE).iter_rows())


@given(scored, st.randoms())
def test_no_cluster_is_given_much_less_than_its_best_whatever_the_order(scores, random):
    got = chosen(scores)
    assert set(got) == {cluster for cluster, _ in scores}
    for cluster, topic in got.items():
        own = {t: score for (c, t), score in scores.items() if c == cluster}
        first = min(t for t in own if own[t] == max(own.values()))
        alike = topic in (0, 1, 2) and first != 3
        assert topic == first or (alike and own[topic] >= LEAST * own[first])
    rows = list(range(len(scores)))
    random.shuffle(rows)
    assert dict(choose_apart(table_of(scores)[rows], TABLE).iter_rows()) == got


@given(scored)
def test_a_free_phrase_that_is_good_enough_is_never_left_while_a_name_is_shared(scores):
    got = chosen(scores)
    for cluster, topic in got.items():
        if list(got.values()).count(topic) > 1:
            own = {t: score for (c, t), score in scores.items() if c == cluster}
            if own[topic] < max(own.values()) or topic == 3:
                continue
            free = [t for t in (0, 1, 2) if own.get(t, 0) > LEAST * own[topic] and t not in got.values()]
            assert free == []


def test_the_cluster_that_loses_least_takes_the_other_phrase():
    scores = {("a", 0): 100, ("a", 1): 88, ("b", 0): 100, ("b", 1): 95}
    assert chosen(scores) == {"a": 0, "b": 1}


def test_a_phrase_is_shared_rather_than_forced_and_no_other_area_or_heading_stands_in():
    assert chosen({("a", 0): 100, ("a", 1): 80, ("b", 0): 100}) == {"a": 0, "b": 0}
    assert chosen({("a", 0): 100, ("a", 3): 99, ("b", 0): 100, ("b", 4): 99}) == {"a": 0, "b": 0}


def test_no_scores_choose_nothing():
    assert choose_apart(table_of({}), TABLE).is_empty()
