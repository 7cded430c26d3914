"""clio sae steer: push a decoder along the features of an SAE, and tell whether it then says what their labels say."""

import tempfile
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clio.cli.options import Format
from clio.cli.sae_options import Layer, check_folder, read_corpus
from clio.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from torch import Tensor

    from clio.sae.decoders import Decoder
    from clio.sae.reference import Reference
    from clio.sae.steer_report import Sample
    from clio.sae.steering import Steered
    from clio.sae.token_states import TokenReader

TEXTS_READ = 500
"""Texts that prompts are looked for in."""
SAMPLES, WRITTEN, BEGINNING = 5, 24, 12
"""Features that a sample is written of, the most sure first; its tokens, and those of its prompt."""


def steer(
    sae: Annotated[Path, typer.Argument(metavar="SAE", help="Folder of an SAE on a decoder, with labels.")],
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder that gets steer.json and steer.md.")
    ],
    model: Annotated[
        str,
        typer.Option(metavar="PATH", help="Folder of the Hugging Face decoder that the SAE was trained on."),
    ],
    layer: Layer = None,
    features: Annotated[
        str | None,
        typer.Option(
            metavar="NUMBERS", show_default="those with a sure label", help="Features to push, by commas."
        ),
    ] = None,
    most: Annotated[
        int, typer.Option(metavar="NUMBER", help="Features at most, the surest labels first.", min=1)
    ] = 100,
    strength: Annotated[
        float,
        typer.Option(
            metavar="NUMBER", help="Length of the push, in median lengths of a state; may be negative."
        ),
    ] = 0.1,
    random: Annotated[
        int, typer.Option(metavar="NUMBER", help="Random features to compare with.", min=5)
    ] = 50,
    prompts: Annotated[
        int, typer.Option(metavar="NUMBER", help="Prompts, each the beginning of a text.", min=1)
    ] = 24,
    prompt_tokens: Annotated[
        int, typer.Option("--prompt-tokens", metavar="NUMBER", help="Tokens of a prompt.", min=2)
    ] = 32,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="FILE",
            show_default="conversations that Clio generates",
            help="Public text that prompts are taken from; the report holds some of it.",
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option(metavar="NUMBER", help="Seed of random features and samples.", min=0)
    ] = 0,
    input_format: Format = None,
) -> None:
    """Push a decoder along features and tell whether it then expects the words of their labels, beside random ones."""
    from clio.sae.activations import load_feature_encoder
    from clio.sae.decoders import load_decoder
    from clio.sae.labels import generated_text
    from clio.sae.steer_report import STEER_JSON, write_report
    from clio.sae.steering import drawn_features
    from clio.sae.steering import steer as steered_by

    if not strength or abs(strength) == float("inf") or strength != strength:
        raise UserError(f"--strength {strength}: give a number other than 0.")
    check_folder(out, STEER_JSON, "holds no earlier report")
    encoder = load_feature_encoder(str(sae), model, layer)
    reader = encoder.reader
    decoder = load_decoder(reader.folder, reader.layer, reader.device)
    labels = _labels(encoder.reference, features, most, sae)
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as folder:
        texts: Iterable[str] = generated_text().held_out()
        if text:
            texts = read_corpus(text, Path(folder), input_format).training()
        starts = _prompts(reader, list(islice(texts, TEXTS_READ)), prompts, prompt_tokens)
    length = strength * decoder.state_length(starts)
    active = encoder.reference.features["documents"].to_numpy() > 0
    others = drawn_features(active, random, seed)
    steered = steered_by(decoder, encoder.autoencoder, starts, labels, others, length, seed)
    if not steered:
        raise UserError("No label has a word that is one token of the model: choose other --features.")
    samples = [
        _sample(decoder, starts, one, encoder.autoencoder.W_dec[one.feature_id], length, seed)
        for one in steered[:SAMPLES]
    ]
    facts = {
        "model": reader.name,
        "layer": reader.layer,
        "strength": strength,
        "push_length": length,
        "prompts": len(starts),
        "prompt_tokens": prompt_tokens,
        "random": len(others),
        "seed": seed,
        "without_tokens": len(labels) - len(steered),
    }
    write_report(out, facts, steered, samples)
    _conclude(steered, samples, out)


def _labels(reference: "Reference", features: str | None, most: int, sae: Path) -> dict[int, str]:
    """Feature and label of those to push, the surest first."""
    import polars as pl

    from clio.release.schema import SURE

    known = reference.features.select("feature_id", "label", "label_score").drop_nulls("label")
    if not known.height:
        raise UserError(f"The SAE {sae} has no labels: make them by clio sae label {sae}.")
    if features is None:
        chosen = known.filter(pl.col("label_score") >= SURE)
        if not chosen.height:
            raise UserError(f"No label of the SAE {sae} is sure: name features by --features.")
    else:
        try:
            wanted = [int(part) for part in features.split(",")]
        except ValueError:
            raise UserError(f"--features {features:.40}: give numbers, separated by commas.") from None
        chosen = known.filter(pl.col("feature_id").is_in(wanted))
        if without := sorted(set(wanted) - set(chosen["feature_id"])):
            raise UserError(f"--features: feature {without[0]} has no label, choose features with one.")
    ordered = chosen.sort("label_score", "feature_id", descending=[True, False], nulls_last=True).head(most)
    return dict(ordered.select("feature_id", "label").iter_rows())


def _prompts(reader: "TokenReader", texts: list[str], most: int, length: int) -> "Tensor":
    """The beginnings of texts that are long enough, token ids [n, length]."""
    from clio.sae.decoders import prompts_of

    windows = [next(reader.windows(at, text), None) for at, text in enumerate(texts)]
    found = prompts_of([window.ids for window in windows if window], length, most)
    if not len(found):
        raise UserError(f"No text has {length} tokens: choose fewer --prompt-tokens, or give longer --text.")
    return found


def _sample(
    decoder: "Decoder", prompts: "Tensor", one: "Steered", row: "Tensor", length: float, seed: int
) -> "Sample":
    from torch.nn.functional import normalize

    from clio.sae.steer_report import Sample

    prompt = prompts[one.feature_id % len(prompts), :BEGINNING]
    push = length * normalize(row, dim=0)
    return Sample(
        feature_id=one.feature_id,
        prompt=decoder.tokenizer.decode(prompt.tolist()),
        before=decoder.written(prompt, WRITTEN, seed),
        after=decoder.written(prompt, WRITTEN, seed, push),
    )


def _conclude(steered: "list[Steered]", samples: "list[Sample]", out: Path) -> None:
    from clio.sae.steer_report import outcome_of, said_of

    outcome = outcome_of(steered)
    for one in steered[:10]:
        low, high = one.percentile_interval
        typer.echo(
            f"  feature {one.feature_id} ({one.label}): {one.change:+.2f} nats, random {one.random_median:+.2f}, "
            f"above {one.percentile:.0%} of them ({low:.0%} to {high:.0%})"
        )
    typer.echo(said_of(outcome.own))
    typer.echo(f"With labels dealt to other features: {said_of(outcome.dealt)}")
    typer.echo(f"Report: {out / 'steer.md'}   (every number: {out / 'steer.json'})")
