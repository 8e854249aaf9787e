"""What the team does in a case, by button, form or command, as the moves that it stands for."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.cases.case import Case
from bot.cases.folding import LIFT, NO, NO_CONTACT, YES
from bot.cases.lines import Penalty, PenaltyName
from bot.cases.states import Move
from bot.catalogue.cases import HOURS, MEASURES, RESTRAINTS
from bot.disputes import advancing, alone
from bot.disputes.act import Act, Refusal
from bot.disputes.advancing import Advance
from bot.disputes.doors import doors, naming
from bot.disputes.scene import Scene
from bot.disputes.told import cards
from bot.events import Asked, ButtonPressed, CommandInvoked, FormSubmitted
from bot.ids import AccountId, CaseId, space_of
from bot.views import Card, Person, Phrase

_SECONDS = {"1h": 3_600, "1d": 86_400, "7d": 7 * 86_400, "30d": 30 * 86_400}
_HOURS = {"": 24} | {str(one): one for one in HOURS}
_NAMES: Mapping[str, PenaltyName] = {
    "remind": "remind",
    "warn": "warn",
    "timeout": "timeout",
    "quarantine": "quarantine",
    "channel": "remove_from_channel",
    "kick": "kick",
    "ban": "ban",
}
_COMMANDS = {
    "case claim": "claim",
    "case note": "note",
    "case ask": "ask",
    "case assign": "assign",
    "case close": "dismiss",
    "case escalate": "escalate",
    "case merge": "merge",
    "case link": "link",
    "case reopen": "reopen",
    "case show": "show",
}
_PLAIN: Mapping[str, Move] = {
    "claim": "claim",
    "release": "release",
    "ask": "ask",
    "note": "note",
    "mediate": "invite",
    "dismiss": "dismiss",
    "escalate": "escalate",
    "empanel": "empanel",
    "reopen": "reopen",
    "refuse": "refuse",
}
"""What needs nothing but words, and the move that it is."""
_SHOWS = frozenset({"show", "evidence"})
_ANSWERS = {"agree": YES, "object": NO}
_AT_LEAST_AT_HAND = frozenset({"decide", "dismiss", "settle", "ask", "mediate"})
"""Whoever does one of these with a case that nobody has taken takes it in the same breath."""

Acts = tuple[Act, ...]


def meant(asked: Asked) -> str:
    """Which of the team's actions it is; empty where it is none."""
    if isinstance(asked, CommandInvoked):
        return _COMMANDS.get(asked.command, "")
    named = asked.form if isinstance(asked, FormSubmitted) else asked.action if isinstance(asked, ButtonPressed) else ""
    action = named.removeprefix("case-")
    return action if named.startswith("case-") and action in (*_SHOWS, *_ANSWERS, *_ACTS) else ""


def case_of(asked: Asked) -> CaseId:
    """Which case somebody means; numbers may be told with a sign before them."""
    if isinstance(asked, ButtonPressed):
        return CaseId(asked.subject.partition(":")[0])
    if isinstance(asked, FormSubmitted):
        return CaseId(asked.about.partition(":")[0])
    return number(doors.said(asked).get("case", ""))


def group(asked: Asked) -> str:
    """Which of the less likely things to do somebody wants to see; empty for the case itself."""
    return asked.subject.partition(":")[2] if isinstance(asked, ButtonPressed) else ""


def number(said: str) -> CaseId:
    """The case that somebody means by what they typed."""
    return CaseId(said.strip().lstrip("#").strip())


def named(asked: Asked) -> AccountId | None:
    """Whom it names, where it can be somebody here."""
    said = AccountId(doors.said(asked).get("account", ""))
    return said if said and space_of(said) == asked.space else None


def other_case(asked: Asked) -> CaseId | None:
    """Another case that it names."""
    said = doors.said(asked)
    return number(said.get("into", "") or said.get("to", "")) or None


def acted(asked: Asked, case: Case, scene: Scene) -> Acts | Card:
    """The moves to make, in order; or a card where nothing moves."""
    action = meant(asked)
    if action == "evidence":
        return cards.evidence_card(case)
    if action in _ANSWERS:
        return _answered(asked, case, scene)
    done = _ACTS[action](asked, case, scene)
    if isinstance(done, Card) or isinstance(done := alone.proposed(done, case, scene), Card):
        return done
    taken = case.handler is None and case.state == "open" and action in _AT_LEAST_AT_HAND
    return (Act(move="claim", by=asked.account), done) if taken else (done,)


def _plain(asked: Asked, case: Case, scene: Scene) -> Act:  # noqa: ARG001 - one of several
    return Act(move=_PLAIN[meant(asked)], by=asked.account, text=_text(asked))


def _settled(asked: Asked, case: Case, scene: Scene) -> Act:  # noqa: ARG001 - one of several
    """It was looked after, and nothing more is needed."""
    return Act(move="dismiss", by=asked.account, text=_text(asked), outcome="settled")


def _decided(asked: Asked, case: Case, scene: Scene) -> Act | Card:
    said = doors.said(asked)
    if said.get("measure", "nothing") not in MEASURES:
        return _no_choice()
    penalties = tuple(_penalties(said.get("measure", "nothing"), said.get("message", ""), case))
    policies = naming.policies(said.get("policy", ""), case, penalties, scene)
    if isinstance(policies, Card):
        return policies
    return Act(
        move="decide",
        by=asked.account,
        text=_text(asked),
        outcome="measure" if penalties else "no_further_action",
        penalties=penalties,
        policies=policies,
    )


def _answered(asked: Asked, case: Case, scene: Scene) -> Acts | Card:
    """Somebody agrees to what another wanted, or does not; what cannot be done any more is no fault of theirs."""
    number = asked.subject.partition(":")[2] if isinstance(asked, ButtonPressed) else ""
    acts = alone.answered(asked.account, _ANSWERS[meant(asked)], case, number)
    if isinstance(acts, Card):
        return acts
    said = Advance(scene, case, case.id).to(acts[:1])
    if isinstance(said, Refusal) or not isinstance(said.to(acts[1:]), Refusal):
        return acts
    return Card(body=(Phrase("case-second-void", (("person", Person(acts[1].by or asked.account)),)),), tone="notice")


def _penalties(measure: str, message: str, case: Case) -> list[Penalty]:
    found: list[Penalty] = []
    if message == "goes" and case.opening.message is not None:
        found.append(Penalty(name="remove", channel=case.opening.channel, message=case.opening.message))
    name, _, length = measure.partition("-")
    if name in _NAMES:
        channel = case.opening.channel if name == "channel" else None
        found.append(Penalty(name=_NAMES[name], seconds=_SECONDS.get(length), channel=channel))
    return found


def _assigned(asked: Asked, case: Case, scene: Scene) -> Act | Card:  # noqa: ARG001 - one of several
    whom = named(asked)
    if whom is None:
        return Card(body=(Phrase("case-nobody"),))
    return Act(move="assign", by=asked.account, account=whom)


def _merged(asked: Asked, case: Case, scene: Scene) -> Act | Card:
    return _other(asked, case, scene, "merge")


def _linked(asked: Asked, case: Case, scene: Scene) -> Act | Card:
    return _other(asked, case, scene, "note")


def _other(asked: Asked, case: Case, scene: Scene, move: str) -> Act | Card:
    into = other_case(asked)
    other = scene.facts.case(into) if into is not None else None
    if into is None or other is None or into == case.id or advancing.hidden(other, asked.account, scene):
        return Card(body=(Phrase("case-unknown"),))
    if move == "merge" and not other.live:
        return Card(body=(Phrase("case-merge-over", (("case", into),)),))
    return Act(move=move, by=asked.account, case=into)  # type: ignore[arg-type]


def _restrained(asked: Asked, case: Case, scene: Scene) -> Act | Card:  # noqa: ARG001 - one of several
    said = doors.said(asked)
    hours, what = _HOURS.get(said.get("hours", "")), said.get("what", NO_CONTACT)
    if hours is None or what not in RESTRAINTS:
        return _no_choice()
    name = _NAMES.get(what)
    held = (Penalty(name=name, seconds=hours * 3_600),) if name else ()
    until = scene.at.now + timedelta(hours=hours)
    choice = "" if held else NO_CONTACT
    return Act(move="restrain", by=asked.account, text=_text(asked), choice=choice, penalties=held, until=until)


def _lifted(asked: Asked, case: Case, scene: Scene) -> Act | Card:
    """What holds meanwhile is taken back before its time."""
    if case.restrained_until is None or case.restrained_until <= scene.at.now:
        return Card(body=(Phrase("case-nothing-held", (("case", case.id),)),))
    return Act(move="restrain", by=asked.account, choice=LIFT)


def _no_choice() -> Card:
    return Card(body=(Phrase("machine-refused-not-a-choice"),))


def _text(asked: Asked) -> str:
    return doors.said(asked).get("text", "").strip()


_ACTS: Mapping[str, Callable[[Asked, Case, Scene], Act | Card]] = {
    **dict.fromkeys(_PLAIN, _plain),
    "settle": _settled,
    "decide": _decided,
    "assign": _assigned,
    "merge": _merged,
    "link": _linked,
    "restrain": _restrained,
    "lift": _lifted,
}
