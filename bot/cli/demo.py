"""`palabre demo`: a small community to try everything in, in the browser; or its three weeks, told."""

import os
import sys
from typing import Annotated

import typer

from bot.cli.desk import Desk


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", help="help-demo")(demo)


def demo(  # noqa: PLR0913 - one for each option
    context: typer.Context,
    *,
    story: Annotated[bool, typer.Option("--story", help="help-demo-story")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="help-demo-fresh")] = False,
    port: Annotated[int, typer.Option(help="help-demo-port", min=0, max=65535)] = 8420,
    host: Annotated[str, typer.Option(help="help-demo-host")] = "127.0.0.1",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="help-demo-browser")] = True,
    time_lapse: Annotated[bool, typer.Option("--time-lapse", help="help-demo-time-lapse")] = False,
) -> None:
    """Open the sandbox, or tell the sample's story."""
    desk = Desk.of(context)
    desk.logs()
    if story:
        _tell(desk)
        return
    from bot.app import sandbox  # noqa: PLC0415

    def ready(address: str) -> None:
        _opened(desk, address, browser=browser)

    desk.tell("cli-demo-opening")
    wanted = sandbox.Wanted(host=host, port=port, fresh=fresh, time_lapse=time_lapse, locale=desk.locale, ready=ready)
    desk.run(sandbox.until_stopped(wanted))
    desk.tell("cli-demo-closed", folder=str(sandbox.FOLDER))


def _tell(desk: Desk) -> None:
    from bot.app import demo as sample  # noqa: PLC0415
    from bot.cli import story as storytelling  # noqa: PLC0415

    storytelling.tell(desk, desk.run(sample.live_through(desk.locale)))


def _opened(desk: Desk, address: str, *, browser: bool) -> None:
    import webbrowser  # noqa: PLC0415

    desk.tell("cli-demo-open", address=address, style="bold")
    desk.tell("cli-demo-stop")
    if browser and _has_a_screen():
        webbrowser.open(address)


def _has_a_screen() -> bool:
    """Whether there is anybody to see a window; a browser of the terminal's own would take the terminal."""
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
