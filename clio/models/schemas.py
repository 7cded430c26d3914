"""The schemas that answers must meet, and reading an answer's text against one.

A schema here says everything that is checked. A server is sent `enforceable`: the part that structured outputs
hold, without the limits on lengths and numbers. Checking needs no more than these few keywords; an answer that
fails raises `Malformed`, which quotes nothing.
"""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from clio.facets.definitions import Facet
from clio.facets.language_names import NAMES
from clio.models.requests import Malformed
from clio.models.transcript import INVISIBLE

Schema = Mapping[str, Any]

LANGUAGE_CODE = "language-code"
"""The value of `format` for an ISO 639-1 code."""

MAX_NAME_WORDS = 10
LISTED = 20  # the longest scale whose numbers are listed for the server to enforce

_UNENFORCED = frozenset(
    ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "format")
)
_MAX_TRIES = 100  # opening braces looked at in an answer
_HIDDEN = re.compile(rf"[\x00-\x1f{INVISIBLE}]+")
_CODES = {name.lower(): code for code, name in NAMES.items()}
_TAG = re.compile(r"([a-z]{2})(?:[-_][a-z0-9_-]+)?")


def text(max_chars: int) -> dict[str, Any]:
    """A string that is not empty."""
    return {"type": "string", "minLength": 1, "maxLength": max_chars}


NAME = text(120) | {"pattern": rf"\S+(?: \S+){{0,{MAX_NAME_WORDS - 1}}}"}
GROUP_TEXTS: Mapping[str, Schema] = {"description": text(800), "name": NAME}


def record(properties: Mapping[str, Schema]) -> dict[str, Any]:
    """An object of exactly these properties, in this order."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def number(low: int, high: int) -> dict[str, Any]:
    """A whole number from `low` to `high`, both included."""
    listed = {"enum": list(range(low, high + 1))} if high - low < LISTED else {}
    return {"type": "integer", "minimum": low, "maximum": high, **listed}


def names(wanted: int) -> dict[str, Any]:
    """About `wanted` names: half as many to half as many again (paper, appendix G)."""
    least, most = bounds(wanted)
    return record({"names": {"type": "array", "items": NAME, "minItems": least, "maxItems": most}})


def bounds(wanted: int) -> tuple[int, int]:
    """How few and how many names a prompt may return that asks for `wanted`."""
    return max(1, wanted // 2), max(2, math.ceil(1.5 * wanted))


def of_facet(facet: Facet) -> dict[str, Any]:
    """What the answer to one facet's question must be."""
    if facet.name == "language":
        return {"type": "string", "format": LANGUAGE_CODE, "pattern": "[a-z]{2}"}
    if facet.kind == "scale" and facet.bounds is not None:
        return number(*facet.bounds)
    if facet.kind == "category":
        return {"type": "string", "enum": list(facet.values)} if facet.values else text(100)
    return text(1000)


def enforceable(schema: Schema) -> dict[str, Any]:
    """The schema without the keywords that structured outputs do not hold."""
    kept = {key: value for key, value in schema.items() if key not in _UNENFORCED}
    if "properties" in kept:
        kept["properties"] = {name: enforceable(part) for name, part in kept["properties"].items()}
    if "items" in kept:
        kept["items"] = enforceable(kept["items"])
    return kept


def compact(value: object) -> str:
    """`value` as JSON text without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read(answer: str, schema: Schema) -> dict[str, Any]:
    """The first JSON object in an answer, tidied and checked; prose and code fences around it do not matter.

    Raises:
        Malformed: `invalid_json` without an object, `schema` when it is not of `schema`.
    """
    value = _checked(_first_object(answer), schema)
    assert isinstance(value, dict)
    return value


def _first_object(answer: str) -> dict[str, Any]:
    decoder, start = json.JSONDecoder(), -1
    for _ in range(_MAX_TRIES):
        start = answer.find("{", start + 1)
        if start < 0:
            break
        try:
            value, _ = decoder.raw_decode(answer, start)
        except (ValueError, RecursionError):
            continue
        assert isinstance(value, dict)
        return value
    raise Malformed("invalid_json")


def _checked(value: object, schema: Schema) -> Any:
    """`value`, its strings tidied, if it meets the schema."""
    match schema["type"], value:
        case "object", dict() if value.keys() == schema["properties"].keys():
            return {name: _checked(value[name], part) for name, part in schema["properties"].items()}
        case "array", list():
            return _checked_array(value, schema)
        case "string", str():
            return _checked_string(value, schema)
        case "boolean", bool():
            return value
        case "integer", int() if (
            not isinstance(value, bool) and schema["minimum"] <= value <= schema["maximum"]
        ):
            return value
    raise Malformed("schema")


def _checked_array(value: list[object], schema: Schema) -> list[Any]:
    """The items, each once: of strings that differ in case only, the first."""
    items: dict[str, Any] = {}
    for item in value:
        checked = _checked(item, schema["items"])
        items.setdefault(str(checked).casefold(), checked)
    _require(schema["minItems"] <= len(items) <= schema["maxItems"])
    return list(items.values())


def _checked_string(value: str, schema: Schema) -> str:
    """The string in one line, without characters that do not show."""
    tidy = " ".join(_HIDDEN.sub("", " ".join(value.split())).split())
    if schema.get("format") == LANGUAGE_CODE:
        return _language(tidy)
    if "enum" in schema:
        _require(tidy in schema["enum"])
        return tidy
    _require(schema["minLength"] <= len(tidy) <= schema["maxLength"])
    _require("pattern" not in schema or re.fullmatch(schema["pattern"], tidy) is not None)
    return tidy


def _language(value: str) -> str:
    """An ISO 639-1 code out of a code, a tag such as en-US, or the English name of a language."""
    match = _TAG.fullmatch(value.lower())
    code = match[1] if match else _CODES.get(value.lower())
    if code is None:
        raise Malformed("schema")
    return code


def _require(met: bool) -> None:
    if not met:
        raise Malformed("schema")
