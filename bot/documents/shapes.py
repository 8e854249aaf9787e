"""Follows a validator's mistake back to the key that a person wrote, through nested models, lists and alternatives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.documents.places import Path

Shape = Mapping[str, Any]
"""What pydantic knows of one place of a model (its core schema); empty where anything goes."""

_WRAPPERS = {
    "nullable": "schema",
    "default": "schema",
    "function-before": "schema",
    "function-after": "schema",
    "function-wrap": "schema",
    "model": "schema",
    "dataclass": "schema",
    "lax-or-strict": "lax_schema",
    "json-or-python": "python_schema",
}
_LISTS = ("list", "set", "frozenset")


@dataclass(slots=True, kw_only=True)
class Found:
    """One mistake, with the keys that lead to it and what could have stood there."""

    kind: str
    loc: Path
    given: Any
    message: str
    context: Mapping[str, Any]
    path: Path = ()
    forks: list[int] = field(default_factory=list)
    """Which parts of `loc` are no keys, but name one of several possible shapes."""
    known: frozenset[str] = frozenset()
    """The settings that exist at this place."""
    choices: tuple[Any, ...] = ()
    """The values, or the kinds of table, that are possible at this place."""
    tag: str = ""
    """The key that tells the kinds of table apart."""


def find(model: type[BaseModel], error: ErrorDetails) -> Found:
    """Follow one mistake of the validator's to where it stands in the file."""
    found = Found(
        kind=error["type"],
        loc=error["loc"],
        given=error["input"],
        message=error["msg"],
        context=error.get("ctx", {}),
    )
    definitions: dict[str, Shape] = {}
    shape = outer = _bare(model.__pydantic_core_schema__, definitions)
    for index, part in enumerate(found.loc):
        last = index == len(found.loc) - 1
        if part == "[key]" and last and outer.get("type") == "dict":
            shape = _bare(outer.get("keys_schema", {}), definitions)
            break
        outer, shape = shape, _bare(_step(found, shape, index, part), definitions)
    _describe(found, shape, definitions)
    return found


def keys_of(value: Any) -> tuple[str, ...]:
    """The keys of a table; none for anything else."""
    return tuple(map(str, value)) if isinstance(value, Mapping) else ()


def _bare(shape: Shape, definitions: dict[str, Shape]) -> Shape:
    """Take off whatever adds no key of its own."""
    while True:
        kind = shape.get("type")
        if kind == "definitions":
            definitions.update({one["ref"]: one for one in shape["definitions"]})
            shape = shape["schema"]
        elif kind == "definition-ref":
            shape = definitions.get(shape["schema_ref"], {})
        elif kind == "chain":
            shape = shape["steps"][0]
        elif kind in _WRAPPERS:
            shape = shape[_WRAPPERS[str(kind)]]
        else:
            return shape


def _step(found: Found, shape: Shape, index: int, part: str | int) -> Shape:
    """Go through one part of the validator's location."""
    kind = shape.get("type")
    found.known = frozenset()
    if kind == "union":
        found.forks.append(index)
        return _alternative(shape, str(part))
    if kind == "tagged-union":
        return _tagged(shape, part)
    found.path = (*found.path, part)
    if kind in ("model-fields", "typed-dict"):
        fields = _fields(shape)
        found.known = frozenset(fields)
        return fields.get(str(part), {})
    return _inner(shape, part)


def _inner(shape: Shape, part: str | int) -> Shape:
    inner: Shape = {}
    if shape.get("type") == "dict":
        inner = shape.get("values_schema", {})
    elif shape.get("type") in _LISTS:
        inner = shape.get("items_schema", {})
    elif shape.get("type") == "tuple" and isinstance(part, int):
        items = shape["items_schema"]
        variadic = shape.get("variadic_item_index", len(items))
        inner = items[min(part, variadic, len(items) - 1)] if items else {}
    return inner


def _fields(shape: Shape) -> dict[str, Shape]:
    """The fields of a model under the names that a file gives them."""
    named: dict[str, Shape] = {}
    for name, one in shape["fields"].items():
        alias = one.get("validation_alias", name)
        named[alias if isinstance(alias, str) else name] = one["schema"]
    return named


def _alternative(shape: Shape, label: str) -> Shape:
    for choice in shape["choices"]:
        one, given = choice if isinstance(choice, tuple) else (choice, None)
        kind = one["type"]
        name = one["cls"].__name__ if "cls" in one else kind
        if label in (given, name) or (label.partition("[")[0] == kind):
            return dict(one)
    return {}


def _tagged(shape: Shape, part: str | int) -> Shape:
    choices = shape["choices"]
    named = {str(getattr(tag, "value", tag)): one for tag, one in choices.items()}
    one = named.get(str(part), {})
    return one if isinstance(one, Mapping) else {}


def _describe(found: Found, shape: Shape, definitions: dict[str, Shape]) -> None:
    """Note what was possible where the mistake stands."""
    kind = shape.get("type")
    if kind == "literal":
        found.choices = tuple(shape["expected"])
    elif kind == "enum":
        found.choices = tuple(member.value for member in shape["members"])
    elif kind == "tagged-union":
        found.choices = tuple(str(getattr(tag, "value", tag)) for tag in shape["choices"])
        discriminator = shape["discriminator"]
        found.tag = discriminator if isinstance(discriminator, str) else ""
        if found.kind == "union_tag_invalid" and found.tag:
            found.path = (*found.path, found.tag)
        found.known = _known_anywhere(shape, definitions)


def _known_anywhere(shape: Shape, definitions: dict[str, Shape]) -> frozenset[str]:
    """Every setting of every kind of table that is possible here."""
    bare = [_bare(one, definitions) for one in shape["choices"].values() if isinstance(one, Mapping)]
    return frozenset(name for one in bare if one.get("type") == "model-fields" for name in _fields(one))
