"""Accounts that must not be analysed."""

from clio.errors import UserError
from clio.ingest.lines import BOM
from clio.ingest.sources import Source


def read_accounts(location: str | None) -> frozenset[str]:
    """Return the accounts of a file with one a line; none for None. Raise UserError if unreadable."""
    if location is None:
        return frozenset()
    with Source(location, location).open() as stream:
        data = stream.read()
    try:
        lines = data.removeprefix(BOM).decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise UserError(f"{location} (ingest.exclude_accounts) is not UTF-8: save it as UTF-8.") from None
    return frozenset(account for line in lines if (account := line.strip("\r")) and not account.isspace())
