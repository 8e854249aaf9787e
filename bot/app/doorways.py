"""Pages of the bot's own: doorways get their addresses just before they go out, and say how it stands behind them."""

from collections.abc import Callable
from dataclasses import replace

from adapters.outside.tokens import Pass, Signer
from bot.app import vault
from bot.config import Config
from bot.dispatch import Finish
from bot.disputes.outside import outside as case_outside
from bot.effects import EditCard, Effect, PostCard, ReplyCard, ReplyPrivately, SendDirect, ShowHome, TellOutside
from bot.facts import CaseFact, case_key
from bot.ids import CommunityId, SpaceId, outside_space
from bot.ports import Standing
from bot.storage import facts, questions
from bot.storage.store import Store
from bot.views import Bilingual, Button, Card, Doorway, Field, Phrase, Text, Verbatim

_Written = PostCard | ReplyCard | ReplyPrivately | SendDirect | EditCard | ShowHome | TellOutside
"""What bears a card."""
Opened = Callable[[Doorway], Doorway]


def has_pages(config: Config) -> bool:
    """Whether a doorway leads anywhere."""
    return bool(config.settings.outside.pages.public_url)


def signing_keys(config: Config) -> tuple[str, ...]:
    """What addresses are signed with; the first one signs, each of them is good."""
    return vault.keys(config.secrets.vault_key)


def finishing(config: Config, community: CommunityId) -> Finish:
    """Puts addresses into what goes out; where there are no pages, everything stays as it is."""
    if not has_pages(config):
        return lambda effect: effect
    signer, space = Signer(signing_keys(config)), outside_space(community)
    public = config.settings.outside.pages.public_url

    def finish(effect: Effect) -> Effect:
        if not isinstance(effect, _Written):
            return effect
        locale, address = effect.locale, effect.address

        def opened(door: Doorway) -> Doorway:
            token = signer.written(Pass(space=space, door=door, locale=locale, address=address))
            return replace(door, url=f"{public}/{door.purpose}/{token}")

        return replace(effect, card=_card(effect.card, opened))

    return finish


def _card(card: Card, opened: Opened) -> Card:
    return replace(
        card,
        title=_text(card.title, opened) if card.title is not None else None,
        body=tuple(_text(one, opened) for one in card.body),
        fields=tuple(Field(label=_text(one.label, opened), value=_text(one.value, opened)) for one in card.fields),
        buttons=tuple(_button(one, opened) for one in card.buttons),
    )


def _button(button: Button, opened: Opened) -> Button:
    return replace(button, label=_text(button.label, opened))


def _text(text: Text, opened: Opened) -> Text:
    match text:
        case Phrase(key, arguments):
            given = ((name, opened(one) if isinstance(one, Doorway) else one) for name, one in arguments)
            return Phrase(key, tuple(given))
        case Bilingual() | Verbatim():
            return text


class StoredDoorkeeper:
    """One doorkeeper for all communities of this process."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def standing(self, space: SpaceId, door: Doorway) -> Standing | None:
        """See `bot.ports.Doorkeeper`."""
        community = CommunityId(space.partition(":")[2])
        async with self._store.reading() as connection:
            partition = await questions.partition(connection, community)
            if partition is None:
                return None
            key = case_key(door.case)
            found = (await facts.load(connection, partition, [key])).get(key)
        return case_outside.standing(found.case, door) if isinstance(found, CaseFact) else None
