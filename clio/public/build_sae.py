"""Build the files of sae/: ``python -m clio.public.build_sae``, about seven minutes on one processor.

``python -m clio.public.build_sae labels`` makes the labels of its features again, three minutes of these, and leaves
all else as it is.

Features of the bundled encoder must be fixed without looking at any user's data, so the autoencoder is trained on
generated conversations and on the public phrases, measured on further generated conversations, and these tell what
is usual. The hash it prints is pinned in ``clio.public.sae``; training sums floats, so another processor may build
an equally good one with another hash.
"""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from clio.public.phrases import load_phrases
from clio.public.sae import FILES, FOLDER, hash_of
from clio.sae.activations import load_feature_encoder
from clio.sae.labels import Labelled, generated_text, label_features, nearest_features
from clio.sae.making import make_sae
from clio.sae.reference import REFERENCE as REFERENCE_FILE
from clio.sae.reference import write_reference
from clio.sae.texts import conversation_texts
from clio.sae.token_states import load_token_reader
from clio.sae.training import TrainingOptions, TrainingReport
from clio.synthetic.generator import generate

LAYER = 4
OPTIONS = TrainingOptions(kind="topk", width=2048, k=32, tokens=700_000, seed=0)
TRAINING, TRAINING_ACCOUNTS, TRAINING_SEED = 10_000, 4_000, 101
REFERENCE, REFERENCE_ACCOUNTS, REFERENCE_SEED = 3_000, 1_500, 102
HELD_OUT = 1_000
"""The conversations of the reference that the report is measured on."""


def training_texts() -> Iterator[str]:
    """Yield generated conversations with the public phrases between them."""
    phrases = iter(load_phrases().phrases)
    for text in _generated(TRAINING, TRAINING_ACCOUNTS, TRAINING_SEED):
        yield text
        yield from (phrase for phrase in [next(phrases, None)] if phrase is not None)


def reference_texts() -> list[str]:
    """Generated conversations that are not trained on."""
    return _generated(REFERENCE, REFERENCE_ACCOUNTS, REFERENCE_SEED)


def _generated(conversations: int, accounts: int, seed: int) -> list[str]:
    return conversation_texts(generate(conversations, accounts, seed)[0])


def build(folder: Path) -> TrainingReport:
    """Train and write into `folder`: weights in float16, in the format of SAELens."""
    return make_sae(
        folder,
        load_token_reader("bundled", LAYER),
        OPTIONS,
        training=training_texts,
        held_out=lambda: reference_texts()[:HELD_OUT],
        reference=reference_texts,
        formats=("saelens",),
        dtype=torch.float16,
    )


def label(folder: Path) -> Labelled:
    """Label the features of the SAE in `folder`, from generated conversations, and write that into its reference."""
    encoder = load_feature_encoder(str(folder))
    labelled = label_features(encoder, generated_text())
    reference = encoder.reference.labelled(labelled.features, nearest_features(encoder.autoencoder))
    write_reference(folder / REFERENCE_FILE, reference)
    return labelled


def report_text(figures: Mapping[str, float]) -> str:
    """The report for a reader."""
    rows = [
        ("fraction of variance unexplained", f"{figures['fvu']:.3f}"),
        ("active features per token (L0)", f"{figures['l0']:.1f}"),
        ("features active on no held-out token", f"{figures['dead_share']:.1%}"),
        ("tokens trained on", f"{figures['tokens']:,}"),
        ("held-out tokens", f"{figures['held_out_tokens']:,}"),
        ("processor time, encoder included", f"{figures['cpu_seconds']:.0f} s"),
        ("features with a label", f"{figures['labelled_share']:.1%}"),
        ("features with a label scored .8 or more", f"{figures['sure_share']:.1%}"),
        ("mean score of the labels", f"{figures['mean_score']:.3f}"),
        ("mean score of labels dealt at random", f"{figures['control_score']:.3f}"),
    ]
    lines = [
        "# The SAE of the bundled encoder",
        "",
        f"A TopK autoencoder of {OPTIONS.width:,} features, {OPTIONS.k} active a token, on the states of "
        f"all-MiniLM-L6-v2 after block {LAYER} of 6. Trained on {TRAINING:,} generated conversations and the public "
        "phrases, read until the tokens were reached; "
        f"measured on {HELD_OUT:,} generated conversations of another seed; what is usual was taken from "
        f"{REFERENCE:,} of these. Built by `python -m clio.public.build_sae`.",
        "",
        "| figure | value |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in rows),
        "",
        "Labels are one to three words of generated conversations on which a feature fires, by class-based TF-IDF; no "
        "language model was asked. A label's score is the lesser of two areas under the ROC curve on generated "
        "conversations of a third seed: texts in which the feature fires against others, and words on which it fires "
        "against the others of these texts, told apart by the label's words alone. Features that fire on function "
        "words, on punctuation or on many words have no label.",
        "",
        "Generated text is narrower than what people write: on real conversations more of the variance stays "
        "unexplained, and features are active more or less often than the reference says.",
    ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write the files and the report beside them, and print the figures and the hash to pin."""
    if list(arguments) == ["labels"]:
        figures = json.loads((FOLDER / "report.json").read_text("utf-8"))
    else:
        with TemporaryDirectory() as made:
            report = build(Path(made))
            FOLDER.mkdir(exist_ok=True)
            for name in FILES:
                shutil.copyfile(Path(made) / name, FOLDER / name)
        figures = {**report.figures(), "cpu_seconds": round(report.cpu_seconds)}
    figures |= label(FOLDER).figures()
    (FOLDER / "report.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    (FOLDER / "report.md").write_text(report_text(figures), "utf-8")
    sys.stdout.write(
        f"FVU {figures['fvu']:.3f}, {figures['labelled_share']:.1%} labelled, SHA-256 {hash_of(FOLDER)}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
