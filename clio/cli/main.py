"""The `clio` command: registers every command and turns errors into one sentence and an exit code."""

import logging
import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import Abort, TyperException

from clio.cli import check, dashboard, demo, export, init, run, show, verify
from clio.errors import RunFailed, UserError, without_private_text

DONE, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 3  # exit codes
INTERRUPTED = 130  # what Typer returns for Ctrl-C

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
    except RunFailed as error:
        return _say(str(error), FAILED)
    except BrokenPipeError:
        # The reader of our output went away; what was asked for is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _usage(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "clio"
    message = getattr(error, "format_message", lambda: str(error))()
    return f"{message.rstrip('.')}. See {command} --help."


def _say(sentence: str, code: int) -> int:
    typer.echo(f"clio: {sentence}", err=True)
    return code


if __name__ == "__main__":
    main()
