import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import LookAlikes, Reading, canonical_host, listed, registrable


def hosts(text: str) -> list[str]:
    return [link.host for link in Reading(text).links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://Evil.COM/a?b#c", ["evil.com"]),
        ("see https://evil.com.", ["evil.com"]),
        ("[here](https://evil.com) and <https://b.example>", ["evil.com", "b.example"]),
        ("https://good.com@evil.com:8080/x", ["evil.com"]),
        ("https:\\\\evil.com\\@good.com", ["evil.com"]),
        ("**https://evil.com**", ["evil.com"]),
        ("https://a.example/x,https://b.example", ["a.example", "b.example"]),
        ("https://a.example/?to=https://b.example", ["a.example", "b.example"]),
        ("https://bücher.example and https://xn--bcher-kva.example", ["bücher.example", "bücher.example"]),
        ("https://ｅｖｉｌ。ｃｏｍ", ["evil.com"]),
        ("https://ev%69l.com", ["evil.com"]),
        ("https://ev\u200bil.com", ["evil.com"]),
        ("https://xn--\u00e9.example", ["xn--é.example"]),
        ("evil.com/x", ["evil.com"]),
        ("write to me@evil.com", []),
        ("well... e.g. this, v1.2 and so on.", []),
        ("nothing here", []),
    ],
)
def test_links_are_found_as_browsers_would_follow_them(text: str, expected: list[str]) -> None:
    assert hosts(text) == expected


def test_what_only_looks_like_a_host_is_told_apart() -> None:
    assert [link.explicit for link in Reading("main.py https://a.example").links] == [False, True]


def test_a_domain_covers_what_lies_under_it_and_nothing_else() -> None:
    domains = {"evil.com"}
    assert listed("evil.com", domains) == "evil.com"
    assert listed("a.b.evil.com", domains) == "evil.com"
    assert listed("evil.com.br", domains) is None
    assert listed("notevil.com", domains) is None


@given(st.text())
def test_any_text_has_a_host_or_none(text: str) -> None:
    assert isinstance(canonical_host(text), str)


@given(st.one_of(st.text(), st.text("htps:/.@a b-éж。\\%`<>[]()\u200b")))
def test_spans_of_links_stand_in_the_text(text: str) -> None:
    for link in Reading(text).links:
        assert 0 <= link.span[0] < link.span[1] <= len(text)


def test_long_texts_are_searched_in_no_time() -> None:
    for text in (
        "a." * 20_000,
        "a" * 40_000 + ".",
        "https://" * 5_000,
        ".-" * 20_000,
        "`" * 3 + "`a``" * 10_000,
        "a(dot)" * 8_000,
    ):
        reading = Reading(text)
        assert isinstance(reading.links, tuple)
        assert isinstance(reading.hidden_links, tuple)
        assert isinstance(reading.code, tuple)
        assert isinstance(reading.quoted, tuple)
        assert reading.disguised is None or reading.disguised.text


@pytest.mark.parametrize(
    ("text", "invites"),
    [
        ("https://discord.gg/abc", ["discord"]),
        ("discord.gg/abc, come", ["discord"]),
        ("https://DISCORD.com/invite/abc", ["discord"]),
        ("https://discordapp.com/invite/abc", ["discord"]),
        ("https://discord.com/developers/docs", [None]),
        ("https://discord.gg", [None]),
        ("https://t.me/+abc", ["telegram"]),
        ("https://chat.whatsapp.com/AbC", ["whatsapp"]),
        ("https://join.slack.com/t/team/shared_invite/zt-1", ["slack"]),
        ("https://example.com/discord.gg/abc", [None]),
    ],
)
def test_invitations_are_told_by_whose_they_are(text: str, invites: list[str | None]) -> None:
    assert [link.invite for link in Reading(text).links] == invites


def test_a_link_says_what_it_hides() -> None:
    (link,) = Reading("https://good.com@evil.com:8080/a?b#c.").links
    assert (link.host, link.path, link.userinfo, link.shortener) == ("evil.com", "/a?b#c", True, False)
    assert Reading("https://bit.ly/3x").links[0].shortener
    assert Reading("https://bücher.example").links[0].ascii_host == "xn--bcher-kva.example"
    assert Reading("https://a.b.example.co.uk").links[0].registrable == "example.co.uk"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hxxp://evil.com/x", ["evil.com"]),
        ("hxxps://evil[.]com", ["evil.com"]),
        ("go to evil[.]com or worse(dot)com", ["evil.com", "worse.com"]),
        ("evil (dot) com", ["evil.com"]),
        ("mechant [point] fr", ["mechant.fr"]),
        ("https://evil.com is a plain link", []),
        ("a list[0].name and f(x).y", []),
        ("nothing", []),
    ],
)
def test_links_that_were_broken_on_purpose_are_put_together_again(text: str, expected: list[str]) -> None:
    assert [link.host for link in Reading(text).hidden_links] == expected


@pytest.mark.parametrize(
    ("host", "passes_for"),
    [
        ("paypai.com", "paypal.com"),
        ("paypa1.com", "paypal.com"),
        ("pаypal.com", "paypal.com"),
        ("login.paypai.com", "paypal.com"),
        ("dlscord.com", "discord.com"),
        ("discrod.com", "discord.com"),
        ("discorcl.gift", "discord.com"),
        ("rnicrosoft.com", "microsoft.com"),
        ("steamcommunlty.ru", "steamcommunity.com"),
        ("paypal.com", None),
        ("www.paypal.com", None),
        ("discord.com.br", None),
        ("apply.com", None),
        ("example.com", None),
    ],
)
def test_hosts_that_pass_for_protected_ones_are_known(host: str, passes_for: str | None) -> None:
    protected = ["paypal.com", "discord.com", "microsoft.com", "steamcommunity.com", "apple.com"]
    assert LookAlikes(protected).of(canonical_host(host)) == passes_for


def test_what_somebody_registered_is_two_labels_or_three() -> None:
    assert registrable("a.b.example.com") == "example.com"
    assert registrable("a.example.gouv.fr") == "example.gouv.fr"
    assert registrable("co.uk") == "co.uk"


@given(st.one_of(st.text(max_size=200), st.text("htxps:/.[]()dot evilcom*", max_size=200)))
def test_spans_of_broken_links_stand_in_the_text(text: str) -> None:
    for link in Reading(text).hidden_links:
        assert 0 <= link.span[0] < link.span[1] <= len(text)
