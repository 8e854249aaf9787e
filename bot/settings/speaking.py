"""How people are spoken to: in which language, and where."""

from datetime import datetime

from bot.commands import Level
from bot.effects import EditCard, Handle, PostCard, ReplyPrivately, SendDirect
from bot.events import Ask
from bot.facts import AccountFact
from bot.ids import AccountId, ChannelId, MessageId, SpaceId, space_of
from bot.records import ToAnswer
from bot.settings.holding import Settings
from bot.views import Card, Locale


def posted(
    settings: Settings,
    space: SpaceId,
    channel: ChannelId,
    card: Card,
    *,
    binds: Handle | None = None,
    mentions: tuple[AccountId, ...] = (),
) -> PostCard:
    """A card in a channel, in the language that is spoken there."""
    locale = settings.spoken_in(channel)
    return PostCard(
        space=space,
        channel=channel,
        card=card,
        locale=locale,
        address=settings.address,
        binds=binds,
        mentions=mentions,
    )


def reworded(
    settings: Settings,
    space: SpaceId,
    channel: ChannelId,
    message: MessageId | Handle,
    card: Card,
    *,
    expires_at: datetime | None = None,
) -> EditCard:
    """A card of ours in a channel, as it reads now."""
    return EditCard(
        space=space,
        channel=channel,
        message=message,
        card=card,
        locale=settings.spoken_in(channel),
        address=settings.address,
        expires_at=expires_at,
    )


def direct(
    settings: Settings,
    to: AccountId,
    known: AccountFact | None,
    card: Card,
    *,
    hint: Locale | None = None,
    note: str = "",
) -> SendDirect:
    """A word to somebody alone, in their language, whoever they are and wherever they went."""
    locale = language(settings, known, hint)
    return SendDirect(space=space_of(to), account=to, card=card, locale=locale, address=settings.address, note=note)


def letter(settings: Settings, to: AccountFact | None, card: Card, *, note: str = "") -> tuple[SendDirect, ...]:
    """A word to somebody alone; nothing where they are unknown, forgotten, gone or a program."""
    if to is None or to.bot or to.left_at is not None:
        return ()
    return (direct(settings, to.account, to, card, note=note),)


def language(
    settings: Settings, known: AccountFact | None, hint: Locale | None, channel: ChannelId | None = None
) -> Locale:
    """The language to speak to a person in: what they chose, what they use the platform in, what is spoken there."""
    chosen = known.locale if known else None
    return chosen or hint or settings.spoken_in(channel)


def trusted(settings: Settings, ask: Ask, known: AccountFact | None) -> Level:
    """How much whoever asks is trusted with: by the roles that the platform tells of, or else those last seen."""
    roles = ask.roles if ask.roles is not None else known.roles if known else ()
    return settings.level(roles, ask.account)


def answer(settings: Settings, ask: Ask, known: AccountFact | None, card: Card) -> ReplyPrivately:
    """A card for whoever asked, in their language, that nobody else sees."""
    locale = language(settings, known, ask.locale, ask.channel)
    return ReplyPrivately(
        space=ask.space, to=ask.id, account=ask.account, card=card, locale=locale, address=settings.address
    )


def answer_later(settings: Settings, waiting: ToAnswer, known: AccountFact | None, card: Card) -> ReplyPrivately:
    """A card for whoever asked in another round, in their language, that nobody else sees."""
    locale = language(settings, known, waiting.locale)
    return ReplyPrivately(
        space=waiting.space,
        to=waiting.event,
        account=waiting.account,
        card=card,
        locale=locale,
        address=settings.address,
    )
