import ast
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.locales import LOCALES, Translator, default_locale, formats

BOT = Path(__file__).parents[2] / "bot"
FOLDER = BOT / "locales"
THIN = "\N{NARROW NO-BREAK SPACE}"
FILES = sorted(path.name for path in (FOLDER / "en").glob("*.ftl"))
ALWAYS = {"address"}
"""Arguments that every message is given, and that only some languages need."""


@cache
def entries(locale: str, name: str) -> dict[str, ftl.Message | ftl.Term]:
    resource = FluentParser().parse((FOLDER / locale / name).read_text(encoding="utf-8"))
    return {one.id.name: one for one in resource.body if isinstance(one, ftl.Message | ftl.Term)}


class Arguments(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)

    def visit_Attribute(self, node: ftl.Attribute) -> None:  # noqa: N802 - the library's name
        self.attributes.add(node.id.name)
        self.generic_visit(node)


def arguments(entry: ftl.Message | ftl.Term) -> tuple[set[str], set[str]]:
    visitor = Arguments()
    visitor.visit(entry)
    return visitor.names - ALWAYS, visitor.attributes


class Words(Visitor):
    """Every pattern as plain words, with one letter where something is filled in."""

    def __init__(self) -> None:
        self.patterns: list[str] = []

    def visit_Pattern(self, node: ftl.Pattern) -> None:  # noqa: N802 - the library's name
        parts = [one.value if isinstance(one, ftl.TextElement) else "X" for one in node.elements]
        self.patterns.append("".join(parts))
        self.generic_visit(node)


def untidy_french(words: str) -> list[str]:
    """Signs that lack their narrow no-break space; addresses and times of day need none."""
    found = re.findall(rf".?.?(?<![{THIN}!?;:])[!?;:](?=\s|$|[»*_)]).?", words)
    found += re.findall(rf"«(?!{THIN}).?|.?(?<!{THIN})»|\"", words)
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_the_same_files(locale: str) -> None:
    assert sorted(path.name for path in (FOLDER / locale).iterdir()) == FILES


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("locale", LOCALES)
def test_no_file_holds_anything_unreadable_or_twice(locale: str, name: str) -> None:
    body = FluentParser().parse((FOLDER / locale / name).read_text(encoding="utf-8")).body
    assert [one.content for one in body if isinstance(one, ftl.Junk)] == []
    names = [one.id.name for one in body if isinstance(one, ftl.Message | ftl.Term)]
    assert [one for one in names if names.count(one) > 1] == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_word_of_every_key_names_its_file(locale: str, name: str) -> None:
    messages = [key for key, entry in entries(locale, name).items() if isinstance(entry, ftl.Message)]
    assert [key for key in messages if key.partition("-")[0] != name.removesuffix(".ftl")] == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_language_has_the_same_messages_with_the_same_arguments(locale: str, name: str) -> None:
    ours = {key: arguments(one) for key, one in entries("en", name).items() if isinstance(one, ftl.Message)}
    theirs = {key: arguments(one) for key, one in entries(locale, name).items() if isinstance(one, ftl.Message)}
    assert theirs == ours


@pytest.mark.parametrize("name", FILES)
def test_french_has_its_narrow_spaces(name: str) -> None:
    untidy = {}
    for key, entry in entries("fr", name).items():
        words = Words()
        words.visit(entry)
        if found := [one for pattern in words.patterns for one in untidy_french(pattern)]:
            untidy[key] = found
    assert untidy == {}


def test_the_check_of_french_knows_right_from_wrong() -> None:
    assert untidy_french(f"Vraiment{THIN}? Voir https://a.b/c à 18:05 : non") == ["5 : "]
    assert untidy_french(f"«{THIN}X{THIN}»{THIN}; bien{THIN}!") == []
    assert len(untidy_french('« X » ; "bien"! *Non?*')) == 7


def constants(node: ast.expr) -> Iterator[str]:
    """The keys that stand in the code, also either side of a condition."""
    if isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)
    elif isinstance(node, ast.Constant):
        yield str(node.value)


def phrases() -> Iterator[tuple[Path, str]]:
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "Phrase":
                yield from ((path, key) for key in constants(node.args[0]))


def test_every_phrase_in_the_code_has_words() -> None:
    known = {key for name in FILES for key in entries("en", name)}
    assert [(str(path), key) for path, key in phrases() if key not in known] == []


def test_words_come_in_the_language_that_was_asked_for() -> None:
    translator = Translator(strict=True)
    path = {"path": "config.toml"}
    assert translator.say("cli-config-sound", path, "en") == "The settings in config.toml are sound."
    assert translator.say("cli-config-sound", path, "fr") == "Les réglages de config.toml sont bons."
    assert translator.say("cli-mistakes", {"number": 1}, "en") == "One thing needs your attention:"
    assert translator.say("cli-mistakes", {"number": 2}, "fr") == f"2 points à regarder{THIN}:"


def test_the_number_of_an_entry_is_a_name_and_no_amount() -> None:
    said = Translator(strict=True).say("road-quarantine-unknown", {"entry": 12345}, "en")
    assert said == "Nothing is set aside under number 12345."


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    for locale, text in (
        ("en", "odd-both = Both\nodd-english = English only\nodd-name = Hello { $name }\n"),
        ("fr", "odd-both = { $address ->\n    [vous] Vous\n   *[tu] Tu\n }\nodd-name = Bonjour { $nom }\n"),
    ):
        (tmp_path / locale).mkdir()
        (tmp_path / locale / "odd.ftl").write_text(text, encoding="utf-8")
    return tmp_path


def test_french_speaks_to_people_as_the_community_chose(strange: Path) -> None:
    translator = Translator(strange, strict=True)
    assert [translator.say("odd-both", {}, "fr", address) for address in ("tu", "vous")] == ["Tu", "Vous"]


def test_a_strict_translator_says_which_words_are_missing(strange: Path) -> None:
    translator = Translator(strange, strict=True)
    with pytest.raises(LookupError, match='no message "odd-english" in fr'):
        translator.say("odd-english", {}, "fr")
    with pytest.raises(LookupError, match=r'message "odd-name" in en: .*name'):
        translator.say("odd-name", {}, "en")
    with pytest.raises(LookupError, match='no message "nowhere-at-all" in en'):
        translator.say("nowhere-at-all", {}, "en")


def test_missing_words_fall_back_to_english_and_then_to_the_key(
    strange: Path, caplog: pytest.LogCaptureFixture
) -> None:
    translator = Translator(strange)
    with caplog.at_level(logging.WARNING):
        assert translator.say("odd-english", {}, "fr") == "English only"
        assert translator.say("odd-name", {"name": "Ada"}, "fr") == "Hello Ada"
        assert translator.say("odd-name", {}, "fr") == "[odd-name]"
        assert translator.say("nowhere", {}, "fr") == "[nowhere]"
    assert 'no message "odd-english" in fr' in caplog.text
    assert "Ada" not in caplog.text


def test_words_that_a_member_wrote_are_filled_in_as_they_are() -> None:
    translator = Translator(strict=True)
    assert "{ $path } \u2068x" in translator.say("cli-config-sound", {"path": "{ $path } \u2068x"}, "en")


@pytest.mark.parametrize(
    ("environ", "locale"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "fr-CA", "LC_ALL": ""}, "fr"),
        ({"LANG": "fro"}, "en"),
        ({"LANG": "fr.UTF-8"}, "fr"),
    ],
)
def test_the_language_of_the_shell_is_understood(environ: dict[str, str], locale: str) -> None:
    assert default_locale(environ) == locale


def test_dates_numbers_and_lengths_are_written_as_each_language_does() -> None:
    moment = datetime(2027, 3, 3, 23, 30, tzinfo=UTC)
    assert formats.date(moment, "en", "UTC") == "3 March 2027"
    assert formats.date_time(moment, "fr", "Europe/Paris") == "4 mars 2027 à 00:30"
    assert formats.date_time(moment, "en", "Europe/Paris") == "4 March 2027 at 00:30"
    assert [formats.number(12345.5, locale) for locale in LOCALES] == ["12,345.5", f"12{THIN}345,5"]
    assert [formats.percent(0.12, locale) for locale in LOCALES] == ["12%", f"12{THIN}%"]
    assert formats.enumeration(["a", "b", "c"], "fr") == "a, b et c"


@pytest.mark.parametrize(
    ("length", "english", "french"),
    [
        (timedelta(days=2, hours=3, minutes=4), "2 days and 3 hours", "2 jours et 3 heures"),
        (timedelta(minutes=1), "1 minute", "1 minute"),
        (timedelta(0), "0 seconds", "0 seconde"),
        (timedelta(hours=1, seconds=5), "1 hour and 5 seconds", "1 heure et 5 secondes"),
        (timedelta(seconds=-3), "0 seconds", "0 seconde"),
    ],
)
def test_a_length_of_time_is_told_by_its_two_largest_units(length: timedelta, english: str, french: str) -> None:
    said = [formats.duration(length, locale).replace("\N{NO-BREAK SPACE}", " ") for locale in LOCALES]
    assert said == [english, french]
