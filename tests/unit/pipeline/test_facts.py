"""Facts in memory can always go back to where they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import RuleError
from bot.facts import CounterFact, Fact, FactKey, counter_key, incident_key, kept_key
from bot.ids import AccountId, IncidentId
from bot.pipeline.facts import FactCache
from tests.builders import MONDAY

KEYS = [counter_key("c", name) for name in "abcd"]
changes = st.lists(st.tuples(st.sampled_from(KEYS), st.one_of(st.none(), st.integers(0, 9))), max_size=20)


def _fact(value: int | None) -> Fact | None:
    return None if value is None else CounterFact(value=value, moved_at=MONDAY)


def _cache() -> FactCache:
    cache = FactCache()
    cache.learn({key: _fact(number) for number, key in enumerate(KEYS)})
    return cache


def _values(cache: FactCache) -> list[object]:
    return [cache.counter(*key.key.split("|")) for key in KEYS]


@given(changes, changes)
def test_undoing_brings_back_what_was_there_at_the_mark(
    before: list[tuple[FactKey, int | None]], after: list[tuple[FactKey, int | None]]
) -> None:
    cache = _cache()
    for key, value in before:
        cache.put(key, _fact(value))
    expected, mark = _values(cache), cache.mark()
    for key, value in after:
        cache.put(key, _fact(value))
    cache.undo(mark)
    assert _values(cache) == expected


@given(changes)
def test_what_changed_is_told_with_its_last_value(made: list[tuple[FactKey, int | None]]) -> None:
    cache = _cache()
    for key, value in made:
        cache.put(key, _fact(value))
    assert cache.changed() == {key: _fact(value) for key, value in made}
    cache.settle()
    assert cache.changed() == {}


def test_a_fact_that_nobody_asked_for_is_a_mistake() -> None:
    cache = FactCache()
    with pytest.raises(RuleError, match="was not asked for"):
        cache.account(AccountId("fake:S1/ada"))
    with pytest.raises(RuleError, match="was not asked for"):
        cache.put(KEYS[0], None)


def test_a_fact_of_another_kind_is_a_mistake() -> None:
    cache = FactCache()
    key = FactKey("account", "fake:S1/ada")
    cache.learn({key: _fact(1)})
    with pytest.raises(RuleError, match="is a CounterFact, not a AccountFact"):
        cache.account(AccountId("fake:S1/ada"))


def test_questions_and_what_time_erases_are_read_anew_for_each_batch() -> None:
    cache = FactCache()
    keys = [kept_key(AccountId("fake:S1/ada")), incident_key(IncidentId("i1"))]
    cache.learn(dict.fromkeys(keys))
    assert cache.missing(keys) == set()
    cache.settle()
    assert cache.missing(keys) == set(keys)


def test_the_least_recently_used_facts_go_between_batches_only() -> None:
    cache = FactCache(limit=2)
    cache.learn({key: _fact(0) for key in KEYS})
    assert cache.missing(KEYS) == set()
    cache.missing([KEYS[0]])
    cache.settle()
    assert cache.missing(KEYS) == {KEYS[1], KEYS[2]}
