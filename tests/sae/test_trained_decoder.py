"""A decoder trained on generated conversations, and labels of an SAE on it beside the same labels dealt at random."""

import json

import pytest
from decoders import cached_decoder

from clio.sae.activations import load_feature_encoder
from clio.sae.decoders import load_decoder, prompts_of
from clio.sae.following import following_tokens
from clio.sae.labels import PublicText, label_features
from clio.sae.making import make_sae
from clio.sae.steer_report import outcome_of
from clio.sae.steering import drawn_features, steer, steered
from clio.sae.texts import conversation_texts
from clio.sae.token_states import load_token_reader
from clio.sae.training import TrainingOptions
from clio.synthetic.generator import generate

pytestmark = pytest.mark.slow

LAYER = 2
OPTIONS = TrainingOptions(width=512, k=16, tokens=120_000)
CONVERSATIONS, ACCOUNTS, SEED = 3_000, 1_000, 7


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return conversation_texts(generate(CONVERSATIONS, ACCOUNTS, SEED)[0])


@pytest.fixture(scope="module")
def decoder_folder():
    return cached_decoder()


@pytest.fixture(scope="module")
def encoder(texts, decoder_folder, tmp_path_factory):
    """An SAE on the decoder's layer, measured on other conversations."""
    folder = tmp_path_factory.mktemp("sae")
    reader = load_token_reader(str(decoder_folder), LAYER)
    report = make_sae(
        folder,
        reader,
        OPTIONS,
        training=lambda: texts[:2600],
        held_out=lambda: texts[2600:],
        reference=lambda: texts,
    )
    assert report.fvu < 0.5
    return load_feature_encoder(str(folder), str(decoder_folder), LAYER)


@pytest.fixture(scope="module")
def labelled(texts, encoder):
    return label_features(encoder, PublicText(lambda: texts[:1500], lambda: texts[1500:]))


def test_the_decoder_has_learnt_its_text_in_ten_minutes(decoder_folder):
    told = json.loads((decoder_folder / "training.json").read_text())
    assert 2_000_000 <= told["parameters"] <= 5_000_000
    assert told["cpu_seconds"] <= 600
    assert told["held_out_loss_nats"] < 5.5, "a uniform guess costs 8.3"


def test_labels_are_worth_more_than_the_same_labels_dealt_at_random(labelled):
    figures = labelled.figures()
    for name in ("detection", "fuzzing"):
        assert figures[f"mean_{name}"] > 0.65
        assert figures[f"control_{name}"] == pytest.approx(0.5, abs=0.05)
    assert figures["control_sure_share"] < figures["sure_share"] / 10


def test_a_push_along_a_feature_raises_what_follows_it(texts, encoder, decoder_folder):
    """And neither what follows other features, nor do random features raise it as much: a sign test over features."""
    reader = encoder.reader
    follow = following_tokens(texts[:1500], reader, encoder.autoencoder, encoder.reference.q95)
    wanted = dict(list(follow.items())[:60])
    starts = prompts_of([next(reader.windows(0, text)).ids for text in texts[1500:1700] if text], 32, 24)
    decoder = load_decoder(decoder_folder, LAYER, reader.device)
    active = encoder.reference.features["documents"].to_numpy() > 0
    length = 0.1 * decoder.state_length(starts)
    rises = steer(decoder, encoder.autoencoder, starts, [wanted], drawn_features(active, 50, 0), length)
    outcome = outcome_of(steered(rises, wanted, dict.fromkeys(wanted, ""), decoder.text))
    assert outcome.own.features == 60
    assert outcome.own.p_value < 1e-9
    assert outcome.dealt.p_value > 1e-3
