"""A small encoder with random weights, written by the same library that wrote the bundled one."""

import shutil
from pathlib import Path

from clio.clustering.embedding import bundled_folder


def write_tiny_encoder(folder: Path) -> None:
    """Write a sentence-transformers model of one layer and 32 dimensions with the bundled vocabulary."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel

    words = folder / "words"
    words.mkdir()
    for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
        shutil.copy(bundled_folder() / name, words / name)
    torch.manual_seed(0)
    shape = BertConfig(
        vocab_size=30522,
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=128,
    )
    BertModel(shape).save_pretrained(words)
    transformer = Transformer(str(words), max_seq_length=64)
    SentenceTransformer(modules=[transformer, Pooling(32)], device="cpu").save(str(folder))
    shutil.rmtree(words)
