"""Addresses of pages: nobody makes one, changes one or uses one for something else."""

import base64
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.outside.tokens import LONGEST, Pass, Signer
from bot.ids import AccountId, CaseId, SpaceId
from bot.views import Doorway

KEY, NEWER = "first-key", "newer-key"
UNTIL = datetime(2026, 4, 1, 12, tzinfo=UTC)
ANA = AccountId("discord:123456789012345678/876543210987654321")
DOOR = Doorway(purpose="appeal", case=CaseId("12"), until=UNTIL, account=ANA, number=7)
PASS = Pass(space=SpaceId("outside:lime"), door=DOOR, locale="fr", address="tu")


def token(given: Pass = PASS, *keys: str) -> str:
    return Signer(keys or (KEY,)).written(given)


def test_what_was_written_is_read() -> None:
    assert Signer((KEY,)).read(token(), "appeal") == PASS
    answer = replace(PASS, door=replace(DOOR, purpose="answer", account=None), locale="en", address="vous")
    assert Signer((KEY,)).read(token(answer), "answer") == answer


def test_the_same_door_has_the_same_address_whenever_it_is_made() -> None:
    assert token() == token()


def test_nothing_in_it_is_a_format_of_any_chat() -> None:
    assert re.fullmatch("[a-z2-7]+", token())
    assert len(token()) < 300


@given(st.data())
def test_a_changed_letter_is_worth_nothing(data: st.DataObject) -> None:
    good = token()
    at = data.draw(st.integers(0, len(good) - 1))
    other = data.draw(st.sampled_from([one for one in "abcdefghijklmnopqrstuvwxyz234567" if one != good[at]]))
    assert Signer((KEY,)).read(good[:at] + other + good[at + 1 :], "appeal") is None


@given(st.text(max_size=60) | st.text("abcdefghijklmnopqrstuvwxyz234567", max_size=400))
def test_what_was_not_made_here_is_nothing_and_raises_nothing(words: str) -> None:
    assert Signer((KEY,)).read(words, "appeal") is None


@pytest.mark.parametrize("wrong", ["", "a", token().upper(), token() + "a", token()[:-1], "a" * (LONGEST + 8)])
def test_no_other_spelling_of_it_is_taken(wrong: str) -> None:
    assert Signer((KEY,)).read(wrong, "appeal") is None


def test_an_appeal_is_no_answer() -> None:
    assert Signer((KEY,)).read(token(), "answer") is None
    assert Signer((KEY,)).read(token(), "form") is None


def test_what_it_says_cannot_be_put_under_another_signature() -> None:
    good = base64.b32decode(token().upper() + "=" * (-len(token()) % 8))
    other = good[32:].replace(b'"12"', b'"13"')
    forged = base64.b32encode(good[:32] + other).decode().rstrip("=").lower()
    assert Signer((KEY,)).read(forged, "appeal") is None


def test_another_key_opens_nothing() -> None:
    assert Signer((NEWER,)).read(token(), "appeal") is None


def test_a_new_key_signs_while_the_earlier_one_is_still_good() -> None:
    both = Signer((NEWER, KEY))
    assert both.read(token(), "appeal") == PASS
    assert both.written(PASS) == token(PASS, NEWER) != token()


def test_without_a_key_nothing_is_signed() -> None:
    with pytest.raises(ValueError, match="without a key"):
        Signer(())


def test_a_form_belongs_to_its_page_alone() -> None:
    signer, other = Signer((NEWER, KEY)), token(replace(PASS, door=replace(DOOR, number=8)))
    assert signer.formed(token(), Signer((KEY,)).form(token()))
    assert signer.formed(token(), signer.form(token()))
    assert not signer.formed(token(), signer.form(other))
    assert not signer.formed(token(), "")
    assert not signer.formed(token(), "é")
