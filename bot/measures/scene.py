"""What is known around a measure, and the ways to speak to whom it falls upon, to whoever took it and to the team."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot import settings as community
from bot.cases.case import Case
from bot.cases.sanctions import Sanction
from bot.effects import Effect, ReplyPrivately
from bot.events import Ask
from bot.facts import (
    SETTINGS_KEY,
    AccountFact,
    FactKey,
    Facts,
    case_key,
    keys_of_each,
    loaded,
    person_keys,
    sanction_key,
    standing_key,
)
from bot.ids import AccountId, SanctionId, TimerId, is_forgotten, space_of
from bot.records import ToAnswer
from bot.rooms import Moment
from bot.settings import Settings
from bot.views import Argument, Card, Locale, Person

MOST_TOGETHER = 9
"""So many measures at most are ordered by one line of a case."""
_TIMER = "sanction:"
_NOTE = "measure "


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that a room knows when it takes, ends or explains a measure."""

    settings: Settings
    facts: Facts
    at: Moment

    def person(self, account: AccountId) -> AccountFact | None:
        """Who somebody is, where they were met."""
        return self.facts.account(account)

    def case(self, sanction: Sanction) -> Case | None:
        """The case that brought it."""
        return None if sanction.case is None else self.facts.case(sanction.case)

    def by_hand(self, sanction: Sanction) -> bool:
        """Whether somebody took it on the platform itself, and the bot only writes it down."""
        case = self.case(sanction)
        return case is not None and case.opening.door == "hand"

    def standing(self, account: AccountId) -> tuple[Sanction, ...]:
        """What holds an account back."""
        known = self.facts.standing(account)
        return known.sanctions if known else ()

    def together(self, sanction: Sanction) -> tuple[Sanction, ...]:
        """Everything that was decided upon the same account in the same breath, in order."""
        found = (self.facts.sanction(one) for one in siblings(sanction.id))
        same = [one for one in found if one is not None and one.account == sanction.account]
        return tuple(same) or (sanction,)

    def actor(self, sanction: Sanction) -> Argument:
        """Who decided it, as members read of them: by name, or as the team, or the program."""
        if sanction.by is None:
            return "program"
        return Person(sanction.by) if self.settings.named_managers else "team"

    def locale(self, account: AccountId, hint: Locale | None = None) -> Locale:
        """The language to speak to somebody in."""
        return community.language(self.settings, self.person(account), hint)

    def letter(self, to: AccountId, card: Card, *, note: str = "", hint: Locale | None = None) -> Iterator[Effect]:
        """A word to somebody alone; nothing to programs, to whoever was forgotten, or where nobody can be reached."""
        known = self.person(to)
        reached = "send_direct" not in self.settings.file.lacks(space_of(to)) and not is_forgotten(to)
        if reached and (known is None or not known.bot):
            yield community.direct(self.settings, to, known, card, hint=hint, note=note)

    def to_team(self, sanction: Sanction, card: Card) -> Iterator[Effect]:
        """For the team of that space; where it is about one of the team, for whoever decided it alone."""
        case = self.case(sanction)
        channel = self.settings.managers.get(sanction.space)
        if channel is not None and not (case is not None and case.opening.private):
            yield community.posted(self.settings, sanction.space, channel, card)
        elif sanction.by is not None:
            yield from self.letter(sanction.by, card)

    def answer(self, waiting: ToAnswer | None, card: Card) -> Iterator[Effect]:
        """To whoever asked in another round; nothing where nobody waits."""
        if waiting is not None:
            yield community.answer_later(self.settings, waiting, self.person(waiting.account), card)

    def reply(self, ask: Ask, card: Card) -> ReplyPrivately:
        """To whoever asks now."""
        return community.answer(self.settings, ask, self.person(ask.account), card)


def around(sanction: Sanction, facts: Facts) -> Iterator[FactKey]:
    """What has to be known of a measure: the case, whom it falls upon with all their accounts, what else holds them."""
    yield SETTINGS_KEY
    yield from map(sanction_key, siblings(sanction.id))
    if sanction.case is not None:
        yield case_key(sanction.case)
    if sanction.by is not None:
        yield from person_keys(sanction.by, facts)
    yield from holding(sanction.account, facts)


def needs_of(name: SanctionId, facts: Facts) -> Iterator[FactKey]:
    """One measure, with everyone around it once it is known."""
    yield sanction_key(name)
    if (known := loaded(facts.sanction, name)) is not None:
        yield from around(known, facts)


def holding(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    """Somebody with all of their accounts, and what holds each of them back."""
    yield from keys_of_each(account, facts, standing_key)


def siblings(sanction: SanctionId) -> tuple[SanctionId, ...]:
    """The names of everything that the same line of a case may have ordered."""
    base, _, number = sanction.rpartition("-")
    if not base or not number.isdecimal():
        return (sanction,)
    return tuple(SanctionId(f"{base}-{one}") for one in range(1, MOST_TOGETHER + 1))


def timer(sanction: SanctionId) -> TimerId:
    """The deadline of a measure: it ends then, or has to be renewed."""
    return TimerId(f"{_TIMER}{sanction}")


def timed(name: TimerId) -> SanctionId | None:
    """The measure whose deadline this is."""
    return SanctionId(name.removeprefix(_TIMER)) if name.startswith(_TIMER) else None


def note(sanction: Sanction) -> str:
    """What the platform's own log says of it, and by which a refusal is known again."""
    return f"{_NOTE}{sanction.id}"


def noted(words: str) -> SanctionId | None:
    """The measure that such a note names."""
    return SanctionId(words.removeprefix(_NOTE)) if words.startswith(_NOTE) else None
