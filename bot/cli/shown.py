"""What every list of decisions shares, for people and for programs: a message, who wrote it, where it matched."""

from collections.abc import Mapping

from rich.padding import Padding
from rich.text import Text

from bot.app.decisions import Decision, Line
from bot.cli import answers
from bot.cli.desk import Desk
from bot.cli.screen import clean, marked, quoted
from bot.ids import ChannelId
from bot.locales import formats

_BARS = "▁▂▃▄▅▆▇█"
_MOST_BARS = 12


def sample(decision: Decision, channels: Mapping[ChannelId, str]) -> answers.Sample:
    """A decision as other programs read it."""
    hits = [hit for hit in decision.hits if hit.mode == decision.mode]
    return answers.Sample(
        at=decision.line.at,
        channel=channel_name(decision.line, channels),
        author=author(decision.line),
        text=decision.line.text,
        spans=spans(decision.spans),
        mode=decision.mode,
        policies=[hit.policy for hit in hits],
        actions=list(dict.fromkeys(action for hit in hits for action in hit.actions)),
        evidence=list(decision.evidence),
    )


def spans(places: tuple[tuple[int, int], ...]) -> list[answers.Span]:
    """Places in a text."""
    return [answers.Span(start=start, end=end) for start, end in places]


def channel_name(line: Line, channels: Mapping[ChannelId, str]) -> str:
    """As people call it, or as the platform does."""
    return channels.get(line.channel, line.channel.rpartition("/")[2])


def author(line: Line) -> str:
    """The name at that moment, or the platform's own id."""
    return line.name or line.account.rpartition("/")[2]


def tell_message(desk: Desk, one: answers.Sample | answers.ChangeLine, zone: str, most: int = 140) -> None:
    """When, where, who, and what."""
    head = Text(f"{formats.date_time(one.at, desk.locale, zone)} · ")
    head.append(f"#{clean(one.channel)} · " if one.channel else "")
    desk.out.print(head.append(clean(one.author), "bold"))
    said = quoted(one.text, [(span.start, span.end) for span in one.spans], most=most, marks=desk.plain)
    desk.out.print(Padding(marked(said, desk.locale), (0, 0, 0, 4)))


def number(desk: Desk, value: float) -> str:
    """A figure as the language writes it."""
    return formats.number(round(value, 2), desk.locale)


def share(desk: Desk, value: float | None) -> str:
    """A share of one, or a dash."""
    return "–" if value is None else formats.percent(value, desk.locale)


def sparkline(values: list[int]) -> str:
    """A row of small bars; a dot where there is nothing; neighbouring weeks are added up where there are many."""
    size = -(-len(values) // _MOST_BARS)
    if size > 1:
        values = [sum(values[start : start + size]) for start in range(0, len(values), size)]
    highest = max(values, default=0)
    return "".join(_BARS[-(-value * len(_BARS) // highest) - 1] if value else "·" for value in values)
