from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.exports import open_export
from adapters.exports.fields import veiled
from adapters.exports.inbound_discord import DiscordInbound
from adapters.exports.tally import Tally
from bot.errors import ExportError
from bot.events import MemberJoined, ReactionAdded
from bot.ids import SpaceId
from tests.unit.exports.making import discord_file, posts, said, texts, zipped

NOON = "2020-01-01T12:00:00.053+00:00"


def test_a_message_says_who_where_and_when(tmp_path: Path) -> None:
    [post] = posts(open_export(discord_file(tmp_path / "a.json", said("30", NOON))).events())
    assert post.id == "posted:20/30"
    assert (post.channel, post.message) == ("discord:10/20", "discord:10/20/30")
    assert (post.account, post.name, post.roles) == ("discord:10/80351110224678912", "Nelly", ())
    assert post.at == datetime(2020, 1, 1, 12, 0, 0, 53_000, UTC)


@pytest.mark.parametrize("written", ["2020-01-01T14:00:00.0530000+02:00", "2020-01-01T12:00:00.053", NOON])
def test_times_of_any_offset_are_one_moment(tmp_path: Path, written: str) -> None:
    [post] = posts(open_export(discord_file(tmp_path / "a.json", said("30", written))).events())
    assert post.at == datetime(2020, 1, 1, 12, 0, 0, 53_000, UTC)
    assert post.at.tzinfo is UTC


def test_a_message_carries_all_that_the_exporter_wrote(tmp_path: Path) -> None:
    author = {"id": "5", "name": "hook", "nickname": None, "isBot": True, "roles": [{"id": "7", "name": "Mod"}]}
    message = said(
        "30",
        NOON,
        "@everyone look, @Nelly",
        type="Reply",
        author=author,
        timestampEdited="2020-01-01T13:00:00+00:00",
        mentions=[{"id": "6", "name": "nelly"}, {"id": "6"}],
        attachments=[{"fileName": "a.png", "fileSizeBytes": 12}],
        reference={"messageId": "29", "channelId": "21", "guildId": "10"},
    )
    [post] = posts(open_export(discord_file(tmp_path / "a.json", message)).events())
    assert (post.by_bot, post.name, post.roles) == (True, "hook", ("discord:10/7",))
    assert (post.mentions, post.mentions_everyone) == (("discord:10/6",), True)
    assert post.reply_to == "discord:10/21/29"
    assert post.edited_at == datetime(2020, 1, 1, 13, tzinfo=UTC)
    assert [(file.name, file.size) for file in post.attachments] == [("a.png", 12)]


@pytest.mark.parametrize(
    ("text", "everyone"), [("mail me@here.example", False), ("(@here)", True), ("@heretic", False)]
)
def test_only_a_call_to_everyone_is_one(tmp_path: Path, text: str, everyone: bool) -> None:
    [post] = posts(open_export(discord_file(tmp_path / "a.json", said("30", NOON, text))).events())
    assert post.mentions_everyone is everyone


def test_reactions_are_named_where_the_exporter_named_them(tmp_path: Path) -> None:
    reactions = [
        {"emoji": {"id": "", "name": "👍", "code": "thumbsup"}, "count": 1, "users": [{"id": "6"}]},
        {"emoji": {"id": "77", "name": "blob", "code": "blob"}, "count": 1, "users": [{"id": "6"}]},
        {"emoji": {"name": "👎"}, "count": 4},
    ]
    export = open_export(discord_file(tmp_path / "a.json", said("30", NOON, reactions=reactions)))
    added = [event for event in export.events() if isinstance(event, ReactionAdded)]
    assert [(event.emoji, event.account, event.timed) for event in added] == [
        ("👍", "discord:10/6", False),
        (":blob:", "discord:10/6", False),
    ]
    assert added[0].id == f"reacted:20/30/👍/{veiled('6')}"
    assert export.oddities == {"reactions without names": 4}


def test_a_join_tells_how_old_the_account_is(tmp_path: Path) -> None:
    [joined] = open_export(discord_file(tmp_path / "a.json", said("30", NOON, type="GuildMemberJoin"))).events()
    assert isinstance(joined, MemberJoined)
    assert (joined.id, joined.channel, joined.name) == ("joined:20/30", None, "Nelly")
    assert joined.account_created is not None
    assert joined.account_created.date().isoformat() == "2015-08-10"


def test_system_messages_are_counted_apart_from_what_is_not_understood(tmp_path: Path) -> None:
    messages = (
        said("30", NOON, type="ChannelPinnedMessage"),
        said("31", NOON, type="21"),
        said("32", NOON, type="Telepathy"),
        said("33", "yesterday"),
        said("", NOON),
        said("34", NOON, author=None),
    )
    export = open_export(discord_file(tmp_path / "a.json", *messages))
    assert list(export.events()) == []
    assert export.ignored == {"type ChannelPinnedMessage": 1, "type 21": 1}
    assert export.oddities == {
        "message type Telepathy": 1,
        "message without a time": 1,
        "message without an id": 1,
        "message without an author": 1,
    }


def folder_of_three(root: Path) -> Path:
    discord_file(root / "a [20] [part 1].json", said("1", "2020-01-01T10:00:00+00:00", "first"))
    discord_file(root / "a [20] [part 2].json", said("3", "2020-01-01T12:00:00+00:00", "third"))
    discord_file(root / "b [21].json", said("2", "2020-01-01T11:00:00+00:00", "second"), channel="21")
    (root / "notes.json").write_text("{}")
    return root


def test_channels_and_parts_are_merged_by_time(tmp_path: Path) -> None:
    export = open_export(folder_of_three(tmp_path))
    assert texts(export.events()) == ["first", "second", "third"]
    assert export.channels == {"discord:10/20": "room-20", "discord:10/21": "room-21"}
    assert (export.space, export.name) == ("discord:10", "Tea house")
    assert export.oddities == {"file that is no export of a channel": 1}
    assert export.people == {"discord:10/80351110224678912": "Nelly"}


def test_a_zip_of_such_files_reads_like_the_folder(tmp_path: Path) -> None:
    folder = folder_of_three(tmp_path / "out")
    assert list(open_export(zipped(folder, tmp_path / "all.zip")).events()) == list(open_export(folder).events())


def test_two_servers_are_not_mixed(tmp_path: Path) -> None:
    discord_file(tmp_path / "a.json", said("1", NOON))
    discord_file(tmp_path / "b.json", said("2", NOON), guild="11")
    with pytest.raises(ExportError, match="several servers"):
        open_export(tmp_path)


def test_an_export_with_the_newest_first_is_refused_with_the_next_step(tmp_path: Path) -> None:
    file = discord_file(tmp_path / "a.json", said("2", NOON), said("1", "2020-01-01T10:00:00+00:00"))
    with pytest.raises(ExportError, match="--reverse"):
        open_export(file)


KEYS = [
    "id",
    "type",
    "timestamp",
    "content",
    "author",
    "mentions",
    "reactions",
    "attachments",
    "embeds",
    "reference",
    "messageId",
    "emoji",
    "users",
    "roles",
    "name",
    "nickname",
    "count",
    "isBot",
    "timestampEdited",
    "fileName",
]
Leaves = st.none() | st.booleans() | st.integers() | st.text() | st.just("Reply")
Anything = st.recursive(Leaves, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner))


@given(st.dictionaries(st.sampled_from(KEYS), Anything), st.sampled_from(["Default", "Reply", "GuildMemberJoin", "9"]))
def test_no_message_however_strange_stops_the_reading(entry: dict[str, object], kind: str) -> None:
    inbound = DiscordInbound(SpaceId("discord:1"), Tally(), {})
    inbound.events(said("30", NOON) | entry | {"type": kind}, "20")
