"""The page of all settings says what the program does."""

import subprocess
import sys
from pathlib import Path

from bot.policy.kind import Kind
from bot.policy.reference import reference
from bot.policy.then import Then
from bot.policy.when import When

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "policies-reference.md").read_text(encoding="utf-8")


def test_the_page_is_what_the_program_says_of_itself() -> None:
    assert reference() == PAGE, "run: python -m bot.policy.reference > docs/policies-reference.md"


def test_it_can_be_printed_from_the_shell() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "bot.policy.reference"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    assert printed.stdout == PAGE


def test_every_condition_and_every_measure_stands_in_it() -> None:
    conditions = [name for name in When.model_fields if name not in ("all", "any", "none")]
    assert [name for name in conditions if f"### `{name}`\n" not in PAGE] == []
    assert [name for name in Then.model_fields if f"| `{name}` |" not in PAGE] == []


def test_errors_stand_beside_what_they_are_about() -> None:
    part = PAGE.partition("### `mentions`\n")[2].partition("### ")[0]
    assert "mentions says nothing" in part
    assert "It refuses:" in part


def test_every_condition_says_what_it_is_for() -> None:
    kinds = [one for one in Kind.__subclasses__() if one.__module__.startswith("bot.")]
    assert kinds
    assert [one for one in kinds if not one.__doc__] == []
