"""What the server's models say: a value of the schema, from the data that the request holds."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

Fill = Callable[[str, Mapping[str, Any]], str]

_TAGS = re.compile(r"<[^<>]{0,200}>")
_ROLE = re.compile(r"^\s*(?:\[?(?:user|human|assistant|system|tool)\]?\s*[:>]\s*)", re.I)
_WORD = re.compile(r"[A-Za-z]{4,}")
_ASKED = re.compile(r"\babout (\d+)\b")
_TOLD = re.compile(
    r"(?:answer|reply|respond|output|say|write|include|print)\s*(?:with|only|:)?\s*(.{1,300})", re.I
)


def answer(model: str, schema: Mapping[str, Any], data: str, seed: int, instructions: str = "") -> Any:
    """A value of `schema` as the named model gives it: plausible, obedient or copying.

    A list has as many items as the instructions ask for ("about 12"), which a schema on the wire cannot say.
    """
    if model == "copying":
        return _value(schema, lambda _name, _schema: data[:2000], random.Random(seed))
    if model == "obedient":
        return _obey(schema, data, seed)
    asked = _ASKED.search(instructions)
    return _value(schema, _plausible(data), random.Random(seed), wanted=asked and int(asked[1]))


def find_schema(text: str) -> Mapping[str, Any] | None:
    """The first JSON schema of an object inside a text, for requests without output_config."""
    decoder = json.JSONDecoder()
    for start in (match.start() for match in re.finditer(r"\{", text)):
        try:
            found, _ = decoder.raw_decode(text, start)
        except ValueError:
            continue
        if isinstance(found, dict) and isinstance(found.get("properties"), dict):
            return found
    return None


def _obey(schema: Mapping[str, Any], data: str, seed: int) -> Any:
    """The first JSON object in the data that has the schema's fields; else what the data tells it to say."""
    wanted = set(schema.get("properties", ()))
    decoder = json.JSONDecoder()
    for match in re.finditer(r"\{", data):
        try:
            found, _ = decoder.raw_decode(data, match.start())
        except ValueError:
            continue
        if isinstance(found, dict) and wanted & found.keys():
            rest = _value(schema, _plausible(data), random.Random(seed))
            return rest | {name: found[name] for name in wanted & found.keys()}
    told = _TOLD.findall(data)
    said = " ".join(told)[:1000] if told else data[-1000:]
    return _value(schema, lambda _name, _schema: said, random.Random(seed))


def _value(
    schema: Mapping[str, Any], fill: Fill, rng: random.Random, name: str = "", wanted: int | None = None
) -> Any:
    """A value of a schema; every free string comes from `fill`."""
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        if name == "score":  # of a name's privacy: most names are sound
            return schema["enum"][-1]
        return "en" if "en" in schema["enum"] else rng.choice(schema["enum"])
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in schema:
            return _value(schema[choice][0], fill, rng, name, wanted)
    kind = schema.get("type", "object" if "properties" in schema else "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {
            key: _value(part, fill, rng, key, wanted) for key, part in schema.get("properties", {}).items()
        }
    if kind == "array":
        least = schema.get("minItems", 1)
        count = wanted or rng.randint(least, max(least, min(schema.get("maxItems", 3), least + 3)))
        items = [_value(schema.get("items", {}), fill, rng, name) for _ in range(count)]
        return [_numbered(item, number) for number, item in enumerate(items)]
    if kind in ("integer", "number"):
        low = schema.get("minimum", 1)
        return low if name == "concern" else rng.randint(low, max(low, schema.get("maximum", low + 4)))
    if kind == "boolean":
        return True
    if kind == "null":
        return None
    text = fill(name, schema)
    return text[: schema.get("maxLength", 5000)]


def _numbered(item: Any, number: int) -> Any:
    """Items of a list told apart, as a model that is asked for distinct names would."""
    if number and isinstance(item, str):
        return f"{item} {number + 1}"
    if number and isinstance(item, dict) and isinstance(item.get("name"), str):
        return item | {"name": f"{item['name']} {number + 1}"}
    return item


def _plausible(data: str) -> Fill:
    lines = [_ROLE.sub("", line).strip() for line in _TAGS.sub("\n", data).splitlines()]
    said = [line for line in lines if len(line.split()) >= 3] or [" ".join(data.split())]
    first = re.split(r"(?<=[.!?])\s", said[0])[0][:160]
    common = Counter(word.lower() for word in _WORD.findall(" ".join(said)[:4000]))
    top = [word for word, _ in sorted(common.items(), key=lambda item: (-item[1], item[0]))[:3]] or ["talk"]

    def fill(name: str, _schema: Mapping[str, Any]) -> str:
        if name == "language":
            return "en"
        if "name" in name or "label" in name:
            return " ".join(["About", *top]).capitalize()
        if "tag" in name:
            return top[0]
        if name == "description":
            return f"People asked the assistant about {', '.join(top)}. What they wanted was this: {first}"
        return f"The user asked about this: {first}"

    return fill
