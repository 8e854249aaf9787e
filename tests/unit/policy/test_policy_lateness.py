"""Late news: what is learned of long after it happened is told to managers, and punishes nobody."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Level
from bot.counters import CountersRoom
from bot.effects import DeleteMessage, Effect, PostCard, SendDirect, TimeOutMember
from bot.errors import Complaints
from bot.events import MemberJoined, MemberRenamed
from bot.facts import SETTINGS_KEY, Setting, SettingsFact
from bot.ids import EventId, role_id
from bot.moderation.room import ModerationRoom
from bot.policy.book import Book
from bot.policy.edition import editions
from bot.policy.room import PolicyRoom
from bot.records import Counted, IncidentOpened, PolicyHit, TimerArmed
from bot.rooms import Input, Ruling
from bot.settings import Overlay
from bot.views import Instant
from tests.unit.moderation.playing import MODS, SPACE, TEAM, Stage, all_of, check_words, keys, only, words, written
from tests.unit.policy.packs import NOW, SAM, edited, pack, policy, posted

CAT = '{ words = { any = ["cat"] } }'
HARD = (
    '{ remove = true, remind = true, reply = true, quarantine = true, timeout = "1h", slowmode = "30s", '
    'pause_invites = "1h" }'
)
OWNER = role_id(SPACE, "owner")
LATE = timedelta(hours=3, minutes=5)


def stage(*policies: str, late: timedelta = LATE, known: Any = None) -> Stage:
    """A community that hears of everything so late."""
    overlay = Overlay(written(levels={MODS: Level.MODERATOR, OWNER: Level.OWNER}))
    book = Book.compile([pack(*policies)])
    made = Stage(PolicyRoom(book, overlay), ModerationRoom(overlay), CountersRoom(), known=known)
    made.now = NOW + late
    return made


def late_policy(then: str = HARD, late: str = "remove", **more: Any) -> str:
    return policy(CAT, then=then, **more) + f'late = "{late}"\n'


def records(rulings: list[Ruling], kind: type) -> list[Any]:
    return [record for ruling in rulings for record in ruling.records if isinstance(record, kind)]


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def test_what_is_learned_of_in_time_is_judged_as_ever() -> None:
    said = stage(policy(CAT, then=HARD), late=timedelta(minutes=10)).play(posted("cat"))
    assert all_of(effects(said), TimeOutMember)
    (opened,) = records(said, IncidentOpened)
    assert (opened.learned_at, opened.withheld) == (None, ())


def test_what_is_learned_of_late_is_told_to_managers_alone() -> None:
    said = stage(policy(CAT, then=HARD)).play(posted("cat"))
    (card,) = effects(said)
    assert isinstance(card, PostCard)
    assert card.channel == TEAM
    (opened,) = records(said, IncidentOpened)
    assert [one.name for one in opened.measures] == ["alert"]
    assert opened.learned_at == NOW + LATE
    withheld = {"remove", "remind", "timeout", "quarantine", "slowmode", "pause_invites", "reply"}
    assert set(opened.withheld) == withheld
    assert opened.counters == ()
    (hit,) = records(said, PolicyHit)
    assert (hit.mode, hit.actions) == ("enforce", ("alert",))
    assert {one.of for one in records(said, Counted)} <= {SPACE}  # cards are counted, people are not
    assert records(said, TimerArmed) == []


def test_the_card_says_how_late_and_what_was_not_done() -> None:
    card = only(stage(policy(CAT, then=HARD)).effects(posted("cat")), PostCard).card
    assert "I learned of it 3 hours late" in words(card)
    assert "avec 3 heures de retard" in words(card, "fr")
    assert keys(card).count("moderation-late-withheld") == 7
    assert "moderation-withheld" not in keys(card)
    late = next(one for one in card.body if getattr(one, "key", "") == "moderation-late")
    assert ("instant", Instant(NOW)) in getattr(late, "arguments", ())


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (timedelta(minutes=11), "11 minutes"),
        (timedelta(hours=1), "an hour"),
        (timedelta(hours=25), "a day"),
        (timedelta(days=3), "3 days"),
    ],
)
def test_how_late_is_said_in_the_largest_unit(late: timedelta, said: str) -> None:
    wanted = stage(policy(CAT, then=HARD), late=late).effects(posted("cat"))
    assert f"I learned of it {said} late" in words(only(wanted, PostCard).card)
    check_words(wanted)


def test_a_trap_is_taken_down_late_with_its_reasons_and_nothing_else_is_done() -> None:
    said = stage(late_policy()).play(posted("cat"))
    wanted = effects(said)
    assert [type(one) for one in wanted] == [SendDirect, DeleteMessage, PostCard]
    assert only(wanted, DeleteMessage).note == "tests/one"
    (opened,) = records(said, IncidentOpened)
    assert [one.name for one in opened.measures] == ["remove", "remind", "alert"]
    assert set(opened.withheld) == {"timeout", "quarantine", "slowmode", "pause_invites", "reply"}
    assert [hit.actions for hit in records(said, PolicyHit)] == [("remove", "alert")]
    assert {one.of for one in records(said, Counted)} <= {SPACE}  # cards are counted, people are not
    check_words(wanted)


def test_one_policy_that_removes_late_does_not_lend_that_to_another() -> None:
    both = stage(policy(CAT, then=HARD), late_policy(then="{ remove = true }", name="two"))
    hits = records(both.play(posted("cat")), PolicyHit)
    assert [hit.actions for hit in hits] == [("alert",), ("remove", "alert")]


def test_an_owner_keeps_even_a_late_trap() -> None:
    said = stage(late_policy()).play(posted("cat", roles=(OWNER,)))
    assert [type(one) for one in effects(said)] == [PostCard]
    assert "remove" in records(said, IncidentOpened)[0].withheld


def test_a_mere_mark_comes_to_nothing_late() -> None:
    said = stage(policy(CAT, then='{ react = "👀" }')).play(posted("cat"))
    assert effects(said) == []
    assert records(said, IncidentOpened) == []
    assert [hit.actions for hit in records(said, PolicyHit)] == [()]


def test_trials_and_the_first_days_stay_what_they_are_and_move_no_ladder() -> None:
    step = '[[policies.ladder]]\nat = 2\nwithin = "1d"\nthen = { timeout = "1h" }\n'
    trial = stage(policy(CAT, mode="shadow") + step).play(posted("cat"))
    assert effects(trial) == []
    assert records(trial, Counted) == []
    held = {"stage": "observing", "observing_until": (NOW + timedelta(days=9)).isoformat()}
    fact = SettingsFact(values={key: Setting(value, None, NOW) for key, value in held.items()})
    first_days = stage(late_policy(), known={SETTINGS_KEY: fact}).play(posted("cat"))
    assert effects(first_days) == []
    assert [hit.mode for hit in records(first_days, PolicyHit)] == ["observe"]


def test_late_is_written_only_where_something_is_removed() -> None:
    with pytest.raises(Complaints, match="takes nothing down, so it cannot do so late"):
        pack(policy(CAT) + 'late = "remove"\n')
    with pytest.raises(Complaints, match="late"):
        pack(policy(CAT) + 'late = "ban"\n')


def test_the_name_of_a_wording_changes_only_where_late_is_said() -> None:
    plain, said, marked = (
        next(iter(editions(pack(text), {}))).revision
        for text in (
            policy(CAT, then="{ remove = true }"),
            late_policy("{ remove = true }", "report"),
            late_policy("{ remove = true }"),
        )
    )
    assert "late" not in plain.canonical
    assert plain == said
    assert marked.id != plain.id


def _join(at: Any = NOW) -> MemberJoined:
    return MemberJoined(id=EventId("join"), space=SPACE, at=at, account=SAM, name="cat")


measures = st.fixed_dictionaries(
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
happenings = st.sampled_from(
    [
        posted("cat"),
        posted("cat", roles=(OWNER,)),
        posted("cat", roles=(MODS,)),
        replace(edited("cat"), at=NOW),
        _join(),
        MemberRenamed(id=EventId("rename"), space=SPACE, at=NOW, account=SAM, name="cat"),
    ]
)


@given(
    thens=st.lists(st.tuples(measures, measures, st.booleans()), min_size=1, max_size=3),
    given_=happenings,
    late=st.timedeltas(min_value=timedelta(minutes=10, seconds=1), max_value=timedelta(days=400)),
)
def test_lateness_never_punishes_whatever_the_policies(
    thens: list[tuple[dict[str, str], dict[str, str], bool]], given_: Input, late: timedelta
) -> None:
    written_, removing = [], False
    for number, (then, step, remove) in enumerate(thens):
        first, second = (", ".join(f"{name} = {value}" for name, value in one.items()) for one in (then, step))
        when = '{ any = [{ words = { any = ["cat"] } }, { name = { any = ["cat"] } }, { on = ["join", "rename"] }] }'
        ladder = f'ladder = [{{ at = 2, within = "9d", then = {{ {second} }} }}]\n'
        mark = 'late = "remove"\n' if remove and "remove" in then else ""
        removing = removing or bool(mark)
        written_.append(policy(when, name=f"p{number}", then=f"{{ {first} }}") + ladder + mark)
    said = stage(*written_, late=late).play(given_)
    kinds = {effect.kind for effect in effects(said)}
    assert kinds <= {"delete_message", "send_direct", "post_card"}
    assert ("send_direct" in kinds) == ("delete_message" in kinds)
    assert removing or "delete_message" not in kinds
    assert {one.channel for one in all_of(effects(said), PostCard)} <= {TEAM}
    assert {one.of for one in records(said, Counted)} <= {SPACE}, "cards about a crowd are counted, and nobody's deeds"
    check_words(effects(said))
