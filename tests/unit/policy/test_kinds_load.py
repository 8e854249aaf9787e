"""What the loader says of conditions that cannot be meant, and that it says something of anything at all."""

import enum
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.errors import Complaints
from bot.events import MessagePosted
from bot.policy.book import Book
from bot.policy.kind import Kind
from bot.policy.load import load_pack
from bot.policy.pack import Pack, revision
from bot.policy.when import When
from tests.unit.policy.knowing import joined, say
from tests.unit.policy.packs import pack, policy, posted

HEAD = 'id = "p"\ntitle = { en = "a", fr = "b" }\n'


def complaints(when: str) -> list[str]:
    with pytest.raises(Complaints) as caught:
        load_pack({"pack.toml": HEAD + policy(when)}, "policies/p")
    return [str(one) for one in caught.value.complaints]


@pytest.mark.parametrize(
    ("when", "complaint"),
    [
        ("{ length = {} }", "length says nothing; give at_least = 2000, or at_most = 3"),
        ("{ length = { at_least = 3, at_most = 2 } }", "no message is that short and that long"),
        ("{ capitals = { at_least = 101 } }", "at_least is 101; it must be at most 100"),
        ("{ repeated_characters = { at_least = 3 } }", "at_least is 3; it must be at least 4"),
        ("{ attachments = {} }", "attachments says nothing; give at_least, types or other_than"),
        ('{ attachments = { types = ["*.e*e"] } }', '"*.e*e" is no type of file; write an ending such as "exe"'),
        ('{ attachments = { types = ["exe"], other_than = ["png"] } }', "types and other_than exclude each other"),
        ("{ regex = { any = ['(?=x)'] } }", '"(?=x)": it looks ahead'),
        ("{ regex = { any = ['(a)\\1'] } }", "refers back to a group"),
        ("{ name = { regex = ['['] } }", '"[": a [ is never closed'),
        ("{ name = {} }", 'name says nothing; give any = ["admin*"], or regex = [...]'),
        ('{ secrets = { kinds = ["card"] } }', 'one of tokens, private keys, cards, ibans; did you mean "cards"?'),
        ('{ invites = { kinds = ["discrod"] } }', 'did you mean "discord"?'),
        ('{ language = { other_than = ["english"] } }', '"english" is no language that can be told'),
        ("{ language = {} }", 'language says nothing; give either any = ["de"], or other_than = ["en", "fr"]'),
        ('{ rate = { more_than = 3, within = "5m", per = "channel", channels = 2 } }', "one channel is not several"),
        ('{ rate = { more_than = 3, within = "5m", channels = 5 } }', "there are fewer messages than channels"),
        ('{ joins = { more_than = 3, within = "2d" } }', 'this window is too long; the longest is "1d"'),
        ("{ links = {}, account_age = {} }", 'account_age says nothing; give less_than = "7d", or at_least = "30d"'),
        ('{ links = {}, member_for = { less_than = "1d", at_least = "2d" } }', "no age lies between these"),
        ("{ links = {}, seen_messages = {} }", "seen_messages says nothing; give fewer_than = 5, or at_least = 100"),
        ('{ links = {}, time_of_day = { from = "22:00" } }', "half of the time is missing; give both"),
        ('{ links = {}, time_of_day = { from = "25:00", to = "7:00" } }', "this is no time of day; write it like"),
        ('{ links = {}, time_of_day = { from = "07:00", to = "07:00" } }', "this time ends when it begins"),
        ('{ links = {}, time_of_day = { days = ["sunday"] } }', 'did you mean "sun"?'),
        (
            '{ links = {}, counter = { of = "tow", at_least = 2, within = "30d" } }',
            'there is no policy "tow" in the pack',
        ),
        ('{ links = {}, counter = { of = "on", at_least = 2, within = "30d" } }', 'did you mean "one"?'),
        (
            '{ links = {}, counter = { at_least = 2, within = "400d" } }',
            'this window is too long; the longest is "366d"',
        ),
        ("{ links = {}, edited = false }", "edited = false is no condition; leave it out"),
        ('{ links = {}, on = ["joins"] }', 'did you mean "join"?'),
        ("{ links = {}, only_in = {} }", "only_in says nothing; give spaces, channels, roles or threads"),
        ('{ repeats = { more_than = 3, within = "5m", alike = "near" } }', 'did you mean "nearly"?'),
    ],
)
def test_a_condition_that_cannot_be_meant_is_refused_with_the_next_step(when: str, complaint: str) -> None:
    (said,) = complaints(when)
    assert complaint in said


@pytest.mark.parametrize(
    "when",
    [
        '{ account_age = { less_than = "1d" } }',
        '{ counter = { at_least = 2, within = "30d" } }',
        '{ only_in = { channels = ["a"] }, time_of_day = { days = ["sat"] } }',
        "{ edited = true }",
        '{ on = ["post"], seen_messages = { fewer_than = 3 } }',
        '{ any = [{ links = {} }, { member_for = { less_than = "1d" } }] }',
    ],
)
def test_circumstances_alone_would_match_whatever_somebody_does(when: str) -> None:
    (said,) = complaints(when)
    assert '"one" would match nearly everything' in said


def test_circumstances_are_enough_where_people_join_or_are_renamed() -> None:
    young = '{ on = ["join"], account_age = { less_than = "1d" } }'
    assert load_pack({"pack.toml": HEAD + policy(young)}, "policies/p").policies


def test_a_wording_does_not_depend_on_how_it_is_written_down() -> None:
    def name(when: str) -> str:
        made = pack(policy(when))
        return revision(made, made.policies[0]).id

    assert name('{ on = ["join"], account_age = { less_than = "1d" } }') == name(
        '{ on = { any = ["join"] }, account_age = { less_than = "24h" } }'
    )
    night = '{ links = {}, time_of_day = { from = "22:00", to = "07:00" } }'
    assert name(night) == name(night.replace('"07:00"', '"7:00"'))
    assert name(night) != name(night.replace('"07:00"', '"08:00"'))


def _kinds() -> list[str]:
    return [name for name, field in When.model_fields.items() if "Kind" in _ancestors(field.annotation)]


def _ancestors(annotation: Any) -> set[str]:
    return {base.__name__ for part in get_args(annotation) or (annotation,) for base in getattr(part, "__mro__", ())}


def _model(name: str) -> type[Kind]:
    annotation = When.model_fields[name].annotation
    return next(
        part for part in (annotation, *get_args(annotation)) if isinstance(part, type) and issubclass(part, Kind)
    )


_WORDS = [
    "cat*", "*", "a.example", "10m", "400d", "22:00", "7:0", "sat", "exe", "image/*", "this", "one", "en", "join",
    "post", "general", "tokens", "discord", "same", "nearly", "anybody", "channel", "(a+)+$", "(?=x)", "[", "x.txt", "",
]  # fmt: skip
_leaves = st.one_of(
    st.sampled_from(_WORDS),
    st.text(max_size=4),
    st.integers(-2, 600),
    st.just(2**70),
    st.booleans(),
    st.floats(),
    st.none(),
)


def _settings(annotation: Any) -> st.SearchStrategy[Any]:
    """Values that fit a setting more often than chance would have it."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        return st.lists(_settings(parts[0]), max_size=3)
    if origin in (Union, types.UnionType):
        return st.one_of(*(_settings(part) for part in parts if part is not type(None)))
    if origin is Annotated:
        return _settings(parts[0])
    plain = {int: st.integers(1, 200), bool: st.booleans()}
    return plain.get(annotation, st.sampled_from(_WORDS))


def _tables(name: str) -> st.SearchStrategy[dict[str, Any]]:
    fields = _model(name).model_fields
    return st.fixed_dictionaries(
        {},
        optional={field.alias or key: st.one_of(_settings(field.annotation), _leaves) for key, field in fields.items()},
    )


_conditions = st.fixed_dictionaries(
    {}, optional={name: st.one_of(_tables(name), _tables(name), _leaves) for name in _kinds()}
)


def _without_nothing(value: Any) -> Any:
    """TOML has no null."""
    if isinstance(value, dict):
        return {key: _without_nothing(one) for key, one in value.items() if one is not None}
    if isinstance(value, list | tuple):
        return [_without_nothing(one) for one in value if one is not None]
    return value.value if isinstance(value, enum.Enum) else value


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(_kinds()).flatmap(lambda name: st.tuples(st.just(name), _tables(name))), st.booleans())
def test_any_settings_of_any_kind_give_a_policy_that_runs_or_complaints(made: tuple[str, Any], lonely: bool) -> None:
    name, table = made
    when = {name: table} if lonely else {"links": {}, name: table}
    _runs_or_complains(when)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=50)
@given(_conditions)
def test_any_conditions_together_give_a_policy_that_runs_or_complaints(when: dict[str, Any]) -> None:
    _runs_or_complains(when)


def _runs_or_complains(when: dict[str, Any]) -> None:
    base = tomlkit.parse(HEAD + policy("{ links = {} }")).unwrap()
    base["policies"][0]["when"] = _without_nothing(when)
    files = {"pack.toml": tomlkit.dumps(base), "x.txt": "a.example\n"}
    try:
        read = load_pack(files, "policies/p")
    except Complaints as error:
        found = error.complaints
    else:
        found = ()
        _runs(read)
    assert all(one.problem and one.place.startswith("policies/p/") for one in found)


def _runs(read: Pack) -> None:
    book = Book.compile([read])
    for event in (posted("https://a.example AAAA cat"), joined("Ada")):
        book.judge(event, None, None, 0)  # type: ignore[arg-type]
        assert all(key.kind for key in book.needs(event))


def test_every_kind_of_condition_has_a_module_of_its_name_and_says_what_it_is() -> None:
    named = {"only_in": "places", "except_in": "places"}
    for name in _kinds():
        model = _model(name)
        assert model.__module__ == f"bot.policy.kinds.{named.get(name, name)}"
        assert isinstance(model, type(BaseModel))
        assert model.__doc__


def test_a_policy_without_facts_says_what_it_would_have_to_know() -> None:
    book = Book.compile([pack(policy('{ links = {}, account_age = { less_than = "1d" } }'))])
    judgement = book.judge(posted("https://a.example"), None, None, 0)  # type: ignore[arg-type]
    assert judgement.hits == ()
    assert judgement.unknown == (("tests/one", ("account age",)),)
    assert MessagePosted in book.hears
    assert say("{ links = {} }", joined()) is None
