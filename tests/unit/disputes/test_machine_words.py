"""What is said to whoever is refused: every refusal has its words, and no word is never said."""

import ast
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.locales import LOCALES, Translator

BOT = Path(__file__).parents[3] / "bot"
MADE_BY = {"no": "machine-refused-", "_key": "machine-refused-", "Phrase": ""}
FORBIDDEN = ("case", "sanction", "strike", "respondent", "jury", "juror", "dismissed", "escalated", "panel")


def said() -> set[str]:
    """The keys that the rules of cases name."""
    folder, conflicts = BOT / "disputes", BOT / "measures" / "conflicts.py"
    found: set[str] = set()
    for path in (*(folder / "moving").glob("*.py"), conflicts, folder / "machine.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE_BY:
                named = [one.value for one in node.args[:1] if isinstance(one, ast.Constant)]
                found |= {MADE_BY[node.func.id] + one for one in named if isinstance(one, str)}
    return {key for key in found if key.startswith("machine-")}


def test_every_refusal_has_words_and_every_word_is_said() -> None:
    text = (BOT / "locales" / "en" / "machine.ftl").read_text(encoding="utf-8")
    known = {one.id.name for one in FluentParser().parse(text).body if isinstance(one, ftl.Message)}
    assert len(known) > 40
    assert said() - known == set()
    assert known - said() == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_no_refusal_speaks_the_language_of_a_court(locale: str) -> None:
    translator = Translator(strict=True)
    for key in said():
        for level in ("helper", "moderator", "senior", "owner"):
            for address in ("tu", "vous"):
                words = translator.say(key, {"level": level, "person": "Ada"}, locale, address)  # type: ignore[arg-type]
                assert not [one for one in FORBIDDEN if one in words.lower().split()], words
