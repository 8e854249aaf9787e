import pytest

from adapters.slack import forms
from adapters.slack.forms import Opened, answers, metadata, mistakes, modal, opened_of
from adapters.slack.words import Words
from bot.catalogue.declared import CATALOGUE
from bot.catalogue.entries import FormEntry
from bot.ids import SpaceId
from bot.locales import Translator
from bot.views import Bilingual, Form, Question
from tests.wire.slack.server import blocks

HERE = SpaceId("slack:T1")
WORDS = Words(Translator(strict=True))
ROLES = [("owner", "the owners"), ("S1", "@mods")]


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("entry", CATALOGUE.forms, ids=[one.id for one in CATALOGUE.forms])
def test_slack_takes_every_form_and_nothing_of_it_is_cut(entry: FormEntry, locale: str) -> None:
    made = modal(entry.form, Opened(form=entry.id, space=HERE), WORDS.into(locale), {}, ROLES)  # type: ignore[arg-type]
    blocks.view(made)
    labels = [made["title"], made["submit"], *(one["label"] for one in made["blocks"] if "label" in one)]
    options = [option["text"] for one in made["blocks"] for option in one.get("element", {}).get("options", ())]
    assert [one["text"] for one in [*labels, *options] if one["text"].endswith("…")] == []


def test_a_modal_bears_all_that_it_is_about() -> None:
    one = Opened(form="report", space=HERE, about="x|y", message=("C1", "1.2"), channel="C1", thread="1.1")
    assert opened_of(metadata(one)) == one
    assert one.cites() == ("slack:T1/C1", "slack:T1/C1/1.2")
    assert opened_of(metadata(Opened(form="report", space=HERE))) == Opened(form="report", space=HERE)
    for other in ("", "{}", "[]", "null", '{"form":"x","space":"y","about":"","message":3,"channel":"","thread":""}'):
        assert opened_of(other) is None


@pytest.mark.parametrize("space", ['["slack:T1"]', "null", '"discord:1"', '"T1"'])
def test_a_modal_is_about_a_workspace(space: str) -> None:
    assert opened_of(metadata(Opened(form="report", space=HERE)).replace(f'"{HERE}"', space)) is None


def test_a_modal_that_cannot_bear_it_is_not_made() -> None:
    with pytest.raises(ValueError, match="cannot say what it is about"):
        metadata(Opened(form="report", space=HERE, about="x" * 3000))


def question(**over: object) -> Question:
    return Question(id="q", label=Bilingual("Q", "Q"), **over)  # type: ignore[arg-type]


def element(one: Question, value: str = "") -> dict[str, object]:
    form = Form(id="f", title=Bilingual("F", "F"), questions=(one,))
    made = modal(form, Opened(form="f", space=HERE), WORDS, {"q": value} if value else {}, ROLES)
    blocks.view(made)
    found: dict[str, object] = made["blocks"][0]["element"]
    return found


def test_a_few_choices_are_seen_at_once_and_many_are_a_list() -> None:
    many = tuple((str(number), Bilingual(f"{number}", "")) for number in range(6))
    assert element(question(kind="choice", choices=many[:5]))["type"] == "radio_buttons"
    assert element(question(kind="choice", choices=many))["type"] == "static_select"
    assert element(question(kind="choice", choices=many[:2], required=False))["type"] == "static_select"
    assert element(question(kind="role", required=False), "slack:T1/S1")["initial_option"] == {
        "text": {"type": "plain_text", "text": "@mods", "emoji": True},
        "value": "S1",
    }


def test_what_stands_there_at_first_fits() -> None:
    assert element(question(most=5), "x" * 9)["initial_value"] == "xxxxx"
    assert element(question(most=9000, kind="paragraph"))["max_length"] == 3000
    assert element(question(kind="account"), "slack:T1/U1")["initial_user"] == "U1"


def test_answers_are_read_and_looked_at() -> None:
    form = Form(id="f", title=Bilingual("", ""), questions=(question(most=3),))
    assert answers(form, {"q": {"q": {"type": "plain_text_input", "value": None}}}, HERE) == (("q", ""),)
    assert answers(form, {}, HERE) == ()
    assert mistakes(form, (("q", ""),), WORDS) == {"q": "Please answer this one."}
    assert mistakes(form, (("q", "long"),), WORDS) == {"q": "At most 3 characters, please; these are 4."}
    assert mistakes(form, (("q", "yes"),), WORDS) == {}
    assert forms.CALLBACK == "form:"
