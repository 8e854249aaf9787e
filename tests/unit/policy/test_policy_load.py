from typing import Any

import pytest
import tomlkit
from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import Complaint, Complaints
from bot.policy.book import Book
from bot.policy.load import load_pack
from bot.policy.pack import revision
from tests.unit.policy.packs import pack, policy

HEAD = 'id = "p"\ntitle = { en = "a", fr = "b" }\n'
SOUND = HEAD + policy('{ words = { any = ["cat"] } }')


def complaints(toml: str, **others: str) -> list[str]:
    files = {"pack.toml": toml} | {name.replace("_", "."): text for name, text in others.items()}
    with pytest.raises(Complaints) as caught:
        load_pack(files, "policies/p")
    return [str(one) for one in caught.value.complaints]


def test_a_sound_pack_is_read() -> None:
    read = load_pack({"pack.toml": SOUND}, "policies/p")
    assert [read.name(one) for one in read.policies] == ["p/one"]
    assert read.cases == ()


def test_a_pack_without_its_file_is_refused() -> None:
    with pytest.raises(Complaints, match=r"policies/p/pack.toml: this file is missing; every pack has one"):
        load_pack({}, "policies/p")


def test_a_misspelt_condition_is_named_at_its_line_with_the_nearest_word() -> None:
    assert complaints(HEAD + policy('{ wrods = { any = ["cat"] } }')) == [
        'policies/p/pack.toml:8: unknown setting "wrods"; did you mean "words"?'
    ]


def test_a_policy_cannot_do_without_its_why_in_both_languages() -> None:
    toml = SOUND.replace('why = { en = "Because of one.", fr = "À cause de one." }', 'why = { en = "Because." }')
    assert complaints(toml) == ['policies/p/pack.toml:7: missing setting "fr"; add fr = … here']
    assert complaints(toml.replace('why = { en = "Because." }', "")) == [
        'policies/p/pack.toml:4: missing setting "why"; add why = … here'
    ]


@pytest.mark.parametrize(
    ("when", "complaint"),
    [
        ("{}", "there is no condition here; use one of words, "),
        ('{ words = { any = ["c*t"] } }', '"c*t" has a star inside'),
        ('{ words = { any = ["*"] } }', '"*" holds nothing to look for'),
        ('{ links = { domains = ["https://a.example/x"] } }', '"https://a.example/x" is no domain; write it like'),
        ("{ mentions = {} }", "mentions says nothing; give at_least = 5, or everyone = true"),
        ("{ mentions = { at_least = true } }", "at_least is true; it must be a whole number"),
        ('{ rate = { more_than = 3, within = "soon" } }', "this is no length of time"),
        ('{ rate = { more_than = 3, within = "2d" } }', 'this window is too long; the longest is "1d"'),
        ('{ none = [{ words = { any = ["a"] } }] }', '"one" would match nearly everything'),
        ('{ any = [{ none = [{ words = { any = ["a"] } }] }] }', '"one" would match nearly everything'),
    ],
)
def test_a_condition_that_cannot_be_meant_is_refused_with_the_next_step(when: str, complaint: str) -> None:
    (said,) = complaints(HEAD + policy(when))
    assert complaint in said


def test_a_policy_from_which_nothing_follows_is_refused() -> None:
    (said,) = complaints(HEAD + policy('{ words = { any = ["a"] } }', then="{}"))
    assert "nothing follows; set at least one of remove, remind, reply, alert, react, timeout, slowmode" in said


def test_all_mistakes_of_all_files_are_named_at_once() -> None:
    toml = SOUND + policy('{ links = { domains_from = "domain.txt" } }') + policy("{}", name="two", then="{}")
    assert len(complaints(toml, cases_toml='[[case]]\ntext = "x"\nexpect = 1\n')) == 3
    toml = SOUND + policy('{ any = [{ links = { domains_from = "domain.txt" } }] }')
    cases = '[[case]]\ntext = "x"\nexpect = ["on"]\n'
    assert complaints(toml, cases_toml=cases, domains_txt="") == [
        'policies/p/pack.toml:15: a policy "one" stands above already; give this one a name of its own',
        'policies/p/pack.toml:18: there is no file "domain.txt" in the pack; did you mean "domains.txt"?',
        'policies/p/cases.toml:3: there is no policy "on"; did you mean "one"?',
    ]


def test_a_line_of_a_list_that_is_no_domain_is_named() -> None:
    toml = HEAD + policy('{ links = { domains_from = "domains.txt" } }')
    assert complaints(toml, domains_txt="# ours\na.example # why\nnot a domain\n") == [
        'policies/p/domains.txt:3: "not a domain" is no domain; '
        "write it like example.com, without https:// and without a path"
    ]


def test_a_revision_changes_with_the_wording_and_the_lists_but_not_with_the_mode() -> None:
    def name(when: str, mode: str = "shadow", listing: str = "a.example") -> str:
        made = pack(policy(when, mode=mode), domains=listing)
        return revision(made, made.policies[0]).id

    words, links = '{ words = { any = ["cat"] } }', '{ links = { domains_from = "domains.txt" } }'
    assert name(words) == name('{words={any=["cat"]}}')
    assert name(words) == name(words, mode="enforce")
    assert name(words) == name(words, listing="b.example")
    assert name(words) != name('{ words = { any = ["dog"] } }')
    assert name(links) != name(links, listing="b.example")


def test_a_revision_is_the_same_on_every_machine() -> None:
    made = pack(policy('{ words = { any = ["été"] }, rate = { more_than = 2, within = "60s" } }'))
    assert revision(made, made.policies[0]).id == "48020417173bd506"


_keys = st.sampled_from(
    ["id", "title", "why", "when", "unless", "then", "mode", "en", "fr", "words", "links", "mentions", "rate", "any",
     "all", "none", "accents", "in_code", "domains", "domains_from", "allow", "at_least", "everyone", "more_than",
     "within", "per", "same_text", "level", "member_for", "remove", "timeout", "bots"],
)  # fmt: skip
_leaves = st.one_of(
    st.sampled_from(
        ["strict", "10m", "999999d", "helper", "enforce", "domains.txt", "cat*", "*", "a.example", "x", ""]
    ),
    st.text(max_size=5),
    st.integers(-3, 2**70),
    st.booleans(),
    st.floats(),
)
_values = st.recursive(
    _leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=4), max_leaves=20
)
_whens = st.recursive(
    st.one_of(
        st.fixed_dictionaries({"words": st.fixed_dictionaries({"any": st.lists(st.text(max_size=6), max_size=3)})}),
        st.fixed_dictionaries({"links": st.dictionaries(_keys, _leaves | st.lists(st.text(max_size=5), max_size=2))}),
        st.fixed_dictionaries({"mentions": st.dictionaries(_keys, _leaves, max_size=2)}),
        st.fixed_dictionaries({"rate": st.dictionaries(_keys, _leaves, max_size=3)}),
        _values.filter(lambda value: isinstance(value, dict)),
    ),
    lambda inner: st.dictionaries(st.sampled_from(["all", "any", "none"]), st.lists(inner, max_size=3)),
    max_leaves=6,
)


def complaints_of(files: dict[str, str]) -> tuple[Complaint, ...]:
    """None for a sound pack, which then also compiles; any other error goes through."""
    try:
        made = load_pack(files, "policies/p")
    except Complaints as error:
        return error.complaints
    Book.compile([made])
    return ()


def loads_or_complains(files: dict[str, str]) -> None:
    assert all(one.problem and one.place.startswith("policies/p/") for one in complaints_of(files))


@given(st.dictionaries(_keys, _values, max_size=5), st.text(max_size=20))
@example({"id": "p"}, "")
def test_any_policy_gives_a_pack_or_complaints(data: dict[str, Any], listing: str) -> None:
    files = {"pack.toml": SOUND + tomlkit.dumps({"policies": [data]}), "domains.txt": listing}
    loads_or_complains(files)


@given(_whens)
def test_any_condition_gives_a_pack_or_complaints(when: dict[str, Any]) -> None:
    base = tomlkit.parse(SOUND).unwrap()
    base["policies"][0]["when"] = when
    loads_or_complains({"pack.toml": tomlkit.dumps(base)})


@given(st.text(), st.text())
@example("\ufeff", "case = 3")
def test_any_text_gives_a_pack_or_complaints(toml: str, cases: str) -> None:
    loads_or_complains({"pack.toml": toml, "cases.toml": cases})
    loads_or_complains({"pack.toml": SOUND, "cases.toml": cases})


def test_endless_nesting_is_refused_and_not_stumbled_over() -> None:
    for depth in (20, 60, 90, 200, 400):
        when = "{ any = [" * depth + '{ words = { any = ["a"] } }' + "] }" * depth
        loads_or_complains({"pack.toml": HEAD + policy(when)})
