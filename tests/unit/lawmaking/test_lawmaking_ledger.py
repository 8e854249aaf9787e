"""What anybody may read: decisions page by page, the rules for them, and how much criticism was taken down."""

from dataclasses import replace
from datetime import timedelta

from bot.cases.lines import Penalty
from bot.cases.sanctions import Sanction
from bot.effects import ReplyPrivately
from bot.facts import ACTIVATIONS_KEY, Activation, ActivationsFact
from bot.ids import PolicyId, RevisionId, SanctionId, message_id
from bot.records import SanctionTaken
from bot.views import Bilingual, Card
from tests.unit.lawmaking.assembly import PEOPLE, Assembly
from tests.unit.moderation.playing import (
    BASILE,
    BOSSES,
    GENERAL,
    KWAME,
    NOW,
    SPACE,
    buttons,
    check_words,
    command,
    only,
    quotes,
    words,
)


def read(here: Assembly, name: str, **arguments: str) -> Card:
    asked = replace(command(name, PEOPLE[1]), arguments=tuple(arguments.items()))
    effects = here.effects(asked)
    check_words(effects)
    return only(effects, ReplyPrivately).card


def activated(number: int, author: str = "chat", mode: str = "enforce") -> Activation:
    return Activation(
        policy=PolicyId(f"ours/rule-{number}"), title=Bilingual(f"Rule {number}", f"Règle {number}"),
        revision=RevisionId(f"abc{number}"), mode=mode, at=NOW - timedelta(days=number), author=author,
    )  # fmt: skip


def know(here: Assembly, *found: Activation) -> None:
    here.stored[ACTIVATIONS_KEY] = ActivationsFact(activations=found)


def taken(text: str, **more: object) -> SanctionTaken:
    sanction = Sanction(
        id=SanctionId("1-2-1"), space=SPACE, account=BASILE, penalty=Penalty(name="remove"), by=KWAME, at=NOW,
        reasons="It broke a rule", message=message_id(GENERAL, "9"), quote=text,
        policies=((PolicyId("ours/cats"), RevisionId("abc")),),
    )  # fmt: skip
    return SanctionTaken(sanction=replace(sanction, **more))  # type: ignore[arg-type]


def test_where_nothing_was_decided_that_is_said() -> None:
    said = words(read(Assembly(), "decisions"))
    assert "Nothing was decided yet" in said
    assert "took down: none" in said


def test_everybody_reads_what_was_decided_when_by_how_many_and_why() -> None:
    here = Assembly({"proposals": "members"})
    here.propose()
    here.lapse()
    for voter in PEOPLE[:5]:
        here.vote(voter, "for")
    here.lapse()
    here.lapse()
    here.propose(title="No cats")
    here.press("proposal-withdraw:2")
    here.list_them(2, 1)
    card = read(here, "decisions")
    said = words(card)
    assert 'Proposal 1, a new rule, "No spoilers": adopted (5 for, 0 against, 0 abstained, of 8)' in said
    assert f"chat/no-spoilers, wording {str(here.proposal().revision)[:8]}" in said
    assert 'Proposal 2, a new rule, "No cats": taken back' in said


def test_a_manager_who_rejects_is_read_with_the_reason() -> None:
    here = Assembly()
    here.propose()
    here.lapse()
    here.decide("proposal-reject", "We have that already")
    here.list_them(1)
    assert "We have that already" in quotes(read(here, "decisions"))


def test_what_is_open_is_named_first_and_shows_no_numbers() -> None:
    here = Assembly({"proposals": "members"})
    here.propose()
    here.lapse()
    here.vote(PEOPLE[1], "for")
    here.list_them(1)
    said = words(read(here, "decisions"))
    assert 'Open: proposal 1, a new rule, "No spoilers"; voted on until' in said
    assert "1 for" not in said


def test_rules_that_were_switched_without_a_proposal_are_read_too() -> None:
    here = Assembly()
    know(here, activated(1, "chat", "off"), activated(2, "file"), activated(3, "proposal:1"))
    said = words(read(here, "decisions"))
    assert 'The team switches the rule "Rule 1" off' in said
    assert 'Whoever runs the bot lets the rule "Rule 2" act' in said
    assert "Rule 3" not in said


def test_rules_that_were_switched_in_one_go_are_one_line() -> None:
    here, at = Assembly(), {"at": NOW}
    begun = [activated(number, "file")._replace(**at) for number in range(1, 21)]  # type: ignore[arg-type]
    know(here, *begun, activated(21, "file", "shadow")._replace(**at), activated(22))  # type: ignore[arg-type]
    card = read(here, "decisions")
    said = words(card)
    assert "Whoever runs the bot lets 20 rules act: Rule 1, Rule 10," in said
    assert 'Whoever runs the bot puts the rule "Rule 21" on trial' in said
    assert 'The team lets the rule "Rule 22" act' in said
    assert "Nobody has proposed anything so far" in said
    assert ("page" in said, card.buttons) == (False, ())


def test_decisions_come_page_by_page_the_latest_first() -> None:
    here = Assembly()
    know(here, *(activated(number) for number in range(1, 20)))
    first, last = read(here, "decisions"), read(here, "decisions", page="3")
    assert "page 1 of 3" in words(first)
    assert (buttons(first), buttons(last)) == (["decisions-page"], ["decisions-page"])
    assert [one.id for one in read(here, "decisions", page="2").buttons] == ["decisions-page:1", "decisions-page:3"]
    assert ('"Rule 1"' in words(first), '"Rule 19"' in words(last)) == (True, True)
    assert words(read(here, "decisions", page="900")) == words(last)
    assert words(read(here, "decisions", page="x")) == words(first)


def test_the_rules_for_making_rules_are_open_to_everybody_and_set_by_an_owner_only_before_the_first_vote() -> None:
    here = Assembly()
    member = read(here, "policy rules")
    assert "Talked over for 3 days, voted on for 3 days; what passes holds a day later" in words(member)
    assert buttons(member) == ["proposal-rules"]
    assert dict(member.buttons[0].prefill) == {"days": "3 3 1", "percents": "20 50 66"}
    owner = only(here.effects(replace(command("policy rules", KWAME), roles=(BOSSES,))), ReplyPrivately).card
    assert buttons(owner) == ["proposal-rules", "proposal-who", "proposal-first-rules"]
    check_words(here.effects(here.form("proposal-first-rules", KWAME, days="1 1 0", percents="10 60 80")))
    assert "Talked over for a day, voted on for a day; what passes holds at once" in words(read(here, "policy rules"))
    here.effects(here.form("proposal-who", KWAME, who="members"))
    here.propose()
    here.lapse()
    assert here.proposal().state == "voting"
    owner = only(here.effects(replace(command("policy rules", KWAME), roles=(BOSSES,))), ReplyPrivately).card
    assert buttons(owner) == ["proposal-rules", "proposal-who"]


def test_critical_messages_that_the_team_took_down_are_counted_once_each_for_everybody() -> None:
    here = Assembly()
    for one in (
        taken("Tilleul is garbage"),
        taken("Tilleul is garbage", reasons="explained later"),
        taken("The mods are a joke", message=message_id(GENERAL, "10"), policies=()),
        taken("Hello there", message=message_id(GENERAL, "11")),
        taken("Tilleul is a scam", message=message_id(GENERAL, "12"), by=None),
        taken("Tilleul is a scam", message=message_id(GENERAL, "13"), imported=True),
        taken("Tilleul is a scam", message=message_id(GENERAL, "14"), penalty=Penalty(name="warn")),
    ):
        here.play(one)
    said = words(read(here, "decisions"))
    assert "took down: 2; by hand on the platform, without naming a rule: 1" in said
