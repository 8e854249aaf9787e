"""Managers end what holds somebody back: a word of why is asked of them, and whom it held reads it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from bot.cases.sanctions import Sanction, runs
from bot.commands import Level
from bot.events import CommandInvoked, FormSubmitted
from bot.facts import SETTINGS_KEY, FactKey, Facts, accounts_of, loaded, sanction_key
from bot.ids import AccountId, SanctionId
from bot.measures import conflicts, ending, levels, managing, notices
from bot.measures.levels import Side
from bot.measures.scene import Scene
from bot.rooms import Ruling, Subject
from bot.settings import trusted
from bot.views import Phrase

COMMAND = "lift"
FORM = "measure-lift"
Request = CommandInvoked | FormSubmitted


def needs(ask: Request, facts: Facts) -> Iterator[FactKey]:
    """Whoever asks, and whom it is about, with everything that holds them and the cases that brought it."""
    yield SETTINGS_KEY
    yield from managing.side_keys(ask.account, facts)
    if isinstance(ask, FormSubmitted) and ask.about:
        yield sanction_key(SanctionId(ask.about))
    upon = _target(ask, facts)
    if upon is not None:
        yield from managing.side_keys(upon, facts)
        yield from ending.needs_of_lifted(upon, facts)
        for party in _parties(upon, facts):
            yield from managing.side_keys(party, facts)


def asked(ask: Request, scene: Scene) -> Iterator[Ruling]:
    """What of it they may lift is lifted; of the rest they hear why not."""
    upon, reason = _target(ask, scene.facts), _said(ask).get("reason", "").strip()
    if upon is None:
        yield _answered(ask, scene, Phrase("measure-nobody" if not _about(ask) else "measure-gone"))
        return
    accounts = accounts_of(upon, scene.facts)
    holding_them = tuple(one for account in accounts for one in scene.standing(account) if runs(one, scene.at.now))
    meant = tuple(one for one in holding_them if not _about(ask) or one.id == _about(ask))
    manager = managing.side(ask.account, scene, trusted(scene.settings, ask, scene.person(ask.account)))
    refusal = _refusal(manager, accounts, meant, reason)
    if refusal is not None:
        yield _answered(ask, scene, refusal)
        return
    others = {one.id: why for one in meant if (why := _barred(one, manager, scene)) is not None}
    mine = [one for one in meant if one.id not in others and _least(one, scene) <= manager.level]
    if not mine:
        least = min(_least(one, scene) for one in meant)
        yield _answered(ask, scene, *others.values(), Phrase("measure-not-level", (("level", least.name.lower()),)))
        return
    yield from ending.lifted(mine, scene, by=ask.account, reason=reason)
    left = len(meant) - len(mine) - len(others)
    kept = (Phrase("measure-lifted-others", (("number", len(others)),)), *others.values()) if others else ()
    yield _answered(ask, scene, Phrase("measure-lifted-done", (("number", len(mine)), ("left", left))), *kept, most=3)


def _refusal(manager: Side, accounts: Sequence[AccountId], meant: Sequence[Sanction], reason: str) -> Phrase | None:
    if set(accounts) & set(manager.accounts):
        return Phrase("measure-not-oneself")
    if not meant:
        return Phrase("measure-nothing-holds")
    return None if reason else Phrase("measure-no-reason")


def _barred(sanction: Sanction, manager: Side, scene: Scene) -> Phrase | None:
    """Why it is for somebody else to lift, whatever their level.

    Whoever decided it may take it back, also where they decided more upon the same person, or another took up the case,
    since.
    """
    if levels.at_odds(manager, managing.side(sanction.account, scene), scene.at.now):
        return Phrase("measure-not-conflict")
    case = scene.case(sanction)
    if case is None:
        return None
    own = sanction.by in manager.accounts
    theirs = (managing.side(party, scene).files for party in case.parties)
    files = () if own else (*manager.files, *chain.from_iterable(theirs))
    why = conflicts.barred(case, manager.accounts, files, scene.at.now, stage="handle")
    return None if own and why == conflicts.EARLIER else why


def _least(sanction: Sanction, scene: Scene) -> Level:
    """How much somebody has to be trusted with; what is about one of the team is for those alone who read of it."""
    case, least = scene.case(sanction), levels.REQUIRES[sanction.penalty.name]
    return max(least, Level.SENIOR) if case is not None and case.opening.private else least


def _parties(upon: AccountId, facts: Facts) -> Iterator[AccountId]:
    """Those between whom the cases are that brought what holds somebody, as far as that is known."""
    for one in ending.held(upon, facts):
        case = loaded(facts.case, one.case) if one.case is not None else None
        yield from case.parties if case is not None else ()


def _target(ask: Request, facts: Facts) -> AccountId | None:
    about = _about(ask)
    if about is None:
        said = _said(ask).get("account", "").strip()
        return AccountId(said) if said else None
    known = loaded(facts.sanction, about)
    return known.account if known is not None else None


def _about(ask: Request) -> SanctionId | None:
    """The one measure that is meant; None where all are that hold somebody."""
    return SanctionId(ask.about) if isinstance(ask, FormSubmitted) and ask.about else None


def _said(ask: Request) -> dict[str, str]:
    return dict(ask.arguments if isinstance(ask, CommandInvoked) else ask.values)


def _answered(ask: Request, scene: Scene, *said: Phrase, most: int = 1) -> Ruling:
    return Ruling(
        rule="measures/lift-asked",
        subject=Subject(account=ask.account),
        effects=(scene.reply(ask, notices.said(*said[:most])),),
    )
