"""Automatic decisions that their authors ask a person to look at: each has a case, so that it has a deadline.

The incident and its case go together: what is said of the one from a card ends the other, and what is decided in the
case is done to the incident by the room that keeps incidents, which also writes to its author.
"""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.lines import Evidence, Opening
from bot.cases.states import Outcome
from bot.disputes.act import Act, Step
from bot.facts import FactKey, Facts, IncidentFact, case_key, incident_key, loaded, open_about_key
from bot.ids import IncidentId
from bot.records import IncidentMoved, IncidentState
from bot.settings import Settings

_ENDINGS: dict[IncidentState, Outcome] = {"confirmed": "no_further_action", "undone": "overturned"}
OPEN_REPORT: frozenset[IncidentState] = frozenset({"standing", "taken", "requested"})
"""An earlier report in one of these still waits for somebody."""


def concerns(moved: IncidentMoved) -> bool:
    """Whether it may begin or end a case."""
    return moved.case is None and (moved.state == "asked" or moved.state in _ENDINGS)


def needs(incident: IncidentId, facts: Facts) -> Iterator[FactKey]:
    """The incident, and its case."""
    yield incident_key(incident)
    yield open_about_key(incident)
    known = loaded(facts.open_about, incident)
    yield from map(case_key, known.cases if known else ())


def case_of(incident: IncidentId, facts: Facts) -> Case | None:
    """The live case in which an incident is looked at."""
    known = facts.open_about(incident)
    cases = (facts.case(one) for one in known.cases) if known else iter(())
    return next((one for one in cases if one is not None and one.live and one.opening.kind == "review"), None)


def opening(fact: IncidentFact, settings: Settings) -> Opening:
    """What begins when its author asks a person."""
    opened = fact.opened
    pinned = zip(opened.policies, opened.revisions, strict=False)
    return Opening(
        kind="review",
        door="incident",
        space=opened.space,
        profile=settings.profile,
        opener=opened.account,
        channel=opened.channel,
        message=opened.message,
        incident=opened.incident,
        policies=tuple(pinned),
        titles=opened.titles,
        evidence=seen(fact),
        locale=opened.locale,
    )


def seen(fact: IncidentFact) -> Evidence:
    """What an incident kept of what was written."""
    opened = fact.opened
    return Evidence(
        message=opened.message,
        channel=opened.channel,
        author=opened.account,
        text=opened.text,
        readable=opened.readable,
    )


def from_report(fact: IncidentFact) -> Opening:
    """A report from before there were cases, taken up as one."""
    opened = fact.opened
    return Opening(
        kind="report",
        door="incident",
        space=opened.space,
        concern=opened.concern,
        respondent=opened.account,
        reporter=opened.reporter,
        channel=opened.channel,
        message=opened.message,
        incident=opened.incident,
        text=opened.reason,
        evidence=seen(fact) if opened.message is not None else None,
        locale=opened.locale,
    )


def ended(moved: IncidentMoved, case: Case) -> tuple[Act, ...]:
    """What the case hears of what somebody said of the incident."""
    by, outcome = moved.by, _ENDINGS[moved.state]
    stays = moved.state == "confirmed"
    decided = Act(move="dismiss" if stays else "decide", by=by, outcome=outcome, policies=case.opening.policies)
    if case.state == "triage" and case.handler != by:
        return Act(move="release", by=None), Act(move="claim", by=by), decided
    return (Act(move="claim", by=by), decided) if case.state == "open" else (decided,)


def follows(step: Step, now: IncidentFact | None) -> IncidentMoved | None:
    """What becomes of the incident where its case was decided; None where that changes nothing."""
    case, line = step.after, step.line
    if case.opening.kind != "review" or case.opening.incident is None or now is None:
        return None
    overturned = line.move in ("decide", "overturn") and case.outcome == "overturned"
    decided = line.move in ("decide", "dismiss", "uphold")
    state: IncidentState = "undone" if overturned else "confirmed"
    if not (overturned or decided) or now.state == state:
        return None
    return IncidentMoved(incident=case.opening.incident, state=state, by=line.by, at=line.at, case=case.id)
