"""Proposals on the road: policies are made together, and everybody reads what came of it."""

from collections.abc import Iterator, Sequence

from bot.catalogue.declared import CATALOGUE
from bot.commands import ReportBacktest
from bot.events import Asked, ButtonPressed, CommandInvoked, Due, FormSubmitted
from bot.facts import FactKey, Facts, ProposalFact, proposal_key
from bot.lawmaking import acting, backtests, course, criticism, deadlines, governing, ledger, needs, proposing
from bot.lawmaking.scene import Desk, Scene
from bot.proposals import Proposal
from bot.records import ProposalMoved, Record, SanctionTaken
from bot.rooms import Input, Moment, Ruling
from bot.settings import Overlay
from bot.views import Phrase

_COMMANDS = frozenset({"policy propose-mode", "policy rules", "decisions"})
_FORMS = frozenset({"proposal-adopt", "proposal-reject", "proposal-veto"})
_ACTIONS = frozenset({"proposal-show", "proposal-vote", "proposal-withdraw", "proposal-open"})
_NOTHING: frozenset[FactKey] = frozenset()


class LawmakingRoom:
    """Keeps proposals, and moves them on."""

    name = "lawmaking"
    hears: frozenset[type] = frozenset(
        {CommandInvoked, FormSubmitted, ButtonPressed, Due, SanctionTaken, ReportBacktest}
    )
    keeps: frozenset[type] = frozenset({ProposalMoved})

    def __init__(self, overlay: Overlay, desk: Desk) -> None:
        self._overlay = overlay
        self._desk = desk

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """Who asks, and everything about what they ask for."""
        spaces = self._overlay.file.spaces
        if isinstance(given, Due):
            proposal = course.timed(given.timer)
            return _NOTHING if proposal is None else frozenset(needs.due(proposal, facts, spaces))
        if isinstance(given, ReportBacktest):
            return frozenset(needs.reported(given))
        ask = _mine(given)
        return _NOTHING if ask is None else frozenset(needs.asked(ask, facts, spaces))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """What follows, and what people are told."""
        if isinstance(given, Due):
            return tuple(self._due(given, facts, at))
        if isinstance(given, SanctionTaken):
            return tuple(criticism.counted(given, self._overlay.file.brand))
        if isinstance(given, ReportBacktest):
            return tuple(self._reported(given, facts, at))
        ask = _mine(given)
        if ask is None:
            return ()
        scene = Scene(settings=self._overlay.of(facts), facts=facts, at=at, desk=self._desk, asked=ask)
        return (_commanded(scene, ask) if isinstance(ask, CommandInvoked) else _asked(scene, ask),)

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The proposal that moved."""
        return frozenset({proposal_key(record.proposal.id)}) if isinstance(record, ProposalMoved) else _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """It stands as it was written down."""
        if isinstance(record, ProposalMoved):
            facts.put(proposal_key(record.proposal.id), ProposalFact(proposal=record.proposal))

    def _reported(self, report: ReportBacktest, facts: Facts, at: Moment) -> Iterator[Ruling]:
        proposal = facts.proposal(report.proposal)
        if proposal is not None:
            scene = Scene(settings=self._overlay.of(facts), facts=facts, at=at, desk=self._desk)
            yield from backtests.reported(scene, proposal, report)

    def _due(self, given: Due, facts: Facts, at: Moment) -> Iterator[Ruling]:
        number = course.timed(given.timer)
        proposal = facts.proposal(number) if number is not None else None
        if proposal is not None:
            scene = Scene(settings=self._overlay.of(facts), facts=facts, at=at, desk=self._desk)
            ruling = deadlines.came(scene, proposal)
            if ruling is not None:
                yield ruling


def _commanded(scene: Scene, command: CommandInvoked) -> Ruling:
    told = dict(command.arguments)
    match command.command:
        case "decisions":
            return scene.said("decisions", ledger.decisions(scene, told.get("page", "")))
        case "policy rules":
            return scene.said("rules", ledger.rules(scene))
        case _:
            return proposing.mode(scene, told)


def _asked(scene: Scene, ask: FormSubmitted | ButtonPressed) -> Ruling:
    if isinstance(ask, FormSubmitted) and needs.begins(ask):
        return _sent(scene, ask)
    number = acting.about(ask)
    proposal = scene.facts.proposal(number) if number else None
    if proposal is None:
        return scene.refused(Phrase("proposal-unknown"))
    return _reasoned(scene, proposal, ask) if isinstance(ask, FormSubmitted) else _pressed(scene, proposal, ask)


def _reasoned(scene: Scene, proposal: Proposal, form: FormSubmitted) -> Ruling:
    why = dict(form.values).get("why", "")
    if form.form == "proposal-adopt":
        return acting.adopted(scene, proposal, why)
    return acting.refused(scene, proposal, why, "vetoed" if form.form == "proposal-veto" else "rejected")


def _pressed(scene: Scene, proposal: Proposal, ask: ButtonPressed) -> Ruling:
    match ask.action:
        case "proposal-vote":
            return acting.voted(scene, proposal, ask.subject.partition(":")[2])
        case "proposal-withdraw":
            return acting.withdrawn(scene, proposal)
        case "proposal-open":
            return acting.opened(scene, proposal)
        case _:
            return acting.shown(scene, proposal)


def _sent(scene: Scene, form: FormSubmitted) -> Ruling:
    match form.form:
        case "proposal-mode":
            return proposing.mode(scene, dict(form.values))
        case "proposal-rules":
            return proposing.rules(scene, form)
        case "proposal-who":
            return governing.who(scene, form)
        case "proposal-first-rules":
            return governing.first_rules(scene, form)
        case _:
            return proposing.policy(scene, form)


def _mine(given: Input) -> CommandInvoked | FormSubmitted | ButtonPressed | None:
    """The request, where it is about proposals."""
    if not isinstance(given, Asked):
        return None
    ask = CATALOGUE.spelled_out(given)
    if isinstance(ask, CommandInvoked):
        return ask if ask.command in _COMMANDS else None
    if isinstance(ask, FormSubmitted):
        return ask if ask.form in needs.OWN_FORMS | _FORMS else None
    return ask if isinstance(ask, ButtonPressed) and ask.action in _ACTIONS else None
