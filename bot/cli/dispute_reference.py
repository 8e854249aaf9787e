"""What `docs/disputes.md` takes from the table: python -m bot.cli.dispute_reference docs/disputes.md."""

import re
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.cases.states import WORDS, Move, State, Word
from bot.commands import Level
from bot.disputes.act import Given
from bot.disputes.moving import clock
from bot.disputes.table import AGAIN, OUTSIDE, TABLE, Clock, Way, Who
from bot.hours import Calendar

_EVERYWHERE: frozenset[Move] = frozenset(
    {"note", "join", "remind", "answer", "restrain", "propose", "second", "withdraw", "respond"}
)
"""What nearly every state allows: told once, in words, and again only where it leads somewhere of its own."""
_WHO: Mapping[Who, str] = {
    "team": "any unconflicted manager",
    "handler": "the one whose case it is",
    "fresh": "a manager who had no part in it",
    "party": "both parties",
    "opener": "whoever asked for help",
    "seated": "those who sit in the circle",
    "anybody": "anybody",
    "outside": "the outside contact",
    "program": "the bot",
    "maker": "the manager who takes a measure",
}
_WORD: Mapping[Word, str] = {
    "received": "received",
    "talked_over": "being talked over",
    "decided": "decided",
    "finished": "finished",
}
_SILENCE: Mapping[State, str] = {
    "open": "it is passed on",
    "triage": "it is passed on",
    "waiting": "no further action, and that can be appealed",
    "mediation": "both are asked whether it is settled, and have as long again; then it is closed",
    "settled": "it is closed",
    "escalated": "large: a circle is drawn. Otherwise the outside contact is asked; then there is no decision",
    "voting": "the ballots are counted as they stand",
    "deciding": "it is passed on, and this decider never gets it back",
    "decided": "it is closed",
    "appealed": "what was appealed is lifted, and it is closed; a ban goes outside first, and then stands",
    "closed": "words and names are erased",
    "archived": "",
}
_LEVELS: Mapping[Level, str] = {Level.HELPER: "", Level.MODERATOR: " (moderator)", Level.SENIOR: " (senior)"}
_FRIDAY = datetime(2027, 3, 5, 16, tzinfo=UTC)
_OFFICE = Calendar(days=frozenset(range(5)), opens=time(9), closes=time(18))
_PARTS = re.compile(r"(<!-- made from the table: (\w+) -->\n).*?(<!-- so far -->\n)", re.DOTALL)


def filled(page: str) -> str:
    """The page with every made part made anew."""
    made = {"diagram": _diagram, "states": _states, "deadlines": _deadlines}
    return _PARTS.sub(lambda found: found[1] + "\n".join(["", *made[found[2]](), "", ""]) + found[3], page)


def _diagram() -> Iterator[str]:
    yield from ("```mermaid", "stateDiagram-v2", "    [*] --> open", "    [*] --> decided: a measure, taken at once")
    for state, row in TABLE.items():
        ways: dict[State, list[str]] = {}
        for move, way in row.ways.items():
            if _of_its_own(state, move, way) and way.who != ("maker",):
                for to in way.to:
                    ways.setdefault(to, []).append(_label(state, to, way.to, move))
        for to in row.silence:
            ways.setdefault(to, []).append(_label(state, to, row.silence, "silence"))
        for to, moves in ways.items():
            if to != state:
                yield f"    {state} --> {to}: {', '.join(dict.fromkeys(moves))}"
    yield from ("    archived --> [*]", "```")


def _of_its_own(state: State, move: Move, way: Way) -> bool:
    return move not in _EVERYWHERE or (move != "withdraw" and set(way.to) != {state})


def _label(state: State, to: State, leads: tuple[State, ...], label: str) -> str:
    return "a fourth time" if _fourth(state, to, leads) else label


def _fourth(state: State, to: State, leads: tuple[State, ...]) -> bool:
    """Whether it leads there only since nothing is passed on a fourth time."""
    return to == "decided" and "escalated" in leads and state != "escalated"


def _states() -> Iterator[str]:
    yield "| state | members read | who acts | what they may do, and where it leads | if nobody acts in time |"
    yield "|---|---|---|---|---|"
    for state, row in TABLE.items():
        who = " and ".join(_WHO[one] for one in row.acts) or "–"
        ways = " · ".join(_way(state, move, way) for move, way in row.ways.items() if _of_its_own(state, move, way))
        silence = f"{_length(row.clock)}: {_SILENCE[state]} (→ {_listed(state, row.silence)})" if row.clock else "–"
        yield f"| `{state}` | {_WORD[WORDS[state]]} | {who} | {ways or '–'} | {silence} |"


def _way(state: State, move: Move, way: Way) -> str:
    of_a_measure = " of a measure" if way.who == ("maker",) else ""
    leads = tuple(to for to in way.to if to != state)
    return f"{move}{of_a_measure}{_LEVELS[way.level]}" + (f" → {_listed(state, leads)}" if leads else "")


def _listed(state: State, leads: tuple[State, ...]) -> str:
    return " or ".join(f"`{to}`" for to in leads if not _fourth(state, to, leads))


def _deadlines() -> Iterator[str]:
    yield "| what | how long | `large` | `small`, Monday to Friday, 9:00 to 18:00 |"
    yield "|---|---|---|---|"
    for state, row in TABLE.items():
        if row.clock:
            yield _deadline(f"`{state}`", row.clock)
    for state, asked in OUTSIDE.items():
        yield _deadline(f"the outside contact, in `{state}`", asked)
    yield _deadline("a second look at one's own decision, from the appeal on", AGAIN)


def _deadline(what: str, lasting: Clock) -> str:
    large, small = (_ends(lasting, calendar) for calendar in (Calendar(), _OFFICE))
    return f"| {what} | {_length(lasting)} | {large} | {small} |"


def _ends(lasting: Clock, calendar: Calendar) -> str:
    given = Given(now=_FRIDAY, seed=0, profile="small", calendar=calendar)
    ends = clock.until(lasting, "small", _FRIDAY, given)
    return f"{ends:%A} {ends.day} {ends:%B %Y, %H:%M}" if ends else ""


def _length(lasting: Clock | None) -> str:
    if lasting is None:
        return ""
    hours = lasting.lasting // timedelta(hours=1)
    return f"{hours} hours" if lasting.lasting <= timedelta(days=3) else f"{hours // 24} days"


if __name__ == "__main__":
    there = Path(sys.argv[1])
    there.write_text(filled(there.read_text(encoding="utf-8")), encoding="utf-8")
