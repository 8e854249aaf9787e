"""Books of cases for tests: a clerk who writes down, line by line, what messages tell it to."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot import codec
from bot.cases import folding
from bot.cases.lines import Draw, Evidence, Line, Opening, Penalty, Quote, Tally
from bot.cases.sanctions import Sanction, runs
from bot.effects import SendDirect
from bot.events import MessagePosted
from bot.facts import (
    CaseFact,
    FactKey,
    Facts,
    SanctionFact,
    StandingFact,
    account_key,
    case_key,
    sanction_key,
    standing_key,
)
from bot.ids import AccountId, CaseId, SanctionId, channel_id, message_id, role_id
from bot.records import CaseLogged, Record, SanctionMoved, SanctionTaken
from bot.rooms import Input, Moment, Ruling
from bot.views import Card, Verbatim
from tests.builders import CHANNEL, MONDAY, SPACE, message, someone

ADA, BOB, EVE, MODERATOR, OTHER = map(someone, ("ada", "bob", "eve", "mona", "otto"))
JURORS = tuple(map(someone, ("j1", "j2", "j3", "j4", "j5")))
WORDS = "it was the purple umbrella"
THEIRS = "nobody likes your umbrella"
OVERHEARD = "I saw that umbrella too"
REASONS = "because umbrellas are to be respected"
SECRETS = (WORDS, THEIRS, OVERHEARD, REASONS, "umbrella")


@dataclass
class Clerk:
    """Writes lines and measures down as messages dictate them, and folds them as every room does."""

    tells: bool = True
    """Whether each of its rulings has a reason, and a letter with the line's words besides."""
    name: str = "clerk"
    hears: frozenset[type] = frozenset({MessagePosted})
    keeps: frozenset[type] = frozenset({CaseLogged, SanctionTaken, SanctionMoved})

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        if not isinstance(given, MessagePosted) or not given.text.startswith("{"):
            return frozenset()
        said = json.loads(given.text)
        return frozenset((case_key(CaseId(said["case"])), account_key(given.account)))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        if not isinstance(given, MessagePosted) or not given.text.startswith("{"):
            return ()
        said = json.loads(given.text)
        case = CaseId(said["case"])
        known = facts.case(case)
        line = codec.load_line(json.dumps(said["line"]))
        records: list[Record] = [CaseLogged(case=case, number=known.lines + 1 if known else 1, line=line)]
        records += [SanctionTaken(sanction=one) for one in codec.load_sanctions(json.dumps(said["taken"]))]
        why = (Verbatim(f"because of {line.text}"),) if self.tells else ()
        words = line.text or (line.opening.text if line.opening else "")
        card = Card(body=(Verbatim(words or line.choice or line.move),))
        letter = SendDirect(space=SPACE, account=given.account, card=card, locale="en", note=f"case {case}")
        return (Ruling(rule=f"clerk/{line.move}", why=why, records=tuple(records), effects=(letter,)),)

    def touches(self, record: Record) -> frozenset[FactKey]:
        if isinstance(record, CaseLogged):
            return frozenset({case_key(record.case)})
        if isinstance(record, SanctionTaken):
            return frozenset({sanction_key(record.sanction.id), standing_key(record.sanction.account)})
        if isinstance(record, SanctionMoved):
            return frozenset({sanction_key(record.sanction), standing_key(record.account)})
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        if isinstance(record, CaseLogged):
            case = folding.after(facts.case(record.case), record.case, record.line)
            facts.put(case_key(record.case), CaseFact(case=case))
        elif isinstance(record, SanctionTaken):
            one = record.sanction
            facts.put(sanction_key(one.id), SanctionFact(sanction=one))
            if runs(one, one.at):
                known = facts.standing(one.account)
                held = (*(known.sanctions if known else ()), one)
                facts.put(standing_key(one.account), StandingFact(account=one.account, sanctions=held))


def dictated(
    number: int, case: str, line: Line, *taken: Sanction, by: AccountId | None = None, after: float = 0
) -> MessagePosted:
    """A message that makes the clerk write a line down."""
    said = {
        "case": case,
        "line": json.loads(codec.dump_line(line)),
        "taken": json.loads(codec.dump_sanctions(taken)),
    }
    spoken = message(json.dumps(said), number=number, by="clerk", after=after)
    return spoken if by is None else replace(spoken, account=by, name=by.rpartition("/")[2].title())


def line(after: float, move: Any, state: Any, *, days: float | None = 1, **more: Any) -> Line:
    """A line so many seconds after Monday nine o'clock."""
    at = MONDAY + timedelta(seconds=after)
    due_at = None if days is None else at + timedelta(days=days)
    return Line(at=at, move=move, state=state, due_at=due_at, **{"by": None, **more})


def sanction(case: str, upon: AccountId, name: Any = "timeout", *, hours: float | None = 72, **more: Any) -> Sanction:
    """A measure that a case brought."""
    until = None if hours is None else MONDAY + timedelta(hours=hours)
    given = {
        "id": SanctionId(f"{case}-3-1"),
        "space": SPACE,
        "account": upon,
        "penalty": Penalty(name=name, seconds=None if hours is None else int(hours * 3600)),
        "by": MODERATOR,
        "at": MONDAY,
        "reasons": REASONS,
        "case": CaseId(case),
        "until": until,
        "on_file_until": MONDAY + timedelta(days=90),
        "quote": THEIRS,
        "message": message_id(CHANNEL, "7"),
    }
    return Sanction(**{**given, **more})


def evidence() -> Evidence:
    """What Bob wrote to Ada, with somebody beside."""
    return Evidence(
        message=message_id(CHANNEL, "7"),
        channel=CHANNEL,
        author=BOB,
        text=THEIRS,
        edits=("nobody likes your hat",),
        files=(("umbrella.png", "ab12"),),
        around=(Quote(message=message_id(CHANNEL, "6"), author=OTHER, at=MONDAY, text=OVERHEARD),),
        roles=(role_id(SPACE, "poets"),),
    )


def opening(kind: Any = "dispute", **more: Any) -> Opening:
    """Ada asks for help about Bob."""
    asked = {"opener": ADA} if kind == "dispute" else {"reporter": ADA}
    given = {
        "kind": kind,
        "door": "command",
        "space": SPACE,
        "respondent": BOB,
        "channel": channel_id(SPACE, "C1"),
        "message": message_id(CHANNEL, "7"),
        "text": WORDS,
        "wish": f"that {BOB} keeps away from my umbrella",
        "evidence": evidence(),
        **asked,
    }
    return Opening(**{**given, **more})


def quarrel(case: str = "1", *, first: int = 1, after: float = 0, kind: Any = "dispute") -> list[MessagePosted]:
    """From the first word to a decision: Bob is paused for three days."""
    said = Penalty(name="timeout", seconds=3 * 86_400)
    told = [
        line(after + 1, "open", "open", by=ADA, opening=opening(kind)),
        line(after + 2, "claim", "triage", by=MODERATOR),
        line(after + 3, "note", "triage", by=MODERATOR, text="they know each other from the umbrella club"),
        line(after + 4, "note", "triage", by=BOB, text=f"{ADA} began: <@ada> took my umbrella"),
        line(after + 5, "decide", "decided", by=MODERATOR, outcome="measure", text=REASONS, penalties=(said,), days=14),
    ]
    taken = (sanction(case, BOB),)
    return [
        dictated(first + place, case, one, *(taken if one.move == "decide" else ()), after=after + 1 + place)
        for place, one in enumerate(told)
    ]


def voting(case: str = "2", *, first: int = 21, after: float = 20) -> list[MessagePosted]:
    """A circle votes; it has yet to be counted."""
    drawn = Draw(seed=7, electorate=JURORS, drawn=JURORS, size=3)
    told = [
        line(after + 1, "open", "open", by=ADA, opening=opening()),
        line(after + 2, "escalate", "escalated", by=MODERATOR),
        line(after + 3, "empanel", "voting", by=MODERATOR, draw=drawn),
        line(after + 4, "ballot", "voting", by=JURORS[0], choice="measure"),
        line(after + 5, "ballot", "voting", by=JURORS[1], choice="nothing"),
        line(after + 6, "retract", "voting", by=JURORS[1]),
        line(after + 7, "ballot", "voting", by=JURORS[2], choice="talk"),
    ]
    cast = ("ballot", "retract")
    return [
        dictated(first + place, case, one, by=one.by if one.move in cast else None, after=after + place)
        for place, one in enumerate(told)
    ]


def counted(case: str = "2", *, number: int = 40, after: float = 40) -> MessagePosted:
    """The ballots are closed."""
    tally = Tally(seated=3, measure=1, nothing=0, talk=1, abstained=0, result="tie")
    return dictated(number, case, line(after, "count", "escalated", tally=tally), after=after)


HALF_A_YEAR = 200 * 86_400.0


def archived(case: str = "1", *, number: int = 50, after: float = HALF_A_YEAR) -> list[MessagePosted]:
    """Closed, and then put away."""
    closed = line(after, "lapse", "closed", days=180)
    gone = line(after + 1, "archive", "archived", days=None)
    return [
        dictated(number, case, closed, after=after),
        dictated(number + 1, case, gone, after=after + 1),
    ]


def moment(days: float) -> datetime:
    """So many days after Monday nine o'clock."""
    return MONDAY + timedelta(days=days)
