"""What the team does about a raid: once for all who came, after one more press, and undone in one go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import settings as community
from bot.cases.case import Case
from bot.cases.lines import Line, Penalty
from bot.cases.sanctions import Sanction, runs
from bot.commands import Level
from bot.effects import Effect, PauseInvites, QuarantineMember, SetSlowmode
from bot.events import Ask, ButtonPressed, FormSubmitted
from bot.facts import FactKey, Facts, account_key, case_key, crowd_key, incident_key, loaded, sanction_key, standing_key
from bot.ids import AccountId, ChannelId, TimerId, space_of
from bot.records import (
    CaseLogged,
    IncidentMoved,
    Record,
    SanctionsRevoked,
    SanctionTaken,
    TimerArmed,
    TimerCancelled,
)
from bot.rooms import Ruling
from bot.settings import Settings
from bot.team import raid_cards, raids
from bot.team.mornings import next_morning
from bot.team.raid import HELD_FOR, Raid, call_timer, of, sanction_id, slow_timer
from bot.team.scene import Scene, trusted
from bot.views import Bilingual, Card, Instant, Person, Phrase

PACES: Mapping[str, int] = {"ten": 10, "minute": 60, "five": 300}
"""How often each person can write in a slow channel, in seconds, as the form names it."""
ACTIONS = frozenset(
    {
        "raid-hold",
        "raid-hold-sure",
        "raid-invites",
        "raid-invites-sure",
        "raid-undo",
        "raid-undo-sure",
        "raid-take",
    }
)
FORM = "raid-slow"
_SLOW_FOR = timedelta(hours=1)
_INVITES = timedelta(hours=1), timedelta(hours=24)
"""For how long nobody new comes in, at least and at most: until the team is at work."""
_REASONS = Bilingual(
    "Very many people came in at once, and it looked like a raid. Whoever came then can only reach the team until "
    "somebody has looked.",
    "Beaucoup de monde est arrivé d'un coup, et cela ressemblait à un raid. Les personnes arrivées à ce moment-là ne "
    "peuvent joindre que l'équipe, le temps que quelqu'un regarde.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Somebody does something about a raid."""

    scene: Scene
    raid: Raid
    case: Case

    @property
    def now(self) -> datetime:
        """The moment."""
        return self.scene.at.now

    @property
    def by(self) -> AccountId:
        """Who acts."""
        return self.scene.ask.account

    def line(self, text: Bilingual, **more: object) -> CaseLogged:
        """A line in the log of the case, in the community's language."""
        words = text.say(self.scene.settings.locale)
        said = {"move": "note", "choice": "raid", "text": words, **more}
        line = Line(at=self.now, state=self.case.state, due_at=self.case.due_at, by=self.by, **said)  # type: ignore[arg-type]
        return CaseLogged(case=self.case.id, number=self.case.lines + 1, line=line)

    def done(self, rule: str, after: Raid, records: tuple[Record, ...], *effects: Effect) -> Ruling:
        """It is done, the card says so, and nobody else is called."""
        taken = replace(after, taken=True)
        said = self.scene.answer(Card(body=(Phrase("team-raid-done", (("what", rule),)),), tone="good"))
        return Ruling(
            rule=f"team/raid-{rule}",
            why=(Phrase("team-raid-why"),),
            records=(taken.kept(self.by, self.now), TimerCancelled(timer=call_timer(self.raid.case)), *records),
            effects=(*effects, *raid_cards.reworded(taken, self.scene.settings, self.now), said),
        )


def needs(ask: Ask, settings: Settings, facts: Facts) -> Iterator[FactKey]:
    """The case and, where it is about all who came, each of them."""
    raid = of(settings, _subject(ask))
    if raid is None:
        return
    yield case_key(raid.case)
    action = ask.action if isinstance(ask, ButtonPressed) else ""
    if action.startswith(("raid-hold", "raid-undo")):
        yield crowd_key(raid.space, raid.since, raid.until)
        yield from _each(action, raid, facts)


def acted(scene: Scene) -> Ruling:
    """The answer to a press or to the form."""
    raid = of(scene.settings, _subject(scene.ask))
    case = scene.facts.case(raid.case) if raid else None
    if raid is None or case is None:
        return scene.refused("team-raid-over")
    acting = Acting(scene=scene, raid=raid, case=case)
    if isinstance(scene.ask, FormSubmitted):
        return _slowed(acting, dict(scene.ask.values))
    if raid.undone:
        return scene.refused("team-raid-undone-already")
    return _DOING[scene.ask.action](acting) if isinstance(scene.ask, ButtonPressed) else scene.refused("team-raid-over")


def _take(acting: Acting) -> Ruling:
    return acting.done("take", acting.raid, ())


def _hold(acting: Acting) -> Ruling:
    whom = _newcomers(acting)
    if not whom:
        return acting.scene.refused("team-raid-nobody")
    raid = acting.raid
    given = (("number", len(whom)), ("since", Instant(raid.since)), ("until", Instant(min(raid.until, acting.now))))
    return _asked(acting, "hold", Phrase("team-raid-sure-hold", given))


def _hold_sure(acting: Acting) -> Ruling:
    """The reasons are stored with each, to be read by whoever asks: hundreds of letters would be another flood."""
    whom, until = _newcomers(acting), acting.now + HELD_FOR
    if not whom:
        return acting.scene.refused("team-raid-nobody")
    penalty = Penalty(name="quarantine", seconds=int(HELD_FOR.total_seconds()))
    logged = acting.line(_REASONS, move="restrain", penalties=(penalty,), until=until)
    sanctions = [
        Sanction(
            id=sanction_id(acting.case.id, logged.number, number),
            space=acting.raid.space,
            account=account,
            penalty=penalty,
            by=acting.by,
            at=acting.now,
            reasons=_REASONS.say(acting.scene.settings.locale),
            case=acting.case.id,
            until=until,
            titles=acting.case.opening.titles,
            interim=True,
        )
        for number, account in enumerate(whom, 1)
    ]
    note = f"case {acting.case.id}"
    after = replace(acting.raid, held=(*acting.raid.held, (logged.number, len(whom))))
    return acting.done(
        "hold",
        after,
        (
            logged,
            *(SanctionTaken(sanction=one) for one in sanctions),
            *(TimerArmed(timer=TimerId(f"sanction:{one.id}"), due_at=until) for one in sanctions),
        ),
        *(QuarantineMember(space=acting.raid.space, account=account, note=note) for account in whom),
    )


def _invites(acting: Acting) -> Ruling:
    until = _invites_until(acting)
    return _asked(acting, "invites", Phrase("team-raid-sure-invites", (("instant", Instant(until)),)))


def _invites_sure(acting: Acting) -> Ruling:
    until = _invites_until(acting)
    logged = acting.line(Bilingual("Nobody new comes in for a while.", "Personne n'arrive pendant un moment."))
    pause = PauseInvites(space=acting.raid.space, until=until, note=f"case {acting.case.id}")
    return acting.done("invites", replace(acting.raid, invites_until=until), (logged,), pause)


def _slowed(acting: Acting, values: Mapping[str, str]) -> Ruling:
    there, pace = ChannelId(values.get("channel", "")), PACES.get(values.get("pace", ""))
    if "/" not in there or space_of(there) != acting.raid.space or pace is None:
        return acting.scene.refused("team-raid-wrong-channel")
    logged = acting.line(Bilingual("A channel was slowed down.", "Un salon a été ralenti."))
    slow = SetSlowmode(space=acting.raid.space, channel=there, seconds=pace, note=f"case {acting.case.id}")
    after = replace(acting.raid, slow=tuple(dict.fromkeys((*acting.raid.slow, there))))
    ends = TimerArmed(timer=slow_timer(acting.case.id, there), due_at=acting.now + _SLOW_FOR)
    return acting.done("slow", after, (logged, ends), slow)


def _undo(acting: Acting) -> Ruling:
    held = sum(many for _, many in acting.raid.held)
    return _asked(acting, "undo", Phrase("team-raid-sure-undo", (("number", held),)))


def _undo_sure(acting: Acting) -> Ruling:
    """Everything that holds is lifted, and whoever is held gets one apology, however much it was."""
    raid = acting.raid
    logged = acting.line(
        Bilingual("It was no raid: everything was undone.", "Ce n'était pas un raid : tout a été annulé.")
    )
    records: list[Record] = [logged, *_forgotten(acting)]
    records += [TimerCancelled(timer=slow_timer(raid.case, channel)) for channel in raid.slow]
    if raid.sanctions:
        records.append(
            SanctionsRevoked(case=raid.case, sanctions=raid.sanctions, state="overturned", by=acting.by, at=acting.now)
        )
    after = replace(raid, undone=True, slow=(), invites_until=None)
    return acting.done("undo", after, tuple(records), *raids.opened_again(raid, acting.now), *_apologies(acting))


def _apologies(acting: Acting) -> Iterator[Effect]:
    """One word to each of those who are held (still), whatever else was lifted."""
    scene, told = acting.scene, dict[AccountId, None]()
    for name in acting.raid.sanctions:
        sanction = scene.facts.sanction(name)
        if sanction is not None and runs(sanction, acting.now):
            told[sanction.account] = None
    for account in told:
        words = Phrase("team-raid-apology", (("person", Person(account)),))
        yield from community.letter(scene.settings, scene.facts.account(account), Card(body=(words,), tone="good"))


def _forgotten(acting: Acting) -> Iterator[Record]:
    """What policies told of those who came was nothing, and no ladder remembers it."""
    crowd = acting.scene.facts.crowd(acting.raid.space, acting.raid.since, acting.raid.until)
    for incident in crowd.incidents if crowd else ():
        fact = acting.scene.facts.incident(incident)
        if fact is None or fact.opened.account is None:
            continue
        yield IncidentMoved(incident=incident, state="undone", by=acting.by, at=acting.now)
        yield from fact.opened.taken_back()


def _newcomers(acting: Acting) -> tuple[AccountId, ...]:
    """Whoever came with the raid, but for the team's own, those who are held, and those who were: once is all.

    What only holds meanwhile is not begun anew, nor is what somebody has lifted.
    """
    facts, settings = acting.scene.facts, acting.scene.settings
    before = {one.account for name in acting.raid.sanctions if (one := facts.sanction(name)) is not None}
    crowd = facts.crowd(acting.raid.space, acting.raid.since, acting.raid.until)
    return tuple(
        one
        for one in (crowd.accounts if crowd else ())
        if one not in {acting.by, *before}
        and trusted(settings, facts, one) == Level.MEMBER
        and not _held(one, facts, acting.now)
    )


def _held(account: AccountId, facts: Facts, now: datetime) -> bool:
    standing = facts.standing(account)
    return any(one.penalty.name == "quarantine" and runs(one, now) for one in (standing.sanctions if standing else ()))


def _invites_until(acting: Acting) -> datetime:
    least, most = _INVITES
    morning = next_morning(acting.now, acting.scene.settings.calendar)
    return min(max(morning, acting.now + least), acting.now + most)


def _each(action: str, raid: Raid, facts: Facts) -> Iterator[FactKey]:
    crowd = loaded(facts.crowd, raid.space, raid.since, raid.until)
    if crowd is not None and action.startswith("raid-hold"):
        yield from map(sanction_key, raid.sanctions)
        for account in crowd.accounts:
            yield account_key(account)
            yield standing_key(account)
    elif crowd is not None and action == "raid-undo-sure":
        yield from map(incident_key, crowd.incidents)
        yield from _whom(raid, facts)


def _whom(raid: Raid, facts: Facts) -> Iterator[FactKey]:
    """What holds people because of it and, once that is known, these people."""
    yield from map(sanction_key, raid.sanctions)
    held = (loaded(facts.sanction, name) for name in raid.sanctions)
    yield from (account_key(one.account) for one in held if one is not None)


def _asked(acting: Acting, what: str, question: Phrase) -> Ruling:
    return Ruling(rule="team/asked", effects=(acting.scene.answer(raid_cards.sure(acting.raid, what, question)),))


def _subject(ask: Ask) -> str:
    if isinstance(ask, ButtonPressed):
        return ask.subject
    return ask.about if isinstance(ask, FormSubmitted) else ""


_DOING = {
    "raid-take": _take,
    "raid-hold": _hold,
    "raid-hold-sure": _hold_sure,
    "raid-invites": _invites,
    "raid-invites-sure": _invites_sure,
    "raid-undo": _undo,
    "raid-undo-sure": _undo_sure,
}
