"""A proposed policy was tried on the past: everybody reads what came of it in sums, the team with a way to examples."""

from collections.abc import Iterator
from dataclasses import replace

from bot.commands import ReportBacktest
from bot.lawmaking import cards
from bot.lawmaking.scene import Scene
from bot.proposals import Backtest, Proposal
from bot.records import ProposalMoved
from bot.rooms import Ruling
from bot.views import Card, Passage, Phrase, Text


def reported(scene: Scene, proposal: Proposal, report: ReportBacktest) -> Iterator[Ruling]:
    """The card says it from now on; nothing where it was said before, or is too late."""
    if not proposal.wants_backtest:
        return
    after = replace(proposal, backtest=report.found)
    shown = scene.reworded(after, cards.public(scene, after))
    told = scene.to_team(_to_team(after, report), after) if report.found.matched else ()
    yield scene.ruling("backtest", after, (ProposalMoved(proposal=after),), (*shown, *told))


def _to_team(proposal: Proposal, report: ReportBacktest) -> Card:
    body: list[Text] = [_exact(report.found)]
    if report.found.worst_day:
        worst = (("hour", report.found.worst_hour), ("day", report.found.worst_day))
        body.append(Phrase("proposal-backtest-worst", worst))
    if report.examples:
        body.append(Phrase("proposal-backtest-examples"))
    for channel, message in report.examples:
        body.append(Phrase("proposal-backtest-example", (("passage", Passage(channel, message)),)))
    shown = cards.short(proposal, Phrase("proposal-backtest-team"))
    return replace(shown, body=(*shown.body, *body))


def _exact(found: Backtest) -> Phrase:
    return Phrase("proposal-backtest", (*cards.looked_back(found), ("amount", "many")))
