"""What a platform would not do is told to the team: what it was, why, and that it was not done."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.commands import Level
from bot.counters import CountersRoom
from bot.effects import Effect, PostCard, SendDirect
from bot.events import EffectRefused
from bot.facts import account_key
from bot.ids import CommunityId, EffectKey, EventId, IncidentId, channel_id, own_space, space_id
from bot.moderation.room import ModerationRoom
from bot.records import IncidentOpened, Measure
from bot.rooms import Moment
from bot.settings import Overlay, Written
from bot.views import Person, Phrase
from tests.unit.moderation.playing import (
    BASILE,
    GENERAL,
    INES,
    KWAME,
    NOW,
    SPACE,
    TEAM,
    ZOE,
    Stage,
    all_of,
    buttons,
    check_words,
    keys,
    only,
    press,
    quotes,
    set_in_chat,
    words,
    written,
)

HOUR = timedelta(hours=1)
REASON = "403: missing permissions"
MATTERS = (
    "delete_message",
    "time_out_member",
    "lift_timeout",
    "kick_member",
    "ban_member",
    "unban_member",
    "add_role",
    "remove_role",
    "quarantine_member",
    "release_member",
    "set_slowmode",
    "lock_channel",
    "pause_invites",
    "pause_direct_messages",
    "hide_reaction",
    "create_private_thread",
    "post_card",
)
BECAUSE = Phrase("road-too-long", (("most", 5),))
_NUMBERS = iter(range(1, 1_000_000))


def refused(wanted: str = "delete_message", **more: Any) -> EffectRefused:
    key = EffectKey(f"effect-{next(_NUMBERS)}")
    usual: dict[str, Any] = {
        "id": EventId(f"refused:{key}"),
        "space": own_space(CommunityId("here")),
        "at": NOW,
        "effect": key,
        "reason": REASON,
        "wanted": wanted,
        "channel": GENERAL,
        "where": SPACE,
    }
    return EffectRefused(**{**usual, **more})


def stage(file: Written | None = None, **known: Any) -> Stage:
    return Stage(ModerationRoom(Overlay(file or written())), CountersRoom(), **known)


def told(here: Stage, given: EffectRefused, after: timedelta = timedelta()) -> list[PostCard]:
    wanted: list[Effect] = here.effects(given, after)
    check_words(wanted)
    assert all(isinstance(one, PostCard) for one in wanted)
    return all_of(wanted, PostCard)


@pytest.mark.parametrize("wanted", MATTERS)
def test_the_team_reads_what_was_not_done_where_and_why(wanted: str) -> None:
    (posted,) = told(stage(), refused(wanted, account=BASILE))
    assert (posted.channel, posted.card.tone, buttons(posted.card)) == (TEAM, "alert", [])
    assert quotes(posted.card) == [REASON]
    said = words(posted.card)
    for part in ("I could not", "has not been done", "<Place>"):
        assert part in said
    assert ("<Person>" in said) == (wanted != "hide_reaction"), "whoever reported is not named"


def test_the_words_for_managers_come_before_those_of_the_platform() -> None:
    (posted,) = told(stage(), refused(because=BECAUSE))
    assert quotes(posted.card) == []
    assert "at most 5 characters" in words(posted.card)


def test_whatever_the_adapter_explains_is_told() -> None:
    assert told(stage(), refused("react", because=BECAUSE))
    assert told(stage(), refused("upload_file", because=BECAUSE))
    assert told(stage(), refused("react")) == []


@pytest.mark.parametrize(
    "given",
    [
        refused("reply_privately", channel=None, account=BASILE, because=BECAUSE),
        refused("post_card", channel=TEAM),
        refused("edit_card", channel=TEAM, because=BECAUSE),
        refused("post_card", channel=None, reason="what it belongs to could not be made"),
        refused(reason="it came too late to be worth doing"),
        refused(because=Phrase("discord-refused-gone")),
        refused(""),
        refused("react"),
    ],
)
def test_what_is_harmless_or_could_not_be_told_anyway_is_not_told(given: EffectRefused) -> None:
    assert told(stage(), given) == []


def test_a_role_that_is_gone_is_not_harmless() -> None:
    because = Phrase("discord-refused-quarantine-gone")
    here = stage()
    assert here.effects(refused("quarantine_member", channel=None, account=BASILE, because=because))


def test_five_hundred_refusals_make_one_card_and_the_next_hour_says_how_many_more() -> None:
    here = stage()
    first = [told(here, refused(channel=channel_id(SPACE, f"c{number % 7}"))) for number in range(500)]
    assert [len(cards) for cards in first] == [1] + [0] * 499
    (later,) = told(here, refused(), HOUR)
    assert "499 more times" in words(later.card)
    assert told(here, refused()) == []
    (last,) = told(here, refused(), 2 * HOUR)
    assert "once more" in words(last.card)
    assert "encore une fois" in words(last.card, "fr")


def test_an_hour_counts_from_the_card_and_not_from_the_latest_refusal() -> None:
    here = stage()
    shown = [len(told(here, refused(), timedelta(minutes=20))) for _ in range(7)]
    assert shown == [1, 0, 0, 1, 0, 0, 1]


def test_other_reasons_other_wishes_and_other_spaces_are_told_apart() -> None:
    elsewhere = space_id("web", "there")
    here = stage(written(managers_channel={SPACE: TEAM, elsewhere: channel_id(elsewhere, "team")}))
    assert told(here, refused())
    assert told(here, refused(reason="another"))
    assert told(here, refused("time_out_member", channel=None, account=BASILE))
    (there,) = told(here, refused(channel=channel_id(elsewhere, "general"), where=elsewhere))
    assert there.channel == channel_id(elsewhere, "team")
    assert told(here, refused()) == []


def test_people_and_places_in_a_reason_make_it_no_other_reason() -> None:
    here = stage()
    cards = [
        told(
            here,
            refused(
                "time_out_member", account=one, because=Phrase("moderation-card-person", (("person", Person(one)),))
            ),
        )
        for one in (BASILE, KWAME)
    ]
    assert [len(one) for one in cards] == [1, 0]


def test_what_is_about_a_whole_space_is_told_to_its_own_team() -> None:
    elsewhere = space_id("web", "there")
    both = {SPACE: TEAM, elsewhere: channel_id(elsewhere, "team")}
    cards = told(stage(written(managers_channel=both)), refused("pause_invites", channel=None, where=elsewhere))
    assert [one.channel for one in cards] == [both[elsewhere]]


def test_without_a_channel_of_the_team_nothing_is_counted() -> None:
    assert stage(Written()).play(refused()) == []


def test_whoever_was_forgotten_is_not_named_again() -> None:
    here = stage()
    here.facts.learn({account_key(BASILE): None})
    because = Phrase("moderation-card-person", (("person", Person(BASILE)),))
    said = here.play(refused("time_out_member", channel=None, account=BASILE, because=because))
    assert BASILE not in str([(ruling.effects, ruling.records, ruling.subject) for ruling in said])
    (posted,) = [effect for ruling in said for effect in ruling.effects]
    assert isinstance(posted, PostCard)


def incident() -> IncidentOpened:
    return IncidentOpened(
        incident=IncidentId("i1"),
        origin="policy",
        at=NOW,
        space=SPACE,
        account=BASILE,
        channel=GENERAL,
        measures=(Measure(name="remove"), Measure(name="remind")),
    )


def letter(account: Any = BASILE, note: str = "starter/scam-links") -> EffectRefused:
    reason = "50007: cannot send messages to this user"
    return replace(refused("send_direct", channel=None, account=account, reason=reason), note=note)


def test_whoever_could_not_be_told_why_is_named_with_what_the_team_can_do() -> None:
    here = stage()
    (posted,) = told(here, letter())
    assert "moderation-refused-letter" in keys(posted.card)
    assert "have not been told what was done and why" in words(posted.card)
    assert "Talk to them" in words(posted.card)


def test_whoever_something_was_done_about_is_written_to_with_the_reason_at_hand() -> None:
    here = stage()
    opened = incident()
    here.play(opened)
    here.fold([opened])
    letters = all_of(here.effects(press("incident-undo:i1")), SendDirect)
    assert [(one.account, one.note) for one in letters] == [(BASILE, "report")]


@pytest.mark.parametrize("note", ["", "case 12"])
def test_that_somebody_of_a_case_cannot_be_reached_is_not_told_here(note: str) -> None:
    assert stage().play(letter(INES, note=note)) == []


def test_a_refusal_of_before_this_version_says_nothing_and_breaks_nothing() -> None:
    key = EffectKey("old-0")
    old = EffectRefused(
        id=EventId("refused:old"), space=own_space(CommunityId("here")), at=NOW, effect=key, reason="no"
    )
    room = ModerationRoom(Overlay(written()))
    assert room.needs(old, Stage().facts) == frozenset()
    assert room.rule(old, Stage().facts, Moment(NOW, 1)) == ()


def test_where_the_teams_own_channel_takes_nothing_whoever_chose_it_is_told() -> None:
    here = stage(written(managers_channel={}), known=set_in_chat(**{f"managers_channel__{SPACE}": TEAM}))
    effects = here.effects(refused("post_card", channel=TEAM))
    letter = only(effects, SendDirect)
    assert letter.account == KWAME
    assert "moderation-refused-team" in keys(letter.card)
    check_words(effects)
    assert not here.effects(refused("post_card", channel=TEAM)), "once an hour"
    assert not here.effects(refused("send_direct", account=KWAME, channel=None)), (
        "a letter about it that is refused ends it"
    )


def test_where_the_file_names_the_teams_channel_those_trusted_by_name_are_told() -> None:
    here = stage(written(levels={INES: Level.OWNER, ZOE: Level.HELPER}))
    assert only(here.effects(refused("post_card", channel=TEAM)), SendDirect).account == INES
    assert not stage().effects(refused("post_card", channel=TEAM)), "nobody is known who could mend it"


def test_a_reaction_that_stays_in_sight_does_not_tell_who_reported() -> None:
    because = Phrase("discord-refused-permission", (("permission", "manage_messages"),))
    (ruling,) = stage().play(refused("hide_reaction", account=ZOE, because=because))
    card = only(list(ruling.effects), PostCard).card
    assert ZOE not in repr(card)
    assert "discord-refused-permission" in keys(card)
    assert ruling.subject is None or ruling.subject.account is None
    named = Phrase("discord-refused-member-person", (("person", Person(ZOE)),))
    assert ZOE not in repr(stage().effects(refused("hide_reaction", account=ZOE, because=named)))


def test_a_letter_that_reached_nobody_outside_is_told_to_every_team() -> None:
    elsewhere = space_id("web", "elsewhere")
    both = {SPACE: TEAM, elsewhere: channel_id(elsewhere, "team")}
    given = refused("tell_outside", channel=None, where=space_id("outside", "here"))
    cards = told(stage(written(managers_channel=both)), given)
    assert {one.space for one in cards} == set(both)
    assert all("somebody outside the team" in words(one.card) for one in cards)
