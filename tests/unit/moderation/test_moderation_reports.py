"""Reports: they reach people who are not their subject, and never tell who made them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import codec
from bot.commands import Level
from bot.effects import DeleteMessage, EditCard, Effect, Handle, PostCard, ReplyPrivately, SendDirect
from bot.events import Cited, FormSubmitted
from bot.facts import account_key
from bot.ids import AccountId, EventId, MemberId, account_id, message_id, space_id
from bot.moderation.room import ModerationRoom
from bot.records import IncidentMoved, IncidentOpened
from bot.rooms import Ruling
from bot.settings import Overlay, Written
from bot.views import Verbatim
from tests.unit.moderation.playing import (
    BASILE,
    GENERAL,
    INES,
    KWAME,
    MODS,
    SPACE,
    TEAM,
    ZOE,
    Stage,
    all_of,
    buttons,
    check_words,
    command,
    form,
    keys,
    only,
    press,
    quotes,
    set_in_chat,
    somebody,
    words,
    written,
)

CITED = Cited(message=message_id(GENERAL, "7"), channel=GENERAL, author=BASILE, text="nobody wants you here")
WORDS = "It went on for days."


def room(file: Written | None = None) -> ModerationRoom:
    return ModerationRoom(Overlay(file or written()))


def stage(file: Written | None = None, **known: Any) -> Stage:
    return Stage(room(file), **known)


def about_message(by: AccountId = INES, **values: str) -> FormSubmitted:
    said = {"what": "hurt", "reason": WORDS, **values}
    return replace(form("report", by, cited=CITED), values=tuple(said.items()))


def opened(rulings: list[Ruling]) -> IncidentOpened:
    (found,) = [one for ruling in rulings for one in ruling.records if isinstance(one, IncidentOpened)]
    return found


def moved(rulings: list[Ruling]) -> list[str]:
    return [one.state for ruling in rulings for one in ruling.records if isinstance(one, IncidentMoved)]


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def reported(here: Stage, given: FormSubmitted | None = None) -> str:
    """The name of a report that was made."""
    return opened(here.play(given or about_message())).incident


def test_a_message_is_reported_from_its_menu_and_the_team_reads_it() -> None:
    said = stage().play(about_message())
    report = opened(said)
    assert (report.origin, report.account, report.reporter) == ("report", BASILE, INES)
    assert (report.message, report.text, report.reason) == (CITED.message, CITED.text, WORDS)
    posted = only(effects(said), PostCard)
    assert (posted.channel, posted.binds) == (TEAM, Handle(f"incident-{report.incident}/card"))
    assert buttons(posted.card) == ["report-take", "report-remove", "report-close"]
    assert {Verbatim(CITED.text), Verbatim(WORDS)} <= set(posted.card.body)
    assert "this hurts" in words(posted.card)
    check_words(effects(said))


def test_a_person_is_reported_by_command_and_no_message_can_be_taken_down() -> None:
    said = stage().play(command("report", INES, account=BASILE, reason=WORDS))
    assert opened(said).account == BASILE
    assert opened(said).channel is None
    assert buttons(only(effects(said), PostCard).card) == ["report-take", "report-close"]
    check_words(effects(said))


def test_whoever_reports_is_thanked_and_told_who_reads_it() -> None:
    answer = only(effects(stage().play(about_message())), ReplyPrivately)
    assert answer.account == INES
    assert "Only the team reads this" in words(answer.card)
    assert "You will hear from me" in words(answer.card)


def test_danger_is_said_first_to_both_sides() -> None:
    said = effects(stage().play(about_message(what="danger")))
    posted, answer = only(said, PostCard), only(said, ReplyPrivately)
    assert posted.card.tone == "alert"
    assert keys(posted.card)[1] == "moderation-report-danger"
    assert keys(answer.card)[0] == "moderation-thanks-danger"
    assert "112" in words(answer.card)
    assert "3114" in words(answer.card, "fr")
    check_words(said)


@pytest.mark.parametrize("what", ["hurt", "spam", "danger", "other", "nonsense"])
@pytest.mark.parametrize("cited", [CITED, replace(CITED, author=None), None])
@pytest.mark.parametrize("account", ["", BASILE])
def test_whatever_is_reported_can_be_read_in_both_languages(what: str, cited: Cited | None, account: str) -> None:
    said = effects(stage().play(form("report", INES, cited=cited, what=what, account=account)))
    assert only(said, PostCard).channel == TEAM
    check_words(said)


def test_a_report_that_names_nobody_is_taken_all_the_same() -> None:
    said = stage().play(form("report", INES, what="other", reason=WORDS))
    assert opened(said).account is None
    assert "It names nobody." in words(only(effects(said), PostCard).card)


def test_who_wrote_the_message_counts_more_than_who_is_named() -> None:
    assert opened(stage().play(about_message(account=ZOE))).account == BASILE


@pytest.mark.parametrize("named", ["Basil from next door", account_id(space_id("web", "elsewhere"), "x")])
def test_somebody_who_cannot_be_here_is_kept_as_words(named: str) -> None:
    report = opened(stage().play(form("report", INES, what="hurt", account=named, reason=WORDS)))
    assert (report.account, report.reason) == (None, f"{named}\n{WORDS}")


def _everything_but_the_reporters_own(here: Stage, by: AccountId) -> str:
    """All that anybody else can ever read of a report, byte for byte."""
    report = replace(about_message(by), id=EventId("interaction:1"), locale="fr" if by == ZOE else "en")
    said = here.play(report)
    incident = opened(said).incident
    for action, who in (("report-take", KWAME), ("report-remove", KWAME), ("report-close", KWAME)):
        said += here.play(replace(press(f"{action}:{incident}", who), id=EventId(f"press:{action}")))
    said += here.play(replace(press(f"incident-ask:{incident}", BASILE, channel=None), id=EventId("press:ask")))
    rest = [one for one in effects(said) if getattr(one, "account", None) != by]
    about = [(ruling.rule, ruling.why, ruling.subject) for ruling in said]
    return "\n".join([*map(codec.dump_effect, rest), repr(about), incident])


@given(st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1), st.sampled_from(["en", "fr", None]))
def test_what_others_see_is_the_same_whoever_reported(name: str, locale: Any) -> None:
    someone = account_id(SPACE, f"U-x{name}")
    known = {account_key(someone): somebody(someone, locale=locale)}
    ines, other = stage(known=known), stage(known=known)
    assert _everything_but_the_reporters_own(ines, INES) == _everything_but_the_reporters_own(other, someone)


def test_nothing_is_kept_about_the_reported_that_leads_to_the_report() -> None:
    here = stage()
    said = here.play(about_message())
    said += here.play(press(f"report-close:{opened(said).incident}"))
    assert [(ruling.why, ruling.subject) for ruling in said] == [((), None)] * len(said)


def test_taking_it_is_noted_and_the_others_can_still_act() -> None:
    here = stage()
    incident = reported(here)
    said = here.play(press(f"report-take:{incident}"))
    assert moved(said) == ["taken"]
    edit = only(effects(said), EditCard)
    assert buttons(edit.card) == ["report-remove", "report-close"]
    assert "<Person> has been taking care of it" in words(edit.card)
    assert all_of(effects(said), SendDirect) == []
    check_words(effects(said))
    assert moved(here.play(press(f"report-take:{incident}", ZOE))) == []
    assert moved(here.play(press(f"report-close:{incident}", ZOE))) == ["closed"]


def test_closing_tells_whoever_reported_in_general_words() -> None:
    here = stage()
    said = effects(here.play(press(f"report-close:{reported(here)}")))
    told = only(said, SendDirect)
    assert told.account == INES
    assert quotes(told.card) == []
    assert buttons(only(said, EditCard).card) == []
    check_words(said)


def test_the_author_reads_why_before_the_message_goes() -> None:
    here = stage()
    said = here.play(press(f"report-remove:{reported(here)}"))
    assert moved(said) == ["removed"]
    assert [type(one) for one in effects(said)] == [SendDirect, DeleteMessage, SendDirect, EditCard, ReplyPrivately]
    statement, gone, told = effects(said)[:3]
    assert isinstance(statement, SendDirect)
    assert isinstance(told, SendDirect)
    assert (statement.account, told.account) == (BASILE, INES)
    assert gone == DeleteMessage(space=SPACE, channel=GENERAL, message=CITED.message, note="report")
    assert keys(statement.card)[0] == "moderation-statement"
    assert quotes(statement.card) == [CITED.text]
    assert buttons(statement.card) == ["incident-ask"]
    check_words(effects(said))


def test_the_author_of_what_was_taken_down_can_ask_and_be_right() -> None:
    here = stage()
    incident = reported(here)
    here.play(press(f"report-remove:{incident}"))
    asked = effects(here.play(press(f"incident-ask:{incident}", BASILE, channel=None)))
    assert buttons(only(asked, PostCard).card) == ["incident-right", "incident-undo", "incident-talk"]
    undone = here.play(press(f"incident-undo:{incident}", ZOE))
    assert moved(undone) == ["undone"]
    assert quotes(only(effects(undone), SendDirect).card) == [CITED.text]
    check_words([*asked, *effects(undone)])


@pytest.mark.parametrize("action", ["incident-right", "incident-undo", "incident-talk"])
def test_a_fresh_report_is_not_judged_like_an_incident(action: str) -> None:
    here = stage()
    assert moved(here.play(press(f"{action}:{reported(here)}"))) == []


@pytest.mark.parametrize("action", ["report-take", "report-remove", "report-close"])
def test_what_is_done_stays_done(action: str) -> None:
    here = stage()
    incident = reported(here)
    here.play(press(f"report-close:{incident}"))
    said = here.play(press(f"{action}:{incident}", ZOE))
    assert moved(said) == []
    assert {type(one) for one in effects(said)} == {ReplyPrivately, EditCard}
    check_words(effects(said))


def test_without_a_message_nothing_is_taken_down() -> None:
    here = stage()
    incident = reported(here, form("report", INES, what="hurt", account=BASILE))
    said = here.play(press(f"report-remove:{incident}"))
    assert moved(said) == []
    assert all_of(effects(said), DeleteMessage) == []


@pytest.mark.parametrize("action", ["report-take", "report-remove", "report-close"])
def test_whoever_is_reported_does_not_handle_it(action: str) -> None:
    here = stage()
    incident = reported(here)
    said = here.play(press(f"{action}:{incident}", BASILE))
    assert moved(said) == []
    assert keys(only(effects(said), ReplyPrivately).card) == ["moderation-conflict"]


def test_whoever_reports_themselves_is_heard_too() -> None:
    said = stage().play(form("report", BASILE, cited=CITED, what="other"))
    assert opened(said).account == opened(said).reporter == BASILE


def test_a_manager_who_reported_is_not_written_to_about_their_own_press() -> None:
    here = stage()
    assert all_of(effects(here.play(press(f"report-close:{reported(here)}", INES))), SendDirect) == []


MODERATING = {account_key(BASILE): somebody(BASILE, roles=(MODS,))}


def test_a_report_about_the_team_goes_past_its_channel_to_those_named_for_it() -> None:
    file = written(levels={MODS: Level.MODERATOR, ZOE: Level.OWNER, BASILE: Level.SENIOR})
    said = effects(stage(file, known=MODERATING).play(about_message()))
    assert all_of(said, PostCard) == []
    assert only(said, SendDirect).account == ZOE
    assert buttons(only(said, SendDirect).card) == ["report-take", "report-remove", "report-close"]
    assert "does not go to the team's channel" in words(only(said, ReplyPrivately).card)
    check_words(said)


def test_another_account_of_the_reported_is_not_told_either() -> None:
    same = {account_key(one): somebody(one, member=MemberId("same"), roles=(MODS,)) for one in (BASILE, ZOE)}
    file = written(levels={MODS: Level.MODERATOR, ZOE: Level.OWNER})
    said = effects(stage(file, known=same).play(about_message()))
    assert all_of(said, SendDirect) == []


@pytest.mark.parametrize(("contact", "word"), [("Ada, ada@example.org", "outside"), ("", "nobody")])
@pytest.mark.parametrize("team", [True, False])
def test_where_nobody_may_read_it_the_reporter_is_told_the_truth(contact: str, word: str, team: bool) -> None:
    file = written(levels={MODS: Level.MODERATOR}) if team else Written(levels={MODS: Level.MODERATOR})
    known = {**(MODERATING if team else {}), **(set_in_chat(outside_contact=contact) if contact else {})}
    said = effects(stage(file, known=known).play(about_message()))
    answer = only(said, ReplyPrivately)
    assert [type(one) for one in said] == [ReplyPrivately]
    assert quotes(answer.card) == ([contact] if contact else [])
    assert ("readers", word) in answer.card.body[0].arguments  # type: ignore[union-attr]
    assert "moderation-thanks-after" not in keys(answer.card)
    check_words(said)


def test_other_forms_and_commands_are_not_for_this_room() -> None:
    assert stage().play(form("privacy-forget")) == []
    assert stage().play(command("help")) == []
