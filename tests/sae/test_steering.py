"""Steering pushes the states of a decoder, and compares what it then expects with random pushes of the same length."""

import json

import numpy as np
import polars as pl
import pytest
import torch
from tiny_decoders import BLOCKS, WORDS, D, write_tiny_decoder
from tiny_saes import random_sae
from transformers import AutoModelForCausalLM

from clio.cli.main import exit_code
from clio.errors import UserError
from clio.sae.decoders import load_decoder, prompts_of
from clio.sae.following import LEAST_FIRINGS, LEAST_TIMES, MOST_TOKENS, following_tokens
from clio.sae.formats import Origin
from clio.sae.reference import SCHEMA, Reference
from clio.sae.saved import add_labels, write_sae
from clio.sae.steer_report import outcome_of
from clio.sae.steering import changes, drawn_features, label_tokens, pushes, sign_test, steer, steered
from clio.sae.token_states import load_token_reader

LAYER, WIDTH = 2, 24
CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def folder(once):
    return once("tiny-decoder", write_tiny_decoder)


@pytest.fixture(scope="module")
def decoder(folder):
    return load_decoder(folder, LAYER, CPU)


@pytest.fixture(scope="module")
def prompts():
    return torch.randint(2, 2 + len(WORDS), (5, 6), generator=torch.Generator().manual_seed(0))


def test_a_push_is_added_after_its_block_at_every_position(folder, decoder, prompts):
    """As if the bias of the block's last layer were larger by it."""
    push = torch.randn(D, generator=torch.Generator().manual_seed(1))
    model = AutoModelForCausalLM.from_pretrained(folder).eval()
    with torch.no_grad():
        model.transformer.h[LAYER - 1].mlp.c_proj.bias += push
        logits = model(input_ids=prompts).logits
    wanted = logits.log_softmax(2).mean((0, 1))
    asked = torch.tensor([3, 9, 4])
    before = decoder.expected(prompts, asked)
    torch.testing.assert_close(decoder.expected(prompts, asked, push), wanted[asked], atol=1e-5, rtol=1e-5)
    assert not torch.allclose(before, wanted[asked], atol=1e-3)
    assert decoder.expected(prompts, asked).equal(before), "the push is gone afterwards"


def test_many_prompts_are_read_as_one(decoder, prompts, monkeypatch):
    asked = torch.tensor([3, 9])
    whole = decoder.expected(prompts, asked)
    monkeypatch.setattr("clio.sae.decoders.PROMPTS_AT_ONCE", 2)
    torch.testing.assert_close(decoder.expected(prompts, asked), whole)


def test_what_is_written_depends_on_the_seed_and_the_push_alone(decoder, prompts):
    push = 50 * torch.nn.functional.one_hot(torch.tensor(3), D).float()
    told = [
        decoder.written(prompts[0], 8, seed, with_push)
        for seed, with_push in ((0, None), (0, push), (1, None))
    ]
    assert decoder.written(prompts[0], 8, 0) == told[0]
    assert len(set(told)) == 3
    assert set(" ".join(told).split()) <= {*WORDS, "<unk>"}


def test_pushes_have_one_length(decoder, prompts):
    length = decoder.state_length(prompts)
    assert length > 0
    rows = pushes(random_sae(width=WIDTH), [3, 7], 2 * length)
    torch.testing.assert_close(rows.norm(dim=1), torch.full((2,), 2 * length))
    told = changes(decoder, prompts, [3, 4], torch.cat([rows, torch.zeros(1, D)]))
    assert told.shape == (3, 2)
    assert told[2].tolist() == [0, 0]


def test_tokens_of_a_label_are_its_words_in_all_their_forms(decoder):
    words = decoder.word_tokens()
    assert "<end>" not in words.values()
    place = {word: at for at, word in words.items()}
    found = label_tokens({4: "password, login", 5: "sit", 6: "elephant"}, words)
    assert found == {
        4: sorted([place["password"], place["passwords"], place["login"]]),
        5: [place["sat"]],
    }


def test_tokens_that_begin_no_word_are_none():
    class Vocabulary:
        all_special_ids = (0,)

        def __len__(self):
            return 4

        def convert_ids_to_tokens(self, ids):
            return [["<end>", "Ġpass", "pass", "Ġword"][at] for at in ids]

        def decode(self, ids):
            return ["<end>", " pass", "pass", " word"][ids[0]]

    from clio.sae.decoders import Decoder

    assert Decoder(None, None, Vocabulary(), CPU).word_tokens() == {1: "pass", 3: "word"}


def test_prompts_are_the_beginnings_of_texts_that_are_long_enough():
    assert prompts_of([[1, 2], [3, 4, 5], [6, 7, 8, 9]], 3, 5).tolist() == [[3, 4, 5], [6, 7, 8]]
    assert prompts_of([[1, 2, 3], [4, 5, 6]], 3, 1).tolist() == [[1, 2, 3]]
    assert prompts_of([[1]], 3, 1).shape == (0, 3)


def test_only_features_that_are_active_are_drawn():
    active = np.array([True, False, True, True, False])
    assert drawn_features(active, 9, 0) == [0, 2, 3]
    assert drawn_features(active, 2, 1) == drawn_features(active, 2, 1)


def test_a_feature_that_makes_its_word_likely_is_told_from_one_that_does_not(decoder, prompts):
    """Features 0 .. 3 are the gradients of four words' log-probability; the others are random."""
    words = ("cat", "moon", "river", "login")
    place = {word: at for at, word in decoder.word_tokens().items()}
    sae = random_sae(width=WIDTH)
    eyes = torch.eye(D) * 0.1
    told = changes(decoder, prompts, [place[word] for word in words], torch.cat([eyes, -eyes]))
    sae.W_dec[:4] = torch.tensor(told[:D] - told[D:], dtype=torch.float32).T
    wanted = {feature: [place[word]] for feature, word in enumerate(words)}
    rises = steer(decoder, sae, prompts, [wanted, {}], range(4, WIDTH), 0.5)
    found = steered(rises, wanted, dict(enumerate(words)), decoder.text)
    assert [one.tokens for one in found] == [[word] for word in words]
    assert all(one.change > one.random_median for one in found)
    assert np.mean([one.percentile for one in found]) > 0.8
    for one in found:
        assert one.percentile_interval.low <= one.percentile <= one.percentile_interval.high
    outcome = outcome_of(found)
    assert outcome.own.wins == 4
    assert outcome.dealt.wins < 4
    assert steered(rises, {}, {}, decoder.text) == []


def test_the_sign_test_is_one_sided():
    assert sign_test([(1, 0)] * 10) == (10, 10, pytest.approx(2**-10))
    assert sign_test([(0, 1)] * 10).p_value == pytest.approx(1)
    assert sign_test([]) == (0, 0, 1.0)


def test_what_is_no_decoder_is_refused(folder, encoder_folder, decoder_folder):
    with pytest.raises(UserError, match="holds no decoder"):
        load_decoder(encoder_folder, 1, CPU)
    with pytest.raises(UserError, match="holds no decoder"):
        load_decoder(decoder_folder(False), 1, CPU)
    with pytest.raises(UserError, match=f"from 1 to {BLOCKS}"):
        load_decoder(folder, BLOCKS + 1, CPU)


def test_a_masked_language_model_is_an_encoder(encoder_folder, tmp_path):
    import shutil

    from transformers import BertConfig, BertLMHeadModel

    shutil.copytree(encoder_folder, tmp_path / "masked", ignore=shutil.ignore_patterns("model*"))
    config = BertConfig.from_pretrained(encoder_folder)
    BertLMHeadModel(config).save_pretrained(tmp_path / "masked")
    with pytest.raises(UserError, match="holds an encoder"):
        load_decoder(tmp_path / "masked", 1, CPU)


@pytest.fixture
def labelled(folder, tmp_path):
    """An SAE on the tiny decoder, two of whose features have labels, one of them a sure one."""
    labels = pl.Series([None] * WIDTH, dtype=pl.String).to_list()
    labels[3], labels[5] = "password, login", "moon"
    ids = np.arange(WIDTH)
    table = pl.DataFrame(
        {
            "feature_id": ids, "documents": [7] * WIDTH, "q95": [0.1] * WIDTH, "q99": [0.2] * WIDTH,
            "q998": [0.3] * WIDTH, "label": labels, "label_score": [0.9 if at == 3 else 0.6 for at in ids],
            "nearest": [[0]] * WIDTH,
        },
        schema=SCHEMA,
    )  # fmt: skip
    origin, reference = Origin("tiny", LAYER, 16), Reference(table, 10)
    write_sae(tmp_path / "sae", random_sae(width=WIDTH), origin, None, reference, {})
    add_labels(tmp_path / "sae", reference, origin, None, {})
    return tmp_path / "sae"


@pytest.fixture
def public(tmp_path):
    draw = np.random.default_rng(0)
    rows = [
        {
            "conversation_id": str(at),
            "account_id": "a",
            "messages": [{"role": "user", "content": " ".join(draw.choice(WORDS, 12))}],
        }
        for at in range(30)
    ]
    path = tmp_path / "public.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_the_command_writes_a_report(labelled, public, folder, tmp_path, capsys):
    out = tmp_path / "report"
    command = ["sae", "steer", labelled, "--model", folder, "--out", out, "--text", public, "--random", 9]
    command += ["--prompts", 4, "--prompt-tokens", 6]
    assert exit_code([str(word) for word in command]) == 0
    told = json.loads((out / "steer.json").read_text())
    (words,) = told["words"]["features"]
    assert (words["feature_id"], words["tokens"]) == (3, ["password", "passwords", "login"])
    assert (told["prompts"], told["layer"], told["random"], told["texts"]) == (4, LAYER, 9, 24)
    page = (out / "steer.md").read_text()
    assert "| 3 | password, login | password, passwords, login |" in page
    assert "- without: `" in page
    assert out.stat().st_mode & 0o777 == 0o700
    assert (out / "steer.md").stat().st_mode & 0o777 == 0o600
    assert "1 features raise" in capsys.readouterr().out
    assert exit_code([str(word) for word in [*command, "--features", "5,3"]]) == 0
    assert len(json.loads((out / "steer.json").read_text())["words"]["features"]) == 2


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--features", "4"], "feature 4 has no label"),
        (["--features", "a"], "give numbers"),
        (["--strength", "0"], "other than 0"),
        (["--prompt-tokens", "20"], "No text has 20 tokens"),
        (["--layer", "1"], "reads layer 2, not 1"),
    ],
)
def test_wrong_use_is_one_sentence(labelled, public, folder, tmp_path, capsys, more, told):
    command = [
        "sae",
        "steer",
        labelled,
        "--model",
        folder,
        "--out",
        tmp_path / "new",
        "--text",
        public,
        *more,
    ]
    assert exit_code([str(word) for word in command]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_an_sae_without_labels_is_refused(labelled, folder, public, tmp_path, capsys):
    table = pl.read_parquet(labelled / "reference.parquet").with_columns(label=pl.lit(None, pl.String))
    table.write_parquet(labelled / "reference.parquet")
    command = ["sae", "steer", labelled, "--model", folder, "--out", tmp_path / "new", "--text", public]
    assert exit_code([str(word) for word in command]) == 2
    assert "make them by clio sae label" in capsys.readouterr().err


def test_what_follows_a_feature_is_counted_where_it_fires(folder):
    """Against loops over tokens; a special token is nothing that follows, nor is the next window's first."""
    reader, sae = load_token_reader(str(folder), LAYER, 8), random_sae(width=WIDTH)
    draw = np.random.default_rng(1)
    texts = [" ".join(draw.choice(WORDS, 20)) for _ in range(60)]
    usual = np.full(WIDTH, 0.1, np.float32)
    after, anywhere = np.zeros((WIDTH, 2 + len(WORDS))), np.zeros(2 + len(WORDS))
    for at, text in enumerate(texts):
        for window in reader.windows(at, text):
            indices, values = sae.encode(reader.read([window]).states)
            read = [place for place, is_read in enumerate(window.read) if is_read]
            for row, place in enumerate(read):
                if place + 1 in read:
                    anywhere[window.ids[place + 1]] += 1
                    for feature, value in zip(indices[row].tolist(), values[row].tolist(), strict=True):
                        after[feature, window.ids[place + 1]] += value > usual[feature]
    found = following_tokens(texts, reader, sae, usual)
    enough = np.flatnonzero(after.sum(1) >= LEAST_FIRINGS)
    assert set(found) <= set(enough.tolist())
    assert len(found) > 5
    kinds = int((anywhere > 0).sum())
    for feature, tokens in found.items():
        share = after[feature] / after[feature].sum()
        weight = share * np.log(np.maximum(share, 1e-9) / ((anywhere + 1) / (anywhere.sum() + kinds)))
        weight[after[feature] < LEAST_TIMES] = -1
        best = np.argsort(-weight, kind="stable")[: min(MOST_TOKENS, int((weight > 0).sum()))]
        assert tokens == best.tolist()
