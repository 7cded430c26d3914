"""A small decoder trained on conversations that Clio generates: GPT-2's architecture, 2.6 million parameters.

    PYTHONPATH=. python tests/decoders.py FOLDER

No model can be downloaded where the tests run, and random weights say nothing, so what a feature does to a decoder's
output is tested on this one. It takes about five minutes of one processor; tests train it once per machine, into the
user's cache (XDG_CACHE_HOME).
"""

import json
import math
import shutil
import sys
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import torch
from filelock import FileLock
from platformdirs import user_cache_path

from clio.sae.texts import conversation_texts
from clio.synthetic.generator import generate

CONVERSATIONS, ACCOUNTS, SEED = 8_000, 3_000, 201
VOCABULARY, CONTEXT = 4096, 128
SHAPE = {"n_embd": 192, "n_layer": 4, "n_head": 6}
STEPS, BATCH, RATE, WARM_UP = 800, 8, 2e-3, 50
"""Of 8 x 128 tokens each: 820,000 tokens in all, a little more than the text has."""
END = "<|endoftext|>"


def texts() -> list[str]:
    """What it is trained on."""
    return conversation_texts(generate(CONVERSATIONS, ACCOUNTS, SEED)[0])


def cached_decoder() -> Path:
    """The folder of a decoder trained by this very script on these very texts, made where it is not there yet."""
    key = blake2b(Path(__file__).read_bytes(), digest_size=8)
    for text in texts():
        key.update(text.encode())
    home = user_cache_path("clio-tests", ensure_exists=True)
    folder = home / f"decoder-{key.hexdigest()}"
    with FileLock(home / f"{folder.name}.lock"):
        if not folder.is_dir():
            part = home / f"{folder.name}.part"
            shutil.rmtree(part, ignore_errors=True)
            write_decoder(part)
            part.rename(folder)
    return folder


def write_decoder(folder: Path) -> None:
    """Train it and write it as a Hugging Face model, with training.json; the same seed gives the same weights."""
    from transformers import GPT2Config, GPT2LMHeadModel

    started = time.process_time()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    folder.mkdir(parents=True)
    ids = _write_tokenizer(folder, texts())
    ends = dict.fromkeys(("bos_token_id", "eos_token_id"), VOCABULARY - 1)
    no_dropout = dict.fromkeys(("resid_pdrop", "embd_pdrop", "attn_pdrop"), 0.0)
    model = GPT2LMHeadModel(
        GPT2Config(vocab_size=VOCABULARY, n_positions=CONTEXT, **SHAPE, **ends, **no_dropout)
    )
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, _share_of_rate)
    held_out, ids = ids[: BATCH * 8 * CONTEXT].view(-1, BATCH, CONTEXT), ids[BATCH * 8 * CONTEXT :]
    for batch in _batches(ids):
        loss = model(input_ids=batch, labels=batch).loss
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        rate.step()
    with torch.no_grad():
        losses = [float(model(input_ids=batch, labels=batch).loss) for batch in held_out]
    model.save_pretrained(folder)
    facts = {
        "parameters": sum(one.numel() for one in model.parameters()),
        "tokens_of_text": len(ids),
        "tokens_trained_on": STEPS * BATCH * CONTEXT,
        "last_loss_nats": round(float(loss.detach()), 3),
        "held_out_loss_nats": round(sum(losses) / len(losses), 3),
        "cpu_seconds": round(time.process_time() - started),
    }
    (folder / "training.json").write_text(json.dumps(facts, indent=1))


def _write_tokenizer(folder: Path, corpus: list[str]) -> torch.Tensor:
    """Byte-pair encoding of bytes, learned from the text; returns the ids of all texts with END between them."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=VOCABULARY - 1, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(corpus, trainer)
    tokenizer.add_special_tokens([END])
    assert tokenizer.token_to_id(END) == VOCABULARY - 1
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, eos_token=END, bos_token=END, model_max_length=CONTEXT
    ).save_pretrained(folder)
    encoded = tokenizer.encode_batch(corpus)
    return torch.tensor([one for text in encoded for one in [*text.ids, VOCABULARY - 1]])


def _batches(ids: torch.Tensor) -> Iterator[torch.Tensor]:
    """Yield STEPS batches [BATCH, CONTEXT] from random places of the text, each once in a pass."""
    generator = torch.Generator().manual_seed(SEED)
    steps = 0
    while True:
        shift = int(torch.randint(CONTEXT, (), generator=generator))
        whole = ids[shift:]
        rows = whole[: len(whole) // CONTEXT * CONTEXT].view(-1, CONTEXT)
        for chosen in torch.randperm(len(rows), generator=generator).split(BATCH)[:-1]:
            if steps == STEPS:
                return
            steps += 1
            yield rows[chosen]


def _share_of_rate(step: int) -> float:
    """A short rise, then a half cosine down to a tenth."""
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    return 0.55 + 0.45 * math.cos(math.pi * (step - WARM_UP) / (STEPS - WARM_UP))


if __name__ == "__main__":
    write_decoder(Path(sys.argv[1]))
