"""What Slack documents, event by event."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from adapters.slack import inbound
from adapters.slack.emoji import named, written
from adapters.slack.frame import framed
from adapters.slack.payloads import Odd
from bot.events import (
    ChannelCreated,
    HomeOpened,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
    SpaceLeft,
)
from tests.builders import MONDAY
from tests.unit.slack.envelopes import (
    ANN,
    BOB,
    CHANNEL,
    DIRECT,
    EVE,
    EVERY,
    HOME,
    ME,
    MY_BOT,
    ORG,
    OTHER,
    QUIET,
    ROBOT,
    STAMP,
    Json,
    Reading,
    changed,
    deleted,
    envelope,
    moved,
    reaction,
    read,
    regrouped,
    said,
    user,
    workspace,
)


def post(event: Json, **over: object) -> MessagePosted:
    (found,) = read(event, **over)
    assert isinstance(found, MessagePosted)
    return found


def test_a_message_says_who_where_and_when() -> None:
    heard = post(said("hello", BOB))
    assert heard.id == f"posted:{CHANNEL}/{STAMP}"
    assert (heard.space, heard.channel, heard.account) == ("slack:T1", "slack:T1/C1", "slack:T1/U2")
    assert heard.message == f"slack:T1/C1/{STAMP}"
    assert heard.at == datetime(2020, 1, 1, 0, 0, 0, 2768, UTC)
    assert (heard.name, heard.roles, heard.locale) == ("Bob", ("slack:T1/S1",), None)


def test_owners_admins_and_groups_are_roles() -> None:
    reading = Reading()
    reading(regrouped([ANN], []))
    (heard,) = reading(said())
    assert isinstance(heard, MessagePosted)
    assert heard.roles == ("slack:T1/S1", "slack:T1/owner", "slack:T1/admin")
    assert heard.locale == "fr"


def test_whoever_is_at_home_elsewhere_has_no_roles_here() -> None:
    heard = post(said("hi", EVE, user_team=OTHER, user_profile={"display_name": "Evy"}))
    assert (heard.account, heard.roles, heard.name) == ("slack:T1/U9", (), "Evy")


def test_nothing_is_known_of_whom_slack_did_not_tell() -> None:
    heard = post(said("hi <@U405>", "U404"))
    assert (heard.roles, heard.name, heard.text, heard.mentions) == (None, None, "hi @U405", ("slack:T1/U405",))


def test_a_user_group_is_read_as_it_is_called() -> None:
    assert post(said("<!subteam^S1> ?")).text == "@mods ?"


@pytest.mark.parametrize(
    "event",
    [
        said(who=ME),
        said(who="U404", bot_id=MY_BOT),
        said(channel=DIRECT),
        said(channel_type="im"),
        said(subtype="channel_join"),
        said(subtype="group_leave"),
        said(subtype="channel_topic"),
        said(subtype="pinned_item"),
        changed("preview", before="preview"),
        changed("mine", user=ME),
        changed("joined", subtype="channel_join"),
        deleted(previous_message={"user": ME, "ts": STAMP}),
        deleted(channel=DIRECT),
        reaction("+1", who=ME),
        reaction("+1", item={"type": "file", "file": "F1"}),
        reaction("+1", item={"type": "message", "channel": DIRECT, "ts": STAMP}),
        moved("member_left_channel", ME),
        {"type": "app_home_opened", "user": ANN, "channel": DIRECT, "tab": "messages"},
        {"type": "tokens_revoked", "tokens": {"oauth": [ANN], "bot": []}},
        {"type": "user_change", "user": user(ME, "Renamed", is_bot=True)},
        {"type": "user_change", "user": user(BOB, "Bob", status="tea")},
        {"type": "channel_unarchive", "channel": "C404", "user": ANN},
        {"type": "emoji_changed"},
    ],
)
def test_what_is_nobodys_word_and_nobodys_act_is_left_out(event: Json) -> None:
    assert read(event) == ()


def test_an_edit_bears_the_new_words() -> None:
    (heard,) = read(changed("vu <@U2> <!here>"))
    assert isinstance(heard, MessageEdited)
    assert heard.id == f"edited:{CHANNEL}/{STAMP}/1577836900.000100"
    assert (heard.text, heard.mentions, heard.mentions_everyone) == ("vu @Bob @here", ("slack:T1/U2",), True)


def test_without_the_words_before_only_what_says_edited_is_an_edit() -> None:
    edit = changed("new")
    del edit["previous_message"]
    assert len(read(edit)) == 1
    del edit["message"]["edited"]
    assert read(edit) == ()


def test_a_deletion_says_whose_message_it_was() -> None:
    (heard,) = read(deleted())
    assert isinstance(heard, MessageDeleted)
    assert (heard.id, heard.account) == (f"deleted:{CHANNEL}/{STAMP}", "slack:T1/U1")


def test_a_message_from_which_a_thread_hangs_leaves_a_stone() -> None:
    (heard,) = read(changed("This message was deleted.", subtype="tombstone", user="USLACKBOT"))
    assert isinstance(heard, MessageDeleted)
    assert (heard.id, heard.account) == (f"deleted:{CHANNEL}/{STAMP}", "slack:T1/U1")


@pytest.mark.parametrize(
    ("name", "emoji"),
    [
        ("+1", "👍"),
        ("thumbsup", "👍"),
        ("scales", "⚖️"),
        ("rotating_light", "🚨"),
        ("white_check_mark", "✅"),
        ("eyes", "👀"),
        ("+1::skin-tone-3", "👍🏼"),
        ("writing_hand::skin-tone-6", "✍🏿"),
        ("male-technologist::skin-tone-2", "👨🏻‍💻"),
        ("flag-fr", "🇫🇷"),
        ("tilleul", ":tilleul:"),
        ("tilleul::skin-tone-2", ":tilleul::skin-tone-2:"),
    ],
)
def test_an_emoji_is_its_character_and_the_way_back(name: str, emoji: str) -> None:
    (heard,) = read(reaction(name))
    assert isinstance(heard, ReactionAdded)
    assert heard.emoji == emoji
    assert written(named(emoji)) == emoji


def test_an_emoji_may_be_written_without_saying_how_to_draw_it() -> None:
    assert named("⚖") == named("⚖️") == "scales"


def test_a_reaction_and_its_end() -> None:
    (added,), (removed,) = read(reaction("+1")), read(reaction("+1", "reaction_removed"))
    assert isinstance(added, ReactionAdded)
    assert isinstance(removed, ReactionRemoved)
    assert (added.id, added.message, added.account) == ("reacted:Ev1", f"slack:T1/C1/{STAMP}", "slack:T1/U2")
    assert added.roles == ("slack:T1/S1",)
    assert removed.id == "unreacted:Ev1"


def test_people_come_into_channels_and_go() -> None:
    (came,) = read(moved("member_joined_channel", inviter=ANN))
    (went,) = read(moved("member_left_channel"))
    assert isinstance(came, MemberJoined)
    assert (came.channel, came.name, came.invited_by) == ("slack:T1/C1", "Bob", "slack:T1/U1")
    assert isinstance(went, MemberLeft)
    assert went.channel == "slack:T1/C1"


def test_a_channel_that_we_enter_is_one_that_we_see() -> None:
    reading = Reading()
    (entered,) = reading(moved("member_joined_channel", ME, QUIET))
    assert isinstance(entered, ChannelCreated)
    assert (entered.name, entered.watched) == ("quiet", True)
    assert reading.team.places[QUIET].inside
    assert reading(moved("member_left_channel", ME, QUIET)) == ()
    assert not reading.team.places[QUIET].inside


def test_people_come_into_the_workspace_and_go() -> None:
    reading = Reading()
    (came,) = reading({"type": "team_join", "user": user("U8", "Zoe")})
    (went,) = reading({"type": "user_change", "user": user("U8", "Zoe", deleted=True)})
    assert reading({"type": "user_change", "user": user("U8", "Zoe", deleted=True)}) == ()
    (back,) = reading({"type": "user_change", "user": user("U8", "Zoe")})
    assert [type(one) for one in (came, went, back)] == [MemberJoined, MemberLeft, MemberJoined]
    assert isinstance(came, MemberJoined)
    assert (came.account, came.name, came.channel) == ("slack:T1/U8", "Zoe", None)


def test_a_new_name_and_new_titles() -> None:
    renamed, dressed = read({"type": "user_change", "user": user(BOB, "Bobby", is_admin=True)})
    assert isinstance(renamed, MemberRenamed)
    assert isinstance(dressed, MemberRolesChanged)
    assert renamed.name == "Bobby"
    assert dressed.roles == ("slack:T1/S1", "slack:T1/admin")


def test_titles_elsewhere_are_none_here() -> None:
    assert read({"type": "user_change", "user": user(EVE, "Eve", OTHER, is_owner=True)}) == ()


def test_people_of_one_organisation_are_at_home_in_each_of_their_workspaces() -> None:
    enterprise = {"id": "W1", "enterprise_id": ORG, "teams": [OTHER, HOME]}
    *_, dressed = read(
        {"type": "user_change", "user": user("U5", "Kim", OTHER, is_admin=True, enterprise_user=enterprise)}
    )
    assert isinstance(dressed, MemberRolesChanged)
    assert dressed.roles == ("slack:T1/admin",)


def test_people_are_put_into_groups_and_taken_out() -> None:
    put, taken = read(regrouped([ANN], [BOB]))
    assert isinstance(put, MemberRolesChanged)
    assert isinstance(taken, MemberRolesChanged)
    assert (put.account, put.roles) == ("slack:T1/U1", ("slack:T1/S1", "slack:T1/owner", "slack:T1/admin"))
    assert (taken.account, taken.roles) == ("slack:T1/U2", ())
    assert (put.id, taken.id) == ("roles:Ev1", "roles:Ev1.1")


def test_a_group_that_is_told_again_changes_nothing() -> None:
    reading = Reading()
    assert len(reading(regrouped([ANN], []))) == 1
    told = {"type": "subteam_updated", "subteam": {"id": "S1", "handle": "mods", "users": [BOB, ANN]}}
    assert reading(told) == ()


def test_a_group_that_is_switched_off_is_nobodys_role() -> None:
    off = {"type": "subteam_updated", "subteam": {"id": "S1", "handle": "mods", "users": [BOB], "date_delete": 5}}
    (taken,) = read(off)
    assert isinstance(taken, MemberRolesChanged)
    assert (taken.account, taken.roles) == ("slack:T1/U2", ())


def test_channels_come_into_being_and_change_their_names() -> None:
    reading = Reading()
    (new,) = reading(EVERY["channel_created"])
    (known,) = reading(EVERY["channel_rename"])
    (mine,) = reading({"type": "channel_created", "channel": {"id": "C6", "name": "mine", "creator": ME}})
    assert isinstance(new, ChannelCreated)
    assert isinstance(known, ChannelCreated)
    assert isinstance(mine, ChannelCreated)
    assert (new.id, new.name, new.account, new.watched) == ("channel:C8", "new", "slack:T1/U1", False)
    assert (known.name, known.watched) == ("main", True)
    assert mine.watched
    (text,) = reading(said("<#C1>"))
    assert isinstance(text, MessagePosted)
    assert text.text == "#main"


def test_a_channel_that_is_back_is_one_that_we_are_not_in() -> None:
    reading = Reading()
    assert reading({"type": "channel_archive", "channel": CHANNEL, "user": ANN}) == ()
    (back,) = reading({"type": "channel_unarchive", "channel": CHANNEL, "user": ANN})
    assert isinstance(back, ChannelCreated)
    assert (back.name, back.watched) == ("general", False)


def test_somebody_looks_at_their_page() -> None:
    (opened,) = read(EVERY["app_home_opened"])
    assert isinstance(opened, HomeOpened)
    assert (opened.account, opened.name, opened.channel, opened.locale) == ("slack:T1/U1", "Ann", None, "fr")


@pytest.mark.parametrize("kind", ["app_uninstalled", "tokens_revoked"])
def test_we_are_taken_out(kind: str) -> None:
    (left,) = read(EVERY[kind])
    assert isinstance(left, SpaceLeft)


def test_what_is_not_handed_over_is_not_remembered() -> None:
    team = workspace()
    body = envelope(EVERY["user_change"])
    first = inbound.events(team, body, framed(body, MONDAY))
    assert inbound.events(team, body, framed(body, MONDAY)) == first != ()
    inbound.noted(team, body, framed(body, MONDAY))
    assert inbound.events(team, body, framed(body, MONDAY)) == ()


def later(event: Json, seconds: int) -> Json:
    return {**event, "event_ts": f"{1577836800 + seconds}.000001"}


def test_what_happened_earlier_and_is_told_later_changes_nothing() -> None:
    reading = Reading()
    gone = {"type": "user_change", "user": user(BOB, "Bobby", deleted=True)}
    assert len(reading(later(gone, 2))) == 1
    assert reading(later(EVERY["user_change"], 1)) == ()
    assert len(reading(later(regrouped([], [BOB]), 4))) == 1
    assert reading(later(regrouped([BOB], []), 3)) == ()
    assert reading(later(EVERY["subteam_updated"], 3)) == ()
    assert len(reading(later({"type": "channel_rename", "channel": {"id": CHANNEL, "name": "second"}}, 6))) == 1
    assert reading(later({"type": "channel_rename", "channel": {"id": CHANNEL, "name": "first"}}, 5)) == ()
    assert reading.team.places[CHANNEL].name == "second"
    assert reading.team.roles(BOB) == ()
    assert reading.team.people[BOB].gone


def test_whoever_else_was_put_into_a_group_earlier_is_in_it() -> None:
    reading = Reading()
    assert len(reading(later(regrouped([ANN], []), 2))) == 1
    assert len(reading(later(regrouped(["U9", ROBOT], []), 1))) == 2
    assert reading.team.members["S1"] == {ANN, BOB, EVE, ROBOT}


def held(*teams: str) -> Callable[[str], bool]:
    return lambda team: team in teams


def grant(team: str | None, org: str | None = None, *, wide: bool = False) -> Json:
    return {"team_id": team, "enterprise_id": org, "is_enterprise_install": wide}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"team_id": HOME, "authorizations": [grant(HOME)]}, (HOME, "")),
        ({"team_id": OTHER, "authorizations": [grant(HOME)]}, (HOME, "")),
        ({"team_id": OTHER, "authorizations": [grant("T3"), grant(HOME)]}, (HOME, "")),
        ({"team_id": HOME, "enterprise_id": ORG, "authorizations": [grant(None, ORG, wide=True)]}, (HOME, ORG)),
        (
            {"team_id": OTHER, "context_team_id": HOME, "authorizations": [grant(None, ORG, wide=True)]},
            (HOME, ORG),
        ),
        ({"team_id": "T5", "authorizations": [grant(None, ORG, wide=True)]}, ("T5", ORG)),
        ({"team_id": HOME}, (HOME, "")),
        ({"team_id": "T5", "enterprise_id": ORG}, ("T5", ORG)),
    ],
)
def test_whose_an_event_is(body: Json, expected: tuple[str, str]) -> None:
    assert inbound.home(body, held(HOME)) == expected


def test_an_event_of_nobody_is_odd() -> None:
    with pytest.raises(Odd):
        inbound.home({"authorizations": []}, held(HOME))


def test_whom_one_has_to_ask_for() -> None:
    team = workspace()
    assert inbound.strangers(team, envelope(said("<@U404> <@U2|bob> <@U404> <@U405>", "U406"))) == (
        "U406",
        "U404",
        "U405",
    )
    assert inbound.strangers(team, envelope(changed("<@U404>"))) == ("U404",)
    assert inbound.strangers(team, envelope(EVERY["team_join"])) == ()
    assert inbound.places_unseen(team, envelope(moved("member_joined_channel", ME, "C404"))) == ("C404",)
    assert inbound.places_unseen(team, envelope(moved("member_joined_channel", ME, QUIET))) == ()
    assert inbound.places_unseen(team, envelope(moved("member_joined_channel", BOB, "C404"))) == ()
