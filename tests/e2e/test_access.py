"""For everybody: with the keyboard alone, with a screen reader, on a small screen, in the dark."""

import json
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open
from tests.e2e.sandboxes import SCAM, Sandbox

_AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
_SERIOUS = ("serious", "critical")


@pytest.fixture
def sandbox(common: Sandbox) -> Sandbox:
    return common


def faults(page: Page) -> list[str]:
    """What axe-core finds that keeps people out, as (rule: element)."""
    page.evaluate("Promise.allSettled(document.getAnimations().map(one => one.finished))")
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => JSON.stringify((await axe.run()).violations)")
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in json.loads(found)
        if one["impact"] in _SERIOUS
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(
    ("width", "scheme", "locale"),
    [(1280, "light", "en"), (1280, "dark", "fr"), (360, "light", "fr"), (360, "dark", "en")],
)
def test_axe_finds_nothing_serious(window: Open, width: int, scheme: str, locale: str) -> None:
    here = window(width=width, height=800, scheme=scheme).go("Odile", "team", locale)
    expect(here.log).to_contain_text("free-nitro.example")
    assert faults(here.page) == []
    here.box.fill("/")
    expect(here.page.get_by_role("listbox")).to_be_visible()
    assert faults(here.page) == []
    here.box.fill("/report")
    here.box.press("Escape")
    here.box.press("Enter")
    expect(here.page.get_by_role("dialog")).to_be_visible()
    assert faults(here.page) == []


def test_nothing_sticks_out_at_360_pixels(window: Open) -> None:
    here = window(width=360, height=740).go("Yuki")
    here.say(SCAM)
    for pane in ("Channels", "The bot", "Chat"):
        here.page.get_by_role("button", name=pane, exact=True).click()
        assert here.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_keyboard_alone_is_enough(window: Open) -> None:
    here = window().go("Peter")
    keys = here.page.keyboard
    expect(here.box).to_be_focused()
    keys.type("/hel")
    expect(here.page.get_by_role("option").first).to_contain_text("/help")
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(here.box).to_have_value("/help ")
    keys.press("Enter")
    expect(here.messages("Only visible to you").last).to_contain_text("/report")
    keys.type("Written without a mouse.")
    keys.press("Enter")
    expect(here.message("Written without a mouse.")).to_be_visible()
    here.page.get_by_role("log").focus()
    keys.press("ArrowUp")
    keys.press("Enter")
    menu = here.page.get_by_role("menu")
    expect(menu).to_be_visible()
    keys.press("Escape")
    expect(menu).to_be_hidden()


def test_every_stop_of_the_tab_key_can_be_seen_and_has_a_name(window: Open) -> None:
    here = window().go("Basile")
    here.page.locator("body").click(position={"x": 640, "y": 300})
    seen = set()
    for _ in range(60):
        here.page.keyboard.press("Tab")
        stop = here.page.evaluate(
            """() => { const at = document.activeElement, box = at.getBoundingClientRect();
                const name = at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent || '';
                return [at.tagName + '#' + at.id, box.width > 0 && box.height > 0, name.trim()] }"""
        )
        if stop[0].startswith("BODY"):
            continue
        assert stop[1], stop
        assert stop[2], stop
        seen.add(tuple(stop))
    assert len(seen) > 10


def test_people_who_want_no_motion_get_none(window: Open) -> None:
    here = window()
    here.page.emulate_media(reduced_motion="reduce")
    here.go("Yuki")
    here.say_and_see("Calm.")
    moving = here.page.evaluate("document.getAnimations().filter(one => one.playState === 'running').length")
    assert moving == 0
