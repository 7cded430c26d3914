"""Token states: those of the layer, without special tokens, whatever the windows and the batch."""

import json
import os
import re
import shutil

import numpy as np
import pytest
import torch
from tiny_saes import D

from clio.errors import UserError
from clio.sae import token_states
from clio.sae.token_states import load_token_reader

TEXTS = [
    "the cat sat on a mat",
    "every dog ran",
    "the cat",
    "far away from every dog and then on and on it ran",
    "",
]


def by_text(reader, texts, **options) -> dict[int, torch.Tensor]:
    """States of each text, in no order of tokens."""
    pieces = list(reader.states(texts, **options))
    owners = np.concatenate([piece.texts for piece in pieces])
    states = torch.cat([piece.states for piece in pieces])
    return {text: states[torch.from_numpy(owners == text)] for text in range(len(texts))}


def hidden_states(folder, text: str, layer: int) -> torch.Tensor:
    """The library's own hidden states of all tokens, special ones included."""
    from transformers import AutoModel, AutoTokenizer

    model = AutoModel.from_pretrained(folder, dtype=torch.float32).eval()
    with torch.no_grad():
        inputs = AutoTokenizer.from_pretrained(folder)(text, return_tensors="pt")
        found = model(
            input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"], output_hidden_states=True
        )
    return found.hidden_states[layer][0]


@pytest.fixture
def exact(monkeypatch):
    """Compute in float32 also where the processor has bfloat16."""
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)
    token_states.load_embedder.cache_clear()
    yield
    token_states.load_embedder.cache_clear()


@pytest.mark.parametrize("layer", [1, 2])
def test_states_of_an_encoder_are_those_of_the_layer_without_frame(encoder_folder, layer, exact):
    reader = load_token_reader(str(encoder_folder), layer)
    states = by_text(reader, TEXTS[:1])[0]
    expected = hidden_states(encoder_folder, TEXTS[0], layer)[1:-1]
    assert states.shape == (6, D)
    torch.testing.assert_close(states, expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("with_bos", [True, False])
def test_the_first_position_of_a_decoder_is_not_read(decoder_folder, with_bos, exact):
    """It is the BOS where the tokenizer writes one, else the token that others attend to in its place."""
    folder = decoder_folder(with_bos)
    states = by_text(load_token_reader(str(folder), 2), TEXTS[:1])[0]
    torch.testing.assert_close(states, hidden_states(folder, TEXTS[0], 2)[1:], rtol=1e-4, atol=1e-5)


def test_the_pass_ends_at_the_layer(encoder_folder):
    reader = load_token_reader(str(encoder_folder), 2)
    reached = []
    for at, block in enumerate(reader._model.encoder.layer):
        block.register_forward_pre_hook(lambda *_, at=at: reached.append(at))
    list(reader.states(TEXTS[:1]))
    assert reached == [0, 1]


def test_a_long_text_is_cut_into_windows_within_the_limit(encoder_folder):
    reader = load_token_reader(str(encoder_folder), 1)
    assert reader.context == 12, "positions of the model"
    text = " ".join(["dog"] * 23)
    windows = list(reader.windows(0, text))
    assert [len(window.ids) for window in windows] == [12, 12, 5]
    assert [sum(window.read) for window in windows] == [10, 10, 3]
    assert all((window.ids[0], window.ids[-1]) == (101, 102) for window in windows)
    assert load_token_reader(str(encoder_folder), 1, context=7).context == 7


def test_special_tokens_written_in_a_text_are_not_read_but_unknown_words_are(encoder_folder):
    (window,) = load_token_reader(str(encoder_folder), 1).windows(0, "cat [SEP] dog [UNK]")
    assert window.read == [False, True, False, True, True, False]


@pytest.mark.parametrize("alone", [False, True])
def test_neighbours_in_the_batch_change_no_more_than_rounding(encoder_folder, alone, exact):
    reader = load_token_reader(str(encoder_folder), 2)
    together = by_text(reader, TEXTS, alone=alone)
    assert len(together[4]) == 0, "nothing is said"
    for number, text in enumerate(TEXTS[:-1]):
        own = by_text(reader, [text], alone=alone)[0]
        if alone:
            assert own.numpy().tobytes() == together[number].numpy().tobytes()
        torch.testing.assert_close(own, together[number], rtol=1e-4, atol=1e-5)


def test_alone_is_a_forward_pass_without_padding_for_each_window(encoder_folder):
    reader = load_token_reader(str(encoder_folder), 1)
    shapes = []
    reader._model.register_forward_pre_hook(
        lambda module, args, kwargs: shapes.append(tuple(kwargs["input_ids"].shape)), with_kwargs=True
    )
    list(reader.states(TEXTS, alone=True))
    assert shapes == [(1, 8), (1, 5), (1, 4), (1, 12), (1, 4)]


def test_a_forward_pass_holds_a_bounded_number_of_tokens(encoder_folder, monkeypatch):
    monkeypatch.setattr(token_states, "TOKENS_AT_ONCE", 30)
    reader = load_token_reader(str(encoder_folder), 1)
    sizes = []
    reader._model.register_forward_pre_hook(
        lambda module, args, kwargs: sizes.append(kwargs["input_ids"].numel()), with_kwargs=True
    )
    states = by_text(reader, TEXTS * 3)
    assert max(sizes) <= 30
    assert [len(states[at]) for at in range(5)] == [6, 3, 2, 12, 0]


@pytest.mark.parametrize("layer", [0, 4])
def test_a_layer_that_is_not_there(encoder_folder, layer):
    with pytest.raises(UserError, match="has 3 blocks: choose a --layer from 1 to 3"):
        list(load_token_reader(str(encoder_folder), layer).states(["cat"]))


def test_a_folder_without_a_model_is_one_sentence(tmp_path):
    with pytest.raises(UserError, match="not a folder with a Hugging Face model"):
        load_token_reader(str(tmp_path), 1)
    (tmp_path / "config.json").write_text("no JSON")
    with pytest.raises(UserError, match="is no JSON object"):
        load_token_reader(str(tmp_path), 1)


@pytest.mark.parametrize(
    "spoil",
    ["no tokenizer", "no weights", "half the weights", "code of its own"],
)
def test_a_model_that_cannot_be_read_is_one_sentence(spoil, encoder_folder, tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(encoder_folder, folder)
    weights = folder / "model.safetensors"
    if spoil == "no tokenizer":
        for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
            (folder / name).unlink()
    elif spoil == "no weights":
        weights.unlink()
    elif spoil == "half the weights":
        os.truncate(weights, weights.stat().st_size // 2)
    else:
        cfg = json.loads((folder / "config.json").read_text())
        cfg |= {"model_type": "mine", "auto_map": {"AutoConfig": "mine.Config", "AutoModel": "mine.Model"}}
        (folder / "config.json").write_text(json.dumps(cfg))
        (folder / "mine.py").write_text("raise SystemExit('this code was run')")
    with pytest.raises(UserError, match=re.escape(str(folder)) + " holds no .* copy") as raised:
        list(load_token_reader(str(folder), 1).states(["cat"]))
    assert "\n" not in str(raised.value)
