"""Who is around a case: those it concerns, the team, and who of them may have a hand in it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from bot.cases.case import Case
from bot.commands import Level
from bot.disputes.table import TABLE
from bot.facts import FactKey, Facts, FileFact, Manager, accounts_of, file_key, kin_keys, kin_of, loaded
from bot.ids import AccountId
from bot.measures import conflicts, seniors
from bot.measures.conflicts import Stage
from bot.settings import Settings
from bot.views import Phrase


def team(settings: Settings) -> FactKey:
    """The key of everybody who is trusted with more than a member."""
    return seniors.key(settings, Level.HELPER)


def concerned(case: Case) -> tuple[AccountId, ...]:
    """Everybody whom a case names, once each: parties, reporters, handlers, those who were drawn."""
    found: list[AccountId | None] = [case.opening.opener, case.opening.respondent, case.opening.reporter]
    found += [*case.reporters, *case.hands, *case.handlers, *case.deciders, case.handler]
    found += [one for evidence in case.evidence for one in (evidence.by, evidence.author)]
    for circle in case.circles:
        found += circle.drawn
    if case.appeal is not None:
        found += [case.appeal.by, case.appeal.taken_by]
    return tuple(dict.fromkeys(one for one in found if one))


def person(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    """Somebody with all accounts that are or lately were theirs."""
    yield from kin_keys(account, facts)


def person_and_file(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    """Somebody with all accounts that are or lately were theirs, and what stands about each."""
    yield from kin_keys(account, facts, file_key)


def team_and_files(settings: Settings, facts: Facts) -> Iterator[FactKey]:
    """Everybody on the team with what stands about them."""
    key = team(settings)
    yield key
    known = loaded(facts.team, key)
    for manager in known.managers if known else ():
        yield from person_and_file(manager.account, facts)


def around(case: Case, facts: Facts) -> Iterator[FactKey]:
    """Those whom it concerns; of the parties, of those who reported it and of whoever waits for another to agree what
    stands about them, too."""
    for account in concerned(case):
        yield from person(account, facts)
    waits = (case.pending.by,) if case.pending is not None else ()
    for account in (*case.parties, *case.reporters, *waits):
        yield from person_and_file(account, facts)


def same(one: AccountId, other: AccountId, facts: Facts) -> bool:
    """Whether two accounts are one person's."""
    return one == other or other in accounts_of(one, facts)


def files(accounts: Iterable[AccountId], facts: Facts) -> tuple[FileFact, ...]:
    """What stands about these accounts."""
    found = (facts.file(one) for one in accounts)
    return tuple(one for one in found if one is not None)


def kin(case: Case, account: AccountId, facts: Facts, now: datetime) -> tuple[AccountId, ...]:
    """All accounts of somebody, and those that were linked with them lately or since a case was opened."""
    return kin_of(account, facts, min(case.opened_at, now - conflicts.MEMORY))


def barred(case: Case, account: AccountId, facts: Facts, now: datetime, *, stage: Stage) -> Phrase | None:
    """Why somebody may have no part in handling a case, with any of their accounts; None where nothing is against it.

    Whoever is linked to a party is one: all accounts of the parties are looked at, and all of whoever acts; also those
    that were parted since the case was opened, or lately.
    """
    accounts = kin(case, account, facts, now)
    theirs = (one for party in case.parties for one in kin(case, party, facts, now))
    both = dict.fromkeys((*accounts, *theirs))
    return conflicts.barred(case, accounts, files(both, facts), now, stage=stage)


def level(settings: Settings, account: AccountId, facts: Facts) -> Level:
    """How much somebody is trusted with, with the one of their accounts that is trusted most."""
    return max(_level(settings, one, facts) for one in accounts_of(account, facts))


def on_team(settings: Settings, account: AccountId | None, facts: Facts) -> bool:
    """Whether somebody belongs to the team, be it with another account of theirs."""
    return account is not None and level(settings, account, facts) > Level.MEMBER


def managers(settings: Settings, facts: Facts) -> tuple[Manager, ...]:
    """The whole team."""
    known = facts.team(team(settings))
    return tuple(one for one in known.managers if _trusted(settings, one) > Level.MEMBER) if known else ()


def could_take(case: Case, settings: Settings, facts: Facts, now: datetime) -> tuple[AccountId, ...]:
    """Those of the team who could take a case as it stands."""
    least, stage = TABLE[case.state].level, conflicts.wanted_for(case.state)
    return available(case, settings, facts, now, least=least, stage=stage)


def available(
    case: Case,
    settings: Settings,
    facts: Facts,
    now: datetime,
    *,
    least: Level = Level.MODERATOR,
    stage: Stage = "handle",
) -> tuple[AccountId, ...]:
    """Those of the team who could handle a case: trusted enough, with no conflict, and not away.

    In a private one those who are trusted with it, whatever is asked of others.
    """
    if case.opening.private:
        return confidants(case, settings, facts, now)
    found = (one.account for one in managers(settings, facts) if _trusted(settings, one) >= least)
    return tuple(
        one
        for one in found
        if not away(settings, one, facts, now) and barred(case, one, facts, now, stage=stage) is None
    )


def away(settings: Settings, account: AccountId, facts: Facts, now: datetime) -> bool:
    """Whether somebody said that they are not there now."""
    said = (settings.away.get(one) for one in accounts_of(account, facts))
    return any(one.until > now for one in said if one is not None)


def on_call(settings: Settings, facts: Facts, now: datetime, spared: Callable[[AccountId], bool]) -> AccountId | None:
    """Who is called when it cannot wait: the first on the list who is there, still of the team, and not left out."""
    known = (one for one in settings.on_call if _here(one, facts) and on_team(settings, one, facts))
    return next((one for one in known if not away(settings, one, facts, now) and not spared(one)), None)


def callable_keys(settings: Settings, facts: Facts) -> Iterator[FactKey]:
    """Those who are on call, with what stands about them."""
    for account in settings.on_call:
        yield from person_and_file(account, facts)


def confidants(case: Case, settings: Settings, facts: Facts, now: datetime) -> tuple[AccountId, ...]:
    """Those trusted most, by role or by name, with what is not for the team's channel, and whom it does not concern."""
    trusted = {one.account for one in managers(settings, facts) if _trusted(settings, one) >= Level.SENIOR}
    trusted |= {AccountId(name) for name, level in settings.levels.items() if level >= Level.SENIOR}
    found: list[AccountId] = []
    for account in sorted(trusted):
        known = facts.account(account)
        if known is None or known.left_at is not None or known.bot:
            continue
        if barred(case, account, facts, now, stage="handle") is None:
            found.append(account)
    return tuple(found)


def confidant_keys(settings: Settings, facts: Facts) -> Iterator[FactKey]:
    """Those who may be trusted by name, with what stands about them."""
    for name, trusted in settings.levels.items():
        if trusted >= Level.SENIOR:
            yield from person_and_file(AccountId(name), facts)


def _here(account: AccountId, facts: Facts) -> bool:
    known = facts.account(account)
    return known is not None and known.left_at is None


def _trusted(settings: Settings, manager: Manager) -> Level:
    return settings.level(manager.roles, manager.account)


def _level(settings: Settings, account: AccountId, facts: Facts) -> Level:
    known = facts.account(account)
    return settings.level(known.roles if known else (), account)
