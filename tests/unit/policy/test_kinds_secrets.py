"""Secrets posted by mistake. Every one here is made up: none of them opens anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.policy.kinds.secrets import luhn, mod97
from tests.unit.policy.knowing import quoted, say
from tests.unit.policy.packs import posted

WHEN = "{ secrets = {} }"
# Put together here, so that no scanner takes this file for a leak.
REAL = {
    "AWS access key": "AKIA" + "QWERTYUIOP234567",
    "GitHub token": "ghp_" + "a1B2" * 9,
    "GitLab token": "glpat-" + "a1B2c3" * 4,
    "Slack token": "xoxb-" + "123456789012-abcdefghijkl",
    "Slack webhook": "https://hooks.slack" + ".com/services/" + "T00000000/B00000000/" + "x" * 24,
    "Discord token": "MTk4" + "a" * 20 + ".Cl2FMQ." + "b" * 30,
    "Discord webhook": "https://discord" + ".com/api/webhooks/" + "1" * 18 + "/" + "a-B_" * 17,
    "Telegram bot token": "123456789" + ":AA" + "c" * 33,
    "Google API key": "AIza" + "d" * 35,
    "OpenAI or Anthropic key": "sk-proj-" + "e" * 40,
    "Stripe key": "sk_" + "live_" + "f" * 24,
    "npm token": "npm_" + "g" * 36,
    "PyPI token": "pypi-" + "AgE" + "h" * 60,
    "Hugging Face token": "hf_" + "i" * 34,
    "signed token": "eyJ" + "j" * 20 + ".eyJ" + "k" * 20 + "." + "l" * 30,
    "private key": "-----BEGIN RSA " + "PRIVATE KEY-----",
    "card number": "4242 4242 4242 4242",
    "IBAN": "FR14 2004 1010 0505 0001 3M02 606",
}


@pytest.mark.parametrize(("called", "secret"), REAL.items(), ids=REAL)
def test_a_secret_is_found_named_and_cited_also_in_code(called: str, secret: str) -> None:
    if called == "card number":
        secret = "4556 7375 8689 9855"
    for text in (f"here {secret} oops", f"`{secret}`", f"key={secret}" if "key" in called else secret):
        outcome = say(WHEN, posted(text))
        assert getattr(outcome, "evidence", ()) == (f"secrets: {called}",), text
        assert quoted(WHEN, posted(text)) == [secret]


@pytest.mark.parametrize(
    "text",
    [
        "lemon wins", "x.y.", " . . ", "hellö.world.bye", "19jd3J.dfkm3d.€víł§tüff",
        "1234 5678 9012 3456", "4556737586899856", "0000 0000 0000 0000", "4444444444444448", "order 4556-7375-8689-98",
        "1405894322.002768", "2026-11-22 12:30:45", "call 0033 1 23 45 67 89",
        "FR14 2004 1010 0505 0001 3M02 607", "DE00 1234 5678 9012 3456 78", "AB12 CDEF 3456 7890 1234",
        "sk-learn is a library", "AKIA is the start of a key", "ghp_short", "-----BEGIN PUBLIC KEY-----",
        "commit 4556737586899855a1b2c3d4e5f60718293a4b5c", "https://example.org/4556737586899855",
        "deadbeefdeadbeefdeadbeefdeadbeef", "550e8400-e29b-41d4-a716-446655440000",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_secret_is_none(text: str) -> None:
    assert say(WHEN, posted(text)) is None


def test_an_iban_ends_where_its_country_says_and_no_later() -> None:
    assert quoted(WHEN, posted("DE89 3704 0044 0532 0130 00 then 1234")) == ["DE89 3704 0044 0532 0130 00"]
    assert quoted(WHEN, posted("my iban is gb82west12345698765432.")) == ["gb82west12345698765432"]


def test_only_the_kinds_that_are_asked_for_count() -> None:
    assert say('{ secrets = { kinds = ["cards"] } }', posted(REAL["GitHub token"])) is None
    assert quoted('{ secrets = { kinds = ["cards"] } }', posted("4556737586899855")) == ["4556737586899855"]


@given(st.text("0123456789", min_size=12, max_size=18))
def test_one_wrong_figure_is_always_noticed(body: str) -> None:
    (last,) = [figure for figure in "0123456789" if luhn(body + figure)]
    number = body + last
    for index, figure in enumerate(number):
        for other in {*"0123456789"} - {figure}:
            assert not luhn(number[:index] + other + number[index + 1 :])


def test_check_digits_of_ibans_are_those_of_the_norm() -> None:
    assert mod97("GB82 WEST 1234 5698 7654 32")
    assert not mod97("GB82 WEST 1234 5698 7654 33")
    assert not mod97("ÉB82 WEST 1234")
