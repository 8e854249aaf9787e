from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.exports import open_export
from adapters.exports.fields import veiled
from adapters.exports.inbound_slack import SlackInbound
from adapters.exports.tally import Tally
from bot.events import MemberJoined, MemberLeft, MessageDeleted, MessageEdited, ReactionAdded
from bot.ids import SpaceId
from tests.unit.exports.making import (
    ANN,
    BOB,
    DAY,
    Json,
    posts,
    slack,
    slack_folder,
    texts,
    wrote,
    zipped,
)


def test_a_message_says_who_where_and_when(tmp_path: Path) -> None:
    [post] = posts(slack(tmp_path, wrote("1577836800.002768", user="U2")).events())
    assert post.id == "posted:C1/1577836800.002768"
    assert (post.space, post.channel, post.account) == ("slack:T1", "slack:T1/C1", "slack:T1/U2")
    assert post.message == "slack:T1/C1/1577836800.002768"
    assert post.at == datetime(2020, 1, 1, 0, 0, 0, 2768, UTC)
    assert (post.name, post.roles, post.by_bot, post.thread) == ("Bob", (), False, None)


def test_owners_and_admins_are_known_by_their_roles(tmp_path: Path) -> None:
    [post] = posts(slack(tmp_path, wrote("1.0")).events())
    assert post.roles == ("slack:T1/owner", "slack:T1/admin")


def test_the_roles_of_strangers_are_unknown(tmp_path: Path) -> None:
    [post] = posts(slack(tmp_path, wrote("1.0", user="U9", user_profile={"real_name": "Zoe"})).events())
    assert (post.roles, post.name) == (None, "Zoe")


def test_a_reply_stands_in_its_thread_and_the_first_message_does_not(tmp_path: Path) -> None:
    first, reply = posts(slack(tmp_path, wrote("1.0", thread_ts="1.0"), wrote("2.0", thread_ts="1.0")).events())
    assert (first.thread, reply.thread) == (None, first.message)


def test_reactions_follow_their_message_without_a_time_of_their_own(tmp_path: Path) -> None:
    reaction = {"name": "+1", "users": ["U1", "U2"], "count": 3}
    export = slack(tmp_path, wrote("1.0", reactions=[reaction]), wrote("2.0"))
    kinds = [event.kind for event in export.events()]
    assert kinds == ["message_posted", "reaction_added", "reaction_added", "message_posted"]
    added = next(event for event in export.events() if isinstance(event, ReactionAdded))
    assert (added.emoji, added.timed, added.id) == (":+1:", False, f"reacted:C1/1.0/:+1:/{veiled('U1')}")
    assert export.oddities == {"reactions without names": 1}


@pytest.mark.parametrize(
    ("entry", "author", "bot"),
    [
        ({"subtype": "bot_message", "bot_id": "B1", "username": "News"}, "slack:T1/B1", True),
        ({"subtype": "bot_message", "username": "Le Monde / RSS"}, "slack:T1/le-monde-rss", True),
        ({"user": "USLACKBOT"}, "slack:T1/USLACKBOT", True),
        ({"user": "U1", "bot_id": "B1"}, "slack:T1/U1", False),
        ({"user": "U7", "bot_id": "B1"}, "slack:T1/U7", True),
        ({"subtype": "me_message", "user": "U1"}, "slack:T1/U1", False),
        ({"subtype": "file_comment", "comment": {"user": "U2"}}, "slack:T1/U2", False),
    ],
)
def test_bots_are_told_from_people(tmp_path: Path, entry: Json, author: str, bot: bool) -> None:
    [post] = posts(slack(tmp_path, {"type": "message", "ts": "1.0", "text": "x", **entry}).events())
    assert (post.account, post.by_bot) == (author, bot)


def test_what_a_bot_only_attached_is_read_as_its_words(tmp_path: Path) -> None:
    attached = [{"title": "Build failed", "text": "see <https://ci.example|here>"}]
    [post] = posts(slack(tmp_path, wrote("1.0", "", attachments=attached)).events())
    assert post.text == "Build failed\nsee here (https://ci.example)"


def test_files_are_attachments(tmp_path: Path) -> None:
    files = [{"name": "a.png", "mimetype": "image/png", "size": 3}, {"mode": "tombstone"}]
    [post] = posts(slack(tmp_path, wrote("1.0", subtype="file_share", files=files)).events())
    assert [(file.name, file.media_type, file.size) for file in post.attachments] == [
        ("a.png", "image/png", 3),
        ("file", "", 0),
    ]


def test_an_edited_message_says_when(tmp_path: Path) -> None:
    [post] = posts(slack(tmp_path, wrote("1.0", edited={"user": "U1", "ts": "60.000000"})).events())
    assert post.edited_at == datetime(1970, 1, 1, 0, 1, tzinfo=UTC)


def test_coming_and_going_are_told(tmp_path: Path) -> None:
    join = wrote("1.0", subtype="channel_join", user="U2", inviter="U1")
    joined, left = slack(tmp_path, join, wrote("2.0", subtype="channel_leave", user="U2")).events()
    assert isinstance(joined, MemberJoined)
    assert (joined.account, joined.channel, joined.invited_by) == ("slack:T1/U2", "slack:T1/C1", "slack:T1/U1")
    assert (joined.id, joined.name) == ("joined:C1/1.0", "Bob")
    assert isinstance(left, MemberLeft)
    assert left.channel == "slack:T1/C1"


def test_what_was_changed_or_taken_back_is_told(tmp_path: Path) -> None:
    changed = {"subtype": "message_changed", "ts": "3.0", "message": wrote("1.0", "new &amp; better")}
    deleted = {"subtype": "message_deleted", "ts": "4.0", "deleted_ts": "1.0", "previous_message": {"user": "U2"}}
    tombstone = wrote("5.0", user="USLACKBOT", subtype="tombstone")
    edit, wrapped, stone = slack(tmp_path, changed, deleted, tombstone).events()
    assert isinstance(edit, MessageEdited)
    assert (edit.message, edit.text, edit.account) == ("slack:T1/C1/1.0", "new & better", "slack:T1/U1")
    assert isinstance(wrapped, MessageDeleted)
    assert (wrapped.message, wrapped.account, wrapped.id) == ("slack:T1/C1/1.0", "slack:T1/U2", "deleted:C1/1.0")
    assert isinstance(stone, MessageDeleted)
    assert (stone.message, stone.account) == ("slack:T1/C1/5.0", None)


def test_system_messages_are_counted_apart_from_what_is_not_understood(tmp_path: Path) -> None:
    export = slack(
        tmp_path,
        wrote("1.0", subtype="channel_topic"),
        wrote("2.0", subtype="never_heard_of"),
        {"ts": "3.0", "text": "nobody"},
        {"user": "U1"},
        wrote("１.0"),
        wrote("4.0"),
    )
    assert len(list(export.events())) == 1
    assert export.ignored == {"channel_topic": 1}
    assert export.oddities == {
        "message subtype never_heard_of": 1,
        "message without an author": 1,
        "message without a time": 2,
    }


def test_a_second_reading_tells_the_same_and_counts_anew(tmp_path: Path) -> None:
    export = slack(tmp_path, wrote("1.0"), {"user": "U1"})
    first, counted, read = list(export.events()), dict(export.oddities), export.read
    assert (list(export.events()), export.oddities, export.read) == (first, counted, read)
    assert export.read == export.size


def test_a_zip_with_a_folder_inside_reads_like_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    slack_folder(folder / "Tea Slack export Jan 1 2020", {f"général/{DAY}": [wrote("1.0")]})
    whole = open_export(zipped(folder, tmp_path / "Tea Slack export Jan 1 2020 - Jan 2 2020.zip"))
    assert whole.name == "Tea"
    assert list(whole.events()) == list(open_export(folder).events())
    assert whole.oddities == {"channel folder that no list names": 1}
    assert posts(whole.events())[0].channel == "slack:T1/général"


def test_private_channels_and_direct_messages_are_found_by_their_lists(tmp_path: Path) -> None:
    lists = {
        "groups.json": [{"id": "G1", "name": "secret"}],
        "dms.json": [{"id": "D1", "members": ["U1", "U2"]}],
        "mpims.json": [{"id": "G2", "name": "mpdm-ann--bob-1"}],
    }
    files = {f"{folder}/{DAY}": [wrote("1.0")] for folder in ("secret", "D1", "mpdm-ann--bob-1")}
    export = open_export(slack_folder(tmp_path, {**lists, **files}))
    assert {post.channel for post in posts(export.events())} == {"slack:T1/G1", "slack:T1/D1", "slack:T1/G2"}
    assert export.channels["slack:T1/G1"] == "secret"  # type: ignore[index]
    assert not export.oddities


def test_the_space_is_that_of_most_users_else_of_the_messages_else_named_after_the_archive(tmp_path: Path) -> None:
    guests: list[Json] = [{"id": "U8", "team_id": "T8"}, ANN, BOB]
    nameless: list[Json] = [{"id": "U1"}]
    day = {f"general/{DAY}": [wrote("1.0", team="T5")]}
    silent = {f"general/{DAY}": [wrote("1.0")]}
    assert open_export(slack_folder(tmp_path / "a", day, guests)).space == "slack:T1"
    assert open_export(slack_folder(tmp_path / "b", day, nameless)).space == "slack:T5"
    assert open_export(slack_folder(tmp_path / "Tea & Co", silent, nameless)).space == "slack:tea-co"
    assert open_export(tmp_path / "a", space="slack:TX").space == "slack:TX"


def test_names_of_people_and_channels_are_known_up_front(tmp_path: Path) -> None:
    export = slack(tmp_path, wrote("1.0"))
    assert export.people == {"slack:T1/U1": "ann", "slack:T1/U2": "Bob"}
    assert export.channels == {"slack:T1/C1": "general", "slack:T1/C2": "random"}


def test_a_message_out_of_place_in_its_file_comes_in_time(tmp_path: Path) -> None:
    export = slack(tmp_path, wrote("3.0", "c"), wrote("1.0", "a"), wrote("2.0", "b"))
    assert texts(export.events()) == ["a", "b", "c"]
    assert not export.oddities


Moments = st.lists(
    st.tuples(st.integers(0, 5 * 86_400), st.integers(0, 999_999), st.sampled_from(["general", "random"])),
    unique=True,
    max_size=40,
)


@given(Moments, st.integers(-12, 14), st.randoms())
def test_any_interleaving_of_days_and_channels_comes_out_in_time_order(
    tmp_path_factory: pytest.TempPathFactory, moments: list[tuple[int, int, str]], zone: int, rng: Random
) -> None:
    files: dict[str, list[object]] = {f"general/{DAY}": []}
    start = 1_577_836_800
    for seconds, micros, folder in moments:
        day = datetime.fromtimestamp(start + seconds + zone * 3600, UTC).date().isoformat()
        files.setdefault(f"{folder}/{day}.json", []).append(wrote(f"{start + seconds}.{micros:06}"))
    for messages in files.values():
        rng.shuffle(messages)
    export = open_export(slack_folder(tmp_path_factory.mktemp("export"), files))
    order = [(post.at, post.channel, post.id) for post in posts(export.events())]
    assert order == sorted(order)
    assert len(order) == len(moments)
    assert not export.oddities


KEYS = [
    "ts",
    "text",
    "user",
    "subtype",
    "bot_id",
    "username",
    "files",
    "file",
    "reactions",
    "edited",
    "thread_ts",
    "user_profile",
    "bot_profile",
    "attachments",
    "message",
    "previous_message",
    "deleted_ts",
    "comment",
    "inviter",
    "name",
    "users",
    "count",
    "team",
]
Leaves = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["1.5", "message_changed"])
)
Anything = st.recursive(Leaves, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner))


@given(st.dictionaries(st.sampled_from(KEYS), Anything), st.sampled_from(["", "message_changed", "channel_join", "x"]))
def test_no_message_however_strange_stops_the_reading(entry: dict[str, object], subtype: str) -> None:
    inbound = SlackInbound(SpaceId("slack:T1"), {}, {}, Tally())
    inbound.events({"ts": "1.0", "subtype": subtype} | entry, "C1")
