"""One community put together: its policies, its rooms and the rules of its road."""

from dataclasses import dataclass
from pathlib import Path

from bot import documents
from bot.app import packs
from bot.commands import Level
from bot.config.load import Config
from bot.config.model import Community
from bot.counters import CountersRoom
from bot.errors import Complaint, Complaints
from bot.ids import CommunityId
from bot.members.authority import RoleLevels
from bot.members.room import MembersRoom, Window
from bot.pipeline.batch import Rules, Simulate
from bot.pipeline.gate import Gate
from bot.pipeline.moments import Moments
from bot.policy.book import Book
from bot.policy.room import PolicyRoom
from bot.ports import Adapter
from bot.text import fingerprint


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
    book = open_book(config.policies, community, settings)
    authority = RoleLevels({role: Level[name.upper()] for role, name in settings.levels.items()})
    rooms = (
        MembersRoom(Window(book.horizon, max(book.capacity, 1)), fingerprint),
        PolicyRoom(book, authority, settings.managers_channel, settings.locale),
        CountersRoom(),
    )
    rules = Rules(rooms=rooms, moments=moments, gate=Gate(authority, settings.locale), simulate=simulate)
    return Assembly(community, settings, book, rules)


def open_book(folders: tuple[Path, ...], community: CommunityId, settings: Community) -> Book:
    """The policies of a community as its settings have them. Raises Complaints, also for modes of unknown policies."""
    book = Book.compile(packs.load(folders, settings.packs), settings.modes)
    known = [revision.policy for revision in book.revisions]
    unknown = [policy for policy in settings.modes if policy not in known]
    if unknown:
        place = f"communities.{community}.modes"
        raise Complaints(
            Complaint(place, f'there is no policy "{policy}"', documents.nearest(policy, known)) for policy in unknown
        )
    return book


def check_capabilities(assembly: Assembly, adapter: Adapter) -> list[Complaint]:
    """The policies that want what a platform cannot do."""
    able = adapter.capabilities.effects
    return [
        Complaint(policy, f"{adapter.platform} cannot {_plainly(kind)}", "choose another action, or turn it off there")
        for policy, wanted in assembly.book.wants.items()
        for kind in sorted(wanted - able)
    ]


def _plainly(kind: str) -> str:
    return kind.replace("_", " ")
