"""clio sae steer: push a decoder along the features of an SAE, and tell whether it then says their own tokens."""

import tempfile
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clio.cli.options import Format
from clio.cli.sae_options import Layer, check_folder, read_corpus
from clio.errors import UserError

if TYPE_CHECKING:
    from torch import Tensor

    from clio.sae.decoders import Decoder
    from clio.sae.reference import Reference
    from clio.sae.steer_report import Measured, Sample
    from clio.sae.steering import Steered
    from clio.sae.token_states import TokenReader

TEXTS_READ, OF_PROMPTS = 2_500, 5
"""Texts that are read; of so many one is for prompts, and the others tell what follows a feature."""
SAMPLES, WRITTEN, BEGINNING = 5, 24, 12
"""Features that a sample is written of, the most sure first; its tokens, and those of its prompt."""

Sae = Annotated[Path, typer.Argument(metavar="SAE", help="Folder of an SAE on a decoder, with labels.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder that gets steer.json and steer.md.")]
DecoderModel = Annotated[
    str,
    typer.Option(metavar="PATH", help="Folder of the Hugging Face decoder that the SAE was trained on."),
]
Features = Annotated[
    str | None,
    typer.Option(
        metavar="NUMBERS", show_default="those with a sure label", help="Features to push, by commas."
    ),
]
Most = Annotated[
    int, typer.Option(metavar="NUMBER", help="Features at most, the surest labels first.", min=1)
]
Strength = Annotated[
    float,
    typer.Option(metavar="NUMBER", help="Length of the push, in median lengths of a state; may be negative."),
]
Random = Annotated[int, typer.Option(metavar="NUMBER", help="Random features to compare with.", min=5)]
Prompts = Annotated[int, typer.Option(metavar="NUMBER", help="Prompts, each the beginning of a text.", min=1)]
PromptTokens = Annotated[
    int, typer.Option("--prompt-tokens", metavar="NUMBER", help="Tokens of a prompt.", min=2)
]
Text = Annotated[
    list[str] | None,
    typer.Option(
        "--text",
        metavar="FILE",
        show_default="conversations that Clio generates",
        help="Public text for prompts and for what follows a feature; the report holds some of it.",
    ),
]
Seed = Annotated[int, typer.Option(metavar="NUMBER", help="Seed of random features and samples.", min=0)]


def steer(
    sae: Sae,
    out: Out,
    model: DecoderModel,
    layer: Layer = None,
    features: Features = None,
    most: Most = 100,
    strength: Strength = 0.1,
    random: Random = 50,
    prompts: Prompts = 24,
    prompt_tokens: PromptTokens = 32,
    text: Text = None,
    seed: Seed = 0,
    input_format: Format = None,
) -> None:
    """Push a decoder along features and tell whether it then says their own tokens, beside random features."""
    from clio.sae.activations import load_feature_encoder
    from clio.sae.decoders import load_decoder
    from clio.sae.following import following_tokens
    from clio.sae.steer_report import STEER_JSON, Measured, write_report
    from clio.sae.steering import drawn_features, label_tokens, steered
    from clio.sae.steering import steer as push

    if not strength or abs(strength) == float("inf") or strength != strength:
        raise UserError(f"--strength {strength}: give a number other than 0.")
    check_folder(out, STEER_JSON, "holds no earlier report")
    encoder = load_feature_encoder(str(sae), model, layer)
    reader = encoder.reader
    decoder = load_decoder(reader.folder, reader.layer, reader.device)
    labels = _labels(encoder.reference, features, most, sae)
    texts = _texts(text, input_format)
    starts = _prompts(reader, texts[::OF_PROMPTS], prompts, prompt_tokens)
    others = [one for at, one in enumerate(texts) if at % OF_PROMPTS]
    follow = following_tokens(others, reader, encoder.autoencoder, encoder.reference.q95)
    following = {feature: follow[feature] for feature in labels if feature in follow}
    wanted = following, label_tokens(labels, decoder.word_tokens())
    if not any(wanted):
        raise UserError(
            "No feature has a token: none follows it often, and no word of a label is one; choose other --features."
        )
    length = strength * decoder.state_length(starts)
    active = encoder.reference.features["documents"].to_numpy() > 0
    beside = drawn_features(active, random, seed)
    rises = push(decoder, encoder.autoencoder, starts, wanted, beside, length)
    measured = Measured(*(steered(rises, own, labels, decoder.text, seed) for own in wanted))
    samples = [
        _sample(decoder, starts, one, encoder.autoencoder.W_dec[one.feature_id], length, seed)
        for one in (measured.following or measured.words)[:SAMPLES]
    ]
    facts = {
        "model": reader.name,
        "layer": reader.layer,
        "strength": strength,
        "push_length": length,
        "features": len(rises.rows),
        "prompts": len(starts),
        "prompt_tokens": prompt_tokens,
        "texts": len(others),
        "random": len(beside),
        "seed": seed,
    }
    write_report(out, facts, measured, samples)
    _conclude(measured, out)


def _texts(given: list[str] | None, input_format: str | None) -> list[str]:
    """The first TEXTS_READ texts, generated ones where none are given."""
    from clio.sae.labels import generated_text

    if not given:
        return list(islice(generated_text().held_out(), TEXTS_READ))
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as folder:
        return list(islice(read_corpus(given, Path(folder), input_format).training(), TEXTS_READ))


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


def _conclude(measured: "Measured", out: Path) -> None:
    from clio.sae.steer_report import outcome_of, said_of

    for what, own in (
        ("What follows them", measured.following),
        ("The words of their labels", measured.words),
    ):
        typer.echo(f"{what}:")
        for one in own[:10]:
            low, high = one.percentile_interval
            typer.echo(
                f"  feature {one.feature_id} ({one.label}): {one.change:+.2f} nats, random {one.random_median:+.2f}, "
                f"above {one.percentile:.0%} of them ({low:.0%} to {high:.0%})"
            )
        outcome = outcome_of(own)
        typer.echo(f"  {said_of(outcome.own)}")
        typer.echo(f"  With those of other features: {said_of(outcome.dealt)}")
    typer.echo(f"Report: {out / 'steer.md'}   (every number: {out / 'steer.json'})")
