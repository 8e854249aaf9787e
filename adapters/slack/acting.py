"""Effects that act on messages, people and conversations, as far as Slack lets an app do that.

A reaction can be removed by whoever put it there and by nobody else. So its author is asked to, where nobody else sees
it; that is all that can be done, and it is not claimed as a capability.
"""

from typing import assert_never

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.emoji import named as emoji_name
from adapters.slack.learning import Learning
from adapters.slack.limits import CHANNEL_NAME, TOGETHER_AT_MOST, cut
from adapters.slack.refusals import code, refused
from adapters.slack.render import dressed
from adapters.slack.words import Words
from adapters.slack.workspaces import Workspaces
from bot.effects import CreatePrivateThread, DeleteMessage, HideReaction, JoinChannel, React, RemoveFromChannel
from bot.ids import channel_id, native
from bot.views import Card, Passage, Phrase, Place

Acting = DeleteMessage | React | HideReaction | RemoveFromChannel | JoinChannel | CreatePrivateThread
_DONE = {"already_reacted", "already_in_channel"}
_OUT_OF_REACH = {"message_not_found", "user_not_in_channel", "channel_not_found"}


class Hands:
    """Does what is wanted. What was done already counts as done: twice is felt once."""

    def __init__(self, workspaces: Workspaces, learning: Learning, words: Words) -> None:
        self._workspaces, self._learning, self._words = workspaces, learning, words

    async def act(self, effect: Acting) -> str | None:
        """Carry one of these effects out; the id of what came into being, where something did."""
        client = self._workspaces.client(effect.space)
        match effect:
            case DeleteMessage():
                await self._delete(effect, client)
            case React():
                await _unless(_DONE, client.reactions_add(**_message(effect), name=emoji_name(effect.emoji)))
            case HideReaction():
                await self._ask_back(effect, client)
            case RemoveFromChannel():
                await self._remove(effect, client)
            case JoinChannel():
                await self._join(effect, client)
            case CreatePrivateThread():
                return channel_id(effect.space, await self._together(effect, client))
            case _:
                assert_never(effect)
        return None

    async def _delete(self, effect: DeleteMessage, client: AsyncWebClient) -> None:
        """An administrator's token takes down anybody's; the bot's own token what the bot wrote."""
        by = self._workspaces.user_client(effect.space) or client
        gone = {"message_not_found"}
        try:
            await _unless(gone, by.chat_delete(channel=native(effect.channel), ts=native(effect.message)))
        except SlackApiError as error:
            if by is client or code(error) != "channel_not_found":
                raise
            # The administrator is not in this private channel, the bot may be.
            await _unless(gone, client.chat_delete(channel=native(effect.channel), ts=native(effect.message)))

    async def _ask_back(self, effect: HideReaction, client: AsyncWebClient) -> None:
        """Whoever put it there is asked to take it back; somebody who is not there any more is not."""
        person = self._learning.team(effect.space).people.get(native(effect.account))
        words = self._words.into((person and person.locale) or "en")
        card = Card(body=(Phrase("slack-take-back", (("passage", Passage(effect.channel, effect.message)),)),))
        taught = await self._learning.taught(words, client, effect.space, card)
        parts = dressed(card, taught, effect.space).parts()
        asked = client.chat_postEphemeral(channel=native(effect.channel), user=native(effect.account), **parts)
        await _unless(_OUT_OF_REACH, asked)

    async def _remove(self, effect: RemoveFromChannel, client: AsyncWebClient) -> None:
        channel, user = native(effect.channel), native(effect.account)
        try:
            await client.conversations_kick(channel=channel, user=user)
        except SlackApiError as error:
            if code(error) not in ("not_in_channel", "user_not_in_channel"):
                raise
            answer = await client.conversations_info(channel=channel)
            if not (answer.get("channel") or {}).get("is_member"):
                raise

    async def _join(self, effect: JoinChannel, client: AsyncWebClient) -> None:
        try:
            await _unless(_DONE, client.conversations_join(channel=native(effect.channel)))
        except SlackApiError as error:
            if code(error) in ("method_not_supported_for_channel_type", "channel_not_found"):
                raise refused(
                    "private channels are not joined unasked", "private", place=Place(effect.channel)
                ) from error
            raise

    async def _together(self, effect: CreatePrivateThread, client: AsyncWebClient) -> str:
        """A conversation with exactly these people: the one that they have already, or a private channel for many."""
        people = list(dict.fromkeys(native(one) for one in effect.members))
        if not people:
            raise refused("nobody is to be in it", "unknown")
        if len(people) <= TOGETHER_AT_MOST:
            answer = await client.conversations_open(users=",".join(people))
            return str((answer.get("channel") or {})["id"])
        made = await client.conversations_create(name=channel_name(effect.name), is_private=True)
        channel = str((made.get("channel") or {})["id"])
        await _unless({"already_in_channel"}, client.conversations_invite(channel=channel, users=",".join(people)))
        return channel


def channel_name(said: str) -> str:
    """A name as Slack takes it for a channel."""
    signs = (sign if sign.isalnum() or sign in "-_" else "-" for sign in said.casefold())
    parts = [part for part in "".join(signs).split("-") if part]
    return cut("-".join(parts), CHANNEL_NAME).rstrip("…-") or "palabre"


def _message(effect: React) -> dict[str, str]:
    return {"channel": native(effect.channel), "timestamp": native(effect.message)}


async def _unless(fine: set[str], doing: object) -> None:
    """Wait for a call; some refusals mean that there is nothing left to do."""
    try:
        await doing  # type: ignore[misc]
    except SlackApiError as error:
        if code(error) not in fine:
            raise
