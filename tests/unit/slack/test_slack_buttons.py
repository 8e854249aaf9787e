from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.buttons import action_id, begun_with, button_of, buttons_of, value
from bot.ids import SpaceId
from bot.views import Bilingual, Button

HERE = SpaceId("slack:T024BE7LD")


def button(name: str = "setup-team", **prefill: str) -> Button:
    return Button(id=name, label=Bilingual("", ""), prefill=tuple(prefill.items()))


@given(st.from_regex(r"[a-z-]{1,30}(:[a-z0-9/.:~-]{0,60})?", fullmatch=True), st.text(max_size=100))
def test_a_button_gives_back_what_it_was_given(name: str, begun: str) -> None:
    said = value(button(name, a=begun), HERE)
    assert button_of(said) == (HERE, name)
    kept = begin if (begin := begun_with(said)) is not None else {"a": begun}
    assert kept["a"] == begun.encode("utf-8", "replace").decode()


def test_ids_of_ours_are_written_as_slack_knows_them() -> None:
    said = value(button(channel=f"{HERE}/C8", words="x & y"), HERE)
    assert said == "T024BE7LD~setup-team?channel=C8&words=x%20%26%20y"
    assert begun_with(said) == {"channel": "C8", "words": "x & y"}


def test_what_is_too_long_is_missed_rather_than_lost() -> None:
    said = value(button(words="x" * 3000), HERE)
    assert len(said) < 100
    assert begun_with(said) is None
    assert begun_with("T1~resume") == {}


def test_buttons_of_others_are_left_alone() -> None:
    blocks: list[dict[str, Any]] = [
        {"type": "section", "accessory": {"type": "button", "value": "T1~resume:x"}},
        {"type": "actions", "elements": [{"type": "static_select"}, {"type": "button"}]},
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
    ]
    assert list(buttons_of(blocks)) == ["resume:x"]
    assert button_of("anything") == (None, "anything")
    assert len(action_id(button("x" * 300))) == 255
