"""Every condition and every measure, written down from the models themselves: `python -m bot.policy.reference`."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.policy import durations
from bot.policy.case import Before, Case
from bot.policy.kind import Kind
from bot.policy.pack import PackFile, Policy, Unless
from bot.policy.then import Step, Then
from bot.policy.when import When

_HEAD = """\
# Policies: every setting

Made by `python -m bot.policy.reference` from the program itself; the guide with examples is [policies.md](policies.md).

Lengths of time are written `"45s"`, `"10m"`, `"2h"`, `"7d"`. Whatever is wrong in a file is reported at once, all of
it, each mistake with its line and, for a misspelt name, the nearest known one:

```
policies/mine/pack.toml:14: unknown setting "wrods"; did you mean "words"?
```

Besides what stands under "It refuses", every setting refuses what is no value of its kind (a number between quotation
marks, a list where one word belongs), and what lies outside of its bounds. A file that is refused changes nothing: the
last good revision stays live.
"""

_COMBINING = """\
All conditions in one table must hold. `all = [...]`, `any = [...]` and `none = [...]` take tables of conditions: all of
them, at least one of them, or none of them must hold. They may stand within each other. What cannot be known (the age
of an account on a platform that tells none) is neither true nor false, and nothing ever follows from it.
"""


def reference() -> str:
    """The whole page, in Markdown."""
    parts = [_HEAD, *_file(), "## Conditions\n", _COMBINING]
    for name, kind in sorted(_kinds()):
        parts += [f"### `{name}`\n", *_described(kind)]
    parts += ["## Measures\n", *_described(Then), "### A step of a ladder\n", *_described(Step)]
    parts += ["## Cases\n", *_described(Case), "### A message from before\n", *_described(Before)]
    return "\n".join(parts)


def _file() -> Iterator[str]:
    for heading, model in (
        ("## The file `pack.toml`", PackFile),
        ("## A policy", Policy),
        ("### `unless`: whom it spares", Unless),
    ):
        yield f"{heading}\n"
        yield from _described(model)


def _kinds() -> Iterator[tuple[str, type[Kind]]]:
    for name, field in When.model_fields.items():
        for one in get_args(field.annotation):
            if isinstance(one, type) and issubclass(one, Kind):
                yield name, one


def _described(model: type[BaseModel]) -> Iterator[str]:
    if issubclass(model, Kind):
        yield f"{_purpose(model)}\n"
    yield f"{inspect.cleandoc(model.__doc__ or '')}\n"
    if model.model_fields:
        yield "| setting | value | default | |\n|---|---|---|---|"
        schema = model.model_json_schema(by_alias=True)
        said = _said(model)
        for name, field in model.model_fields.items():
            shown = field.alias or name
            value = _value(schema["properties"].get(shown, {}))
            yield f"| `{shown}` | {value} | {_default(field)} | {said.get(name, '')} |"
        yield ""
    refused = list(dict.fromkeys(_refusals(model)))
    if refused:
        yield "It refuses:\n"
        yield from refused
        yield ""


def _purpose(kind: type[Kind]) -> str:
    """The first sentence of its module, without the name."""
    text = " ".join((inspect.getdoc(inspect.getmodule(kind)) or "").split("\n\n")[0].split())
    purpose = text.partition(": ")[2] or text
    return purpose[:1].upper() + purpose[1:]


def _lineage(model: type[BaseModel]) -> list[type[BaseModel]]:
    """The model and what it builds upon, the most general first."""
    own = [one for one in model.__mro__ if issubclass(one, BaseModel) and one.__module__.startswith("bot.policy")]
    return own[::-1]


def _said(model: type[BaseModel]) -> dict[str, str]:
    """What the source says under each setting."""
    said: dict[str, str] = {}
    for one in _lineage(model):
        (body,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
        lines = body.body if isinstance(body, ast.ClassDef) else []
        for line, following in pairwise(lines):
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                text = _text(following)
                if text:
                    said[line.target.id] = " ".join(text.split()).replace("|", "\\|")
    return said


def _text(line: ast.stmt) -> str:
    if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) and isinstance(line.value.value, str):
        return line.value.value
    return ""


def _value(schema: Mapping[str, Any]) -> str:
    """What may stand there, in words."""
    if "anyOf" in schema:
        options = [one for one in schema["anyOf"] if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(map(_value, options)))
    if "$ref" in schema:
        return "a table"
    match schema.get("type"):
        case "boolean":
            return "`true` or `false`"
        case "integer" | "number":
            return _number(schema)
        case "array":
            return f"a list of {_several(schema.get('items', {}))}"
        case _:
            return "a table" if schema.get("type") == "object" else _word(schema)


def _number(schema: Mapping[str, Any]) -> str:
    kind = "a whole number" if schema["type"] == "integer" else "a number"
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f"{kind} from {low:,} to {high:,}"
    return f"{kind}, at least {low:,}" if low is not None else kind


def _several(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return "tables"
    if "enum" in schema:
        return _word(schema)
    return {"string": "words", "integer": "numbers"}.get(schema.get("type", ""), "values")


def _word(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(f'`"{one}"`' for one in schema["enum"])
    if "const" in schema:
        return f'`"{schema["const"]}"`'
    return {"duration": 'a length of time such as `"10m"`', "time": 'a time such as `"22:00"`'}.get(
        schema.get("format", ""), "text"
    )


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**required**"
    default = field.get_default(call_default_factory=True)
    if default is None or default in ((), {}) or isinstance(default, BaseModel):
        return ""
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    if hasattr(default, "total_seconds"):
        return f'`"{durations.show(default)}"`'
    if isinstance(default, tuple):
        return "`[" + ", ".join(f'"{one}"' for one in default) + "]`"
    return f'`"{default}"`' if isinstance(default, str) and default else f"`{default}`" if default != "" else ""


def _refusals(model: type[BaseModel]) -> Iterator[str]:
    """The sentences that stand in the source of its module, as they are said."""
    for one in _lineage(model):
        module = inspect.getmodule(one)
        if module is None or (not issubclass(model, Kind) and one is not model):
            continue
        scope = inspect.getsource(module) if issubclass(model, Kind) else textwrap.dedent(inspect.getsource(one))
        constants = {**vars(module), "setting": getattr(model, "setting", "…")}
        for call in (node for node in ast.walk(ast.parse(scope)) if isinstance(node, ast.Call)):
            function = call.func
            if isinstance(function, ast.Attribute) and function.attr == "wrong" and call.args:
                words = [_sentence(argument, constants) for argument in call.args[:2]]
                yield f"- {'; '.join(word for word in words if word)}"


def _sentence(node: ast.expr, constants: Mapping[str, Any]) -> str:
    """A sentence of the source; what is filled in when it is said shows as `…`."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=values):
            return "".join(_part(part, constants) for part in values)
        case ast.Name(id=name) if isinstance(constants.get(name), str):
            return str(constants[name])
        case _:
            return "…"


def _part(node: ast.expr, constants: Mapping[str, Any]) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.FormattedValue(value=ast.Attribute(attr="setting")):
            return str(constants["setting"])
        case _:
            return "…"


if __name__ == "__main__":
    sys.stdout.write(reference())
