"""What people may try to do to each other through the page, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from adapters.web import limits
from tests.e2e.conftest import Open
from tests.e2e.sandboxes import Sandbox, Window, words

HOSTILE = {
    "a script": "<script>window.caught = 'script'</script> and <img src=x onerror=\"window.caught = 'image'\">",
    "a link": "javascript:window.caught='link' [here](javascript:window.caught='mark') data:text/html,<b>x</b>",
    "an attribute": "\" onmouseover=\"window.caught='attribute'\" '>",
    "a template": "{{ 7 * 7 }} ${window.caught='template'} {% raw %}",
    "swapped markup": '<div hx-get="/do/post" hx-swap-oob="true" id="log" hx-trigger="load">gone</div>',
}

_DANGEROUS = "script, img, [onmouseover], .text [hx-get], a[href^='javascript'], a[href^='data']"


@pytest.fixture
def sandbox(common: Sandbox) -> Sandbox:
    return common


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_words_stay_words(window: Open, words: str) -> None:
    other, here = window().go("Peter"), window().go("Yuki")
    here.say(words)
    for one in (here, other):
        shown = one.message(words[:12])
        expect(shown).to_be_visible()
        assert shown.locator(_DANGEROUS).count() == 0
        assert one.page.evaluate("window.caught") is None
        expect(one.log).to_be_visible()


def test_reversed_letters_are_shown_for_what_they_are(window: Open) -> None:
    here = window().go("Yuki")
    here.say("gpj.\u202eexe.safe")
    shown = here.message("exe.safe")
    expect(shown).to_contain_text("gpj.")
    assert "\u202e" not in shown.inner_text()


def test_a_hundred_thousand_letters_are_refused_with_words_and_kept_in_the_box(window: Open) -> None:
    here = window().go("Yuki")
    here.box.fill("a" * 100_000)
    here.box.press("Enter")
    expect(here.page.locator("#said")).to_contain_text("4,000")
    assert len(here.box.input_value()) == 100_000


def test_as_many_emoji_as_fit_are_shown_and_ten_thousand_refused(window: Open) -> None:
    here = window().go("Yuki")
    here.box.fill("🎉" * 10_000)
    here.box.press("Enter")
    expect(here.page.locator("#said")).to_contain_text("10,000")
    here.say("🎉" * 2_000)
    expect(here.message("🎉🎉🎉")).to_be_visible()


def test_a_file_that_is_too_big_is_refused_before_it_is_sent(window: Open, tmp_path: Path) -> None:
    (tmp_path / "film.mov").write_bytes(b"\0" * (limits.BODY + 1))
    (tmp_path / "note.txt").write_text("small")
    here = window().go("Yuki")
    here.page.locator("#file").set_input_files(tmp_path / "film.mov")
    expect(here.page.locator("#said")).to_contain_text("too big")
    here.page.locator("#file").set_input_files(tmp_path / "note.txt")
    expect(here.page.locator("#said")).to_be_empty()
    here.say("Here it is.")
    expect(here.message("Here it is.").get_by_role("link", name="note.txt")).to_be_visible()


def test_what_could_not_be_sent_is_told_and_kept(window: Open) -> None:
    here = window().go("Yuki")
    here.page.route("**/do/post", lambda route: route.fulfill(status=422, content_type="text/plain", body="no"))
    here.box.fill("Do not lose me.")
    here.box.press("Enter")
    expect(here.page.locator("#said")).to_have_text(words("failed"))
    expect(here.box).to_have_value("Do not lose me.")
    here.page.unroute("**/do/post")
    form = _report(here)
    here.page.route("**/do/submit", lambda route: route.abort())
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("alert")).to_have_text(words("failed"))


def _report(here: Window) -> Locator:
    """The form of a report, ready to be sent."""
    here.box.fill("/report")
    here.box.press("Escape")
    here.box.press("Enter")
    form = here.dialog("Tell the team")
    form.get_by_label("What is it?").select_option("hurt")
    return form


def test_a_name_is_put_in_where_it_was_begun_also_after_emoji(window: Open) -> None:
    here = window().go("Yuki")
    here.box.fill("🎉🎉🎉 thanks @Pet")
    here.box.press("End")
    here.box.dispatch_event("input")
    expect(here.page.get_by_role("option", name="@Peter")).to_be_visible()
    here.box.press("Tab")
    expect(here.box).to_have_value("🎉🎉🎉 thanks @Peter ")


def test_a_command_is_gone_from_the_box_once_its_form_is_sent(window: Open) -> None:
    here = window().go("Yuki")
    form = _report(here)
    form.get_by_role("button", name="Cancel").click()
    expect(here.box).to_have_value("/report")
    _report(here).get_by_role("button", name="Send").click()
    expect(form).to_be_hidden()
    expect(here.box).to_have_value("")
