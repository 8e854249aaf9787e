"""Conditions on what a message says and looks like."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.events import Attachment
from bot.policy.kinds.emoji import find
from bot.policy.kinds.repeated_characters import runs
from tests.unit.policy.knowing import holds, joined, quoted, renamed, say
from tests.unit.policy.packs import edited, posted


@pytest.mark.parametrize(
    ("text", "shouts"),
    [
        ("THIS IS WHAT SHOUTING LOOKS LIKE", True),
        ("THIS IS SHORT", False),
        ("This is what talking looks like, mostly", False),
        ("ABCDEFGHIJKLMNopqrst", True),
        ("ABCDEFGHIJKLMnopqrst", False),
        ("`SELECT NAME FROM PEOPLE WHERE AGE` is the query", False),
        ("see https://EXAMPLE.COM/ABCDEFGHIJKLMNOPQRSTUVWXYZ there", False),
        ("C'EST ÉNORME, VRAIMENT TRÈS ÉNORME", True),
        ("12345 67890 12345 67890 !!!!!!!!!!", False),
        ("日本語日本語日本語日本語日本語日本語日本語日本語日本語", False),
    ],
)
def test_capitals_are_a_share_of_the_letters_that_have_two_sizes(text: str, shouts: bool) -> None:
    assert holds("{ capitals = {} }", posted(text)) is shouts


def test_lines_count_empty_ones_but_not_those_of_code() -> None:
    assert holds("{ lines = { at_least = 5 } }", posted("a\n\n\n\nb"))
    assert not holds("{ lines = { at_least = 5 } }", posted("a\n\n\nb"))
    code = "look:\n```\n1\n2\n3\n4\n```"
    assert not holds("{ lines = { at_least = 5 } }", posted(code))
    assert holds("{ lines = { at_least = 5, in_code = true } }", posted(code))


def test_length_has_two_bounds() -> None:
    assert holds("{ length = { at_least = 3 } }", posted("abc"))
    assert not holds("{ length = { at_least = 3 } }", posted(" ab "))
    assert holds("{ length = { at_most = 2 } }", posted("ab"))
    assert not holds("{ length = { at_most = 2 } }", posted("abc"))
    assert not holds("{ length = { at_most = 2 } }", joined())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("noooooooooooo", ["oooooooooooo"]),
        ("nooooooooo!", []),
        ("ha!!!!!!!!!!", ["!!!!!!!!!!"]),
        ("--------------------", []),
        ("`aaaaaaaaaaaaaaaa`", []),
        ("aaaaaaaaaa bbbbbbbbbbb", ["aaaaaaaaaa", "bbbbbbbbbbb"]),
        ("😂😂😂😂😂😂😂😂😂😂", ["😂😂😂😂😂😂😂😂😂😂"]),
    ],
)
def test_one_character_again_and_again_is_found(text: str, found: list[str]) -> None:
    assert quoted("{ repeated_characters = { at_least = 10 } }", posted(text)) == found


@given(st.text("ab!\n", max_size=60), st.integers(2, 12))
def test_runs_are_found_as_by_looking_at_every_character(text: str, least: int) -> None:
    expected = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or text[end] != text[start]:
            if end - start >= least and text[start] != "\n":
                expected.append((start, end))
            start = end
    assert runs(text, least) == expected


def test_stacks_of_marks_are_told_from_languages_that_have_marks() -> None:
    buried = "h" + "\u0300\u0301\u0302\u0303\u0304" + "i" + "\u0300\u0301\u0302\u0303\u0304"
    assert quoted("{ zalgo = {} }", posted(f"oh {buried}!")) == [buried[:6], buried[6:]]
    assert not holds("{ zalgo = { letters = 3 } }", posted(buried))
    for innocent in ("việt nam, tiếng việt", "e\u0301te\u0301", "ก็ไม่เป็นไร", "नमस्ते दुनिया", "שָׁלוֹם עֲלֵיכֶם", "👩‍👩‍👧‍👦❤️"):
        assert not holds("{ zalgo = {} }", posted(innocent)), innocent


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("😀😀😀", 3),
        ("👨‍👩‍👧‍👦", 1),
        ("🇫🇷🇨🇦", 2),
        ("👍🏽", 1),
        ("1️⃣2️⃣", 2),
        ("❤️", 1),
        (":tada: :+1::100:", 3),
        ("it is 10:30:45 at std::vector::begin", 0),
        ("😀 `😀 :tada:` ", 1),
        ("1 2 3 © ™ → no", 0),
        ("☀️", 1),
    ],
)
def test_an_emoji_is_what_people_see_as_one(text: str, count: int) -> None:
    if count:
        assert holds(f"{{ emoji = {{ at_least = {count} }} }}", posted(text))
    assert not holds(f"{{ emoji = {{ at_least = {count + 1} }} }}", posted(text))


@given(st.text(st.sampled_from("😀👍🏽👨‍👩️❤1\u20e3🇫🇷:ab+_ "), max_size=40))
def test_emoji_never_overlap_and_lie_in_the_text(text: str) -> None:
    spans = find(text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    ("attachments", "files", "matches"),
    [
        ("at_least = 2", ["a.png", "b.png"], True),
        ("at_least = 2", ["a.png"], False),
        ('types = ["exe", "scr"]', ["holiday.PNG.exe"], True),
        ('types = ["exe"]', ["setup.exe."], True),
        ('types = ["exe"]', ["exe"], False),
        ('types = ["image/*"]', ["x"], True),
        ('types = ["text/plain"]', ["x"], False),
        ('other_than = [".first", ".second", ".third"]', ["filename.first"], False),
        ('other_than = [".first", ".second", ".third"]', ["filename.disallowed"], True),
        ('other_than = [".first", ".second", ".third"]', [], False),
        ('other_than = [".first", ".second", ".third"]', ["filename.first", "filename.disallowed"], True),
        ('types = ["png"], at_least = 2', ["a.png", "b.txt"], False),
    ],
)
def test_attachments_count_by_their_number_and_type(attachments: str, files: list[str], matches: bool) -> None:
    given_ = tuple(Attachment(name=name, media_type="image/png; q=1") for name in files)
    event = replace(posted(""), attachments=given_)
    assert holds(f"{{ attachments = {{ {attachments} }} }}", event) is matches


def test_a_regex_is_found_and_cited_and_may_be_allowed_elsewhere() -> None:
    when = r"{ regex = { any = ['bla\d{2,4}', '\bété\b'] } }"
    assert quoted(when, posted("bla18 et l'été")) == ["bla18", "été"]
    assert not holds(when, posted("bla1 étés"))
    allowed = r"{ regex = { any = ['https?://\S+'], allow = ['https://discord\.com/[a-z]*'] } }"
    assert quoted(allowed, posted("https://discord.com/test https://evil-domain.com/")) == ["https://evil-domain.com/"]
    assert not holds(allowed, posted("https://discord.com/test"))


@pytest.mark.parametrize(
    ("invites", "text", "found"),
    [
        ("", "come to https://discord.gg/landfall now", ["https://discord.gg/landfall"]),
        ("", "https://discordapp.com/invite/FPxNX2", ["https://discordapp.com/invite/FPxNX2"]),
        ("", "discordapp.com/developers/docs/reference#message-formatting", []),
        ('kinds = ["slack"]', "https://discord.gg/landfall", []),
        ('kinds = ["slack"]', "https://join.slack.com/t/place/shared_invite/zt-1", None),
        ('allow = ["landfall"]', "https://discord.gg/landfall?event=2", []),
        ('allow = ["https://discord.gg/landfall"]', "https://discord.gg/landfall", []),
        ('allow = ["landfall"]', "https://discord.gg/other/landfall", None),
        ('allow = ["landfall"]', "https://discord.gg/landfall https://discord.gg/b", ["https://discord.gg/b"]),
        ("", "`https://discord.gg/landfall`", []),
        ("", "discord[.]gg/landfall", ["discord[.]gg/landfall"]),
    ],
)
def test_invitations_are_told_by_their_addresses(invites: str, text: str, found: list[str] | None) -> None:
    assert quoted(f"{{ invites = {{ {invites} }} }}", posted(text)) == ([text] if found is None else found)


@pytest.mark.parametrize(
    ("links", "text", "evidence"),
    [
        ('lookalikes_of = ["discord.com", "paypal.com"]', "https://dlscord.com/x", "links: passes for discord.com"),
        ('lookalikes_of = ["discord.com", "paypal.com"]', "https://discord.com/x", ""),
        ('lookalikes_of = ["discord.com"]', "https://support.discord.com", ""),
        ("shorteners = true", "https://bit.ly/abc", "links: shortener"),
        ("shorteners = true", "https://example.com/abc", ""),
        ('domains = ["evil.example"], mended = true', "evil[.]example", "links: evil.example"),
        ('domains = ["evil.example"]', "evil[.]example", ""),
        ('allow_from = "ours.txt"', "https://ours.example", ""),
        ('allow_from = "ours.txt"', "https://theirs.example", "links: anywhere"),
    ],
)
def test_links_may_pass_for_others_hide_or_be_ours(links: str, text: str, evidence: str) -> None:
    outcome = say(f"{{ links = {{ {links} }} }}", posted(text), ours="ours.example\n")
    assert getattr(outcome, "evidence", ()) == ((evidence,) if evidence else ())


def test_what_looks_at_messages_says_nothing_of_people_who_join_or_are_renamed() -> None:
    for when in (
        "{ capitals = {} }",
        "{ zalgo = {} }",
        "{ emoji = { at_least = 1 } }",
        "{ length = { at_most = 9 } }",
        "{ invites = {} }",
        "{ attachments = { at_least = 1 } }",
        "{ mentions = { everyone = true } }",
    ):
        assert say(when, joined("ADA")) is None
        assert say(when, renamed("ADA")) is None
        say(when, edited("ADA"))
