"""Managers take measures: levels and conflicts are looked at, heavy ones are asked about, and some take two people."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot import settings as community
from bot.cases.sanctions import Sanction
from bot.commands import Level
from bot.effects import Effect
from bot.events import Ask, ButtonPressed
from bot.facts import SETTINGS_KEY, FactKey, Facts, accounts_of, file_key, kin_keys, kin_of, loaded, sanction_key
from bot.ids import AccountId, SanctionId
from bot.measures import conflicts, levels, notices, seniors, together, wishes
from bot.measures.levels import Side
from bot.measures.scene import Scene, timer
from bot.records import Record, SanctionDropped, SanctionProposed, TimerArmed, TimerCancelled
from bot.rooms import Ruling, Subject
from bot.settings import Settings, trusted
from bot.views import Card, Instant, Person, Phrase

ACTIONS = frozenset({"measure-confirm", "measure-cancel", "measure-second"})
SURE_FOR = timedelta(minutes=15)
"""So long somebody can say that they are sure."""
_HEAVY = frozenset({"kick", "ban"})
_LONG = timedelta(days=1)
_JUST_NOW = timedelta(hours=1)


def needs(ask: Ask, settings: Settings | None, facts: Facts) -> Iterator[FactKey]:
    """The two sides with all of their accounts and files, and who else could agree."""
    yield SETTINGS_KEY
    upon = wishes.target(ask)
    if isinstance(ask, ButtonPressed):
        name = SanctionId(ask.subject)
        yield sanction_key(name)
        known = loaded(facts.sanction, name)
        upon = known.account if known else None
    for person in (ask.account, upon):
        if person is not None:
            yield from side_keys(person, facts)
    if settings is not None:
        yield from seniors.needs(settings, facts)


def side_keys(person: AccountId, facts: Facts) -> Iterator[FactKey]:
    """Somebody with all accounts that are or lately were theirs, and the files of all."""
    yield from kin_keys(person, facts, file_key)


def asked(ask: Ask, scene: Scene) -> Ruling:
    """What follows from a command or a form."""
    wish = wishes.understood(ask, scene.settings)
    if isinstance(wish, Phrase):
        return _answered("not-understood", ask, scene, wish)
    proposed = wish.proposed(wishes.named(ask))
    manager = side(ask.account, scene, trusted(scene.settings, ask, scene.person(ask.account)))
    upon = side(wish.target, scene)
    barred = levels.barred(manager, upon, [wish.penalty.name], scene.at.now)
    if barred is not None:
        return _answered("barred", ask, scene, barred)
    if (why := _takes_two(proposed, manager, scene)) is not None:
        return _for_a_second(ask, proposed, why, scene)
    if (unusual := _unusual(proposed, upon, scene.at.now)) is not None:
        return _for_certainty(ask, proposed, unusual, scene)
    return Ruling(rule="measures/wanted", records=(wishes.wanted(proposed, ask, scene.settings),))


def pressed(press: ButtonPressed, scene: Scene) -> Ruling:
    """What follows from a button below a proposal."""
    proposed = scene.facts.sanction(SanctionId(press.subject))
    if proposed is None or proposed.state != "proposed":
        return _answered("gone", press, scene, together.GONE)
    manager = side(press.account, scene, trusted(scene.settings, press, scene.person(press.account)))
    refusal = _refused(press.action, proposed, manager, scene)
    if refusal is not None:
        return _answered("refused", press, scene, refusal)
    if press.action == "measure-cancel":
        return _answered("cancelled", press, scene, Phrase("measure-cancelled"), _dropped(proposed))
    second = press.account if press.action == "measure-second" else None
    case = wishes.wanted(proposed, press, scene.settings, second)
    return Ruling(rule="measures/wanted", records=(*_dropped(proposed), case))


def _refused(action: str, proposed: Sanction, manager: Side, scene: Scene) -> Phrase | None:
    """Why somebody may not press that, where they may not."""
    mine = proposed.by in manager.accounts
    if proposed.account in manager.accounts:
        return Phrase("measure-not-oneself")
    if action == "measure-cancel":
        return None if mine or manager.level >= Level.SENIOR else Phrase("measure-not-yours")
    if action == "measure-second" and (mine or manager.level < Level.SENIOR):
        return together.SOMEBODY_ELSE
    if action == "measure-confirm" and (not mine or _takes_two(proposed, manager, scene) is not None):
        return Phrase("measure-not-yours")
    return levels.barred(manager, side(proposed.account, scene), [proposed.penalty.name], scene.at.now)


def expired(name: SanctionId, scene: Scene) -> Iterator[Ruling]:
    """Nobody was sure in time, or nobody agreed: whoever wanted it is told that nothing came of it."""
    proposed = scene.facts.sanction(name)
    if proposed is not None and proposed.state == "proposed" and proposed.by is not None:
        said = notices.said(Phrase("measure-expired", (("person", Person(proposed.account)),)))
        told = scene.letter(proposed.by, said)
        yield Ruling(
            rule="measures/expired",
            records=(SanctionDropped(sanction=name),),
            effects=tuple(told) if _waited_long(proposed, scene) else (),
        )


def side(person: AccountId, scene: Scene, level: Level | None = None) -> Side:
    """Somebody with all accounts that are or lately were theirs; of those that are, the highest level counts."""
    own = accounts_of(person, scene.facts)
    accounts = kin_of(person, scene.facts, scene.at.now - conflicts.MEMORY)
    known = [scene.person(one) for one in own]
    by_roles = [scene.settings.level(one.roles, one.account) for one in known if one is not None]
    by_name = [scene.settings.level((), one) for one in own]
    files = (scene.facts.file(one) for one in accounts)
    return Side(
        accounts=accounts,
        level=level if level is not None else max([*by_roles, *by_name]),
        files=tuple(one for one in files if one is not None),
        bot=any(one.bot for one in known if one is not None),
    )


def _takes_two(proposed: Sanction, manager: Side, scene: Scene) -> Phrase | None:
    """Why one person is not enough; None where one is."""
    others = bool(_others(proposed, scene))
    found = together.takes_two(manager.files, scene.settings, scene.at.now, others=others)
    return found.get(proposed.penalty.name)


def _unusual(proposed: Sanction, upon: Side, now: datetime) -> Phrase | None:
    """Why somebody is asked whether they are sure; None where it is nothing special."""
    penalty = proposed.penalty
    if penalty.name in _HEAVY:
        return Phrase("measure-heavy", (("measure", penalty.name), ("end", "no" if penalty.seconds is None else "yes")))
    if upon.level > Level.MEMBER:
        return Phrase("measure-unusual-team")
    lately = [one for file in upon.files for one in file.sanctions if one.at > now - _JUST_NOW]
    if any(one.penalty.name == penalty.name and one.state == "standing" for one in lately):
        return Phrase("measure-unusual-again")
    endless = penalty.name in ("quarantine", "role", "remove_from_channel") and penalty.seconds is None
    if endless or (penalty.seconds is not None and penalty.seconds > _LONG.total_seconds()):
        return Phrase("measure-unusual-long")
    return None


def _for_certainty(ask: Ask, proposed: Sanction, why: Phrase, scene: Scene) -> Ruling:
    until = scene.at.now + SURE_FOR
    card = notices.sure(proposed, why, Instant(until))
    return _proposed("unsure", proposed, until, (scene.reply(ask, card),))


def _for_a_second(ask: Ask, proposed: Sanction, why: Phrase, scene: Scene) -> Ruling:
    """The team is asked where it reads, or each senior alone where it is about one of the team or nobody reads.

    Nothing where there is nobody to ask.
    """
    others = _others(proposed, scene)
    if not others:
        return _answered("nobody-second", ask, scene, together.NOBODY)
    until = scene.at.now + together.SECOND_FOR
    card = notices.second(proposed, why, Instant(until))
    about_team = side(proposed.account, scene).level > Level.MEMBER
    channel = None if about_team else scene.settings.managers.get(proposed.space)
    effects: list[Effect] = (
        [community.posted(scene.settings, proposed.space, channel, card)] if channel is not None else []
    )
    if channel is None:
        effects += [effect for one in others for effect in scene.letter(one, card)]
    if why == together.FOR_PACE:
        effects += [effect for one in others for effect in scene.letter(one, notices.hurried(Person(ask.account)))]
    told = Phrase("measure-second-asked", (("until", Instant(until)),))
    return _proposed("second", proposed, until, (*effects, scene.reply(ask, Card(body=(why, told)))))


def _others(proposed: Sanction, scene: Scene) -> tuple[AccountId, ...]:
    """Who could agree: not whoever wants it, nor whom it falls upon."""
    since = scene.at.now - conflicts.MEMORY
    sides = (one for one in (proposed.by, proposed.account) if one is not None)
    return seniors.besides([kin for one in sides for kin in kin_of(one, scene.facts, since)], scene)


def _waited_long(proposed: Sanction, scene: Scene) -> bool:
    """Whether it waited for another; whoever was asked to be sure knows that they were not."""
    return scene.at.now - proposed.at >= together.SECOND_FOR


def _proposed(rule: str, proposed: Sanction, until: datetime, effects: tuple[Effect, ...]) -> Ruling:
    records = (SanctionProposed(sanction=proposed), TimerArmed(timer=timer(proposed.id), due_at=until))
    return Ruling(rule=f"measures/{rule}", records=records, effects=effects)


def _dropped(proposed: Sanction) -> tuple[Record, ...]:
    return (SanctionDropped(sanction=proposed.id), TimerCancelled(timer=timer(proposed.id)))


def _answered(rule: str, ask: Ask, scene: Scene, said: Phrase, records: tuple[Record, ...] = ()) -> Ruling:
    return Ruling(
        rule=f"measures/{rule}",
        subject=Subject(account=ask.account),
        records=records,
        effects=(scene.reply(ask, notices.said(said)),),
    )
