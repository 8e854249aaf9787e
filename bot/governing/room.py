"""The room that runs a community's settings: set up in a conversation, begun with care, paused at a word."""

from collections.abc import Iterator, Sequence

from bot.commands import BeginCommunity, ReportRemarks, ReportSettings
from bot.events import Ask, ButtonPressed, ChannelCreated, CommandInvoked, Due, FormSubmitted, SpaceJoined
from bot.facts import SETTINGS_KEY, FactKey, Facts, account_key
from bot.governing import arriving, beginning, guide, listing, modes, pausing, saving, watching
from bot.governing.scene import Scene, changed
from bot.ids import AccountId, PolicyId
from bot.records import Record, SettingChanged
from bot.rooms import Input, Moment, Ruling
from bot.settings import KeptDays, Overlay
from bot.views import Card

_COMMANDS = frozenset({"setup", "settings", "pause", "resume"})
_FORMS = saving.FORMS | {"setup-begin", "setup-watch"}
_ACTIONS = frozenset({*_FORMS, *modes.MODES, "resume", "announcement-post", "watch"})
_NOTHING: frozenset[FactKey] = frozenset()
_NEWS = (BeginCommunity, SpaceJoined, ReportRemarks, ReportSettings)


class GoverningRoom:
    """Keeps what was set in chat."""

    name = "governing"
    hears: frozenset[type] = frozenset({CommandInvoked, FormSubmitted, ButtonPressed, Due, ChannelCreated, *_NEWS})
    keeps: frozenset[type] = frozenset({SettingChanged})

    def __init__(self, overlay: Overlay, kept_days: KeptDays, policies: frozenset[PolicyId] | None = None) -> None:
        """`policies` are those of the book, switched on or off; None: whatever is named is taken to exist."""
        self._overlay = overlay
        self._kept = kept_days
        self._policies = policies

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """What was set, who asks and, for whoever wants to see all of it, who is trusted by name."""
        if isinstance(given, _NEWS) or _observed(given) or _unwatched(given):
            return frozenset({SETTINGS_KEY})
        if not isinstance(given, Ask) or not _mine(given):
            return _NOTHING
        listed = self._trusted(facts) if isinstance(given, CommandInvoked) and given.command == "settings" else ()
        return frozenset((SETTINGS_KEY, account_key(given.account), *listed))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """What is set from now on, and what people are told."""
        if not isinstance(given, Ask):
            return tuple(self._unasked(given, facts, at))
        if not _mine(given):
            return ()
        scene = Scene(
            ask=given,
            known=facts.account(given.account),
            settings=self._overlay.of(facts),
            at=at,
            policies=self._policies,
        )
        return (self._answered(scene, facts),)

    def touches(self, record: Record) -> frozenset[FactKey]:
        """Everything that was set in chat is one fact."""
        return frozenset({SETTINGS_KEY}) if isinstance(record, SettingChanged) else _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """The last value holds; none gives way to the file."""
        if isinstance(record, SettingChanged):
            facts.put(SETTINGS_KEY, changed(facts.settings(), record))

    def _trusted(self, facts: Facts) -> Iterator[FactKey]:
        settings = self._overlay.so_far(facts)
        named = filter(_is_level, settings.values if settings else ())
        yield from (account_key(AccountId(key.removeprefix("level:"))) for key in named)

    def _unasked(self, given: Input, facts: Facts, at: Moment) -> Iterator[Ruling]:
        match given:
            case BeginCommunity():
                yield from beginning.live(self._overlay.of(facts), at)
            case SpaceJoined():
                yield from arriving.greeted(given, self._overlay.of(facts))
            case ReportRemarks():
                yield from arriving.reported(given, self._overlay.of(facts))
            case ReportSettings():
                yield from arriving.held(given, self._overlay.of(facts))
            case ChannelCreated(watched=False):
                yield from watching.asked(given, self._overlay.of(facts))
            case Due(timer=beginning.OBSERVATION):
                yield from beginning.due(given, self._overlay.of(facts), at, self._kept)

    def _answered(self, scene: Scene, facts: Facts) -> Ruling:
        ask = scene.ask
        if isinstance(ask, CommandInvoked):
            return _commanded(scene, ask, facts)
        if isinstance(ask, FormSubmitted):
            return self._sent(scene, ask)
        if isinstance(ask, ButtonPressed) and ask.action == "announcement-post":
            return beginning.post(scene, self._kept)
        return _pressed(scene, ask)

    def _sent(self, scene: Scene, form: FormSubmitted) -> Ruling:
        if form.form == "setup-begin":
            return beginning.chosen(scene, dict(form.values), self._kept)
        if form.form == "setup-watch":
            return watching.chosen(scene, dict(form.values))
        return saving.save(scene, form)


def _commanded(scene: Scene, command: CommandInvoked, facts: Facts) -> Ruling:
    policy = dict(command.arguments).get("policy", "")
    match command.command:
        case "pause":
            return pausing.pause(scene, policy)
        case "resume":
            return pausing.resume(scene, policy)
        case "settings":
            return _shown(scene, listing.card(scene, facts))
        case _:
            return _shown(scene, guide.card(scene))


def _pressed(scene: Scene, ask: Ask) -> Ruling:
    """Where a platform opens no form by itself, the guide is shown instead."""
    if isinstance(ask, ButtonPressed) and ask.action in modes.MODES:
        return modes.choose(scene, ask.action, ask.subject)
    if isinstance(ask, ButtonPressed) and ask.action == "watch":
        return watching.pressed(scene, ask.subject)
    if isinstance(ask, ButtonPressed) and ask.action == "resume":
        return pausing.resume(scene, ask.subject)
    return _shown(scene, guide.card(scene))


def _shown(scene: Scene, card: Card) -> Ruling:
    return Ruling(rule="governing/shown", effects=(scene.answer(card),))


def _observed(given: Input) -> bool:
    return isinstance(given, Due) and given.timer == beginning.OBSERVATION


def _unwatched(given: Input) -> bool:
    return isinstance(given, ChannelCreated) and not given.watched


def _mine(ask: Ask) -> bool:
    if isinstance(ask, CommandInvoked):
        return ask.command in _COMMANDS
    if isinstance(ask, FormSubmitted):
        return ask.form in _FORMS
    return isinstance(ask, ButtonPressed) and ask.action in _ACTIONS


def _is_level(key: str) -> bool:
    return key.startswith("level:")
