"""The cards on which the team reads what happened and judges it."""

from collections.abc import Iterator
from dataclasses import replace

from bot import settings as community
from bot.effects import EditCard, PostCard
from bot.facts import IncidentFact
from bot.ids import ChannelId
from bot.measures import wordings
from bot.moderation import late, moves
from bot.moderation.scene import card_handle, done_by
from bot.records import IncidentOpened, Measure
from bot.settings import Settings
from bot.views import Argument, Button, Card, Field, Instant, Passage, Person, Phrase, Place, Text, Verbatim

_MEASURES = ("remove", "quarantine", "timeout", "ask", "pause_invites", "slowmode", "remind", "reply", "react")
"""Those that have words, weightiest first; the first one makes the title."""
_OF_REPORTS = ("standing", "taken", "removed", "requested", "closed", "withdrawn")


def team_card(fact: IncidentFact) -> Card:
    """An incident as it stands, with what can still be done; reports from before they were cases are only read."""
    return _report(fact) if fact.opened.origin == "report" and fact.state in _OF_REPORTS else _incident(fact)


def asked_card(fact: IncidentFact, settings: Settings) -> Card:
    """The author asks a person to look again, who reads whether anything of it would be done today."""
    card = _incident(fact)
    return Card(
        title=Phrase("moderation-asked-title"),
        body=(*card.body, *wordings.outdated(fact.opened, settings)),
        fields=card.fields,
        buttons=card.buttons,
        tone="notice",
    )


def passed_on(fact: IncidentFact) -> Card:
    """The first card, once a second look was asked for: what can be done stands on the new one."""
    return replace(_incident(fact), buttons=(), tone="plain")


def _incident(fact: IncidentFact) -> Card:
    opened = fact.opened
    still_open = moves.is_open(fact)
    return Card(
        title=Phrase("moderation-card-title", (("measure", _main(opened)),)),
        body=(*_notes(fact), about("moderation-card", opened), *_apart(opened), *_done(opened), *_quoted(opened)),
        fields=tuple(_fields(opened)),
        buttons=_judging(fact) if still_open else (),
        tone="notice" if still_open else "plain",
    )


def _report(fact: IncidentFact) -> Card:
    opened = fact.opened
    still_open = moves.is_open(fact)
    danger = (Phrase("moderation-report-danger"),) if opened.concern == "danger" else ()
    unread = () if opened.readable else (Phrase("moderation-report-unreadable"),)
    stands = (Phrase("moderation-report-stands"),) if opened.beyond and still_open else ()
    return Card(
        title=Phrase("moderation-report-title", (("concern", opened.concern),)),
        body=(
            *danger,
            *_notes(fact),
            about("moderation-report", opened),
            *unread,
            *stands,
            *_quoted(opened),
            *_reason(opened),
        ),
        tone="plain" if not still_open else "alert" if danger else "notice",
    )


def posted(opened: IncidentOpened, channel: ChannelId, settings: Settings) -> PostCard:
    """The first card, where the team is told things."""
    card = team_card(IncidentFact(opened=opened))
    return community.posted(settings, opened.space, channel, card, binds=card_handle(opened))


def reworded(fact: IncidentFact, settings: Settings) -> Iterator[EditCard]:
    """The first card as the incident stands now; nothing where the team is told things nowhere."""
    channel = settings.managers.get(fact.opened.space)
    if channel is not None:
        yield community.reworded(settings, fact.opened.space, channel, card_handle(fact.opened), team_card(fact))


def about(family: str, opened: IncidentOpened) -> Phrase:
    """Who, where and which message, as far as they are known."""
    given: list[tuple[str, Argument]] = []
    if opened.account is not None:
        given.append(("person", Person(opened.account)))
    if opened.channel is not None:
        given.append(("place", Place(opened.channel)))
        if opened.message is not None:
            given.append(("passage", Passage(opened.channel, opened.message)))
    return Phrase("-".join((family, *(name for name, _ in given))) if given else f"{family}-nobody", tuple(given))


def measure(one: Measure, opened: IncidentOpened) -> Phrase | None:
    """One measure in words; None for what needs none."""
    if one.name not in _MEASURES:
        return None
    if one.name == "slowmode" and opened.channel is not None:
        return Phrase("moderation-did-slow", (("place", Place(opened.channel)), ("seconds", one.seconds)))
    if one.until is not None:
        return Phrase("moderation-did-until", (("measure", one.name), ("instant", Instant(one.until))))
    return Phrase("moderation-did", (("measure", one.name),))


def _main(opened: IncidentOpened) -> str:
    names = {one.name for one in opened.measures}
    return next((name for name in _MEASURES if name in names), "other")


def _notes(fact: IncidentFact) -> Iterator[Text]:
    if fact.state != "standing":
        yield done_by("moderation-note", fact)


def _done(opened: IncidentOpened) -> Iterator[Text]:
    for one in opened.measures:
        if said := measure(one, opened):
            yield said
    yield from late.told(opened)
    for name in () if opened.learned_at else opened.withheld:
        yield Phrase("moderation-withheld", (("measure", name),))
    for name in opened.beyond:
        yield Phrase("moderation-beyond", (("measure", name),))


def _apart(opened: IncidentOpened) -> Iterator[Text]:
    """Titles and reasons where it cannot be told which belong together."""
    if len(opened.titles) != len(opened.why):
        yield from (*opened.titles, *opened.why)


def _fields(opened: IncidentOpened) -> Iterator[Field]:
    if len(opened.titles) == len(opened.why):
        yield from (Field(label=title, value=why) for title, why in zip(opened.titles, opened.why, strict=True))
    if opened.evidence:
        yield Field(label=Phrase("moderation-card-decided"), value=Verbatim("\n".join(opened.evidence)))


def _quoted(opened: IncidentOpened) -> Iterator[Text]:
    if opened.text:
        yield Phrase("moderation-card-text")
        yield Verbatim(opened.text, opened.spans)


def _reason(opened: IncidentOpened) -> Iterator[Text]:
    if opened.reason:
        yield Phrase("moderation-report-reason")
        yield Verbatim(opened.reason)


def _judging(fact: IncidentFact) -> tuple[Button, ...]:
    incident = fact.opened.incident
    right = Button(id=f"incident-right:{incident}", label=Phrase("moderation-button-right"), style="primary")
    undo = Button(id=f"incident-undo:{incident}", label=Phrase("moderation-button-undo"), style="danger")
    if fact.state == "talking" or fact.opened.account is None:
        return right, undo
    return right, undo, Button(id=f"incident-talk:{incident}", label=Phrase("moderation-button-talk"))
