"""What people may try to do to each other through the page, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Open

HOSTILE = {
    "a script": "<script>window.caught = 'script'</script> and <img src=x onerror=\"window.caught = 'image'\">",
    "a link": "javascript:window.caught='link' [here](javascript:window.caught='mark') data:text/html,<b>x</b>",
    "an attribute": "\" onmouseover=\"window.caught='attribute'\" '>",
    "a template": "{{ 7 * 7 }} ${window.caught='template'} {% raw %}",
    "swapped markup": '<div hx-get="/do/post" hx-swap-oob="true" id="log" hx-trigger="load">gone</div>',
}

_DANGEROUS = "script, img, [onmouseover], .text [hx-get], a[href^='javascript'], a[href^='data']"


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
