"""What every command has at hand: the operator's language, the settings, and two places to write."""

import os
import shutil
import sys
from collections.abc import Coroutine
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.screen import clean, console, escaped
from bot.views import Locale

if TYPE_CHECKING:
    from bot.cli.answers import Shape
    from bot.config import Config
    from bot.locales import Translator
    from bot.views import Text as Words

Result = TypeVar("Result")


@dataclass
class Desk:
    """Made anew for every call of `palabre`."""

    locale: Locale
    config_path: Path | None = None
    verbose: bool = False
    out: Console = field(default_factory=console)
    err: Console = field(default_factory=lambda: console(stderr=True))

    @classmethod
    def of(cls, context: typer.Context) -> "Desk":
        """The desk of the call that is running."""
        desk = context.find_object(cls)
        assert desk is not None  # noqa: S101 - the program's own callback puts it there
        return desk

    @cached_property
    def translator(self) -> "Translator":
        """Reads messages when the first is asked for."""
        from bot.locales import Translator  # noqa: PLC0415

        return Translator()

    def say(self, key: str, **arguments: str | int) -> str:
        """The words of one message of `cli.ftl`; what is filled in is made harmless."""
        harmless = {name: clean(one) if isinstance(one, str) else one for name, one in arguments.items()}
        return self.translator.say(key, harmless, self.locale)

    def word(self, text: "Words") -> str:
        """The words of any text that people are shown."""
        from bot import wording  # noqa: PLC0415

        return clean(wording.say(text, self.locale, self.translator))

    def tell(self, key: str, *, style: str = "", **arguments: str | int) -> None:
        """Print a message to standard output."""
        self.out.print(Text(self.say(key, **arguments), style=style))

    def warn(self, key: str, *, style: str = "", **arguments: str | int) -> None:
        """Print a message to standard error."""
        self.err.print(Text(self.say(key, **arguments), style=style))

    def answer(self, shape: "Shape") -> None:
        """Print an answer for other programs, as JSON and nothing but JSON."""
        import json  # noqa: PLC0415

        told = json.dumps(shape.model_dump(mode="json", by_alias=True), indent=2, ensure_ascii=False)
        sys.stdout.write(escaped(told) + "\n")

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Wait for what the command is made of."""
        import asyncio  # noqa: PLC0415 - slow to load, and `--help` waits for nothing

        return asyncio.run(work)

    def config(self, *, fall_back: bool = False) -> "Config":
        """The settings, and the logs as they ask for them; `fall_back`: those of the last good start, if need be.

        Raises Complaints.
        """
        from bot import config  # noqa: PLC0415

        loaded = config.load(self.config_path, os.environ, fall_back=fall_back)
        self.logs(loaded.settings.logging.format)
        return loaded

    def logs(self, form: str = "console") -> None:
        """Let libraries and the road speak only of trouble, unless everything was asked for."""
        from bot import logs  # noqa: PLC0415

        logs.configure("debug" if self.verbose else "warning", "json" if form == "json" else "console", sys.stderr)

    def live_logs(self, level: str, form: str) -> None:
        """Let everything speak that the settings want to hear: nobody watches the screen of a program that runs on."""
        from bot import logs  # noqa: PLC0415

        logs.configure("debug" if self.verbose else level, "json" if form == "json" else "console", sys.stderr)

    @property
    def plain(self) -> bool:
        """Whether colours are lost on what is printed."""
        return self.out.no_color or not self.out.is_terminal

    @property
    def program(self) -> str:
        """How this program was called, so that the next step can be copied as it stands."""
        called = Path(sys.argv[0])
        if called.name == "__main__.py":
            return f"{Path(sys.executable).name} -m bot"
        if called.stem != "palabre" or shutil.which("palabre"):
            return "palabre"
        here = Path.cwd()
        return str(called.relative_to(here) if called.is_absolute() and called.is_relative_to(here) else called)

    @property
    def program_here(self) -> str:
        """The same, with the settings that were named."""
        return self.program if self.config_path is None else f"{self.program} --config {clean(str(self.config_path))}"
