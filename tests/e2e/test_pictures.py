"""The pictures of the README, taken as a visitor sees the page; `make pictures` keeps them."""

import os
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.sandboxes import SCAM, words

_SIZE = {"width": 1280, "height": 800}
_SMALLEST = 40_000
"""In bytes: a page without its letters is smaller."""


def _taken(window: object, folder: Path, name: str) -> None:
    kept = Path(os.environ.get("PICTURES", folder)) / name
    window.page.screenshot(path=kept, animations="disabled", caret="hide")  # type: ignore[attr-defined]
    assert kept.stat().st_size > _SMALLEST


def test_a_picture_of_a_decision_with_its_reason(window: Open, tmp_path: Path) -> None:
    here = window(**_SIZE).go("Yuki")
    here.page.get_by_role("button", name=words("try-scam")).click()
    expect(here.box).to_have_value(SCAM)
    here.box.press("Enter")
    expect(here.latest).to_contain_text("wrote in")
    here.page.get_by_role("link", name="Palabre").click()
    expect(here.message("I am taking down your message")).to_be_visible()
    expect(here.latest.locator(".state-pending")).to_have_count(0)
    _taken(here, tmp_path, "decision.png")


def test_a_picture_of_the_team_with_the_way_to_undo(window: Open, tmp_path: Path) -> None:
    here = window(scheme="dark", **_SIZE).go("Kwame", "team")
    member = window().go("Yuki", "hello")
    member.say_and_see("you are a fucking idiot, Peter")
    expect(here.message("fucking idiot").get_by_role("button", name="Wrong: undo")).to_be_visible()
    expect(here.latest.locator(".state-pending")).to_have_count(0)
    _taken(here, tmp_path, "team.png")
