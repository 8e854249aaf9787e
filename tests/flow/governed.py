"""A road with every room of a real community, and people who ask for things on it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.app.assembly import put_together
from bot.config.model import Community
from bot.dispatch import Dispatcher
from bot.effects import Effect, SendDirect
from bot.errors import Refused
from bot.events import ButtonPressed, Cited, CommandInvoked, FormSubmitted, MenuChosen, MessageEdited, MessagePosted
from bot.ids import ChannelId, EffectKey, EventId, IncidentId, Platform, channel_id, role_id
from bot.pipeline.batch import Rules, Simulate
from bot.pipeline.moments import ReplayedMoments
from bot.pipeline.partition import Partition
from bot.pipeline.queue import LocalQueue
from bot.pipeline.rounds import Rooms
from bot.policy import room as judging
from bot.policy.book import Book
from bot.ports import Receipt
from bot.rooms import Room
from bot.storage.store import Store
from tests.builders import CHANNEL, MONDAY, SPACE, someone
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.roads import COMMUNITY
from tests.unit.policy.packs import pack, policy

TEAM = channel_id(SPACE, "team")
OWNER, MODERATOR = role_id(SPACE, "owner"), role_id(SPACE, "mods")
STEP = "[[policies.ladder]]\nat = 2\nwithin = '1d'\nthen = { remove = true, timeout = '5m' }\n"
OURS = pack(
    policy('{ name = { any = ["cat"] } }', name="names", then="{ alert = true }"),
    policy('{ words = { any = ["cat"] } }', name="cats", then="{ remove = true }") + STEP,
    policy('{ words = { any = ["dog", "cats"] } }', name="dogs", then="{ remind = true, slowmode = '5s' }"),
    name="ours",
)


def community(**more: Any) -> Community:
    """What the file says: one space, a channel for the team, no first days."""
    given = {"spaces": [SPACE], "managers_channel": {SPACE: TEAM}, "levels": {MODERATOR: "moderator"}}
    return Community.model_validate({**given, "observation_days": 0, **more})


def governed(simulate: Simulate | None = None, also: Sequence[Room] = (), **more: Any) -> Rules:
    """The rules of a community by its policies, and what rooms of the test's own say besides."""
    made = put_together(COMMUNITY, community(**more), Book.compile([OURS]), ReplayedMoments(), simulate).rules
    made.rooms = Rooms((*made.rooms._rooms, *also))
    return made


def answered(effect: Effect, key: EffectKey, now: datetime) -> Receipt:
    """A platform on which some people cannot be written to."""
    if isinstance(effect, SendDirect) and effect.account == someone("eve"):
        raise Refused("direct messages are closed")
    return Receipt(made=f"made-{key}", simulated=True)


@asynccontextmanager
async def delivering(
    store: Store, adapter: FakeAdapter, clock: FakeClock | None = None, also: Sequence[Room] = ()
) -> AsyncIterator[LocalQueue]:
    """The community with a platform that feels what it wants."""
    queue = LocalQueue()
    dispatcher = Dispatcher(COMMUNITY, store, queue, {Platform("fake"): adapter}, clock or FakeClock())
    partition = Partition(COMMUNITY, store, queue, governed(also=also), watch=lambda batch: dispatcher.wake())
    tasks = [asyncio.create_task(partition.run()), asyncio.create_task(dispatcher.run(poll_seconds=0.02))]
    try:
        yield queue
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task


def incident(spoken: MessagePosted) -> IncidentId:
    """The name of what was done about a message."""
    return judging._incident(spoken)


def cited(spoken: MessagePosted) -> Cited:
    return Cited(message=spoken.message, channel=spoken.channel, author=spoken.account, text=spoken.text)


class Asking:
    """Somebody, with a role or without, who asks for things; each request has a number and comes at its second."""

    def __init__(self, name: str, *roles: str, channel: ChannelId | None = CHANNEL) -> None:
        self.account = someone(name)
        self._given = {"name": name.title(), "roles": roles or None, "channel": channel, "account": self.account}

    def command(self, number: int, command: str, after: float = 0, **arguments: str) -> CommandInvoked:
        return CommandInvoked(command=command, arguments=tuple(arguments.items()), **self._asked(number, after))

    def press(self, number: int, button: str, after: float = 0) -> ButtonPressed:
        return ButtonPressed(button=button, **self._asked(number, after))

    def send(self, number: int, form: str, after: float = 0, **values: str) -> FormSubmitted:
        return FormSubmitted(form=form, values=tuple(values.items()), **self._asked(number, after))

    def report(self, number: int, about: MessagePosted, reason: str, after: float = 0) -> FormSubmitted:
        sent = self.send(number, "report", after, what="hurt", reason=reason)
        return replace(sent, cited=cited(about))

    def choose(self, number: int, menu: str, about: MessagePosted, after: float = 0) -> MenuChosen:
        return MenuChosen(menu=menu, cited=cited(about), **self._asked(number, after))

    def _asked(self, number: int, after: float) -> dict[str, Any]:
        at = MONDAY + timedelta(seconds=after or number)
        return {"id": EventId(f"ask:{number}"), "space": SPACE, "at": at, **self._given}


def edited(spoken: MessagePosted, text: str, after: float) -> MessageEdited:
    return MessageEdited(
        id=EventId(f"edited:{spoken.message}#{after}"),
        space=spoken.space,
        at=MONDAY + timedelta(seconds=after),
        message=spoken.message,
        channel=spoken.channel,
        account=spoken.account,
        text=text,
    )
