from collections.abc import Callable, Iterator
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Complaint, Complaints
from bot.policy import guard
from bot.policy.kind import Kind
from bot.policy.load import load_pack
from bot.policy.then import TALK
from bot.policy.when import When
from tests.unit.policy.packs import pack, policy

HEAD = 'id = "p"\ntitle = { en = "a", fr = "b" }\nbrand = ["Tilleul", "Café Tilleul"]\n'
BRAND = '{ words = { any = ["tilleul"] } }'


def complaints(*policies: str, head: str = HEAD, **lists: str) -> list[Complaint]:
    files = {"pack.toml": head + "".join(policies)} | {f"{name}.txt": text for name, text in lists.items()}
    try:
        load_pack(files, "policies/p")
    except Complaints as error:
        return list(error.complaints)
    return []


def refused(when: str, then: str = "{ remove = true }", **lists: str) -> bool:
    found = complaints(policy(when, then=then), **lists)
    assert all("critique stays" in one.problem for one in found)
    return bool(found)


def test_naming_the_brand_is_no_reason_to_remove_and_the_loader_says_why_and_what_to_do() -> None:
    (said,) = complaints(policy(BRAND, then='{ remove = true, alert = true, timeout = "1h" }'))
    assert str(said) == (
        'policies/p/pack.toml:9: "one" would answer the mere name of a brand with remove, alert, timeout: critique '
        "stays; let it only alert, or ask for something that is wrong whoever says it as well: all = [{ … }, { … }]"
    )


@pytest.mark.parametrize(
    "then",
    [
        "{ remove = true }",
        '{ timeout = "1m" }',
        "{ quarantine = true }",
        '{ slowmode = "10s" }',
        '{ pause_invites = "1h" }',
        "{ open_case = true }",
        "{ alert = true, remove = true }",
    ],
)
def test_whatever_takes_something_away_is_refused(then: str) -> None:
    assert refused(BRAND, then)


@pytest.mark.parametrize("action", sorted(TALK))
def test_what_only_talks_may_look_for_the_brand(action: str) -> None:
    value = '":eyes:"' if action == "react" else "true"
    assert not refused(BRAND, f"{{ {action} = {value} }}")


@pytest.mark.parametrize(
    "when",
    [
        '{ words = { any = ["TILLEUL*"] } }',
        '{ words = { any = ["til*"] } }',
        '{ words = { any = ["*lleu*"] } }',
        '{ words = { any = ["tílléul"] } }',
        '{ words = { any = ["tilleul is awful"] } }',
        '{ words = { any = ["asshole", "tilleul"] } }',
        '{ words = { any = ["tilleul"] }, links = {} }',
        '{ words = { any = ["tilleul"] }, links = { allow = ["a.example"] } }',
        '{ all = [{ words = { any = ["tilleul"] } }, { words = { any = ["café"] } }] }',
        '{ any = [{ words = { any = ["asshole"] } }, { words = { any = ["tilleul"] } }] }',
        '{ words = { any = ["tilleul"] }, none = [{ words = { any = ["asshole"] } }] }',
        '{ words = { any = ["tilleul"] }, any = [{ links = {} }, { words = { any = ["asshole"] } }] }',
    ],
)
def test_no_way_round_it_leads_past_the_guard(when: str) -> None:
    assert refused(when)


@pytest.mark.parametrize(
    "when",
    [
        '{ words = { any = ["asshole"] } }',
        '{ words = { any = ["tilleuls sauvages"] } }',
        '{ all = [{ words = { any = ["tilleul"] } }, { words = { any = ["asshole"] } }] }',
        '{ words = { any = ["tilleul"] }, links = { domains = ["evil.example"] } }',
        '{ words = { any = ["tilleul"] }, mentions = { at_least = 8 } }',
        '{ words = { any = ["tilleul"] }, rate = { more_than = 5, within = "10s" } }',
        '{ words = { any = ["asshole"] }, none = [{ words = { any = ["tilleul"] } }] }',
        "{ links = {} }",
    ],
)
def test_what_is_wrong_whoever_says_it_may_stand_beside_the_brand(when: str) -> None:
    assert not refused(when)


def test_a_step_of_a_ladder_is_guarded_like_the_first() -> None:
    ladder = '\n[[policies.ladder]]\nat = 3\nwithin = "30d"\nthen = { remove = true }\n'
    (said,) = complaints(policy(BRAND, then="{ alert = true }") + ladder)
    assert "with remove: critique stays" in said.problem


def test_without_a_brand_there_is_nothing_to_guard_but_another_pack_may_declare_it() -> None:
    strict = pack(policy(BRAND, then="{ remove = true }"), name="strict")
    declares = load_pack({"pack.toml": HEAD + policy(BRAND, then="{ alert = true }")}, "policies/p")
    assert list(guard.across([strict])) == []
    (said,) = guard.across([strict, declares])
    assert said.place == "strict/one"


@pytest.mark.parametrize("feeling", sorted(guard.FEELINGS))
def test_what_people_feel_is_no_condition_and_the_loader_says_why(feeling: str) -> None:
    when = f'{{ any = [{{ words = {{ any = ["a"] }} }}, {{ {feeling} = "negative" }}] }}'
    (said,) = complaints(policy(when, then="{ alert = true }"))
    assert said.place == "policies/p/pack.toml:9"
    assert said.problem == f'there is no condition "{feeling}": what somebody thinks or feels is nothing to punish'


def test_other_mistakes_are_named_beside_the_feelings() -> None:
    when = '{ sentiment = "negative", wrods = {} }'
    said = [str(one) for one in complaints(policy(when))]
    assert len(said) == 2
    assert any('"wrods"' in one for one in said)


def test_every_condition_is_a_wrong_a_circumstance_or_neither_on_purpose() -> None:
    names = {name: field.annotation for name, field in When.model_fields.items() if name not in ("all", "any", "none")}
    circumstances = {name for name, kind in names.items() if _kind(kind).circumstance}
    neither = {"links", "length", "lines", "language", "emoji", "capitals", "attachments", "zalgo"}
    neither |= {"repeated_characters", "when_cel"}
    assert circumstances & guard.WRONGS == set()
    assert names.keys() <= guard.WRONGS | circumstances | neither


def _kind(annotation: Any) -> type[Kind]:
    return next(one for one in annotation.__args__ if isinstance(one, type) and issubclass(one, Kind))


_leaves: dict[str, dict[str, Any]] = {
    "brand": {"words": {"any": ["tilleul"]}},
    "brand phrase": {"words": {"any": ["tilleul is bad", "cat"]}},
    "insult": {"words": {"any": ["asshole"]}},
    "scam": {"links": {"domains": ["evil.example"]}},
    "any link": {"links": {}},
}
_BRANDS, _WRONGS = {"brand", "brand phrase"}, {"insult", "scam"}
Tree = str | tuple[str, list[Any]]


def _trees() -> st.SearchStrategy[Tree]:
    def grow(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
        return st.tuples(st.sampled_from(["all", "any"]), st.lists(inner, min_size=1, max_size=3))

    return st.recursive(st.sampled_from(sorted(_leaves)), grow, max_leaves=6)


def _table(tree: Tree) -> dict[str, Any]:
    if isinstance(tree, str):
        return _leaves[tree]
    return {tree[0]: [_table(part) for part in tree[1]]}


def _paths(tree: Tree) -> Iterator[frozenset[str]]:
    """Every set of conditions that is enough for a match."""
    if isinstance(tree, str):
        yield frozenset({tree})
    elif tree[0] == "any":
        for part in tree[1]:
            yield from _paths(part)
    else:
        ways: list[frozenset[str]] = [frozenset()]
        for part in tree[1]:
            ways = [one | other for one in ways for other in _paths(part)]
        yield from ways


def _silences(tree: Tree, test: Callable[[frozenset[str]], bool]) -> bool:
    return any(test(path) for path in _paths(tree))


@given(_trees())
def test_a_removing_policy_gets_through_if_and_only_if_no_path_is_the_brand_without_a_wrong(tree: Tree) -> None:
    table = tomlkit.parse(HEAD + policy(BRAND)).unwrap()
    table["policies"][0] |= {"when": _table(tree), "then": {"remove": True}}
    found = complaints(head=tomlkit.dumps(table))
    expected = _silences(tree, lambda path: bool(path & _BRANDS) and not path & _WRONGS)
    assert bool(found) is expected
