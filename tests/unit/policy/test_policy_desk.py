"""The desk of policies: what people read when they ask what the rules are, in words and not in settings."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.effects import PostCard, ReplyPrivately
from bot.events import Cited, Due, MenuChosen
from bot.facts import DecisionsFact, decisions_key
from bot.ids import EventId, message_id
from bot.policy import trial
from bot.policy.book import Book
from bot.policy.desk import PolicyDesk
from bot.settings import Overlay
from bot.views import Person, Phrase
from tests.unit.moderation.playing import (
    BASILE,
    BOSSES,
    GENERAL,
    NOW,
    SPACE,
    ZOE,
    Stage,
    cards,
    check_words,
    command,
    form,
    only,
    press,
    set_in_chat,
    words,
    written,
)
from tests.unit.policy.packs import pack, policy

LADDER = """
[[policies.ladder]]
at = 3
within = "30d"
then = { timeout = "10m" }
"""
CAT = '{ words = { any = ["cat"] } }'


def stage(*policies: str, **more: object) -> Stage:
    return Stage(PolicyDesk(Book.compile([pack(*policies)]), Overlay(written())), **more)  # type: ignore[arg-type]


def shown(locale: str, unless: str = '{ level = "helper", member_for = "14d" }', ladder: str = LADDER) -> str:
    effects = stage(policy(CAT, unless=unless) + ladder).effects(command("policy show", policy="tests/one"))
    check_words(effects)
    return words(cards(effects)[0], locale)  # type: ignore[arg-type]


def test_a_rule_is_shown_in_words_in_either_language() -> None:
    english, french = shown("en"), shown("fr")
    assert "Once it has happened 3 times within 30 days" in english
    assert "Helpers and those who do more.\nThose who have been here for 14 days." in english
    assert "Dès que c'est arrivé 3 fois en 30 jours" in french
    assert "L'entraide, et au-dessus.\nQui est là depuis 14 jours." in french
    assert "30d" not in english + french


@pytest.mark.parametrize(
    ("unless", "said"),
    [
        ('{ level = "owner" }', "Owners."),
        ('{ member_for = "1d" }', "Those who have been here for a day."),
        ('{ member_for = "90m" }', "Those who have been here for 90 minutes."),
    ],
)
def test_whom_a_rule_spares_is_said_in_words(unless: str, said: str) -> None:
    assert said in shown("en", unless).splitlines()


def test_conditions_that_only_hold_together_are_shown_together() -> None:
    when = '{ any = [{ words = { any = ["cat"] }, links = {} }, { words = { any = ["dog"] } }] }'
    card = cards(stage(policy(when)).effects(command("policy show", policy="tests/one")))[0]
    lines = [line.strip() for line in words(card).splitlines()]
    begun = lines.index("any:")
    assert lines[begun : begun + 5] == ["any:", "all:", 'words: any = ["cat"]', "links: any", 'words: any = ["dog"]']


def test_what_is_wrong_with_a_new_rule_is_said_in_the_language_of_whoever_wrote_it() -> None:
    effects = stage(policy(CAT)).effects(form("policy-new", title="", words="", then="", roles=(BOSSES,)))
    check_words(effects)
    (card,) = cards(effects)
    assert "Il lui faut un nom" in words(card, "fr")
    assert "écrivez un mot" in words(card, "fr", "vous")
    assert "it needs a name" not in words(card, "fr")


def test_words_that_cannot_be_looked_for_are_named() -> None:
    sent = form("policy-new", title="Stars", words="a*b", then="alert", why_en="No.", roles=(BOSSES,))
    assert '"a*b" has a star inside' in words(cards(stage(policy(CAT)).effects(sent))[0])


def test_what_others_ask_about_a_message_names_its_author_so_that_it_can_be_erased_with_them() -> None:
    message = message_id(GENERAL, "9")
    known = {decisions_key(message): DecisionsFact(message=message, account=None, decisions=())}
    asked = MenuChosen(
        id=EventId("ask"),
        space=SPACE,
        at=NOW,
        account=ZOE,
        channel=GENERAL,
        roles=(BOSSES,),
        menu="explain",
        cited=Cited(message=message, channel=GENERAL, author=BASILE, text="my words"),
    )
    effects = stage(policy(CAT), known=known).effects(asked)
    check_words(effects)
    assert Phrase("policy-decided-of", (("person", Person(BASILE)),)) in cards(effects)[0].body


def test_the_news_of_a_day_is_not_told_any_more_once_the_next_day_is_over() -> None:
    now = datetime(2027, 3, 1, 9, tzinfo=UTC)
    known = set_in_chat(stage="observing", observing_until=(now + timedelta(days=3)).isoformat())
    due = Due(id=EventId("due"), space=SPACE, at=now, timer=trial.TIMER, generation=1)
    told = only(stage(policy(CAT), known=known).effects(due), PostCard)
    assert told.expires_at == now + timedelta(days=1)


def test_the_button_of_somebodys_own_page_lists_the_same_rules_as_the_command() -> None:
    here = stage(policy('{ words = { any = ["cat"] } }'))
    listed = [only(here.effects(one), ReplyPrivately).card for one in (press("home-policies"), command("policy list"))]
    assert listed[0] == listed[1]
    assert here.play(press("home-privacy")) == []
