import pytest

from adapters.slack.spelling import Spelling, aliases
from adapters.slack.words import Words
from bot.catalogue.declared import CATALOGUE
from bot.locales import Translator
from bot.views import Bilingual

HERE = Words(Translator(strict=True)).spelt_by(Spelling.of(CATALOGUE))


@pytest.mark.parametrize(
    ("said", "plain", "threaded"),
    [
        ("Use /report.", "Use /report.", "Use the shortcut “Report” in a message's menu."),
        (
            "Utilise /signaler ou /aide",
            "Utilise /signaler ou /palabre aide",
            "Utilise the shortcut “Report” in a message's menu ou @Palabre aide",
        ),
        (
            "(/policy show, /policy)",
            "(/palabre policy show, /palabre policy)",
            "(@Palabre policy show, @Palabre policy)",
        ),
        (
            "https://x.example/help and/or /helpers",
            "https://x.example/help and/or /helpers",
            "https://x.example/help and/or /helpers",
        ),
        ("/invite @Palabre", "/invite @Palabre", "/invite @Palabre"),
    ],
)
def test_commands_are_written_as_people_can_use_them(said: str, plain: str, threaded: str) -> None:
    assert HERE.plain(Bilingual(said, "")) == plain
    assert HERE.spelt_by(HERE.spelling.in_threads()).plain(Bilingual(said, "")) == threaded


def test_few_commands_have_a_word_of_their_own() -> None:
    names = ["/report", "/signaler", "/dispute", "/conflit", "/managers", "/contact"]
    assert [name for name, _ in aliases(CATALOGUE)] == names


def test_without_a_catalogue_nothing_is_changed() -> None:
    assert Words().plain(Bilingual("/help", "")) == "/help"
