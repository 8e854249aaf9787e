"""A real browser, and a sandbox that was lived in once and is copied for each test."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.sandboxes import CHROMIUM, Sandbox, Window, open_window

_NAMES = ("chromium", "chromium-browser", "google-chrome")
expect.set_options(timeout=30_000)
Start = Callable[..., Sandbox]
Open = Callable[..., Window]


def _browser() -> str:
    named = os.environ.get("TEST_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)
    if named is None:
        if os.environ.get("TEST_BROWSER_REQUIRED") == "1":
            pytest.fail("no Chromium in PATH: install it, or name one with TEST_BROWSER")
        pytest.skip("no Chromium in PATH; TEST_BROWSER names another")
    return named


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = _browser()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sandbox that was opened once, from nothing, and closed again."""
    folder: Path = tmp_path_factory.mktemp("lived-in")
    sandbox = Sandbox(folder)
    sandbox.start()
    assert sandbox.stop() == 0, sandbox.said
    return folder


@pytest.fixture
def start(tmp_path: Path, lived_in: Path) -> Iterator[Start]:
    """Starts sandboxes; each ends with the test, and well."""
    started: list[Sandbox] = []

    def make(*options: str, empty: bool = False) -> Sandbox:
        folder = tmp_path / f"sandbox-{len(started)}"
        if empty:
            folder.mkdir()
        else:
            shutil.copytree(lived_in, folder)
        sandbox = Sandbox(folder, *options)
        started.append(sandbox)
        sandbox.start()
        return sandbox

    yield make
    for sandbox in started:
        _end(sandbox)


@pytest.fixture
def sandbox(start: Start) -> Sandbox:
    """One sandbox, lived in, at rest."""
    return start()


@pytest.fixture(scope="module")
def common(tmp_path_factory: pytest.TempPathFactory, lived_in: Path) -> Iterator[Sandbox]:
    """The same for all tests of a module, where none of them minds what the others wrote."""
    folder = tmp_path_factory.mktemp("common") / "sandbox"
    shutil.copytree(lived_in, folder)
    sandbox = Sandbox(folder)
    sandbox.start()
    yield sandbox
    _end(sandbox)


def _end(sandbox: Sandbox) -> None:
    if sandbox.running:
        assert sandbox.stop() == 0, sandbox.said
    assert "Traceback" not in sandbox.said


@pytest.fixture
def window(browser: Browser, sandbox: Sandbox) -> Iterator[Open]:
    """Opens windows into it; a page must come through a test without an error of its own."""
    opened: list[Window] = []

    def make(**look: object) -> Window:
        one = open_window(browser, lambda: sandbox.address, **look)  # type: ignore[arg-type]
        opened.append(one)
        return one

    yield make
    troubles = [trouble for one in opened for trouble in one.troubles]
    for one in opened:
        one.page.close()
    assert troubles == []
