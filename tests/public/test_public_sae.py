"""The bundled SAE is the pinned one, trained on public text alone, and small; its features tell topics apart."""

import json
import shutil

import numpy as np
import polars as pl
import pytest
import torch

from clio.clustering.embedding import BUNDLED_SHA256
from clio.errors import PublicFileError
from clio.public import sae
from clio.public.build_sae import LAYER, OPTIONS, reference_texts, training_texts
from clio.public.phrases import load_phrases
from clio.sae.activations import load_feature_encoder, pooled_features
from clio.sae.firing import firings
from clio.sae.labels import HeldOut, shuffled
from clio.sae.pooling import telling
from clio.sae.saved import load_sae
from clio.sae.texts import conversation_texts
from clio.synthetic.generator import generate


@pytest.fixture(scope="module")
def generated():
    """Conversations of a seed that nothing was trained or measured on."""
    return generate(conversations=200, accounts=100, seed=999)


def test_the_files_are_those_that_are_pinned():
    assert sae.hash_of(sae.FOLDER) == sae.SAE_SHA256
    assert sae.bundled_sae_folder() == sae.FOLDER
    assert sum(path.stat().st_size for path in sae.FOLDER.iterdir()) < 4_000_000


@pytest.mark.parametrize("name", sae.FILES)
@pytest.mark.parametrize("absent", [True, False])
def test_a_file_that_is_not_the_pinned_one_is_refused(name, absent, tmp_path, monkeypatch):
    shutil.copytree(sae.FOLDER, tmp_path / "sae")
    path = tmp_path / "sae" / name
    path.unlink() if absent else path.write_bytes(path.read_bytes()[:-1] + b"?")
    monkeypatch.setattr(sae, "FOLDER", tmp_path / "sae")
    with pytest.raises(PublicFileError, match="does not match its pinned SHA-256"):
        sae.bundled_sae_folder.__wrapped__()


def test_it_reads_the_bundled_encoder_at_layer_4_and_says_how_it_was_trained():
    loaded = load_sae()
    assert (loaded.autoencoder.kind, loaded.autoencoder.width, loaded.autoencoder.k) == ("topk", 2048, 32)
    assert (loaded.autoencoder.d, loaded.origin.layer, loaded.origin.context) == (384, 4, 256)
    assert loaded.model_sha256 == BUNDLED_SHA256
    facts, report = (json.loads((sae.FOLDER / name).read_text()) for name in ("clio.json", "report.json"))
    assert facts["training"]["options"]["tokens"] == OPTIONS.tokens
    assert report["fvu"] == facts["training"]["fvu"]
    assert f"{report['fvu']:.3f}" in (sae.FOLDER / "report.md").read_text()


def test_labels_are_plain_words_and_the_report_says_how_good_they_are():
    table, report = load_sae().reference.features, json.loads((sae.FOLDER / "report.json").read_text())
    labels = table["label"].drop_nulls()
    assert labels.str.contains(r"^\p{Ll}{3,}(, \p{Ll}{3,}){0,2}$").all()
    assert len(labels) / table.height == pytest.approx(report["labelled_share"])
    assert (table["label_score"] >= 0.8).sum() / table.height == pytest.approx(report["sure_share"])
    assert report["mean_score"] > 0.7
    assert report["control_score"] == pytest.approx(0.5, abs=0.02)
    assert f"{report['sure_share']:.1%}" in (sae.FOLDER / "report.md").read_text()


def test_labels_tell_where_features_fire_in_text_of_another_seed(generated):
    """On few texts, so that the score of one label is rough; their mean is not."""
    encoder = load_feature_encoder()
    sure = encoder.reference.features.filter(pl.col("label_score") >= 0.8)
    words = sure.select("feature_id", word=pl.col("label").str.split(", ")).explode("word")
    texts = conversation_texts(generated[0])
    seen = HeldOut.of(firings(texts, encoder.reader, encoder.autoencoder), encoder.reference.q95)
    scores = seen.scores(words).select(pl.min_horizontal("detection", "fuzzing")).to_series()
    assert len(scores) > 100
    assert scores.mean() > 0.8
    dealt = seen.scores(shuffled(words, 0)).select(pl.min_horizontal("detection", "fuzzing").mean()).item()
    assert dealt == pytest.approx(0.5, abs=0.05)


def test_neighbours_are_features_with_like_decoder_rows():
    loaded = load_sae()
    rows = torch.nn.functional.normalize(loaded.autoencoder.W_dec, dim=1)
    near = loaded.reference.features["nearest"].to_list()
    assert {len(own) for own in near} == {5}
    for feature in range(0, 2048, 97):
        cosine = rows @ rows[feature]
        cosine[feature] = -1
        assert set(near[feature]) == set(cosine.topk(5).indices.tolist())


def test_the_texts_that_it_was_made_from_are_generated_and_public(monkeypatch):
    monkeypatch.setattr("clio.public.build_sae.TRAINING", 150)
    monkeypatch.setattr("clio.public.build_sae.TRAINING_ACCOUNTS", 60)
    monkeypatch.setattr("clio.public.build_sae.REFERENCE", 100)
    monkeypatch.setattr("clio.public.build_sae.REFERENCE_ACCOUNTS", 60)
    trained = list(training_texts())
    assert trained[0::2] == conversation_texts(generate(150, 60, 101)[0])
    assert trained[1::2] == list(load_phrases().phrases[:150])
    assert not set(reference_texts()) & set(trained)


def test_states_are_rebuilt_as_well_as_the_report_says(generated):
    encoder = load_feature_encoder()
    assert encoder.reader.layer == LAYER
    states = [piece.states for piece in encoder.reader.states(conversation_texts(generated[0])[:60])]
    x = torch.cat(states)
    error = (x - encoder.autoencoder.reconstruct(x)).square().sum() / (x - x.mean(0)).square().sum()
    reported = json.loads((sae.FOLDER / "report.json").read_text())["fvu"]
    assert float(error) == pytest.approx(reported, abs=0.05)


def test_rows_tell_topics_apart(generated):
    """Conversations share more features with one of their own topic than with others."""
    table, truth = generated
    encoder = load_feature_encoder()
    rows = encoder.encode(table)
    assert rows["features"].list.len().max() <= 64
    assert rows["features"].list.len().median() >= 5
    weights = np.zeros((len(rows), encoder.autoencoder.width))
    for at, features in enumerate(rows["features"].to_list()):
        weights[at, features] = encoder.reference.idf[features]
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-12)
    similar = weights @ weights.T
    np.fill_diagonal(similar, -1)
    topics = truth["topic"].to_numpy()
    same = float(np.mean(topics[similar.argmax(1)] == topics))
    chance = float(np.mean(topics[:, None] == topics[None, :]))
    assert same > 8 * chance


def test_about_one_conversation_in_twenty_is_above_a_percentile(generated):
    """On text like that of the reference, so thresholds mean what they say."""
    encoder = load_feature_encoder()
    texts = conversation_texts(generated[0])
    pooled = pooled_features(texts, encoder.reader, encoder.autoencoder)
    kept = telling(pooled, encoder.reference, most=10_000)
    assert 0.03 < len(kept.features) / (len(texts) * encoder.autoencoder.width) < 0.07
