"""Which case a further report joins: about the same message, or by the same person about the same one within the hour.

Counts decide nothing. That many speak up at once about one person can be news of its own: those who handle it are told
so, and in what the many are alike.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from bot.cases.case import Case
from bot.cases.lines import Opening
from bot.cases.states import LIVE, State
from bot.disputes import who
from bot.facts import FactKey, Facts, account_key, case_key, counter_key, loaded, open_about_key
from bot.ids import AccountId, CaseId

COUNTER = "reports"
"""How often somebody reported something: so that nobody floods the team."""
MOST_REPORTS = 10
"""Within an hour; where somebody may be in danger, nothing is too much."""
MOST_OF_ONE = 20
"""So many live cases about one person are looked at."""
HOUR = timedelta(hours=1)
_AT_ONCE = timedelta(minutes=15)
_MANY = 3
_ALIKE = timedelta(days=1)
_JOINABLE: frozenset[State] = LIVE - {"decided", "appealed"}


def needs(opening: Opening, facts: Facts) -> Iterator[FactKey]:
    """What is open about the same thing or the same person, and who reported it."""
    for subject in _subjects(opening):
        yield open_about_key(subject)
    for case in _named(opening, facts):
        yield case_key(case)
    if opening.reporter is not None:
        yield counter_key(COUNTER, opening.reporter)
        yield account_key(opening.reporter)
        for one in _known(opening, facts):
            yield from map(account_key, one.reporters)


def joined(opening: Opening, facts: Facts, now: datetime) -> Case | None:
    """The live case that it joins; None where it is something of its own."""
    for case in _known(opening, facts):
        if case.state in _JOINABLE and _belongs(opening, case, facts, now):
            return case
    return None


def related(opening: Opening, facts: Facts) -> tuple[CaseId, ...]:
    """Live cases about the same thing that it does not join: both sides should be known to whoever handles it."""
    return tuple(case.id for case in _known(opening, facts) if _same_thing(opening, case))


def too_many(opening: Opening, facts: Facts, now: datetime) -> bool:
    """Whether whoever reports has reported so much lately that it is enough for now."""
    if opening.reporter is None or opening.door == "reaction" or opening.concern == "danger":
        return False
    counted = facts.counter(COUNTER, opening.reporter)
    return counted is not None and counted.since(now - HOUR) >= MOST_REPORTS


def crowd(opening: Opening, facts: Facts, now: datetime) -> tuple[int, bool] | None:
    """How many report one person at once, and whether they came in together; None unless it has just become many."""
    if opening.respondent is None or opening.reporter is None:
        return None
    lately = [
        case
        for case in _known(opening, facts)
        if case.opening.respondent == opening.respondent and now - case.opened_at <= _AT_ONCE
    ]
    before = {one for case in lately for one in case.reporters}
    if opening.reporter in before or len(before) + 1 != _MANY:
        return None
    return _MANY, together((*before, opening.reporter), facts) or _same_words(opening, lately)


def together(accounts: Iterable[AccountId], facts: Facts) -> bool:
    """Whether all of these joined within a day of each other."""
    known = [facts.account(one) for one in accounts]
    came = [one.joined_at or one.met_at for one in known if one is not None]
    return len(came) == len(known) and max(came) - min(came) <= _ALIKE


def _same_words(opening: Opening, lately: Sequence[Case]) -> bool:
    said = {case.opening.text.casefold().strip() for case in lately}
    return bool(opening.text.strip()) and said == {opening.text.casefold().strip()}


def _subjects(opening: Opening) -> Iterator[str]:
    if opening.message is not None:
        yield opening.message
    if opening.incident is not None:
        yield opening.incident
    if opening.respondent is not None and opening.kind in ("report", "dispute"):
        yield opening.respondent


def _named(opening: Opening, facts: Facts) -> Iterator[CaseId]:
    """The live cases about any of it, as far as that is loaded, each once."""
    found: dict[CaseId, None] = {}
    for subject in _subjects(opening):
        known = loaded(facts.open_about, subject)
        found.update(dict.fromkeys(known.cases[-MOST_OF_ONE:] if known else ()))
    return iter(found)


def _known(opening: Opening, facts: Facts) -> Iterator[Case]:
    for one in _named(opening, facts):
        case = loaded(facts.case, one)
        if case is not None and case.live:
            yield case


def _same_thing(opening: Opening, case: Case) -> bool:
    about = case.opening
    message = opening.message is not None and about.message == opening.message
    return message or (opening.incident is not None and about.incident == opening.incident)


def _belongs(opening: Opening, case: Case, facts: Facts, now: datetime) -> bool:
    """A member's own words about a quarrel stay a thing of their own beside what others report; so does danger."""
    about = case.opening
    if opening.kind in ("review", "raid"):
        return about.kind == opening.kind and about.incident == opening.incident
    if about.kind not in ("report", "dispute") or (opening.concern == "danger" and about.concern != "danger"):
        return False
    if _same_thing(opening, case):
        return opening.kind == "report" or opening.door in ("reaction", "hand") or opening.opener in case.parties
    if opening.kind not in ("report", "dispute") or opening.kind != about.kind or opening.respondent is None:
        return False
    about_same = about.respondent is not None and who.same(about.respondent, opening.respondent, facts)
    if opening.kind == "dispute":
        return about_same and opening.opener is not None and opening.opener in case.parties
    fresh = now - case.opened_at <= HOUR
    return about_same and fresh and opening.reporter in case.reporters and opening.message is None
