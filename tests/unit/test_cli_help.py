"""`palabre --help`: quick, in both languages, and complete."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup

from bot.cli import helping
from bot.cli.exits import Exit
from bot.cli.program import program
from bot.cli.screen import clean, quoted
from bot.locales import LOCALES, Translator
from bot.views import Locale

SLOW = ("pydantic", "sqlalchemy", "structlog", "fluent", "babel", "alembic", "asyncio", "rich.markdown", "pygments")


def commands(command: TyperGroup) -> Iterator[TyperCommand | TyperGroup]:
    for inner in command.commands.values():
        assert isinstance(inner, TyperCommand | TyperGroup)
        yield inner
        if isinstance(inner, TyperGroup):
            yield from commands(inner)


def test_both_languages_explain_the_same_things() -> None:
    assert helping.words("en").keys() == helping.words("fr").keys()


@pytest.mark.parametrize("locale", LOCALES)
def test_help_reads_as_the_library_of_messages_would_read_it(locale: Locale) -> None:
    translator = Translator(strict=True)
    for key, words in helping.words(locale).items():
        assert translator.say(key, {}, locale) == words


@pytest.mark.parametrize("locale", LOCALES)
def test_every_command_and_every_setting_is_explained(locale: Locale) -> None:
    known = set(helping.words(locale).values())
    for command in commands(program(locale)):
        assert command.help in known
        assert all(param.help in known for param in command.params)  # type: ignore[attr-defined]


def test_no_explanation_is_left_over() -> None:
    folder = Path(helping.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    unused = [key for key in helping.words("en") if f'"{key}"' not in code and not key.startswith("help-exit-")]
    assert unused == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_numbers_that_commands_end_with_are_explained(locale: Locale, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        program(locale)(["--help"], prog_name="palabre")
    printed = capsys.readouterr().out
    assert ended.value.code == Exit.FINE
    known = helping.words(locale)
    for code in Exit:
        assert f"{code.value:>3}  {known[f'help-exit-{code.name.lower()}']}" in printed


def test_help_loads_nothing_that_is_slow() -> None:
    asked = f"import sys, bot.cli; print([name for name in {SLOW!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_words_from_a_chat_steer_no_terminal_and_keep_their_places() -> None:
    nasty = "a\x1b[31mred\u202egnp.exe\n[bold]b[/bold]\ud800"
    assert len(clean(nasty)) == len(nasty)
    assert not set("\x1b\u202e\n\ud800") & set(clean(nasty))
    assert "[bold]b[/bold]" in clean(nasty)
    assert clean("👩‍🌾 à l'été") == "👩‍🌾 à l'été"


def test_what_matched_is_shown_also_where_there_are_no_colours_and_in_the_middle_of_much_else() -> None:
    assert quoted("you total moron", [(10, 15)], marks=True).plain == "you total [moron]"
    long = "blah " * 100 + "moron" + " blah" * 100
    cut = quoted(long, [(500, 505)], most=100, marks=True).plain
    assert "[moron]" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
