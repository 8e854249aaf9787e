"""Managers end what holds somebody back: a word of why is asked of them, and whom it held reads it."""

from collections.abc import Iterator, Sequence

from bot.cases.sanctions import Sanction, runs
from bot.commands import Level
from bot.events import CommandInvoked, FormSubmitted
from bot.facts import SETTINGS_KEY, FactKey, Facts, accounts_of, person_keys, sanction_key
from bot.ids import AccountId, SanctionId
from bot.measures import ending, levels, notices
from bot.measures.scene import Scene, holding, loaded
from bot.rooms import Ruling, Subject
from bot.settings import trusted
from bot.views import Phrase

COMMAND = "lift"
FORM = "measure-lift"
Request = CommandInvoked | FormSubmitted


def needs(ask: Request, facts: Facts) -> Iterator[FactKey]:
    """Whoever asks, and whom it is about, with everything that holds them."""
    yield SETTINGS_KEY
    yield from person_keys(ask.account, facts)
    if isinstance(ask, FormSubmitted) and ask.about:
        yield sanction_key(SanctionId(ask.about))
    upon = _target(ask, facts)
    if upon is not None:
        yield from holding(upon, facts)


def asked(ask: Request, scene: Scene) -> Iterator[Ruling]:
    """What of it they may lift is lifted."""
    upon, reason = _target(ask, scene.facts), _said(ask).get("reason", "").strip()
    if upon is None:
        yield _answered(ask, scene, Phrase("measure-nobody" if not _about(ask) else "measure-gone"))
        return
    accounts = accounts_of(upon, scene.facts)
    holding_them = tuple(one for account in accounts for one in scene.standing(account) if runs(one, scene.at.now))
    meant = tuple(one for one in holding_them if not _about(ask) or one.id == _about(ask))
    refusal = _refusal(ask, accounts, meant, reason, scene)
    if refusal is not None:
        yield _answered(ask, scene, refusal)
        return
    level = trusted(scene.settings, ask, scene.person(ask.account))
    mine = [one for one in meant if levels.REQUIRES[one.penalty.name] <= level]
    yield from ending.lifted(mine, scene, reason=reason)
    left = len(meant) - len(mine)
    yield _answered(ask, scene, Phrase("measure-lifted-done", (("number", len(mine)), ("left", left))))


def _refusal(
    ask: Request, accounts: Sequence[AccountId], meant: Sequence[Sanction], reason: str, scene: Scene
) -> Phrase | None:
    if set(accounts) & set(accounts_of(ask.account, scene.facts)):
        return Phrase("measure-not-oneself")
    if not meant:
        return Phrase("measure-nothing-holds")
    if not reason:
        return Phrase("measure-no-reason")
    level = trusted(scene.settings, ask, scene.person(ask.account))
    least = min(levels.REQUIRES[one.penalty.name] for one in meant)
    return Phrase("measure-not-level", (("level", Level(least).name.lower()),)) if level < least else None


def _target(ask: Request, facts: Facts) -> AccountId | None:
    about = _about(ask)
    if about is None:
        said = _said(ask).get("account", "").strip()
        return AccountId(said) if said else None
    known = loaded(about, facts)
    return known.account if known is not None else None


def _about(ask: Request) -> SanctionId | None:
    """The one measure that is meant; None where all are that hold somebody."""
    return SanctionId(ask.about) if isinstance(ask, FormSubmitted) and ask.about else None


def _said(ask: Request) -> dict[str, str]:
    return dict(ask.arguments if isinstance(ask, CommandInvoked) else ask.values)


def _answered(ask: Request, scene: Scene, said: Phrase) -> Ruling:
    return Ruling(
        rule="measures/lift-asked",
        subject=Subject(account=ask.account),
        effects=(scene.reply(ask, notices.said(said)),),
    )
