"""What the team reads about a raid, and what it can do about it with one press and one more to be sure."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from bot import settings as community
from bot.effects import Effect
from bot.ids import AccountId
from bot.settings import Settings
from bot.team.raid import Raid
from bot.views import Button, Card, Field, Instant, Person, Phrase, Place, Text

_TAKES = {"hold": "quarantine_member", "invites": "pause_invites", "slow": "set_slowmode"}
"""The kind of effect that each action takes."""


class Counts(NamedTuple):
    """What is known in the morning."""

    came: int
    held: int
    """So many were held back, whether or not they still are."""
    holds: int
    """So many still are."""


def shown(raid: Raid, settings: Settings, now: datetime) -> Card:
    """The card as things stand."""
    return Card(
        title=Phrase("team-raid-title"),
        body=(
            Phrase("team-raid", (("instant", Instant(raid.began)),)),
            *([Phrase("team-raid-undone")] if raid.undone else _holding(raid, now)),
        ),
        buttons=buttons(raid, settings, now),
        tone="plain" if raid.undone else "alert",
    )


def buttons(raid: Raid, settings: Settings, now: datetime) -> tuple[Button, ...]:
    """What can be done now; nothing that its platform cannot do."""
    lacks, found = settings.file.lacks(raid.space), list[Button]()
    if raid.undone:
        return (_to_case(raid),)
    if _TAKES["hold"] not in lacks:
        found.append(_button("hold", raid, primary=True))
    if _TAKES["invites"] not in lacks and not raid.invites_paused(now):
        found.append(_button("invites", raid))
    if _TAKES["slow"] not in lacks:
        found.append(_button("slow", raid))
    if raid.held or raid.slow or raid.invites_paused(now):
        found.append(Button(id=f"raid-undo:{raid.case}", label=_label("undo"), style="danger"))
    if not raid.taken:
        found.append(_button("take", raid))
    return (*found, _to_case(raid))


def sure(raid: Raid, what: str, *body: Text) -> Card:
    """Before anything is done, whoever pressed reads what it would be."""
    button = Button(id=f"raid-{what}-sure:{raid.case}", label=_label(f"{what}-sure"), style="danger")
    return Card(body=body, buttons=(button,), tone="notice")


def morning(raid: Raid, counts: Counts, settings: Settings, now: datetime) -> Card:
    """What happened while nobody was there, and what still holds."""
    given = (("came", counts.came), ("since", Instant(raid.began)), ("until", Instant(raid.last)))
    fields = (
        Field(label=Phrase("team-raid-held"), value=Phrase("team-raid-held-value", _numbers(counts))),
        Field(label=Phrase("team-raid-holds"), value=_holds(raid, counts, now)),
    )
    done = [Phrase("team-raid-undone")] if raid.undone else []
    return Card(
        title=Phrase("team-raid-morning-title"),
        body=(Phrase("team-raid-morning", given), *done),
        fields=fields,
        buttons=buttons(raid, settings, now),
        tone="notice",
    )


def posted(
    raid: Raid, card: Card, settings: Settings, *, called: AccountId | None = None, first: bool = False
) -> Iterator[Effect]:
    """A card for the team; whoever is called is named in it, and this name rings. The first one is reworded later."""
    channel = settings.managers.get(raid.space)
    if channel is None:
        return
    if called is not None:
        ringing = Phrase("team-raid-called", (("person", Person(called)),))
        card = Card(title=card.title, body=(ringing, *card.body), buttons=card.buttons, tone=card.tone)
    yield community.posted(
        settings,
        raid.space,
        channel,
        card,
        binds=raid.card if first else None,
        mentions=(called,) if called is not None else (),
    )


def reworded(raid: Raid, settings: Settings, now: datetime) -> Iterator[Effect]:
    """The same card as things stand now."""
    channel = settings.managers.get(raid.space)
    if channel is not None:
        yield community.reworded(settings, raid.space, channel, raid.card, shown(raid, settings, now))


def _holding(raid: Raid, now: datetime) -> Iterator[Text]:
    if raid.taken:
        yield Phrase("team-raid-taken")
    if raid.held:
        yield Phrase("team-raid-holding", (("number", sum(many for _, many in raid.held)),))
    if raid.invites_until is not None and raid.invites_paused(now):
        yield Phrase("team-raid-invites", (("instant", Instant(raid.invites_until)),))
    for channel in raid.slow:
        yield Phrase("team-raid-slow", (("place", Place(channel)),))


def _holds(raid: Raid, counts: Counts, now: datetime) -> Phrase:
    until = raid.invites_until
    given = (
        ("number", counts.holds),
        ("slow", len(raid.slow)),
        ("invites", "yes" if raid.invites_paused(now) else "no"),
        ("instant", Instant(until or now)),
    )
    return Phrase("team-raid-holds-value", given)


def _numbers(counts: Counts) -> tuple[tuple[str, int], ...]:
    return (("number", counts.held),)


def _button(what: str, raid: Raid, *, primary: bool = False) -> Button:
    return Button(id=f"raid-{what}:{raid.case}", label=_label(what), style="primary" if primary else "plain")


def _to_case(raid: Raid) -> Button:
    return Button(id=f"case-show:{raid.case}", label=_label("case"))


def _label(what: str) -> Phrase:
    return Phrase("team-button-raid", (("what", what),))
