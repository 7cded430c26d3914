"""Labels: words on which a feature fires strongest, scored on other text, and none where nothing can be said."""

import numpy as np
import polars as pl
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score
from tiny_saes import D, random_sae

from clio.public.words import plain
from clio.sae import labels
from clio.sae.activations import FeatureEncoder, measure_reference, pooled_features
from clio.sae.autoencoder import SparseAutoencoder
from clio.sae.firing import FIRINGS, NO_WORD, firings
from clio.sae.labels import (
    HeldOut,
    PublicText,
    label_features,
    label_words,
    nearest_features,
    roc_area,
    shuffled,
    strongest,
)
from clio.sae.token_states import load_token_reader

TEXTS = [
    "The cat sat, unbelievably, on a mat.",
    "",
    "Dogs! Every dog ran; 42 dogs.",
    "far from passwords and password",
] * 3


@pytest.fixture(scope="module")
def reader(encoder_folder):
    return load_token_reader(str(encoder_folder), 2)


def fired(*rows: tuple[int, str, int, float]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=FIRINGS, orient="row")


def test_every_token_is_of_the_word_that_it_is_a_piece_of(reader):
    """Over windows of ten tokens, with words of several pieces, punctuation and numbers."""
    told = reader.spans(TEXTS[0])
    assert [TEXTS[0][first:last] for first, last in told][:2] == ["The", "cat"]
    found = pl.concat(firings(TEXTS, reader, random_sae(width=24)))
    words = found.group_by("text").agg(pl.col("word").unique().sort())
    by_text = dict(words.iter_rows())
    assert by_text[0] == sorted([NO_WORD, "the", "cat", "sit", "unbelievably", "on", "a", "mat"])
    assert by_text[2] == sorted([NO_WORD, "dog", "every", "run"])
    assert by_text[3] == sorted(["far", "from", "password", "and"])
    assert 1 not in by_text
    assert found.select("text", "word", "feature_id").is_duplicated().sum() == 0


def test_firings_have_the_values_that_pooling_has(reader):
    sae = random_sae(width=24)
    pooled = pooled_features(TEXTS[:4], reader, sae)
    largest = (
        pl.concat(firings(TEXTS[:4], reader, sae)).group_by("text", "feature_id").agg(pl.col("value").max())
    )
    assert largest.sort("text", "feature_id")["value"].to_list() == pooled.values.tolist()


def test_the_strongest_are_kept_however_the_text_is_cut(monkeypatch):
    monkeypatch.setattr(labels, "STRONGEST", 3)
    rows = fired(
        *((text, "word", feature, (text * 7) % 11 + 0.5) for text in range(10) for feature in (0, 5))
    )
    whole = strongest([rows])
    assert whole.group_by("feature_id").len()["len"].to_list() == [3, 3]
    assert whole.filter(feature_id=5)["value"].to_list() == [10.5, 9.5, 8.5]
    assert strongest([rows[:7], rows[7:], rows[:0]]).equals(whole)


def label_of(*words: str) -> list[str]:
    """The label of a feature that fires on `words`, one a text, beside one that fires on other words."""
    other = [(text, word, 1, 1.0) for text, word in enumerate(["the", "of", "river", "stone", "moon"] * 4)]
    own = [(text, word, 0, 1.0) for text, word in enumerate(words)]
    return label_words(fired(*own, *other)).filter(feature_id=0)["word"].to_list()


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (["password"] * 9 + ["the"], ["password"]),
        (["password"] * 5 + ["login"] * 4 + ["river"], ["password", "login"]),
        (["the"] * 7 + ["password"] * 3, ["password"]),
        (["system"] * 9, ["system"]),
        (["the"] * 9, []),
        ([NO_WORD] * 9, []),
        (["password"] * 2, []),
        ([f"{letter}word" for letter in "abcdefghijkl" for _ in range(3)], []),
        (["x1y"] * 9, []),
        (["it's"] * 9, []),
    ],
    ids=[
        "one",
        "two",
        "third",
        "listed",
        "function",
        "none",
        "two-texts",
        "anything",
        "digits",
        "apostrophe",
    ],
)
def test_a_label_is_content_words_that_many_texts_share(words, label):
    assert label_of(*words) == label


def test_plain_words_are_lemmas_where_they_are_listed():
    assert [plain(word) for word in ("Passwords", "Zürich", "recipes")] == ["password", "zürich", "recipe"]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=2, max_size=30))
def test_the_area_is_that_of_the_roc_curve(rows):
    values, inside = zip(*rows, strict=True)
    counts = [
        [sum(v == value and i is side for v, i in rows) for value in range(4)] for side in (True, False)
    ]
    area = roc_area(*(np.array([side]) for side in counts))[0]
    if len(set(inside)) < 2:
        assert np.isnan(area)
    else:
        assert area == pytest.approx(roc_auc_score(inside, values))


def test_a_label_that_says_when_the_feature_fires_scores_one_and_another_a_half():
    texts = range(40)
    found = pl.concat([
        fired(*((text, "password" if text % 2 else "moon", 7, 2.0 if text % 2 else 0.5) for text in texts)),
        fired(*((text, word, 3, 0.1) for text in texts for word in ("and", "river"))),
    ])  # fmt: skip
    seen = HeldOut.of([found[:31], found[31:]], np.full(8, 1, np.float32))
    words = pl.DataFrame(
        {"feature_id": [7], "word": ["password"]}, schema={"feature_id": pl.UInt32, "word": pl.String}
    )
    assert seen.scores(words).rows() == [(7, 1.0, 1.0)]
    assert seen.scores(words.with_columns(word=pl.lit("river"))).rows() == [(7, 0.5, 0.25)]
    assert seen.scores(words.with_columns(feature_id=pl.lit(3, pl.UInt32))).height == 0, "it never fires"


def words_sae(reader) -> SparseAutoencoder:
    """An SAE whose features 0 .. 4 are the mean states of five words, and the others noise."""
    rows = [
        torch.cat([piece.states for piece in reader.states([word])]).mean(0)
        for word in ("cat", "dog", "mat", "every", "far")
    ]
    own = torch.nn.functional.normalize(torch.stack(rows) - torch.stack(rows).mean(0), dim=1)
    noise = (
        torch.nn.functional.normalize(torch.randn(11, D, generator=torch.Generator().manual_seed(1)), dim=1)
        / 4
    )
    decoder = torch.cat([own, noise])
    return SparseAutoencoder("topk", 2, decoder.T.contiguous(), torch.zeros(16), decoder, torch.zeros(D))


def corpus(seed: int) -> list[str]:
    draw = np.random.default_rng(seed)
    return [" ".join(draw.choice(["cat", "dog", "mat", "far", "the", "and", "ran"], 3)) for _ in range(160)]


def test_a_whole_sae_is_labelled_and_shuffled_labels_are_worth_nothing(reader):
    """A tiny model with random weights: its features still fire on some words more than on others."""
    sae = words_sae(reader)
    encoder = FeatureEncoder(reader, sae, measure_reference(corpus(3), reader, sae), "tiny")
    text = PublicText(lambda: corpus(0), lambda: corpus(1))
    labelled = label_features(encoder, text)
    assert labelled.features["feature_id"].to_list() == list(range(16))
    said = labelled.features.drop_nulls("label")
    assert 0 < said.height < 16
    known = {plain(word) for line in corpus(0) for word in line.split()}
    assert {word for label in said["label"] for word in label.split(", ")} <= known
    scored = said.drop_nulls("label_score")
    assert scored["label_score"].is_between(0, 1).all()
    lesser = scored.select(pl.min_horizontal("detection", "fuzzing").cast(pl.Float32)).to_series()
    assert scored["label_score"].equals(lesser)
    assert scored["label_score"].mean() > labelled.control + 0.1
    figures = labelled.figures()
    for name in ("detection", "fuzzing"):
        assert figures[f"mean_{name}"] == pytest.approx(scored[name].mean())
        assert figures[f"control_{name}"] == pytest.approx(labelled.dealt[name].mean())
        assert figures[f"mean_{name}"] > figures[f"control_{name}"] + 0.05
    assert figures["control_sure_share"] < figures["sure_share"]
    again = label_features(encoder, text)
    assert again.features.equals(labelled.features)
    assert again.dealt.equals(labelled.dealt)


def test_every_label_is_dealt_to_another_feature():
    words = pl.DataFrame(
        {"feature_id": [1, 1, 4, 9], "word": ["a", "b", "c", "d"]},
        schema={"feature_id": pl.UInt32, "word": pl.String},
    )
    dealt = shuffled(words, 3)
    assert sorted(dealt["word"]) == ["a", "b", "c", "d"]
    assert not set(words.rows()) & set(dealt.rows())
    assert dealt["feature_id"].n_unique() == 3


def test_the_nearest_are_those_of_the_largest_cosine(monkeypatch):
    sae = random_sae(width=24)
    rows = sae.W_dec / sae.W_dec.norm(dim=1, keepdim=True)
    cosine = (rows @ rows.T).fill_diagonal_(-2).numpy()
    found = nearest_features(sae, 3)
    assert found.shape == (24, 3)
    assert (found == np.argsort(-cosine, axis=1)[:, :3]).all()
    monkeypatch.setattr(labels, "ROWS_AT_ONCE", 5)
    assert (nearest_features(sae, 3) == found).all()
    assert nearest_features(random_sae(width=4), 9).shape == (4, 3)
