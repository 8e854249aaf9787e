"""How a community was looked after in a period: counted, and told so that nobody can be recognised."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple, get_args

from bot.cases.states import Door, Kind, Outcome
from bot.facts import CounterFact, FactKey, FiguresFact, counter_key
from bot.facts.figures import CaseFigure, figures_key
from bot.insights import masking, waiting
from bot.insights.periods import Period
from bot.settings import CRITICISM
from bot.views import Card, Field, Phrase, Text, Verbatim

_CHANGED = ("soften", "overturn")
_MOST_RULES = 12


class Row(NamedTuple):
    """One figure with what it counts."""

    name: str
    """Stable, for programs."""
    label: Text
    value: Text


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that belong together."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that is told of a period."""

    period: Period
    sections: tuple[Section, ...]
    empty: bool
    """Nothing happened that could be told of."""


def needs(period: Period) -> tuple[FactKey, FactKey]:
    """What a report is made of: what happened, and the counter of critical messages that managers removed."""
    return figures_key(period.since, period.until), counter_key(*CRITICISM)


def report(figures: FiguresFact, removed: CounterFact | None, period: Period, now: datetime) -> Report:
    """Count; `removed` is the counter of critical messages."""
    moves = removed.recent if removed is not None else ()
    criticism = sum(move.by for move in moves if period.since <= move.at < period.until)
    cases = [case for case in figures.cases if case.door != "import"]
    sections = (
        Section("automatic", tuple(_automatic(figures, cases))),
        Section("brought", tuple(_brought(cases))),
        Section("outcomes", tuple(_outcomes(cases))),
        Section("times", tuple(_times(cases, min(now, period.until)))),
        Section("fairness", tuple(_fairness(cases, criticism))),
        Section("rules", tuple(_rules(figures, cases))),
    )
    return Report(period, sections, empty=not cases and not figures.incidents)


def card(made: Report, *, running: bool) -> Card:
    """The report as it is posted; `running`: its period is not over."""
    body: list[Text] = [Phrase("transparency-intro")]
    if running:
        body.append(Phrase("transparency-running"))
    if made.empty:
        body.append(Phrase("transparency-nothing"))
    fields = (
        Field(label=row.label, value=row.value)
        for section in made.sections
        if section.name != "rules" and not made.empty
        for row in section.rows
    )
    return Card(
        title=Phrase("transparency-title", (("period", made.period.name),)),
        body=(*body, *_lines(made)),
        fields=tuple(fields),
    )


def _lines(made: Report) -> Iterator[Text]:
    rules = next(section for section in made.sections if section.name == "rules")
    if rules.rows and not made.empty:
        yield Phrase("transparency-rules")
        for row in rules.rows:
            yield row.value


def _automatic(figures: FiguresFact, cases: list[CaseFigure]) -> Iterator[Row]:
    number, people = len(figures.incidents), sum(case.outcome == "measure" for case in cases)
    undone = sum(one.state == "undone" for one in figures.incidents)
    yield _row("automatic", _number(number))
    yield _row("by_people", _number(people))
    yield _row("share_automatic", _share(number, number + people))
    yield _row("undone", _number(undone))


def _brought(cases: list[CaseFigure]) -> Iterator[Row]:
    yield _row("cases", _number(len(cases)))
    yield from _parted("door", get_args(Door), cases, lambda case: case.door)
    yield from _parted("kind", get_args(Kind), cases, lambda case: case.kind)


def _outcomes(cases: list[CaseFigure]) -> Iterator[Row]:
    yield from _parted("outcome", (*get_args(Outcome), "open"), cases, lambda case: case.outcome or "open")


def _times(cases: list[CaseFigure], until: datetime) -> Iterator[Row]:
    waits = [((one.decided_at or until) - one.opened_at, one.decided_at is not None) for one in cases]
    for name, share in (("median", 0.5), ("ninety", 0.9)):
        length = waiting.quantile(waits, share) if len(waits) >= masking.SMALLEST else None
        yield _row(name, _length(length), (("number", len(waits)),))


def _fairness(cases: list[CaseFigure], criticism: int) -> Iterator[Row]:
    appealed = [case for case in cases if case.appealed]
    changed = sum(case.result in _CHANGED for case in appealed)
    yield _row("appeals", _number(len(appealed)))
    yield _row("changed", _number(changed))
    yield _row("share_changed", _share(changed, len(appealed)))
    yield _row("missed", _number(sum(case.missed for case in cases)))
    yield _row("recusals", _number(sum(case.recusals for case in cases)))
    yield _row("criticism", _number(criticism))


def _rules(figures: FiguresFact, cases: list[CaseFigure]) -> Iterator[Row]:
    """The rules that were applied most, with what was taken back of it."""
    automatic = Counter(policy for one in figures.incidents for policy in one.policies)
    undone = Counter(policy for one in figures.incidents if one.state == "undone" for policy in one.policies)
    people = Counter(policy for case in cases for policy in case.policies)
    appeals = Counter(policy for case in cases if case.appealed for policy in case.policies)
    changed = Counter(policy for case in cases if case.result in _CHANGED for policy in case.policies)
    for policy, _ in (automatic + people).most_common(_MOST_RULES):
        given = (
            ("rule", policy),
            ("automatic", masking.told(automatic[policy])),
            ("undone", masking.told(undone[policy])),
            ("people", masking.told(people[policy])),
            ("appeals", masking.told(appeals[policy])),
            ("changed", masking.told(changed[policy])),
        )
        yield Row(policy, Verbatim(policy), Phrase("transparency-rule", given))


def _parted(
    name: str, values: Iterable[str], cases: list[CaseFigure], of: Callable[[CaseFigure], str]
) -> Iterator[Row]:
    counted = Counter(map(of, cases))
    said = masking.parts({value: counted[value] for value in values})
    for value, number in said.items():
        if number != "0":
            yield Row(f"{name}_{value}", Phrase(f"transparency-{name}", (("value", value),)), Verbatim(number))


def _row(name: str, value: Text, given: tuple[tuple[str, int], ...] = ()) -> Row:
    return Row(name, Phrase("transparency-figure", (("figure", name), *given)), value)


def _number(number: int) -> Text:
    return Verbatim(masking.told(number))


def _share(part: int, whole: int) -> Text:
    """In whole percent; nothing where either number may not be told, since one would give the other away."""
    hidden = any(0 < one < masking.SMALLEST for one in (part, whole, whole - part))
    if not whole or hidden:
        return Phrase("transparency-unknown")
    return Phrase("transparency-percent", (("share", round(100 * part / whole)),))


def _length(length: timedelta | None) -> Text:
    if length is None:
        return Phrase("transparency-unknown")
    hours = length.total_seconds() / 3600
    if hours < 1:
        return Phrase("transparency-minutes", (("number", max(round(hours * 60), 1)),))
    if hours < 48:
        return Phrase("transparency-hours", (("number", round(hours)),))
    return Phrase("transparency-days", (("number", round(hours / 24)),))
