"""The condition `when_cel`: checked when it is read, and never more than a narrowing of other conditions."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Complaints
from bot.events import Attachment
from bot.ids import AccountId
from bot.policy.kind import Match, Unknown
from tests.unit.policy.knowing import holds, say
from tests.unit.policy.packs import NOW, account, activity, edited, pack, policy, posted

pytest.importorskip("cel", reason='the extra "cel" is not installed')


def narrowed(expression: str) -> str:
    return f"{{ links = {{}}, when_cel = '{expression}' }}"


LINK = posted("see https://a.example")


def test_figures_and_circumstances_can_be_combined_freely() -> None:
    assert holds(narrowed("length > 20 && mentions == 0"), LINK)
    assert not holds(narrowed("length > 21 || mentions > 0"), LINK)
    assert holds(narrowed('links.exists(host, host.endsWith(".example"))'), LINK)
    assert holds(narrowed("mentions > 1"), replace(LINK, mentions=(AccountId("a"), AccountId("b"))))
    assert holds(narrowed('attachments == ["a.zip"]'), replace(LINK, attachments=(Attachment(name="a.zip"),)))
    assert holds(narrowed("edited"), edited("see https://a.example"))
    assert holds(narrowed("lines == 2"), posted("see\nhttps://a.example"))


def test_what_is_not_known_stays_unknown() -> None:
    young = narrowed("account_days < 2.0 || messages < 3")
    assert say(young, LINK) == Unknown(("account days", "messages"))
    known = replace(account(), created_at=NOW - timedelta(days=1))
    assert isinstance(say(young, LINK, account=known, activity=activity()), Match)


def test_what_cannot_be_worked_out_for_one_message_does_not_hold() -> None:
    assert not holds('{ words = { any = ["cat"] }, when_cel = \'links[0] == "a.example"\' }', posted("a cat"))


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("lenght > 3", 'cannot see "lenght"; did you mean "length"'),
        ('text.contains("brand")', 'cannot see "text"'),
        ("length >", "no expression in CEL"),
        ("length + 1", "must be true or false"),
        ('length > "a"', "cannot be worked out"),
        ("1 > " + "0 + " * 400 + "0", "too long"),
    ],
)
def test_a_mistake_is_told_when_it_is_read(expression: str, said: str) -> None:
    with pytest.raises(Complaints, match=said):
        pack(policy(narrowed(expression)))


def test_alone_it_is_no_rule() -> None:
    with pytest.raises(Complaints, match="would match nearly everything"):
        pack(policy("{ when_cel = 'length > 3' }"))


@given(st.text(max_size=60))
def test_no_expression_breaks_the_loader(expression: str) -> None:
    quoted = expression.replace("\\", "\\\\").replace('"', '\\"')
    with suppress(Complaints):
        pack(policy(f'{{ links = {{}}, when_cel = "{quoted}" }}'))
