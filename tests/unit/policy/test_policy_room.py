from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from bot.commands import Level
from bot.effects import DeleteMessage, Effect, PostCard, ReplyCard, SendDirect, TimeOutMember
from bot.events import MessageDeleted
from bot.facts import (
    AccountFact,
    ActivityFact,
    ChannelFact,
    CounterFact,
    Fact,
    FactKey,
    MemberFact,
    TimerFact,
    WindowFact,
    account_key,
    activity_key,
    counter_key,
)
from bot.ids import AccountId, ChannelId, EventId, MemberId, MessageId, RoleId, SpaceId, TimerId
from bot.locales import LOCALES, Translator
from bot.policy.book import Book
from bot.policy.ladder import subject
from bot.policy.room import PolicyRoom
from bot.records import Counted, PolicyHit
from bot.rooms import Input, Moment, Room, Ruling
from bot.views import Bilingual, Card, Phrase, Verbatim
from tests.unit.policy.packs import GENERAL, NOW, SAM, SPACE, account, edited, pack, policy, posted

CAT = '{ words = { any = ["cat"] } }'
RATE = '{ rate = { more_than = 2, within = "10s" } }'
LADDER = 'ladder = [{ at = 2, within = "30d", then = { remove = true } }]\n'
MANAGERS = ChannelId("web:here/managers")
NOW_RECEIVED = NOW + timedelta(seconds=3)


@dataclass
class KnownFacts:
    """The facts of one author."""

    who: AccountFact | None = None
    said: ActivityFact | None = None
    put_keys: list[FactKey] = field(default_factory=list)

    def account(self, account: AccountId) -> AccountFact | None:
        return self.who

    def activity(self, account: AccountId) -> ActivityFact | None:
        return self.said

    def counter(self, counter: str, of: str) -> CounterFact | None:
        raise LookupError(counter)

    def channel(self, channel: ChannelId) -> ChannelFact | None:
        raise LookupError(channel)

    def window(self, space: SpaceId) -> WindowFact | None:
        raise LookupError(space)

    def member(self, member: MemberId) -> MemberFact | None:
        raise LookupError(member)

    def timer(self, timer: TimerId) -> TimerFact | None:
        raise LookupError(timer)

    def put(self, key: FactKey, fact: Fact | None) -> None:
        self.put_keys.append(key)

    def create(self, key: FactKey, fact: Fact) -> None:
        self.put_keys.append(key)


class Roles:
    def level(self, roles: tuple[RoleId, ...]) -> Level:
        return Level.MODERATOR if RoleId("web:here/mods") in roles else Level.MEMBER


def room(*policies: str, managers: bool = True) -> PolicyRoom:
    channels = {SPACE: MANAGERS} if managers else {}
    return PolicyRoom(Book.compile([pack(*policies)]), Roles(), channels, "en")


def rule(where: Room, given: Input, who: AccountFact | None = None) -> list[Ruling]:
    return list(where.rule(given, KnownFacts(who), Moment(NOW_RECEIVED, 1)))


def test_it_asks_for_who_wrote_and_what_they_wrote_lately() -> None:
    who, said = account_key(SAM), activity_key(SAM)
    assert room(policy(CAT)).needs(posted("x"), KnownFacts()) == {who}
    assert room(policy(CAT)).needs(edited("x"), KnownFacts()) == {who}
    assert room(policy(CAT, bots=True)).needs(posted("x", by_bot=True), KnownFacts()) == {who}
    assert room(policy(RATE)).needs(posted("x"), KnownFacts()) == {who, said}
    assert room(policy(RATE, mode="off"), policy(CAT, name="two")).needs(posted("x"), KnownFacts()) == {who}


def test_it_asks_for_where_counters_stand_only_where_a_ladder_reads_them() -> None:
    climbing = room(policy(CAT) + LADDER, policy(CAT, name="two") + LADDER)
    assert climbing.needs(posted("x"), KnownFacts()) == {
        account_key(SAM),
        counter_key("policy:tests/one", SAM),
        counter_key("policy:tests/two", SAM),
    }
    trial = room(policy(CAT, mode="shadow") + LADDER + 'counts = "pack"\n')
    assert counter_key("shadow:pack:tests", SAM) in trial.needs(posted("x"), KnownFacts())


def test_bots_unknown_authors_and_other_events_are_not_for_it() -> None:
    gone = MessageDeleted(id=EventId("d"), space=SPACE, at=NOW, message=MessageId("m"), channel=GENERAL)
    for given in (posted("x", by_bot=True), edited("cat", account=None), gone):
        assert room(policy(CAT)).needs(given, KnownFacts()) == frozenset()
        assert rule(room(policy("{ links = {} }")), given) == []


def test_an_ordinary_message_brings_no_ruling() -> None:
    assert rule(room(policy(CAT)), posted("dog")) == []


def test_a_message_that_several_policies_match_gets_one_ruling_with_all_reasons() -> None:
    both = room(
        policy(CAT, then='{ remove = true, alert = true, timeout = "10m" }'),
        policy(CAT, name="two", mode="shadow"),
        policy(CAT, name="three", unless='{ level = "helper" }'),
        policy(CAT, name="four", then="{ remind = true }"),
    )
    (ruling,) = rule(both, posted("my cat"), account(roles=(RoleId("web:here/mods"),)))
    assert ruling.rule == "tests/one, tests/four"
    assert [why.en for why in ruling.why] == ["Because of one.", "Because of four."]  # type: ignore[union-attr]
    assert ruling.subject is not None
    assert (ruling.subject.account, ruling.subject.channel) == (SAM, GENERAL)
    assert ruling.subject.evidence == ("words: cat",)
    hits = [record for record in ruling.records if isinstance(record, PolicyHit)]
    assert [(hit.policy, hit.mode, hit.spans) for hit in hits] == [
        ("tests/one", "enforce", ((3, 6),)),
        ("tests/two", "shadow", ((3, 6),)),
        ("tests/four", "enforce", ((3, 6),)),
        ("tests/three", "spared", ((3, 6),)),
    ]
    counted = [record for record in ruling.records if isinstance(record, Counted)]
    assert {(one.of, one.by, one.at, one.about) for one in counted} == {(SAM, 1, NOW, subject(posted("x")))}
    assert [one.counter for one in counted] == [
        "policy:tests/one",
        "pack:tests",
        "policies",
        "policy:tests/four",
        "measure:remind",
        "measure:remove",
        "measure:timeout",
    ]


def test_reasons_come_before_force() -> None:
    strict = room(policy(CAT, then='{ remove = true, alert = true, timeout = "10m", reply = true }'))
    (ruling,) = rule(strict, posted("my cat"))
    assert [type(effect) for effect in ruling.effects] == [SendDirect, TimeOutMember, DeleteMessage, PostCard, PostCard]
    statement, timeout, removal, public, alert = ruling.effects
    assert isinstance(statement, SendDirect)
    assert Verbatim("my cat") in statement.card.body
    assert isinstance(timeout, TimeOutMember)
    assert timeout.until == NOW_RECEIVED + timedelta(minutes=10)
    assert isinstance(removal, DeleteMessage)
    assert removal.message == f"{GENERAL}/1"
    assert [effect.channel for effect in (public, alert) if isinstance(effect, PostCard)] == [GENERAL, MANAGERS]


def test_a_message_that_stays_is_answered_where_it_stands_and_not_quoted() -> None:
    (ruling,) = rule(room(policy(CAT, then="{ remind = true, reply = true }")), posted("my cat"))
    direct, reply = ruling.effects
    assert isinstance(direct, SendDirect)
    assert isinstance(reply, ReplyCard)
    assert not [text for text in (*direct.card.body, *reply.card.body) if isinstance(text, Verbatim)]


def test_without_a_channel_of_their_own_managers_are_not_told() -> None:
    (ruling,) = rule(room(policy(CAT, then="{ alert = true }"), managers=False), posted("cat"))
    assert ruling.effects == ()


def test_in_shadow_nothing_is_done_and_the_ruling_says_so() -> None:
    (ruling,) = rule(room(policy(CAT, mode="shadow", then="{ remove = true }")), posted("cat"))
    assert ruling.effects == ()
    assert ruling.rule == "tests/one"
    why, on_trial = ruling.why
    assert isinstance(why, Bilingual)
    assert on_trial == Phrase("policy-shadow-would-have", (("policy", "tests/one"),))
    assert [record.actions for record in ruling.records if isinstance(record, PolicyHit)] == [("remove",)]
    assert not any(isinstance(record, Counted) for record in ruling.records)


def test_whoever_is_spared_is_left_alone_and_the_ruling_says_why() -> None:
    spared = room(policy(CAT, unless='{ level = "helper" }'))
    (ruling,) = rule(spared, posted("cat", roles=(RoleId("web:here/mods"),)))
    assert ruling.effects == ()
    assert ruling.why == (Phrase("policy-spared-because", (("policy", "tests/one"), ("reason", "level"))),)


def test_the_roles_of_the_message_count_more_than_those_remembered() -> None:
    spared = room(policy(CAT, unless='{ level = "helper" }'))
    (ruling,) = rule(spared, posted("cat", roles=()), account(roles=(RoleId("web:here/mods"),)))
    assert ruling.effects


def test_it_keeps_no_facts_of_its_own() -> None:
    here, facts = room(policy(CAT)), KnownFacts()
    record = Counted(counter="x", of="y", by=1, at=NOW)
    assert here.touches(record) == frozenset()
    here.fold(facts, record)
    assert facts.put_keys == []


def cards(effects: tuple[Effect, ...]) -> list[Card]:
    return [effect.card for effect in effects if isinstance(effect, SendDirect | ReplyCard | PostCard)]


@pytest.mark.parametrize("then", ["remove = true, reply = true", "remind = true, reply = true", 'timeout = "90m"'])
def test_every_phrase_has_its_words_in_both_languages(then: str) -> None:
    matched = room(policy(CAT, then=f"{{ {then}, alert = true }}"))
    shadow = room(policy(CAT, mode="shadow"), policy(CAT, name="two", unless='{ level = "member", member_for = "1d" }'))
    (one,), (two,) = rule(matched, posted("cat")), rule(shadow, posted("cat"), account(days=3))
    texts: list[Any] = [*two.why]
    for card in cards(one.effects):
        texts += [*card.body, *([card.title] if card.title else [])]
    phrases = [text for text in texts if isinstance(text, Phrase)]
    assert len(phrases) > 5
    translator = Translator(strict=True)
    for phrase in phrases:
        for locale in LOCALES:
            assert translator.say(phrase.key, dict(phrase.arguments), locale)


def test_effects_are_of_the_kinds_that_the_book_announced() -> None:
    for then in ("{ remove = true, reply = true }", "{ reply = true }", '{ timeout = "1m" }', "{ alert = true }"):
        book = Book.compile([pack(policy(CAT, then=then))])
        (ruling,) = rule(PolicyRoom(book, Roles(), {SPACE: MANAGERS}, "fr"), posted("cat"))
        assert {effect.kind for effect in ruling.effects} == book.effects_used
