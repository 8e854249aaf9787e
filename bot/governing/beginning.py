"""How a community begins: the bot looks on for a while, then acts, and members are told what it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot import settings as community
from bot.effects import Effect, PostCard
from bot.events import Due
from bot.governing import guide, saving
from bot.governing.scene import Scene, after, told
from bot.governing.wrong import Values, Wrong, one_of
from bot.ids import AccountId, ChannelId, SpaceId, TimerId
from bot.records import Record, SettingChanged, TimerArmed, TimerCancelled
from bot.rooms import Moment, Ruling
from bot.settings import KeptDays, Settings
from bot.views import Button, Card, Instant, Phrase, Text, Verbatim

OBSERVATION = TimerId("observation")
_DAY = timedelta(days=1)
_USUAL = timedelta(days=7)


def chosen(scene: Scene, values: Values, kept: KeptDays) -> Ruling:
    """The form that begins was sent."""
    try:
        stage = one_of(values.get("stage"), ("observing", "acting"))
        records: list[Record] = [*_announcements(scene, values.get("announcements", ""))]
    except Wrong as wrong:
        return scene.refused(str(wrong))
    if not guide.can_begin(scene):
        return scene.refused("governing-missing-channel")
    if stage == _stage(scene.settings):
        return _as_before(scene, records)
    by, now = scene.ask.account, scene.at.now
    records += _observing(scene.settings, by, now) if stage == "observing" else _acting(scene.settings, by, now)
    afterwards = scene.after(records)
    answer = afterwards.answer(guide.card(afterwards, _begun(afterwards.settings)))
    return scene.ruling(stage, answer, *_to_team(afterwards.settings, kept), records=records)


def live(settings: Settings, at: Moment) -> Iterator[Ruling]:
    """The program is live here: the first time, it begins by itself."""
    if settings.begun:
        return
    if settings.file.observation <= timedelta():
        yield Ruling(rule="governing/acting", records=tuple(_acting(settings, None, at.now)))
        return
    records = tuple(_observing(settings, None, at.now))
    effects = told(settings, _looking_on(after(settings, records)))
    yield Ruling(rule="governing/observing", records=records, effects=effects)


def due(given: Due, settings: Settings, at: Moment, kept: KeptDays) -> Iterator[Ruling]:
    """A day of looking on is over, or the last one."""
    until = settings.observing_until
    if given.timer != OBSERVATION or until is None:
        return
    if at.now < until:
        again = TimerArmed(timer=OBSERVATION, due_at=min(at.now + _DAY, until))
        yield Ruling(rule="governing/looking-on", records=(again,))
        return
    records = tuple(_acting(settings, None, at.now))
    effects = _to_team(after(settings, records), kept, watched=True)
    yield Ruling(rule="governing/acting", why=(Phrase("governing-acting"),), records=records, effects=effects)


def announcement(settings: Settings, kept: KeptDays) -> Card:
    """What members read about the bot, once it acts."""
    days = (("activity", kept.activity), ("evidence", kept.evidence), ("own", kept.outbox_text))
    body: list[Text] = [
        Phrase("governing-announce-what"),
        Phrase("governing-announce-reads"),
        Phrase("governing-announce-keeps", days),
        Phrase("governing-announce-wrong"),
        Phrase("governing-announce-turn"),
    ]
    if settings.outside_contact:
        body += [Phrase("governing-announce-outside"), Verbatim(settings.outside_contact)]
    return Card(title=Phrase("governing-announce-title"), body=(*body, Phrase("governing-announce-yours")))


def post(scene: Scene, kept: KeptDays) -> Ruling:
    """Members are told; once for each channel."""
    settings, space = scene.settings, scene.ask.space
    there = settings.announcements.get(space)
    if there is None:
        return scene.refused("governing-announce-nowhere")
    key = f"announced:{space}"
    if settings.values.get(key) == there:
        return scene.refused("governing-announce-already")
    card = announcement(settings, kept)
    return scene.ruling(
        "announced",
        *_announced(space, there, settings, card),
        *scene.reworded(card),
        scene.answer(Card(body=(Phrase("governing-announced"),))),
        records=(scene.change(key, there),),
    )


def _announced(space: SpaceId, there: ChannelId, settings: Settings, card: Card) -> Iterator[Effect]:
    """In the channel's language first, and in every other that is spoken in some channel."""
    for locale in dict.fromkeys((settings.spoken_in(there), *settings.channel_locales.values())):
        yield PostCard(space=space, channel=there, card=card, locale=locale, address=settings.address)


def _announcements(scene: Scene, given: str) -> Iterator[SettingChanged]:
    if given and saving.channel(scene, given) != scene.settings.announcements.get(scene.ask.space):
        yield scene.change(community.announcements_key(scene.ask.space), given)


def _as_before(scene: Scene, records: list[Record]) -> Ruling:
    afterwards = scene.after(records)
    answer = afterwards.answer(guide.card(afterwards, _begun(afterwards.settings)))
    if not records:
        return Ruling(rule="governing/as-before", effects=(answer,))
    return scene.ruling("saved", answer, records=records)


def _stage(settings: Settings) -> str | None:
    if settings.observing_until is not None:
        return "observing"
    return "acting" if settings.begun else None


def _observing(settings: Settings, by: AccountId | None, now: datetime) -> Iterator[Record]:
    until = now + (settings.file.observation or _USUAL)
    for key, value in (
        (community.STAGE, "observing"),
        (community.BEGAN, now.isoformat()),
        (community.UNTIL, until.isoformat()),
    ):
        yield SettingChanged(key=key, value=value, by=by, at=now)
    yield TimerArmed(timer=OBSERVATION, due_at=min(now + _DAY, until))


def _acting(settings: Settings, by: AccountId | None, now: datetime) -> Iterator[Record]:
    yield SettingChanged(key=community.STAGE, value="acting", by=by, at=now)
    if settings.observing_until is not None:
        yield SettingChanged(key=community.UNTIL, value=None, by=by, at=now)
        yield TimerCancelled(timer=OBSERVATION)


def _begun(settings: Settings) -> Text:
    until = settings.observing_until
    if until is None:
        return Phrase("governing-acting")
    return Phrase("governing-observing", (("instant", Instant(until)),))


def _to_team(settings: Settings, kept: KeptDays, *, watched: bool = False) -> tuple[Effect, ...]:
    if settings.observing_until is not None:
        return told(settings, _looking_on(settings))
    over = Card(
        title=Phrase("governing-acting-title", (("watched", "yes" if watched else "no"),)),
        body=(Phrase("governing-acting"), Phrase("governing-acting-draft")),
    )
    button = Button(id="announcement-post", label=Phrase("governing-button-announce"), style="primary")
    return told(settings, over, replace(announcement(settings, kept), buttons=(button,)))


def _looking_on(settings: Settings) -> Card:
    body: list[Text] = [_begun(settings), Phrase("governing-observing-daily"), Phrase("governing-observing-stop")]
    return Card(title=Phrase("governing-observing-title"), body=tuple(body), tone="notice")
