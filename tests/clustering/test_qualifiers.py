"""Clusters of one name are told apart by what sets each apart from the others, by a number only at the end."""

from hypothesis import given
from hypothesis import strategies as st

from clio.clustering.qualifiers import MAX_NAME_WORDS, distinct_names

tags = st.dictionaries(st.sampled_from(["visa", "fix bug", "trip", "hotel room", "plan"]), st.floats(1, 99))


@given(
    st.lists(st.tuples(st.sampled_from(["Plan a trip", "Plan a trip: visa", "Fix a bug"]), tags), max_size=12)
)
def test_all_names_are_different_and_begin_with_their_own(drawn):
    names, supports = [name for name, _ in drawn], [support for _, support in drawn]
    got = distinct_names(names, supports)
    assert len(set(got)) == len(got)
    for name, support, new in zip(names, supports, got, strict=True):
        said = new.removeprefix(name)
        assert new.startswith(name)
        assert said == "" or said.startswith(" (") or said.removeprefix(": ") in support
        assert len(new.split()) <= MAX_NAME_WORDS
        if names.count(name) == 1:
            assert new == name


def test_the_tag_that_a_cluster_alone_has_is_preferred_to_a_stronger_one_that_all_have():
    money = "Make a money transfer"
    supports = [{"bank": 90.0, "savings account": 60.0}, {"bank": 80.0}]
    assert distinct_names([money] * 2, supports) == [f"{money}: savings account", money]


def test_a_tag_that_says_nothing_new_is_no_qualifier():
    assert distinct_names(["Plan a trip"] * 2, [{"plan trip": 9.0}, {"trip": 9.0}]) == [
        "Plan a trip",
        "Plan a trip (2)",
    ]


def test_what_no_one_shares_stays_as_it_is():
    assert distinct_names(["Plan a trip", "Fix a bug"], [{"visa": 9.0}, {}]) == ["Plan a trip", "Fix a bug"]
