from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from adapters.web import changes
from adapters.web.site.deeds import Cannot, Uploaded
from adapters.web.site.site import Site
from bot.events import (
    ButtonPressed,
    CommandInvoked,
    Event,
    FormSubmitted,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MenuChosen,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
    ThreadCreated,
)
from bot.ids import ChannelId, message_id, role_id
from tests.unit.web.worlds import ADA, BOB, GENERAL, MO, SPACE, TEAM, THEN, as_, card, clock, last, sited, written

E = TypeVar("E", bound=Event)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return sited(tmp_path)


def told(site: Site, kind: type[E]) -> E:
    """The last event of a kind that is on its way."""
    return [event for event in site.state.waiting.values() if isinstance(event, kind)][-1]


def test_a_message_tells_who_wrote_it_and_who_is_meant(site: Site) -> None:
    message = written(site, "hey @bob ross and @Mo, @Bob Ross: look", by=MO)
    event = told(site, MessagePosted)
    assert event.id == f"posted:{message.removeprefix(f'{SPACE}/')}"
    assert (event.account, event.name, event.roles) == (MO, "Mo", (role_id(SPACE, "moderator"),))
    assert event.mentions == (BOB, MO)
    assert (event.locale, event.by_bot, event.mentions_everyone) == ("en", False, False)


@pytest.mark.parametrize("word", ["@everyone", "@Channel", "@here!", "@tous"])
def test_all_can_be_called_at_once(site: Site, word: str) -> None:
    written(site, f"hello {word}")
    assert told(site, MessagePosted).mentions_everyone


def test_an_address_mentions_nobody(site: Site) -> None:
    written(site, "write to x@mo or @moritz or a@everyone")
    event = told(site, MessagePosted)
    assert (event.mentions, event.mentions_everyone) == ((), False)


def test_files_are_told_by_name_and_by_what_they_are(site: Site) -> None:
    as_(site, ADA).post("", [Uploaded("C:\\x\\cat.html", b"\x89PNG\r\n\x1a\n...")])
    (attachment,) = told(site, MessagePosted).attachments
    assert (attachment.name, attachment.media_type, attachment.size) == ("cat.html", "image/png", 11)


def test_the_first_answer_opens_a_thread_and_the_second_does_not(site: Site) -> None:
    parent = written(site, "a question")
    as_(site, BOB, thread=parent).post("one")
    event = told(site, ThreadCreated)
    assert (event.message, event.channel, event.name, event.account) == (parent, GENERAL, "general", BOB)
    as_(site, ADA, thread=parent).post("two")
    assert told(site, MessagePosted).thread == parent
    assert sum(isinstance(one, ThreadCreated) for one in site.state.waiting.values()) == 1
    assert site.state.messages[parent].replies == 2


def test_every_wording_has_an_event_of_its_own(site: Site) -> None:
    message = written(site, "one")
    as_(site, ADA).edit(message, "two @Mo")
    first = told(site, MessageEdited)
    as_(site, ADA).edit(message, "three")
    second = told(site, MessageEdited)
    assert (first.text, first.mentions, second.text) == ("two @Mo", (MO,), "three")
    assert first.id.endswith("#1")
    assert second.id.endswith("#2")
    as_(site, ADA).edit(message, "three")
    assert told(site, MessageEdited) == second


def test_a_deletion_tells_by_whom(site: Site) -> None:
    message = written(site, "oops")
    with pytest.raises(Cannot, match="delete"):
        as_(site, BOB).delete(message)
    as_(site, MO).delete(message)
    event = told(site, MessageDeleted)
    assert (event.account, event.by) == (ADA, MO)


def test_reactions_are_added_and_taken_back_and_no_account_stands_in_their_ids(site: Site) -> None:
    message = written(site, "cake")
    as_(site, BOB).react(message, "🎂")
    as_(site, BOB).react(message, "🎂")
    added, removed = told(site, ReactionAdded), told(site, ReactionRemoved)
    assert (added.account, added.emoji, removed.emoji) == (BOB, "🎂", "🎂")
    assert added.id != removed.id
    assert not any("bob" in one for one in (added.id, removed.id))


def test_a_reaction_that_may_mean_something_brings_the_message_with_it(site: Site) -> None:
    message = written(site, "cake")
    as_(site, MO).react(message, "🎂")
    assert told(site, ReactionAdded).cited is None
    for emoji in ("🚨", "⚖️"):
        as_(site, MO).react(message, emoji)
        cited = told(site, ReactionAdded).cited
        assert cited is not None, emoji
        assert (cited.message, cited.author, cited.text, cited.buttons) == (message, ADA, "cake", ())


def test_a_newcomer_brings_the_age_of_their_account(site: Site) -> None:
    account = as_(site, ADA).newcomer("  Zoé  Petit ", new=True)
    event = told(site, MemberJoined)
    assert (event.account, event.name) == (account, "Zoé Petit")
    assert event.account_created == THEN - timedelta(hours=2)
    as_(site, account).post("hi")
    assert told(site, MessagePosted).account_created == event.account_created
    as_(site, ADA).newcomer("Old Hand", new=False)
    created = told(site, MemberJoined).account_created
    assert created is not None
    assert created < THEN - timedelta(days=365)


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "ada", "BOB ROSS"])
def test_names_are_short_and_nobody_else_s(site: Site, name: str) -> None:
    with pytest.raises(Cannot, match="name"):
        as_(site, ADA).newcomer(name, new=True)


def test_people_leave_come_back_and_change_their_names(site: Site) -> None:
    as_(site, ADA).rename("Adèle")
    assert told(site, MemberRenamed).name == "Adèle"
    as_(site, ADA).leave()
    assert told(site, MemberLeft).account == ADA
    with pytest.raises(Cannot, match="see"):
        as_(site, ADA).post("still here?")
    as_(site, ADA).come_back()
    assert told(site, MemberJoined).name == "Adèle"


def test_what_is_asked_carries_where_and_as_whom(site: Site) -> None:
    as_(site, MO, TEAM).command("policy show", (("policy", "starter/scams"),))
    event = told(site, CommandInvoked)
    assert (event.command, event.arguments) == ("policy show", (("policy", "starter/scams"),))
    assert (event.channel, event.name, event.roles, event.locale) == (TEAM, "Mo", (role_id(SPACE, "moderator"),), "en")


def test_in_a_conversation_with_the_bot_there_is_no_channel(site: Site) -> None:
    as_(site, ADA, site.state.direct(ADA)).command("help", ())
    assert told(site, CommandInvoked).channel is None


def test_a_menu_cites_the_message_as_it_stands(site: Site) -> None:
    message = written(site, "first")
    as_(site, ADA).edit(message, "second")
    as_(site, BOB).choose("explain", message)
    assert told(site, MenuChosen).cited.text == "second"
    as_(site, BOB).submit("report", {"what": "spam"}, "", message)
    event = told(site, FormSubmitted)
    assert event.cited is not None
    assert (event.cited.author, event.values) == (ADA, (("what", "spam"),))


def test_every_press_of_a_button_is_one_of_its_own(site: Site) -> None:
    message = written(site, "card")
    as_(site, BOB).press(message, "resume:x")
    first = told(site, ButtonPressed)
    as_(site, BOB).press(message, "resume:x")
    assert first.id != told(site, ButtonPressed).id
    assert (first.action, first.subject, first.message) == ("resume", "x", message)


def test_a_button_of_a_private_answer_names_no_message(site: Site) -> None:
    own = message_id(GENERAL, "1.9")
    site.world.commit(changes.Carded(at=THEN, message=own, channel=GENERAL, card=card(), locale="en", only_for=BOB))
    as_(site, BOB).press(own, "resume:x")
    assert told(site, ButtonPressed).message is None


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 4001])
def test_a_message_is_neither_empty_nor_endless(site: Site, text: str) -> None:
    with pytest.raises(Cannot):
        as_(site, ADA).post(text)


def test_ten_thousand_emoji_are_too_many_and_four_thousand_characters_are_not(site: Site) -> None:
    with pytest.raises(Cannot, match="long"):
        as_(site, ADA).post("🌿" * 10_000)
    with pytest.raises(Cannot, match="long"):
        as_(site, ADA).post("x" * 100_000)
    as_(site, ADA).post("🌿" * 4_000)


def test_nobody_does_anything_with_what_they_cannot_see(site: Site) -> None:
    as_(site, MO, TEAM).post("between us")
    secret = last(site, TEAM)
    deeds: tuple[Callable[[], None], ...] = (
        lambda: as_(site, ADA).react(secret, "👀"),
        lambda: as_(site, ADA).choose("explain", secret),
        lambda: as_(site, ADA, TEAM).post("hello"),
        lambda: as_(site, ADA, ChannelId("web:else/where")).command("help", ()),
    )
    for deed in deeds:
        with pytest.raises(Cannot, match="see"):
            deed()


def test_slow_mode_says_how_long_it_takes(site: Site) -> None:
    written(site, "one")
    site.state.rooms[GENERAL].slowmode = 30
    clock(site).move(timedelta(seconds=10))
    with pytest.raises(Cannot) as error:
        as_(site, ADA).post("two")
    assert error.value.phrase.arguments == (("seconds", 20),)
