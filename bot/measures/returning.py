"""Whoever comes back finds what still holds, and so does another account of theirs; they are told once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.cases.sanctions import Sanction, runs
from bot.effects import Effect
from bot.errors import RuleError
from bot.events import MemberJoined
from bot.facts import SETTINGS_KEY, FactKey, Facts, accounts_of, case_key, counter_key
from bot.ids import AccountId, SanctionId, digest, space_of
from bot.measures import force, notices, statements
from bot.measures.scene import Scene, holding, timer
from bot.records import Counted, Record, SanctionTaken, TimerArmed
from bot.rooms import Ruling, Subject
from bot.views import Person, Phrase

_TOLD = "measure:told"
"""The counter of who was told at their return."""
_EVERYWHERE = frozenset({"timeout", "quarantine", "role", "ban"})


def needs(joined: MemberJoined, facts: Facts) -> Iterator[FactKey]:
    """Everything that holds any account of theirs, and whether they were told."""
    yield SETTINGS_KEY
    yield from holding(joined.account, facts)
    try:
        running = _running(joined, facts)
    except RuleError:
        return
    for one in running:
        yield counter_key(_TOLD, _own(one, joined.account).id)
        if one.case is not None:
            yield case_key(one.case)


def rejoined(joined: MemberJoined, scene: Scene) -> Iterator[Ruling]:
    """Nobody gets rid of anything by leaving, nor with another account."""
    running = [one for one in _running(joined, scene.facts) if runs(one, scene.at.now)]
    if not running or joined.by_bot:
        return
    here = tuple(_own(one, joined.account) for one in running)
    lacks = scene.settings.file.lacks(joined.space)
    untold = [one for one in here if scene.facts.counter(_TOLD, one.id) is None]
    effects: list[Effect] = []
    if untold:
        effects += scene.letter(joined.account, statements.again(untold, scene))
    for one in here:
        effects += force.taken(one, here, scene.at.now, lacks)
    if joined.channel is None:
        effects += scene.to_team(running[0], notices.returned(here, Person(joined.account), lacks))
    yield Ruling(
        rule="measures/returned",
        why=(Phrase("measure-why-returned"),),
        subject=Subject(account=joined.account, channel=joined.channel),
        records=tuple(_recorded(running, here, untold, scene)),
        effects=tuple(effects),
    )


def _recorded(
    running: Sequence[Sanction], here: Sequence[Sanction], untold: Sequence[Sanction], scene: Scene
) -> Iterator[Record]:
    """What now holds another account is a measure of its own, which no ladder counts."""
    for before, one in zip(running, here, strict=True):
        if before.id != one.id:
            yield SanctionTaken(sanction=one)
        if (look := force.next_look(one, scene.at.now)) is not None:
            yield TimerArmed(timer=timer(one.id), due_at=look)
    for one in untold:
        yield Counted(counter=_TOLD, of=one.id, by=1, at=scene.at.now)


def _running(joined: MemberJoined, facts: Facts) -> tuple[Sanction, ...]:
    """What holds them here: their own first, and of another account's only what their own has no copy of."""
    found: dict[SanctionId, Sanction] = {}
    accounts = (joined.account, *(one for one in accounts_of(joined.account, facts) if one != joined.account))
    for account in accounts:
        known = facts.standing(account)
        for one in known.sanctions if known and space_of(account) == joined.space else ():
            if _concerns(one, joined):
                found.setdefault(_original(one.id), one)
    return tuple(found.values())


def _concerns(sanction: Sanction, joined: MemberJoined) -> bool:
    if joined.channel is None:
        return sanction.penalty.name in _EVERYWHERE
    return sanction.penalty.name == "remove_from_channel" and force.left(sanction) == joined.channel


def _own(sanction: Sanction, account: AccountId) -> Sanction:
    """The measure itself, or its copy upon this account."""
    if sanction.account == account:
        return sanction
    name = SanctionId(f"{_original(sanction.id)}.{digest(account, 4)}")
    return replace(sanction, id=name, account=account, on_file_until=None)


def _original(name: SanctionId) -> SanctionId:
    return SanctionId(name.partition(".")[0])
