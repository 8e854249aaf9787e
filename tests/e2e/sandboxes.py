"""A sandbox as people start it, in a process of its own, and windows into it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from bot.locales import Locale, Translator

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PEOPLE = {"Odile": "U0ODILE001", "Kwame": "U0KWAME001", "Solène": "U0SOLENE01", "Tomasz": "U0TOMASZ01",
          "Inès": "U0INES0001", "Basile": "U0BASILE01", "Yuki": "U0YUKI0001", "Peter": "U0PETER001"}  # fmt: skip
PLACES = {"general": "C0GENERAL1", "team": "C0TEAM0001", "hello": "C0HELLO001"}
SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"
_EXPECTED = ("ERR_", "status of 422", "sse:error", "htmx:error: Failed to fetch")
"""What a browser reports of a server that is away, and of a request that was refused with words."""
_ONLY_YOU = re.compile("Only visible to you|visible que par toi|par toi seulement")
_OPEN = re.compile(rb"http://127\.0\.0\.1:\d+")


def words(key: str, locale: Locale = "en", **arguments: str | int) -> str:
    """What the page says there, as its files have it."""
    return Translator(strict=True).say(f"web-{key}", arguments, locale)


class Sandbox:
    """`palabre demo` in a folder: started, stopped, killed, started again."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self.address = ""

    def start(self) -> None:
        """Wait until the page can be visited."""
        said = self.folder / "said.txt"
        environ = {name: value for name, value in os.environ.items() if not name.startswith("PALABRE_")}
        command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0", *self._options]
        with said.open("wb") as out:
            self._process = subprocess.Popen(
                command, cwd=self.folder, stdout=out, stderr=subprocess.STDOUT, env={**environ, "LC_ALL": "C.UTF-8"}
            )
        deadline = time.monotonic() + 45
        while not (found := _OPEN.search(said.read_bytes())):
            assert self._process.poll() is None, said.read_text()
            assert time.monotonic() < deadline, said.read_text()
            time.sleep(0.05)
        self.address = found[0].decode()

    def stop(self, sign: signal.Signals = signal.SIGINT) -> int:
        """End it, and say how it ended."""
        assert self._process is not None
        self._process.send_signal(sign)
        return self._process.wait(20)

    @property
    def said(self) -> str:
        """What it printed since it was last started."""
        return (self.folder / "said.txt").read_text()

    @property
    def running(self) -> bool:
        """Whether it was started and did not end."""
        return self._process is not None and self._process.poll() is None


class Window:
    """What one person sees, and does as people do: by roles and names, never by the page's inner workings."""

    def __init__(self, page: Page, address: Callable[[], str]) -> None:
        self.page = page
        self._address = address
        self.troubles: list[str] = []
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda line: self._heard(line.type, line.text))

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and not any(one in text for one in _EXPECTED):
            self.troubles.append(text)

    def go(self, person: str = "Basile", place: str = "general", locale: str = "en") -> "Window":
        """Be somebody, somewhere."""
        self.page.goto(f"{self._address()}/{locale}/{PEOPLE.get(person, person)}/{PLACES.get(place, place)}")
        return self

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.page.locator("#text")

    @property
    def log(self) -> Locator:
        """The messages of the channel."""
        return self.page.get_by_role("log")

    @property
    def panel(self) -> Locator:
        """What the bot saw."""
        return self.page.locator("#panel")

    @property
    def latest(self) -> Locator:
        """The latest thing that the bot saw and had something to say about."""
        return self.panel.locator(".sighting:not(.nothing)").first

    def message(self, words: str) -> Locator:
        """The last message, card included, that holds these words."""
        return self.messages(words).last

    def messages(self, words: str | re.Pattern[str]) -> Locator:
        """All messages that hold these words."""
        return self.page.locator("#log > li").filter(has_text=words)

    def say(self, words: str) -> None:
        """Write and send."""
        self.box.fill(words)
        self.box.press("Enter")
        expect(self.box).to_have_value("")

    def say_and_see(self, words: str) -> Locator:
        """Write, send, and find it among the messages."""
        self.say(words)
        said = self.message(words)
        expect(said).to_be_visible()
        return said

    def menu(self, words: str, entry: str) -> None:
        """Choose from a message's own menu."""
        shown = self.message(words)
        shown.hover()
        shown.get_by_role("button", name=re.compile("What can be done|Ce qu.on peut faire")).click()
        self.page.get_by_role("menuitem", name=entry).click()

    def command(self, words: str) -> Locator:
        """Ask the bot for something, and find the answer that only one person sees."""
        self.say(words)
        answer = self.messages(_ONLY_YOU).last
        expect(answer).to_be_visible()
        return answer

    def dialog(self, title: str) -> Locator:
        """The form that is open."""
        shown = self.page.get_by_role("dialog", name=title)
        expect(shown).to_be_visible()
        return shown


def open_window(
    browser: Browser, address: Callable[[], str], width: int = 1280, height: int = 860, scheme: str = "light"
) -> Window:
    """A window of its own, as if on a machine of its own."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page.set_default_timeout(10_000)
    return Window(page, address)
