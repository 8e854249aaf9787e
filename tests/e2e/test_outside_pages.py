"""The pages outside any platform, in a real browser: they look well, need no script, and keep nobody out."""

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.ports import Standing
from tests.e2e.test_access import faults
from tests.wire.outside.keeping import House

_SMALLEST = 15_000
"""In bytes: a page without its letters is smaller."""
Visit = Callable[..., Page]


@pytest.fixture
def house() -> Iterator[House]:
    """The pages, served beside the browser."""
    opened, ready, over = House(), threading.Event(), threading.Event()

    async def serve() -> None:
        async with opened.open():
            ready.set()
            await asyncio.to_thread(over.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(20)
    yield opened
    over.set()
    thread.join(20)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens pages without scripts; the browser must find nothing wrong with them."""
    opened, troubles = [], []

    def make(address: str, *, width: int = 900, scheme: str = "light", scripts: bool = False) -> Page:
        page = browser.new_page(
            viewport={"width": width, "height": 860},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
        )
        page.set_default_timeout(10_000)
        page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
        opened.append(page)
        page.goto(address)
        return page

    yield make
    for page in opened:
        page.close()
    assert troubles == []


def taken(page: Page, folder: Path, name: str) -> None:
    kept = Path(os.environ.get("OUTSIDE_PICTURES", folder)) / name
    page.screenshot(path=kept, animations="disabled", caret="hide", full_page=True)
    assert kept.stat().st_size > _SMALLEST


def test_an_appeal_is_written_without_any_script(house: House, visit: Visit, tmp_path: Path) -> None:
    page = visit(house.address())
    expect(page.get_by_role("heading", level=1)).to_have_text("Ask for a fresh look")
    taken(page, tmp_path, "appeal.png")
    page.get_by_label("What should they know?").fill("It was <b>not</b> me.")
    page.get_by_role("button", name="Ask for a fresh look").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your words have arrived")
    expect(page.get_by_text("Your situation stands:")).to_be_visible()
    assert [one.text for one in house.heard] == ["It was <b>not</b> me."]
    taken(page, tmp_path, "appealed.png")


def test_an_answer_is_chosen_and_written(house: House, visit: Visit, tmp_path: Path) -> None:
    house.stands = Standing(word="decided", open=True, choices=("uphold", "overturn"))
    page = visit(house.address("answer", locale="fr", address="vous"), scheme="dark")
    page.get_by_label("C'était une erreur, elle doit être levée").check()
    page.get_by_label("Que faudrait-il faire").fill("Levez-la.")
    taken(page, tmp_path, "answer.png")
    page.get_by_role("button", name="Envoyer la réponse").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Merci, votre réponse est arrivée")
    assert [(one.choice, one.text) for one in house.heard] == [("overturn", "Levez-la.")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_nobody_is_kept_out(house: House, visit: Visit, scheme: str, width: int) -> None:
    house.stands = Standing(word="decided", open=True, choices=("nothing", "measure"))
    for purpose in ("appeal", "answer"):
        page = visit(house.address(purpose, locale="fr"), width=width, scheme=scheme, scripts=True)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    house.stands = Standing(word="finished", used=True, result="uphold", reasons="x" * 400)
    page = visit(house.address(), width=width, scheme=scheme, scripts=True)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
