"""Three values: what holds, what does not, and what nobody knows; and the laws by which they combine."""

from hypothesis import given
from hypothesis import strategies as st

from bot.facts import Lookback, Memory, activity_key
from bot.policy import kind, logic
from bot.policy.kind import Context, Match, Outcome, Unknown
from bot.text import Reading
from tests.unit.policy.packs import SAM, posted

CONTEXT = Context(posted("x"), Reading("x"), {})
VALUES: dict[str, Outcome] = {"yes": Match(((0, 1),), ("yes",)), "no": None, "unknown": Unknown(("age",))}

values = st.sampled_from(sorted(VALUES))
several = st.lists(values, min_size=1, max_size=5)


def part(value: str, cost: int = 1) -> kind.Test:
    return kind.Test(lambda _: VALUES[value], cost=cost)


def name(outcome: Outcome) -> str:
    return "yes" if isinstance(outcome, Match) else "unknown" if isinstance(outcome, Unknown) else "no"


def every(parts: list[str]) -> str:
    return name(logic.all_of([part(one) for one in parts]).evaluate(CONTEXT))


def either(parts: list[str]) -> str:
    return name(logic.any_of([part(one) for one in parts]).evaluate(CONTEXT))


def neither(parts: list[str]) -> str:
    return name(logic.none_of([part(one) for one in parts]).evaluate(CONTEXT))


@given(several)
def test_all_is_the_least_of_its_parts_and_any_the_greatest(parts: list[str]) -> None:
    order = ["no", "unknown", "yes"]
    assert every(parts) == min(parts, key=order.index)
    assert either(parts) == max(parts, key=order.index)


@given(several, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters(parts: list[str], random: object) -> None:
    shuffled = [*parts, parts[0]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for combined in (every, either, neither):
        assert combined(parts) == combined(shuffled)


@given(several)
def test_none_is_the_opposite_of_any_and_all_of_the_opposites(parts: list[str]) -> None:
    opposite = {"yes": "no", "no": "yes", "unknown": "unknown"}
    assert neither(parts) == opposite[either(parts)]
    assert neither(parts) == every([opposite[part] for part in parts])


@given(several, several)
def test_it_does_not_matter_how_parts_are_grouped(some: list[str], more: list[str]) -> None:
    for combine, combined in ((logic.all_of, every), (logic.any_of, either)):
        nested = combine([combine([part(one) for one in some]), combine([part(one) for one in more])])
        assert name(nested.evaluate(CONTEXT)) == combined([*some, *more])


@given(several)
def test_to_learn_what_was_unknown_never_overturns_what_was_known(parts: list[str]) -> None:
    for learned in ("yes", "no"):
        known = [learned if part == "unknown" else part for part in parts]
        for combined in (every, either, neither):
            assert combined(parts) in ("unknown", combined(known))


@given(several, st.lists(st.integers(0, 9), min_size=5, max_size=5))
def test_what_is_asked_first_changes_nothing_but_the_time(parts: list[str], costs: list[int]) -> None:
    tests = [part(one, cost) for one, cost in zip(parts, costs, strict=False)]
    assert name(logic.all_of(tests).evaluate(CONTEXT)) == every(parts)


def test_an_unknown_names_all_that_is_missing_once() -> None:
    age, roles = kind.Test(lambda _: Unknown(("age",))), kind.Test(lambda _: Unknown(("roles", "age")))
    for combine in (logic.all_of, logic.any_of, logic.none_of):
        assert combine([age, roles, age]).evaluate(CONTEXT) == Unknown(("age", "roles"))


def test_what_parts_look_back_on_and_ask_for_is_put_together() -> None:
    one = kind.Test(lambda _: None, memory=Memory(activity=Lookback(capacity=3)), needs=lambda event: ())
    two = kind.Test(
        lambda _: None, memory=Memory(activity=Lookback(capacity=5)), needs=lambda event: (activity_key(SAM),)
    )
    for combine in (logic.all_of, logic.any_of, logic.none_of):
        both = combine([one, two, two])
        assert both.capacity == 5
        assert both.needs is not None
        assert {*both.needs(posted("x"))} == {activity_key(SAM)}
