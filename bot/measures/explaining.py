"""What was done by hand on the platform needs its reasons too: whoever did it is asked, and the statement follows.

Where nobody answers within a day, whom it fell upon is told all the same: what was done, that no reasons were given,
and how to answer back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.cases.sanctions import Sanction
from bot.effects import Effect
from bot.events import FormSubmitted
from bot.facts import FactKey, Facts, account_key, accounts_of, counter_key, loaded, sanction_key
from bot.ids import SanctionId, TimerId
from bot.measures import levels, notices, statements
from bot.measures.scene import Scene, around, note
from bot.records import Counted, Record, SanctionTaken, TimerCancelled
from bot.rooms import Ruling, Subject
from bot.settings import trusted
from bot.views import Phrase

WAITS = timedelta(days=1)
FORM = "measure-explain"
_TIMER = "unexplained:"
_EXPLAINED = "measure:explained"
"""The counter of what was explained."""


def timer(sanction: SanctionId) -> TimerId:
    """Until then whoever did it can say why before anybody is told."""
    return TimerId(f"{_TIMER}{sanction}")


def timed(name: TimerId) -> SanctionId | None:
    """What was not explained in time."""
    return SanctionId(name.removeprefix(_TIMER)) if name.startswith(_TIMER) else None


def asked(together: Sequence[Sanction], scene: Scene) -> Iterator[Effect]:
    """Whoever did it is asked in private why."""
    first = together[0]
    if first.by is not None:
        yield from scene.letter(first.by, notices.explain(together))


def needs(given: FormSubmitted, facts: Facts) -> Iterator[FactKey]:
    """What it is about, once that is known, and whether it was explained."""
    name = SanctionId(given.about)
    yield from (sanction_key(name), counter_key(_EXPLAINED, name), account_key(given.account))
    if (known := loaded(facts.sanction, name)) is not None:
        yield from around(known, facts)


def explained(given: FormSubmitted, scene: Scene) -> Ruling:
    """The statement goes out with the reasons, once."""
    sanction = scene.facts.sanction(SanctionId(given.about))
    reasons = dict(given.values).get("reason", "").strip()
    refusal = _refusal(given, sanction, reasons, scene)
    if sanction is None or refusal is not None:
        said = refusal or Phrase("measure-unknown")
        return Ruling(rule="measures/not-explained", effects=(scene.reply(given, notices.said(said)),))
    together = tuple(replace(one, reasons=reasons) for one in scene.together(sanction))
    records: tuple[Record, ...] = (
        *(SanctionTaken(sanction=one) for one in together),
        Counted(counter=_EXPLAINED, of=sanction.id, by=1, at=scene.at.now),
        TimerCancelled(timer=timer(sanction.id)),
    )
    effects = (*told(together, scene), scene.reply(given, notices.said(Phrase("measure-explained"))))
    return _ruling("explained", sanction, effects, records)


def untold(name: SanctionId, scene: Scene) -> Iterator[Ruling]:
    """Nobody said why: it is told without."""
    sanction = scene.facts.sanction(name)
    if sanction is not None and sanction.state in ("standing", "ended"):
        together = tuple(replace(one, reasons="") for one in scene.together(sanction))
        yield _ruling("unexplained", sanction, tuple(told(together, scene)), ())


def told(together: Sequence[Sanction], scene: Scene) -> Iterator[Effect]:
    """The statement of what was done by hand."""
    first = together[0]
    yield from scene.letter(first.account, statements.statement(together, scene), note=note(first))


def _refusal(given: FormSubmitted, sanction: Sanction | None, reasons: str, scene: Scene) -> Phrase | None:
    if sanction is None or not scene.by_hand(sanction) or sanction.state not in ("standing", "ended"):
        return Phrase("measure-unknown")
    if given.account in accounts_of(sanction.account, scene.facts):
        return Phrase("measure-not-oneself")
    level = trusted(scene.settings, given, scene.person(given.account))
    if given.account != sanction.by and level < levels.REQUIRES[sanction.penalty.name]:
        return Phrase("measure-not-level", (("level", levels.REQUIRES[sanction.penalty.name].name.lower()),))
    if scene.facts.counter(_EXPLAINED, sanction.id) is not None:
        return Phrase("measure-explained-already")
    return None if reasons else Phrase("measure-no-reason")


def _ruling(rule: str, sanction: Sanction, effects: tuple[Effect, ...], records: tuple[Record, ...]) -> Ruling:
    return Ruling(
        rule=f"measures/{rule}",
        why=(Phrase("measure-why-explained"),),
        subject=Subject(account=sanction.account),
        records=records,
        effects=effects,
    )
