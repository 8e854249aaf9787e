from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.forms import Opened, answers, modal, modal_id, opened_for, opened_of
from adapters.discord.words import Words
from bot.catalogue.declared import CATALOGUE
from bot.events import Cited
from bot.ids import AccountId, ChannelId, MessageId, SpaceId
from bot.locales import LOCALES, Locale, Translator
from bot.views import Address
from tests.wire.discord.server import components

WORDS = Words(Translator(strict=True))
SPACE = SpaceId("discord:1234567890123456789")
ADDRESSES: tuple[Address, Address] = ("tu", "vous")
FORMS = [one.form for one in CATALOGUE.forms]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", FORMS, ids=lambda one: str(one.id))
async def test_discord_takes_every_form(form: Any, locale: Locale) -> None:
    made = modal(form, opened_for(form.id), WORDS.into(locale), {})
    components.modal(made.to_dict())
    assert made.is_finished(), "discord.py would keep it"


@pytest.mark.parametrize("form", FORMS, ids=lambda one: str(one.id))
async def test_a_form_opens_before_anybody_knows_how_french_speaks_here(form: Any) -> None:
    tu, vous = (modal(form, opened_for(form.id), WORDS.into("fr", how), {}).to_dict() for how in ADDRESSES)
    assert tu == vous


@pytest.mark.parametrize("key", ["not-noted", "unknown", "ask-in-server"])
def test_so_do_the_answers_that_nobody_decides(key: str) -> None:
    tu, vous = (WORDS.into("fr", how).ui(key) for how in ADDRESSES)
    assert tu == vous


async def test_a_form_without_room_for_its_introduction_says_it_at_the_first_question() -> None:
    form = next(one for one in FORMS if one.id == "policy-new")
    for locale, begun in (("en", "It only watches at first."), ("fr", "Au début, elle ne fait que regarder.")):
        first = modal(form, opened_for(form.id), WORDS.into(locale), {}).to_dict()["components"][0]  # type: ignore[arg-type]
        assert first["description"].startswith(begun)


async def test_what_stands_in_a_form_at_first() -> None:
    team = next(one for one in FORMS if one.id == "setup-team")
    begun = {"managers_channel": f"{SPACE}/5", "profile": "large", "outside_contact": "Ada"}
    found = {
        one["custom_id"]: one
        for one in components.walk(modal(team, opened_for(team.id), WORDS, begun).to_dict()["components"])
        if "custom_id" in one
    }
    assert [(one["id"], one["type"]) for one in found["managers_channel"]["default_values"]] == [(5, "channel")]
    assert [one["value"] for one in found["profile"]["options"] if one.get("default")] == ["large"]
    assert found["outside_contact"]["value"] == "Ada"


def test_answers_come_back_as_the_core_reads_them() -> None:
    person = next(one for one in FORMS if one.id == "setup-person")
    sent: list[dict[str, Any]] = [
        {"type": 10},
        {"type": 18, "component": {"type": 6, "custom_id": "role", "values": ["7"]}},
        {"type": 18, "component": {"type": 5, "custom_id": "account", "values": []}},
        {"type": 18, "component": {"type": 3, "custom_id": "level", "values": ["helper"]}},
        {"type": 18, "component": {"type": 4, "custom_id": "stranger", "value": "x"}},
    ]
    assert answers(person, sent, SPACE) == (("role", f"{SPACE}/7"), ("account", ""), ("level", "helper"))


@given(
    st.sampled_from([one.id for one in FORMS]),
    st.text(max_size=20),
    st.none() | st.tuples(*[st.integers(1, 2**63).map(str)] * 2),
    st.none() | st.integers(1, 2**63),
)
def test_a_form_knows_what_it_is_about_after_a_restart(
    form: str, about: str, message: tuple[str, str] | None, guild: int | None
) -> None:
    one = Opened(form, about, message, guild)
    if len(form) + len(about) > 35:
        return
    assert opened_of(modal_id(one)) == one


def test_what_a_form_cites_has_our_ids() -> None:
    channel = ChannelId(f"{SPACE}/5")
    cited = Cited(message=MessageId(f"{channel}/6"), channel=channel, author=AccountId(f"{SPACE}/7"), text="x")
    assert opened_for("report", cited=cited).cites(SPACE) == (channel, cited.message)
    assert opened_for("report").cites(SPACE) is None
    assert opened_of("something else") is None


def test_a_form_that_cannot_say_what_it_is_about_is_not_opened() -> None:
    with pytest.raises(ValueError, match="report"):
        modal_id(Opened("report", "x" * 100))
