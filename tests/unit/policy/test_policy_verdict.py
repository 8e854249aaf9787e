from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.ids import PolicyId
from bot.policy.then import FORCE, Then
from bot.policy.verdict import NOTHING, Cause, Verdict, asked, union, without_force

causes = st.builds(Cause, st.integers(0, 5), st.sampled_from([PolicyId("a/b"), PolicyId("c/d")]))
minutes = st.integers(0, 9).map(lambda number: timedelta(minutes=number))
verdicts = st.builds(
    Verdict,
    remove=st.booleans(),
    remind=st.booleans(),
    reply=st.booleans(),
    alert=st.booleans(),
    react=st.sets(st.sampled_from(["a", "b", ":c:"])).map(lambda some: tuple(sorted(some))),
    timeout=minutes,
    slowmode=minutes,
    quarantine=st.booleans(),
    pause_invites=minutes,
    open_case=st.booleans(),
    causes=st.sets(causes).map(lambda some: tuple(sorted(some))),
)
thens = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("remove", "remind", "reply", "alert", "quarantine", "open_case"), st.just(True)),
        "react": st.sampled_from(["a", ":b:"]),
        **dict.fromkeys(("timeout", "slowmode", "pause_invites"), st.sampled_from(["1m", "2h"])),
    },
).filter(bool)


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


@given(verdicts, verdicts)
def test_nothing_that_was_asked_for_is_lost(one: Verdict, other: Verdict) -> None:
    both = union(one, other)
    assert union(both, one) == union(both, other) == both


@given(thens)
def test_a_verdict_knows_every_action_that_a_policy_may_ask_for(wanted: dict[str, object]) -> None:
    then = Then.model_validate(wanted)
    verdict = asked(Cause(1, PolicyId("a/b")), then)
    assert tuple(name for name in Then.model_fields if getattr(verdict, name)) == then.actions


@given(verdicts)
def test_on_an_owner_nothing_forceful_falls_and_what_is_withheld_is_named(verdict: Verdict) -> None:
    gentle, withheld = without_force(verdict)
    assert not gentle.falls_on_author
    assert set(withheld) == {name for name in FORCE if getattr(verdict, name)}
    assert gentle.remind is (verdict.remind or bool(withheld))
    assert without_force(gentle) == (gentle, ())


@given(verdicts, verdicts)
def test_withholding_from_all_policies_at_once_or_from_each_is_the_same(one: Verdict, other: Verdict) -> None:
    assert without_force(union(one, other))[0] == union(without_force(one)[0], without_force(other)[0])


def test_the_longest_timeout_stays_and_every_policy_is_named_in_order() -> None:
    short = asked(Cause(2, PolicyId("a/short")), Then.model_validate({"timeout": "1m"}))
    long = asked(Cause(1, PolicyId("b/long")), Then.model_validate({"timeout": "1h", "remove": True}))
    both = union(short, long)
    assert both.timeout == timedelta(hours=1)
    assert both.remove
    assert both.policies == ("b/long", "a/short")
