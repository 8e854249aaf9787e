from pathlib import Path

import pytest

from adapters.web.command_line import CommandLine, Mistake, Opens, Use
from bot.catalogue.declared import CATALOGUE
from tests.unit.web.worlds import ADA, BOB, ink, peopled

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    english = ink(peopled(tmp_path))
    return CommandLine(CATALOGUE, english.directory, english)


@pytest.mark.parametrize(
    ("typed", "command", "arguments"),
    [
        ("/help", "help", ()),
        ("/AIDE", "help", ()),
        ("/help policy list", "help", (("command", "policy list"),)),
        ("/policy show starter/scams", "policy show", (("policy", "starter/scams"),)),
        ("  /règles voir  starter/scams ", "policy show", (("policy", "starter/scams"),)),
        ("/regles voir starter/scams", "policy show", (("policy", "starter/scams"),)),
        ("/policy explain espèce  de c o n", "policy explain", (("text", "espèce  de c o n"),)),
        ("/report @Ada ads  everywhere", "report", (("account", ADA), ("reason", "ads  everywhere"))),
        ("/report bob ross is rude", "report", (("account", BOB), ("reason", "is rude"))),
        ("/language français", "language", (("language", "fr"),)),
        ("/langue FRANCAIS", "language", (("language", "fr"),)),
        ("/language en", "language", (("language", "en"),)),
        ("/away 3 days @Ada", "away", (("until", "3 days"), ("deputy", ADA))),
        ("/absence  2 semaines", "away", (("until", "2 semaines"),)),
        ("/pause", "pause", ()),
    ],
)
def test_commands_are_understood_in_both_languages(
    line: CommandLine, typed: str, command: str, arguments: tuple[tuple[str, str], ...]
) -> None:
    entry = CATALOGUE.command(command)
    assert entry is not None
    assert line.read(typed) == Use(entry, arguments)


@pytest.mark.parametrize(
    ("typed", "form", "given"),
    [
        ("/report", "report", ()),
        ("/signaler @Ada", "report", (("account", ADA),)),
        ("/privacy forget", "privacy-forget", ()),
        ("/données oublier", "privacy-forget", ()),
    ],
)
def test_what_is_missing_is_asked_for_in_a_form(
    line: CommandLine, typed: str, form: str, given: tuple[tuple[str, str], ...]
) -> None:
    understood = line.read(typed)
    assert isinstance(understood, Opens)
    assert (understood.form, understood.given) == (form, given)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/polcy list", "Did you mean /policy list?"),
        ("/helpp", "Did you mean /help?"),
        ("/policy", "Did you mean /policy"),
        ("/", "Type / to see what there is."),
        ("/frobnicate", "There is no command /frobnicate."),
        ("/policy show", "/policy show needs one more thing"),
        ("/settings please", "does not know what to do with “please”"),
        ("/report @Adda rude", "Nobody here is called @Adda. Did you mean Ada?"),
        ("/language klingon", "klingon is none of these: en, fr, auto"),
    ],
)
def test_mistakes_are_told_with_what_was_meant(line: CommandLine, typed: str, said: str) -> None:
    with pytest.raises(Mistake) as error:
        line.read(typed)
    assert said in str(error.value)
