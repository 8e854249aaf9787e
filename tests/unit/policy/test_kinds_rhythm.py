"""Conditions on what happened before: rates, repetitions, waves of one text, raids."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts import ActivityFact, Entered, Utterance, WindowFact, window_key
from bot.ids import ChannelId
from bot.policy.kind import Unknown
from bot.text import Reading
from bot.text.sketch import near, sketch
from tests.unit.policy.knowing import arrivals, heard, holds, joined, made, say
from tests.unit.policy.packs import NOW, OTHER, SAM, SPACE, activity, edited, posted

THIRD = ChannelId("web:here/third")
LURE = "hey @bob I give away my old laptop, first come first served, write to me"


def said(*entries: tuple[float, str, ChannelId]) -> ActivityFact:
    recent = tuple(
        Utterance(NOW - timedelta(seconds=ago), channel, Reading(text).fingerprint, sketch(Reading(text)))
        for ago, text, channel in entries
    )
    return ActivityFact(account=SAM, messages=len(recent), recent=recent)


def test_a_raid_is_more_arrivals_than_a_place_has_in_such_a_while() -> None:
    raid = '{ joins = { more_than = 3, within = "1m" } }'
    assert holds(raid, joined(), arrivals(59, 30, 1))
    assert not holds(raid, joined(), arrivals(60, 30, 1))
    assert not holds(raid, joined(), arrivals(30, 1))
    assert not holds(raid, joined())
    assert say(raid, joined(), blind=True) == Unknown(("earlier arrivals",))
    assert say(raid, posted("x")) is None


def test_whoever_comes_and_goes_counts_once_and_joining_a_channel_is_no_arrival() -> None:
    raid = '{ joins = { more_than = 1, within = "1m" } }'
    again = WindowFact(space=SPACE, entered=(Entered(NOW, SAM),) * 3)
    assert not holds(raid, joined(), (window_key(SPACE), again))
    assert not holds(raid, replace(joined(), channel=OTHER), arrivals(1, 2, 3))


def test_a_channel_can_be_too_fast_whoever_writes() -> None:
    fast = '{ rate = { more_than = 3, within = "10s", per = "channel" } }'
    assert holds(fast, posted("x"), heard((9, "a", "1"), (5, "b", "2"), (1, "c", "3")))
    assert not holds(fast, posted("x"), heard((10, "a", "1"), (5, "b", "2"), (1, "c", "3")))
    assert not holds(fast, posted("x", channel=OTHER), heard((9, "a", "1"), (5, "b", "2"), (1, "c", "3")))
    assert say(fast, posted("x"), blind=True) == Unknown(("earlier messages",))


def test_a_member_can_be_fast_across_channels() -> None:
    fast = '{ rate = { more_than = 2, within = "10s", channels = 3 } }'
    assert holds(fast, posted("x"), activity=said((3, "a", OTHER), (2, "b", THIRD)))
    assert not holds(fast, posted("x"), activity=said((3, "a", OTHER), (2, "b", OTHER)))


def test_the_same_text_in_several_channels_is_a_wave() -> None:
    wave = '{ several_channels = { at_least = 3, within = "2m" } }'
    assert holds(wave, posted("Buy THIS"), activity=said((100, "buy this", OTHER), (2, "buy  this", THIRD)))
    assert not holds(wave, posted("Buy THIS"), activity=said((100, "buy this", OTHER), (2, "buy this", OTHER)))
    assert not holds(wave, posted("Buy THIS"), activity=said((120, "buy this", OTHER), (2, "buy this", THIRD)))
    assert not holds(wave, posted(""), activity=said((100, "", OTHER), (2, "", THIRD)))
    assert not holds(wave, edited("Buy THIS"), activity=said((100, "buy this", OTHER), (2, "buy this", THIRD)))
    others = said((100, LURE.replace("bob", "eve"), OTHER), (2, LURE.replace("laptop", "phone"), THIRD))
    assert not holds(wave, posted(LURE), activity=others)
    assert holds(wave.replace(" }", ', alike = "nearly" }', 1), posted(LURE), activity=others)


def test_repetitions_count_within_a_window_and_short_texts_may_be_left_out() -> None:
    again = '{ repeats = { more_than = 2, within = "1m" } }'
    assert holds(again, posted("Thanks"), activity=activity((59, "thanks"), (1, "thanks")))
    assert not holds(again, posted("Thanks"), activity=activity((60, "thanks"), (1, "thanks")))
    long = again.replace(" }", ", length = 7 }", 1)
    assert not holds(long, posted("Thanks"), activity=activity((59, "thanks"), (1, "thanks")))


def test_one_text_by_anybody_is_a_repetition_where_enough_people_say_it() -> None:
    all_of_them = '{ repeats = { more_than = 2, within = "1m", of = "anybody", authors = 3 } }'
    assert holds(all_of_them, posted("Buy this"), heard((50, "a", "buy this"), (1, "b", "BUY THIS")))
    assert not holds(all_of_them, posted("Buy this"), heard((50, "a", "buy this"), (1, "a", "BUY THIS")))
    assert not holds(all_of_them, posted("Buy this"), heard((60, "a", "buy this"), (1, "b", "BUY THIS")))
    assert say(all_of_them, posted("Buy this"), blind=True) == Unknown(("earlier messages",))
    near_ = all_of_them.replace(" }", ', alike = "nearly" }', 1)
    assert holds(near_, posted(LURE), heard((5, "a", LURE.replace("bob", "eve")), (1, "b", LURE.replace("old", "new"))))


def test_what_only_looks_back_on_one_author_does_not_remember_everybody() -> None:
    own = made('{ any = [{ rate = { more_than = 3, within = "5s" } }, { links = {} }] }')
    assert (own.memory.windows, own.memory.sketches, own.memory.activity.capacity) == (False, False, 3)
    raid = made('{ joins = { more_than = 3, within = "1m" } }')
    assert (raid.memory.windows, raid.memory.heard.capacity, raid.memory.entered.capacity) == (True, 0, 6)
    waves = made('{ repeats = { more_than = 3, within = "1m", of = "anybody", alike = "nearly" } }')
    assert (waves.memory.sketches, waves.memory.heard.capacity, waves.memory.activity.capacity) == (True, 60, 0)
    assert made("{ links = {} }").memory == made('{ words = { any = ["a"] } }').memory


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (LURE, LURE.replace("bob", "someone"), True),
        (LURE, LURE.upper() + "!!!", True),
        ("nitro at https://g.example/1234 for all of you", "nitro at https://g.example/9876 for all of you", True),
        (LURE, "the meeting of tomorrow starts at nine, bring your laptop and your questions please", False),
        ("it is in the way of the other one", "is that the other way of one it is not in", True),
        ("hello there my friend", "hello there my friends", False),
        ("", "", False),
    ],
)  # fmt: skip
def test_a_sketch_knows_texts_that_are_nearly_the_same(one: str, other: str, alike: bool) -> None:
    assert near(sketch(Reading(one)), sketch(Reading(other))) is alike


@given(
    st.lists(
        st.sampled_from(["red", "blue", "green", "one", "two", "three", "cat", "dog", "tree", "sun"]),
        min_size=5,
        max_size=30,
    )
)
def test_the_order_of_words_does_not_matter_and_a_sketch_fits_into_a_column(words: list[str]) -> None:
    there = sketch(Reading(" ".join(words)))
    assert there == sketch(Reading(" ".join(sorted(words))))
    assert 0 < there < 2**63
