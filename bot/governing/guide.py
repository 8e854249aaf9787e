"""The card of `/setup`: what is set, what is missing, and the way to each form."""

from collections.abc import Iterator

from bot.commands import Level
from bot.governing import team_hours
from bot.governing.scene import Scene
from bot.settings import Settings
from bot.views import Button, Card, Field, Instant, Phrase, Place, Text

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def card(scene: Scene, saved: Text | None = None) -> Card:
    """The conversation as far as it has come; `saved` is what the last answer changed."""
    return Card(
        title=Phrase("governing-setup-title"),
        body=(*([saved] if saved else [Phrase("governing-setup-intro")]), *missing(scene)),
        fields=tuple(_fields(scene)),
        buttons=buttons(scene),
        tone="good" if saved else "plain",
    )


def buttons(scene: Scene) -> tuple[Button, ...]:
    """One for each form, filled in with what holds; beginning comes last, once it can."""
    settings, space = scene.settings, scene.ask.space
    voice = (("locale", settings.locale), ("address", settings.address))
    team = (
        ("managers_channel", settings.managers.get(space, "")),
        ("profile", settings.profile),
        ("outside_contact", settings.outside_contact),
    )
    found = [
        _button("voice", voice),
        _button("team", team, primary=not can_begin(scene)),
        _button("person"),
        _button("hours", team_hours.written(settings.calendar)),
        _button("fairness", _fairness(settings)),
        _button("channel"),
    ]
    if settings.file.joins(space):
        found.append(_button("watch"))
    if can_begin(scene):
        stage = "acting" if settings.begun and settings.observing_until is None else "observing"
        begin = (("stage", stage), ("announcements", settings.announcements.get(space, "")))
        found.append(_button("begin", begin, primary=not settings.begun))
    return tuple(found)


def can_begin(scene: Scene) -> bool:
    """Whether there is somebody to tell what would be done."""
    return scene.ask.space in scene.settings.managers


def missing(scene: Scene) -> Iterator[Text]:
    """What is left to do, first what stands in the way."""
    settings = scene.settings
    if not can_begin(scene):
        yield Phrase("governing-missing-channel")
        return
    if not _trusted(settings)[Level.MODERATOR]:
        yield Phrase("governing-missing-people")
    if not settings.outside_contact:
        yield Phrase("governing-missing-outside")
    if not settings.begun:
        yield Phrase("governing-missing-begin")
    elif settings.observing_until is None and scene.ask.space not in settings.announcements:
        yield Phrase("governing-missing-announcements")


def _fields(scene: Scene) -> Iterator[Field]:
    settings = scene.settings
    voice = (("locale", settings.locale), ("address", settings.address))
    yield _field("voice", Phrase("governing-setup-voice-value", voice))
    yield _field("team", _team(scene))
    trusted = tuple((level.name.lower(), number) for level, number in _counted(settings).items())
    yield _field("person", Phrase("governing-setup-person-value", trusted))
    yield _field("hours", _hours(settings))
    yield _field("fairness", Phrase("governing-setup-fairness-value", _said(settings)))
    spoken = list(settings.channel_locales.values())
    languages = (("english", spoken.count("en")), ("french", spoken.count("fr")))
    yield _field("channel", Phrase("governing-setup-channel-value", languages))
    if settings.file.joins(scene.ask.space):
        yield _field("watch", Phrase("governing-setup-watch-value"))
    yield _field("begin", _stage(settings))
    if there := settings.announcements.get(scene.ask.space):
        yield _field("announcements", Phrase("governing-setup-announcements-value", (("place", Place(there)),)))


def _team(scene: Scene) -> Phrase:
    settings = scene.settings
    outside = settings.outside_contact
    given = (("profile", settings.profile), ("named", "yes" if outside else "no"), ("outside", outside))
    there = settings.managers.get(scene.ask.space)
    if there is None:
        return Phrase("governing-setup-team-nowhere", given)
    return Phrase("governing-setup-team-value", (("place", Place(there)), *given))


def _hours(settings: Settings) -> Phrase:
    calendar = settings.calendar
    if calendar.always:
        return Phrase("governing-setup-hours-always")
    whole = calendar.opens == calendar.closes
    days = ((name, "yes" if day in calendar.days else "no") for day, name in enumerate(_WEEK))
    given: tuple[tuple[str, str | int], ...] = (
        ("hours", "all" if whole else "some"),
        ("opens", f"{calendar.opens:%H:%M}"),
        ("closes", f"{calendar.closes:%H:%M}"),
        ("off", len(calendar.off)),
    )
    return Phrase("governing-setup-hours-value", (*days, *given))


def _fairness(settings: Settings) -> tuple[tuple[str, str], ...]:
    return (
        ("days", str(settings.on_file.days)),
        ("help", settings.help_lines),
        ("two", "yes" if settings.two_for_bans else "no"),
        ("named", "yes" if settings.named_managers else "no"),
    )


def _said(settings: Settings) -> tuple[tuple[str, str | int], ...]:
    answers = dict(_fairness(settings))
    return (
        ("days", settings.on_file.days),
        ("help", "yes" if settings.help_lines else "no"),
        ("two", answers["two"]),
        ("named", answers["named"]),
    )


def _stage(settings: Settings) -> Phrase:
    if settings.observing_until is not None:
        return Phrase("governing-setup-begin-observing", (("instant", Instant(settings.observing_until)),))
    return Phrase("governing-setup-begin-acting" if settings.begun else "governing-setup-begin-not-yet")


def _counted(settings: Settings) -> dict[Level, int]:
    """How many roles and people each level has by the settings."""
    given = list(settings.levels.values())
    return {level: given.count(level) for level in (Level.HELPER, Level.MODERATOR, Level.SENIOR, Level.OWNER)}


def _trusted(settings: Settings) -> dict[Level, int]:
    """How many have at least this level."""
    counted = _counted(settings)
    return {level: sum(many for other, many in counted.items() if other >= level) for level in counted}


def _field(section: str, value: Text) -> Field:
    return Field(label=Phrase("governing-section", (("section", section),)), value=value)


def _button(section: str, prefill: tuple[tuple[str, str], ...] = (), *, primary: bool = False) -> Button:
    return Button(
        id=f"setup-{section}",
        label=Phrase("governing-button", (("section", section),)),
        style="primary" if primary else "plain",
        prefill=tuple((question, value) for question, value in prefill if value),
    )
