"""The `clio` command: registers every command and turns errors into one sentence and an exit code."""

import logging
import os
import sys
from collections.abc import Sequence

import click
import typer

from clio.cli import check, dashboard, demo, export, init, run, show, verify
from clio.errors import RunFailed, UserError

DONE, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 3  # exit codes (DESIGN section 4)

app = typer.Typer(
    name="clio",
    help="How people use an AI assistant, as named groups of many people, without anyone reading a conversation.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("run")(run.run)
app.command("demo")(demo.demo)
app.command("init")(init.init)
app.command("check")(check.check)
app.command("show")(show.show)
app.command("verify")(verify.verify)
app.command("export")(export.export)
app.command("dashboard")(dashboard.dashboard)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code: 0 done, 1 failed, 2 wrong use, 3 stopped and resumable."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    sys.exit(exit_code(sys.argv[1:] if arguments is None else arguments))


def exit_code(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; errors go to the terminal as one sentence."""
    try:
        result = app(list(arguments), standalone_mode=False, prog_name="clio")
        return int(result) if isinstance(result, int) else DONE
    except click.ClickException as error:
        return _say(_usage(error), WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped. Run the same command again to go on from here.", STOPPED)
    except UserError as error:
        return _say(str(error), WRONG_USE)
    except RunFailed as error:
        return _say(str(error), FAILED)
    except BrokenPipeError:
        # The reader of our output went away; what was asked for is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        # Libraries quote their input in messages, so only the kind of error is told (DESIGN section 6).
        where = _innermost(error)
        return _say(
            f"Clio failed: {type(error).__name__} in {where}. This is a bug; what was finished is kept, and the "
            "same command goes on from there.",
            FAILED,
        )


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "clio"
    return f"{error.format_message().rstrip('.')}. See {command} --help."


def _innermost(error: BaseException) -> str:
    trace, where = error.__traceback__, "an unknown place"
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.split(".")[0] in {"clio", "flows"}:
            where = f"{module}.{code.co_name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return where


def _say(sentence: str, code: int) -> int:
    typer.echo(f"clio: {sentence}", err=True)
    return code


if __name__ == "__main__":
    main()
