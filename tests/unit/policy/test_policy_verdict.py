from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.ids import PolicyId
from bot.policy.pack import Then
from bot.policy.verdict import NOTHING, Cause, Verdict, asked, union

causes = st.builds(Cause, st.integers(0, 5), st.sampled_from([PolicyId("a/b"), PolicyId("c/d")]))
verdicts = st.builds(
    Verdict,
    remove=st.booleans(),
    remind=st.booleans(),
    reply=st.booleans(),
    alert=st.booleans(),
    timeout=st.integers(0, 9).map(lambda minutes: timedelta(minutes=minutes)),
    causes=st.sets(causes).map(lambda some: tuple(sorted(some))),
)


@given(verdicts, verdicts)
def test_the_order_of_two_verdicts_does_not_matter(one: Verdict, other: Verdict) -> None:
    assert union(one, other) == union(other, one)


@given(verdicts, verdicts, verdicts)
def test_the_grouping_of_verdicts_does_not_matter(one: Verdict, other: Verdict, third: Verdict) -> None:
    assert union(union(one, other), third) == union(one, union(other, third))


@given(verdicts)
def test_saying_a_verdict_twice_changes_nothing(verdict: Verdict) -> None:
    assert union(verdict, verdict) == verdict
    assert union(verdict, NOTHING) == verdict


def test_the_longest_timeout_stays_and_every_policy_is_named_in_order() -> None:
    short = asked(Cause(2, PolicyId("a/short")), Then.model_validate({"timeout": "1m"}))
    long = asked(Cause(1, PolicyId("b/long")), Then.model_validate({"timeout": "1h", "remove": True}))
    both = union(short, long)
    assert both.timeout == timedelta(hours=1)
    assert both.remove
    assert both.policies == ("b/long", "a/short")
