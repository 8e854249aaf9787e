"""What one of the team does not decide alone in a case: another senior is asked, who agrees or does not."""

from collections.abc import Mapping
from dataclasses import replace

from bot.cases.case import Case, Pending
from bot.cases.folding import YES
from bot.cases.lines import PenaltyName
from bot.commands import Level
from bot.disputes import who
from bot.disputes.act import Act
from bot.disputes.scene import Scene
from bot.facts import accounts_of
from bot.ids import AccountId
from bot.measures import conflicts, together
from bot.views import Card, Instant, Phrase


def others(case: Case, by: AccountId, scene: Scene) -> tuple[AccountId, ...]:
    """The seniors who could agree: somebody else, who is there and may act in the case."""
    settings, facts, now = scene.settings, scene.facts, scene.at.now
    stage = conflicts.stage_of(case.state)
    found = who.available(case, settings, facts, now, least=Level.SENIOR, stage=stage)
    own = who.kin(case, by, facts, now)
    return tuple(one for one in found if one not in own and not who.away(settings, one, facts, now))


def takes_two(case: Case, by: AccountId, scene: Scene) -> Mapping[PenaltyName, Phrase]:
    """What somebody does not decide alone in this case, and why."""
    files = who.files(accounts_of(by, scene.facts), scene.facts)
    there = bool(others(case, by, scene))
    return together.takes_two(files, scene.settings, scene.at.now, others=there)


def proposed(act: Act, case: Case, scene: Scene) -> Act | Card:
    """The act as it is where one is enough; else as it is asked of others; a card where there is nobody to ask."""
    if act.by is None:
        return act
    two = takes_two(case, act.by, scene)
    if not any(one.name in two for one in act.penalties):
        return act
    if not others(case, act.by, scene):
        return Card(body=(together.NOBODY,), tone="notice")
    return replace(act, move="propose", choice=act.move, outcome=None)


def asked(act: Act, case: Case, scene: Scene) -> Card:
    """What whoever wants it reads: why it takes two, and for how long somebody can agree."""
    two = takes_two(case, act.by, scene) if act.by is not None else {}
    why = next((two[one.name] for one in act.penalties if one.name in two), together.FOR_BANS)
    until = Instant(scene.at.now + together.SECOND_FOR)
    return Card(body=(why, Phrase("measure-second-asked", (("until", until),))))


def answered(by: AccountId, choice: str, case: Case, number: str) -> tuple[Act, ...] | Card:
    """What somebody says to it, and what follows from it in the same breath."""
    waits = case.pending
    if waits is None or str(waits.number) != number:
        return Card(body=(together.GONE,), tone="notice")
    said = Act(move="second", by=by, choice=choice)
    return (said, _carried_out(waits)) if choice == YES else (said,)


def _carried_out(waits: Pending) -> Act:
    """By whoever wanted it, as if they did so now."""
    return Act(
        move=waits.move,
        by=waits.by,
        text=waits.text,
        outcome="measure" if waits.move == "decide" else None,
        penalties=waits.penalties,
        policies=waits.policies,
    )
