"""Rooms without a road: what arrives is ruled and folded round by round, as the pipeline does it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from bot.effects import Effect
from bot.events import ButtonPressed, Cited, CommandInvoked, FormSubmitted
from bot.facts import SETTINGS_KEY, AccountFact, Fact, FactKey, Setting, SettingsFact, account_key
from bot.ids import (
    AccountId,
    EventId,
    MemberId,
    RoleId,
    account_id,
    channel_id,
    message_id,
    role_id,
    space_id,
)
from bot.locales import LOCALES, Translator
from bot.pipeline.facts import FactCache
from bot.records import Record
from bot.rooms import Input, Moment, Room, Ruling
from bot.settings import Written
from bot.views import Argument, Card, Locale, Phrase, Text, Verbatim
from bot.wording import say

SPACE = space_id("web", "here")
GENERAL, TEAM, NEWS = (channel_id(SPACE, name) for name in ("general", "team", "news"))
BASILE, KWAME, INES, ZOE = (account_id(SPACE, f"U-{name}") for name in ("basile", "kwame", "ines", "zoe"))
MODS, BOSSES = role_id(SPACE, "R-mods"), role_id(SPACE, "owner")
NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
STRICT = Translator(strict=True)
One = TypeVar("One")


def somebody(account: AccountId, **more: Any) -> AccountFact:
    """An account that was met, a person of its own."""
    name = account.rpartition("-")[2].title()
    known: dict[str, Any] = {"member": MemberId(f"m-{account}"), "met_at": NOW, "name": name, **more}
    return AccountFact(account=account, **known)


def written(**more: Any) -> Written:
    """A file with a channel for the team."""
    return Written(**{"spaces": (SPACE,), "managers_channel": {SPACE: TEAM}, **more})


def set_in_chat(**values: str) -> dict[FactKey, Fact]:
    """Settings by their keys, double underscores standing for colons."""
    made = {key.replace("__", ":"): Setting(value, KWAME, NOW) for key, value in values.items()}
    return {SETTINGS_KEY: SettingsFact(values=made)}


class Stage:
    """Rooms, and what they know."""

    def __init__(self, *rooms: Room, known: Mapping[FactKey, Fact] | None = None) -> None:
        self.rooms = rooms
        self.facts = FactCache()
        people = (somebody(one) for one in (BASILE, KWAME, INES, ZOE))
        self.stored: dict[FactKey, Fact] = {account_key(one.account): one for one in people}
        self.stored.update(known or {})
        self.now = NOW

    def play(self, given: Input, after: timedelta = timedelta()) -> list[Ruling]:
        """Everything that follows."""
        self.now += after
        rulings: list[Ruling] = []
        inputs: list[Input] = [given]
        while inputs:
            said = [one for item in inputs for room in self.rooms for one in self._ask(room, item)]
            rulings += said
            records = [record for ruling in said for record in ruling.records]
            self.fold(records)
            inputs = [*records]
        return rulings

    def effects(self, given: Input, after: timedelta = timedelta()) -> list[Effect]:
        """Everything that is wanted."""
        return [effect for ruling in self.play(given, after) for effect in ruling.effects]

    def _ask(self, room: Room, given: Input) -> Iterator[Ruling]:
        if type(given) in room.hears:
            for _ in range(8):
                self._load(room.needs(given, self.facts))
            yield from room.rule(given, self.facts, Moment(self.now, 1))

    def fold(self, records: Sequence[Record]) -> None:
        """What was written down is known."""
        for record in records:
            for room in self.rooms:
                if type(record) in room.keeps:
                    self._load(room.touches(record))
                    room.fold(self.facts, record)

    def _load(self, keys: frozenset[FactKey]) -> None:
        self.facts.learn({key: self.stored.get(key) for key in self.facts.missing(keys)})


_NUMBERS = iter(range(1, 1_000_000))


def _ask(by: AccountId, **more: Any) -> dict[str, Any]:
    base = {"id": EventId(f"ask:{next(_NUMBERS)}"), "space": SPACE, "at": NOW, "account": by, "channel": TEAM}
    return {**base, **more}


def press(button: str, by: AccountId = KWAME, **more: Any) -> ButtonPressed:
    where = more.get("channel", TEAM)
    card = message_id(where, "card") if where else None
    return ButtonPressed(button=button, **{"message": card, **_ask(by, **more)})


def command(
    name: str, by: AccountId = KWAME, *, roles: tuple[RoleId, ...] | None = None, **arguments: str
) -> CommandInvoked:
    return CommandInvoked(command=name, arguments=tuple(arguments.items()), roles=roles, **_ask(by))


def form(
    name: str,
    by: AccountId = KWAME,
    *,
    cited: Cited | None = None,
    roles: tuple[RoleId, ...] | None = None,
    more: Mapping[str, Any] | None = None,
    **values: str,
) -> FormSubmitted:
    return FormSubmitted(form=name, values=tuple(values.items()), cited=cited, roles=roles, **_ask(by, **(more or {})))


def only(effects: list[Effect], kind: type[One]) -> One:
    """The one effect of a kind."""
    (found,) = all_of(effects, kind)
    return found


def all_of(effects: list[Effect], kind: type[One]) -> list[One]:
    return [effect for effect in effects if isinstance(effect, kind)]


def texts(card: Card) -> list[Text]:
    """Everything on a card, but for files."""
    found: list[Text] = [*([card.title] if card.title else []), *card.body]
    found += [text for one in card.fields for text in (one.label, one.value)]
    return found + [button.label for button in card.buttons]


def words(card: Card, locale: Locale = "en", address: str = "tu") -> str:
    """A card as somebody reads it; what only platforms can write stands in angle brackets."""
    said = (say(text, locale, STRICT, address, _shown) for text in texts(card))  # type: ignore[arg-type]
    return "\n".join(said)


def _shown(reference: Argument) -> str:
    return f"<{type(reference).__name__}>"


def keys(card: Card) -> list[str]:
    return [text.key for text in texts(card) if isinstance(text, Phrase)]


def quotes(card: Card) -> list[str]:
    return [text.text for text in texts(card) if isinstance(text, Verbatim)]


def buttons(card: Card) -> list[str]:
    return [button.id.partition(":")[0] for button in card.buttons]


def cards(effects: list[Effect]) -> list[Card]:
    return [card for effect in effects if isinstance(card := getattr(effect, "card", None), Card)]


FORBIDDEN = ("sanction", "strike", "respondent", "jury", "dismissed", "escalated")


def check_words(effects: list[Effect]) -> None:
    """Every card can be read in both languages and both ways, and shows neither ids nor the words of the law."""
    for card in cards(effects):
        for locale in LOCALES:
            for address in ("tu", "vous"):
                said = words(card, locale, address)
                assert "web:here" not in said, said
                assert not [word for word in FORBIDDEN if word in said.lower()], said
