"""Errors a person can act on: one sentence that says what, where and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager


class UserError(Exception):
    """A mistake in the input, the settings or the command; the message is the whole report (exit code 2)."""


class RunFailed(Exception):
    """A run that could not finish for a reason outside the user's words; the message is the report (exit 1)."""


class SpendStopped(RunFailed):
    """A run that has spent the dollars it may spend; the same command goes on from there (exit 3)."""


class PublicFileError(UserError):
    """A file fixed in advance (phrases, words, model) that is absent or does not match its pinned hash."""


class WorkspaceBusy(UserError):
    """Another process holds the workspace's lock."""


@contextmanager
def without_private_text(*passing: type[Exception]) -> Iterator[None]:
    """Let Clio's own errors and those in `passing` through; turn any other into RunFailed without its message.

    Libraries quote their input in messages, and a server that schedules runs keeps messages.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, (UserError, RunFailed, *passing)):
            raise
        kind, where = type(error).__name__, _innermost(error)
    else:
        return
    failure = RunFailed(
        f"Clio failed: {kind} in {where}. This is a bug; what was finished is kept, and the same command goes on "
        "from there."
    )
    try:
        raise failure from None
    finally:
        # Set by raising: the error that the caller's `with` block is leaving, with its message and its causes.
        failure.__context__ = None


def _innermost(error: BaseException) -> str:
    """The last place in Clio's own code that an error passed."""
    trace, where = error.__traceback__, "an unknown place"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.split(".")[0] in {"clio", "flows"}:
            where = f"{module}.{trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return where
