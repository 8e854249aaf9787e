"""Messages that forms were opened from: remembered as they stood then, looked up again after a restart."""

from collections import OrderedDict
from dataclasses import replace

import discord

from adapters.discord.asking import cited
from adapters.discord.directory import Directory
from adapters.discord.forms import Opened
from adapters.discord.refusals import ERRORS
from adapters.discord.surroundings import surrounded
from bot.events import Cited, FormSubmitted
from bot.ids import MessageId, SpaceId, native

_MOST = 500


class Citing:
    """The latest ones; older ones are looked up."""

    def __init__(self, client: discord.Client, directory: Directory) -> None:
        self._client, self._directory = client, directory
        self._kept: OrderedDict[MessageId, Cited] = OrderedDict()

    def remember(self, one: Cited) -> None:
        """A form is opened from this message."""
        self._kept[one.message] = one
        self._kept.move_to_end(one.message)
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)

    async def cited(self, opened: Opened, space: SpaceId) -> Cited | None:
        """What a form cites: as it stood, or as it stands where that is forgotten; without words where it is gone."""
        cites = opened.cites(space)
        if cites is None:
            return None
        channel, message = cites
        if message in self._kept:
            return self._kept[message]
        try:
            found = await self._client.http.get_message(int(native(channel)), int(native(message)))
        except ERRORS:
            return Cited(message=message, channel=channel, author=None, text="", readable=False)
        return cited(dict(found), space, self._directory)

    async def surrounded(self, event: FormSubmitted) -> FormSubmitted:
        """The form with what stands around the message that it cites."""
        if event.cited is None:
            return event
        return replace(event, cited=await surrounded(self._client, self._directory, event.cited))
