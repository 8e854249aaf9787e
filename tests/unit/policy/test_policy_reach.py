"""What a platform cannot do is left out and said, what can be done in its place is done, and nothing pretends."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Level
from bot.counters import CountersRoom
from bot.effects import Effect, PostCard, ReplyCard, SendDirect
from bot.events import MemberJoined
from bot.ids import EventId, Platform, role_id
from bot.moderation.room import ModerationRoom
from bot.policy import reach
from bot.policy.book import Book
from bot.policy.room import PolicyRoom
from bot.policy.then import Then
from bot.records import Counted, IncidentOpened, PolicyHit
from bot.rooms import Input, Ruling
from bot.settings import Overlay
from bot.views import Passage
from tests.unit.moderation.playing import SPACE, TEAM, Stage, check_words, keys, only, quotes, words, written
from tests.unit.policy.packs import GENERAL, NOW, SAM, edited, pack, policy, posted

WEB, OTHER = Platform("web"), Platform("other")
CAT = '{ words = { any = ["cat"] } }'
LIKE_SLACK = frozenset(
    {"delete_message", "time_out_member", "quarantine_member", "set_slowmode", "pause_invites", "hide_reaction"}
)
OWNER = role_id(SPACE, "owner")
EVERYTHING = (
    '{ remove = true, remind = true, reply = true, alert = true, react = "👀", timeout = "1h", slowmode = "30s", '
    'quarantine = true, pause_invites = "1h" }'
)


def stage(*policies: str, lacks: frozenset[str] = LIKE_SLACK, platform: Platform = WEB) -> Stage:
    """A community on a platform that lacks something."""
    overlay = Overlay(written(levels={OWNER: Level.OWNER}, cannot={platform: lacks}))
    made = Stage(PolicyRoom(Book.compile([pack(*policies)]), overlay), ModerationRoom(overlay), CountersRoom())
    made.now = NOW
    return made


def records(rulings: list[Ruling], kind: type) -> list[Any]:
    return [record for ruling in rulings for record in ruling.records if isinstance(record, kind)]


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def opened(rulings: list[Ruling]) -> IncidentOpened:
    (found,) = records(rulings, IncidentOpened)
    return found  # type: ignore[no-any-return]


def test_where_a_message_cannot_be_taken_down_its_author_is_asked_to_do_it() -> None:
    said = stage(policy(CAT, then="{ remove = true }")).play(posted("my cat"))
    assert [type(effect) for effect in effects(said)] == [SendDirect, PostCard]
    letter = only(effects(said), SendDirect).card
    assert keys(letter)[0] == "policy-direct-asked"
    assert quotes(letter) == ["my cat"]
    assert "taking down" not in words(letter)
    where = next(one for one in letter.body if getattr(one, "key", "") == "policy-direct-where")
    assert ("passage", Passage(GENERAL, posted("x").message)) in getattr(where, "arguments", ())
    check_words(effects(said))


def test_the_card_of_the_team_says_that_it_stands_and_leads_there() -> None:
    said = stage(policy(CAT, then="{ remove = true }")).play(posted("my cat"))
    card = only(effects(said), PostCard).card
    assert "Somebody is asked to take a message down" in words(card)
    assert "Until they do, it stands." in words(card)
    assert keys(card).count("moderation-beyond") == 1
    assert "moderation-card-person-place-passage" in keys(card)
    incident = opened(said)
    assert incident.beyond == ("remove",)
    assert [one.name for one in incident.measures] == ["remind", "ask", "alert"]


def test_a_reply_that_a_policy_asks_for_goes_to_the_thread_of_what_stands() -> None:
    said = stage(policy(CAT, then="{ remove = true, reply = true }")).play(posted("cat"))
    assert keys(only(effects(said), ReplyCard).card)[0] == "policy-reply"


@pytest.mark.parametrize("then", ['{ timeout = "1h" }', "{ quarantine = true }"])
def test_where_nobody_can_be_kept_from_writing_the_team_is_told_and_the_author_hears_no_more_than_why(
    then: str,
) -> None:
    said = stage(policy(CAT, then=then)).play(posted("cat"))
    letter = only(effects(said), SendDirect).card
    assert not {"policy-direct-timeout", "policy-direct-quarantine"} & set(keys(letter))
    card = only(effects(said), PostCard).card
    assert "please see to it by hand" in words(card)
    assert "moderation-did-until" not in keys(card)
    check_words(effects(said))


def test_what_concerns_a_place_is_left_out_and_said() -> None:
    said = stage(policy(CAT, then='{ slowmode = "30s", pause_invites = "1h" }')).play(posted("cat"))
    assert [type(effect) for effect in effects(said)] == [PostCard]
    card = only(effects(said), PostCard).card
    assert "slowing the channel down" in words(card)
    assert opened(said).beyond == ("slowmode", "pause_invites")


def test_a_decision_says_what_was_not_done_and_why() -> None:
    (judged, *_) = stage(policy(CAT, then="{ remove = true }")).play(posted("cat"))
    assert "policy-beyond" in [getattr(one, "key", "") for one in judged.why]


def test_it_counts_all_the_same() -> None:
    steps = 'ladder = [{ at = 2, within = "9d", then = { timeout = "1h" } }]\n'
    counted = [
        {
            one.counter
            for one in records(stage(policy(CAT, then=EVERYTHING) + steps, lacks=lacks).play(posted("cat")), Counted)
        }
        for lacks in (frozenset[str](), LIKE_SLACK)
    ]
    ladders = {"policy:tests/one", "pack:tests", "policies"}
    assert ladders <= counted[0] & counted[1]
    assert counted[0] - counted[1] == {"measure:remove", "measure:timeout"}


def test_on_an_owner_nothing_forceful_falls_and_nobody_asks_them_to_take_anything_down() -> None:
    said = stage(policy(CAT, then="{ remove = true }")).play(posted("cat", roles=(OWNER,)))
    assert opened(said).withheld == ("remove",)
    assert opened(said).beyond == ()
    assert keys(only(effects(said), SendDirect).card)[0] == "policy-direct-reminder"


def test_who_only_joined_is_asked_for_nothing() -> None:
    join = MemberJoined(id=EventId("join"), space=SPACE, at=NOW, account=SAM, name="Sam")
    said = stage(policy('{ on = ["join"] }', then="{ remove = true, quarantine = true }")).play(join)
    assert "ask" not in [one.name for one in opened(said).measures]
    assert keys(only(effects(said), SendDirect).card)[0] == "policy-direct-joined"


def test_another_platform_of_the_same_community_loses_nothing() -> None:
    strict = policy(CAT, then=EVERYTHING)
    elsewhere = stage(strict, platform=OTHER).play(posted("cat"))
    assert effects(elsewhere) == effects(stage(strict, lacks=frozenset()).play(posted("cat")))


def test_where_nobody_can_be_written_to_nobody_is_said_to_have_been_told() -> None:
    said = stage(policy(CAT, then="{ remove = true }"), lacks=frozenset({"send_direct"})).play(posted("cat"))
    assert [one.name for one in opened(said).measures] == ["remove", "alert"]
    assert opened(said).beyond == ("remind",)


outcomes = st.fixed_dictionaries(
    {},
    optional={
        "remove": st.just("true"),
        "remind": st.just("true"),
        "reply": st.just("true"),
        "alert": st.just("true"),
        "quarantine": st.just("true"),
        "react": st.just('"👀"'),
        "timeout": st.just('"1h"'),
        "slowmode": st.just('"30s"'),
        "pause_invites": st.just('"1h"'),
    },
).filter(bool)
KINDS = sorted({kind for kinds in reach._TAKES.values() for kind in kinds})
happenings = st.sampled_from(
    [
        posted("cat"),
        posted("cat", roles=(OWNER,)),
        replace(edited("cat"), at=NOW),
        MemberJoined(id=EventId("join"), space=SPACE, at=NOW, account=SAM, name="cat"),
    ]
)
CLAIMS = {
    "delete_message": ("policy-direct-removed", "policy-reply-removed"),
    "time_out_member": ("policy-direct-timeout",),
    "quarantine_member": ("policy-direct-quarantine",),
}


@given(
    thens=st.lists(outcomes, min_size=1, max_size=3),
    given_=happenings,
    lacks=st.frozensets(st.sampled_from(KINDS)),
    late=st.sampled_from([0, 3600]),
)
def test_nothing_impossible_is_ever_wanted_or_claimed_and_nothing_that_was_asked_for_is_lost(
    thens: list[dict[str, str]], given_: Input, lacks: frozenset[str], late: int
) -> None:
    when = '{ any = [{ words = { any = ["cat"] } }, { name = { any = ["cat"] } }] }'
    asked = [", ".join(f"{name} = {value}" for name, value in then.items()) for then in thens]
    policies = [policy(when, name=f"p{number}", then=f"{{ {one} }}") for number, one in enumerate(asked)]
    here, free = stage(*policies, lacks=lacks), stage(*policies, lacks=frozenset())
    for one in (here, free):
        one.now = NOW + timedelta(seconds=late)
    said, unbound = here.play(given_), free.play(given_)
    judged = [effect for effect in effects(said) if not (isinstance(effect, PostCard) and effect.channel == TEAM)]
    assert not {effect.kind for effect in judged} & lacks
    claimed = {key for effect in judged if (card := getattr(effect, "card", None)) for key in keys(card)}
    assert not [key for kind in lacks for key in CLAIMS.get(kind, ()) if key in claimed]
    assert records(said, PolicyHit) == records(unbound, PolicyHit)
    measures = {"measure:remind", "measure:remove", "measure:timeout"}
    moved = [{one.counter for one in records(some, Counted) if one.of == SAM} - measures for some in (said, unbound)]
    assert moved[0] == moved[1]
    for known, whole in zip(records(said, IncidentOpened), records(unbound, IncidentOpened), strict=False):
        done = {one.name for one in whole.measures}
        assert done <= {one.name for one in known.measures} | set(known.beyond)
    check_words(effects(said))


def then(**asked: Any) -> Then:
    return Then.model_validate(asked)


@pytest.mark.parametrize(
    ("asked", "lacks", "idle"),
    [
        ({"remove": True}, LIKE_SLACK, False),
        ({"remove": True}, LIKE_SLACK | {"send_direct"}, True),
        ({"timeout": "1h"}, LIKE_SLACK, False),
        ({"quarantine": True}, LIKE_SLACK | {"post_card"}, True),
        ({"slowmode": "30s"}, LIKE_SLACK, True),
        ({"slowmode": "30s", "alert": True}, LIKE_SLACK, False),
        ({"pause_invites": "1h"}, LIKE_SLACK, True),
        ({"react": "👀"}, LIKE_SLACK, False),
        ({"slowmode": "30s"}, frozenset(), False),
    ],
)
def test_a_policy_is_idle_where_neither_what_it_asks_for_nor_anything_in_its_place_can_be_done(
    asked: dict[str, Any], lacks: frozenset[str], idle: bool
) -> None:
    assert reach.idle([then(**asked)], lacks) is idle


def test_every_action_of_policies_is_known_to_take_something() -> None:
    assert set(reach._TAKES) == set(Then.model_fields)
