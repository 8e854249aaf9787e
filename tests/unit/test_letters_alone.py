"""Whom a word to somebody alone reaches, and in which language."""

from datetime import UTC, datetime

import pytest

from bot import settings as community
from bot.facts import AccountFact
from bot.ids import MemberId, account_id, space_id
from bot.settings import Settings, Written
from bot.views import Card, Phrase

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
SPACE = space_id("discord", "1")
ANNA = account_id(SPACE, "7")
CARD = Card(body=(Phrase("team-back-over"),))
SETTINGS = Settings(Written(locale="fr", address="vous"))
HERE = AccountFact(account=ANNA, member=MemberId("anna"), met_at=NOW, locale="en")
GONE = AccountFact(account=ANNA, member=MemberId("anna"), met_at=NOW, left_at=NOW)


def test_a_letter_is_in_the_language_of_whoever_reads_it() -> None:
    (letter,) = community.letter(SETTINGS, HERE, CARD, note="case 3")

    assert (letter.space, letter.account, letter.locale) == (SPACE, ANNA, "en")
    assert (letter.card, letter.address, letter.note) == (CARD, "vous", "case 3")


@pytest.mark.parametrize(
    "to",
    [None, GONE, AccountFact(account=ANNA, member=MemberId("anna"), met_at=NOW, bot=True)],
    ids=["unknown", "gone", "a program"],
)
def test_no_letter_goes_to_whoever_would_not_read_it(to: AccountFact | None) -> None:
    assert community.letter(SETTINGS, to, CARD) == ()


@pytest.mark.parametrize("known", [None, GONE], ids=["unknown", "gone"])
def test_what_somebody_has_a_right_to_is_sent_wherever_they_went(known: AccountFact | None) -> None:
    letter = community.direct(SETTINGS, ANNA, known, CARD, hint="en")

    assert (letter.account, letter.locale) == (ANNA, "en")
