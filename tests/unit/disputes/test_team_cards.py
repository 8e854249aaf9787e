"""What the team can press on the cards of a case: a few at once, and whatever else they can do one press away."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.cases.case import Case
from bot.cases.folding import after
from bot.cases.lines import Evidence, Line
from bot.cases.states import Kind, Move, State
from bot.catalogue.cases import ACTIONS
from bot.catalogue.declared import CATALOGUE
from bot.disputes.desk import pressing
from bot.disputes.told import cards
from bot.views import Button
from tests.unit.disputes.casework import CASE, DAY, MO, NOW, opening
from tests.unit.disputes.hearing import pressed

AT_ONCE = 6
TEAMS: tuple[Move, ...] = (
    *("claim", "invite", "ask", "decide", "dismiss", "escalate", "refer", "assign", "empanel", "restrain"),
    *("merge", "note", "release", "recuse", "carry", "take", "uphold", "soften", "overturn", "remit"),
)
STATES: tuple[State, ...] = ("open", "triage", "waiting", "mediation", "escalated", "deciding", "decided", "appealed")
KINDS: tuple[Kind, ...] = ("report", "dispute", "measure", "talk")


def case(kind: Kind = "dispute", state: State = "triage", *, seen: bool = True) -> Case:
    begun = replace(opening(kind), evidence=Evidence(text="mean words") if seen else None)
    line = Line(at=NOW, move="open", state="open", due_at=NOW + DAY, by=begun.opener, opening=begun)
    return replace(after(None, CASE, line), state=state, handler=MO)


def names(buttons: tuple[Button, ...]) -> list[str]:
    return [one.id.replace(f":{CASE}", "", 1) for one in buttons]


def reached(known: Case, can: frozenset[Move]) -> list[str]:
    """Everything that can be pressed, a press more included."""
    found: list[str] = []
    for name in names(cards.full_card(known, can).buttons):
        group = cards.group_card(known, can, name.removeprefix("case-show:"))
        found += names(group.buttons) if group else [name]
    return found


def everything(known: Case, can: frozenset[Move]) -> set[str]:
    renamed = {"invite": "mediate", **({"dismiss": "settle", "decide": ""} if known.opening.kind == "talk" else {})}
    towards = {"carry", "take", "uphold", "soften", "overturn", "remit"}
    found = {renamed.get(move, move) for move in can - towards} - {""}
    return {f"case-{name}" for name in found} | ({"case-evidence"} if known.evidence else set())


@given(st.frozensets(st.sampled_from(TEAMS)), st.sampled_from(STATES), st.sampled_from(KINDS), st.booleans())
def test_few_buttons_at_once_and_none_out_of_reach(can: frozenset[Move], state: State, kind: Kind, seen: bool) -> None:
    known = case(kind, state, seen=seen)
    can -= {"invite"} if kind == "talk" else set()
    assert len(cards.full_card(known, can).buttons) <= AT_ONCE
    found = reached(known, can)
    assert len(found) == len(set(found))
    assert everything(known, can) <= set(found)
    if state == "appealed":
        assert ("appeal-take" in found) == ("take" in can)
    assert all(CATALOGUE.action(name.partition(":")[0]) for name in found)


def test_what_is_likely_comes_first_on_a_dispute() -> None:
    can: frozenset[Move] = frozenset(
        ("invite", "ask", "decide", "dismiss", "escalate", "assign", "restrain", "merge", "note", "release")
    )
    known = case()
    assert names(cards.team_card(known, can).buttons) == [
        *("case-mediate", "case-decide", "case-dismiss", "case-evidence", "case-show")
    ]
    assert names(cards.full_card(known, can).buttons) == [
        *("case-mediate", "case-decide", "case-dismiss", "case-show:handing", "case-show:besides")
    ]
    handing = cards.group_card(known, can, "handing")
    assert handing is not None
    assert names(handing.buttons) == ["case-escalate", "case-assign", "case-release"]


def test_a_few_need_no_order() -> None:
    assert names(cards.full_card(case(seen=False), frozenset(("decide", "note", "assign"))).buttons) == [
        *("case-decide", "case-assign", "case-note")
    ]


def test_there_is_no_other_group() -> None:
    assert cards.group_card(case(), frozenset(TEAMS), "nonsense") is None
    assert cards.group_card(case(), frozenset(), "handing") is None


def test_every_button_that_is_declared_is_understood() -> None:
    declared = [one.id for one in ACTIONS if one.id.startswith("case-")]
    assert [f"case-{pressing.meant(pressed(f'{one}:{CASE}', by=MO))}" for one in declared] == declared
