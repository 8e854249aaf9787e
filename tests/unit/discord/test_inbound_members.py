from datetime import UTC, datetime, timedelta

import pytest

from bot.events import (
    ActionTaken,
    ChannelCreated,
    Event,
    GatheringJoined,
    GatheringLeft,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    SpaceJoined,
    SpaceLeft,
    ThreadCreated,
)
from tests.unit.discord.dispatches import (
    ADA,
    BOB,
    BOT,
    CHANNEL,
    EVERY,
    GUILD,
    ME,
    MOD,
    NOW,
    OWNER,
    ROOT,
    SPACE,
    Reading,
    automod,
    entry,
    guild,
    joining,
    user,
)


def kinds(events: list[Event]) -> list[type[Event]]:
    return [type(event) for event in events]


def acted(data: dict[str, object], kind: str = "GUILD_AUDIT_LOG_ENTRY_CREATE") -> ActionTaken:
    (event,) = Reading()(kind, data)
    assert isinstance(event, ActionTaken)
    return event


def test_somebody_comes_and_goes() -> None:
    read = Reading()
    (came,), (went,) = read("GUILD_MEMBER_ADD"), read("GUILD_MEMBER_REMOVE")

    assert isinstance(came, MemberJoined)
    assert came.account_created == datetime(2016, 4, 30, 11, 18, 25, 796000, UTC)
    assert came.at == NOW
    assert isinstance(went, MemberLeft)
    assert came.account == went.account == f"{SPACE}/{ADA}"
    assert ADA not in came.id + went.id


def test_only_what_changed_is_told() -> None:
    read = Reading()
    read("GUILD_MEMBER_ADD")

    assert kinds(read("GUILD_MEMBER_UPDATE", joining())) == []
    assert kinds(read("GUILD_MEMBER_UPDATE", joining(nick="Ada L."))) == [MemberRenamed]
    (dressed,) = read("GUILD_MEMBER_UPDATE", joining(nick="Ada L.", roles=[ROOT]))
    assert isinstance(dressed, MemberRolesChanged)
    assert dressed.roles == (f"{SPACE}/{ROOT}", f"{SPACE}/owner", f"{SPACE}/admin")
    assert kinds(read("GUILD_MEMBER_UPDATE", joining(nick="Ada L.", roles=[ROOT], avatar="new"))) == []


def test_of_whom_nothing_is_known_everything_is_told_once() -> None:
    read = Reading()
    assert kinds(read("GUILD_MEMBER_UPDATE")) == [MemberRenamed, MemberRolesChanged]
    assert kinds(read("GUILD_MEMBER_UPDATE")) == []


def test_channels_and_threads_are_told_when_they_begin() -> None:
    read = Reading()
    (channel,), (thread,) = read("CHANNEL_CREATE"), read("THREAD_CREATE")

    assert isinstance(channel, ChannelCreated)
    assert (channel.channel, channel.name) == (f"{SPACE}/2100", "annonces")
    assert isinstance(thread, ThreadCreated)
    assert (thread.channel, thread.thread) == (f"{SPACE}/{CHANNEL}", f"{SPACE}/2700")
    assert thread.message == f"{SPACE}/{CHANNEL}/2700"
    assert read("THREAD_CREATE", {**EVERY["THREAD_CREATE"], "newly_created": False}) == []
    assert read("CHANNEL_CREATE", {**EVERY["CHANNEL_CREATE"], "type": 4}) == []


def test_gatherings_are_joined_and_left() -> None:
    read = Reading()
    assert kinds(read("GUILD_SCHEDULED_EVENT_USER_ADD")) == [GatheringJoined]
    assert kinds(read("GUILD_SCHEDULED_EVENT_USER_REMOVE")) == [GatheringLeft]


def test_we_come_and_go_and_an_outage_is_neither() -> None:
    read = Reading()
    (there,) = read("GUILD_CREATE")
    assert isinstance(there, SpaceJoined)
    assert (there.name, there.owner, there.locale) == ("Les Lilas", f"{SPACE}/{OWNER}", "fr")
    assert read("GUILD_CREATE")[0].id == there.id, "told once for each invitation"
    assert read("GUILD_CREATE", guild(joined_at="2026-02-02T00:00:00+00:00"))[0].id != there.id
    assert read("GUILD_DELETE", {"id": GUILD, "unavailable": True}) == []
    assert kinds(read("GUILD_DELETE")) == [SpaceLeft]
    assert GUILD not in read.inbound.directory.guilds


@pytest.mark.parametrize(("kind", "action"), [(20, "kick"), (22, "ban"), (23, "unban")])
def test_what_managers_do_by_hand_is_told(kind: int, action: str) -> None:
    event = acted(entry(kind))
    assert (event.action, event.account, event.by) == (action, f"{SPACE}/{ADA}", f"{SPACE}/{BOB}")
    assert (event.reason, event.by_bot, event.id) == ("spam", False, "audit:7000")


def test_a_timeout_has_an_end_until_it_is_lifted() -> None:
    until = "2026-03-03T09:00:00+00:00"
    change = {"key": "communication_disabled_until", "new_value": until}
    event = acted(entry(24, changes=[{"key": "nick", "new_value": "x"}, change]))
    assert (event.action, event.until) == ("timeout", datetime(2026, 3, 3, 9, tzinfo=UTC))
    lifted = acted(entry(24, changes=[{"key": "communication_disabled_until", "old_value": until}]))
    assert (lifted.action, lifted.until) == ("lift_timeout", None)
    assert Reading()("GUILD_AUDIT_LOG_ENTRY_CREATE", entry(24, changes=[{"key": "nick"}])) == []


def test_each_role_that_was_given_or_taken_is_told_apart() -> None:
    given = {"key": "$add", "new_value": [{"id": MOD, "name": "m"}, {"id": ROOT, "name": "r"}]}
    taken = {"key": "$remove", "new_value": [{"id": "3", "name": "x"}]}
    events = Reading()("GUILD_AUDIT_LOG_ENTRY_CREATE", entry(25, changes=[given, taken]))

    assert [(e.action, e.role) for e in events if isinstance(e, ActionTaken)] == [
        ("add_role", f"{SPACE}/{MOD}"),
        ("add_role", f"{SPACE}/{ROOT}"),
        ("remove_role", f"{SPACE}/3"),
    ]
    assert len({event.id for event in events}) == 3


def test_messages_taken_down_by_others_are_counted() -> None:
    one = acted(entry(72, options={"channel_id": CHANNEL, "count": "2"}))
    assert (one.action, one.number, one.channel) == ("remove", 2, f"{SPACE}/{CHANNEL}")
    many = acted(entry(73, target_id=CHANNEL, options={"count": "40"}))
    assert (many.account, many.number, many.channel) == (None, 40, f"{SPACE}/{CHANNEL}")


def test_a_thread_that_was_closed_is_told() -> None:
    event = acted(entry(111, target_id="2500", changes=[{"key": "locked", "new_value": True}]))
    assert (event.action, event.account, event.channel) == ("lock", None, f"{SPACE}/2500")


def test_another_bot_is_known_by_its_role_or_by_its_coming_and_we_are_left_out() -> None:
    assert acted(entry(20, user_id=BOT)).by_bot
    read = Reading()
    read("GUILD_MEMBER_ADD", joining(user=user("77", bot=True)))
    (event,) = read("GUILD_AUDIT_LOG_ENTRY_CREATE", entry(20, user_id="77"))
    assert isinstance(event, ActionTaken)
    assert event.by_bot
    assert read("GUILD_AUDIT_LOG_ENTRY_CREATE", entry(20, user_id=ME)) == []


@pytest.mark.parametrize("kind", [1, 10, 30, 40, 50, 60, 80, 143, 145, 9999])
def test_other_lines_of_the_log_say_nothing(kind: int) -> None:
    assert Reading()("GUILD_AUDIT_LOG_ENTRY_CREATE", entry(kind)) == []


def test_discords_own_rules_are_nobody() -> None:
    event = acted(automod(), "AUTO_MODERATION_ACTION_EXECUTION")
    assert (event.action, event.by, event.reason, event.text) == ("remove", None, "8000", "vilain mot")
    timed = automod(action={"type": 3, "metadata": {"duration_seconds": 60}}, content="")
    out = acted(timed, "AUTO_MODERATION_ACTION_EXECUTION")
    assert (out.action, out.until, out.text) == ("timeout", NOW + timedelta(minutes=1), "")
    assert acted(automod(action={"type": 2}), "AUTO_MODERATION_ACTION_EXECUTION").action == "alert"
    assert Reading()("AUTO_MODERATION_ACTION_EXECUTION", automod(action={"type": 4})) == []


def test_a_rule_that_is_known_goes_by_its_name() -> None:
    read = Reading()
    read.inbound.directory.rules["8000"] = "Gros mots"
    (event,) = read("AUTO_MODERATION_ACTION_EXECUTION")
    assert isinstance(event, ActionTaken)
    assert event.reason == "Gros mots"


def test_a_server_is_as_it_was_last_described() -> None:
    read = Reading()
    read("GUILD_UPDATE", {"id": GUILD, "name": "Lilas", "owner_id": ADA})
    read("CHANNEL_UPDATE", {"id": CHANNEL, "guild_id": GUILD, "type": 0, "name": "accueil"})
    read("GUILD_ROLE_CREATE", {"guild_id": GUILD, "role": {"id": "3999", "name": "neuf", "permissions": "0"}})
    here = read.inbound.directory.guild(GUILD)
    assert (here.name, here.owner, here.places[CHANNEL].name, here.roles["3999"].name) == (
        "Lilas",
        ADA,
        "accueil",
        "neuf",
    )
    read("GUILD_ROLE_DELETE", {"guild_id": GUILD, "role_id": "3999"})
    read("CHANNEL_DELETE", {"id": CHANNEL, "guild_id": GUILD, "type": 0})
    assert "3999" not in here.roles
    assert {"2500", CHANNEL} & set(here.places) == set(), "its threads go with it"
    read("GUILD_CREATE", guild())
    assert CHANNEL in here.places
