from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Level
from bot.errors import Complaints
from bot.events import MessageEdited, MessagePosted
from bot.facts import AccountFact, ActivityFact
from bot.ids import PolicyId
from bot.policy.book import Book
from bot.policy.judgement import Judgement
from bot.policy.verdict import Verdict
from tests.unit.policy.packs import NOW, OTHER, account, activity, edited, pack, policy, posted

CAT = '{ words = { any = ["cat"] } }'


def judge(
    when: str,
    event: MessagePosted | MessageEdited,
    said: ActivityFact | None = None,
    who: AccountFact | None = None,
    level: Level = Level.MEMBER,
    unless: str = "{}",
) -> Judgement:
    book = Book.compile([pack(policy(when, unless=unless), domains="evil.example\n")])
    return book.judge(event, who, said, level)


def test_a_hit_names_the_policy_its_place_and_the_rules_own_words() -> None:
    (hit,) = judge('{ words = { any = ["cat*", "dog"] } }', posted("Two CATS here")).hits
    assert (hit.policy, hit.mode, hit.spans, hit.evidence) == ("tests/one", "enforce", ((4, 7),), ("words: cat*",))


def test_an_ordinary_message_is_left_alone() -> None:
    judgement = judge(CAT, posted("A dog"))
    assert (judgement.hits, judgement.spared, judgement.verdict.policies) == ((), (), ())


def test_code_is_not_what_somebody_says_unless_the_policy_asks() -> None:
    assert not judge(CAT, posted("see `cat` and ```\ncat\n```")).hits
    (hit,) = judge('{ words = { any = ["cat"], in_code = true } }', posted("see `cat`")).hits
    assert hit.spans == ((5, 8),)
    assert not judge('{ links = { domains = ["evil.example"] } }', posted("`https://evil.example`")).hits


@pytest.mark.parametrize(
    ("links", "text", "evidence"),
    [
        ('domains = ["Evil.example"]', "https://a.evil.example/x", ("links: evil.example",)),
        ('domains_from = "domains.txt"', "evil.example", ("links: evil.example",)),
        ('domains_from = "domains.txt"', "https://evil.example.org", ()),
        ('domains = ["evil.example"], allow = ["good.evil.example"]', "https://good.evil.example", ()),
        ("", "https://any.example", ("links: anywhere",)),
        ("", "main.py", ()),
        ('allow = ["any.example"]', "https://www.any.example and https://b.example", ("links: anywhere",)),
    ],
)
def test_links_match_by_their_hosts(links: str, text: str, evidence: tuple[str, ...]) -> None:
    hits = judge(f"{{ links = {{ {links} }} }}", posted(text)).hits
    assert tuple(word for hit in hits for word in hit.evidence) == evidence


def test_mentions_count_different_people_other_than_the_author() -> None:
    when = "{ mentions = { at_least = 2 } }"
    assert judge(when, posted("x", mentions=["a", "b"])).hits
    assert not judge(when, posted("x", mentions=["a", "a"])).hits
    assert not judge(when, posted("x", mentions=["a", "sam"])).hits
    everyone = "{ mentions = { everyone = true } }"
    assert judge(everyone, posted("x", everyone=True)).hits
    assert not judge(everyone, posted("x", mentions=["a", "b"])).hits


RATE = '{ rate = { more_than = 2, within = "10s" } }'


def test_the_message_itself_counts_towards_a_rate() -> None:
    assert judge(RATE, posted("x"), activity((9, "a"), (1, "b"))).hits
    assert not judge(RATE, posted("x"), activity((1, "b"))).hits
    assert not judge(RATE, posted("x"), activity((10, "a"), (1, "b"))).hits
    assert not judge(RATE, posted("x"), None).hits


def test_the_window_ends_at_the_latest_message_even_where_one_comes_late() -> None:
    assert judge(RATE, posted("x"), activity((5, "a"), (-2, "b"))).hits
    assert not judge(RATE, posted("x"), activity((5, "a"), (-12, "b"), (-13, "c"))).hits
    assert not judge(RATE, posted("x"), activity((9, "a"), (-3, "b"))).hits


def test_a_rate_can_count_one_channel_or_one_text_only() -> None:
    channel = '{ rate = { more_than = 2, within = "10s", per = "channel of member" } }'
    assert not judge(channel, posted("x"), activity((2, "a", OTHER), (1, "b"))).hits
    assert judge(channel, posted("x"), activity((2, "a"), (1, "b"))).hits
    text = '{ rate = { more_than = 2, within = "10s", same_text = true } }'
    assert judge(text, posted("Buy  THIS"), activity((3, "buy this"), (2, "ok"), (1, "Buy this"))).hits
    assert not judge(text, posted("buy this"), activity((3, "buy this"), (1, "that"))).hits
    assert not judge(text, posted(""), activity((3, ""), (1, ""))).hits


def test_an_edit_is_judged_by_its_words_and_not_by_its_rate() -> None:
    assert judge(CAT, edited("a cat")).hits
    assert not judge(RATE, edited("x"), activity((2, "a"), (1, "b"))).hits


@pytest.mark.parametrize(
    ("when", "text", "matches"),
    [
        ('{ all = [{ words = { any = ["a"] } }, { words = { any = ["b"] } }] }', "a b", True),
        ('{ all = [{ words = { any = ["a"] } }, { words = { any = ["b"] } }] }', "a", False),
        ('{ any = [{ words = { any = ["a"] } }, { links = {} }] }', "https://x.example", True),
        ('{ any = [{ words = { any = ["a"] } }, { words = { any = ["b"] } }] }', "b", True),
        ('{ words = { any = ["a"] }, none = [{ words = { any = ["b"] } }] }', "a", True),
        ('{ words = { any = ["a"] }, none = [{ words = { any = ["b"] } }] }', "b a", False),
        ('{ words = { any = ["a"] }, links = {} }', "a", False),
        ('{ links = {}, none = [{ words = { any = ["b"] } }] }', "https://x.example", True),
    ],
)
def test_conditions_combine_as_they_read(when: str, text: str, matches: bool) -> None:
    assert bool(judge(when, posted(text)).hits) is matches


def test_whoever_unless_names_is_spared_and_the_reason_kept() -> None:
    unless = '{ level = "helper", member_for = "7d" }'
    helper = judge(CAT, posted("cat"), None, account(days=1), Level.MODERATOR, unless)
    assert [(hit.policy, hit.spared_by) for hit in helper.spared] == [("tests/one", ("level",))]
    assert helper.hits == ()
    assert helper.verdict.policies == ()
    old = judge(CAT, posted("cat"), None, account(days=7), Level.MEMBER, unless)
    assert [hit.spared_by for hit in old.spared] == [("member_for",)]
    assert judge(CAT, posted("cat"), None, account(days=6), Level.MEMBER, unless).hits
    assert judge(CAT, posted("cat"), None, None, Level.MEMBER, unless).hits


def test_other_bots_are_judged_only_by_policies_that_name_them() -> None:
    book = Book.compile([pack(policy(CAT), policy(CAT, name="two", bots=True))])
    for event, who in ((posted("cat", by_bot=True), None), (posted("cat"), account(bot=True))):
        assert [hit.policy for hit in book.judge(event, who, None, Level.MEMBER).hits] == ["tests/two"]
    assert book.judges_bots


def test_only_enforced_hits_have_consequences_and_all_are_named_in_order() -> None:
    book = Book.compile(
        [
            pack(
                policy(CAT, name="zebra", then='{ timeout = "10m" }'),
                policy(CAT, name="trial", then="{ remove = true }", mode="shadow"),
                policy(CAT, name="off", mode="off"),
                policy("{ mentions = { everyone = true } }", name="apple", then='{ alert = true, timeout = "1m" }'),
            )
        ]
    )
    judgement = book.judge(posted("cat", everyone=True), None, None, Level.MEMBER)
    assert [hit.policy for hit in judgement.hits] == ["tests/zebra", "tests/trial", "tests/apple"]
    assert judgement.verdict.policies == ("tests/zebra", "tests/apple")
    assert judgement.verdict.timeout == timedelta(minutes=10)
    assert (judgement.verdict.alert, judgement.verdict.remove) == (True, False)


def test_modes_that_managers_chose_overlay_those_of_the_pack() -> None:
    packs = [pack(policy(CAT), policy(CAT, name="two", mode="shadow"))]
    modes = {PolicyId("tests/one"): "off", PolicyId("tests/two"): "enforce", PolicyId("gone/gone"): "enforce"}
    book = Book.compile(packs, modes)  # type: ignore[arg-type]
    assert book.modes == {"tests/two": "enforce"}
    assert [one.policy for one in book.revisions] == ["tests/one", "tests/two"]


def test_a_book_tells_how_much_memory_and_which_effects_its_policies_need() -> None:
    book = Book.compile(
        [
            pack(
                policy('{ any = [{ rate = { more_than = 9, within = "2m" } }, { words = { any = ["a"] } }] }'),
                policy('{ rate = { more_than = 3, within = "10s", same_text = true } }', name="two", mode="shadow",
                       then='{ remove = true, timeout = "1m" }'),
                policy('{ rate = { more_than = 99, within = "1h" } }', name="off", mode="off"),
            )
        ]
    )  # fmt: skip
    assert (book.horizon, book.capacity) == (timedelta(minutes=2), 12)
    assert book.wants["tests/one"] == {"send_direct", "post_card"}  # type: ignore[index]
    assert book.effects_used == {"send_direct", "post_card", "delete_message", "time_out_member"}
    empty = Book.compile([])
    assert (empty.horizon, empty.capacity, empty.effects_used) == (timedelta(), 0, frozenset())
    assert empty.judge(posted("x"), None, None, Level.MEMBER).hits == ()


def test_two_packs_of_one_name_are_refused() -> None:
    with pytest.raises(Complaints, match="two packs have this id"):
        Book.compile([pack(policy(CAT)), pack(policy(CAT))])


def test_list_files_belong_to_their_own_pack() -> None:
    listed = '{ links = { domains_from = "domains.txt" } }'
    book = Book.compile(
        [pack(policy(listed), name="one", domains="a.example"), pack(policy(listed), name="two", domains="b.example")]
    )
    hits = book.judge(posted("https://b.example", at=NOW), None, None, Level.MEMBER).hits
    assert [hit.policy for hit in hits] == ["two/one"]


def test_what_cannot_be_known_is_said_and_nothing_follows_from_it() -> None:
    young = '{ words = { any = ["cat"] }, account_age = { less_than = "7d" } }'
    book = Book.compile([pack(policy(young, then="{ remove = true }"), policy(CAT, name="two"))])
    judgement = book.judge(posted("cat"), None, None, Level.MEMBER)
    assert [hit.policy for hit in judgement.hits] == ["tests/two"]
    assert judgement.unknown == (("tests/one", ("account age",)),)
    assert not judgement.verdict.remove
    assert book.judge(posted("dog"), None, None, Level.MEMBER).unknown == ()


def test_a_policy_is_asked_only_about_the_events_that_it_looks_at() -> None:
    book = Book.compile([pack(policy('{ words = { any = ["cat"] }, on = ["edit"] }'))])
    assert not book.judge(posted("cat"), None, None, Level.MEMBER).hits
    assert book.judge(edited("cat"), None, None, Level.MEMBER).hits
    assert book.hears == {MessageEdited}


@given(st.permutations(["one", "two", "three", "four"]))
def test_in_whatever_order_policies_stand_the_same_follows(names: list[str]) -> None:
    thens = {
        "one": '{ timeout = "1m", alert = true }',
        "two": '{ timeout = "2h", react = "a" }',
        "three": '{ remove = true, slowmode = "5s" }',
        "four": '{ react = "b", pause_invites = "1h" }',
    }
    book = Book.compile([pack(*(policy(CAT, name=name, then=thens[name]) for name in names))])
    verdict = book.judge(posted("cat"), None, None, Level.MEMBER).verdict
    assert set(verdict.policies) == {f"tests/{name}" for name in names}
    assert replace(verdict, causes=()) == Verdict(
        remove=True,
        alert=True,
        react=("a", "b"),
        timeout=timedelta(hours=2),
        slowmode=timedelta(seconds=5),
        pause_invites=timedelta(hours=1),
    )
