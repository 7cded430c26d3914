"""Small models on disk."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from tiny_saes import D

from clio.clustering.embedding import bundled_folder

BLOCKS = 3
WORDS = [
    "the",
    "cat",
    "sat",
    "on",
    "a",
    "mat",
    "and",
    "then",
    "it",
    "ran",
    "far",
    "away",
    "from",
    "every",
    "dog",
]


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    """As when a model is read: threads that wait for each other take longest on a busy machine."""
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def encoder_folder(once) -> Path:
    """A BERT of three blocks and 16 dimensions with the bundled vocabulary, for windows of 12 tokens."""

    def build(folder: Path) -> None:
        from transformers import BertConfig, BertModel

        for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
            shutil.copy(bundled_folder() / name, folder / name)
        torch.manual_seed(3)
        shape = {
            "hidden_size": D,
            "num_hidden_layers": BLOCKS,
            "num_attention_heads": 2,
            "intermediate_size": 32,
        }
        BertModel(BertConfig(vocab_size=30522, max_position_embeddings=12, **shape)).save_pretrained(folder)

    return once("sae-encoder", build)


@pytest.fixture(scope="session")
def decoder_folder(once) -> Callable[[bool], Path]:
    """decoder_folder(with_bos) -> a Llama of three blocks and 16 dimensions, whose tokenizer may write a BOS."""

    def made(with_bos: bool) -> Path:
        return once(f"sae-decoder-{with_bos}", lambda folder: _write_decoder(folder, with_bos))

    return made


def _write_decoder(folder: Path, with_bos: bool) -> None:
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import LlamaConfig, LlamaModel, PreTrainedTokenizerFast

    vocabulary = {word: at for at, word in enumerate(["<s>", "<unk>", *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    if with_bos:
        tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 0)])
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<s>", unk_token="<unk>", model_max_length=32
    ).save_pretrained(folder)
    torch.manual_seed(4)
    shape = {"hidden_size": D, "num_hidden_layers": BLOCKS, "num_attention_heads": 2, "intermediate_size": 32}
    LlamaModel(
        LlamaConfig(vocab_size=len(vocabulary), max_position_embeddings=32, num_key_value_heads=2, **shape)
    ).save_pretrained(folder)
