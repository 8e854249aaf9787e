"""What is wrong with a document, in the words of whoever wrote it rather than those of the validator."""

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.documents.places import Path, Places
from bot.documents.shapes import Found, find, keys_of
from bot.errors import Complaint

_TEXT, _WHOLE, _NUMBER = "text between quotes", "a whole number", "a number"
_LIST, _TABLE, _SWITCH = "a list between [ and ]", "a table of settings", "true or false"
_EXPECTED: Mapping[str, str] = {
    **dict.fromkeys(("string_type", "string_sub_type", "string_unicode"), _TEXT),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), _WHOLE),
    **dict.fromkeys(("float_type", "float_parsing"), _NUMBER),
    "finite_number": "a finite number",
    **dict.fromkeys(("bool_type", "bool_parsing"), _SWITCH),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"), _LIST),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type", "dataclass_type"), _TABLE),
    **dict.fromkeys(("time_delta_type", "time_delta_parsing"), 'a length of time such as "P7D" or "PT30M"'),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "a date such as 2027-01-31"),
    **dict.fromkeys(("datetime_type", "datetime_parsing"), "a date and time such as 2027-01-31T18:00:00Z"),
    **dict.fromkeys(("time_type", "time_parsing"), "a time of day such as 18:00:00"),
    "none_required": "left out",
}
_LIMITS: Mapping[str, str] = {
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "multiple_of": "a multiple of {multiple_of}",
    "string_too_short": "at least {min_length} characters long",
    "string_too_long": "at most {max_length} characters long",
    "string_pattern_mismatch": "of the form {pattern}",
    "too_short": "at least {min_length} long",
    "too_long": "at most {max_length} long",
}
_OURS = ("value_error", "assertion_error")


def wrong(problem: str, hint: str = "") -> ValueError:
    """What a validator of a model raises: its sentence is shown as it stands, without the value that was refused."""
    return ValueError(problem, hint)


def nearest(word: object, known: Iterable[object]) -> str:
    """Ask whether the nearest known word was meant, or say nothing."""
    return "".join(f'did you mean "{name}"?' for name in _closest(word, known))


def _closest(word: object, known: Iterable[object]) -> list[str]:
    lower = {str(name).lower(): str(name) for name in sorted(known, key=str, reverse=True)}
    close = difflib.get_close_matches(str(word).lower(), lower, n=1, cutoff=0.6)
    return [lower[one] for one in close]


def complaints(error: ValidationError, model: type[BaseModel], places: Places) -> list[Complaint]:
    """One complaint for each mistake, in the order of the file."""
    found = [find(model, one) for one in error.errors(include_url=False)]
    misspelt = {(*one.path[:-1], name) for one in found for name in _meant_by(one)}
    found = [one for one in found if not (one.kind == "missing" and one.path in misspelt) and not _echo(one, found)]
    said = [(path, *words) for path, words in _told(found)]
    said.sort(key=lambda one: (places.line(one[0]), [str(part) for part in one[0]]))
    return list(dict.fromkeys(Complaint(places.place(path), problem, hint) for path, problem, hint in said))


def _echo(one: Found, found: Sequence[Found]) -> bool:
    """A list is only too short because some of its items were refused."""
    deeper = (other.loc[: len(one.loc)] == one.loc and len(other.loc) > len(one.loc) for other in found)
    return one.kind == "too_short" and any(deeper)


def _meant_by(one: Found) -> list[str]:
    """The setting that an unknown one is probably a misspelling of."""
    return _closest(one.path[-1], one.known) if one.kind == "extra_forbidden" else []


def _told(found: Sequence[Found], depth: int = 0) -> list[tuple[Path, tuple[str, str]]]:
    """Words for each mistake; where several shapes were possible, only for the shape that was probably meant."""
    told: list[tuple[Path, tuple[str, str]]] = []

    def union(one: Found) -> tuple[str, ...]:
        return tuple(map(str, one.loc[: one.forks[depth]])) if len(one.forks) > depth else ()

    direct = [one for one in found if len(one.forks) <= depth]
    forked = sorted((one for one in found if len(one.forks) > depth), key=union)
    told += [(one.path, _words(one)) for one in direct]
    for _, group in groupby(forked, key=union):
        told += _meant(list(group), depth)
    return told


def _meant(found: list[Found], depth: int) -> list[tuple[Path, tuple[str, str]]]:
    shapes: dict[str | int, list[Found]] = {}
    for one in found:
        shapes.setdefault(one.loc[one.forks[depth]], []).append(one)
    fitting = [group for group in shapes.values() if not all(_misshapen(one, depth) for one in group)]
    if fitting:
        return _told(min(fitting, key=_strangeness), depth + 1)
    first = found[0]
    wanted = " or ".join(dict.fromkeys(_wanted(one) for one in found))
    choices = [choice for one in found for choice in one.choices]
    hint = nearest(first.given, choices) if isinstance(first.given, str) else ""
    return [(first.path, (f"{_name(first.path)} is {_shown(first.given)}; it must be {wanted}", hint))]


def _misshapen(one: Found, depth: int) -> bool:
    """Another kind of thing was expected here, rather than other contents."""
    here = len(one.loc) == one.forks[depth] + 1
    return here and (one.kind in _EXPECTED or one.kind in ("literal_error", "enum"))


def _strangeness(group: Sequence[Found]) -> float:
    return len(group) - 1.5 * sum(len(_meant_by(one)) for one in group)


def _words(one: Found) -> tuple[str, str]:
    if one.loc[-1:] == ("[key]",) and one.choices:
        return f'unknown setting "{one.path[-1]}"', nearest(one.given, one.choices) or f"it must be {_wanted(one)}"
    special = _SPECIAL.get(one.kind)
    if special:
        return special(one)
    if one.kind in _OURS:
        return _own(one)
    if wanted := _wanted(one):
        hint = nearest(one.given, one.choices) if isinstance(one.given, str) else ""
        return f"{_name(one.path)} is {_shown(one.given)}; it must be {wanted}", hint
    return f"{_name(one.path)}: {one.message[:1].lower()}{one.message[1:]}", ""


def _own(one: Found) -> tuple[str, str]:
    """The sentence of a validator of ours."""
    error = one.context.get("error")
    problem, *hint = getattr(error, "args", ()) or ("this is not possible",)
    return str(problem), str(hint[0]) if hint else ""


def _wanted(one: Found) -> str:
    if one.kind in ("literal_error", "enum"):
        choices = [str(choice) for choice in one.choices] or [str(one.context.get("expected", "something else"))]
        return choices[0] if len(choices) == 1 else "one of " + ", ".join(choices)
    if one.context.get("min_length") == 1:
        return "filled in"
    if one.kind in _LIMITS:
        return _LIMITS[one.kind].format_map(one.context)
    return _EXPECTED.get(one.kind, "")


def _unknown(one: Found) -> tuple[str, str]:
    hint = nearest(one.path[-1], one.known)
    if not hint and one.known:
        hint = "known here: " + ", ".join(sorted(one.known))
    return f'unknown setting "{one.path[-1]}"', hint


def _missing(one: Found) -> tuple[str, str]:
    return f'missing setting "{one.path[-1]}"', f"add {one.path[-1]} = … here"


def _tag_unknown(one: Found) -> tuple[str, str]:
    tag = one.context.get("tag", "")
    names = ", ".join(str(choice) for choice in one.choices)
    return f'{_name(one.path)} is "{tag}"; it must be one of {names}', nearest(tag, one.choices)


def _tag_missing(one: Found) -> tuple[str, str]:
    names = ", ".join(str(choice) for choice in one.choices)
    strange = [key for key in keys_of(one.given) if key not in one.known]
    for key in strange:
        if hint := nearest(key, one.known):
            return f'unknown setting "{key}"', hint
    if one.tag:
        return f'missing setting "{one.tag}"', f"it must be one of {names}"
    return f"{_name(one.path)} is none of the things possible here", f"use one of {names}"


_SPECIAL: Mapping[str, Callable[[Found], tuple[str, str]]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "union_tag_invalid": _tag_unknown,
    "union_tag_not_found": _tag_missing,
}


def _name(path: Path) -> str:
    """What people call this setting: its own key, or its place in a list."""
    numbers: list[str] = []
    for part in reversed(path):
        if isinstance(part, str):
            return " of ".join([*numbers, part])
        numbers.append(f"item {part + 1}")
    return "the file"


def _shown(value: Any) -> str:
    """A value as it stands in the file, shortened."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"' if len(value) <= 60 else f'"{value[:57]}…"'
        case Mapping():
            return "a table"
        case list() | tuple():
            return "a list" if value else "an empty list"
        case _:
            text = str(value)
            return text if len(text) <= 60 else f"{text[:57]}…"
