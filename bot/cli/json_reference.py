"""`docs/json.md`, made from the shapes of `bot.cli.answers`: python -m bot.cli.json_reference > docs/json.md."""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from bot.cli.answers import ALL, Shape

_HEAD = """# What commands answer to other programs

Every command that prints results takes `--json`: then standard output holds one JSON object and nothing else. Progress,
warnings and mistakes go to standard error, and the number that a command ends with says the same as without `--json`
(see `palabre --help`).

`schema` names the shape. Within a shape fields may be added, so read what you know and leave the rest; a field that
goes or changes its meaning makes the next number. Moments are ISO 8601 in UTC, spans are in characters (code points) of
the text beside them, and what is `null` is not known or not there.

This page is made from `bot/cli/answers.py`; a test compares the two.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(_answer(shape) for shape in ALL)])


def _answer(shape: type[Shape]) -> str:
    schema = shape.model_json_schema(by_alias=True, mode="serialization")
    name = schema["properties"]["schema"]["const"]
    inner = schema.get("$defs", {})
    lines = [f"## {_sentence(schema)}", "", f'`"schema": "{name}"`', "", *_table(schema)]
    for title, one in inner.items():
        lines += ["", f"### {title}", "", str(one.get("description", "")), "", *_table(one)]
    return "\n".join([*lines, ""])


def _sentence(schema: Mapping[str, Any]) -> str:
    return str(schema["description"]).rstrip(".")


def _table(schema: Mapping[str, Any]) -> Iterator[str]:
    yield "| field | what | |"
    yield "|---|---|---|"
    for name, field in schema.get("properties", {}).items():
        if name != "schema":
            yield f"| `{name}` | {_kind(field)} | {field.get('description', '')} |"


def _kind(field: Mapping[str, Any]) -> str:
    """A field's type in a few words."""
    if "anyOf" in field:
        return " or ".join(_kind(one) for one in field["anyOf"])
    if "$ref" in field:
        name = str(field["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in field:
        return ", ".join(f"`{one}`" if one else "empty" for one in field["enum"])
    if field.get("type") == "array":
        return f"list of {_kind(field['items'])}"
    values = field.get("additionalProperties")
    inner = f" of {_kind(values)}" if isinstance(values, Mapping) else ""
    return f"{field.get('format') or field.get('type', 'anything')}{inner}"


if __name__ == "__main__":
    sys.stdout.write(page())
