from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from bot import wording
from bot.commands import Level
from bot.effects import DeleteMessage, Effect, PostCard, ReplyCard, SendDirect, TimeOutMember
from bot.events import MessageDeleted
from bot.facts import (
    SETTINGS_KEY,
    AccountFact,
    ActivityFact,
    Fact,
    FactKey,
    Facts,
    Setting,
    SettingsFact,
    account_key,
    activity_key,
    counter_key,
)
from bot.ids import AccountId, ChannelId, EventId, MessageId, RoleId
from bot.locales import LOCALES, Translator
from bot.policy.book import Book
from bot.policy.ladder import subject
from bot.policy.room import PolicyRoom
from bot.records import Counted, IncidentOpened, PolicyHit
from bot.rooms import Input, Moment, Room, Ruling
from bot.settings import Overlay, Written
from bot.views import Bilingual, Card, Phrase, Verbatim
from tests.unit.policy.packs import GENERAL, NOW, SAM, SPACE, account, edited, pack, policy, posted

CAT = '{ words = { any = ["cat"] } }'
RATE = '{ rate = { more_than = 2, within = "10s" } }'
LADDER = 'ladder = [{ at = 2, within = "30d", then = { remove = true } }]\n'
MANAGERS = ChannelId("web:here/managers")
NOW_RECEIVED = NOW + timedelta(seconds=3)


@dataclass
class KnownFacts(Facts):
    """The facts of one author."""

    who: AccountFact | None = None
    said: ActivityFact | None = None
    set: SettingsFact | None = None
    put_keys: list[FactKey] = field(default_factory=list)

    def account(self, account: AccountId) -> AccountFact | None:
        return self.who

    def activity(self, account: AccountId) -> ActivityFact | None:
        return self.said

    def get(self, key: FactKey) -> Fact | None:
        raise LookupError(key)

    def settings(self) -> SettingsFact | None:
        return self.set

    def put(self, key: FactKey, fact: Fact | None) -> None:
        self.put_keys.append(key)

    def create(self, key: FactKey, fact: Fact) -> None:
        self.put_keys.append(key)


LEVELS = {RoleId("web:here/mods"): Level.MODERATOR}


def room(*policies: str, managers: bool = True) -> PolicyRoom:
    channels = {SPACE: MANAGERS} if managers else {}
    return PolicyRoom(Book.compile([pack(*policies)]), Overlay(Written(managers_channel=channels, levels=LEVELS)))


def rule(where: Room, given: Input, who: AccountFact | None = None) -> list[Ruling]:
    return list(where.rule(given, KnownFacts(who), Moment(NOW_RECEIVED, 1)))


def test_it_asks_for_who_wrote_and_what_they_wrote_lately() -> None:
    who, said = account_key(SAM), activity_key(SAM)
    assert room(policy(CAT)).needs(posted("x"), KnownFacts()) == {who, SETTINGS_KEY}
    assert room(policy(CAT)).needs(edited("x"), KnownFacts()) == {who, SETTINGS_KEY}
    assert room(policy(CAT, bots=True)).needs(posted("x", by_bot=True), KnownFacts()) == {who, SETTINGS_KEY}
    assert room(policy(RATE)).needs(posted("x"), KnownFacts()) == {who, said, SETTINGS_KEY}
    assert room(policy(RATE, mode="off"), policy(CAT, name="two")).needs(posted("x"), KnownFacts()) == {
        who,
        SETTINGS_KEY,
    }


def test_it_asks_for_where_counters_stand_only_where_a_ladder_reads_them() -> None:
    climbing = room(policy(CAT) + LADDER, policy(CAT, name="two") + LADDER)
    assert climbing.needs(posted("x"), KnownFacts()) == {
        account_key(SAM),
        SETTINGS_KEY,
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
    assert [type(effect) for effect in ruling.effects] == [SendDirect, TimeOutMember, DeleteMessage, PostCard]
    statement, timeout, removal, public = ruling.effects
    assert isinstance(statement, SendDirect)
    assert Verbatim("my cat") in statement.card.body
    assert isinstance(timeout, TimeOutMember)
    assert timeout.until == NOW_RECEIVED + timedelta(minutes=10)
    assert isinstance(removal, DeleteMessage)
    assert removal.message == f"{GENERAL}/1"
    assert isinstance(public, PostCard)
    assert public.channel == GENERAL


def test_what_is_done_is_an_incident_that_managers_can_look_at() -> None:
    strict = room(policy(CAT, then='{ remove = true, timeout = "10m" }'), policy(CAT, name="two", mode="shadow"))
    (ruling,) = rule(strict, posted("my cat"))
    (incident,) = [record for record in ruling.records if isinstance(record, IncidentOpened)]
    assert (incident.account, incident.message, incident.text) == (SAM, f"{GENERAL}/1", "my cat")
    assert incident.policies == ("tests/one",)
    assert [one.name for one in incident.measures] == ["remove", "timeout", "remind"]
    assert incident.measures[1].until == NOW_RECEIVED + timedelta(minutes=10)
    assert (incident.about, incident.spans) == (subject(posted("my cat")), ((3, 6),))
    (statement,) = [effect for effect in ruling.effects if isinstance(effect, SendDirect)]
    assert [button.id for button in statement.card.buttons] == [f"incident-ask:{incident.incident}"]


def test_a_mere_mark_or_a_trial_is_no_incident() -> None:
    for quiet in (policy(CAT, then='{ react = "👀" }'), policy(CAT, mode="shadow")):
        (ruling,) = rule(room(quiet), posted("cat"))
        assert not [record for record in ruling.records if isinstance(record, IncidentOpened)]


def changed(**values: str) -> KnownFacts:
    return KnownFacts(set=SettingsFact(values={key: Setting(value, None, NOW) for key, value in values.items()}))


WEEK = {"stage": "observing", "observing_until": (NOW + timedelta(days=7)).isoformat()}
HOLDS = {"observe": WEEK, "paused": {"paused": '["*"]'}}


@pytest.mark.parametrize("hold", HOLDS)
def test_in_the_first_days_and_in_a_pause_nothing_is_done_and_no_ladder_moves(hold: str) -> None:
    here = room(policy(CAT, then="{ remove = true }"))
    (ruling,) = here.rule(posted("cat"), changed(**HOLDS[hold]), Moment(NOW_RECEIVED, 1))
    assert ruling.effects == ()
    assert [record.mode for record in ruling.records if isinstance(record, PolicyHit)] == [hold]
    counted = [record.counter for record in ruling.records if isinstance(record, Counted)]
    assert counted == (["observed:tests/one"] if hold == "observe" else [])
    assert ruling.why[-1] == Phrase("policy-held", (("policy", "tests/one"), ("mode", hold)))


def test_a_pause_of_one_policy_leaves_the_others_at_work() -> None:
    here = room(policy(CAT, then="{ remove = true }"), policy(CAT, name="two", then="{ remind = true }"))
    facts = changed(paused='["tests/one"]')
    (ruling,) = here.rule(posted("cat"), facts, Moment(NOW_RECEIVED, 1))
    assert [type(effect) for effect in ruling.effects] == [SendDirect]


def test_people_are_told_in_the_language_that_they_chose() -> None:
    french = replace(account(days=3), locale="fr")
    (ruling,) = rule(room(policy(CAT, then="{ remind = true, reply = true }")), posted("cat"), french)
    direct, reply = ruling.effects
    assert isinstance(direct, SendDirect)
    assert isinstance(reply, ReplyCard)
    assert (direct.locale, reply.locale) == ("fr", "en")


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
    assert on_trial == Phrase("policy-held", (("policy", "tests/one"), ("mode", "shadow")))
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
            assert wording.say(phrase, locale, translator)


def test_effects_are_of_the_kinds_that_the_book_announced() -> None:
    for then in ("{ remove = true, reply = true }", "{ reply = true }", '{ timeout = "1m" }', "{ alert = true }"):
        book = Book.compile([pack(policy(CAT, then=then))])
        (ruling,) = rule(
            PolicyRoom(book, Overlay(Written(managers_channel={SPACE: MANAGERS}, locale="fr"))), posted("cat")
        )
        assert {*(effect.kind for effect in ruling.effects), "post_card"} == book.effects_used
