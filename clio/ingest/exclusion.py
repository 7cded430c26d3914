"""Accounts that must not be analysed."""

from pathlib import Path

from clio.errors import UserError
from clio.ingest.lines import BOM
from clio.ingest.sources import Source


def accounts_source(location: str) -> Source:
    """The file of excluded accounts, by a name that tells the setting; UserError if it is a folder or not there."""
    if "://" not in location and not Path(location).exists():
        raise UserError(f"ingest.exclude_accounts: there is no file {location}: check the path.")
    if Path(location).is_dir():
        raise UserError(
            f"ingest.exclude_accounts: {location} is a folder: name the file that holds one account id per line."
        )
    return Source(f"ingest.exclude_accounts: {location}", location)


def read_accounts(location: str | None) -> frozenset[str]:
    """Return the accounts of a file with one a line, without the space around them; none for None.

    Raises UserError for a file that cannot be read or names nobody.
    """
    if location is None:
        return frozenset()
    source = accounts_source(location)
    with source.open() as stream:
        data = stream.read()
    try:
        lines = data.removeprefix(BOM).decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise UserError(f"{source.name} is not UTF-8: save it as UTF-8.") from None
    accounts = frozenset(account for line in lines if (account := line.strip()))
    if not accounts:
        raise UserError(f"{source.name} names no account: write one id per line, or leave the setting out.")
    return accounts


def is_excluded(account: str | None, excluded: frozenset[str]) -> bool:
    """Whether an account is one of `excluded`: space around an id never lets through who must not be analysed."""
    return account is not None and account.strip() in excluded
