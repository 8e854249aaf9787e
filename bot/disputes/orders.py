"""What a line of a case orders upon a person: taken, softened, lifted, or erased as if it had never been; each once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.cases.case import Case
from bot.cases.folding import LIFT, OUTAGE
from bot.cases.lines import Evidence, Line, Penalty
from bot.cases.sanctions import Sanction, SanctionState
from bot.disputes.act import Step
from bot.disputes.scene import Scene
from bot.ids import AccountId, SanctionId
from bot.records import Record, SanctionOrdered, SanctionsRevoked
from bot.views import Bilingual

MEANWHILE_AT_MOST = timedelta(hours=72)
"""What holds before anything is decided holds no longer."""
_LONGEST_QUOTE = 1000


def records(step: Step, scene: Scene) -> Iterator[Record]:
    """What ends comes before what begins."""
    if step.after.opening.door == "import" or step.line.move == "propose":
        return
    yield from _revoked(step)
    yield from _ordered(step, scene)


def _revoked(step: Step) -> Iterator[Record]:
    before, line = step.before, step.line
    if before is None:
        return
    if before.restraint and (line.move == "restrain" or step.after.state in ("decided", "closed")):
        yield _revoke(step, "lifted", interim=True)
    if before.decision is None or not before.decision.penalties or line.choice == OUTAGE:
        return
    if line.outcome == "overturned" or _replaces(before, line):
        yield _revoke(step, "overturned")
    elif line.outcome == "no_decision":
        yield _revoke(step, "lifted")
    elif line.move == "lapse" and before.state == "appealed" and line.state == "appealed":
        yield replace(_revoke(step, "lifted"), sparing=("ban",))


def _replaces(before: Case, line: Line) -> bool:
    """Whether it is decided anew: made milder, or decided once more after all."""
    anew = line.state == "decided" and before.state != "decided" and line.outcome != "no_decision"
    return anew or (bool(line.penalties) and line.move != "restrain")


def _revoke(step: Step, state: SanctionState, *, interim: bool = False) -> SanctionsRevoked:
    return SanctionsRevoked(
        case=step.after.id, sanctions=(), state=state, by=step.line.by, at=step.line.at, interim=interim
    )


def _ordered(step: Step, scene: Scene) -> Iterator[Record]:
    case, line, upon = step.after, step.line, step.after.opening.respondent
    if upon is None or line.choice == LIFT:
        return
    for number, penalty in enumerate(line.penalties, 1):
        sanction = replace(_sanction(step, upon, penalty, scene), id=SanctionId(f"{case.id}-{case.lines}-{number}"))
        locale = case.opening.locale if upon == case.opening.opener else None
        yield SanctionOrdered(sanction=sanction, locale=locale, answer=scene.waiting if number == 1 else None)


def _sanction(step: Step, upon: AccountId, penalty: Penalty, scene: Scene) -> Sanction:
    case, line = step.after, step.line
    opening, shown = case.opening, _shown(case, upon)
    interim = line.move == "restrain"
    decision = case.decision
    appeal_until = decision.appeal_until if decision is not None and case.state == "decided" and not interim else None
    return Sanction(
        id=SanctionId(""),
        space=opening.space,
        account=upon,
        penalty=penalty,
        by=line.by,
        at=line.at,
        reasons=line.text,
        case=case.id,
        until=_until(penalty, line, interim=interim),
        on_file_until=None if interim else line.at + scene.settings.on_file,
        channel=penalty.channel or (shown.channel if shown else None),
        message=penalty.message or (shown.message if shown else None),
        quote=shown.text[:_LONGEST_QUOTE] if shown else "",
        policies=line.policies,
        titles=tuple(_titles(case, line, scene)),
        interim=interim,
        appeal_until=appeal_until,
    )


def _until(penalty: Penalty, line: Line, *, interim: bool) -> datetime | None:
    """When it ends by itself; what only holds meanwhile always does."""
    ends = line.at + timedelta(seconds=penalty.seconds) if penalty.seconds is not None else None
    if not interim:
        return ends
    latest = line.at + MEANWHILE_AT_MOST
    return min(one for one in (ends, line.until, latest) if one is not None)


def _shown(case: Case, upon: AccountId) -> Evidence | None:
    """What they wrote themselves: nobody is told of what others wrote."""
    return next((one for one in case.evidence if one.author == upon), None)


def _titles(case: Case, line: Line, scene: Scene) -> Iterator[Bilingual]:
    """What the rules are called in the wordings that they are named in: those of the facts, or today's."""
    then = dict(zip(case.opening.policies, case.opening.titles, strict=False))
    for pin in line.policies:
        today = scene.settings.file.rules.get(pin[0])
        if (title := then.get(pin) or (today.title if today is not None else None)) is not None:
            yield title
