"""Arrivals, effects and receipts to JSON and back: for the outbox, the inbox, the quarantine and, one day, a broker."""

import json
from datetime import datetime
from functools import cache
from typing import Annotated, Any

from pydantic import Discriminator, TypeAdapter

from bot.cases.case import Case
from bot.cases.lines import Line
from bot.cases.sanctions import Sanction
from bot.effects import Effect
from bot.ports import Arrival
from bot.proposals import Proposal
from bot.records import IncidentOpened
from bot.views import Text


@cache
def _arrivals() -> TypeAdapter[Arrival]:
    return TypeAdapter(Annotated[Arrival, Discriminator("kind")])


@cache
def _effects() -> TypeAdapter[Effect]:
    return TypeAdapter(Annotated[Effect, Discriminator("kind")])


@cache
def _texts() -> TypeAdapter[tuple[Text, ...]]:
    return TypeAdapter(tuple[Text, ...])


@cache
def _incidents() -> TypeAdapter[IncidentOpened]:
    return TypeAdapter(IncidentOpened)


@cache
def _cases() -> TypeAdapter[Case]:
    return TypeAdapter(Case)


@cache
def _lines() -> TypeAdapter[Line]:
    return TypeAdapter(Line)


@cache
def _sanctions() -> TypeAdapter[tuple[Sanction, ...]]:
    return TypeAdapter(tuple[Sanction, ...])


@cache
def _proposals() -> TypeAdapter[Proposal]:
    return TypeAdapter(Proposal)


def dump_arrival(arrival: Arrival) -> str:
    """ASCII JSON: lone surrogates and NUL come through every database unharmed."""
    return _ascii(_arrivals().dump_python(arrival, mode="python"))


def load_arrival(text: str) -> Arrival:
    """The arrival that `dump_arrival` wrote. Raises ValueError (pydantic's) where it is something else."""
    return _arrivals().validate_python(json.loads(text))


def dump_effect(effect: Effect) -> str:
    """ASCII JSON."""
    return _ascii(_effects().dump_python(effect, mode="python"))


def load_effect(text: str) -> Effect:
    """The effect that `dump_effect` wrote. Raises ValueError (pydantic's) where it is something else."""
    return _effects().validate_python(json.loads(text))


def dump_texts(texts: tuple[Text, ...]) -> str:
    """ASCII JSON."""
    return _ascii(_texts().dump_python(texts, mode="python"))


def load_texts(text: str) -> tuple[Text, ...]:
    """The texts that `dump_texts` wrote."""
    return _texts().validate_python(json.loads(text))


def dump_incident(opened: IncidentOpened) -> dict[str, Any]:
    """Plain values, ready for JSON."""
    dumped: dict[str, Any] = json.loads(_ascii(_incidents().dump_python(opened, mode="python")))
    return dumped


def load_incident(values: dict[str, Any]) -> IncidentOpened:
    """The incident that `dump_incident` wrote, times as such or as text."""
    return _incidents().validate_python(values)


def dump_case(case: Case) -> str:
    """ASCII JSON."""
    return _ascii(_cases().dump_python(case, mode="python"))


def load_case(text: str) -> Case:
    """The case that `dump_case` wrote."""
    return _cases().validate_python(json.loads(text))


def dump_line(line: Line) -> str:
    """ASCII JSON."""
    return _ascii(_lines().dump_python(line, mode="python"))


def load_line(text: str) -> Line:
    """The line that `dump_line` wrote."""
    return _lines().validate_python(json.loads(text))


def dump_sanctions(sanctions: tuple[Sanction, ...]) -> str:
    """ASCII JSON."""
    return _ascii(_sanctions().dump_python(sanctions, mode="python"))


def load_sanctions(text: str) -> tuple[Sanction, ...]:
    """The measures that `dump_sanctions` wrote."""
    return _sanctions().validate_python(json.loads(text))


def dump_proposal(proposal: Proposal) -> str:
    """ASCII JSON."""
    return _ascii(_proposals().dump_python(proposal, mode="python"))


def load_proposal(text: str) -> Proposal:
    """The proposal that `dump_proposal` wrote."""
    return _proposals().validate_python(json.loads(text))


def _ascii(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, default=_plain, separators=(",", ":"))


def _plain(value: object) -> str | list[str]:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    message = f"{type(value).__name__} has no place in a stored vocabulary"
    raise TypeError(message)
