"""What steps towards the parties mean for the team: who carries words, who looks afresh, who was not reached."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.disputes import who
from bot.disputes.act import Step
from bot.disputes.moving.reopening import NOBODY
from bot.disputes.scene import Scene
from bot.disputes.told import cards, letter_frame, letters_talking, party_buttons, party_roles
from bot.effects import CreatePrivateThread, Effect, Handle, PostCard
from bot.events import EffectRefused
from bot.ids import AccountId
from bot.measures import conflicts
from bot.views import Argument, Bilingual, Button, Card, Instant, Person, Phrase, Text, Verbatim

_TOGETHER = Bilingual("Talking it through", "En parler ensemble")


def told(step: Step, scene: Scene) -> Iterator[Effect]:
    """A word to whoever carries the words, a thread of the three, a request for another look."""
    case, before = step.after, step.before
    if case.state == "mediation" and before is not None and before.state != "mediation":
        yield from _to_mediator(case, scene)
    if step.line.move == "share" and letters_talking.both_share(case) and letters_talking.may_share(case, scene):
        yield from _together(case, scene)
    if step.line.move == "appeal":
        card = Card(
            title=cards.title(case),
            body=(Phrase("party-appeal-card", (("case", case.id),)), Verbatim(step.line.text), *_until(case)),
            buttons=(*party_buttons.taking(case), cards.button(case, "show")),
            tone="notice",
        )
        yield from _to_those_who_may(card, case, scene)
    if step.line.move == "request" and step.line.by is not None:
        yield from _to_those_who_may(_request(step.line.by, step), case, scene)
    if step.line.move in ("offer", "agree", "leave", "done", "breach", "decline") and case.handler is not None:
        yield from _news(step, case.handler, scene)


def unreachable(refused: EffectRefused, case: Case, scene: Scene) -> Iterator[Effect]:
    """A letter did not reach whom it was for: whoever handles the case hears of it, and what can be done instead.

    Of whoever reported something nothing is said: that they cannot be reached would tell who they are.
    """
    whom = refused.account
    if whom is None or not (whom in party_roles.audience(case) or party_roles.sits(case, whom)):
        return
    given: tuple[tuple[str, Argument], ...] = (("person", Person(whom)), ("case", case.id))
    body: tuple[Text, ...] = (
        Phrase("party-unreachable", given),
        refused.because or Verbatim(refused.reason),
        Phrase("party-unreachable-next"),
    )
    card = Card(title=cards.title(case), body=body, buttons=(cards.button(case, "show"),), tone="alert")
    yield from _to_those_who_may(card, case, scene)


def _until(case: Case) -> tuple[Text, ...]:
    """By when somebody has to look afresh, and what comes if nobody does."""
    if case.due_at is None:
        return ()
    given: tuple[tuple[str, Argument], ...] = (
        ("state", letter_frame.appealed(case)),
        ("instant", Instant(case.due_at)),
    )
    return (Phrase("party-appeal-card-until", given),)


def _request(by: AccountId, step: Step) -> Card:
    """What has come up, for somebody who had no part in it: to take it up again, or to say why not."""
    case, line = step.after, step.line
    nobody = (Phrase("party-request-card-nobody"),) if line.choice == NOBODY else ()
    return Card(
        title=cards.title(case),
        body=(Phrase("party-request-card", (("person", Person(by)),)), Verbatim(line.text), *nobody),
        buttons=tuple(cards.button(case, one) for one in ("reopen", "refuse", "show")),
        tone="notice",
    )


def _to_mediator(case: Case, scene: Scene) -> Iterator[Effect]:
    two = party_roles.audience(case)
    if case.handler is None or len(two) != 2:
        return
    given: tuple[tuple[str, Argument], ...] = (
        ("opener", Person(two[0])),
        ("respondent", Person(two[1])),
        ("case", case.id),
    )
    yield from _to(case.handler, case, Phrase("party-mediator", given), party_buttons.mediating(case), scene)


def _news(step: Step, handler: AccountId, scene: Scene) -> Iterator[Effect]:
    """What the two did reaches whoever looks after it, unless they did it themselves."""
    move, case = step.line.move, step.after
    if step.line.by == handler:
        return
    what = "settled" if move == "agree" and case.state == "settled" else move
    said = Phrase("party-mediator-news", (("what", what), ("case", case.id)))
    more = party_buttons.mediating(case) if case.state == "mediation" else (cards.button(case, "show"),)
    yield from _to(handler, case, said, more, scene, words=step.line.text)


def _together(case: Case, scene: Scene) -> Iterator[Effect]:
    """A private thread of the two and whoever carries their words; nobody else is in it."""
    channel, handler = case.opening.channel, case.handler
    if channel is None or handler is None:
        return
    two = party_roles.audience(case)
    locale = scene.locale(two[0], case.opening.locale)
    thread = Handle(f"case-{case.id}/together")
    yield CreatePrivateThread(
        space=case.opening.space,
        channel=channel,
        name=_TOGETHER.say(locale),
        members=(*two, handler),
        binds=thread,
        note=f"case {case.id}",
    )
    yield PostCard(
        space=case.opening.space,
        channel=thread,
        card=Card(body=(Phrase("party-together", (("handler", scene.manager(handler)),)),)),
        locale=locale,
        address=scene.settings.address,
        mentions=two,
    )


def _to_those_who_may(card: Card, case: Case, scene: Scene) -> Iterator[Effect]:
    """Into the team's channel; where it has none, or the case is not for it, to each who could take it."""
    yield from (posted := scene.to_team(card, case))
    for account in () if posted else _who_may(case, scene):
        yield from scene.word(account, card)


def _who_may(case: Case, scene: Scene) -> tuple[AccountId, ...]:
    had_a_part = conflicts.involved(case) if case.state == "closed" and not case.opening.private else ()
    found = who.could_take(case, scene.settings, scene.facts, scene.at.now)
    return tuple(one for one in found if one not in had_a_part)


def _to(
    account: AccountId, case: Case, said: Phrase, buttons: tuple[Button, ...], scene: Scene, words: str = ""
) -> Iterator[Effect]:
    body: tuple[Text, ...] = (said, Verbatim(words)) if words else (said,)
    yield from scene.word(account, Card(title=cards.title(case), body=body, buttons=buttons, tone="notice"))
