"""clio sae: train a sparse autoencoder on the token states of a model, label its features, encode conversations."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clio.cli.options import Format
from clio.cli.sae_options import (
    BUNDLED_LAYER,
    Inputs,
    Layer,
    Model,
    ReadLayer,
    ReadModel,
    SaeKind,
    check_folder,
    check_kind,
    check_place,
    read_corpus,
    telling,
)
from clio.errors import UserError
from clio.storage import written_beside

if TYPE_CHECKING:
    from clio.sae.labels import Labelled
    from clio.sae.training import TrainingReport


def train(
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DIR", help="Folder that gets the SAE: new, empty, or an earlier SAE of Clio's."
        ),
    ],
    model: ReadModel = "bundled",
    layer: ReadLayer = BUNDLED_LAYER,
    kind: SaeKind = "topk",
    width: Annotated[int, typer.Option(metavar="NUMBER", help="Number of features.", min=2)] = 2048,
    k: Annotated[
        int, typer.Option("--k", metavar="NUMBER", help="Active features of a token; topk only.", min=1)
    ] = 32,
    tokens: Annotated[
        int, typer.Option(metavar="NUMBER", help="Tokens to train on; a smaller input is read again.", min=1)
    ] = 1_000_000,
    seed: Annotated[int, typer.Option(metavar="NUMBER", help="Seed of the training.", min=0)] = 0,
    input_format: Format = None,
) -> None:
    """Train a sparse autoencoder (SAE) on conversations; it is as private as they are."""
    from clio.sae.making import make_sae
    from clio.sae.token_states import load_token_reader
    from clio.sae.training import TrainingOptions

    chosen = check_kind(kind)
    check_folder(out)
    options = TrainingOptions(kind=chosen, width=width, k=k, tokens=tokens, seed=seed)
    reader = load_token_reader(model, layer)
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as folder:
        corpus = read_corpus(inputs, Path(folder), input_format)
        typer.echo(f"Training on {corpus.conversations:,} conversations.", err=True)
        report = make_sae(
            out,
            reader,
            options,
            training=corpus.training,
            held_out=corpus.held_out,
            reference=corpus.reference,
            progress=telling("tokens", tokens),
        )
    _conclude(report, out)


def encode(
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="Parquet file of conversation_id, feature_id, value."),
    ],
    sae: Annotated[
        str,
        typer.Option(
            "--sae", metavar="bundled|DIR", help="The bundled SAE, or a folder of Clio, SAELens or sparsify."
        ),
    ] = "bundled",
    model: Model = None,
    layer: Layer = None,
    input_format: Format = None,
) -> None:
    """Encode conversations as the features of an SAE, at most 64 of each; the file is as private as they are."""
    import polars as pl

    from clio.sae.activations import load_feature_encoder, long_form

    check_place(out)
    if out.is_dir():
        raise UserError(f"--out {out} is a folder: name a file, for example {out / 'activations.parquet'}.")
    encoder = load_feature_encoder(sae, model, layer)
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as folder:
        corpus = read_corpus(inputs, Path(folder), input_format)
        tell = telling("conversations", corpus.conversations)
        parts, silent, done = [], 0, 0
        for at, frame in enumerate(corpus.frames()):
            encoded = encoder.encode(frame)
            silent += encoded.filter(pl.col("features").list.len() == 0).height
            part = Path(folder) / f"encoded-{at}"
            long_form(encoded).write_parquet(part)
            parts.append(part)
            done += frame.height
            tell(done)
        with written_beside(out) as temporary:
            pl.scan_parquet(parts).sink_parquet(temporary)
        known = encoder.reference.features
        if known["label"].null_count() < known.height:
            with written_beside(out.with_suffix(".features.parquet")) as temporary:
                known.select("feature_id", "label", "label_score", "nearest").write_parquet(temporary)
    typer.echo(f"{done:,} conversations, {silent:,} of them without a feature: {out}   (private)")


def label(
    sae: Annotated[Path, typer.Argument(metavar="SAE", help="Folder of Clio, SAELens or sparsify.")],
    model: Model = None,
    layer: Layer = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="FILE",
            show_default="conversations that Clio generates",
            help="Public text, in any format of conversations; its words become labels, which releases publish.",
        ),
    ] = None,
    input_format: Format = None,
) -> None:
    """Label the features of an SAE by words of public text on which they fire, and score the labels on other text."""
    from clio.sae.activations import load_feature_encoder
    from clio.sae.formats import Origin
    from clio.sae.labels import PublicText, generated_text, label_features, nearest_features
    from clio.sae.saved import add_labels

    if not os.access(sae, os.W_OK | os.X_OK):
        raise UserError(
            f"{sae} is no folder that can be written: give one with an SAE, or see its permissions."
        )
    encoder = load_feature_encoder(str(sae), model, layer)
    with tempfile.TemporaryDirectory(prefix="clio-sae-") as folder:
        public = generated_text()
        if text:
            corpus = read_corpus(text, Path(folder), input_format)
            public = PublicText(corpus.training, corpus.held_out)
        labelled = label_features(encoder, public)
    reference = encoder.reference.labelled(labelled.features, nearest_features(encoder.autoencoder))
    reader = encoder.reader
    origin = Origin(reader.name, reader.layer, reader.context)
    report = {"scorer": "token match", "text": "given" if text else "generated", **labelled.figures()}
    add_labels(sae, reference, origin, reader.sha256, report)
    _conclude_labels(labelled, sae)


def _conclude(report: "TrainingReport", out: Path) -> None:
    typer.echo(f"Trained on {report.tokens:,} tokens in {report.cpu_seconds:.0f} s of processor time.")
    typer.echo(f"On {report.held_out_tokens:,} held-out tokens:")
    typer.echo(f"  variance unexplained  {report.fvu:.3f}")
    typer.echo(f"  features per token    {report.l0:.1f}")
    typer.echo(f"  features never active {report.dead_share:.1%}")
    typer.echo(f"SAE: {out}   (private: it was trained on conversations)")
    typer.echo(f"Next: clio sae encode FILE... --sae {out} --out activations.parquet")


def _conclude_labels(labelled: "Labelled", sae: Path) -> None:
    figures = labelled.figures()
    typer.echo(f"{labelled.features.height:,} features, scored on held-out text by token match:")
    typer.echo(f"  with a label          {labelled.labelled_share:.1%}")
    typer.echo("                                own labels   labels dealt at random")
    shares = ("sure_share", "control_sure_share")
    own, dealt = (f"{figures[name] or 0:.1%}" for name in shares)
    typer.echo(f"  sure (.8 or more)             {own:<12} {dealt}")
    for name, said in (
        ("detection", "detection: in which texts"),
        ("fuzzing", "fuzzing: on which words"),
        ("score", "score: the lesser of both"),
    ):
        own, dealt = (_told(figures[f"{kind}_{name}"]) for kind in ("mean", "control"))
        typer.echo(f"  {said:<29} {own:<12} {dealt}")
    typer.echo(f"Labels: {sae}   (report: {sae / 'labels.json'})")


def _told(figure: float | None) -> str:
    return "none" if figure is None else f"{figure:.2f}"
