"""Complaints carried higher: somebody outside the team is asked, and what they answer is written down.

Whoever is outside is told what they must know to judge, and nobody's name: what happened, what both said, what was
decided and why. Who reported it is no part of that, nor is anything that was carried between the two.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from bot.cases.case import Case
from bot.cases.lines import Line
from bot.cases.states import AppealResult, Move, State
from bot.disputes import who
from bot.disputes.act import Act, Step
from bot.disputes.moving import ready
from bot.disputes.outside import outside_letters
from bot.disputes.scene import Scene
from bot.effects import Effect, PostCard, TellOutside
from bot.events import Asked, CommandInvoked, DoorUsed, FormSubmitted
from bot.ids import AccountId, space_of
from bot.ports import Standing
from bot.settings import Contact
from bot.views import Argument, Button, Card, Doorway, Instant, Person, Phrase, Text, Verbatim

ACTIONS = frozenset({"case-refer", "case-outside-answer"})
FORMS = frozenset({"case-refer", "case-outside-answer"})
COMMANDS = frozenset({"case answer"})
_WAITING: frozenset[State] = frozenset({"escalated", "deciding", "appealed"})
"""Until it is decided; what comes later can be noted down all the same."""
_OF_A_DECISION: tuple[Move, ...] = ("uphold", "overturn")
_OF_A_CASE = ("nothing", "measure")
"""What somebody outside can say in so many words, and what then follows by itself."""


def acted(asked: Asked, case: Case, scene: Scene) -> Act | Card:
    """The move that somebody of the team wants; or a card where nothing moves."""
    if isinstance(asked, FormSubmitted) and asked.form == "case-refer":
        return _referred(asked, scene)
    if isinstance(asked, FormSubmitted) or (isinstance(asked, CommandInvoked) and asked.command in COMMANDS):
        return _noted(asked, case)
    return Card(body=(Phrase("outside-form"),))


def _referred(asked: FormSubmitted, scene: Scene) -> Act | Card:
    values = dict(asked.values)
    name = values.get("contact", "").strip().lower()
    if name and scene.settings.contact(name) is None:
        known = ", ".join(one.name for one in scene.settings.contacts)
        return Card(body=(Phrase("outside-unknown", (("names", known or "–"),)),), tone="notice")
    return Act(move="refer", by=asked.account, text=values.get("text", "").strip(), choice=name)


def _noted(asked: FormSubmitted | CommandInvoked, case: Case) -> Act | Card:
    """An answer that came by mail or by word of mouth: it is theirs, and whoever notes it down is named with it."""
    values = dict(asked.values if isinstance(asked, FormSubmitted) else asked.arguments)
    if not _unanswered(case):
        return Card(body=(Phrase("outside-nobody-asked"),), tone="notice")
    choice = values.get("result", "")
    return Act(
        move="respond",
        by=None,
        account=asked.account,
        text=values.get("text", "").strip(),
        choice=choice if choice in choices(case) else "",
    )


def used(door: DoorUsed, case: Case, scene: Scene) -> Act | None:  # noqa: ARG001 - all of these are asked alike
    """What somebody wants who wrote on a page; None where the page was used before, or leads nowhere any more."""
    if not _open(case, door.purpose, door.whose, door.number):
        return None
    if door.purpose == "appeal":
        return Act(move="appeal", by=door.whose, text=door.text)
    return Act(move="respond", by=None, text=door.text, choice=door.choice if door.choice in choices(case) else "")


def waiting(case: Case) -> bool:
    """Whether somebody outside was asked and what they say can still change anything."""
    return case.state in _WAITING and _unanswered(case)


def _unanswered(case: Case) -> bool:
    return case.referral is not None and case.referral.answered_at is None


def choices(case: Case) -> tuple[str, ...]:
    """What somebody outside may say in so many words: whatever else they think is for the team to read."""
    if not waiting(case):
        return ()
    if case.state == "appealed":
        return tuple(one for one in _OF_A_DECISION if one in ready.results(case))
    return _OF_A_CASE if case.state == "escalated" else ()


def standing(case: Case, door: Doorway) -> Standing:
    """All that the page behind a doorway may show."""
    still = _open(case, door.purpose, door.account, door.number)
    if door.purpose == "answer":
        return Standing(word=case.word, open=still, used=_answered(case, door.number), choices=choices(case))
    appeal = case.appeal if case.appeal is not None and case.appeal.by == door.account else None
    if still or appeal is None:
        return Standing(word=case.word, open=still)
    return Standing(word=case.word, used=True, result=_result(appeal.result), reasons=appeal.reasons)


def _open(case: Case, purpose: str, whose: AccountId | None, number: int) -> bool:
    """Whether a page can still be used: the line of the log that gave it out is the latest of its kind."""
    if purpose == "answer":
        return waiting(case) and case.referral is not None and case.referral.number == number
    latest = case.decision.number if case.decision is not None else 0
    return case.state == "decided" and whose in case.parties and number >= latest


def _answered(case: Case, number: int) -> bool:
    referral = case.referral
    return referral is None or referral.number != number or referral.answered_at is not None


def _result(said: str) -> AppealResult | None:
    return next((one for one in get_args(AppealResult) if one == said), None)


def told(step: Step, scene: Scene) -> Iterator[Effect]:
    """What one step is to whoever is outside, and to the team about them; the parties hear of it elsewhere."""
    case, line = step.after, step.line
    if line.move == "refer":
        yield from _asked(case, line, scene)
    elif line.move == "respond":
        yield from _to_team(_answer_card(case, line), case, scene)
    elif step.before is not None and waiting(step.before) and not waiting(case):
        contact = scene.settings.contact(step.before.referral.contact if step.before.referral else "")
        if contact is not None:
            yield _written(contact, outside_letters.over(case, contact), case, scene)


def _asked(case: Case, line: Line, scene: Scene) -> Iterator[Effect]:
    contact = scene.settings.contact(line.choice) or scene.settings.contact()
    if contact is None:
        yield from _to_team(_by_hand_card(case, line, scene), case, scene)
        return
    card = outside_letters.letter(case, line, contact, doorways=scene.settings.doorways)
    yield replace(_written(contact, card, case, scene), expires_at=line.until)
    yield from _to_team(_asked_card(case, line, contact, scene), case, scene)


def _written(contact: Contact, card: Card, case: Case, scene: Scene) -> TellOutside | PostCard:
    """The way in which a contact is written to."""
    note = f"case {case.id}"
    if contact.channel is None:
        return TellOutside(
            space=contact.space, contact=contact.name, card=card, locale=contact.locale, case=case.id, note=note
        )
    return PostCard(
        space=space_of(contact.channel),
        channel=contact.channel,
        card=card,
        locale=contact.locale,
        address=scene.settings.address,
        note=note,
    )


def _to_team(card: Card, case: Case, scene: Scene) -> Iterator[Effect]:
    """Into the team's channel; where the case is not for it, to those trusted with it."""
    if not case.opening.private:
        yield from scene.to_team(card, case)
        return
    for account in who.confidants(case, scene.settings, scene.facts, scene.at.now):
        yield from scene.letter(account, card, case)


def _asked_card(case: Case, line: Line, contact: Contact, scene: Scene) -> Card:
    channel = scene.settings.managers.get(case.opening.space)
    whom = contact.who.say(scene.settings.spoken_in(channel))
    body: list[Text] = [Phrase("outside-team-asked", (("who", whom), *_until(line)))]
    return Card(title=_title(case), body=(*body, Phrase("outside-team-otherwise")), buttons=(_answer_button(case),))


def _by_hand_card(case: Case, line: Line, scene: Scene) -> Card:
    """The bot has no way to reach them: one of the team writes to them."""
    body = (Phrase("outside-team-by-hand", _until(line)), Verbatim(scene.settings.outside_contact))
    return Card(title=_title(case), body=body, buttons=(_answer_button(case),), tone="notice")


def _answer_card(case: Case, line: Line) -> Card:
    body: list[Text] = [Phrase("outside-team-answered")]
    if line.choice:
        body.append(Phrase("outside-result", (("result", line.choice),)))
    body += [Verbatim(line.text)] if line.text else []
    if line.account is not None:
        body.append(Phrase("outside-team-noted", (("person", Person(line.account)),)))
    return Card(title=_title(case), body=tuple(body), tone="notice")


def _until(line: Line) -> tuple[tuple[str, Argument], ...]:
    return (("instant", Instant(line.until)),) if line.until else (("instant", "–"),)


def _title(case: Case) -> Phrase:
    return Phrase("outside-team-title", (("case", case.id),))


def _answer_button(case: Case) -> Button:
    return Button(id=f"case-outside-answer:{case.id}", label=Phrase("outside-button-answer"))
