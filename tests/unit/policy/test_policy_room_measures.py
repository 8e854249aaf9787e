"""Ladders, owners, slow channels, and what happens outside of messages."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import wording
from bot.commands import Level
from bot.effects import DeleteMessage, PauseInvites, QuarantineMember, React, SendDirect, SetSlowmode, TimeOutMember
from bot.events import Due, MemberJoined
from bot.facts import CounterFact, Move
from bot.ids import CommunityId, EventId, TimerId, own_space, role_id
from bot.locales import LOCALES, Translator
from bot.policy.book import Book
from bot.policy.ladder import subject
from bot.policy.room import PolicyRoom
from bot.records import CaseWanted, Counted, IncidentOpened, PolicyHit, TimerArmed
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay, Written
from bot.views import Card, Phrase
from tests.unit.policy.packs import GENERAL, NOW, SAM, SPACE, edited, pack, policy, posted
from tests.unit.policy.test_policy_room import MANAGERS, NOW_RECEIVED, KnownFacts

CAT = '{ words = { any = ["cat"] } }'
OWNER = role_id(SPACE, "owner")
LADDER = """
[[policies.ladder]]
at = 2
within = "30d"
then = { remove = true }
[[policies.ladder]]
at = 3
within = "7d"
then = { timeout = "1h" }
"""


LEVELS = {OWNER: Level.OWNER, role_id(SPACE, "senior"): Level.SENIOR}
OVERLAY = Overlay(Written(managers_channel={SPACE: MANAGERS}, levels=LEVELS))


class Earlier(KnownFacts):
    """Facts in which one counter has moved so long before, each time for another message."""

    def __init__(self, counter: str, *ago: timedelta, about: str = "") -> None:
        super().__init__()
        self._counter = counter
        moves = tuple(Move(NOW - one, about or f"m{number}", 1) for number, one in enumerate(ago))
        self._fact = CounterFact(value=len(moves), moved_at=NOW, recent=moves)

    def counter(self, counter: str, of: str) -> CounterFact | None:
        return self._fact if (counter, of) == (self._counter, SAM) else None


def rule(policies: str, given: Input, facts: KnownFacts | None = None) -> list[Ruling]:
    room = PolicyRoom(Book.compile([pack(policies)]), OVERLAY)
    return list(room.rule(given, facts or Earlier("none"), Moment(NOW_RECEIVED, 1)))


def actions(policies: str, given: Input, facts: KnownFacts) -> tuple[str, ...]:
    (ruling,) = rule(policies, given, facts)
    (hit,) = [record for record in ruling.records if isinstance(record, PolicyHit)]
    return hit.actions


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("ago", "follows"),
    [
        ((), ("remind",)),
        ((30 * DAY,), ("remind",)),
        ((30 * DAY - timedelta(seconds=1),), ("remove",)),
        ((8 * DAY, 9 * DAY), ("remove",)),
        ((7 * DAY, DAY), ("remove",)),
        ((7 * DAY - timedelta(seconds=1), DAY), ("timeout",)),
        ((DAY, DAY, DAY, DAY), ("timeout",)),
    ],
)
def test_the_highest_step_that_is_reached_within_its_window_holds(
    ago: tuple[timedelta, ...], follows: tuple[str, ...]
) -> None:
    assert actions(policy(CAT) + LADDER, posted("cat"), Earlier("policy:tests/one", *ago)) == follows


@given(st.lists(st.integers(0, 40 * 86400).map(lambda seconds: timedelta(seconds=seconds)), max_size=6))
def test_more_that_happened_never_leads_to_a_lower_step(ago: list[timedelta]) -> None:
    climbing = policy(CAT) + LADDER
    steps: list[tuple[str, ...]] = [("remind",), ("remove",), ("timeout",)]
    reached = [
        steps.index(actions(climbing, posted("cat"), Earlier("policy:tests/one", *ago[:count])))
        for count in range(len(ago) + 1)
    ]
    assert reached == sorted(reached)


def test_an_edit_of_a_message_that_has_counted_does_not_count_again() -> None:
    climbing, message = policy(CAT) + LADDER, subject(posted("cat"))
    assert actions(climbing, edited("cat"), Earlier("policy:tests/one", DAY, about=message)) == ("remind",)
    assert actions(climbing, edited("cat"), Earlier("policy:tests/one", DAY)) == ("remove",)


@pytest.mark.parametrize(
    ("counts", "mode", "counter"),
    [
        ("policy", "enforce", "policy:tests/one"),
        ("pack", "enforce", "pack:tests"),
        ("community", "enforce", "policies"),
        ("policy", "shadow", "shadow:policy:tests/one"),
    ],
)
def test_a_ladder_reads_one_counter_and_its_matches_move_it(counts: str, mode: str, counter: str) -> None:
    climbing = policy(CAT, mode=mode) + f'counts = "{counts}"\n' + LADDER
    assert actions(climbing, posted("cat"), Earlier(counter, DAY)) == ("remove",)
    (ruling,) = rule(climbing, posted("cat"))
    assert counter in {record.counter for record in ruling.records if isinstance(record, Counted)}


def test_an_owner_is_told_and_nothing_is_taken_from_them() -> None:
    strict = policy(CAT, then='{ remove = true, timeout = "1h", quarantine = true, alert = true }')
    (ruling,) = rule(strict, posted("cat", roles=(OWNER,)))
    assert [effect.kind for effect in ruling.effects] == ["send_direct"]
    (incident,) = [record for record in ruling.records if isinstance(record, IncidentOpened)]
    assert [measure.name for measure in incident.measures] == ["remind", "alert"]
    assert incident.withheld == ("remove", "timeout", "quarantine")
    withheld = tuple(Phrase("policy-withheld", (("measure", name),)) for name in ("remove", "timeout", "quarantine"))
    assert ruling.why[-3:] == withheld
    hits = [record for record in ruling.records if isinstance(record, PolicyHit)]
    assert [(hit.mode, hit.actions) for hit in hits] == [("enforce", ("remove", "alert", "timeout", "quarantine"))]


def test_managers_are_judged_like_anybody_unless_the_policy_spares_them() -> None:
    senior = posted("cat", roles=(role_id(SPACE, "senior"),))
    (judged,) = rule(policy(CAT, then="{ remove = true }"), senior)
    assert any(isinstance(effect, DeleteMessage) for effect in judged.effects)
    (spared,) = rule(policy(CAT, then="{ remove = true }", unless='{ level = "moderator" }'), senior)
    assert spared.effects == ()


def test_measures_on_people_come_after_their_reasons_and_before_those_on_places() -> None:
    everything = (
        '{ quarantine = true, react = "👀", slowmode = "30s", pause_invites = "1h", timeout = "5m", reply = true }'
    )
    (ruling,) = rule(policy(CAT, then=everything), posted("cat"))
    kinds = [effect.kind for effect in ruling.effects]
    assert kinds == [
        "send_direct",
        "time_out_member",
        "quarantine_member",
        "react",
        "reply_card",
        "set_slowmode",
        "pause_invites",
    ]
    assert {*kinds, "post_card"} == Book.compile([pack(policy(CAT, then=everything))]).effects_used
    assert [effect.until for effect in ruling.effects if isinstance(effect, PauseInvites)] == [
        NOW_RECEIVED + timedelta(hours=1)
    ]
    assert [effect.emoji for effect in ruling.effects if isinstance(effect, React)] == ["👀"]


def test_a_case_is_wanted_with_the_wording_that_holds_now_and_nothing_is_done_to_anybody() -> None:
    (ruling,) = rule(policy(CAT, then="{ open_case = true }"), posted("cat"))
    (wanted,) = [one for one in ruling.records if isinstance(one, CaseWanted)]
    (hit,) = [one for one in ruling.records if isinstance(one, PolicyHit)]
    opening = wanted.opening
    assert (opening.kind, opening.door, opening.respondent) == ("report", "policy", hit.account)
    assert opening.policies == ((hit.policy, hit.revision),)
    assert opening.evidence is not None
    assert opening.evidence.text == "cat"
    assert ruling.effects == ()
    assert not [one for one in ruling.records if isinstance(one, IncidentOpened)]


def test_a_message_that_goes_is_not_marked() -> None:
    (ruling,) = rule(policy(CAT, then='{ remove = true, react = "👀" }'), posted("cat"))
    assert not any(isinstance(effect, React) for effect in ruling.effects)


def test_a_slow_channel_is_let_go_once_it_has_been_quiet() -> None:
    (ruling,) = rule(policy(CAT, then='{ slowmode = "30s" }'), posted("cat"))
    assert [(effect.channel, effect.seconds) for effect in ruling.effects if isinstance(effect, SetSlowmode)] == [
        (GENERAL, 30)
    ]
    (armed,) = [record for record in ruling.records if isinstance(record, TimerArmed)]
    assert armed.due_at == NOW_RECEIVED + timedelta(minutes=10)
    space = own_space(CommunityId("here"))
    due = Due(id=EventId("due"), space=space, at=armed.due_at, timer=armed.timer, generation=1)
    (ends,) = rule(policy(CAT), due)
    assert ends.effects == (SetSlowmode(space=SPACE, channel=GENERAL, seconds=0),)
    assert rule(policy(CAT), replace(due, timer=TimerId("other"))) == []


def test_the_platforms_own_log_gets_the_names_of_the_policies_and_nobodys_words() -> None:
    both = policy(CAT, then='{ remove = true, timeout = "1h" }') + policy(CAT, name="two", then='{ slowmode = "5s" }')
    quiet = policy(CAT, name="three", mode="shadow", then="{ remove = true }")
    (ruling,) = rule(both + quiet, posted("cat"))
    assert {effect.kind for effect in ruling.effects} > {"delete_message", "time_out_member", "set_slowmode"}
    assert {effect.note for effect in ruling.effects} == {"tests/one, tests/two"}


RAID = '{ on = ["join"] }'


def joined(channel: Any = None) -> MemberJoined:
    return MemberJoined(id=EventId("join"), space=SPACE, at=NOW, account=SAM, name="Sam", channel=channel)


def test_somebody_who_joins_can_be_judged_and_nothing_is_taken_down_for_it() -> None:
    strict = policy(RAID, then='{ remove = true, quarantine = true, pause_invites = "1h", alert = true }')
    (ruling,) = rule(strict, joined())
    assert [type(effect) for effect in ruling.effects[:3]] == [SendDirect, QuarantineMember, PauseInvites]
    assert not any(isinstance(effect, DeleteMessage | TimeOutMember) for effect in ruling.effects)
    (hit,) = [record for record in ruling.records if isinstance(record, PolicyHit)]
    assert (hit.channel, hit.message, hit.spans) == (None, None, ())
    assert rule(strict, joined(GENERAL)) == []
    assert rule(policy(CAT), joined()) == []


@pytest.mark.parametrize("given_", [posted("cat", roles=(OWNER,)), posted("cat"), joined()])
def test_every_word_of_it_exists_in_both_languages(given_: Input) -> None:
    then = '{ quarantine = true, slowmode = "30s", pause_invites = "1h", timeout = "5m", alert = true }'
    (ruling,) = rule(policy(CAT, then=then) + policy(RAID, name="raid", then=then), given_)
    texts: list[Any] = [*ruling.why]
    for card in [effect.card for effect in ruling.effects if hasattr(effect, "card")]:
        assert isinstance(card, Card)
        texts += card.body
    translator = Translator(strict=True)
    for phrase in [text for text in texts if isinstance(text, Phrase)]:
        for locale in LOCALES:
            assert wording.say(phrase, locale, translator)
