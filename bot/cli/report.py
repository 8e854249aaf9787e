"""A backtest as one HTML file: nothing is loaded from elsewhere, nothing runs, and members' words are escaped."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.app import outputs
from bot.cli import answers, charts, shown
from bot.cli.backtested import actions_named
from bot.cli.desk import Desk
from bot.cli.stats import effect_name, mode_name
from bot.locales import formats

_TEMPLATE = "backtest.html"


def write(desk: Desk, told: answers.Backtest, file: Path) -> None:
    """Write the report. Raises Complaints where it cannot be written."""
    outputs.write(file, page(desk, told))


def page(desk: Desk, told: answers.Backtest) -> str:
    """The report as text."""
    environment = Environment(
        loader=PackageLoader("bot.cli", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": lambda value: shown.number(desk, value),
        "share": lambda value: shown.share(desk, value),
        "moment": lambda value: formats.date_time(value, desk.locale, told.time_zone),
        "day": lambda value: formats.date(value, desk.locale, told.time_zone),
        "mode": lambda value: mode_name(desk, value),
        "effect": lambda value: effect_name(desk, value),
        "actions": lambda value: actions_named(desk, value),
        "words": lambda value: value.fr if desk.locale == "fr" else value.en,
        "marked": _marked,
    }
    return environment.get_template(_TEMPLATE).render(
        told=told,
        say=desk.say,
        locale=desk.locale,
        weeks=_weeks(desk, told),
        bars=_bars(desk, told),
        sparkline=lambda policy: charts.sparkline(policy.weeks, _weeks_said(desk, policy)),
        busy=[policy for policy in told.policies if policy.matched or policy.spared],
        quiet=[policy for policy in told.policies if not policy.matched and not policy.spared],
    )


def _weeks(desk: Desk, told: answers.Backtest) -> Markup:
    columns = [
        charts.Column(_short(desk, week), (week.acted, week.trial), _week_said(desk, week)) for week in told.weeks
    ]
    return charts.columns(columns, desk.say("report-weeks-title"))


def _short(desk: Desk, week: answers.Week) -> str:
    return f"{week.start.day}/{week.start.month}" if desk.locale == "fr" else f"{week.start.day} {week.start:%b}"


def _week_said(desk: Desk, week: answers.Week) -> str:
    figures = {"acted": week.acted, "trial": week.trial, "messages": week.messages}
    return desk.say("report-week", start=_short(desk, week), **figures)


def _weeks_said(desk: Desk, policy: answers.PolicyTally) -> str:
    return desk.say("report-sparkline", policy=policy.policy, weeks=", ".join(map(str, policy.weeks)))


def _bars(desk: Desk, told: answers.Backtest) -> Markup:
    rows = [
        charts.Row(policy.policy, policy.matched, policy.mode, f"{policy.policy}: {policy.matched}")
        for policy in told.policies
        if policy.matched
    ]
    return charts.rows(rows[:12], desk.say("report-bars-title"))


def _marked(sample: answers.Sample | answers.ChangeLine) -> Markup:
    """A message with what matched between marks, all of it escaped."""
    return Markup("").join(_pieces(sample.text, sample.spans))


def _pieces(text: str, spans: list[answers.Span]) -> Iterator[Markup]:
    done = 0
    for span in spans:
        if span.start >= done:
            yield Markup.escape(text[done : span.start])
            yield Markup("<mark>{}</mark>").format(text[span.start : span.end])
            done = span.end
    yield Markup.escape(text[done:])
