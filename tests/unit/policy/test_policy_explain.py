"""What `explain` says agrees with what the judge does, however conditions are put together."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.app.mutating import mutate
from bot.commands import Level
from bot.policy.book import Book
from bot.policy.explain import Explained, Step, explain
from bot.policy.kind import Match, Unknown
from bot.policy.pack import Pack
from tests.unit.policy.packs import account, activity, pack, policy, posted

LEAVES: tuple[dict[str, Any], ...] = (
    {"words": {"any": ["cat", "dog*"]}},
    {"links": {}},
    {"mentions": {"at_least": 2}},
    {"rate": {"more_than": 2, "within": "1m"}},
    {"account_age": {"less_than": "7d"}},
    {"words": {"any": ["bird"]}, "mentions": {"at_least": 1}},
)
TABLES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.dictionaries(
        st.sampled_from(("all", "any", "none")), st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=2
    ),
    max_leaves=6,
)
TEXTS = st.sampled_from(
    ("a cat", "dogs and birds", "a bird https://a.example", "https://b.example", "nothing", "cat bird")
)


def toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {toml(one)}" for name, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def pack_of(when: dict[str, Any]) -> Pack:
    return pack(policy(toml({"all": [{"words": {"any": ["*a*", "*e*", "*o*"]}}, when]})))


def explained(book: Book, text: str, *, mentions: tuple[str, ...] = (), level: Level = Level.MEMBER) -> Explained:
    context = book.context(posted(text, mentions=mentions), account(), activity((5, "x"), (3, "y")), level)
    (one,) = explain(book, context)
    return one


def leaves(steps: tuple[Step, ...]) -> list[Step]:
    return [leaf for step in steps for leaf in (leaves(step.parts) if step.parts else [step])]


@given(TABLES, TEXTS, st.integers(0, 3))
def test_the_steps_together_say_what_the_policy_says(when: dict[str, Any], text: str, people: int) -> None:
    book = Book.compile([pack_of(when)])
    mentions = tuple(f"friend-{number}" for number in range(people))
    context = book.context(posted(text, mentions=mentions), account(), activity((5, "x"), (3, "y")), Level.MEMBER)
    (one,) = explain(book, context)
    outcome = book.pages[0].test.evaluate(context)
    states = {step.state for step in one.steps}
    assert isinstance(outcome, Match) == (states == {"held"}) == (one.match is not None)
    assert isinstance(outcome, Unknown) == ("unknown" in states and "not" not in states)
    judged = book.judge(*context_of(context))
    assert [hit.policy for hit in judged.hits] == ([one.page.id] if one.ending == "acts" else [])


def context_of(context: Any) -> tuple[Any, ...]:
    return context.event, context.account, context.activity, context.level


@given(TABLES, TEXTS)
def test_every_place_of_a_step_is_in_the_text(when: dict[str, Any], text: str) -> None:
    one = explained(Book.compile([pack_of(when)]), text)
    for leaf in leaves(one.steps):
        assert all(0 <= start < end <= len(text) for start, end in leaf.spans)
        assert leaf.state == "held" or not leaf.spans


def test_what_is_not_known_is_said_and_nothing_follows_from_it() -> None:
    one = explained(
        Book.compile([pack(policy('{ words = { any = ["cat"] }, account_age = { less_than = "7d" } }'))]), "cat"
    )
    assert one.ending == "unknown"
    assert [(step.name, step.state, step.missing) for step in one.steps] == [
        ("words", "held", ()),
        ("account_age", "unknown", ("account age",)),
    ]


def test_a_policy_that_spares_somebody_says_why() -> None:
    book = Book.compile([pack(policy('{ words = { any = ["cat"] } }', unless='{ level = "helper" }'))])
    one = explained(book, "a cat", level=Level.HELPER)
    assert (one.ending, one.spared_by) == ("spared", ("level",))


def test_leaving_out_each_part_tells_which_case_notices() -> None:
    whole = pack(
        policy(
            '{ any = [{ words = { any = ["cat"] } }, { mentions = { at_least = 3 } }] }', unless='{ level = "helper" }'
        ),
        cases='[[case]]\ntext = "a cat"\nexpect = ["one"]\n'
        '[[case]]\ntext = "cat"\nauthor_level = "helper"\nexpect = []\n',
    )
    noticed = {one.part: one.noticed_by for one in mutate(whole)}
    assert noticed == {
        "tests/one": (1,),
        "tests/one when.any.0": (1,),
        "tests/one when.any.1": (),
        "tests/one unless.level": (2,),
    }
