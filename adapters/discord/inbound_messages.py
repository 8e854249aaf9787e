"""Messages and reactions: what the gateway or the API says about them in, events out. Pure."""

from adapters.discord.directory import Guild
from adapters.discord.frame import Here
from adapters.discord.inbound_text import files, name_of, words
from adapters.discord.payloads import Json, Odd, created, inner, moment, record, records, snowflake, snowflakes
from bot.events import MessageDeleted, MessageEdited, MessagePosted, ReactionAdded, ReactionRemoved
from bot.ids import AccountId, ChannelId, EventId, MessageId

SPOKEN = frozenset({0, 19, 23})
"""What people say, answers included; everything else is Discord's own telling of what happened."""
_ANSWER = 19
_FORWARD = 1


def posted(here: Here, data: Json) -> MessagePosted | None:
    """Somebody wrote; None where it was Discord itself, or us. Raises Odd."""
    if not _spoken(data):
        return None
    guild, author = here.guild, record(data, "author")
    user = snowflake(author, "id")
    if user == here.directory.me:
        return None
    member = data.get("member")
    member = None if member is None else record(data, "member")
    channel, native = snowflake(data, "channel_id"), snowflake(data, "id")
    space, place = guild.space, ChannelId(f"{guild.space}/{channel}")
    by_bot = author.get("bot") is True or "webhook_id" in data
    if by_bot and "webhook_id" not in data:
        guild.bots.add(user)
    name, roles = name_of(author, member or {}), snowflakes(member, "roles") if member else None
    if roles is not None:
        here.directory.met(guild.native, user, name, roles)
    return MessagePosted(
        id=EventId(f"posted:{channel}/{native}"),
        space=space,
        at=moment(data, "timestamp"),
        message=MessageId(f"{place}/{native}"),
        channel=place,
        account=AccountId(f"{space}/{user}"),
        text=words(guild, data),
        name=name or None,
        roles=None if roles is None else guild.worn(user, roles),
        thread=guild.hung(channel),
        reply_to=_answered(guild, data, channel),
        mentions=_mentioned(guild, data),
        mentions_everyone=data.get("mention_everyone") is True,
        attachments=files(data),
        by_bot=by_bot,
        edited_at=None if data.get("edited_timestamp") is None else moment(data, "edited_timestamp"),
        account_created=created(user),
    )


def _spoken(data: Json) -> bool:
    if data.get("type").__class__ is not int:
        raise Odd("type")
    return data["type"] in SPOKEN


def _answered(guild: Guild, data: Json, channel: str) -> MessageId | None:
    if data.get("type") != _ANSWER:
        return None
    reference = inner(data, "message_reference")
    native = reference.get("message_id")
    if native is None or reference.get("type") == _FORWARD:
        return None
    there = reference.get("channel_id") or channel
    if there.__class__ is not str or native.__class__ is not str:
        raise Odd("message_reference")
    return MessageId(f"{guild.space}/{there}/{native}")


def _mentioned(guild: Guild, data: Json) -> tuple[AccountId, ...]:
    users = records(data, "mentions")
    if not users:
        return ()
    return tuple(dict.fromkeys(AccountId(f"{guild.space}/{snowflake(user, 'id')}") for user in users))


def edited(here: Here, data: Json) -> MessageEdited | None:
    """Somebody reworded what they wrote; None where only a preview came, or a pin. Raises Odd."""
    stamp = data.get("edited_timestamp")
    if stamp is None or "content" not in data or data.get("type", 0) not in SPOKEN:
        return None
    guild, author = here.guild, inner(data, "author")
    user = snowflake(author, "id") if author else None
    if user is not None and user == here.directory.me:
        return None
    at = moment(data, "edited_timestamp")
    channel, native = snowflake(data, "channel_id"), snowflake(data, "id")
    place = ChannelId(f"{guild.space}/{channel}")
    return MessageEdited(
        id=EventId(f"edited:{channel}/{native}#{at.isoformat()}"),
        space=guild.space,
        at=at,
        message=MessageId(f"{place}/{native}"),
        channel=place,
        account=AccountId(f"{guild.space}/{user}") if user else None,
        text=words(guild, data),
        mentions=_mentioned(guild, data),
        mentions_everyone=data.get("mention_everyone") is True,
        attachments=files(data),
        by_bot=author.get("bot") is True or "webhook_id" in data,
    )


def deleted(here: Here, data: Json) -> tuple[MessageDeleted, ...]:
    """A message is gone, or many at once. Raises Odd."""
    guild, channel, at = here.guild, snowflake(data, "channel_id"), here.frame.at
    place = ChannelId(f"{guild.space}/{channel}")
    natives = snowflakes(data, "ids") if "ids" in data else (snowflake(data, "id"),)
    return tuple(
        MessageDeleted(
            id=EventId(f"deleted:{channel}/{native}"),
            space=guild.space,
            at=at,
            message=MessageId(f"{place}/{native}"),
            channel=place,
        )
        for native in natives
    )


def reacted(here: Here, data: Json) -> ReactionAdded | None:
    """Somebody reacted, with more or less glitter; None where it was us. Raises Odd."""
    guild, frame, user = here.guild, here.frame, snowflake(data, "user_id")
    if user == here.directory.me:
        return None
    channel = ChannelId(f"{guild.space}/{snowflake(data, 'channel_id')}")
    message = MessageId(f"{channel}/{snowflake(data, 'message_id')}")
    member = inner(data, "member")
    return ReactionAdded(
        id=frame.named("reacted"),
        space=guild.space,
        at=frame.at,
        message=message,
        channel=channel,
        account=AccountId(f"{guild.space}/{user}"),
        emoji=here.emoji.noted(message, record(data, "emoji")),
        roles=guild.worn(user, snowflakes(member, "roles")) if member else None,
    )


def unreacted(here: Here, data: Json) -> ReactionRemoved | None:
    """A reaction was taken back; None where it was ours. Raises Odd."""
    guild, frame, user = here.guild, here.frame, snowflake(data, "user_id")
    if user == here.directory.me:
        return None
    channel = ChannelId(f"{guild.space}/{snowflake(data, 'channel_id')}")
    message = MessageId(f"{channel}/{snowflake(data, 'message_id')}")
    return ReactionRemoved(
        id=frame.named("unreacted"),
        space=guild.space,
        at=frame.at,
        message=message,
        channel=channel,
        account=AccountId(f"{guild.space}/{user}"),
        emoji=here.emoji.noted(message, record(data, "emoji")),
    )
