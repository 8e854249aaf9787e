"""A case that is played move by move, and what everybody in it is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.cases.case import Case
from bot.cases.folding import after
from bot.cases.lines import Evidence, Opening, Penalty, Quote
from bot.cases.states import Move
from bot.commands import Level
from bot.disputes import machine
from bot.disputes.act import Act, Given, Refusal, Step
from bot.disputes.scene import Scene
from bot.disputes.told import parties
from bot.effects import Effect, ReplyPrivately, SendDirect
from bot.events import ButtonPressed
from bot.facts import Elector, Fact, FactKey, MemberFact, SettingsFact, account_key, member_key
from bot.facts.keys import SETTINGS_KEY
from bot.ids import AccountId, CaseId, EventId, MemberId, account_id, message_id
from bot.locales import LOCALES
from bot.pipeline.facts import FactCache
from bot.rooms import Moment
from bot.settings import Settings
from bot.views import Address, Card, Locale
from tests.unit.moderation.playing import GENERAL, NOW, SPACE, cards, somebody, words, written

ADA, BEN, INES, KWAME, ZOE = (account_id(SPACE, f"U-{one}") for one in ("ada", "ben", "ines", "kwame", "zoe"))
TEAM = (INES, KWAME, ZOE)
JURORS = tuple(account_id(SPACE, f"U-juror{number}") for number in range(12))
REPORTERS = tuple(account_id(SPACE, f"U-reporter{number}") for number in range(4))
EVERYBODY = (ADA, BEN, *TEAM, *JURORS, *REPORTERS)
VOICES: tuple[tuple[Locale, Address], ...] = (("en", "tu"), ("fr", "tu"), ("fr", "vous"))
REMINDER = (Penalty(name="warn"),)
TIMEOUT = (Penalty(name="timeout", seconds=86_400),)
_FORBIDDEN = re.compile(
    r"\b(cases?|sanction\w*|strikes?|respondents?|jury|juries|jurors?|dismiss\w*|escalat\w*"
    r"|dossiers?|défendeu\w*|jurés?|rejet\w*|sentence|plaignant\w*|accusé\w*|verdict)\b",
    re.IGNORECASE,
)
_INTIMATE = re.compile(r"\b(tu|toi|ton|ta|tes)\b|\bt'", re.IGNORECASE)


def opening(**more: Any) -> Opening:
    """Two who quarrel, one of whom asks for help."""
    base: dict[str, Any] = {
        "kind": "dispute",
        "door": "command",
        "space": SPACE,
        "concern": "hurt",
        "opener": ADA,
        "respondent": BEN,
        "channel": GENERAL,
        "message": message_id(GENERAL, "1"),
        "text": "He mocks me whenever I ask something.",
        "wish": "That it ends.",
        "evidence": evidence(),
    }
    return Opening(**{**base, **more})


def evidence() -> Evidence:
    around = (
        Quote(message=message_id(GENERAL, "0"), author=ADA, at=NOW, text="Does anybody know how?"),
        Quote(message=message_id(GENERAL, "2"), author=REPORTERS[1], at=NOW, text="Come on, Ben."),
        Quote(message=message_id(GENERAL, "3"), author=None, at=NOW, text="popcorn"),
    )
    return Evidence(
        message=message_id(GENERAL, "1"), channel=GENERAL, author=BEN, text="Read the manual, genius.", around=around
    )


def electors() -> tuple[Elector, ...]:
    return tuple(
        Elector(
            account=one,
            member=MemberId(f"m-{one}"),
            member_since=NOW - timedelta(days=400),
            messages=50,
            willing=True,
            party=False,
            sanctioned_at=None,
        )
        for one in JURORS
    )


def facts(*more: tuple[FactKey, Fact]) -> FactCache:
    known: dict[FactKey, Fact | None] = {SETTINGS_KEY: SettingsFact(values={})}
    for one in EVERYBODY:
        person = somebody(one)
        known[account_key(one)] = person
        known[member_key(person.member)] = MemberFact(member=person.member, accounts=(one,))
    cache = FactCache()
    cache.learn({**known, **dict(more)})
    return cache


@dataclass
class Hearing:
    """One case, its clock, and all that was said of it."""

    opened: Opening
    outside: bool = False
    team: tuple[AccountId, ...] = TEAM
    settings: Settings = field(default_factory=lambda: Settings(written()))
    case: Case | None = None
    now: datetime = NOW
    steps: list[Step] = field(default_factory=list)
    facts: FactCache = field(default_factory=facts)

    @property
    def it(self) -> Case:
        assert self.case is not None
        return self.case

    def begin(self) -> list[Effect]:
        act = Act(move="open", by=self.opened.opener or self.opened.reporter, opening=self.opened)
        return self._done(act, asked=False)

    def does(self, move: Move, by: AccountId, **more: Any) -> list[Effect]:
        """Somebody acts, and everything that is said because of it."""
        self.now += timedelta(minutes=5)
        return self._done(Act(move=move, by=by, **more), asked=True)

    def refuses(self, move: Move, by: AccountId, **more: Any) -> None:
        """Somebody cannot do it."""
        said = machine.advance(self.case, Act(move=move, by=by, **more), self.given(by))
        assert isinstance(said, Refusal), said

    def waits(self) -> list[Effect]:
        """Nobody acts until the deadline."""
        assert self.it.due_at is not None
        self.now = self.it.due_at
        return self._done(Act(move="lapse", by=None), asked=False)

    def reminds(self) -> list[Effect]:
        at = machine.notice_at(self.it, self.given(None))
        assert at is not None
        self.now = at
        return self._done(Act(move="remind", by=None), asked=False)

    def given(self, by: AccountId | None) -> Given:
        busy = set(self.case.parties) if self.case else set()
        return Given(
            now=self.now,
            seed=7,
            profile=self.opened.profile,
            level=Level.SENIOR if by in TEAM else Level.MEMBER,
            accounts=(by,) if by else (),
            managers=tuple(one for one in self.team if one not in busy),
            electors=electors(),
            outside=self.outside,
        )

    def scene(self, by: AccountId | None = None) -> Scene:
        asked = pressed("x", by) if by is not None else None
        return Scene(settings=self.settings, facts=self.facts, at=Moment(self.now, 7), asked=asked)

    def can(self, account: AccountId) -> frozenset[Move]:
        return machine.possible(self.it, self.given(account))

    def _done(self, act: Act, *, asked: bool) -> list[Effect]:
        said = machine.advance(self.case, act, self.given(act.by))
        assert not isinstance(said, Refusal), said
        scene = self.scene(act.by if asked else None)
        effects: list[Effect] = []
        for line in said:
            step = Step(self.case, line, after(self.case, CaseId("12"), line))
            self.case = step.after
            self.steps.append(step)
            effects += parties.told(step, scene)
        for card in cards(effects):
            for locale, address in VOICES:
                assert words(card, locale, address)
        return effects


def pressed(button: str, by: AccountId) -> ButtonPressed:
    return ButtonPressed(id=EventId("asked"), space=SPACE, at=NOW, account=by, channel=None, button=button)


def to(effects: list[Effect], account: AccountId) -> list[Card]:
    """Every card that somebody alone gets."""
    return [one.card for one in effects if isinstance(one, SendDirect | ReplyPrivately) and one.account == account]


def one_to(effects: list[Effect], account: AccountId) -> Card:
    (card,) = to(effects, account)
    return card


def readers(effects: list[Effect]) -> set[AccountId]:
    return {one.account for one in effects if isinstance(one, SendDirect | ReplyPrivately)}


def personal(effects: list[Effect]) -> Iterator[tuple[AccountId, Card]]:
    """What members read: those of the team may read of cases."""
    for one in effects:
        if isinstance(one, SendDirect | ReplyPrivately) and one.account not in TEAM:
            yield one.account, one.card


def complete(effects: list[Effect], *, over: bool = False) -> None:
    """Every letter speaks plainly in every voice, names a way to a person, a date, and what comes next."""
    found = list(personal(effects))
    assert found, "nobody was told anything"
    for _, card in found:
        for locale, address in VOICES:
            said = words(card, locale, address)
            assert not _FORBIDDEN.findall(said), (_FORBIDDEN.findall(said), said)
            assert ("/managers" if locale == "en" else "/contact") in said, said
            assert "/situation" in said
            assert over or "<Instant>" in said, said
            assert over or re.search(r"What comes next|La suite", said), said
            if address == "vous":
                assert not _INTIMATE.findall(said), (_INTIMATE.findall(said), said)


def plain(effects: list[Effect]) -> None:
    """What needs no date still speaks plainly."""
    for _, card in personal(effects):
        for locale in LOCALES:
            assert not _FORBIDDEN.findall(words(card, locale))


def button_ids(card: Card) -> list[str]:
    return [one.id for one in card.buttons]


def large(**more: Any) -> Opening:
    return opening(profile="large", **more)


def begun(**more: Any) -> Hearing:
    hearing = Hearing(opening(**more))
    hearing.begin()
    return hearing


def talking(**more: Any) -> Hearing:
    hearing = begun(**more)
    hearing.does("claim", INES)
    hearing.does("invite", INES)
    hearing.does("consent", ADA)
    hearing.does("consent", BEN)
    assert hearing.it.state == "mediation"
    return hearing


def reminded() -> Hearing:
    """Ben has got a reminder, and can still ask for another look."""
    hearing = begun()
    hearing.does("claim", INES)
    hearing.does("decide", INES, text="Mocking is not how we talk here.", outcome="measure", penalties=REMINDER)
    return hearing
