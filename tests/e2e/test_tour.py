"""What a newcomer does within the first minutes, and what the bot makes of it."""

import base64
import re
import signal
import time
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Open, Start
from tests.e2e.sandboxes import SCAM, Sandbox, open_window, words

_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
"""The smallest picture, in Base64."""


def test_from_an_empty_machine_to_a_decision_and_its_reason_with_two_clicks(browser: Browser, start: Start) -> None:
    sandbox = start(empty=True)
    began = time.monotonic()
    here = open_window(browser, lambda: sandbox.address)
    here.page.goto(sandbox.address)
    here.page.get_by_role("button", name=words("try-scam")).click()
    expect(here.box).to_have_value(SCAM)
    here.page.get_by_role("button", name="Send", exact=True).click()
    expect(here.latest).to_contain_text(words("mode-enforce"))
    expect(here.latest).to_contain_text("a known way to steal accounts or money")
    assert time.monotonic() - began < 60
    here.page.close()


def test_a_scam_of_a_new_member_is_gone_and_everybody_concerned_is_told(window: Open) -> None:
    manager = window().go("Kwame", "team")
    newcomer = window().go()
    newcomer.page.get_by_role("button", name=words("try-scam")).click()
    expect(newcomer.box).to_have_value(SCAM)
    newcomer.box.press("Enter")
    expect(newcomer.latest).to_contain_text("took the message down")
    expect(newcomer.latest.locator("mark").first).to_have_text("Free nitro")
    expect(newcomer.messages("Free nitro for everyone")).to_have_count(0)
    newcomer.page.get_by_role("link", name="Palabre").click()
    told = newcomer.message("I am taking down your message")
    expect(told).to_contain_text("a known way to steal accounts or money")
    expect(told).to_contain_text(SCAM)
    card = manager.message("free-nitro.example")
    expect(card.get_by_role("button", name="Wrong: undo")).to_be_visible()
    told.get_by_role("button", name="Ask a person").click()
    expect(manager.log).to_contain_text(re.compile("asks", re.IGNORECASE))


def test_a_french_insult_with_accents_and_spacing_is_understood_and_answered_in_french(window: Open) -> None:
    here = window().go("Yuki", locale="fr")
    insult = "t'es vraiment un c o n n à r d, Peter"
    stays = here.say_and_see(insult)
    expect(here.latest).to_contain_text("respect/")
    expect(here.latest.locator("mark").first).to_have_text("c o n n à r d")
    expect(stays).to_be_visible()
    here.page.get_by_role("link", name="Palabre").click()
    expect(here.message("Bonjour")).to_contain_text("Un mot au sujet de ton message")


def test_criticism_is_left_alone_and_the_panel_says_so(window: Open) -> None:
    here = window().go()
    here.page.get_by_role("link", name=words("try-critic")).click()
    expect(here.box).to_have_value(re.compile("Tilleul is a disappointment"))
    here.page.get_by_role("button", name="Send", exact=True).click()
    expect(here.message("Tilleul is a disappointment")).to_be_visible()
    expect(here.panel).to_contain_text("Tilleul is a disappointment")
    expect(here.panel.locator(".sighting", has_text="is a disappointment")).not_to_contain_text("took the message down")


def test_a_report_from_a_messages_menu_reaches_the_team_without_a_name(window: Open) -> None:
    manager = window().go("Solène", "team")
    reporter = window().go("Peter")
    reporter.menu("Belle photo, belle bande", "Report")
    form = reporter.dialog("Tell the team")
    form.get_by_label("What is it?").select_option("It hurts somebody, me or another person")
    form.get_by_label("What happened? (optional)").fill("That was about me, I think.")
    form.get_by_role("button", name="Send").click()
    expect(reporter.log).to_contain_text("Only visible to you")
    card = manager.message("That was about me, I think.")
    expect(card).not_to_contain_text("Belle photo, belle bande")
    expect(card).not_to_contain_text("Peter")
    card.get_by_role("button", name="Show the words").click()
    expect(manager.messages("Only visible to you").last).to_contain_text("Belle photo, belle bande")
    card.get_by_role("button", name="I'll take it").click()
    expect(manager.message("That was about me")).to_contain_text("Solène")


def test_help_lists_what_this_person_may_use(window: Open) -> None:
    here = window().go("Basile")
    answer = here.command("/help")
    expect(answer).to_contain_text("/report")
    expect(answer).not_to_contain_text("/setup")
    owner = window().go("Odile", locale="fr")
    expect(owner.command("/aide")).to_contain_text("/installer")


def test_a_command_that_is_misspelt_is_answered_with_the_nearest(window: Open) -> None:
    here = window().go()
    here.box.fill("/polciy list")
    here.box.press("Escape")
    here.box.press("Enter")
    expect(here.page.locator("#said")).to_contain_text("/policy list")
    expect(here.box).to_have_value("/polciy list")


def test_a_members_decision_is_explained_from_the_menu(window: Open) -> None:
    here = window().go("Yuki")
    here.say_and_see("you are a fucking idiot, Peter")
    expect(here.latest).to_contain_text("respect/")
    here.menu("fucking idiot", "Explain this decision")
    expect(here.messages("Only visible to you").last).to_contain_text("The rule respect/")


def test_two_windows_see_the_same_world_live(window: Open) -> None:
    one, other = window().go("Yuki"), window().go("Peter", locale="fr")
    one.say("Who is at the station?")
    expect(other.message("Who is at the station?")).to_be_visible()
    other.menu("Who is at the station?", "👍")
    expect(one.message("Who is at the station?").get_by_role("button", name=re.compile("👍"))).to_be_visible()
    one.menu("Who is at the station?", "Delete")
    expect(other.messages("Who is at the station?")).to_have_count(0)


def test_a_restart_in_the_middle_loses_nothing_and_repeats_nothing(sandbox: Sandbox, window: Open) -> None:
    here = window().go("Yuki")
    here.say_and_see("Before the fall.")
    here.say(SCAM)
    sandbox.stop(signal.SIGKILL)
    here.page.wait_for_timeout(300)
    sandbox.start()
    again = window().go("Yuki")
    expect(again.message("Before the fall.")).to_be_visible()
    expect(again.latest).to_contain_text("took the message down")
    expect(again.latest.locator(".state-done")).not_to_have_count(0)
    again.page.get_by_role("link", name="Palabre").click()
    expect(again.messages("I am taking down your message")).to_have_count(1)


def test_four_weeks_are_drawn_and_stand_in_a_table(window: Open) -> None:
    here = window().go("Yuki")
    here.page.get_by_text(words("weeks"), exact=True).click()
    expect(here.panel.locator(".chart canvas")).to_be_visible()
    here.page.get_by_text(words("weeks-table"), exact=True).click()
    expect(here.panel.get_by_role("row")).to_have_count(29)


def test_a_picture_is_shown_and_any_other_file_is_handed_over(window: Open, tmp_path: Path) -> None:
    (tmp_path / "dot.png").write_bytes(base64.b64decode(_DOT))
    (tmp_path / "page.html").write_text("<script>window.caught = 1</script>")
    here = window().go("Yuki")
    for name in ("dot.png", "page.html"):
        here.page.locator("#file").set_input_files(tmp_path / name)
        here.say(f"Here is {name}.")
        expect(here.message(f"Here is {name}.")).to_be_visible()
    expect(here.message("Here is dot.png.").locator("img")).to_be_visible()
    with here.page.expect_download() as download:
        here.message("Here is page.html.").get_by_role("link", name="page.html").click()
    assert download.value.suggested_filename == "page.html"


def test_a_thread_has_a_page_of_its_own(window: Open) -> None:
    one, other = window().go("Yuki"), window().go("Peter")
    one.say_and_see("Shall we meet on Friday?")
    one.menu("Shall we meet on Friday?", "Reply in a thread")
    expect(one.page.get_by_role("heading", name="Thread")).to_be_visible()
    one.say_and_see("At the station, say.")
    other.message("Shall we meet on Friday?").get_by_role("link", name="One reply").click()
    expect(other.message("At the station, say.")).to_be_visible()
