import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.exports.slack_text import decode

PEOPLE = {"U1": "Ann"}
CHANNELS = {"C1": "general"}


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("plain", "plain"),
        ("<@U1> and <@U1|old name>", "@Ann and @Ann"),
        ("<@U9|bob> and <@U9>", "@bob and @U9"),
        ("<#C1|general> <#C1> <#C1|> <#C9>", "#general #general #general #C9"),
        ("<!here> <!channel|@channel> <!everyone>", "@here @channel @everyone"),
        ("<!subteam^S1|@helpers> <!subteam^S1>", "@helpers @S1"),
        ("<!date^1392734382^{date}|February 18th>", "February 18th"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("<https://a.example/x|click>", "click (https://a.example/x)"),
        ("<https://a.example/x|https://a.example/x>", "https://a.example/x"),
        ("<http://a.example|a.example>", "http://a.example"),
        ("<https://evil.example|good.example>", "good.example (https://evil.example)"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
        ("&amp;lt;", "&lt;"),
        ("&lt;@U1&gt;", "<@U1>"),
        ("```if a &lt; b:\n  `x````", "```if a < b:\n  `x````"),
        ("a < b <", "a < b <"),
        ("<>", ""),
    ],
)
def test_text_is_decoded_to_what_people_see(raw: str, seen: str) -> None:
    assert decode(raw, PEOPLE, CHANNELS).text == seen


def test_those_who_are_called_are_collected_once_each() -> None:
    decoded = decode("<@U1> <@W2|x> <@U1> <!here>", PEOPLE, CHANNELS)
    assert (decoded.mentions, decoded.everyone) == (["U1", "W2"], True)


def test_a_written_here_that_slack_did_not_take_as_a_call_calls_nobody() -> None:
    assert not decode("@here &lt;!here&gt;", PEOPLE, CHANNELS).everyone


@given(st.text(alphabet="<>@#!|&^;ltgamp U1C1:/.\x00\ud800é") | st.text())
def test_decoding_never_raises_and_plain_text_stays_as_it_is(raw: str) -> None:
    decoded = decode(raw, PEOPLE, CHANNELS)
    assert decoded.text == raw or "<" in raw or "&" in raw
