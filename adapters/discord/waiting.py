"""Somebody waits for an answer: it is given within the few seconds that Discord grants, or Discord is told to wait.

Whatever is too late, answered twice or forgotten by a restart ends in None, and the answer goes by direct message.
"""

import asyncio
from datetime import datetime, timedelta

import discord

from adapters.discord.refusals import (
    ANSWERED,
    BAD_TOKEN,
    UNKNOWN_INTERACTION,
    UNKNOWN_MESSAGE,
    UNKNOWN_WEBHOOK,
    number,
)
from adapters.discord.render import Dressed
from bot.ids import AccountId, MessageId, channel_id, message_id, space_of

_TOO_LATE = frozenset({UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK, UNKNOWN_MESSAGE, BAD_TOKEN})


class Waiting:
    """One interaction, and how far it was answered."""

    def __init__(self, interaction: discord.Interaction, account: AccountId) -> None:
        self._interaction = interaction
        self.account = account
        self.answered = asyncio.Event()
        self._lock = asyncio.Lock()
        self._placeholder = self._taken = False

    @property
    def outside(self) -> int | None:
        """The server's id where it was not asked there, so that buttons can say it."""
        return None if self._interaction.guild_id else number(space_of(self.account).replace(":", "/"))

    def old(self, now: datetime, lifetime: timedelta) -> bool:
        """Discord takes no answer to it any more."""
        return now - self._interaction.created_at >= lifetime

    @property
    def below_card(self) -> bool:
        """It was asked on a message of ours, which can be left as it is."""
        return self._interaction.message is not None

    async def defer(self) -> None:
        """Tell Discord that an answer may come; on a card nothing shows of it."""
        async with self._lock:
            if self._taken:
                return
            self._taken = True
            try:
                await self._interaction.response.defer(ephemeral=True, thinking=not self.below_card)
                self._placeholder = not self.below_card
            except discord.HTTPException as error:
                if error.code not in (UNKNOWN_INTERACTION, ANSWERED):
                    raise

    async def say(self, dressed: Dressed) -> MessageId | None:
        """Answer so that only the person sees it: the id of the message, or None where it is too late for that."""
        async with self._lock:
            try:
                made = await self._said(dressed)
                place = channel_id(space_of(self.account), str(self._interaction.channel_id or 0))
                return message_id(place, str(made))
            except discord.HTTPException as error:
                if error.code in _TOO_LATE:
                    return None
                raise
            finally:
                self.answered.set()

    async def _said(self, dressed: Dressed) -> int | None:
        if self._placeholder:
            edited = await self._interaction.edit_original_response(**dressed.replacing())
            self._placeholder = False
            return edited.id
        if not self._taken:
            try:
                answer = await self._interaction.response.send_message(**dressed.sending(), ephemeral=True)
            except discord.HTTPException as error:
                if error.code != ANSWERED:
                    raise
                self._taken = True
            else:
                self._taken = True
                return answer.message_id
        sent = await self._interaction.followup.send(**dressed.sending(), ephemeral=True, wait=True)
        return sent.id

    async def settle(self) -> None:
        """There was nothing to say: nothing is left to wait for, and nothing to see."""
        if not self._taken and self.below_card:
            await self.defer()
        async with self._lock:
            if self._placeholder:
                self._placeholder = False
                try:
                    await self._interaction.delete_original_response()
                except discord.HTTPException as error:
                    if error.code not in _TOO_LATE:
                        raise
