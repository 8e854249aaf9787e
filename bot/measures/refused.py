"""A platform would not do it: nothing is claimed that is not so, and nobody is left without the reasons."""

from collections.abc import Iterator, Sequence

from bot.cases.sanctions import Sanction
from bot.effects import CreatePrivateThread, Effect, Handle, PostCard
from bot.events import EffectRefused
from bot.facts import FactKey, Facts, loaded, sanction_key
from bot.ids import ChannelId
from bot.measures import force, notices, statements
from bot.measures.scene import Scene, around, note, noted, timer
from bot.measures.taking import counted
from bot.records import Record, SanctionMoved, TimerCancelled
from bot.rooms import Ruling, Subject
from bot.views import Bilingual, Phrase, Verbatim

_THREAD = Bilingual("A word from the team", "Un mot de l'équipe")
_LEAVES = frozenset({"kick", "ban"})


def matters(refusal: EffectRefused) -> bool:
    """Whether it is about a measure of ours: its statement, or what it does."""
    told = refusal.wanted in ("send_direct", "post_card")
    return noted(refusal.note) is not None and (told or refusal.wanted in force.FORCE)


def needs(refusal: EffectRefused, facts: Facts) -> Iterator[FactKey]:
    """The measure, with everyone around it."""
    name = noted(refusal.note)
    if name is not None:
        yield sanction_key(name)
        if (known := loaded(facts.sanction, name)) is not None:
            yield from around(known, facts)


def ruled(refusal: EffectRefused, scene: Scene) -> Iterator[Ruling]:
    """What follows; nothing about what is over, or was forgotten."""
    name = noted(refusal.note)
    sanction = scene.facts.sanction(name) if name is not None else None
    if sanction is None or sanction.state not in ("standing", "ended"):
        return
    if refusal.wanted == "send_direct":
        yield _ruling("untold", sanction, _elsewhere(sanction, scene))
    elif refusal.wanted == "post_card":
        yield _ruling("untold", sanction, _to_those_who_care(sanction, scene, elsewhere=False))
    elif refusal.wanted == "delete_message" and refusal.because and refusal.because.key.endswith("-gone"):
        return
    elif _left(sanction, scene):
        yield _ruling("away", sanction, scene.to_team(sanction, notices.away(sanction)))
    else:
        moved = SanctionMoved(sanction=sanction.id, account=sanction.account, state="failed", at=scene.at.now)
        records = (moved, TimerCancelled(timer=timer(sanction.id)), *counted(sanction, by=-1))
        yield _ruling("failed", sanction, _failed(sanction, refusal, scene), records)


def _elsewhere(sanction: Sanction, scene: Scene) -> Iterator[Effect]:
    """In a conversation of its own where they still are; otherwise it is kept until they ask for it."""
    together = scene.together(sanction)
    where = _where(together, scene)
    if where is None:
        yield from _to_those_who_care(sanction, scene, elsewhere=False)
        return
    thread = Handle(f"measure-{sanction.id}/told")
    locale = scene.locale(sanction.account)
    yield CreatePrivateThread(
        space=sanction.space,
        channel=where,
        name=_THREAD.say(locale),
        members=(sanction.account,),
        binds=thread,
        note=note(sanction),
    )
    yield PostCard(
        space=sanction.space,
        channel=thread,
        card=statements.statement(together, scene),
        locale=locale,
        address=scene.settings.address,
        mentions=(sanction.account,),
        note=note(sanction),
    )
    yield from _to_those_who_care(sanction, scene, elsewhere=True)


def _where(together: Sequence[Sanction], scene: Scene) -> ChannelId | None:
    """Below which channel they can be spoken to; None where they had to leave, or nothing of the kind is there."""
    space = together[0].space
    if any(one.penalty.name in _LEAVES for one in together) or _left(together[0], scene):
        return None
    if "create_private_thread" in scene.settings.file.lacks(space):
        return None
    places = (*(one.channel for one in together), scene.settings.announcements.get(space))
    return next((place for place in places if place is not None), None)


def _to_those_who_care(sanction: Sanction, scene: Scene, *, elsewhere: bool) -> Iterator[Effect]:
    """The team, and whoever decided it."""
    card = notices.untold(sanction, elsewhere=elsewhere)
    told = tuple(scene.to_team(sanction, card))
    yield from told
    if sanction.by is not None and any(isinstance(one, PostCard) for one in told):
        yield from scene.letter(sanction.by, card)


def _failed(sanction: Sanction, refusal: EffectRefused, scene: Scene) -> Iterator[Effect]:
    yield from scene.letter(sanction.account, statements.failed(sanction))
    yield from scene.to_team(sanction, notices.failed(sanction, refusal.because or Verbatim(refusal.reason)))


def _left(sanction: Sanction, scene: Scene) -> bool:
    known = scene.person(sanction.account)
    return known is not None and known.left_at is not None and sanction.penalty.name != "ban"


def _ruling(rule: str, sanction: Sanction, effects: Iterator[Effect], records: Sequence[Record] = ()) -> Ruling:
    return Ruling(
        rule=f"measures/{rule}",
        why=(Phrase("measure-why-refused", (("how", rule), ("measure", sanction.penalty.name))),),
        subject=Subject(account=sanction.account),
        records=tuple(records),
        effects=tuple(effects),
    )
