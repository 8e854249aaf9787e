"""What has to be known before anything can be said of a case: everybody around it, and what stands about them."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.lines import Opening
from bot.disputes import circle, grounds, reviews, who
from bot.disputes.doors import joining
from bot.disputes.told import parties
from bot.facts import (
    CASES,
    SETTINGS_KEY,
    FactKey,
    Facts,
    account_key,
    case_key,
    counter_key,
    electorate_key,
    incident_key,
    loaded,
    person_keys,
)
from bot.ids import AccountId, CaseId
from bot.settings import Settings


def for_case(
    case: CaseId, facts: Facts, settings: Settings | None, *people: AccountId | None, other: CaseId | None = None
) -> Iterator[FactKey]:
    """A case with everybody who has a part in it, the team, and the people who are named besides."""
    yield SETTINGS_KEY
    yield case_key(case)
    for account in people:
        if account is not None:
            yield from who.person_and_file(account, facts)
    for one in (case, other):
        if one is not None:
            yield case_key(one)
            yield from _of_case(one, facts, settings)
    yield from _team(facts, settings)


def for_opening(
    opening: Opening, facts: Facts, settings: Settings | None, *people: AccountId | None
) -> Iterator[FactKey]:
    """Everything about the same thing, everybody whom it concerns, and the number of the next case."""
    yield SETTINGS_KEY
    yield counter_key(*CASES)
    evidence = opening.evidence
    seen = (evidence.author,) if evidence is not None else ()
    for account in (opening.opener, opening.respondent, opening.reporter, *seen, *people):
        if account is not None:
            yield from who.person_and_file(account, facts)
    for key in joining.needs(opening, facts):
        yield key
        if key.kind == "case":
            yield from _of_case(CaseId(key.key), facts, settings)
    if opening.incident is not None:
        yield incident_key(opening.incident)
    yield from grounds.needs(opening, settings)
    yield from _team(facts, settings)


def _of_case(case: CaseId, facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    known = loaded(facts.case, case)
    if known is not None:
        yield from _around(known, facts)
        yield from grounds.needs(known, settings)


def _around(case: Case, facts: Facts) -> Iterator[FactKey]:
    yield from who.around(case, facts)
    for account in sorted(parties.people(case)):
        yield from person_keys(account, facts)
    if case.state in ("escalated", "voting") and case.opening.profile == "large":
        yield electorate_key(case.opening.space)
        yield from map(account_key, _could_be_drawn(case, facts))
    if case.opening.kind == "review" and case.opening.incident is not None:
        yield from reviews.needs(case.opening.incident, facts)
    if case.opening.kind == "report" and case.opening.incident is not None:
        yield incident_key(case.opening.incident)


def _could_be_drawn(case: Case, facts: Facts) -> tuple[AccountId, ...]:
    """Whoever is drawn is written to in the same breath."""
    known = loaded(facts.electorate, case.opening.space)
    return tuple(one.account for one in known.electors if circle.active(one)) if known is not None else ()


def _team(facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    if settings is None:
        return
    yield from who.team_and_files(settings, facts)
    yield from who.confidant_keys(settings, facts)
    yield from who.callable_keys(settings, facts)
