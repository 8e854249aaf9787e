"""Conditions on who somebody is, where and when; what is not known is said to be unknown."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.facts import ChannelFact, channel_key
from bot.ids import ChannelId, MessageId, RoleId
from bot.policy.book import Book
from bot.policy.kind import Match, Unknown
from tests.unit.policy.knowing import counted, holds, joined, renamed, say
from tests.unit.policy.packs import GENERAL, NOW, OTHER, SPACE, account, activity, edited, pack, policy, posted

DAY = timedelta(days=1)
SO = '{ on = ["join"], '


def test_the_age_of_an_account_is_what_the_platform_says() -> None:
    young = SO + 'account_age = { less_than = "7d" } }'
    assert holds(young, joined(age=7 * DAY - timedelta(seconds=1)))
    assert not holds(young, joined(age=7 * DAY))
    posts = '{ links = {}, account_age = { less_than = "7d" } }'
    link = posted("https://a.example")
    assert holds(posts, link, account=replace(account(), created_at=NOW - 6 * DAY))
    assert holds(
        posts, replace(link, account_created=NOW - 6 * DAY), account=replace(account(), created_at=NOW - 9 * DAY)
    )
    old = SO + 'account_age = { at_least = "7d", less_than = "30d" } }'
    assert [holds(old, joined(age=days * DAY)) for days in (6, 7, 29, 30)] == [False, True, True, False]


def test_an_unknown_age_is_not_guessed_but_nobody_is_younger_than_their_time_here() -> None:
    young, old = (f'{{ links = {{}}, account_age = {{ {bound} = "7d" }} }}' for bound in ("less_than", "at_least"))
    link = posted("https://a.example")
    assert say(young, link) == say(old, link) == Unknown(("account age",))
    assert say(young, link, account=account(days=6)) == Unknown(("account age",))
    assert say(young, link, account=account(days=7)) is None
    assert isinstance(say(old, link, account=account(days=7)), Match)
    assert say(young, posted("no link")) is None


def test_membership_is_known_from_joining_on_and_bounded_by_the_first_sight() -> None:
    new = '{ links = {}, member_for = { less_than = "2d" } }'
    link = posted("https://a.example")
    assert holds(new, link, account=replace(account(days=90), joined_at=NOW - DAY))
    assert not holds(new, link, account=replace(account(), joined_at=NOW - 2 * DAY))
    assert say(new, link, account=account(days=1)) == Unknown(("membership age",))
    assert not holds(new, link, account=account(days=2))
    assert holds('{ on = ["join"], member_for = { less_than = "1s" } }', joined())


def test_the_first_messages_of_somebody_are_counted() -> None:
    first = "{ links = {}, seen_messages = { fewer_than = 2 } }"
    link = posted("https://a.example")
    assert holds(first, link)
    assert holds(first, link, activity=activity((9, "a")))
    assert not holds(first, link, activity=activity((9, "a"), (8, "b")))
    assert say(first, link, blind=True) == Unknown(("earlier messages",))
    assert holds("{ links = {}, seen_messages = { at_least = 1 } }", link, activity=activity((9, "a")))


@pytest.mark.parametrize(
    ("name", "matches"),
    [
        ("Administrator", True),
        ("Ádmin", True),
        ("аdmin", True),
        ("Nadmin", False),
        ("Bob", False),
        ("x free-money x", True),
    ],
)
def test_names_are_judged_on_arrival_and_on_renaming(name: str, matches: bool) -> None:
    when = r"{ name = { any = ['admin*'], regex = ['free.money'] } }"
    assert holds(when, joined(name)) is matches
    assert holds(when, renamed(name)) is matches
    assert holds(when, replace(posted("hi"), name=name)) is matches


def test_a_known_name_is_judged_again_only_where_the_policy_asks() -> None:
    known = replace(account(), name="Admin")
    event = replace(posted("hi"), name="Admin")
    assert not holds("{ name = { any = ['admin'] } }", event, account=known)
    assert holds("{ name = { any = ['admin'], always = true } }", event, account=known)
    assert holds("{ name = { any = ['admin'], always = true } }", edited("hi"), account=known)
    assert holds("{ name = { any = ['admin'] } }", event, account=replace(known, name="Bob"))
    assert say("{ name = { any = ['admin'] } }", posted("hi")) == Unknown(("name",))


@pytest.mark.parametrize(
    ("clock", "hour", "matches"),
    [
        ('from = "22:00", to = "07:00"', (3, 21, 59), False),
        ('from = "22:00", to = "07:00"', (3, 22, 0), True),
        ('from = "22:00", to = "07:00"', (4, 6, 59), True),
        ('from = "22:00", to = "07:00"', (4, 7, 0), False),
        ('from = "09:00", to = "17:30"', (3, 9, 0), True),
        ('from = "09:00", to = "17:30"', (3, 17, 30), False),
        ('days = ["sat", "sun"]', (7, 12, 0), True),
        ('days = ["sat", "sun"]', (6, 23, 59), False),
        ('from = "22:00", to = "07:00", days = ["fri"]', (7, 6, 0), True),
        ('from = "22:00", to = "07:00", days = ["fri"]', (6, 6, 0), False),
    ],
)
def test_the_time_of_day_is_that_of_the_community(clock: str, hour: tuple[int, int, int], matches: bool) -> None:
    day, hours, minutes = hour
    paris = ZoneInfo("Europe/Paris")
    at = datetime(2026, 11, day, hours, minutes, tzinfo=paris).astimezone(UTC)
    when = f"{{ links = {{}}, time_of_day = {{ {clock} }} }}"
    assert holds(when, posted("https://a.example", at=at), zone=paris) is matches


def test_a_counter_tells_how_often_it_happened_before_within_the_window() -> None:
    third = '{ links = {}, counter = { of = "two", at_least = 2, within = "30d" } }'
    this = third.replace('"two"', '"this"')
    link = posted("https://a.example")
    assert holds(this, link, counted("policy:tests/one", 1, 29))
    assert not holds(this, link, counted("policy:tests/one", 1, 30))
    assert not holds(this, link, counted("policy:tests/two", 1, 29))
    assert not holds(this, link)
    assert say(this, link, blind=True) == Unknown(("earlier measures",))
    assert holds(third.replace('"two"', '"other/two"'), link, counted("policy:other/two", 1, 29))
    assert holds(third.replace('"two"', '"this pack"'), link, counted("pack:tests", 1, 29))
    assert holds(third.replace('"two"', '"any policy"'), link, counted("policies", 1, 29))
    assert holds(third.replace('"two"', '"removals"'), link, counted("measure:remove", 1, 29))


def test_an_edit_is_told_from_a_post_and_policies_may_listen_to_some_events_only() -> None:
    assert holds('{ words = { any = ["cat"] }, edited = true }', edited("cat"))
    assert not holds('{ words = { any = ["cat"] }, edited = true }', posted("cat"))
    assert holds('{ words = { any = ["cat"] }, edited = true }', replace(posted("cat"), edited_at=NOW))
    assert holds('{ words = { any = ["cat"] }, none = [{ edited = true }] }', posted("cat"))
    assert not holds('{ words = { any = ["cat"] }, on = ["edit"] }', posted("cat"))
    assert holds('{ name = { any = ["cat"] }, on = ["rename"] }', renamed("cat"))
    assert not holds('{ name = { any = ["cat"] }, on = ["rename"] }', joined("cat"))


def test_a_channel_is_known_by_its_number_or_by_its_name() -> None:
    called = (channel_key(GENERAL), ChannelFact(channel=GENERAL, name="Lounge"))
    only, outside = (f'{{ links = {{}}, {key} = {{ channels = ["#lounge"] }} }}' for key in ("only_in", "except_in"))
    link = posted("https://a.example")
    assert holds(only, link, called)
    assert not holds(outside, link, called)
    assert say(only, link) == say(outside, link) == Unknown(("channel name",))
    for name in ("general", str(GENERAL)):
        assert holds(only.replace("#lounge", name), link)
        assert not holds(outside.replace("#lounge", name), link)
    number = only.replace("#lounge", "123456")
    assert not holds(number, link)


def test_scopes_know_spaces_threads_and_roles() -> None:
    link = posted("https://a.example")
    in_thread = replace(link, thread=MessageId("web:here/general/0"))
    assert holds('{ links = {}, only_in = { spaces = ["web:here"] } }', link)
    assert holds('{ links = {}, only_in = { spaces = ["here"] } }', link)
    assert not holds('{ links = {}, except_in = { spaces = ["web:here"] } }', link)
    assert holds("{ links = {}, only_in = { threads = true } }", in_thread)
    assert not holds("{ links = {}, only_in = { threads = true } }", link)
    assert holds("{ links = {}, except_in = { threads = true } }", link)
    assert say("{ links = {}, only_in = { threads = true } }", edited("https://a.example")) == Unknown(("thread",))
    roles = '{ links = {}, except_in = { roles = ["regular"] } }'
    regular = RoleId(f"{SPACE}/regular")
    assert not holds(roles, posted("https://a.example", roles=(regular,)))
    assert holds(roles, posted("https://a.example", roles=()))
    assert not holds(roles, link, account=account(roles=(regular,)))
    assert say(roles, link) == say(roles, link, account=account()) == Unknown(("roles",))


def test_of_several_settings_of_a_scope_all_must_hold_and_none_may_be_excepted() -> None:
    both = '{ spaces = ["here"], channels = ["other"] }'
    link, elsewhere = posted("https://a.example"), posted("https://a.example", channel=OTHER)
    called = (channel_key(GENERAL), ChannelFact(channel=GENERAL, name="general"))
    assert not holds(f"{{ links = {{}}, only_in = {both} }}", link, called)
    assert holds(f"{{ links = {{}}, only_in = {both} }}", elsewhere)
    assert not holds(f"{{ links = {{}}, except_in = {both} }}", link, called)


def test_a_scope_asks_for_nothing_where_it_names_no_channel() -> None:
    book = Book.compile([pack(policy("{ links = {}, only_in = { threads = true } }"))])
    assert list(book.needs(posted("x"))) == []
    named = Book.compile([pack(policy('{ links = {}, only_in = { channels = ["a"] } }'))])
    assert list(named.needs(posted("x"))) == [channel_key(ChannelId(GENERAL))]
