"""Everything that can be asked has words, short enough for every platform, and a page that lists it."""

import dataclasses
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.declared import CATALOGUE
from bot.catalogue.entries import CommandEntry
from bot.cli.command_reference import page
from bot.locales import LOCALES, Translator
from bot.views import Bilingual, Locale, Phrase, Text
from bot.wording import say

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
STRICT = Translator(strict=True)
_NAMED = re.compile(r"(?<![\w/.{}>-])/([a-zà-ÿ]+)((?: [a-zà-ÿ-]+)?)")
_OF_PLATFORMS = {"palabre", "invite"}
"""Slack's own commands: the one that all of the bot's begin with there, and the one that lets it in."""


def phrases(one: Any) -> Iterator[Phrase]:
    if isinstance(one, Phrase):
        yield one
    elif isinstance(one, tuple):
        for part in one:
            yield from phrases(part)
    elif dataclasses.is_dataclass(one):
        for field in dataclasses.fields(one):
            yield from phrases(getattr(one, field.name))


def spoken(text: Text) -> list[str]:
    return [say(text, locale, STRICT, address) for locale in LOCALES for address in ("tu", "vous")]


def test_every_phrase_of_the_catalogue_has_words_in_both_languages() -> None:
    found = list(phrases(CATALOGUE))
    assert len(found) > 80
    assert all(words.strip() for phrase in found for words in spoken(phrase))


def test_no_words_of_the_catalogue_are_left_over() -> None:
    used = {phrase.key for phrase in phrases(CATALOGUE)}
    lines = (ROOT / "bot" / "locales" / "en" / "catalogue.ftl").read_text(encoding="utf-8").splitlines()
    assert {line.partition(" = ")[0].removesuffix(" =") for line in lines if line.startswith("catalogue-")} == used


@pytest.mark.parametrize("locale", LOCALES)
def test_every_command_that_any_words_name_is_one(locale: Locale) -> None:
    known = {one.name.say(locale) for one in CATALOGUE.commands} | _OF_PLATFORMS
    unknown = []
    for path in sorted((ROOT / "bot" / "locales" / locale).glob("*.ftl")):
        for first, rest in _NAMED.findall(path.read_text(encoding="utf-8")):
            if first not in known and f"{first}{rest}" not in known:
                unknown.append(f"{path.name}: /{first}{rest}")
    assert not unknown


@pytest.mark.parametrize("text", [one.help for one in CATALOGUE.commands], ids=lambda text: text.key)
def test_what_a_command_does_fits_into_a_hundred_characters(text: Text) -> None:
    assert max(map(len, spoken(text))) <= 100


def test_parameters_choices_titles_and_questions_are_short_enough_for_every_platform() -> None:
    parameters = [one for command in CATALOGUE.commands for one in command.parameters]
    forms = [entry.form for entry in CATALOGUE.forms]
    questions = [question for form in forms for question in form.questions]
    hundred: list[Text] = [one.label for one in parameters] + [one.hint for one in questions if one.hint]
    hundred += [label for one in parameters for _, label in one.choices]
    hundred += [label for question in questions for _, label in question.choices]
    twenty_four: list[Text] = [form.title for form in forms] + [form.submit for form in forms if form.submit]
    twenty_four += [one.label for one in CATALOGUE.menus]
    for texts, most in ((hundred, 100), ([one.label for one in questions], 45), (twenty_four, 24)):
        assert [words for text in texts for words in spoken(text) if len(words) > most] == []


def test_a_form_has_five_questions_at_most_and_no_id_twice() -> None:
    for entry in CATALOGUE.forms:
        ids = [question.id for question in entry.form.questions]
        assert 1 <= len(ids) <= 5
        assert len(set(ids)) == len(ids)


def test_whoever_may_open_a_form_may_send_it() -> None:
    opening = [(one.form, one.level) for one in CATALOGUE.commands]
    opening += [(one.form, one.level) for one in CATALOGUE.menus] + [(one.form, one.level) for one in CATALOGUE.actions]
    for name, level in opening:
        if name is not None:
            form = CATALOGUE.form(name)
            assert form is not None
            assert form.level <= level


def test_two_commands_cannot_be_written_alike() -> None:
    one = CommandEntry(id="a", name=Bilingual("a", "b"), help=Phrase("x"))
    other = CommandEntry(id="b", name=Bilingual("c", "d"), help=Phrase("x"))
    with pytest.raises(ValueError, match="two entries are called command b"):
        Catalogue((one, other), (), (), ())


def test_the_page_of_commands_is_what_the_catalogue_says() -> None:
    assert page() == PAGE, "run: python -m bot.cli.command_reference > docs/commands.md"


def test_the_page_of_commands_can_be_printed_from_the_shell() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "bot.cli.command_reference"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    assert printed.stdout == PAGE


def test_the_page_names_every_command_in_both_spellings_every_button_and_every_form() -> None:
    for command in CATALOGUE.commands:
        assert f"| `/{command.name.en}` | `/{command.name.fr}` |" in PAGE
    assert [one.id for one in CATALOGUE.actions if f"| `{one.id}` |" not in PAGE] == []
    assert [one.id for one in CATALOGUE.forms if f"### {one.id}\n" not in PAGE] == []
