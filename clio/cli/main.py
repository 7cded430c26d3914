"""The `clio` command: registers every command and turns errors into one sentence and an exit code."""

import atexit
import logging
import os
import sys
from collections.abc import Callable, Sequence

import typer
from typer.exceptions import Abort, TyperException

from clio.cli import (
    budget,
    check,
    dashboard,
    demo,
    estimate,
    eval_audit,
    eval_privacy,
    export,
    init,
    run,
    sae,
    sae_steer,
    sae_sweep,
    show,
    verify,
)
from clio.cli.terminal import write_what_fits
from clio.errors import RunFailed, SpendStopped, UserError, without_private_text

DONE, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 3  # exit codes
INTERRUPTED = 130  # what Typer returns for Ctrl-C

app = typer.Typer(
    name="clio",
    help="How people use an AI assistant, as named groups of many people, without anyone reading a conversation.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    epilog="Exit codes: 0 done, 1 failed, 2 wrong use, 3 stopped and resumable.",
    pretty_exceptions_enable=False,
)
TRY, PREPARE, ANALYSE, READ, MEASURE = (
    "Try it",
    "Prepare",
    "Analyse",
    "Read and pass on",
    "Measure",
)  # panels, in the order of use
EXAMPLES: dict[str, tuple[str, ...]] = {
    "demo": ("clio demo", "clio demo --conversations 20000 --accounts 8000 --out big-demo"),
    "init": ("clio init chats.csv", "clio init chats.csv --out support.toml --force"),
    "check": ("clio check chats.csv --config clio.toml", "clio check 'logs/*.jsonl.gz' --policy paper"),
    "estimate": (
        "clio estimate chats.jsonl",
        "clio estimate 'logs/*.jsonl.gz' --base-url http://localhost:8000 --model in-house --out support",
    ),
    "run": (
        "clio run chats.jsonl --out support",
        "clio run chats.jsonl --provider claude --sample 500 --max-usd 5 --out support",
        "clio run 's3://logs/2026-06-*.parquet' --out june --since 2026-06-01 --until 2026-07-01",
        "zcat chats.jsonl.gz | clio run - --policy paper --set clustering.k_max=500",
        "clio run chats.jsonl --activations bundled --set sae.contrast=2026-06-15 --out risen",
    ),
    "show": ("clio show support", "clio show support --json > release.json"),
    "dashboard": ("clio dashboard support", "clio dashboard releases --port 8600"),
    "verify": ("clio verify support", "clio verify support/history/2026-06-01-0123456789ab"),
    "budget": ("clio budget", "clio budget --source support --json"),
    "export": ("clio export support --out tables", "clio export support --format parquet --out tables"),
    "train": (
        "clio sae train 'logs/*.jsonl.gz' --out features",
        "clio sae train chats.jsonl --out features --model models/qwen --layer 12 --width 4096 --tokens 5000000",
    ),
    "encode": (
        "clio sae encode chats.jsonl --out activations.parquet",
        "clio sae encode chats.jsonl --sae features --model models/qwen --out activations.parquet",
    ),
    "label": (
        "clio sae label features",
        "clio sae label features --model models/qwen --text wildchat.jsonl",
    ),
    "sweep": (
        "clio sae sweep chats.jsonl --out sweep --budget 2e14",
        "clio sae sweep chats.jsonl --out sweep --widths 256,512,1024 --k 16,32 --tokens 100000,200000,400000 "
        "--recommend-for 1e12",
    ),
    "steer": (
        "clio sae steer features --model models/qwen --out steering",
        "clio sae steer features --model models/qwen --features 12,407 --strength 1 --out steering",
    ),
    "privacy": (
        "clio eval privacy --out privacy-report",
        "clio eval privacy --out privacy-report --only canaries --only membership --seed 7",
    ),
    "audit": (
        "clio eval audit --out audit-report",
        "clio eval audit --out audit-report --scale full --seed 7",
    ),
}


def _register(
    name: str, command: Callable[..., object], panel: str | None = None, group: typer.Typer = app
) -> None:
    """Add a command; the sentence of its function's docstring is its help, followed by examples."""
    sentence = (command.__doc__ or "").strip()
    examples = "\n\n".join(f"`{line}`" for line in EXAMPLES[name])
    group.command(name, help=f"{sentence}\n\nFor instance:\n\n{examples}", rich_help_panel=panel)(command)


_register("demo", demo.demo, TRY)
_register("init", init.init, PREPARE)
_register("check", check.check, PREPARE)
_register("estimate", estimate.estimate, PREPARE)
_register("run", run.run, ANALYSE)
_register("show", show.show, READ)
_register("dashboard", dashboard.dashboard, READ)
_register("verify", verify.verify, READ)
_register("export", export.export, READ)
_register("budget", budget.budget, READ)

features = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")
app.add_typer(
    features,
    name="sae",
    help="Features of a sparse autoencoder: train and label it, encode and steer with it, choose its size.",
    rich_help_panel=PREPARE,
)
_register("train", sae.train, group=features)
_register("label", sae.label, group=features)
_register("encode", sae.encode, group=features)
_register("sweep", sae_sweep.sweep, group=features)
_register("steer", sae_steer.steer, group=features)

evaluations = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")
app.add_typer(
    evaluations, name="eval", help="Measure what Clio promises, on generated data.", rich_help_panel=MEASURE
)
_register("privacy", eval_privacy.privacy, group=evaluations)
_register("audit", eval_audit.audit, group=evaluations)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code: 0 done, 1 failed, 2 wrong use, 3 stopped and resumable."""
    write_what_fits()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    code = exit_code(sys.argv[1:] if arguments is None else arguments)
    if code == STOPPED:
        # Where Ctrl-C fell into code that was made from a string, as many libraries do, Python would end by the signal
        # and not with this code, although the interrupt was caught.
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def exit_code(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; errors go to the terminal as one sentence."""
    try:
        _check_filled(arguments)
        with without_private_text(TyperException, Abort, BrokenPipeError):
            result = app(list(arguments), standalone_mode=False, prog_name="clio")
        if result == INTERRUPTED:
            raise KeyboardInterrupt
        return int(result) if isinstance(result, int) else DONE
    except TyperException as error:
        return _say(_usage(error), WRONG_USE)
    except (Abort, KeyboardInterrupt):
        return _say("Stopped. Run the same command again to go on from here.", STOPPED)
    except UserError as error:
        return _say(str(error), WRONG_USE)
    except SpendStopped as error:
        return _say(str(error), STOPPED)
    except RunFailed as error:
        return _say(str(error), FAILED)
    except (BrokenPipeError, SystemExit):
        # The reader of our output went away (Typer and Rich exit then): what was asked for is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _check_filled(arguments: Sequence[str]) -> None:
    """Raise UserError for an empty value, as a shell leaves of a variable that is not set: none means anything."""
    for before, text in zip(("", *arguments), arguments, strict=False):
        option, _, value = (
            text.partition("=") if text.startswith("--") and "=" in text else (before, "", text)
        )
        if not value.strip():
            what = option if option.startswith("--") else "An argument"
            raise UserError(f"{what} is empty: give it a value, or leave it out.")


def _usage(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "clio"
    message = getattr(error, "format_message", lambda: str(error))()
    said = message.rstrip(".") or "Name a command"
    return f"{said}{'' if said.endswith('?') else '.'} See {command} --help."


def _say(sentence: str, code: int) -> int:
    typer.echo(f"clio: {sentence}", err=True)
    return code


if __name__ == "__main__":
    main()
