"""What an event does not say by itself: the message below which a door stands, the name of a rule of Discord's own."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from adapters.discord.asking import answered, files_of
from adapters.discord.buttons import button_of
from adapters.discord.inbound import Inbound
from adapters.discord.inbound_messages import SPOKEN
from adapters.discord.inbound_text import words
from adapters.discord.options import Options
from adapters.discord.payloads import Json, record, records, said, snowflake
from adapters.discord.surroundings import FAILURES, surrounded
from bot.events import ActionTaken, Cited, Event, ReactionAdded
from bot.ids import AccountId, MessageId, native
from bot.ports import Clock

if TYPE_CHECKING:
    from adapters.discord.session import Session

_DRAWN = "\N{VARIATION SELECTOR-16}"
"""Only says how to draw an emoji."""
_SECONDS = 10.0
_AGAIN = timedelta(hours=1)
_MOMENT = timedelta(seconds=5)
"""For how long what was found below one reaction holds for those beside it."""
_MOST_MOMENTS = 1_000
_BUTTON = 2


class Lookups:
    """Asks Discord, never what was kept for longer than a moment: the message may have changed, and nobody keeps them.

    A crowd below one message must not use up what the bot may ask of Discord, nor keep a manager's reaction waiting.
    """

    def __init__(self, options: Options, inbound: Inbound, session: "Session", clock: Clock) -> None:
        self._doors = frozenset(one.replace(_DRAWN, "") for one in options.doors)
        self._openers = frozenset(one.replace(_DRAWN, "") for one in options.openers)
        self._inbound = inbound
        self._session = session
        self._clock = clock
        self._asked: dict[str, datetime] = {}
        self._found: OrderedDict[MessageId, tuple[datetime, Cited | None]] = OrderedDict()
        self._asking = asyncio.Lock()

    def wanted(self, event: Event) -> bool:
        """Doors, and rules that nobody knows by name yet."""
        if event.kind == "reaction_added":
            return event.emoji.replace(_DRAWN, "") in self._doors
        return event.kind == "action_taken" and self._nameless(event)

    async def completed(self, event: Event) -> Event:
        """The event with what was found; as it is where Discord does not say, or not in time."""
        try:
            async with asyncio.timeout(_SECONDS):
                if isinstance(event, ReactionAdded):
                    return replace(event, cited=await self._shared(event))
                if isinstance(event, ActionTaken):
                    return await self._named(event)
        except FAILURES:
            return event
        return event

    def _nameless(self, event: ActionTaken) -> bool:
        return event.id.startswith("automod:") and event.reason.isdigit()

    async def _named(self, event: ActionTaken) -> ActionTaken:
        """A server's rules are asked for once an hour at most."""
        guild, rules = native_guild(event), self._inbound.directory.rules
        async with self._asking:
            now, before = self._clock.now(), self._asked.get(guild)
            if event.reason not in rules and (before is None or now - before > _AGAIN):
                self._asked[guild] = now
                for rule in await self._session.client.http.get_auto_moderation_rules(int(guild)):
                    rules[snowflake(dict(rule), "id")] = said(dict(rule), "name")
        return replace(event, reason=rules.get(event.reason, event.reason))

    async def _shared(self, event: ReactionAdded) -> Cited | None:
        """What was found a moment ago, also where it was nothing; or what is found now."""
        now, found = self._clock.now(), None
        before = self._found.get(event.message)
        if before is not None and now - before[0] < _MOMENT:
            return before[1]
        try:
            found = await self._cited(event)
        finally:
            self._found[event.message] = (self._clock.now(), found)
            self._found.move_to_end(event.message)
            if len(self._found) > _MOST_MOMENTS:
                self._found.popitem(last=False)
        return found

    async def _cited(self, event: ReactionAdded) -> Cited:
        found = await self._session.client.http.get_message(int(native(event.channel)), int(native(event.message)))
        data: Json = dict(found)
        here = self._inbound.directory
        author = snowflake(record(data, "author"), "id")
        text = words(here.guild(native_guild(event)), data)
        withheld = "message_content" in self._session.missing and author != here.me and not text
        cited = Cited(
            message=event.message,
            channel=event.channel,
            author=AccountId(f"{event.space}/{author}"),
            text=text,
            readable=not (withheld and data.get("type") in SPOKEN),
            buttons=tuple(_buttons(data)) if author == here.me else (),
            answers=answered(data, event.space),
            files=files_of(data),
        )
        if event.emoji.replace(_DRAWN, "") in self._openers and author != here.me:
            return await surrounded(self._session.client, here, cited)
        return cited


def native_guild(event: Event) -> str:
    """The server of an event, as Discord numbers it."""
    return event.space.partition(":")[2]


def _buttons(component: Json) -> Iterator[str]:
    """The ids of all buttons, as cards have them, however deep rows and frames hold them."""
    if component.get("type") == _BUTTON and isinstance(component.get("custom_id"), str):
        yield button_of(component["custom_id"])[1]
    accessory: Any = component.get("accessory")
    for inside in (*records(component, "components"), *([accessory] if isinstance(accessory, dict) else ())):
        yield from _buttons(inside)
