"""A manager without a shell: sets the bot up, looks on for a week, undoes a mistake, pauses, and writes a rule."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Open, Start
from tests.e2e.sandboxes import SCAM, Sandbox, Window, words


@pytest.fixture
def sandbox(start: Start) -> Sandbox:
    """One in which time can be moved on."""
    return start("--time-lapse")


def forward(window: Window, by: str) -> None:
    """Let time pass."""
    before = window.page.locator("#clock time").get_attribute("datetime")
    window.page.get_by_role("button", name=by, exact=True).click()
    expect(window.page.locator("#clock time")).not_to_have_attribute("datetime", before or "")


def say_until(window: Window, words_: str, mode: str) -> None:
    """Say it again until the bot sees it so: a changed rule is read and tried on its cases before it is in place."""
    for number in range(1, 7):
        window.say(f"{words_} ({number})")
        try:
            expect(window.latest).to_contain_text(mode, timeout=1_500)
        except AssertionError:
            continue
        return
    expect(window.latest).to_contain_text(mode)


def test_set_up_in_chat_then_a_week_of_looking_on_then_the_first_undo(window: Open) -> None:
    owner = window().go("Odile", "team")
    guide = owner.command("/setup")
    guide.get_by_role("button", name="How I speak").click()
    form = owner.dialog("How I speak")
    form.get_by_label("French", exact=True).check()
    form.get_by_label('With "vous"', exact=True).check()
    form.get_by_role("button", name="Send").click()
    expect(owner.messages("Only visible to you").last).to_contain_text("French")
    owner.messages("Only visible to you").last.get_by_role("button", name="Begin").click()
    begin = owner.page.locator("#dialog")
    begin.get_by_label("Look on first, do nothing (recommended)").check()
    begin.get_by_role("combobox").select_option(label="#general")
    begin.get_by_role("button").last.click()
    expect(owner.panel).to_contain_text("sent a form")

    member = window().go("Yuki")
    member.say_and_see(SCAM)
    expect(member.latest).to_contain_text(words("mode-observe"))
    expect(member.message(SCAM)).to_be_visible()
    expect(member.page.get_by_role("link", name="Palabre").locator(".count")).to_have_count(0)

    forward(owner, "+1 day")
    daily = owner.message("Ce que j'aurais fait depuis hier")
    expect(daily).to_contain_text("starter/scam-links")
    for _ in range(6):
        forward(owner, "+1 day")
    announcement = owner.message("180")
    announcement.get_by_role("button").first.click()
    member.go("Yuki")
    expect(member.messages(re.compile("programme", re.IGNORECASE)).last).to_be_visible()

    member.say("Free nitro for everyone, it is a joke: https://free-nitro.example/claim")
    expect(member.latest).to_contain_text(words("mode-enforce"))
    card = owner.message("it is a joke")
    card.get_by_role("button", name=re.compile("tort")).click()
    expect(owner.message("it is a joke")).to_contain_text("Odile")
    expect(owner.messages("case.toml")).not_to_have_count(0)
    member.page.get_by_role("link", name="Palabre").click()
    expect(member.message("it is a joke")).to_contain_text("We are sorry")


def test_a_pause_stops_the_bot_within_a_second_and_ends_with_a_button(window: Open) -> None:
    moderator, member = window().go("Solène", "team"), window().go("Yuki")
    began = time.monotonic()
    moderator.say("/pause")
    expect(moderator.log.get_by_role("button", name="Let it go on").last).to_be_visible()
    assert time.monotonic() - began < 3
    member.say_and_see(SCAM)
    expect(member.latest).to_contain_text(words("mode-paused"))
    expect(member.message(SCAM)).to_be_visible()
    moderator.log.get_by_role("button", name="Let it go on").last.click()
    expect(moderator.panel).to_contain_text("pressed a button")
    member.say(SCAM + " again")
    expect(member.latest).to_contain_text(words("mode-enforce"))


def test_a_rule_is_written_in_chat_tried_and_switched_on(window: Open) -> None:
    senior, member = window().go("Kwame", "team"), window().go("Yuki")
    senior.box.fill("/policy new")
    senior.box.press("Escape")
    senior.box.press("Enter")
    form = senior.page.locator("#dialog")
    fields = form.get_by_role("textbox")
    fields.nth(0).fill("Pineapple")
    fields.nth(1).fill("pineapple\nananas")
    form.get_by_label("The message goes, and the author is told why").check()
    fields.nth(2).fill("Pineapple is talked about elsewhere.")
    form.get_by_role("button").last.click()
    answer = senior.messages("chat/pineapple").last
    expect(answer).to_contain_text("on trial")
    say_until(member, "Who wants pineapple?", words("mode-shadow"))
    answer.get_by_role("button", name="Switch on").click()
    expect(senior.panel).to_contain_text("pressed a button")
    say_until(member, "More ananas, anyone?", words("mode-enforce"))
    expect(member.latest).to_contain_text("Pineapple is talked about elsewhere.")


def test_a_member_is_not_offered_what_is_for_managers(window: Open) -> None:
    member = window().go("Basile")
    member.box.press_sequentially("/se")
    expect(member.page.locator("#offers")).not_to_contain_text("/settings")
    member.box.fill("/setup")
    member.box.press("Escape")
    member.box.press("Enter")
    expect(member.page.locator("body")).to_contain_text(re.compile("owners of this community"))


def test_closed_direct_messages_are_a_visible_failure(window: Open) -> None:
    member = window().go("Yuki")
    member.page.get_by_text("More as Yuki").click()
    member.page.get_by_role("button", name="Close direct messages").click()
    member.say(SCAM)
    expect(member.latest).to_contain_text("took the message down")
    expect(member.latest.locator(".state-refused")).to_contain_text("direct messages")
