"""One community put together: its policies, its rooms and the rules of its road."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import documents
from bot.app import packs
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.config.load import Config
from bot.config.model import Community
from bot.counters import CountersRoom
from bot.disputes.desk.queue_room import QueueRoom
from bot.disputes.room import DisputesRoom
from bot.errors import Complaint, Complaints
from bot.governing.room import GoverningRoom
from bot.guidance.home import HomeRoom, Rule
from bot.guidance.room import HelpRoom
from bot.histories import HistoriesRoom
from bot.ids import ChannelId, CommunityId, Platform, PolicyId, outside_space
from bot.insights.room import InsightsRoom
from bot.lawmaking.room import LawmakingRoom
from bot.measures.room import MeasuresRoom
from bot.members.linking import LinkingRoom
from bot.members.room import MembersRoom, Window
from bot.members.windows import WindowsRoom
from bot.moderation.room import ModerationRoom
from bot.pipeline.batch import Rules, Simulate
from bot.pipeline.gate import Gate
from bot.pipeline.moments import Moments
from bot.places import PlacesRoom
from bot.policy import guard, rungs
from bot.policy.book import Book
from bot.policy.desk import PolicyDesk
from bot.policy.pack import Pack
from bot.policy.proposed import Proposing
from bot.policy.room import PolicyRoom
from bot.rooms import Room
from bot.settings import Contact, KeptDays, Overlay, Written, plain_emoji
from bot.team.room import TeamRoom
from bot.text import fingerprint, read
from bot.text.sketch import sketch
from bot.views import Bilingual

ALWAYS = frozenset(
    (
        "send_direct",
        "post_card",
        "edit_card",
        "reply_privately",
        "hide_reaction",
        "delete_message",
        "create_private_thread",
        "time_out_member",
        "lift_timeout",
        "kick_member",
        "ban_member",
        "unban_member",
    )
)
"""The kinds of effects that any community wants, whatever its policies: to speak, and to do what its team decides."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """A community and everything that decides for it."""

    community: CommunityId
    settings: Community
    book: Book
    rules: Rules


def assemble(
    config: Config,
    community: CommunityId,
    settings: Community,
    moments: Moments,
    simulate: Simulate | None = None,
) -> Assembly:
    """Put a community's rooms together, in the order in which they are asked. Raises Complaints."""
    bound = packs.load(config.policies, settings.packs)
    book = _book(bound, community, settings)
    return put_together(community, settings, book, moments, simulate, kept(config), brand=guard.brand(bound))


def put_together(  # noqa: PLR0913 - what a community is made of
    community: CommunityId,
    settings: Community,
    book: Book,
    moments: Moments,
    simulate: Simulate | None = None,
    kept_days: KeptDays | None = None,
    *,
    cannot: Mapping[Platform, frozenset[str]] | None = None,
    doorways: bool = False,
    brand: Sequence[str] = (),
) -> Assembly:
    """Put the rooms of a community together around a book of policies.

    `cannot` is what its platforms lack; `doorways`: whether there are pages of the bot's own; `brand`: what its packs
    say that its makers are called.
    """
    given = replace(written(settings), cannot=cannot or {}, brand=tuple(brand), rules=rungs.in_force(book))
    overlay = Overlay(replace(given, contacts=tuple(_contacts(community, settings)), doorways=doorways))
    rooms: tuple[Room, ...] = (
        _members(book, overlay, kept_days),
        LinkingRoom(overlay),
        *([WindowsRoom(book.memory)] if book.memory.windows else []),
        PolicyRoom(book, overlay),
        ModerationRoom(overlay),
        MeasuresRoom(overlay),
        DisputesRoom(overlay),
        QueueRoom(overlay),
        LawmakingRoom(overlay, Proposing(book, brand)),
        InsightsRoom(overlay),
        TeamRoom(overlay, _patient(book), brakes_on=simulate is None),
        PolicyDesk(book, overlay),
        GoverningRoom(overlay, kept_days or KeptDays(), frozenset(one.policy for one in book.revisions)),
        HelpRoom(CATALOGUE, overlay),
        HomeRoom(overlay, kept_days or KeptDays(), tuple(_rules(book))),
        HistoriesRoom(overlay),
        CountersRoom(),
        PlacesRoom(),
    )
    rules = Rules(rooms=rooms, moments=moments, gate=Gate(overlay), simulate=simulate)
    return Assembly(community, settings, book, rules)


def judges(book: Book, overlay: Overlay) -> tuple[Room, ...]:
    """The rooms that it takes to judge what people write, and nothing that follows from it."""
    windows = [WindowsRoom(book.memory)] if book.memory.windows else []
    return _members(book, overlay), *windows, PolicyRoom(book, overlay), CountersRoom()


def _members(book: Book, overlay: Overlay, kept_days: KeptDays | None = None) -> MembersRoom:
    window = Window(book.horizon, max(book.capacity, 1), _sketch if book.memory.sketches else None)
    return MembersRoom(window, fingerprint, overlay, kept_days)


def written(settings: Community) -> Written:
    """What the file says of a community, as rules read it."""
    return Written(
        spaces=settings.spaces,
        locale=settings.locale,
        address=settings.address,
        time_zone=settings.time_zone,
        managers_channel=settings.managers_channel,
        levels={role: Level[name.upper()] for role, name in settings.levels.items()},
        observation=timedelta(days=settings.observation_days),
        doors={plain_emoji(emoji): door for emoji, door in settings.reactions.items()},
    )


def _contacts(community: CommunityId, settings: Community) -> Iterator[Contact]:
    for name, one in settings.contacts.items():
        channel = ChannelId(one.address) if one.kind == "channel" else None
        who = Bilingual(en=one.who.en, fr=one.who.fr)
        yield Contact(name=name, who=who, space=outside_space(community), locale=one.locale, channel=channel)


def kept(config: Config) -> KeptDays:
    """For how long things are kept, as members are told."""
    days = config.settings.retention
    return KeptDays(activity=days.activity_days, evidence=days.evidence_days, outbox_text=days.outbox_text_days)


def awaiting(config: Config, moments: Moments) -> list[Assembly]:
    """Every community of the settings, for a bot that finds out by itself which policies are live."""
    nothing = Book.compile([])
    return [
        put_together(CommunityId(name), settings, nothing, moments, kept_days=kept(config))
        for name, settings in config.settings.communities.items()
    ]


def open_book(folders: tuple[Path, ...], community: CommunityId, settings: Community) -> Book:
    """The policies of a community as its settings have them. Raises Complaints, also for modes of unknown policies."""
    return _book(packs.load(folders, settings.packs), community, settings)


def _book(bound: Sequence[Pack], community: CommunityId, settings: Community) -> Book:
    if silenced := tuple(guard.across(bound)):
        raise Complaints(silenced)
    book = Book.compile(bound, settings.modes, ZoneInfo(settings.time_zone))
    known = [revision.policy for revision in book.revisions]
    unknown = [policy for policy in settings.modes if policy not in known]
    if unknown:
        place = f"communities.{community}.modes"
        raise Complaints(
            Complaint(place, f'there is no policy "{policy}"', documents.nearest(policy, known)) for policy in unknown
        )
    return book


def _patient(book: Book) -> frozenset[PolicyId]:
    """Those that act on late news too: what they look for is dangerous while it stands."""
    return frozenset(page.id for page in book.pages if page.policy.late == "remove")


def _rules(book: Book) -> Iterator[Rule]:
    """Those that act, first those that take something away."""
    acting = [page for page in book.pages if page.mode == "enforce"]
    for page in sorted(acting, key=lambda page: page.policy.then.only_talks):
        yield Rule(page.id, page.policy.title.text, page.policy.why.text)


def _sketch(text: str) -> int:
    return sketch(read(text))
