"""What `docs/platforms.md` says is what adapters do."""

import ast
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from bot import events
from bot.app.platforms_page import BEYOND, EFFECTS, EVENTS, PLATFORMS, TELLS, page
from bot.effects import EVERY_KIND

ROOT = Path(__file__).parents[2]
ASKED = {one.__name__ for one in get_args(events.Asked)}
KINDS = {
    one.__name__: str(field.default)
    for one in get_args(events.Event)
    for field in fields(one)
    if field.name == "kind" and one.__name__ not in ASKED
}


def test_the_page_of_platforms_is_what_adapters_say() -> None:
    written = (ROOT / "docs" / "platforms.md").read_text(encoding="utf-8")
    assert page() == written, "run: python -m bot.app.platforms_page > docs/platforms.md"


def test_the_page_of_platforms_can_be_printed_from_the_shell() -> None:
    command = [sys.executable, "-m", "bot.app.platforms_page"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    assert printed.stdout == page()


def test_every_kind_of_effect_has_its_words_there() -> None:
    assert set(EFFECTS) == EVERY_KIND - BEYOND
    assert all(able <= EVERY_KIND for able in PLATFORMS.values())


@pytest.mark.parametrize(("name", "folder"), [("Sandbox", "web"), ("Discord", "discord"), ("Slack", "slack")])
def test_what_a_platform_is_said_to_tell_is_what_its_adapter_makes(name: str, folder: str) -> None:
    modules = (ROOT / "adapters" / folder).rglob("*.py")
    calls = (node for one in modules for node in ast.walk(ast.parse(one.read_text(encoding="utf-8"))))
    made = {node.func.id for node in calls if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert TELLS[name] == {KINDS[one] for one in made & set(KINDS)}
    assert TELLS[name] <= set(EVENTS)
