"""Protects what the demo promises of its data: size, mix, plants, determinism and formats."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from clio.errors import UserError
from clio.synthetic.catalogue import areas
from clio.synthetic.generator import CONVERSATIONS_SCHEMA, generate, write_jsonl
from clio.synthetic.identifiers import card_is_valid, iban_is_valid
from clio.synthetic.phrases import CLOSINGS, FAREWELLS, GREETINGS, PERSONAL, SMALL_TALK, THANKS


def test_default_size_accounts_and_ids(population: pl.DataFrame) -> None:
    assert population.height == population["conversation_id"].n_unique() == 6000
    assert population["account_id"].n_unique() == 3000
    assert population["conversation_id"].str.contains(r"^[0-9a-f]{20}$").all()
    assert population["account_id"].str.contains(r"^[0-9a-f]{20}$").all()


def test_few_accounts_are_heavy(population: pl.DataFrame) -> None:
    sizes = population["account_id"].value_counts(sort=True)["count"]
    assert 3 <= (sizes >= 20).sum() <= 20
    assert sizes.median() <= 2


def test_topics_are_unequal_and_all_present(population: pl.DataFrame) -> None:
    sizes = population["topic"].value_counts()
    assert set(sizes["topic"]) == set(areas())
    ordinary = sizes.filter(pl.col("count") >= 30)["count"]
    assert len(ordinary) >= 40
    assert ordinary.max() > 4 * ordinary.min()


def test_languages(population: pl.DataFrame) -> None:
    shares = {
        row["language"]: row["count"] / 6000 for row in population["language"].value_counts().to_dicts()
    }
    assert 0.8 <= shares.pop("en") <= 0.9
    assert set(shares) == {"es", "fr", "de", "pt", "zh"}
    assert min(shares.values()) > 0.01


def test_window_weekdays_and_daytime(population: pl.DataFrame) -> None:
    at = population["created_at"]
    assert at.dtype == pl.Datetime("us", "UTC")
    assert at.min() >= datetime(2026, 6, 1, tzinfo=UTC)
    assert at.max() < datetime(2026, 6, 29, tzinfo=UTC)
    assert at.dt.date().n_unique() == 28
    by_day = at.dt.weekday().value_counts().sort("created_at")["count"]
    assert by_day[:5].min() > 1.3 * by_day[5:].max()
    ring_free = population.filter(pl.col("planted").ne_missing("campaign"))["created_at"].dt.hour()
    assert ring_free.is_between(8, 19).mean() > 0.6


def test_concern_varies_and_is_mostly_low(population: pl.DataFrame) -> None:
    shares = population["concern"].value_counts().sort("concern")
    assert shares["concern"].to_list() == [1, 2, 3, 4, 5]
    assert (population["concern"] >= 4).mean() < 0.06


def test_the_ring_sends_near_identical_requests(population: pl.DataFrame) -> None:
    ring = population.filter(planted="campaign")
    assert 90 <= ring.height <= 180
    assert 15 <= ring["account_id"].n_unique() <= 40
    assert ring["topic"].unique().to_list() == ["seo_review_spam"]
    assert ring["user_turns"].list.first().str.contains("40-60 words, different customer voice").all()
    assert ring["created_at"].max() - ring["created_at"].min() <= timedelta(days=8)


def test_the_rare_topic_stays_below_any_threshold(population: pl.DataFrame) -> None:
    rare = population.filter(planted="rare_sensitive")
    assert 3 <= rare["account_id"].n_unique() < 10
    assert set(rare["topic"]) == {"leaving_violent_partner"}
    assert set(population.filter(topic="leaving_violent_partner")["planted"]) == {"rare_sensitive"}
    more, truth = generate(9_000, 6_000, seed=3)
    held = more.join(truth.filter(planted="rare_sensitive"), on="conversation_id")
    assert held["account_id"].n_unique() < 10


def test_one_account_supplies_half_of_a_topic(population: pl.DataFrame) -> None:
    planted = population.filter(planted="dominant_account")
    assert planted["account_id"].n_unique() == planted["topic"].n_unique() == 1
    whole = population.filter(topic=planted["topic"][0])
    assert 0.4 <= planted.height / whole.height <= 0.6
    other = population.filter(pl.col("topic") != planted["topic"][0]).group_by("topic", "account_id").len()
    total = population.group_by("topic").len("total").filter(pl.col("total") >= 50)
    assert other.join(total, on="topic").select((pl.col("len") / pl.col("total")).max()).item() < 0.2


def test_personal_data_is_where_the_truth_says(population: pl.DataFrame) -> None:
    planted = population.filter(planted="pii")
    assert 120 <= planted.height <= 400
    texts = planted["user_turns"].list.join("\n")
    assert texts.str.contains(r"@(mail\.|post\.)?example\.(com|org|net)").sum() > 20
    ibans = texts.str.extract_all(r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{1,4}){4,7}\b").explode().drop_nulls()
    cards = texts.str.extract_all(r"\b\d{4}([ -]?)\d{4}[ -]?\d{4}[ -]?\d{4}\b").explode().drop_nulls()
    cards = cards.filter(~cards.is_in(ibans.str.slice(5).implode()))
    assert sum(map(iban_is_valid, ibans)) > 5
    assert sum(map(card_is_valid, cards)) > 5
    clean = population.filter(pl.col("planted").is_null())["user_turns"].list.join("\n")
    assert not clean.str.contains("@[a-z.]*example").any()


def test_conversations_alternate_and_vary_in_length(population: pl.DataFrame) -> None:
    roles = population["messages"].list.eval(pl.element().struct.field("role"))
    assert roles.list.gather_every(2).list.eval(pl.element() == "user").list.all().all()
    assert roles.list.gather_every(2, 1).list.eval(pl.element() == "assistant").list.all().all()
    words = population["user_turns"].list.first().str.split(" ").list.len()
    assert words.quantile(0.1) <= 6
    assert words.quantile(0.9) >= 26
    assert 0.3 < (population["user_turns"].list.len() > 1).mean() < 0.75


def test_harmful_requests_are_answered_by_refusals_only(population: pl.DataFrame) -> None:
    harmful = population.filter((pl.col("concern") >= 4) & (pl.col("planted").is_null()))
    answers = harmful["messages"].list.last().struct.field("content")
    assert harmful.height > 30
    assert answers.str.contains(
        r"(?i)can't|cannot|won't|will not|not able|declin|don't|do not|rather not|\bno\b|the line"
    ).all()


def test_metadata_is_skewed_json(population: pl.DataFrame) -> None:
    parsed = pl.DataFrame([json.loads(text) for text in population["metadata"]])
    assert parsed["product"].value_counts(sort=True)["product"].to_list() == ["web", "mobile", "api"]
    assert parsed["plan"].value_counts(sort=True)["plan"].to_list() == ["free", "pro", "team"]


def test_same_seed_same_data_other_seed_other_data() -> None:
    first, truth = generate(400, 200, seed=5)
    again, truth_again = generate(400, 200, seed=5)
    other, _ = generate(400, 200, seed=6)
    assert first.equals(again)
    assert truth.equals(truth_again)
    assert not set(first["conversation_id"]) & set(other["conversation_id"])


def test_jsonl_holds_the_same_conversations(tmp_path: Path) -> None:
    table, _ = generate(300, 150, seed=2)
    records = [
        json.loads(line) for line in write_jsonl(tmp_path / "a.jsonl", 300, 150, 2).open(encoding="utf-8")
    ]
    assert set(records[0]) == set(CONVERSATIONS_SCHEMA)
    assert [record["conversation_id"] for record in records] == table["conversation_id"].to_list()
    assert [record["messages"] for record in records] == table["messages"].to_list()
    assert records[0]["created_at"] == table["created_at"][0].strftime("%Y-%m-%dT%H:%M:%SZ")
    assert records[0]["metadata"] == json.loads(table["metadata"][0])


def test_too_small_is_one_sentence() -> None:
    with pytest.raises(UserError, match="at least 100 conversations and 50 accounts"):
        generate(10, 5)


def test_every_language_has_every_kind_of_phrase() -> None:
    tables = (GREETINGS, THANKS, SMALL_TALK, CLOSINGS, FAREWELLS, PERSONAL)
    assert all(set(table) == set(GREETINGS) for table in tables)
