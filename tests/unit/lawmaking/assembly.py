"""A community that makes its rules together: the room of proposals, what it rests on, and people who take part."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Literal

from bot.counters import CountersRoom
from bot.effects import Effect
from bot.events import ButtonPressed, Due, FormSubmitted
from bot.facts import (
    PROPOSALS_KEY,
    Elector,
    ElectorateFact,
    Fact,
    FactKey,
    ProposalBrief,
    ProposalsFact,
    TriedFact,
    account_key,
    electorate_key,
    member_key,
    proposal_key,
    tried_key,
)
from bot.facts.kinds import MemberFact
from bot.governing.room import GoverningRoom
from bot.ids import AccountId, CommunityId, EventId, MemberId, PolicyId, ProposalId, TimerId, account_id, own_space
from bot.lawmaking.room import LawmakingRoom
from bot.policy.book import Book
from bot.policy.proposed import Proposing
from bot.proposals import Proposal
from bot.settings import KeptDays, Overlay
from tests.unit.moderation.playing import BOSSES, GENERAL, KWAME, NEWS, NOW, SPACE, Stage, press, set_in_chat, somebody
from tests.unit.moderation.playing import form as sent
from tests.unit.moderation.playing import written as in_file
from tests.unit.policy.packs import pack, policy

BRAND = ("Tilleul",)
ANSWERS = {
    "title": "No spoilers",
    "words": "the butler did it\nsnape kills",
    "then": "remind",
    "why": "Let others enjoy it too.",
    "spare": "who did it?",
}
PEOPLE = tuple(account_id(SPACE, f"U-{number}") for number in range(8))
OURS = pack(policy('{ words = { any = ["cat"] } }', name="cats", then="{ remind = true }"), name="ours")
CATS = PolicyId("ours/cats")


def elector(account: AccountId, **more: Any) -> Elector:
    """Somebody who may vote."""
    given: dict[str, Any] = {"member": MemberId(f"m-{account}"), "member_since": NOW - timedelta(days=100)}
    given |= {"messages": 9, "willing": False, "party": False, "sanctioned_at": None, "wrote_at": NOW}
    return Elector(account=account, **{**given, **more})


class Assembly(Stage):
    """Proposals, with time."""

    def __init__(
        self,
        settings: Mapping[str, str] | None = None,
        electors: Sequence[Elector] | None = None,
        live: Literal["off", "shadow", "enforce"] = "enforce",
    ) -> None:
        """`live`: how far the policy about cats goes."""
        overlay = Overlay(in_file(spaces=(SPACE,), brand=BRAND))
        given = {f"announcements__{SPACE}": NEWS, **(settings or {})}
        room = LawmakingRoom(overlay, Proposing(Book.compile([OURS], {CATS: live}), BRAND))
        known: dict[FactKey, Fact] = {account_key(one): somebody(one) for one in PEOPLE}
        known |= set_in_chat(**given)
        people = tuple(elector(one) for one in PEOPLE) if electors is None else tuple(electors)
        known[electorate_key(SPACE)] = ElectorateFact(electors=people)
        known[tried_key(CATS, NOW - timedelta(days=30))] = TriedFact(matched=4, people=2)
        known[tried_key(PolicyId("chat/proposal-1"), NOW)] = TriedFact(matched=12, people=7)
        super().__init__(room, GoverningRoom(overlay, KeptDays()), CountersRoom(), known=known)
        self.due_times = 0

    def proposal(self, number: int = 1) -> Proposal:
        """As it stands."""
        self._load(frozenset({proposal_key(ProposalId(str(number)))}))
        found = self.facts.proposal(ProposalId(str(number)))
        assert found is not None
        return found

    def settings(self) -> dict[str, str]:
        """What was set in chat."""
        fact = self.facts.settings()
        return {key: one.value for key, one in fact.values.items()} if fact else {}

    def propose(self, **answers: str) -> list[Effect]:
        """A draft is sent by the first of them."""
        return self.effects(self.form("proposal-new", PEOPLE[0], **{**ANSWERS, **answers}))

    def form(self, name: str, by: AccountId = PEOPLE[0], about: str = "", **values: str) -> FormSubmitted:
        roles = (BOSSES,) if by == KWAME else ()
        asked = sent(name, by, roles=roles, more={"at": self.now, "channel": GENERAL})
        return replace(asked, about=about, values=tuple(values.items()))

    def press(self, button: str, by: AccountId = PEOPLE[0]) -> list[Effect]:
        roles = (BOSSES,) if by == KWAME else ()
        return self.effects(press(button, by, at=self.now, channel=GENERAL, roles=roles))

    def vote(self, by: AccountId, choice: str, number: int = 1) -> list[Effect]:
        return self.press(f"proposal-vote:{number}:{choice}", by)

    def pressed(self, button: str, by: AccountId) -> ButtonPressed:
        return press(button, by, at=self.now, channel=GENERAL, roles=())

    def decide(self, form: str, why: str, by: AccountId = KWAME) -> list[Effect]:
        return self.effects(self.form(form, by, about="1", why=why))

    def lapse(self, number: int = 1) -> list[Effect]:
        """Nobody does anything until the deadline comes."""
        due_at = self.proposal(number).due_at
        assert due_at is not None
        return self.comes(due_at, number)

    def comes(self, at: datetime, number: int = 1) -> list[Effect]:
        """A deadline comes, be it an old one."""
        self.now = at
        self.due_times += 1
        due = Due(
            id=EventId(f"due:{self.due_times}"),
            space=own_space(CommunityId("here")),
            at=at,
            timer=TimerId(f"proposal:{number}"),
            generation=self.due_times,
        )
        return self.effects(due)

    def list_them(self, *numbers: int) -> None:
        """What is read when somebody asks for all proposals."""
        briefs = tuple(_brief(self.proposal(number)) for number in numbers)
        self.stored[PROPOSALS_KEY] = ProposalsFact(proposals=briefs)
        self.facts.learn({PROPOSALS_KEY: self.stored[PROPOSALS_KEY]})

    def link(self, one: AccountId, other: AccountId) -> None:
        """Two accounts are one person's from now on."""
        member = MemberId(f"m-{one}")
        for account in (one, other):
            self.facts.learn({account_key(account): somebody(account, member=member)})
        self.facts.learn({member_key(member): MemberFact(member=member, accounts=(one, other))})


def _brief(one: Proposal) -> ProposalBrief:
    return ProposalBrief(
        proposal=one.id, kind=one.kind, title=one.title, policy=one.policy, mode=one.mode, by=one.by, state=one.state,
        since=one.since, due_at=one.due_at, electors=one.electors, votes_for=one.votes_for,
        votes_against=one.votes_against, abstained=one.abstained, why=one.why, revision=one.revision,
        backtest=one.backtest,
    )  # fmt: skip
