"""The words of a message as people read them, put together from everywhere Discord keeps them. Pure."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from adapters.discord.directory import FORUMS, Guild
from adapters.discord.payloads import Json, each, inner, record, records, said, snowflake, whole
from bot.events import Attachment
from bot.ids import file_mark

_MARKS = re.compile(
    r"<(?:@!?(?P<user>\d+)|@&(?P<role>\d+)|#(?P<channel>\d+)|a?(?P<emoji>:\w+:)\d+"
    r"|t:(?P<time>-?\d{1,12})(?::[a-zA-Z])?|(?P<command>/[^:<>\n]{1,100}):\d+)>"
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def words(guild: Guild, data: Json) -> str:
    """All that somebody who looks at the message reads, in the order in which it stands there. Raises Odd."""
    content = said(data, "content")
    text = resolved(guild, data, content) if "<" in content else content
    parts = (*_title(guild, data), text, *_around(guild, data, content))
    return text if len(parts) == 1 else "\n".join(part for part in parts if part)


def _title(guild: Guild, data: Json) -> Iterator[str]:
    """A post of a forum is read from its title on."""
    channel = data.get("channel_id")
    if channel == data.get("id"):
        post = guild.places.get(str(channel))
        if post is not None and guild.kind_of(post.parent) in FORUMS:
            yield post.name


def _around(guild: Guild, data: Json, content: str) -> Iterator[str]:
    if not content and data.get("embeds"):
        yield from _embedded(data)
    if data.get("message_snapshots"):
        for snapshot in records(data, "message_snapshots"):
            yield words(guild, record(snapshot, "message"))
    if data.get("poll"):
        yield from _asked(record(data, "poll"))
    if data.get("sticker_items"):
        yield from (said(sticker, "name") for sticker in records(data, "sticker_items"))


def _embedded(data: Json) -> Iterator[str]:
    """What bots and webhooks write into frames; previews of links are nobody's words."""
    for embed in records(data, "embeds"):
        if embed.get("type", "rich") == "rich":
            yield from each(embed, "title", "description")


def _asked(poll: Json) -> Iterator[str]:
    yield said(inner(poll, "question"), "text")
    for answer in records(poll, "answers"):
        yield said(inner(answer, "poll_media"), "text")


def resolved(guild: Guild, data: Json, content: str) -> str:
    """Mentions by name, emoji of the community's own as `:name:`, moments as date and time in UTC."""
    names = {snowflake(user, "id"): name_of(user) for user in records(data, "mentions")}
    return _MARKS.sub(lambda found: _read(guild, names, found), content)


def _read(guild: Guild, names: Mapping[str, str], found: re.Match[str]) -> str:
    kind, value = str(found.lastgroup), str(found[str(found.lastgroup)])
    if kind == "user":
        return f"@{names.get(value, 'Unknown')}"
    if kind == "role":
        return f"@{guild.roles[value].name if value in guild.roles else 'deleted-role'}"
    if kind == "channel":
        return f"#{guild.places[value].name if value in guild.places else 'deleted-channel'}"
    if kind == "time":
        return _moment(int(value)) or found[0]
    return value


def _moment(seconds: int) -> str:
    try:
        return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%d %H:%M}"
    except OverflowError:
        return ""


def name_of(user: Json, member: Json | None = None) -> str:
    """What people are called: by a nickname here, else as they call themselves. Raises Odd."""
    member = inner(user, "member") if member is None else member
    return said(member, "nick") or said(user, "global_name") or said(user, "username")


def files(data: Json) -> tuple[Attachment, ...]:
    """The files of a message and of what it forwards. Raises Odd."""
    return tuple(map(_file, attached(data)))


def attached(data: Json) -> Iterator[Json]:
    """The same as Discord writes them. Raises Odd."""
    yield from records(data, "attachments")
    for snapshot in records(data, "message_snapshots"):
        yield from records(record(snapshot, "message"), "attachments")


def _file(data: Json) -> Attachment:
    name, media_type = said(data, "filename"), said(data, "content_type")
    size = max(0, whole(data, "size"))
    return Attachment(name=name or "file", media_type=media_type, size=size, mark=mark_of(data))


def mark_of(data: Json) -> str:
    """What tells an attachment from every other; nothing where Discord gives it no id. Raises Odd."""
    native = said(data, "id")
    return file_mark(native, whole(data, "size"), said(data, "content_type")) if native else ""
