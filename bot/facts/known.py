"""What is known: each fact is loaded under its key before a rule needs it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import ParamSpec, TypeVar

from bot.cases.case import Case
from bot.cases.rungs import Rule
from bot.cases.sanctions import Sanction
from bot.errors import RuleError
from bot.facts.casework import (
    ActivationsFact,
    CaseFact,
    ElectorateFact,
    FileFact,
    LogFact,
    OpenAboutFact,
    ProposalFact,
    ProposalsFact,
    QueueFact,
    SanctionFact,
    StandingFact,
    TeamFact,
    TriedFact,
    WordingFact,
)
from bot.facts.figures import FiguresFact, figures_key
from bot.facts.keys import (
    ACTIVATIONS_KEY,
    PROPOSALS_KEY,
    SETTINGS_KEY,
    account_key,
    activity_key,
    case_key,
    channel_key,
    counter_key,
    crowd_key,
    decisions_key,
    done_key,
    electorate_key,
    file_key,
    holds_key,
    incident_key,
    kept_key,
    link_key,
    log_key,
    matters_key,
    member_key,
    open_about_key,
    proposal_key,
    queue_key,
    sanction_key,
    standing_key,
    timer_key,
    tried_key,
    unfelt_key,
    window_key,
    wording_key,
)
from bot.facts.kinds import (
    AccountFact,
    ActivityFact,
    ChannelFact,
    CounterFact,
    CrowdFact,
    DecisionsFact,
    DoneFact,
    FactKey,
    FactKind,
    HoldsFact,
    IncidentFact,
    KeptFact,
    LinkCodeFact,
    MattersFact,
    MemberFact,
    SettingsFact,
    TimerFact,
    UnfeltFact,
    WindowFact,
)
from bot.ids import (
    AccountId,
    CaseId,
    ChannelId,
    IncidentId,
    MemberId,
    MessageId,
    PolicyId,
    ProposalId,
    RevisionId,
    SanctionId,
    SpaceId,
    TimerId,
)
from bot.proposals import Proposal

Fact = (
    IncidentFact
    | CaseFact
    | QueueFact
    | OpenAboutFact
    | LogFact
    | FileFact
    | FiguresFact
    | StandingFact
    | SanctionFact
    | ElectorateFact
    | TeamFact
    | ProposalFact
    | ProposalsFact
    | ActivationsFact
    | TriedFact
    | CrowdFact
    | HoldsFact
    | DoneFact
    | UnfeltFact
    | LinkCodeFact
    | MattersFact
    | SettingsFact
    | DecisionsFact
    | KeptFact
    | AccountFact
    | ActivityFact
    | ChannelFact
    | CounterFact
    | MemberFact
    | TimerFact
    | WindowFact
    | WordingFact
)
ASKED: frozenset[FactKind] = frozenset(
    {
        "activations",
        "crowd",
        "decisions",
        "done",
        "electorate",
        "figures",
        "file",
        "holds",
        "kept",
        "log",
        "matters",
        "open_about",
        "proposals",
        "queue",
        "team",
        "tried",
        "unfelt",
        "wording",
    }
)
"""Facts that are questions: nothing folds them."""
AFTER_PARTING = timedelta(days=180)
"""For so long it is known that accounts were linked: as long as a case can be reopened."""
FLEETING: frozenset[FactKind] = ASKED | {"case", "incident", "link", "proposal", "sanction"}
"""Facts that are forgotten after each batch: questions, and what time or erasure takes from rows alone."""

One = TypeVar("One", bound=Fact)
_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


class Facts(ABC):
    """What a room may read while it rules, and change while it folds; each question raises RuleError where the key was
    not asked for. Values are frozen: replace them.
    """

    @abstractmethod
    def get(self, key: FactKey) -> Fact | None:
        """What is known under a key. Raises RuleError where it was not asked for."""

    @abstractmethod
    def put(self, key: FactKey, fact: Fact | None) -> None:
        """Replace a fact; undone if the event's ruling fails."""

    @abstractmethod
    def create(self, key: FactKey, fact: Fact) -> None:
        """Add a fact under a key that nothing can stand under yet, so that it need not be looked up first."""

    def account(self, account: AccountId) -> AccountFact | None:
        """Who an account is."""
        return self._typed(account_key(account), AccountFact)

    def activity(self, account: AccountId) -> ActivityFact | None:
        """What an account did lately."""
        return self._typed(activity_key(account), ActivityFact)

    def channel(self, channel: ChannelId) -> ChannelFact | None:
        """What a channel is called."""
        return self._typed(channel_key(channel), ChannelFact)

    def counter(self, counter: str, of: str) -> CounterFact | None:
        """Where a counter stands."""
        return self._typed(counter_key(counter, of), CounterFact)

    def member(self, member: MemberId) -> MemberFact | None:
        """A person."""
        return self._typed(member_key(member), MemberFact)

    def incident(self, incident: IncidentId) -> IncidentFact | None:
        """Something that was done without a person, or by hand."""
        return self._typed(incident_key(incident), IncidentFact)

    def decisions(self, message: MessageId) -> DecisionsFact | None:
        """What was ruled about a message."""
        return self._typed(decisions_key(message), DecisionsFact)

    def crowd(self, space: SpaceId, since: datetime, until: datetime) -> CrowdFact | None:
        """Who came into a space within a while."""
        return self._typed(crowd_key(space, since, until), CrowdFact)

    def holds(self, account: AccountId) -> HoldsFact | None:
        """What policies did about an account and nobody undid."""
        return self._typed(holds_key(account), HoldsFact)

    def done(self, since: datetime) -> DoneFact | None:
        """How many cases each of the team saw to their end since a moment."""
        return self._typed(done_key(since), DoneFact)

    def unfelt(self, policies: Iterable[PolicyId]) -> UnfeltFact | None:
        """What no platform has felt yet of what these policies alone wanted."""
        return self._typed(unfelt_key(policies), UnfeltFact)

    def kept(self, account: AccountId) -> KeptFact | None:
        """All that is kept about an account."""
        return self._typed(kept_key(account), KeptFact)

    def link(self, code: str) -> LinkCodeFact | None:
        """A code that joins accounts."""
        return self._typed(link_key(code), LinkCodeFact)

    def matters(self, account: AccountId) -> MattersFact | None:
        """What concerns an account."""
        return self._typed(matters_key(account), MattersFact)

    def case(self, case: CaseId) -> Case | None:
        """A case as it stands."""
        known = self._typed(case_key(case), CaseFact)
        return None if known is None else known.case

    def log(self, case: CaseId) -> LogFact | None:
        """What was done in a case, line by line."""
        return self._typed(log_key(case), LogFact)

    def queue(self, most: int) -> QueueFact | None:
        """The live cases that press most."""
        return self._typed(queue_key(most), QueueFact)

    def open_about(self, subject: str) -> OpenAboutFact | None:
        """The live cases about a message, an incident or an account."""
        return self._typed(open_about_key(subject), OpenAboutFact)

    def file(self, account: AccountId) -> FileFact | None:
        """What stands about an account."""
        return self._typed(file_key(account), FileFact)

    def standing(self, account: AccountId) -> StandingFact | None:
        """What holds an account back."""
        return self._typed(standing_key(account), StandingFact)

    def sanction(self, sanction: SanctionId) -> Sanction | None:
        """One measure as it stands."""
        known = self._typed(sanction_key(sanction), SanctionFact)
        return None if known is None else known.sanction

    def electorate(self, space: SpaceId) -> ElectorateFact | None:
        """Everybody who could be asked to decide."""
        return self._typed(electorate_key(space), ElectorateFact)

    def team(self, key: FactKey) -> TeamFact | None:
        """Everybody who holds one of some roles, or is named."""
        return self._typed(key, TeamFact)

    def proposal(self, proposal: ProposalId) -> Proposal | None:
        """A proposal as it stands."""
        known = self._typed(proposal_key(proposal), ProposalFact)
        return None if known is None else known.proposal

    def timer(self, timer: TimerId) -> TimerFact | None:
        """A deadline."""
        return self._typed(timer_key(timer), TimerFact)

    def window(self, space: SpaceId) -> WindowFact | None:
        """What happened lately in a space."""
        return self._typed(window_key(space), WindowFact)

    def wording(self, revision: RevisionId) -> Rule | None:
        """A rule as it was once worded; None where nobody kept it, or nobody understands it any more."""
        known = self._typed(wording_key(revision), WordingFact)
        return None if known is None else known.rule

    def settings(self) -> SettingsFact | None:
        """What was set in chat."""
        return self._typed(SETTINGS_KEY, SettingsFact)

    def figures(self, since: datetime, until: datetime) -> FiguresFact:
        """What happened in a period."""
        return self._typed(figures_key(since, until), FiguresFact) or FiguresFact(incidents=(), cases=())

    def proposals(self) -> ProposalsFact | None:
        """All proposals."""
        return self._typed(PROPOSALS_KEY, ProposalsFact)

    def tried(self, policy: PolicyId, since: datetime) -> TriedFact | None:
        """How often a policy matched since a moment."""
        return self._typed(tried_key(policy, since), TriedFact)

    def activations(self) -> ActivationsFact | None:
        """What became live or ended."""
        return self._typed(ACTIVATIONS_KEY, ActivationsFact)

    def _typed(self, key: FactKey, kind: type[One]) -> One | None:
        fact = self.get(key)
        if fact is None or isinstance(fact, kind):
            return fact
        raise RuleError(f"the fact {key.key} is a {type(fact).__name__}, not a {kind.__name__}")


def loaded(read: Callable[_Given, _Found | None], *given: _Given.args, **named: _Given.kwargs) -> _Found | None:
    """What is read from facts; None also where one of them is still to be loaded."""
    try:
        return read(*given, **named)
    except RuleError:
        return None


def person_keys(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    """What to load so that `accounts_of` can be asked, as far as that is known yet."""
    yield account_key(account)
    known = loaded(facts.account, account)
    if known is not None:
        yield member_key(known.member)


def keys_of_each(account: AccountId, facts: Facts, *keys: Callable[[AccountId], FactKey]) -> Iterator[FactKey]:
    """What to load of all accounts of whoever has this one, as far as these are known yet."""
    yield from person_keys(account, facts)
    for one in loaded(accounts_of, account, facts) or ():
        yield from (key(one) for key in keys)


def kin_of(account: AccountId, facts: Facts, since: datetime | None = None) -> tuple[AccountId, ...]:
    """All accounts of whoever has this one, and of whoever has one that was linked with any of them after a moment.

    Parting accounts ends no conflict of interest. Raises RuleError where `kin_keys` were not asked for.
    """
    own = accounts_of(account, facts)
    found = list(own)
    for member in _persons(own, facts, since):
        person = facts.member(member)
        found += person.accounts if person else ()
        parted = (one for one, until in (person.former if person else ()) if since is None or until > since)
        found += (theirs for one in parted for theirs in accounts_of(one, facts))
    return tuple(dict.fromkeys(found))


def kin_keys(account: AccountId, facts: Facts, *keys: Callable[[AccountId], FactKey]) -> Iterator[FactKey]:
    """What to load so that `kin_of` can be asked, and of all these accounts, as far as these are known yet."""
    yield from keys_of_each(account, facts, account_key)
    try:
        persons = tuple(_persons(accounts_of(account, facts), facts, None))
        yield from map(member_key, persons)
        for person in map(facts.member, persons):
            for one, _ in person.former if person else ():
                yield from person_keys(one, facts)
        kin = kin_of(account, facts)
    except RuleError:
        return
    for one in kin:
        yield account_key(one)
        yield from (key(one) for key in keys)


def _persons(accounts: Iterable[AccountId], facts: Facts, since: datetime | None) -> Iterator[MemberId]:
    """Whose accounts these are, and were after a moment."""
    for account in accounts:
        known = facts.account(account)
        if known is not None:
            yield known.member
            yield from (member for member, until in known.was if since is None or until > since)


def accounts_of(account: AccountId, facts: Facts) -> tuple[AccountId, ...]:
    """All accounts of whoever has this one. Raises RuleError where `person_keys` were not asked for."""
    known = facts.account(account)
    person = facts.member(known.member) if known else None
    return person.accounts if person else (account,)
