"""Protects that generated requests read as written by different people, not filled into slots."""

import random
from collections import Counter
from itertools import combinations

import polars as pl

from clio.synthetic.novelty import word_runs
from tests.synthetic.repetition import repeats

TENS_PER_TOPIC = 100
MAX_SHARED_TENS = 0.25
"""Of random tens of requests about one topic, the share in which two have six words in a row in common."""
MAX_SHARED_TENS_OF_ONE_TOPIC = 0.6

TENS = 500
MAX_TENS_WITH_A_REPEAT = 0.3
"""Of random tens of all conversations outside the ring, the share in which two share six words in a row."""
MAX_IN_ONE_TEN = 3
"""The most conversations of one ten that share the same six words in a row."""


def requests(population: pl.DataFrame) -> pl.DataFrame:
    """The longest of each ordinary English conversation's first two user turns (small talk passed over)."""
    ordinary = population.filter(
        pl.col("planted").ne_missing("campaign") & (pl.col("language") == "en") & (pl.col("concern") < 3)
    )
    longest = pl.element().sort_by(pl.element().str.len_chars(), descending=True).first()
    return ordinary.select("topic", request=pl.col("user_turns").list.head(2).list.eval(longest).list.first())


def test_ten_requests_of_a_topic_rarely_share_six_words(population: pl.DataFrame) -> None:
    rng = random.Random(0)
    shares = {}
    for (topic,), group in requests(population).group_by("topic", maintain_order=True):
        runs = [word_runs(text) for text in group["request"]]
        tens = [rng.sample(runs, 10) for _ in range(TENS_PER_TOPIC)]
        shared = sum(any(a & b for a, b in combinations(ten, 2)) for ten in tens)
        shares[str(topic)] = shared / TENS_PER_TOPIC
    worst = max(shares, key=shares.__getitem__)
    assert sum(shares.values()) / len(shares) < MAX_SHARED_TENS, shares
    assert shares[worst] < MAX_SHARED_TENS_OF_ONE_TOPIC, worst


def test_no_sentence_is_recognised_twice_in_ten(population: pl.DataFrame) -> None:
    for (topic,), group in requests(population).group_by("topic", maintain_order=True):
        sentences = group["request"].str.to_lowercase().str.split(". ").explode().str.strip_chars(" .?!\n")
        long = sentences.filter(sentences.str.count_matches(" ") >= 5)
        commonest = long.value_counts(sort=True)["count"][0]
        assert commonest / group.height < 0.05, topic


def test_exact_duplicates_are_rare(population: pl.DataFrame) -> None:
    outside = population.filter(pl.col("planted").ne_missing("campaign"))
    texts = outside["user_turns"].list.first().filter(outside["user_turns"].list.first().str.len_chars() > 45)
    assert 1 - texts.n_unique() / len(texts) < 0.01
    whole = outside["user_turns"].list.join("\n")
    assert 1 - whole.n_unique() / len(whole) < 0.01


def test_conversations_of_random_tens_share_no_run_of_words(population: pl.DataFrame) -> None:
    """Outside the ring, whole conversations, the assistant's side included: what a reader of ten would notice."""
    outside = population.filter(pl.col("planted").ne_missing("campaign"))
    said = outside["messages"].list.eval(pl.element().struct.field("content")).list.join("\n")
    runs = [word_runs(text) for text in said]
    rng = random.Random(1)
    largest = []
    for _ in range(TENS):
        counts = Counter(run for one in rng.sample(runs, 10) for run in one)
        largest.append(max(counts.values()))
    assert sum(size > 1 for size in largest) / TENS < MAX_TENS_WITH_A_REPEAT
    assert max(largest) <= MAX_IN_ONE_TEN


def test_ten_of_a_topic_rarely_say_the_same_sentence(population: pl.DataFrame) -> None:
    """Word for word, or but for a slot, with replies and later turns; measured at 0.1 and 0.3 %, once at 6 and 34 %."""
    measured = repeats(population)
    assert max(measured.user_texts, measured.user_sentences, measured.near_user_sentences) < 0.005, measured
    assert max(measured.replies, measured.reply_sentences, measured.near_reply_sentences) < 0.01, measured
