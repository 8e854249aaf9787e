"""The page about disputes says what the table says."""

import subprocess
import sys
from pathlib import Path

from bot.cli.dispute_reference import filled
from bot.disputes.table import TABLE

ROOT = Path(__file__).parents[3]
PATH = ROOT / "docs" / "disputes.md"
PAGE = PATH.read_text(encoding="utf-8")


def test_the_made_parts_of_the_page_are_what_the_table_says() -> None:
    assert filled(PAGE) == PAGE, "run: python -m bot.cli.dispute_reference docs/disputes.md"


def test_the_page_has_every_state_every_way_and_a_diagram() -> None:
    diagram = PAGE.partition("```mermaid\n")[2].partition("```")[0]
    assert diagram.startswith("stateDiagram-v2\n    [*] --> open\n")
    for state, row in TABLE.items():
        assert f"| `{state}` |" in PAGE
        for to in row.silence:
            assert to == state or any(
                line.startswith(f"    {state} --> {to}: ") and ("silence" in line or "a fourth time" in line)
                for line in diagram.splitlines()
            )


def test_a_part_that_is_out_of_date_is_made_anew(tmp_path: Path) -> None:
    old = tmp_path / "disputes.md"
    old.write_text(PAGE.replace("| `voting` | being", "| `voting` | not being"), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "bot.cli.dispute_reference", str(old)], cwd=ROOT, check=True)
    assert old.read_text(encoding="utf-8") == PAGE
