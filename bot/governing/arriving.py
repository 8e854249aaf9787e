"""How the bot comes into a space: whoever it belongs to is told how to begin, and the team what is still in the way."""

from collections.abc import Iterator
from datetime import timedelta

from bot import settings as community
from bot.commands import ReportRemarks, ReportSettings
from bot.effects import SendDirect
from bot.events import SpaceJoined
from bot.rooms import Ruling
from bot.settings import Settings
from bot.views import Card, Instant, Phrase, Text, Verbatim


def greeted(joined: SpaceJoined, settings: Settings) -> Iterator[Ruling]:
    """A word to the owner, where nobody has set anything up; a space that has its team's channel needs none."""
    if joined.owner is None or joined.space in settings.managers:
        return
    looking = Phrase("governing-greeting-looks", (("looks", "yes" if _looks_on(settings) else "no"),))
    body: tuple[Text, ...] = (Phrase("governing-greeting"), Verbatim(joined.name), looking)
    card = Card(
        title=Phrase("governing-greeting-title"), body=(*body, Phrase("governing-greeting-begin")), tone="notice"
    )
    locale = joined.locale or settings.locale
    told = SendDirect(space=joined.space, account=joined.owner, card=card, locale=locale, address=settings.address)
    yield Ruling(rule="governing/greeted", effects=(told,))


def _looks_on(settings: Settings) -> bool:
    """Whether the first days are under way, or are about to be: a space may come in before its community begins."""
    return settings.observing_until is not None or (not settings.begun and settings.file.observation > timedelta())


def reported(report: ReportRemarks, settings: Settings) -> Iterator[Ruling]:
    """A card for the team of that space; the operator reads the same in the log and from `palabre doctor`."""
    channel = settings.managers.get(report.about)
    if channel is None or not report.remarks:
        return
    body: list[Text] = [Phrase("governing-limits" if report.final else "governing-remarks")]
    for what, step in report.remarks:
        body += [what] if step is None else [what, step]
    title = Phrase("governing-limits-title" if report.final else "governing-remarks-title")
    card = Card(title=title, body=tuple(body), tone="notice" if report.final else "alert")
    told = community.posted(settings, report.about, channel, card)
    yield Ruling(rule="governing/remarks", effects=(told,))


def held(report: ReportSettings, settings: Settings) -> Iterator[Ruling]:
    """A card in every channel of managers: the operator may be asleep, and it is their community."""
    if not settings.managers:
        return
    body: list[Text] = [Phrase("governing-held", (("since", Instant(report.since)),))]
    if report.problems:
        body += [Phrase("governing-held-mistakes"), *map(Verbatim, report.problems)]
    card = Card(title=Phrase("governing-held-title"), body=tuple(body), tone="alert")
    told = (community.posted(settings, space, channel, card) for space, channel in settings.managers.items())
    yield Ruling(rule="governing/held", effects=tuple(told))
