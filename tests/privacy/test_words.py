"""Words of a cluster may depend on one account only through bounded counts and stored noise."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from words_data import KEY, PHRASES, MemoryStore, make_votes

from clio import tables
from clio.group_votes import one_group_each
from clio.privacy import words
from clio.privacy.budget import plan_words
from clio.privacy.candidates import FULL, candidate_scores, candidates
from clio.privacy.choosing import lower_taken
from clio.privacy.words import ACROSS, bound_votes, count_words, release_words, shown_tags, tag_counts

CLUSTERS = pl.DataFrame(
    [
        ("request-0-000", "request", None),
        ("request-0-001", "request", None),
        ("request-0-002", "request", "zh"),
        ("task-0-000", "task", None),
        ("task-0-001", "task", None),
    ],
    schema={"cluster_id": pl.String, "facet": pl.String, "language": pl.String},
    orient="row",
)
TOPICS = CLUSTERS.filter(pl.col("language").is_null())

CANDIDATES = candidates(PHRASES)

TAGS = ["cook", "bug", "fix bug", "plan trip", "visa", "code", "bake bread", ""]


@st.composite
def random_conversations(draw) -> list[tuple]:
    """(account, topic, tags, request cluster, task cluster) of few accounts with many conversations each."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))

    def maybe(options: list) -> object:
        return None if rng.random() < 0.15 else options[rng.integers(len(options))]

    accounts = list(range(draw(st.integers(1, 9))))
    return [
        (
            maybe(accounts),
            maybe([0, 1, 2]),
            [TAGS[row] for row in rng.integers(0, len(TAGS), rng.integers(0, 6))],
            maybe(["request-0-000", "request-0-001", "request-0-002"]),
            maybe(["task-0-000", "task-0-001"]),
        )
        for _ in range(draw(st.integers(0, 80)))
    ]


drawn_conversations = random_conversations()


def votes_of(drawn) -> pl.DataFrame:
    rows = [
        (cluster, facet, None if account is None else f"a{account}", f"c{row}", topic, tags)
        for row, (account, topic, tags, request, task) in enumerate(drawn)
        for facet, cluster in (("request", request), ("task", task))
    ]
    return make_votes(rows, beside=40)


def simple(cluster: str, accounts: int, topic: int | None, tags: list[str], first: int = 0) -> pl.DataFrame:
    rows = [(cluster, "request", f"a{a}", f"c{a}", topic, tags) for a in range(first, first + accounts)]
    return make_votes(rows)


def changes(before: pl.DataFrame, after: pl.DataFrame, word: str, count: str = "accounts") -> pl.DataFrame:
    both = before.join(after, on=["cluster_id", word], how="full", coalesce=True, suffix="_after").fill_null(
        0
    )
    both = both.with_columns(change=pl.col(count) - pl.col(f"{count}_after"))
    return both.filter(pl.col("change") != 0)


@given(drawn_conversations, st.integers(0, 8), st.integers(1, 3), st.integers(1, 3))
def test_removing_an_account_changes_what_the_plan_pays_for_and_no_more(drawn, account, m, tags):
    votes = votes_of(drawn)
    without = votes.filter(pl.col("account_id").fill_null("") != f"a{account}")
    before, after = (bound_votes(table, TOPICS, m, tags, KEY) for table in (votes, without))
    facets = 2
    tagged = changes(tag_counts(before), tag_counts(after), "tag")
    assert tagged.height <= m * tags * facets
    assert tagged["change"].is_in([1]).all(), "each count falls by one at most, and none rises"
    scores = [candidate_scores(table, CANDIDATES) for table in (before, after)]
    phrased = changes(*scores, "topic", "score")
    assert phrased["change"].is_between(1, FULL).all(), "each score falls by FULL at most, and none rises"
    assert phrased["cluster_id"].n_unique() <= m * facets, "choices that one account touches"


@given(drawn_conversations, st.integers(0, 8), st.integers(1, 3), st.integers(1, 3), st.floats(0.1, 8))
@settings(max_examples=25)
def test_groups_across_clusters_are_paid_for_as_one_facet_more(drawn, account, m, tags, epsilon):
    """Removing an account changes each count of a group's words by one at most, and of all words K."""
    groups = pl.DataFrame(
        [(f"group-{number:03d}", ACROSS, None) for number in range(3)], schema=CLUSTERS.schema, orient="row"
    )
    members = [(f"c{row}", f"group-{n:03d}") for row in range(len(drawn)) for n in range(3) if (row + n) % 3]
    members = pl.DataFrame(members, schema=["conversation_id", "group_id"], orient="row").cast(pl.String)
    in_one = dict(one_group_each(members, KEY).select("conversation_id", "group_id").iter_rows())
    assert len(in_one) == len(set(members["conversation_id"]))
    rows = [
        (in_one.get(f"c{row}"), ACROSS, None if owner is None else f"a{owner}", f"c{row}", topic, said)
        for row, (owner, topic, said, *_) in enumerate(drawn)
    ]
    votes = pl.concat([votes_of(drawn), make_votes(rows, beside=40)])
    without, topics = (
        votes.filter(pl.col("account_id").fill_null("") != f"a{account}"),
        pl.concat([TOPICS, groups]),
    )
    before, after = (bound_votes(table, topics, m, tags, KEY) for table in (votes, without))
    plan = plan_words(epsilon, 100, m, tags, 2 + 1)
    tagged = changes(tag_counts(before), tag_counts(after), "tag")
    assert tagged["change"].is_in([1]).all()
    assert tagged.height <= plan.K
    phrased = changes(*(candidate_scores(table, CANDIDATES) for table in (before, after)), "topic", "score")
    assert phrased["change"].is_between(1, FULL).all()
    assert phrased["cluster_id"].n_unique() * plan.epsilon_per_choice <= plan.epsilon_phrase * (1 + 1e-9)
    of_groups = pl.col("cluster_id").str.starts_with("group")
    assert tagged.filter(of_groups).height <= m * tags
    assert phrased.filter(of_groups)["cluster_id"].n_unique() <= m
    own = before.filter(~of_groups)
    assert own.equals(bound_votes(votes_of(drawn), TOPICS, m, tags, KEY)), "clusters count as without groups"


def test_groups_are_named_after_clusters_and_refused_by_a_plan_without_them():
    groups = pl.DataFrame([("group-000", ACROSS, None)], schema=CLUSTERS.schema, orient="row")
    request, rows = CLUSTERS.filter(facet="request"), []
    for n in range(300):
        rows.append(("request-0-000", "request", f"a{n}", f"c{n}", 1, ["fix bug"]))
        rows.append(("group-000", ACROSS, f"a{n}", f"c{n}", 2, ["plan trip"]))
    votes, named = make_votes(rows), pl.concat([request, groups])
    with pytest.raises(ValueError, match="does not pay"):
        release_words(votes, named, PHRASES, plan_words(4, 1_000, 1, 1, 1), 1, 1, KEY, MemoryStore())
    store = MemoryStore()
    got = release_words(votes, named, PHRASES, plan_words(4, 1_000, 1, 1, 2), 1, 1, KEY, store)
    drawn = next(answer for name, answer in store.answers.items() if name.startswith("phrases"))
    assert drawn["cluster_id"].to_list()[-1] == "group-000"
    row = got.filter(facet=ACROSS).row(0, named=True)
    assert (row["phrase"], row["tags"]) == ("Plan a trip", ["plan trip"])


@given(st.lists(st.tuples(st.integers(0, 9_999), st.integers(0, FULL)), min_size=1, max_size=9), st.data())
def test_lowering_what_was_given_already_leaves_the_bound_on_an_account(drawn, data):
    """Whatever earlier clusters were given, which is public by then, the mechanism's sensitivity holds."""
    without = np.array([score for score, _ in drawn])
    with_account = without + np.array([own for _, own in drawn])
    taken = data.draw(st.lists(st.integers(0, len(drawn) - 1)))
    change = lower_taken(with_account, taken) - lower_taken(without, taken)
    assert ((change >= 0) & (change <= FULL)).all()
    kept = np.setdiff1d(np.arange(len(drawn)), taken)
    assert (lower_taken(without, taken)[kept] == without[kept]).all()
    assert (lower_taken(without, taken) <= without).all()


@given(drawn_conversations, st.integers(1, 3), st.integers(1, 3), st.randoms())
def test_counts_do_not_depend_on_row_order(drawn, m, tags, random):
    votes = votes_of(drawn)
    order = list(range(votes.height))
    random.shuffle(order)
    one, two = (bound_votes(table, TOPICS, m, tags, KEY) for table in (votes, votes[order]))
    assert tag_counts(one).equals(tag_counts(two))
    assert candidate_scores(one, CANDIDATES).equals(candidate_scores(two, CANDIDATES))


def test_an_account_uses_its_allowance_in_full_and_no_more():
    tags = [f"verb{n} noun" for n in range(8)]
    rows = [("request-0-000", "request", "a0", f"c{n}", n % 3, tags[n:] + tags[:n]) for n in range(8)]
    votes = make_votes(rows)
    assert tag_counts(bound_votes(votes, TOPICS, 1, 3, KEY)).height == 3
    assert bound_votes(votes, TOPICS, 4, 3, KEY).height == 4
    assert bound_votes(votes, TOPICS, 4, 3, KEY)["tags"].list.len().to_list() == [3] * 4
    first = votes.filter(conversation_id="c2")
    assert tag_counts(bound_votes(first, TOPICS, 1, 3, KEY))["tag"].to_list() == tags[2:5], (
        "the first tags count"
    )


def test_an_account_counts_once_however_often_it_says_a_word():
    votes = pl.concat([simple("request-0-000", 1, 1, ["bug"])] * 5).with_columns(
        conversation_id=pl.Series([f"c{row}" for row in range(5)])
    )
    counted = bound_votes(votes, TOPICS, 5, 3, KEY)
    assert tag_counts(counted)["accounts"].to_list() == [1]
    scores = candidate_scores(counted, CANDIDATES)
    assert scores.filter(topic=1)["score"].to_list() == [FULL]
    assert scores["score"].max() == FULL


def test_votes_outside_the_phrase_list_and_of_language_clusters_count_for_nothing():
    votes = pl.concat([simple("request-0-000", 3, 7, []), simple("request-0-002", 3, 1, ["bug"], first=10)])
    counted = bound_votes(votes, TOPICS, 1, 1, KEY)
    assert candidate_scores(counted, CANDIDATES).is_empty()
    assert tag_counts(counted).is_empty()


@settings(max_examples=20)
@given(drawn_conversations, st.randoms())
def test_noise_is_drawn_once_for_the_same_data(drawn, random):
    votes = votes_of(drawn)
    plan, store = plan_words(4, 100, 1, 2, 2), MemoryStore()
    first = release_words(votes, CLUSTERS, PHRASES, plan, 1, 2, KEY, store)
    assert sorted(key.split("-")[0] for key in store.kept) == ["phrases", "tags"]
    order = list(range(votes.height))
    random.shuffle(order)
    again = release_words(votes[order], CLUSTERS.reverse(), PHRASES, plan, 1, 2, KEY, store)
    assert again.equals(first)
    assert len(store.kept) == 2, "nothing was drawn again"


def test_the_answer_is_stored_before_it_is_used():
    class Refusing(MemoryStore):
        def keep(self, key, answer):
            raise OSError

    with pytest.raises(OSError):
        release_words(
            simple("request-0-000", 9, 0, []),
            CLUSTERS,
            PHRASES,
            plan_words(4, 100, 1, 1, 2),
            1,
            1,
            KEY,
            Refusing(),
        )


def test_other_data_another_plan_and_another_secret_draw_anew():
    votes, plan, store = simple("request-0-000", 30, 0, ["bug"]), plan_words(4, 100, 1, 1, 2), MemoryStore()
    release_words(votes, CLUSTERS, PHRASES, plan, 1, 1, KEY, store)
    release_words(votes.head(29), CLUSTERS, PHRASES, plan, 1, 1, KEY, store)
    release_words(votes, CLUSTERS, PHRASES, plan_words(3, 100, 1, 1, 2), 1, 1, KEY, store)
    release_words(votes, CLUSTERS, PHRASES, plan, 1, 1, bytes(32), store)
    assert len(set(store.kept)) == 8


def test_another_phrase_list_other_clusters_and_other_draws_draw_anew_though_the_scores_are_the_same():
    votes, plan, store = simple("request-0-000", 30, 0, ["bug"]), plan_words(4, 100, 1, 1, 2), MemoryStore()
    release_words(votes, CLUSTERS, PHRASES, plan, 1, 1, KEY, store)
    assert len(set(store.kept)) == 2
    other = PHRASES._replace(phrases=("Cook a meal", "Fix a bug", "Plan a wedding"))
    release_words(votes, CLUSTERS, other, plan, 1, 1, KEY, store)
    assert len(set(store.kept)) == 3, "other phrases, the same tags"
    renamed = CLUSTERS.with_columns(pl.col("cluster_id").str.replace("0-001", "0-007"))
    release_words(votes, renamed, PHRASES, plan, 1, 1, KEY, store)
    assert len(set(store.kept)) == 4, "other clusters without votes, the same tags"
    release_words(votes, CLUSTERS, PHRASES, plan, 1, 1, KEY, store, draws=bytes(32))
    assert len(set(store.kept)) == 6


@given(drawn_conversations, drawn_conversations)
def test_the_same_noisy_answers_give_the_same_words_whatever_the_data(one, two):
    """Order, ties and what is shown come from the stored answers and public facts, never from counts."""

    class Fixed(MemoryStore):
        def recall(self, key):
            if key.startswith("phrases"):
                ids = TOPICS["cluster_id"]
                return pl.DataFrame({"cluster_id": ids, "topic": pl.Series([0, 1, 2, 0], dtype=pl.Int32)})
            return pl.DataFrame(
                {
                    "cluster_id": ["request-0-000"] * 4 + ["task-0-001"],
                    "tag": ["bug", "trip", "fix bug", "cook", "cook"],
                    "support": [20.0, 15.0, 15.0, 15.0, 40.0],
                }
            )

    plan = plan_words(4, 100, 1, 2, 2)
    released = [release_words(votes_of(d), CLUSTERS, PHRASES, plan, 1, 2, KEY, Fixed()) for d in (one, two)]
    assert released[0].equals(released[1])


def test_every_base_cluster_gets_a_row_and_language_clusters_no_words():
    plan = plan_words(4, 100, 1, 1, 2)
    got = release_words(
        simple("request-0-000", 90, 1, ["fix bug"]), CLUSTERS, PHRASES, plan, 1, 1, KEY, MemoryStore()
    )
    assert got.schema == pl.Schema(tables.WORDS)
    assert got["cluster_id"].to_list() == CLUSTERS["cluster_id"].to_list()
    rows = {row["cluster_id"]: row for row in got.iter_rows(named=True)}
    assert rows["request-0-000"]["phrase"] == "Fix a bug"
    assert rows["request-0-000"]["theme"] == "Code"
    assert rows["request-0-000"]["area"] == "Work"
    assert rows["request-0-000"]["tags"] == ["fix bug"]
    assert rows["request-0-002"]["phrase"] is None
    assert rows["request-0-002"]["tags"] == []
    # A cluster without a single vote still gets some phrase of the list: silence would be exact information.
    assert rows["request-0-001"]["phrase"] in set(CANDIDATES["phrase"])
    assert rows["task-0-000"]["phrase"] in set(CANDIDATES["phrase"])


def test_every_phrase_of_the_list_is_a_candidate():
    plan, seen = plan_words(0.5, 100, 1, 1, 1), set()
    request = CLUSTERS.filter(facet="request")
    for n in range(120):
        store = MemoryStore()
        got = release_words(
            simple("request-0-000", 1, 0, []), request, PHRASES, plan, 1, 1, bytes([n]) * 32, store
        )
        seen |= set(got["phrase"].drop_nulls())
    assert seen == set(CANDIDATES["phrase"])


def test_a_rare_tag_is_not_released():
    plan = plan_words(4, 100, 1, 1, 1)
    request = CLUSTERS.filter(facet="request")
    for n in range(50):
        votes = pl.concat(
            [simple("request-0-000", 90, 0, ["cook"]), simple("request-0-000", 1, 0, ["jane doe"], first=95)]
        )
        got = release_words(votes, request, PHRASES, plan, 1, 1, bytes([n]) * 32, MemoryStore())
        assert got["tags"].to_list()[0] == ["cook"]


def test_a_tag_passes_or_fails_by_its_noisy_count_alone(monkeypatch):
    """Many accounts with bad luck are not told of, few with good luck are."""
    plan, request = plan_words(4, 100, 1, 1, 1), CLUSTERS.filter(facet="request")
    votes = pl.concat(
        [simple("request-0-000", 90, 0, ["cook"]), simple("request-0-000", 2, 0, ["visa"], first=95)]
    )
    for many, few, told in ((-1, 0, ["visa"]), (0, -1, ["cook"]), (-1, -1, []), (0, 0, ["cook", "visa"])):
        noisy = np.array([plan.release_at + many, plan.release_at + few])
        monkeypatch.setattr(words, "noisy_counts", lambda counts, sigma, noisy=noisy: noisy)
        got = release_words(votes, request, PHRASES, plan, 1, 1, KEY, MemoryStore())
        assert got["tags"].to_list()[0] == told


@pytest.mark.parametrize("converted", [None, 0.01])
def test_a_choice_is_made_for_all_that_an_account_adds_to_a_score(monkeypatch, converted):
    plan, request, asked = plan_words(4, 100, 1, 1, 1), CLUSTERS.filter(facet="request"), []

    def choose(vectors, cost: float, sensitivity: int) -> list[int]:
        asked.append((cost, sensitivity))
        return [0]

    monkeypatch.setattr(words, "noisy_argmax" if converted is None else "noisy_choice", choose)
    plan = replace(plan, rho_per_choice=converted)
    release_words(simple("request-0-000", 9, 0, []), request, PHRASES, plan, 1, 1, KEY, MemoryStore())
    assert asked == [(converted or plan.epsilon_per_choice, FULL)] * 2, "two topic clusters"


def test_released_support_is_noisy():
    plan, seen = plan_words(4, 100, 1, 1, 1), set()
    for n in range(10):
        got = release_words(
            simple("request-0-000", 90, 0, ["cook"]),
            CLUSTERS.head(2),
            PHRASES,
            plan,
            1,
            1,
            bytes([n]) * 32,
            MemoryStore(),
        )
        seen.add(got["support"].to_list()[0][0])
    assert len(seen) > 1


def test_votes_the_plan_does_not_pay_for_are_refused():
    votes = simple("request-0-000", 3, 0, ["cook"])
    plan = plan_words(4, 100, 1, 1, 1)
    with pytest.raises(ValueError, match="does not pay"):
        release_words(votes, CLUSTERS, PHRASES, plan, 1, 1, KEY, MemoryStore())  # two facets
    with pytest.raises(ValueError, match="does not pay"):
        release_words(votes, CLUSTERS.head(2), PHRASES, replace(plan, K=9), 2, 1, KEY, MemoryStore())
    with pytest.raises(ValueError, match="more than once"):
        release_words(pl.concat([votes, votes]), CLUSTERS.head(2), PHRASES, plan, 1, 1, KEY, MemoryStore())


def shown(*released: tuple[str, str, float], n_clusters: int = 4) -> dict[str, list[str]]:
    table = pl.DataFrame(released, schema=["cluster_id", "tag", "support"], orient="row")
    return dict(shown_tags(table, n_clusters).select("cluster_id", "tags").iter_rows())


def test_a_single_word_of_a_released_pair_is_dropped():
    assert shown(("a", "bug", 90.0), ("a", "fix bug", 20.0), ("a", "cook", 15.0), ("b", "bug", 30.0)) == {
        "a": ["fix bug", "cook"],
        "b": ["bug"],
    }


def test_specific_tags_come_before_common_ones():
    common = [(cluster, "help", 30.0) for cluster in "abcd"]
    assert shown(*common, ("a", "visa", 25.0))["a"] == ["visa", "help"]
    assert shown(("a", "visa", 25.0), ("a", "help", 30.0))["a"] == ["help", "visa"]


def test_ties_are_settled_by_public_facts_and_five_are_shown():
    tied = [("a", tag, 20.0) for tag in ("z", "b", "a pair", "c", "d", "e", "f")]
    assert shown(*tied)["a"] == ["a pair", "b", "c", "d", "e"]
    assert shown(*reversed(tied))["a"] == ["a pair", "b", "c", "d", "e"]


@given(drawn_conversations, st.integers(1, 5))
def test_paper_words_are_exact_and_supported(drawn, min_accounts):
    votes = votes_of(drawn)
    got = count_words(votes, CLUSTERS, PHRASES, min_accounts)
    assert got.schema == pl.Schema(tables.WORDS)
    for row in got.iter_rows(named=True):
        inside = votes.filter(cluster_id=row["cluster_id"]).filter(pl.col("account_id").is_not_null())
        for tag, support in zip(row["tags"], row["support"], strict=True):
            said = inside.filter(pl.col("tags").list.contains(tag))["account_id"].n_unique()
            assert said == support >= min_accounts
        covered = inside.filter(pl.col("near").list.len() > 0).height > 0
        assert (row["phrase"] is not None) == (covered and row["cluster_id"] != "request-0-002")


def test_two_clusters_of_one_phrase_are_given_different_ones_under_guarded_where_another_comes_near():
    """The second choice sees the first one's outcome only, so what it costs is unchanged."""
    plan, request = plan_words(4, 1_000, 1, 1, 1), CLUSTERS.filter(facet="request")
    rows = [
        (f"request-0-00{c}", "request", f"a{c}-{a}", f"c{c}-{a}", 1, []) for c in (0, 1) for a in range(300)
    ]
    for beside, distinct in ((90, 2), (50, 1)):
        votes = make_votes(rows, beside=beside)
        got = release_words(votes, request, PHRASES, plan, 1, 1, KEY, MemoryStore())
        assert got["phrase"].drop_nulls().n_unique() == distinct


def test_at_most_five_tags_are_shown():
    assert words.MAX_TAGS == 5
