"""What is left of a case that is put away: how it went and how it ended, and nothing that anybody said or was."""

from dataclasses import replace

from bot.cases.case import Appeal, Case, Circle, Decision
from bot.cases.lines import Opening, Penalty


def put_away(case: Case) -> Case:
    """States, times, rules and the outcome; no name, no word, and no way to a message."""
    opening = case.opening
    return Case(
        id=case.id,
        opening=Opening(
            kind=opening.kind,
            door=opening.door,
            space=opening.space,
            concern=opening.concern,
            profile=opening.profile,
            policies=opening.policies,
            private=opening.private,
        ),
        opened_at=case.opened_at,
        state=case.state,
        since=case.since,
        due_at=None,
        clock_since=case.clock_since,
        lines=case.lines,
        outcome=case.outcome,
        questions=case.questions,
        escalations=case.escalations,
        circles=tuple(map(_counted, case.circles)),
        decision=_decided(case.decision) if case.decision else None,
        appeal=_reviewed(case.appeal) if case.appeal else None,
        referral=replace(case.referral, answer="") if case.referral else None,
        remitted=case.remitted,
        reopened=case.reopened,
    )


def _counted(circle: Circle) -> Circle:
    return Circle(seed=0, size=circle.size, electorate=(), drawn=(), tally=circle.tally, void=circle.void)


def _decided(decision: Decision) -> Decision:
    penalties = tuple(Penalty(name=one.name, seconds=one.seconds) for one in decision.penalties)
    return replace(decision, by=None, agreed=None, reasons="", penalties=penalties)


def _reviewed(appeal: Appeal) -> Appeal:
    return replace(appeal, by=None, text="", taken_by=None, reasons="")
