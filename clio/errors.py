"""Errors a person can act on: one sentence that says what, where and what to do."""

import errno
import re
import sqlite3
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
        failure = RunFailed(_of_the_system(error) or _of_clio(error))
    else:
        return
    try:
        raise failure from None
    finally:
        # Set by raising: the error that the caller's `with` block is leaving, with its message and its causes.
        failure.__context__ = None


GOES_ON = "what was finished is kept, and the same command goes on from there."
_REASONS = {
    errno.ENOSPC: "the disk is full; make room",
    errno.EDQUOT: "the disk quota is used up; make room",
    errno.EROFS: "the file system can only be read; let Clio write there",
    errno.EACCES: "a file or folder may not be read or written; correct its permissions",
    errno.EPERM: "a file or folder may not be read or written; correct its permissions",
    errno.EIO: "the disk reports an error; look at it",
    errno.EMFILE: "too many files are open; raise the limit (ulimit -n)",
}


def reason_of(error: BaseException) -> str | None:
    """What the operating system refused, from a closed list, with what to do; None for any other error.

    Polars gives the number of an error in its message alone, and SQLite gives none.
    """
    number = error.errno if isinstance(error, OSError) else None
    if number is None and (told := re.search(r"\(os error (\d+)\)", str(error))):
        number = int(told[1])
    if number is None and isinstance(error, sqlite3.OperationalError) and "disk is full" in str(error):
        number = errno.ENOSPC
    return None if number is None else _REASONS.get(number)


def _of_the_system(error: BaseException) -> str | None:
    """The report where the operating system is the reason, for the error or one that it came from."""
    link: BaseException | None = error
    while link is not None:
        if (reason := reason_of(link)) is not None:
            return f"Clio stopped: {reason}. {GOES_ON.capitalize()}"
        link = link.__cause__ or link.__context__
    return None


def _of_clio(error: BaseException) -> str:
    return f"Clio failed: {type(error).__name__} in {_innermost(error)}. This is a bug; {GOES_ON}"


def _innermost(error: BaseException) -> str:
    """The last place in Clio's own code that an error passed."""
    trace, where = error.__traceback__, "an unknown place"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.split(".")[0] in {"clio", "flows"}:
            where = f"{module}.{trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return where
