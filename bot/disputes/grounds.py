"""What a measure in a case may rest on: the rules that the case is about, in the wordings that govern."""

from collections.abc import Iterator
from dataclasses import replace

from bot.cases.case import Case
from bot.cases.lines import Opening
from bot.disputes import who
from bot.disputes.act import Act
from bot.disputes.scene import Scene
from bot.facts import FactKey, FileFact, accounts_of
from bot.measures import wordings
from bot.measures.wordings import Governed, Pins
from bot.settings import Settings


def needs(about: Case | Opening, settings: Settings | None) -> Iterator[FactKey]:
    """The earlier wordings of its rules."""
    if settings is None:
        return
    opening = about.opening if isinstance(about, Case) else about
    yield from wordings.needs(opening.policies, settings)
    if isinstance(about, Case) and about.decision is not None:
        yield from wordings.needs(about.decision.policies, settings)


def pinned(case: Case) -> Pins:
    """The rules in question as they were worded at the facts; where a decision is looked at afresh, those of it."""
    decided = case.decision.policies if case.state == "appealed" and case.decision is not None else ()
    return decided or case.opening.policies


def governed(case: Case, scene: Scene, pins: Pins | None = None) -> Governed:
    """Which wordings govern, those of the case where none are named, and what comes next by them."""
    meant = pinned(case) if pins is None else pins
    return wordings.governed(meant, _files(case, scene), scene.settings, scene.facts, scene.at.now)


def gone(case: Case, settings: Settings) -> bool:
    """Whether it is about rules of which none is in force any more."""
    pins = pinned(case)
    return bool(pins) and not any(policy in settings.file.rules for policy, _ in pins)


def rested(act: Act, case: Case, scene: Scene) -> Act:
    """A move that brings a measure, resting on the wordings that govern, and on no rule that is in force no more.

    A rule that the case is about is meant in the wording that held at the facts, whoever names it.
    """
    own = dict(pinned(case))
    meant = tuple((policy, own.get(policy, revision)) for policy, revision in act.policies) or pinned(case)
    if not act.penalties or not meant:
        return act
    return replace(act, policies=governed(case, scene, meant).pins)


def _files(case: Case, scene: Scene) -> Iterator[FileFact]:
    """What stands about whom it is about, but for what this very case brought before: that is decided anew."""
    upon = case.opening.respondent
    for file in who.files(accounts_of(upon, scene.facts), scene.facts) if upon is not None else ():
        yield replace(file, sanctions=tuple(one for one in file.sanctions if one.case != case.id))
