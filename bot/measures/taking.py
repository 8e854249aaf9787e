"""A measure is taken: its reasons are stated first, then it is done; what was served already is counted once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.cases.sanctions import Sanction, runs
from bot.effects import Effect
from bot.facts import FactKey, Facts, counter_key, file_key
from bot.ids import AccountId
from bot.measures import bursts, explaining, force, ladder, notices, pace, seniors, statements
from bot.measures.ladder import NextStep
from bot.measures.scene import Scene, around, note, timer
from bot.records import Counted, Record, SanctionOrdered, SanctionTaken, TimerArmed
from bot.rooms import Ruling, Subject
from bot.settings import Settings
from bot.views import Person, Phrase

COUNTERS = {"remind": "measure:remind", "remove": "measure:remove", "timeout": "measure:timeout"}
"""What policies can count of what people decided too."""
_HURRIED = "measure:hurried"
"""The counter of how often seniors were told that somebody acts unlike themselves."""
_LASTING = frozenset({"timeout", "quarantine", "remove_from_channel", "role", "ban"})


def needs(ordered: SanctionOrdered, settings: Settings | None, facts: Facts) -> Iterator[FactKey]:
    """The measure with everyone around it, what is on file, and how whoever took it usually acts."""
    sanction = ordered.sanction
    yield from around(sanction, facts)
    yield file_key(sanction.account)
    if sanction.by is not None:
        yield file_key(sanction.by)
        yield counter_key(_HURRIED, sanction.by)
    if settings is not None:
        yield from seniors.needs(settings, facts)


def taken(ordered: SanctionOrdered, scene: Scene) -> Ruling:
    """The first of those that were decided together speaks for all of them."""
    together = tuple(credited(one, scene) for one in scene.together(ordered.sanction))
    sanction = next((one for one in together if one.id == ordered.sanction.id), ordered.sanction)
    speaks = together[0].id == sanction.id
    if scene.by_hand(sanction):
        return _by_hand(sanction, together if speaks else (), scene)
    lacks = scene.settings.file.lacks(sanction.space)
    effects: list[Effect] = []
    if speaks:
        effects += _told(together, ordered, scene)
    if not _over(sanction, scene.at.now):
        effects += force.taken(sanction, _besides(sanction, scene), scene.at.now, lacks)
    return _ruling(sanction, tuple(effects), tuple(_recorded(sanction, scene)))


def credited(sanction: Sanction, scene: Scene) -> Sanction:
    """It ends earlier by as long as other measures of the same case held the same person back before."""
    if sanction.until is None or sanction.interim or sanction.penalty.name not in _LASTING:
        return sanction
    known = scene.facts.file(sanction.account)
    upon = {one.id: one for one in (*(known.sanctions if known else ()), *scene.standing(sanction.account))}
    earlier = (one for one in upon.values() if one.case == sanction.case and one.id != sanction.id)
    since = sanction.at
    served = _served((one for one in earlier if one.penalty.name in _LASTING and one.at < since), since)
    return replace(sanction, until=sanction.until - served)


def following(sanction: Sanction, scene: Scene) -> NextStep | None:
    """What would come next, with this one on file."""
    if sanction.on_file_until is None:
        return None
    known = scene.facts.file(sanction.account)
    if known is None:
        return None
    others = tuple(one for one in known.sanctions if one.case is None or one.case != sanction.case)
    file = replace(known, sanctions=(sanction, *others))
    return ladder.next_step([file], scene.settings, scene.at.now, tuple(policy for policy, _ in sanction.policies))


def counted(sanction: Sanction, by: int = 1) -> Iterator[Record]:
    """What policies count of it moves, or moves back as of when it moved."""
    name = COUNTERS.get(sanction.penalty.name)
    if name is not None and sanction.on_file_until is not None:
        about = f"sanction:{sanction.id}" if by > 0 else f"undone:{sanction.id}"
        yield Counted(counter=name, of=sanction.account, by=by, at=sanction.at, about=about)


def _served(earlier: Iterable[Sanction], now: datetime) -> timedelta:
    """How long any of these held somebody back until now; what held at the same time counts once."""
    total, reached = timedelta(), datetime.min.replace(tzinfo=now.tzinfo)
    for one in sorted(earlier, key=lambda one: one.at):
        ends = min(end for end in (one.until, one.ended_at, now) if end is not None)
        total += max(ends - max(one.at, reached), timedelta())
        reached = max(reached, ends)
    return total


def _besides(sanction: Sanction, scene: Scene) -> tuple[Sanction, ...]:
    """What else holds them; what the same case brought before gives way to what it brings now."""
    return tuple(one for one in scene.standing(sanction.account) if one.case is None or one.case != sanction.case)


def _told(together: tuple[Sanction, ...], ordered: SanctionOrdered, scene: Scene) -> Iterator[Effect]:
    first = together[0]
    card = statements.statement(together, scene, following(first, scene))
    yield from scene.letter(first.account, card, note=note(first), hint=ordered.locale)
    lacks = scene.settings.file.lacks(first.space)
    missing = tuple(one for one in together if force.beyond(one, lacks))
    if missing:
        yield from scene.to_team(first, notices.beyond(missing))
    yield from scene.answer(ordered.answer, notices.done(together, scene))


def _recorded(sanction: Sanction, scene: Scene) -> Iterator[Record]:
    over = _over(sanction, scene.at.now)
    yield SanctionTaken(sanction=replace(sanction, state="ended", ended_at=scene.at.now) if over else sanction)
    due_at = force.next_look(sanction, scene.at.now)
    if due_at is not None:
        yield TimerArmed(timer=timer(sanction.id), due_at=due_at)
    yield from counted(sanction)


def _by_hand(sanction: Sanction, asked: tuple[Sanction, ...], scene: Scene) -> Ruling:
    """It is done already: it is written down, and whoever did it is asked for the reasons of all of it."""
    records = list(_recorded(sanction, scene))
    if asked:
        waits = TimerArmed(timer=explaining.timer(sanction.id), due_at=scene.at.now + explaining.WAITS)
        records += [waits, *bursts.begun(sanction)]
    effects = list(explaining.asked(asked, scene)) if asked else []
    if sanction.by is not None and _hurried(sanction, sanction.by, scene):
        others = seniors.besides((sanction.by,), scene)
        effects += [told for one in others for told in scene.letter(one, notices.hurried(Person(sanction.by)))]
        records.append(Counted(counter=_HURRIED, of=sanction.by, by=1, at=scene.at.now))
    return _ruling(sanction, tuple(effects), tuple(records))


def _hurried(sanction: Sanction, by: AccountId, scene: Scene) -> bool:
    """Whether they act far above their usual pace, and nobody was told so within the hour."""
    told, known = scene.facts.counter(_HURRIED, by), scene.facts.file(by)
    quiet = told is not None and scene.at.now - told.moved_at < timedelta(hours=1)
    heavy = sanction.penalty.name in pace.HEAVY
    return heavy and not quiet and pace.unusual(known.imposed if known else (), scene.at.now)


def _over(sanction: Sanction, now: datetime) -> bool:
    """Whether all of it was served before it began."""
    return sanction.penalty.name in _LASTING and not runs(sanction, now)


def _ruling(sanction: Sanction, effects: tuple[Effect, ...], records: tuple[Record, ...]) -> Ruling:
    by = "program" if sanction.by is None else "person"
    return Ruling(
        rule="measures/taken",
        why=(Phrase("measure-why", (("measure", sanction.penalty.name), ("by", by))),),
        subject=Subject(account=sanction.account, channel=sanction.channel, message=sanction.message),
        records=records,
        effects=effects,
    )
