"""From conversations to rows of the table `activations`, with a small model and a small SAE."""

import dataclasses
import json

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_saes import random_sae

from clio import tables
from clio.errors import UserError
from clio.sae import activations
from clio.sae.activations import (
    ACTIVATIONS,
    FeatureEncoder,
    load_feature_encoder,
    long_form,
    measure_reference,
    pooled_features,
)
from clio.sae.formats import Origin, write_autoencoder
from clio.sae.pooling import telling
from clio.sae.saved import load_sae, write_sae
from clio.sae.texts import conversation_texts
from clio.sae.token_states import load_token_reader

SAID = [
    ["the cat sat on a mat", "every dog ran far away"],
    ["and then it ran from every dog"],
    [],
    ["far away the cat ran and ran from every dog on the mat and then it sat on a mat far away from it"],
    ["dog", None, "cat"],
    [""],
]


def frame(said: list[list[str | None]]) -> pl.DataFrame:
    roles = ["user", "assistant"]
    return pl.DataFrame(
        {
            "conversation_id": [f"c{at}" for at in range(len(said))],
            "messages": [
                [{"role": roles[at % 2], "content": text} for at, text in enumerate(texts)] for texts in said
            ],
        },
        schema={"conversation_id": pl.String, "messages": tables.MESSAGES},
    )


@pytest.fixture(scope="module")
def encoder(encoder_folder) -> FeatureEncoder:
    reader = load_token_reader(str(encoder_folder), 2)
    sae = random_sae(width=40, k=6, scale=0.5)
    usual = measure_reference(["the cat sat", "a dog ran", "on and on"] * 4, reader, sae)
    return FeatureEncoder(reader, sae, usual, "tiny")


def test_the_text_is_all_turns_in_order():
    assert conversation_texts(frame(SAID[:3])) == [
        "the cat sat on a mat\n\nevery dog ran far away",
        "and then it ran from every dog",
        "",
    ]
    assert conversation_texts(frame([["dog", None, "cat"]])) == ["dog\n\ncat"]


def test_a_row_for_each_conversation_with_ascending_features(encoder):
    found = encoder.encode(frame(SAID))
    assert found.schema == ACTIVATIONS
    assert found["conversation_id"].to_list() == [f"c{at}" for at in range(len(SAID))]
    assert found["features"][2].to_list() == found["features"][5].to_list() == [], "nothing is said"
    assert found["features"].list.len().to_list() == found["values"].list.len().to_list()
    assert len(found["features"][3]) > 0
    for features, values in found.select("features", "values").iter_rows():
        assert features == sorted(set(features))
        thresholds = encoder.reference.q95[np.array(features, int)]
        assert (np.array(values) > thresholds).all()


def test_a_value_is_the_largest_over_all_tokens_of_all_windows(encoder):
    (text,) = conversation_texts(frame(SAID[3:4]))
    largest = np.zeros(40, np.float32)
    for piece in encoder.reader.states([text], alone=True):
        latents = encoder.autoencoder.encode(piece.states)
        np.maximum.at(largest, latents.indices.numpy().astype(int), latents.values.numpy())
    row = encoder.encode(frame(SAID[3:4]), alone=True)
    kept = row["features"][0].to_numpy()
    np.testing.assert_array_equal(row["values"][0].to_numpy(), largest[kept])
    assert set(kept) == set(np.flatnonzero(largest > encoder.reference.q95))


@settings(max_examples=15)
@given(st.permutations(range(len(SAID))), st.integers(1, len(SAID)))
def test_a_row_encoded_alone_does_not_depend_on_other_conversations(encoder, order, count):
    whole = encoder.encode(frame(SAID), alone=True)
    chosen = list(order[:count])
    assert encoder.encode(frame(SAID)[chosen], alone=True).equals(whole[chosen])


def test_forward_passes_beside_each_other_change_no_bit(encoder):
    many = frame([*SAID] * 60)
    assert encoder.encode(many, threads=3).equals(encoder.encode(many))


def test_neighbours_change_no_more_than_rounding(encoder):
    together, own = encoder.encode(frame(SAID)), encoder.encode(frame(SAID), alone=True)
    for one, other in zip(together.iter_rows(), own.iter_rows(), strict=True):
        values = dict(zip(*one[1:], strict=True)), dict(zip(*other[1:], strict=True))
        shared = values[0].keys() & values[1].keys()
        assert len(values[0].keys() ^ values[1].keys()) <= 2
        for feature in shared:
            assert values[0][feature] == pytest.approx(values[1][feature], abs=0.1)


def test_chunks_give_what_the_whole_gives(encoder, monkeypatch):
    whole = encoder.encode(frame(SAID), alone=True)
    monkeypatch.setattr(activations, "CONVERSATIONS_AT_ONCE", 2)
    assert encoder.encode(frame(SAID), alone=True).equals(whole)
    assert encoder.encode(frame([])).schema == ACTIVATIONS


def test_the_reference_is_that_of_the_texts(encoder):
    texts = conversation_texts(frame(SAID))
    pooled = pooled_features(texts, encoder.reader, encoder.autoencoder)
    usual = measure_reference(iter(texts), encoder.reader, encoder.autoencoder)
    assert usual.conversations == len(texts)
    assert usual.features["documents"].to_list() == np.bincount(pooled.features, minlength=40).tolist()
    assert not len(telling(pooled, usual).texts), "in six conversations nothing is above the 95th percentile"


def test_the_long_form_has_a_row_for_each_feature(encoder):
    found = encoder.encode(frame(SAID))
    long = long_form(found)
    assert long.columns == ["conversation_id", "feature_id", "value"]
    assert long.height == found["features"].list.len().sum() > 0
    back = long.group_by("conversation_id", maintain_order=True).all()
    spoken = found.filter(pl.col("features").list.len() > 0)
    assert back.rows() == spoken.rows()


@pytest.fixture
def saved(encoder, encoder_folder, tmp_path):
    """The small SAE in a folder of Clio."""
    origin, digest = Origin("tiny", 2, 9), encoder.reader.sha256
    write_sae(tmp_path / "sae", encoder.autoencoder, origin, digest, encoder.reference, {"fvu": 1})
    return tmp_path / "sae"


def test_a_folder_of_clio_travels_with_its_reference_model_and_layer(saved, encoder, encoder_folder):
    loaded = load_feature_encoder(str(saved), str(encoder_folder))
    assert (loaded.reader.layer, loaded.reader.context) == (2, 9)
    assert loaded.reference.features.equals(encoder.reference.features)
    assert loaded.reference.conversations == 12
    assert loaded.fingerprint.startswith(load_sae(str(saved)).sha256)
    (facts,) = [json.loads((saved / "clio.json").read_text())]
    assert facts["training"] == {"fvu": 1}
    assert {path.stat().st_mode & 0o777 for path in saved.iterdir()} == {0o600}
    assert saved.stat().st_mode & 0o777 == 0o700


def test_what_does_not_belong_together_is_one_sentence(saved, encoder_folder, decoder_folder, tmp_path):
    with pytest.raises(UserError, match="reads the model tiny: give its folder as --model"):
        load_feature_encoder(str(saved))
    with pytest.raises(UserError, match="trained on another model"):
        load_feature_encoder(str(saved), str(decoder_folder(True)))
    with pytest.raises(UserError, match="reads layer 2, not 3"):
        load_feature_encoder(str(saved), str(encoder_folder), 3)
    write_autoencoder(tmp_path / "foreign", random_sae(), Origin(None, None, None))
    with pytest.raises(UserError, match="does not say which layer"):
        load_feature_encoder(str(tmp_path / "foreign"), str(encoder_folder))


@pytest.mark.parametrize("spoil", ["weights", "facts", "version", "reference"])
def test_a_folder_that_was_changed_is_refused(saved, spoil, encoder_folder):
    if spoil == "weights":
        write_autoencoder(saved, random_sae(width=40, k=6, seed=9), Origin("tiny", 2, 9))
    elif spoil == "reference":
        (saved / "reference.parquet").unlink()
    else:
        facts = json.loads((saved / "clio.json").read_text())
        facts |= {"version": 99} if spoil == "version" else {"reference_conversations": "many"}
        (saved / "clio.json").write_text(json.dumps(facts))
    with pytest.raises(UserError, match="copy the SAE again"):
        load_sae(str(saved))


def test_a_foreign_sae_is_measured_on_generated_conversations(encoder_folder, tmp_path, monkeypatch):
    monkeypatch.setattr(activations, "GENERATED", 100)
    monkeypatch.setattr(activations, "GENERATED_ACCOUNTS", 50)
    write_autoencoder(tmp_path / "layers.1", random_sae(), Origin(None, None, None), formats=("sparsify",))
    loaded = load_feature_encoder(str(tmp_path / "layers.1"), str(encoder_folder))
    assert loaded.reader.layer == 2
    assert loaded.reference.conversations == 100
    assert loaded.reference.features["documents"].max() > 5


def test_an_sae_of_another_width_is_one_sentence(encoder):
    other = dataclasses.replace(encoder, autoencoder=random_sae(d=5))
    with pytest.raises(UserError, match=r"states of 5 dimensions, and .* has 16"):
        other.encode(frame(SAID))
