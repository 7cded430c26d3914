"""A decoder with random weights, small enough for every test: GPT-2's architecture over a vocabulary of whole words."""

from pathlib import Path

# fmt: off
WORDS = [
    "the", "cat", "sat", "on", "a", "mat", "and", "then", "it", "ran", "far", "away",
    "from", "every", "dog", "password", "passwords", "login", "river", "moon",
]
# fmt: on
D, BLOCKS, CONTEXT = 16, 3, 32


def write_tiny_decoder(folder: Path) -> None:
    """Write model, head and tokenizer as a Hugging Face folder."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast

    vocabulary = {word: at for at, word in enumerate(["<end>", "<unk>", *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, eos_token="<end>", unk_token="<unk>", model_max_length=CONTEXT
    ).save_pretrained(folder)
    torch.manual_seed(6)
    shape = {"n_embd": D, "n_layer": BLOCKS, "n_head": 2, "n_positions": CONTEXT}
    ends = {"bos_token_id": 0, "eos_token_id": 0}
    GPT2LMHeadModel(
        GPT2Config(vocab_size=len(vocabulary), initializer_range=0.3, **shape, **ends)
    ).save_pretrained(folder)
