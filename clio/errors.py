"""Errors a person can act on: one sentence that says what, where and what to do."""


class UserError(Exception):
    """A mistake in the input, the settings or the command; the message is the whole report (exit code 2)."""


class RunFailed(Exception):
    """A run that could not finish for a reason outside the user's words; the message is the report (exit 1)."""


class PublicFileError(UserError):
    """A file fixed in advance (phrases, words, model) that is absent or does not match its pinned hash."""


class WorkspaceBusy(UserError):
    """Another process holds the workspace's lock."""
