import datetime
from typing import Annotated, Any, Literal

import pytest
import tomlkit
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import Field, field_validator

from bot import documents
from bot.documents import Document, Places
from bot.errors import Complaint, Complaints


class Words(Document):
    kind: Literal["words"]
    words: tuple[str, ...]
    limit: int = Field(default=1, ge=1, le=9)


class Links(Document):
    kind: Literal["links"]
    hosts: frozenset[str] = frozenset()


Condition = Annotated[Words | Links, Field(discriminator="kind")]


class Plain(Document):
    words: tuple[str, ...]


class Counted(Document):
    at_least: int


class Rule(Document):
    title: str
    mode: Literal["off", "shadow", "enforce"] = "shadow"
    when: tuple[Condition, ...] = ()
    unless: tuple[Plain | Counted, ...] = ()
    lasts: datetime.timedelta | None = None
    who: Literal["everyone"] | tuple[str, ...] = "everyone"


class Pack(Document):
    rules: tuple[Rule, ...] = ()
    notes: dict[str, Rule] = Field(default_factory=dict)
    version: int = Field(default=1, alias="pack-version")
    name: str = ""

    @field_validator("name")
    @classmethod
    def _has_no_blank(cls, name: str) -> str:
        if " " in name:
            raise documents.wrong("a name holds no blank", "write it with dashes")
        return name


def said(text: str, model: type[Document] = Pack) -> list[str]:
    with pytest.raises(Complaints) as caught:
        documents.read(text, model, "pack.toml")
    return [str(complaint) for complaint in caught.value.complaints]


def test_a_sound_text_becomes_a_model() -> None:
    pack = documents.read('pack-version = 2\n[[rules]]\ntitle = "Be kind"\n', Pack, "pack.toml")
    assert pack == Pack.model_validate({"pack-version": 2, "rules": ({"title": "Be kind"},)})


def test_a_misspelt_setting_is_named_with_its_line_and_the_nearest_word() -> None:
    text = '[[rules]]\ntitle = "Scam"\n\n[[rules.when]]\nkind = "words"\nwrods = ["free"]\n'
    assert said(text) == ['pack.toml:6: unknown setting "wrods"; did you mean "words"?']


def test_a_setting_unlike_any_other_brings_the_list_of_those_that_exist() -> None:
    assert said("zzz = 1") == ['pack.toml:1: unknown setting "zzz"; known here: name, notes, pack-version, rules']


def test_a_setting_is_known_by_its_name_in_the_file() -> None:
    assert said("\npack-vresion = 1") == [
        'pack.toml:2: unknown setting "pack-vresion"; did you mean "pack-version"?',
    ]
    assert said('pack-version = "x"') == ['pack.toml:1: pack-version is "x"; it must be a whole number']


def test_a_missing_setting_is_asked_for_at_its_table() -> None:
    assert said('\n[notes.first]\nmode = "off"') == ['pack.toml:2: missing setting "title"; add title = … here']


def test_a_wrong_choice_brings_all_choices_and_the_nearest() -> None:
    assert said('[notes]\nfirst = { title = "x", mode = "enforced" }') == [
        'pack.toml:2: mode is "enforced"; it must be one of off, shadow, enforce; did you mean "enforce"?',
    ]


def test_an_unknown_kind_of_table_is_named_at_the_line_of_its_kind() -> None:
    text = '[[rules]]\ntitle = "x"\n[[rules.when]]\nlimit = 3\nkind = "link"\n'
    assert said(text) == ['pack.toml:5: kind is "link"; it must be one of words, links; did you mean "links"?']


def test_a_kind_left_out_is_asked_for() -> None:
    text = '[[rules]]\ntitle = "x"\nwhen = [\n  { limit = 3 },\n]\n'
    assert said(text) == ['pack.toml:4: missing setting "kind"; it must be one of words, links']


def test_between_two_shapes_only_the_one_that_was_meant_is_spoken_of() -> None:
    text = '[[rules]]\ntitle = "x"\nunless = [\n  { at_leats = 3 },\n  { words = 3 },\n]\n'
    assert said(text) == [
        'pack.toml:4: unknown setting "at_leats"; did you mean "at_least"?',
        "pack.toml:5: words is 3; it must be a list between [ and ]",
    ]


def test_where_no_shape_fits_all_are_offered() -> None:
    assert said('[[rules]]\ntitle = "x"\nwho = "evryone"') == [
        'pack.toml:3: who is "evryone"; it must be everyone or a list between [ and ]; did you mean "everyone"?',
    ]


def test_limits_are_said_in_words() -> None:
    text = '[[rules]]\ntitle = 3\nlasts = "soon"\n[[rules.when]]\nkind = "words"\nlimit = 12\nwords = ["a",\n  true]'
    assert said(text) == [
        "pack.toml:2: title is 3; it must be text between quotes",
        'pack.toml:3: lasts is "soon"; it must be a length of time such as "P7D" or "PT30M"',
        "pack.toml:6: limit is 12; it must be at most 9",
        "pack.toml:8: item 2 of words is true; it must be text between quotes",
    ]


def test_a_validator_of_ours_speaks_for_itself() -> None:
    assert said('name = "a b"') == ["pack.toml:1: a name holds no blank; write it with dashes"]


def test_a_text_that_is_no_toml_is_refused_at_its_line() -> None:
    assert said("a = 1\nb = \n") == [
        "pack.toml:2: this cannot be read as TOML: invalid value; text stands between double quotes",
    ]
    assert said("a = 1\na = 2\nb = 3\n")[0].startswith("pack.toml:")


def test_a_table_that_stands_for_a_list_is_named() -> None:
    assert said("[rules]\n") == ["pack.toml:1: rules is a table; it must be a list between [ and ]"]


def test_nested_keys_are_found_wherever_they_stand() -> None:
    text = (
        "top = '''\n[not.a.table]\n'''\n"  # 1-3
        "[[a]] # first\n"  # 4
        "x.y = [ # list\n  1, # one\n  { k = { deep = 1 }, 'q r' = [\n 2] },\n]\n"  # 5-9
        "[a.b.c]\n"  # 10
        '"d.e" = """x\n""""\n'  # 11-12
        "[[a]]\n"  # 13
        "[[a.z]]\n[[a.z]]\nk = 2\n"  # 14-16
    )
    places = Places(text, "f")
    wanted = {
        ("top",): 1, ("a",): 4, ("a", 0, "x", "y"): 5, ("a", 0, "x", "y", 0): 6, ("a", 0, "x", "y", 1): 7,
        ("a", 0, "x", "y", 1, "k", "deep"): 7, ("a", 0, "x", "y", 1, "q r", 0): 8, ("a", 0, "b", "c"): 10,
        ("a", 0, "b", "c", "d.e"): 11, ("a", 1): 13, ("a", 1, "z", 1, "k"): 16, ("a", 1, "z", 1, "none"): 15,
        ("nowhere",): 1,
    }  # fmt: skip
    assert {path: places.line(path) for path in wanted} == wanted


def complaints_about(text: str) -> tuple[Complaint, ...]:
    """None for a sound text; any other error goes through."""
    try:
        documents.read(text, Pack, "pack.toml")
    except Complaints as error:
        return error.complaints
    return ()


_keys = st.text(max_size=4)
_leaves = st.one_of(
    st.text(), st.integers(-(2**60), 2**60), st.booleans(), st.floats(), st.dates(), st.datetimes(), st.times()
)
_values = st.recursive(
    _leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=3), max_leaves=12
)


def paths_of(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [path, *(deeper for key, inner in items for deeper in paths_of(inner, (*path, key)))]


@given(st.dictionaries(_keys, _values, max_size=4))
def test_every_key_that_was_written_is_found_again(data: dict[str, Any]) -> None:
    text = tomlkit.dumps(data)
    lines = Places(text, "f")._lines
    written = set(paths_of(documents.parse(text, "f"))) - {()}
    assert written == set(lines)


_fragments = st.sampled_from(
    ["[[rules]]", "[rules]", "title", "=", '"x"', "when", "kind", '"words"', "words", "[", "]", "{", "}", ",", "\n",
     ".", " ", "unless", "who", "mode", '"off"', "3", "true", "notes", "[notes.a]", "#", "'''", '"""', "\\", "\r\n",
     "1979-05-27T07:32:00Z", "nan", "pack-version", "9" * 5000, "\ufeff", "\ud800", "lasts", "name"],
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_fragments, max_size=30).map("".join)))
@example("a = " + "[" * 5000)
@example("a = " + "[" * 90 + "]" * 90)
@example('name = "\\ud800"')
@example("a=2020-13-45")
@example("a=07:32:00+99:99")
def test_any_text_gives_a_model_or_complaints(text: str) -> None:
    assert all(complaint.place.startswith("pack.toml:") for complaint in complaints_about(text))


@given(st.dictionaries(st.sampled_from(["rules", "notes", "pack-version", "name"]), _values))
def test_any_toml_gives_a_model_or_complaints(data: dict[str, Any]) -> None:
    assert all(complaint.problem for complaint in complaints_about(tomlkit.dumps(data)))


def test_the_nearest_word_is_found_whatever_its_case() -> None:
    assert documents.nearest("Enforced", ["off", "enforce"]) == 'did you mean "enforce"?'
    assert documents.nearest("zebra", ["off", "enforce"]) == ""


def test_a_complaint_reads_in_one_line() -> None:
    assert str(Complaint("a.toml:1", "is odd", "do this")) == "a.toml:1: is odd; do this"
