"""Who may have no part in a case: looked at anew at every act and at every view, whoever it is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Literal

from bot.cases.case import Case
from bot.cases.sanctions import Sanction
from bot.cases.states import State
from bot.facts import FileFact
from bot.ids import AccountId
from bot.views import Phrase

Stage = Literal["handle", "appeal"]
"""What somebody would do: handle it, or look afresh at what others decided."""
MEMORY = timedelta(days=90)
"""For how long a measure or a quarrel between two people keeps them apart."""

_People = frozenset[AccountId]

EARLIER = Phrase("machine-barred-earlier")
"""Nothing speaks against somebody but that they had their part in it earlier."""
_PARTY = Phrase("machine-barred-party")
_REPORTER = Phrase("machine-barred-reporter")
_WITNESS = Phrase("machine-barred-witness")
_SANCTION = Phrase("machine-barred-sanction")
_QUARREL = Phrase("machine-barred-quarrel")


def stage_of(state: State) -> Stage:
    """What whoever acts in a state would do."""
    return "appeal" if state == "appealed" else "handle"


def wanted_for(state: State) -> Stage:
    """What whoever is looked for in a state would do: once it is decided, look at it afresh."""
    return "appeal" if state in ("decided", "appealed") else "handle"


def barred(
    case: Case, accounts: Sequence[AccountId], files: Sequence[FileFact], at: datetime, *, stage: Stage
) -> Phrase | None:
    """Why somebody may not handle a case, nor look into it; None where nothing speaks against it.

    `accounts` are all of theirs. `files` are what stands about them and about the parties; a file of neither is taken
    for one of a party's other accounts. `EARLIER` comes only where there is nothing else.
    """
    own = frozenset(accounts)
    if own & set(case.parties):
        return _PARTY
    if own & set(case.reporters):
        return _REPORTER
    if own & {one.by for one in case.evidence}:
        return _WITNESS
    parties = frozenset((*case.parties, *(file.account for file in files if file.account not in own)))
    if _sanctioned(case, own, parties, files, at, stage):
        return _SANCTION
    if _quarrelled(case, own, parties, files, at):
        return _QUARREL
    return EARLIER if own & acted(case, stage) else None


def acted(case: Case, stage: Stage) -> frozenset[AccountId]:
    """Those who had their part in an earlier stage, or whose turn to decide is over.

    Whoever has taken an appeal is at it now.
    """
    if stage == "handle":
        return frozenset((*case.earlier, *case.deciders))
    before = involved(case)
    return before - {case.appeal.taken_by} if case.appeal else before


def involved(case: Case) -> frozenset[AccountId]:
    """Everybody who ever had any part in it without being a party."""
    seated = (juror for circle in case.circles for juror in circle.seated)
    return frozenset((*case.hands, *case.handlers, *case.deciders, *case.earlier, *seated))


def _sanctioned(
    case: Case, own: _People, parties: _People, files: Sequence[FileFact], at: datetime, stage: Stage
) -> bool:
    """Whether one of them decided something upon another within 90 days.

    In the profile `small` whoever did so upon a party may still take up what is reported, or asked of the team:
    otherwise two people who both reminded somebody would have left nobody for whatever that person does next. Between
    two who quarrel, and where something is looked at afresh, it keeps them out there too.
    """
    lately = tuple(_lately(case, files, at))
    if any(upon in own and one.by in parties for upon, one in lately):
        return True
    lenient = case.opening.profile == "small" and case.opening.kind != "dispute" and stage == "handle"
    return not lenient and any(upon in parties and one.by in own for upon, one in lately)


def _lately(case: Case, files: Iterable[FileFact], at: datetime) -> Iterator[tuple[AccountId, Sanction]]:
    """What other cases brought upon those whose files these are, where it was felt and no mistake."""
    for file in files:
        for one in file.sanctions:
            felt = one.state in ("standing", "ended", "lifted") and not one.imported
            if felt and one.at > at - MEMORY and one.case != case.id:
                yield file.account, one


def _quarrelled(case: Case, own: _People, parties: _People, files: Sequence[FileFact], at: datetime) -> bool:
    """Whether one of them was at odds with a party within 90 days, each of the two a party to it.

    To report somebody is no quarrel, nor is to be reported, to bring a case before the team or to handle one: whoever
    looks after a community does so all the time, and it would tell a manager who had reported them.
    """
    theirs = (brief for file in files if file.account in own for brief in file.cases)
    return any(
        brief.case != case.id and brief.opened_at > at - MEMORY and not parties.isdisjoint(brief.parties)
        for brief in theirs
    )
