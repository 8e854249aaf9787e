"""A measure ends: in time, by a person, or because it was a mistake and never was."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.cases.sanctions import Sanction, runs
from bot.effects import Effect
from bot.events import ActionTaken
from bot.facts import FactKey, Facts, accounts_of, case_key, file_key, loaded, person_keys
from bot.ids import AccountId, SanctionId, is_forgotten
from bot.measures import force, notices, statements
from bot.measures.scene import Scene, holding, needs_of, timer
from bot.measures.taking import counted
from bot.records import Record, SanctionMoved, SanctionsRevoked, TimerArmed, TimerCancelled
from bot.rooms import Ruling, Subject
from bot.views import Phrase

_LIFTS = {"lift_timeout": "timeout", "unban": "ban", "remove_role": "role"}
"""What somebody does by hand, and what ends by it."""


def due(name: SanctionId, scene: Scene) -> Iterator[Ruling]:
    """It is over, or it goes on and the platform has to be told anew."""
    sanction = scene.facts.sanction(name)
    if sanction is None or sanction.state != "standing":
        return
    standing, now = scene.standing(sanction.account), scene.at.now
    lacks = scene.settings.file.lacks(sanction.space)
    if runs(sanction, now):
        renewed = tuple(force.taken(sanction, standing, now, lacks))
        look = force.next_look(sanction, now)
        armed = (TimerArmed(timer=timer(name), due_at=look),) if look is not None else ()
        yield _ruling("renewed", sanction, renewed, armed)
        return
    effects = [*_let_go(sanction, standing, scene), *scene.letter(sanction.account, statements.ended(sanction))]
    if sanction.penalty.name == "ban" and is_forgotten(sanction.account):
        effects += scene.to_team(sanction, notices.nameless(sanction))
    yield _ruling("ended", sanction, effects, (_moved(sanction, "ended", now),))


def _let_go(sanction: Sanction, standing: Iterable[Sanction], scene: Scene) -> Iterator[Effect]:
    """Nothing for a timeout whose time has come: the platform ends it by itself."""
    if sanction.penalty.name != "timeout":
        lacks = scene.settings.file.lacks(sanction.space)
        yield from force.lifted(sanction, standing, scene.at.now, lacks)


def needs_of_revoked(revoked: SanctionsRevoked, facts: Facts) -> Iterator[FactKey]:
    """Everything that the case brought, upon whomever of its parties, with all of their accounts."""
    yield case_key(revoked.case)
    for name in revoked.sanctions:
        yield from needs_of(name, facts)
    for party in _parties(revoked, facts):
        yield from holding(party, facts)
        yield from map(file_key, _accounts(party, facts))


def revoked(record: SanctionsRevoked, scene: Scene) -> Iterator[Ruling]:
    """What runs is lifted; what was a mistake is forgotten by whatever counted it."""
    meant = tuple(_meant(record, scene))
    gone = {one.id for one in meant}
    for sanction in meant:
        others = tuple(one for one in scene.standing(sanction.account) if one.id not in gone)
        lacks = scene.settings.file.lacks(sanction.space)
        effects = force.lifted(sanction, others, record.at, lacks) if runs(sanction, record.at) else ()
        erased = counted(sanction, by=-1) if record.state == "overturned" else ()
        cancelled = TimerCancelled(timer=timer(sanction.id))
        records = (_moved(sanction, record.state, record.at), cancelled, *erased)
        yield _ruling(record.state, sanction, effects, records)


def _meant(record: SanctionsRevoked, scene: Scene) -> Iterator[Sanction]:
    """Each once, as it stands; what was ended or lifted long ago is forgotten all the same where it was a mistake."""
    found: dict[SanctionId, Sanction] = {}
    for party in _parties(record, scene.facts):
        for account in _accounts(party, scene.facts):
            known = scene.facts.file(account)
            found.update((one.id, one) for one in (known.sanctions if known else ()))
            found.update((one.id, one) for one in scene.standing(account))
    found.update((name, one) for name in record.sanctions if (one := scene.facts.sanction(name)) is not None)
    named = record.sanctions
    for one in found.values():
        chosen = not named or one.id in named or _derived(one.id) in named
        if one.case != record.case or not chosen or one.penalty.name in record.sparing:
            continue
        if record.interim and not one.interim:
            continue
        if one.state == "standing" or (one.state in ("ended", "lifted") and record.state == "overturned"):
            yield one


def _derived(name: SanctionId) -> SanctionId:
    """Of which measure this one is the copy upon another account of the same person."""
    return SanctionId(name.partition(".")[0])


def _parties(record: SanctionsRevoked, facts: Facts) -> tuple[AccountId, ...]:
    case = loaded(facts.case, record.case)
    return case.parties if case else ()


def _accounts(account: AccountId, facts: Facts) -> tuple[AccountId, ...]:
    return loaded(accounts_of, account, facts) or (account,)


def lifts(action: ActionTaken) -> bool:
    """Whether somebody let a person go."""
    return action.action in _LIFTS and action.account is not None


def by_hand(action: ActionTaken, account: AccountId, scene: Scene) -> Iterator[Ruling]:
    """Whoever lets somebody go on the platform ends what we hold against them in that way."""
    ends = [
        one
        for one in scene.standing(account)
        if one.penalty.name == _LIFTS[action.action] and one.penalty.role == action.role and runs(one, scene.at.now)
    ]
    if ends:
        yield from lifted(ends, scene, by=action.by, done=True)


def needs_of_lifted(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    """What holds somebody, with the case that brought each and whoever decided it."""
    yield from holding(account, facts)
    for one in held(account, facts):
        if one.case is not None:
            yield case_key(one.case)
        if one.by is not None:
            yield from person_keys(one.by, facts)


def held(account: AccountId, facts: Facts) -> Iterator[Sanction]:
    """What holds any account of somebody, as far as that is known."""
    for one in _accounts(account, facts):
        known = loaded(facts.standing, one)
        yield from known.sanctions if known else ()


def lifted(
    sanctions: Sequence[Sanction], scene: Scene, *, by: AccountId | None, done: bool = False, reason: str = ""
) -> Iterator[Ruling]:
    """Somebody ends them early; whom they fell upon hears of it, and so does whoever else decided it.

    `done` where the platform has let go already.
    """
    gone = {one.id for one in sanctions}
    for number, one in enumerate(sanctions):
        others = tuple(other for other in scene.standing(one.account) if other.id not in gone)
        lacks = scene.settings.file.lacks(one.space)
        let_go = () if done else force.lifted(one, others, scene.at.now, lacks)
        mine = [other for other in sanctions if other.account == one.account]
        told = scene.letter(one.account, statements.lifted(mine, reason)) if sanctions.index(mine[0]) == number else ()
        moved = (_moved(one, "lifted", scene.at.now), TimerCancelled(timer=timer(one.id)))
        yield _ruling("lifted", one, (*let_go, *told, *_to_decider(one, by, reason, scene)), moved)


def _to_decider(sanction: Sanction, by: AccountId | None, reason: str, scene: Scene) -> Iterator[Effect]:
    """Nothing of a copy upon another account, nor to whoever takes back what they decided themselves."""
    decided = sanction.by
    if decided is None or _derived(sanction.id) != sanction.id:
        return
    known = scene.person(decided)
    own = by is not None and by in accounts_of(decided, scene.facts)
    if known is not None and known.left_at is None and not own:
        yield from scene.letter(decided, notices.lifted(sanction, by, reason))


def _moved(sanction: Sanction, state: str, at: datetime) -> SanctionMoved:
    return SanctionMoved(sanction=sanction.id, account=sanction.account, state=state, at=at)  # type: ignore[arg-type]


def _ruling(rule: str, sanction: Sanction, effects: Iterable[Effect], records: Iterable[Record]) -> Ruling:
    return Ruling(
        rule=f"measures/{rule}",
        why=(Phrase("measure-why-ended", (("how", rule), ("measure", sanction.penalty.name))),),
        subject=Subject(account=sanction.account),
        records=tuple(records),
        effects=tuple(effects),
    )
