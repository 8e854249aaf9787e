from datetime import timedelta

import pytest

from adapters.discord.catching_up import Gap, gaps
from adapters.discord.directory import Directory, Guild
from adapters.discord.history import may_read
from adapters.discord.payloads import before, created
from bot.ids import ChannelId, MessageId
from tests.unit.discord.dispatches import CHANNEL, FORUM, GUILD, MOD, NOW, OWNER, POST, SPACE, THREAD, Json, guild

EARLY = 0


def described(**over: object) -> Guild:
    return Directory().describe(guild(**over))


def heard(**messages: int) -> dict[ChannelId, MessageId]:
    return {
        ChannelId(f"{SPACE}/{name[1:]}"): MessageId(f"{SPACE}/{name[1:]}/{number}") for name, number in messages.items()
    }


def test_gaps_are_where_more_was_written_than_heard() -> None:
    assert gaps(described(), heard(c2000=600, c2500=701, c2600=2600), {}, EARLY, lost=False) == (Gap(CHANNEL, "600"),)
    assert gaps(described(), heard(c2000=700, c2500=701, c2600=2600), {}, EARLY, lost=False) == ()


def test_a_thread_that_is_younger_than_everything_heard_is_read_from_its_first_word() -> None:
    youngest = heard(c2000=2550, c2500=2549)
    assert gaps(described(), youngest, {}, EARLY, lost=False) == (Gap(POST, str(int(POST) - 1)),)


def test_forums_hold_no_messages_themselves_and_unknown_servers_are_left_alone() -> None:
    assert FORUM not in {gap.channel for gap in gaps(described(), heard(c2000=1), {}, EARLY, lost=True)}
    assert gaps(described(), {}, {}, EARLY, lost=True) == ()


def test_after_events_were_let_go_every_known_channel_is_read() -> None:
    found = gaps(described(), heard(c2000=9_000, c2500=9_001), {}, EARLY, lost=True)
    assert {gap.channel for gap in found} == {CHANNEL, THREAD}


def test_nothing_older_than_wanted_is_read() -> None:
    assert gaps(described(), heard(c2000=600, c2600=2600), {}, 650, lost=False) == (Gap(CHANNEL, "650"),)
    assert gaps(described(), heard(c2000=600, c2600=2600), {}, 750, lost=False) == ()


def test_a_moment_comes_before_everything_made_in_it() -> None:
    edge = int(before(NOW))
    assert created(str(edge + 1)) == NOW
    assert created(str(edge)) == NOW - timedelta(milliseconds=1)


def test_what_is_kept_of_people_is_bounded_and_small() -> None:
    directory = Directory()
    for number in range(100_001):
        assert directory.changes(GUILD, str(number), f"name {number}", ()) == (True, True)
    assert directory.changes(GUILD, "100000", "name 100000", ()) == (False, False)
    assert directory.changes(GUILD, "1", "name 1", ()) == (True, True), "the earlier ones were forgotten"
    directory.gone(GUILD, "1")
    assert directory.changes(GUILD, "1", "name 1", ()) == (True, True)


def test_the_order_of_roles_says_nothing() -> None:
    directory = Directory()
    directory.changes(GUILD, "1", "Ada", ("5", "6"))
    assert directory.changes(GUILD, "1", "Ada", ("6", "5")) == (False, False)
    assert directory.changes(GUILD, "1", "Ada", ("5",)) == (False, True)
    assert directory.changes(GUILD, "1", "Ada L.", ("5",)) == (True, False)


def test_power_over_everybody_is_everybodys() -> None:
    roles: list[Json] = [{"id": GUILD, "name": "@everyone", "permissions": str(1 << 5)}]
    assert described(roles=roles).worn("1", ()) == (f"{SPACE}/admin",)


VIEW, HISTORY = 1 << 10, 1 << 16


@pytest.mark.parametrize(
    ("overwrites", "allowed"),
    [
        ([], True),
        ([{"id": GUILD, "deny": str(VIEW)}], False),
        ([{"id": GUILD, "deny": str(VIEW)}, {"id": MOD, "allow": str(VIEW)}], True),
        ([{"id": MOD, "deny": str(HISTORY)}], False),
        ([{"id": MOD, "deny": str(HISTORY)}, {"id": "9000", "allow": str(HISTORY)}], True),
        ([{"id": "3999", "deny": str(VIEW)}], True),
    ],
)
def test_who_may_read_a_channel(overwrites: list[Json], allowed: bool) -> None:
    roles: list[Json] = [
        {"id": GUILD, "name": "@everyone", "permissions": str(VIEW | HISTORY)},
        {"id": MOD, "name": "m", "permissions": "0"},
    ]
    channel = {"id": CHANNEL, "type": 0, "permission_overwrites": overwrites}
    assert may_read(described(roles=roles), channel, "9000", (MOD,)) is allowed
    assert may_read(described(roles=roles), channel, OWNER, (MOD,))
    assert not may_read(described(roles=roles), {**channel, "type": 15}, OWNER, (MOD,))
