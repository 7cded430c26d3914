"""Where settings come from, and how a mistake in them is told.

Precedence: command-line flag > `--set a.b=value` > environment (`CLIO_PRIVACY__EPSILON`) > file > default.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from clio.errors import UserError
from clio.policies import POLICIES
from clio.settings.tree import Settings


def load_settings(
    file: Path | None = None,
    overrides: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Merge file, environment and `overrides` (dotted names, highest precedence) into one tree.

    Args:
        file: a TOML file, or None.
        overrides: e.g. {"privacy.policy": "paper"}; None values are ignored.
        environment: usually os.environ; names that start with CLIO_ and hold "__" count.

    Raises:
        UserError: for an unknown name or a value that does not fit, in one sentence that names the setting.
    """
    tree: dict[str, Any] = {}
    if file is not None:
        tree = _read_toml(file)
    variables = dict[str, str]()
    for name, text in sorted((environment or {}).items()):
        path = name.lower().removeprefix("clio_").split("__")
        if name.startswith("CLIO_") and len(path) > 1:
            _put(tree, path, _parse(text), f"environment variable {name}: ")
            variables[".".join(path)] = name
    given = {dotted: value for dotted, value in (overrides or {}).items() if value is not None}
    for dotted, value in given.items():
        _put(tree, dotted.split("."), value)
    try:
        return Settings(**tree)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise UserError(_where(first, file, variables, given) + _sentence(first)) from None


def parse_assignment(text: str) -> tuple[str, Any]:
    """Split `a.b=value` (the form of --set) into its dotted name and value, which is TOML or plain text."""
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise UserError(
            f"--set {name}: write it as section.name=value, for instance privacy.min_accounts=20."
        )
    return name.strip(), _parse(value.strip())


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserError(f"{file}: there is no such settings file; write one with clio init.") from None
    except (OSError, UnicodeDecodeError):
        raise UserError(f"{file}: the settings file cannot be read as UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{file}: this is not valid TOML: {error}.") from None


def _parse(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _put(tree: dict[str, Any], path: list[str], value: Any, where: str = "") -> None:
    for part in path[:-1]:
        below = tree.setdefault(part, {})
        if not isinstance(below, dict):
            raise UserError(f"{where}{'.'.join(path)}: {part} is a single value, not a section.")
        tree = below
    tree[path[-1]] = value


_PLAINLY = {
    "tuple_type": 'this is a list, for instance ["one", "two"]',
    "dict_type": 'this is a table, for instance {plan = ["free", "pro"]}',
    "model_type": "this is a section; set one of its settings, as clio init lists them",
}
"""What a value should have been, by pydantic's type of error, where its own words are those of a programmer."""


def _where(error: Any, file: Path | None, variables: Mapping[str, str], given: Iterable[str]) -> str:
    """Which source the value came from that was refused; nothing for a flag or --set, which the user just wrote."""
    if any(_is_about(error, dotted) for dotted in given):
        return ""
    for dotted, variable in variables.items():
        if _is_about(error, dotted):
            return f"environment variable {variable}: "
    return "" if file is None else f"{file}: "


def _is_about(error: Any, dotted: str) -> bool:
    """Whether an error is about a setting, or what it holds, or the section it stands in."""
    name = _name(error)
    if not name:  # of the whole tree: its sentence names the setting
        return dotted in str(error["msg"])
    return f"{name}.".startswith(f"{dotted}.") or f"{dotted}.".startswith(f"{name}.")


def _name(error: Any) -> str:
    return ".".join(str(part) for part in error["loc"])


def _sentence(error: Any) -> str:
    name = _name(error)
    if error["type"] == "extra_forbidden":
        return f"{name} is not a setting of this version; clio init lists those that are."
    if name == "privacy.policy":
        return f"privacy.policy must be one of {', '.join(sorted(POLICIES))} in this version."
    if name == "llm.provider":
        return "llm.provider must be extractive (rules, no language model) or claude (a server with the Messages API)."
    message = _PLAINLY.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ")
    return f"{name or 'settings'}: {message[0].lower() + message[1:]}."
