"""What all letters share: where it stands, what comes next and until when, what can be done, and a way to a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.cases.case import Case
from bot.cases.lines import Line
from bot.disputes.act import Step
from bot.disputes.moving import ready
from bot.disputes.scene import Scene
from bot.disputes.told import ballots, party_buttons, party_roles
from bot.effects import Effect
from bot.ids import AccountId
from bot.measures import penalties
from bot.views import Argument, Card, Instant, Phrase, Text, Verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What somebody is told of a step: what happened and why. The frame says the rest."""

    to: AccountId
    says: tuple[Text, ...]
    tone: Literal["plain", "notice", "alert", "good"] = "plain"


@dataclass(frozen=True, slots=True)
class Telling:
    """A step that people are told of, and everything around it."""

    step: Step
    scene: Scene

    @property
    def before(self) -> Case | None:
        """The case as it was; None where it has just been opened."""
        return self.step.before

    @property
    def line(self) -> Line:
        """What was done."""
        return self.step.line

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return self.step.after

    @property
    def people(self) -> tuple[AccountId, ...]:
        """Those of the parties who are told."""
        return party_roles.audience(self.case)

    @property
    def others(self) -> Iterator[AccountId]:
        """The same without whoever did it."""
        return (one for one in self.people if one != self.line.by)

    @property
    def handler(self) -> tuple[str, Argument]:
        """Who looks after it, as members read it."""
        return handled(self.case, self.scene)

    def to_all(self, *says: Text) -> Iterator[Letter]:
        """The same words for everybody."""
        return (Letter(to=one, says=says) for one in self.people)


def handled(case: Case, scene: Scene) -> tuple[str, Argument]:
    """Who looks after a case, as members read it."""
    return ("handler", scene.manager(case.handler) if case.handler is not None else "team")


def sent(letter: Letter, case: Case, scene: Scene) -> Iterator[Effect]:
    """A letter on its way."""
    yield from scene.letter(letter.to, card(letter, case, scene), case)


def card(letter: Letter, case: Case, scene: Scene) -> Card:
    """A letter in its frame."""
    buttons = party_buttons.offered(case, letter.to)
    survey = (Phrase("party-survey"),) if any(one.id.startswith("party-survey:") for one in buttons) else ()
    return Card(
        title=title(case),
        body=(*letter.says, *survey, coming_next(case, letter.to), *_outside(case, scene), Phrase("party-foot")),
        fields=ballots.members(case) if letter.to in party_roles.audience(case) else (),
        buttons=buttons,
        tone=letter.tone,
    )


def title(case: Case) -> Phrase:
    """Number and word of a case, as its parties read them."""
    return Phrase("party-title", (("case", case.id), ("word", case.word)))


def coming_next(case: Case, account: AccountId) -> Text:
    """What comes if nobody acts, and when."""
    if case.due_at is None:
        return Phrase("party-next-over")
    instant = Instant(case.due_at)
    if party_roles.sits(case, account):
        return Phrase("party-seat-next", (("instant", instant),))
    if account not in party_roles.audience(case):
        return Phrase("party-next-free", (("instant", instant),))
    return Phrase("party-next", (("state", _state(case, account)), ("instant", instant)))


def _state(case: Case, account: AccountId) -> str:
    """The state, or the second half of it."""
    outside = case.referral is not None and case.referral.answered_at is None
    if case.state == "appealed":
        return "appealed-outside" if outside or case.lapsed else appealed(case)
    if case.state == "escalated":
        return "referred" if outside else "escalated" if case.opening.profile == "large" else "escalated-small"
    if case.state == "closed":
        asked = account in ready.requests(case)
        return "closed-asked" if asked else "closed" if party_buttons.may_say_what_is_new(case, account) else "over"
    return "mediation-asked" if case.state == "mediation" and case.lapsed else case.state


def appealed(case: Case) -> str:
    """What silence comes to where another look is asked for."""
    own = case.opening.kind == "review" or (case.appeal is not None and case.appeal.by == case.opening.respondent)
    bans = case.decision is not None and penalties.bans(case.decision.penalties)
    return "appealed-stands" if not own else "appealed-ban" if bans else "appealed"


def outside(scene: Scene) -> Iterator[Text]:
    """Whom to turn to outside the team, where anybody was named."""
    if scene.settings.outside_contact:
        yield Phrase("party-outside")
        yield Verbatim(scene.settings.outside_contact)


def _outside(case: Case, scene: Scene) -> Iterator[Text]:
    """Somebody outside the team, where it is about the team or something was decided."""
    if case.opening.private or case.word == "decided":
        yield from outside(scene)
