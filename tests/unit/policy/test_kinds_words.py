import pytest

from bot.commands import Level
from bot.errors import Complaints
from bot.policy.book import Book
from tests.unit.policy.packs import pack, policy, posted


def found(when: str, text: str, **lists: str) -> bool:
    book = Book.compile([pack(policy(f"{{ words = {when} }}"), **lists)])
    return bool(book.judge(posted(text), None, None, Level.MEMBER).hits)


AIMED = '{ any = ["fool"], after = ["you are", "@*"], between = ["such", "a"], not_after = ["said"] }'


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("You are such a fool", True),
        ("you are a FOOL", True),
        ("@Sam such a fool", True),
        ("I am such a fool", False),
        ("You are no fool", False),
        ("You are right. A fool would know", False),
        ("He said you are a fool", False),
        ("“You are a fool”", False),
        ("`you are a fool`", False),
        ("You are a fool. He said so.", True),
    ],
)
def test_a_word_can_count_only_where_it_is_aimed(text: str, matches: bool) -> None:
    assert found(AIMED, text) is matches


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ('the sign says "cat"', False),
        ("« cat »", False),
        ("> cat\nwhat is this?", False),
        ("> what is this?\ncat", True),
        ('"dog" is no cat', True),
    ],
)
def test_quotations_are_somebody_elses_words(text: str, matches: bool) -> None:
    assert found('{ any = ["cat"] }', text) is matches
    assert found('{ any = ["cat"], in_quotes = true }', text)


def test_innocent_phrases_cover_only_themselves() -> None:
    when = '{ any = ["cat"], allow = ["cat food"] }'
    assert not found(when, "cat food")
    assert found(when, "cat food for the cat")


def test_lists_stand_in_files_beside_the_pack() -> None:
    when = '{ any = ["dog"], any_from = "animals.txt", after_from = "openings.txt" }'
    lists = {"animals": "# animals\ncat*\n\nred panda # rare\n", "openings": "my\nour old\n"}
    assert found(when, "my cats", **lists)
    assert found(when, "our old red panda", **lists)
    assert found(when, "my dog", **lists)
    assert not found(when, "the cats", **lists)


def test_disguises_are_seen_through_as_far_as_one_likes() -> None:
    assert found('{ any = ["stupid"] }', "5tup1d")
    assert not found('{ any = ["stupid"], folding = "folded" }', "5tup1d")
    assert found('{ any = ["stupid"], folding = "folded" }', "stüpid")
    assert not found('{ any = ["stupid"], folding = "exact" }', "stüpid")
    assert not found('{ any = ["péter"], accents = "strict" }', "Peter")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("{ }", "words names no words"),
        ('{ any = ["a*b"] }', "has a star inside"),
        ('{ any = ["cat"], after = ["!!"] }', '"!!" holds no word'),
        ('{ any = ["cat"], gap = 11 }', "it must be at most 10"),
        ('{ any_from = "missing.txt" }', 'there is no file "missing.txt"'),
        ('{ any_from = "list.txt" }', "list.txt:2"),
    ],
)
def test_what_could_never_be_found_is_refused(when: str, said: str) -> None:
    with pytest.raises(Complaints) as refused:
        pack(policy(f"{{ words = {when} }}"), list="cat\nc*t\n")
    assert said in str(refused.value)
