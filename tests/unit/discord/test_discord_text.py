import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord import text

NASTY = st.text(
    st.sampled_from(
        r"\*_~|`[]()<>@#&:!-+=.0123456789aé/ " + "\n\r\u202e\u200b\u200d\u00ad\ue000\ue001\ud800\U0001f600"
    ),
    max_size=60,
)
ACTIVE = re.compile(
    r"\*|_|~|\||`|<|@|\[|^\s*[-+#]\s|^\s*>|^\s*-#|^\s*\d+[.)]|:[+\w-]+:|\w://",
    re.MULTILINE,
)


def inert(said: str) -> str:
    """What is left for Discord to read as markdown: a sign after a backslash is only a sign."""
    return re.sub(r"\\[^0-9A-Za-z\s]", "\x01", said)


def read(said: str) -> str:
    """What people see of it."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", said)


@given(NASTY)
def test_nothing_that_somebody_wrote_acts(words: str) -> None:
    assert not ACTIVE.search(inert(text.escaped(words)))


@given(st.text(max_size=200) | NASTY)
def test_people_read_what_was_written_and_all_of_it(words: str) -> None:
    assert read(text.escaped(words)) == text.visible(words)


@pytest.mark.parametrize(
    "words",
    [
        "# heading",
        "  - a list",
        "-# small print",
        "> a quotation",
        ">>> all of it",
        "1. first",
        "||spoiler||",
        "```py\nprint()\n```",
        "`code`",
        "[click](https://scam.example)",
        "https://scam.example/a_b_c",
        "steam://run/1",
        "<@1> <@!1> <@&1> <#1> </cmd:1> <t:1:R> <:smile:1> <id:home> <https://a.b>",
        "@everyone and @here",
        ":smile: :+1:",
        "\\*\\*",
        "a\\",
        "__**~~*x*~~**__",
    ],
)
def test_every_trick_of_markdown_is_only_words(words: str) -> None:
    said = text.escaped(words)
    assert not ACTIVE.search(inert(said)), said
    assert read(said) == words


def test_signs_that_nobody_sees_are_shown() -> None:
    assert text.visible("gnp.\u202eexe") == "gnp.⇄exe"
    assert text.visible("pay\u200bpal a\u00adb") == "pay◌pal a◌b"
    assert text.visible("a\u200db") == "a◌b"
    assert text.visible("a\x07b\ud800\ue0000\ue001") == "a�b��0�"
    assert text.visible("one\r\ntwo\tthree") == "one\ntwo\tthree"


def test_emoji_and_scripts_that_join_stay_whole() -> None:
    family, persian = "👩\u200d👩\u200d👧", "می\u200cخواهم"
    assert text.visible(f"{family} {persian}") == f"{family} {persian}"


def test_code_cannot_be_left_from_inside() -> None:
    assert text.code("a`b\nc") == "`aˋb c`"


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        (((0, 3),), "**__abc__**def"),
        (((0, 3), (3, 6)), "**__abcdef__**"),
        (((2, 4), (0, 3)), "**__abcd__**ef"),
        (((4, 99),), "abcd**__ef__**"),
        (((5, 5), (7, 9), (-3, 1)), "**__a__**bcdef"),
        ((), "abcdef"),
    ],
)
def test_places_are_marked_once_wherever_they_lie(spans: tuple[tuple[int, int], ...], said: str) -> None:
    assert text.marked("abcdef", spans) == said


def test_a_mark_never_runs_over_the_end_of_a_line() -> None:
    assert text.quoted(text.marked("bad\n\nworse", ((0, 10),))) == "> **__bad__**\n> \n> **__worse__**"
