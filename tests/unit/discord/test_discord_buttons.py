import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.buttons import Begun, button_of, custom_id
from bot.views import Bilingual, Button

GUILD = 1234567890123456789
LABEL = Bilingual("x", "x")
PREFILL = st.lists(st.tuples(st.sampled_from(["locale", "a_b"]), st.text(min_size=1, max_size=250)), max_size=3)


@given(st.from_regex(r"[a-z-]{1,20}(:[A-Za-z0-9*/_-]{0,40})?", fullmatch=True), PREFILL, st.none() | st.just(GUILD))
def test_an_id_says_all_that_a_button_is_about(name: str, prefill: list[tuple[str, str]], guild: int | None) -> None:
    button = Button(id=name, label=LABEL, prefill=tuple(dict(prefill).items()))
    begun = Begun()
    begun.note(button)
    said = custom_id(button, guild)
    assert len(said) <= 100
    assert button_of(said) == (guild, name)
    if not any("\ud800" <= sign <= "\udfff" for _, value in prefill for sign in value):
        assert begun.of(said) == dict(prefill)


def test_short_answers_need_no_memory() -> None:
    button = Button(
        id="setup-team", label=LABEL, prefill=(("managers_channel", f"discord:{GUILD}/5"), ("profile", "large"))
    )
    said = custom_id(button, GUILD)
    assert said == f"{GUILD}~setup-team?managers_channel=5&profile=large"
    assert Begun().of(said) == {"managers_channel": "5", "profile": "large"}


def test_answers_that_are_forgotten_are_not_taken_for_empty() -> None:
    button = Button(id="setup-team", label=LABEL, prefill=(("outside_contact", "a" * 150),))
    assert Begun().of(custom_id(button)) is None
    assert Begun().of("incident-undo:i1") == {}


@pytest.mark.parametrize(
    ("said", "told"), [("a", (None, "a")), ("12~a:b", (12, "a:b")), ("x~a", (None, "x~a")), ("", (None, ""))]
)
def test_ids_of_any_shape_are_read(said: str, told: tuple[int | None, str]) -> None:
    assert button_of(said) == told


def test_an_id_too_long_for_the_server_stays_itself() -> None:
    name = "incident-undo:" + "x" * 80
    assert custom_id(Button(id=name, label=LABEL), GUILD) == name
