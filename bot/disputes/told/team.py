"""What the team is shown and told of a case: one card in its channel that is reworded, and a word when it is needed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot import settings as community
from bot.cases.case import Case, Pending
from bot.cases.folding import FILES
from bot.cases.lines import Line
from bot.cases.states import Move
from bot.commands import Level
from bot.disputes import alone, grounds, who
from bot.disputes.act import Step
from bot.disputes.scene import Scene
from bot.disputes.told import cards
from bot.effects import CreatePrivateThread, Effect, Handle, PostCard
from bot.ids import AccountId, space_of
from bot.measures import notices, together
from bot.views import Argument, Bilingual, Card, Instant, Person, Phrase, Text, Verbatim

_THREAD = Bilingual("A word with the team", "Un mot avec l'équipe")
_WORTH_EDITING = timedelta(days=1)
"""A card that could not be reworded by then is not worth it any more."""
_MOST_CALLED = 5


def shown(steps: Sequence[Step], scene: Scene, can: Collection[Move]) -> Iterator[Effect]:
    """The card of a case as it stands after these steps: posted with the first line of its log, reworded later."""
    case = steps[-1].after
    if case.opening.kind in ("review", "raid"):
        return  # its card is the incident's, or the one on which a crowd is dealt with as a whole
    if all((step.line.move, step.line.choice) == ("note", FILES) for step in steps):
        return  # nothing of it stands on the card
    card = cards.team_card(case, can)
    if "decide" in can and case.opening.policies:
        card = replace(card, body=(*card.body, *grounds.governed(case, scene).said))
    if steps[0].before is not None:
        yield from _reworded(case, card, scene)
    elif case.opening.private:
        for account in who.confidants(case, scene.settings, scene.facts, scene.at.now):
            yield from scene.word(account, card)
    else:
        yield from scene.to_team(card, case, cards.handle(case.id))


def told(step: Step, scene: Scene) -> Iterator[Effect]:
    """What one step is to those who handle the case, and to whoever reported it."""
    case, line = step.after, step.line
    match line.move:
        case "claim" | "assign" | "reopen" if case.opening.kind == "talk" and case.handler is not None:
            yield from _conversation(case, case.handler, scene)
        case "assign" if line.account is not None and line.account != line.by:
            yield from scene.word(line.account, _word(case, "assigned", Verbatim(line.text)))
        case "answer" if case.handler is not None:
            yield from scene.word(case.handler, _word(case, "answered", Verbatim(line.text)))
        case "remind":
            yield from _reminded(case, scene)
        case "second":
            yield from _answered(case, line, scene)
        case "lapse" if case.live and step.before is not None and step.before.state != case.state:
            yield from _everybody(case, _word(case, "lapsed"), scene)
        case "escalate" if case.live:
            yield from _everybody(case, _word(case, "escalated", Verbatim(line.text)), scene)
        case _:
            pass
    yield from _moved_on(step, scene)
    if step.before is not None and step.before.outcome is None and case.outcome is not None:
        yield from _to_reporters(case, scene)


def asked(steps: Sequence[Step], scene: Scene) -> Iterator[Effect]:
    """What waits for another to agree: where the team reads, else by a letter to each who could."""
    before, case = steps[0].before, steps[-1].after
    waits = case.pending
    if waits is None or (before is not None and before.pending == waits):
        return
    people, card = alone.others(case, waits.by, scene), _agreeing(case, waits, scene)
    yield from (posted := scene.to_team(card, case))
    for account in () if posted else people:
        yield from scene.word(account, card)
    if together.FOR_PACE in alone.takes_two(case, waits.by, scene).values():
        for account in people:
            yield from scene.word(account, notices.hurried(Person(waits.by)))


def _agreeing(case: Case, waits: Pending, scene: Scene) -> Card:
    upon, two = case.opening.respondent, alone.takes_two(case, waits.by, scene)
    said: list[Text] = [Phrase("case-second", (("move", waits.move), ("person", Person(waits.by)), ("case", case.id)))]
    said += [notices.upon(upon, one) for one in waits.penalties if upon is not None]
    said += dict.fromkeys(two[one.name] for one in waits.penalties if one.name in two)
    presses = (f"case-agree:{case.id}:{waits.number}", f"case-object:{case.id}:{waits.number}")
    card = notices.agreeing(tuple(said), waits.text, (), Instant(waits.until), presses)
    return replace(card, buttons=(*card.buttons, cards.button(case, "show")))


def _answered(case: Case, line: Line, scene: Scene) -> Iterator[Effect]:
    """Whoever wanted something hears what became of it."""
    if line.account is None or line.account == line.by:
        return
    given: tuple[tuple[str, Argument], ...] = (("choice", line.choice), ("case", case.id))
    by = (("by", Person(line.by)),) if line.by is not None else (("by", ""),)
    said = Phrase("case-second-told", (*given, *by))
    yield from scene.word(line.account, Card(title=cards.title(case), body=(said,)))


def _moved_on(step: Step, scene: Scene) -> Iterator[Effect]:
    """Something else was done with the case, or is asked for, before anybody agreed to what somebody wanted."""
    waited, waits = step.before.pending if step.before is not None else None, step.after.pending
    gone = waited is not None and waited.agreed is None and (waits is None or waits.number != waited.number)
    if waited is not None and gone and step.line.move != "second" and step.line.by != waited.by:
        yield from scene.word(waited.by, _word(step.after, "moved-on"))


def called(case: Case, scene: Scene) -> Iterator[Effect]:
    """Somebody may be in danger: whoever is on call is called by name, at whatever hour; else all who are there."""
    now = scene.at.now
    first = who.on_call(scene.settings, scene.facts, now, partial(_concerned, case, scene=scene))
    there = () if first else _there(case, scene)
    people = (first,) if first else there[:_MOST_CALLED]
    here = tuple(one for one in people if space_of(one) == case.opening.space)
    card = Card(title=cards.title(case), body=(Phrase("case-on-call", (("number", len(people)),)),), tone="alert")
    posted = scene.to_team(replace(card, buttons=(cards.button(case, "show"),)), case)
    if here:
        yield from (replace(one, mentions=here) for one in posted)
    for account in people:
        if account not in here or not posted:
            yield from scene.word(account, replace(card, buttons=(cards.button(case, "show"),)))


def _there(case: Case, scene: Scene) -> tuple[AccountId, ...]:
    return who.available(case, scene.settings, scene.facts, scene.at.now)


def crowded(case: Case, number: int, *, alike: bool, scene: Scene) -> Iterator[Effect]:
    """Many speak up at once about one person: that says nothing about that person, and perhaps something else."""
    given: tuple[tuple[str, Argument], ...] = (("number", number), ("alike", "yes" if alike else "no"))
    card = Card(title=cards.title(case), body=(Phrase("case-crowd", given),), tone="notice")
    yield from _everybody(case, card, scene)


def _concerned(case: Case, account: AccountId, scene: Scene) -> bool:
    """Whether somebody is not called although they could be: it is about them, or not for them to read."""
    if case.opening.private and who.level(scene.settings, account, scene.facts) < Level.SENIOR:
        return True
    return who.barred(case, account, scene.facts, scene.at.now, stage="handle") is not None


def _reworded(case: Case, card: Card, scene: Scene) -> Iterator[Effect]:
    channel = scene.settings.managers.get(case.opening.space)
    if channel is None or case.opening.private:
        return
    yield community.reworded(
        scene.settings,
        case.opening.space,
        channel,
        cards.handle(case.id),
        card,
        expires_at=scene.at.now + _WORTH_EDITING,
    )


def _everybody(case: Case, card: Card, scene: Scene) -> Iterator[Effect]:
    """Into the channel; where the case is not for it, to those trusted with it."""
    card = replace(card, buttons=(cards.button(case, "show"),))
    if case.opening.private:
        for account in who.confidants(case, scene.settings, scene.facts, scene.at.now):
            yield from scene.word(account, card)
    else:
        yield from scene.to_team(card, case)


def _reminded(case: Case, scene: Scene) -> Iterator[Effect]:
    """Whoever handles it hears of the deadline alone; where nobody does, the channel."""
    if case.state in ("waiting", "mediation", "settled", "decided", "voting") or case.due_at is None:
        return
    due = Phrase("case-word-due", (("instant", Instant(case.due_at)),))
    card = Card(title=cards.title(case), body=(due,), tone="notice")
    if case.handler is not None and case.state in ("triage", "deciding"):
        yield from scene.word(case.handler, replace(card, buttons=(cards.button(case, "show"),)))
    else:
        yield from _everybody(case, card, scene)


def _word(case: Case, what: str, words: Verbatim | None = None) -> Card:
    body: list[Text] = [Phrase("case-word", (("what", what),))]
    if words is not None and words.text:
        body.append(words)
    return Card(title=cards.title(case), body=tuple(body), buttons=(cards.button(case, "show"),), tone="notice")


def _to_reporters(case: Case, scene: Scene) -> Iterator[Effect]:
    """Whoever reported hears that it was looked at, or that something was done, and no more."""
    if case.outcome in ("withdrawn", "merged"):
        return
    done = "yes" if case.outcome in ("measure", "settled") else "no"
    for account in case.reporters:
        if scene.asked is None or scene.asked.account != account:
            yield from scene.word(account, Card(body=(Phrase("case-reporter", (("done", done),)),)))


def _conversation(case: Case, handler: AccountId, scene: Scene) -> Iterator[Effect]:
    """A private thread of whoever wanted to talk and whoever took it up."""
    member = case.opening.opener
    where = case.opening.channel or scene.settings.managers.get(case.opening.space)
    if member is None or where is None:
        return
    locale = scene.locale(member, case.opening.locale)
    if "create_private_thread" in scene.settings.file.lacks(case.opening.space):
        given = (("person", Person(handler)),)
        yield from scene.letter(member, Card(body=(Phrase("case-talk-letter", given),)), case)
        return
    thread = Handle(f"case-{case.id}/talk-{case.lines}")
    yield CreatePrivateThread(
        space=case.opening.space,
        channel=where,
        name=_THREAD.say(locale),
        members=(member, handler),
        binds=thread,
        note=f"case {case.id}",
    )
    yield PostCard(
        space=case.opening.space,
        channel=thread,
        card=_opening_words(case, member, handler),
        locale=locale,
        address=scene.settings.address,
        mentions=(member,),
    )


def _opening_words(case: Case, member: AccountId, handler: AccountId) -> Card:
    body: list[Text] = [Phrase("case-talk-opening", (("member", Person(member)), ("person", Person(handler))))]
    if case.opening.text:
        body += [Phrase("case-talk-words"), Verbatim(case.opening.text)]
    return Card(body=(*body, Phrase("case-talk-invitation")))
