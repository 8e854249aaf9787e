"""Whoever comes back finds what still holds, and so does another account of theirs, linked before or since; they are
told once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from bot.cases.sanctions import Sanction, runs
from bot.effects import Effect
from bot.events import MemberJoined
from bot.facts import (
    SETTINGS_KEY,
    FactKey,
    Facts,
    account_key,
    accounts_of,
    case_key,
    counter_key,
    keys_of_each,
    loaded,
)
from bot.ids import AccountId, ChannelId, SanctionId, digest, space_of
from bot.measures import force, notices, statements
from bot.measures.scene import Scene, holding, timer
from bot.records import AccountMoved, Counted, Record, SanctionTaken, TimerArmed
from bot.rooms import Ruling, Subject
from bot.views import Card, Person, Phrase

_TOLD = "measure:told"
"""The counter of who was told at their return."""
_EVERYWHERE = frozenset({"timeout", "quarantine", "role", "ban"})


def needs(given: MemberJoined | AccountMoved, facts: Facts) -> Iterator[FactKey]:
    """Everything that holds any account of theirs, and whether they were told; of linked ones also who is here."""
    if isinstance(given, MemberJoined):
        yield from _needs(given.account, facts, lambda: _running(given, facts))
        return
    yield from keys_of_each(given.account, facts, account_key)
    for one in loaded(accounts_of, given.account, facts) or ():
        yield from _needs(one, facts, partial(_of_others, one, facts))


def ruled(given: MemberJoined | AccountMoved, scene: Scene) -> Iterator[Ruling]:
    """What follows for whoever comes, or has linked an account."""
    return _linked(given, scene) if isinstance(given, AccountMoved) else _rejoined(given, scene)


def _rejoined(joined: MemberJoined, scene: Scene) -> Iterator[Ruling]:
    """Nobody gets rid of anything by leaving, nor with another account."""
    running = [one for one in _running(joined, scene.facts) if runs(one, scene.at.now)]
    if not running or joined.by_bot:
        return
    here = tuple(_own(one, joined.account) for one in running)
    lacks = scene.settings.file.lacks(joined.space)
    shown = notices.returned(here, Person(joined.account), lacks) if joined.channel is None else None
    yield _again(joined.account, running, scene, statements.again, shown, joined.channel)


def _linked(moved: AccountMoved, scene: Scene) -> Iterator[Ruling]:
    """What holds one account of a person holds those that are linked with it, at once."""
    for account in accounts_of(moved.account, scene.facts):
        known = scene.person(account)
        if known is None or known.bot or known.left_at is not None:
            continue
        running = [one for one in _of_others(account, scene.facts) if runs(one, scene.at.now)]
        if running:
            here = tuple(_own(one, account) for one in running)
            lacks = scene.settings.file.lacks(space_of(account))
            shown = notices.returned(here, Person(account), lacks, linked=True)
            yield _again(account, running, scene, statements.shared, shown)


def _again(
    account: AccountId,
    running: Sequence[Sanction],
    scene: Scene,
    letter: Callable[[Sequence[Sanction], Scene], Card],
    shown: Card | None,
    channel: ChannelId | None = None,
) -> Ruling:
    """What holds is done upon this account; they are told once, and first."""
    here = tuple(_own(one, account) for one in running)
    lacks = scene.settings.file.lacks(space_of(account))
    untold = [one for one in here if scene.facts.counter(_TOLD, one.id) is None]
    effects: list[Effect] = []
    if untold:
        effects += scene.letter(account, letter(untold, scene))
    for one in here:
        effects += force.taken(one, here, scene.at.now, lacks)
    if shown is not None:
        effects += scene.to_team(running[0], shown)
    return Ruling(
        rule="measures/returned",
        why=(Phrase("measure-why-returned"),),
        subject=Subject(account=account, channel=channel),
        records=tuple(_recorded(running, here, untold, scene)),
        effects=tuple(effects),
    )


def _needs(account: AccountId, facts: Facts, running: Callable[[], Sequence[Sanction]]) -> Iterator[FactKey]:
    yield SETTINGS_KEY
    yield from holding(account, facts)
    for one in loaded(running) or ():
        yield counter_key(_TOLD, _own(one, account).id)
        if one.case is not None:
            yield case_key(one.case)


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
    """What holds them where they came."""
    return tuple(one for one in _upon(joined.account, facts) if _concerns(one, joined))


def _of_others(account: AccountId, facts: Facts) -> tuple[Sanction, ...]:
    """What holds other accounts of theirs and not this one yet."""
    return tuple(one for one in _upon(account, facts) if one.account != account)


def _upon(account: AccountId, facts: Facts) -> tuple[Sanction, ...]:
    """What holds them in a space: their own first, and of another account's only what their own has no copy of."""
    found: dict[SanctionId, Sanction] = {}
    for own in (account, *(one for one in accounts_of(account, facts) if one != account)):
        known = facts.standing(own)
        for one in known.sanctions if known and space_of(own) == space_of(account) else ():
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
