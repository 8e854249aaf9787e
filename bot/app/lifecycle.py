"""One community's policies at work: what is live is written down, folders are watched, and new books come in between.

Everything slow (reading, running cases, making a book ready) happens in a thread, beside the loop.
"""

import asyncio
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from zoneinfo import ZoneInfo

import structlog

from bot import settings
from bot.app import abilities, folders, packs
from bot.app.abilities import Shortfall
from bot.app.assembly import Assembly
from bot.app.assembly import written as written_in_file
from bot.app.folders import Stamp
from bot.app.shelf import Shelf
from bot.commands import ReportPolicies
from bot.config.load import Config
from bot.config.model import Community, Mode
from bot.errors import Complaint, Complaints
from bot.facts import SettingsFact
from bot.ids import CommunityId, EventId, PolicyId, SpaceId, own_space
from bot.policy import guard, life, written
from bot.policy.book import Book
from bot.policy.edition import Edition
from bot.policy.life import Decided, Source, Standing
from bot.policy.pack import Revision
from bot.ports import Adapter, Clock, Queue
from bot.storage import overlay, policies, questions
from bot.storage.policies import Wording
from bot.storage.store import Store

Use = Callable[[Book], None]
"""Is given every new book."""

_ID = re.compile(r'^id\s*=\s*["\']([a-z0-9-]+)["\']', re.MULTILINE)
_log = structlog.get_logger("bot")


class Lifecycle:
    """Decides what is live in one community, at the start and whenever its packs' folders change."""

    def __init__(
        self,
        config: Config,
        assembly: Assembly,
        store: Store,
        clock: Clock,
        adapters: Iterable[Adapter],
        shelf: Shelf | None = None,
    ) -> None:
        """`shelf`: where books are shared with other communities."""
        self._config = config
        self._community: CommunityId = assembly.community
        self._settings: Community = assembly.settings
        self._store = store
        self._clock = clock
        self._shelf = shelf or Shelf()
        self._cannot = abilities.cannot(adapters)
        self._impossible = abilities.objection(assembly.settings, self._cannot)
        self._live: Mapping[PolicyId, Standing] = {}
        self._modes: Mapping[PolicyId, Mode] = assembly.settings.modes
        self._names: dict[str, str] = {}
        self._teams: frozenset[SpaceId] = frozenset()
        """The spaces in which managers have a channel."""
        self._seen: Stamp = frozenset()
        self._moving: Stamp | None = None
        self._noticed = asyncio.Event()
        self.complaints: tuple[Complaint, ...] = ()
        """What was refused when the folders were last read."""
        self.shortfalls: tuple[Shortfall, ...] = ()
        """What is in force, and not everywhere possible."""
        self.brand: tuple[str, ...] = ()
        """What its packs say that its makers are called; of a pack that cannot be read, nothing."""
        self._authors: Mapping[PolicyId, str] = {}

    async def start(self) -> Book:
        """What is live, given what was live when the program last ran.

        A pack that cannot be read is left out where nothing of it was ever live, and told like any other. Raises
        Complaints where nothing of this community was ever live, so that whoever begins sees it at once; StorageError.
        """
        async with self._store.reading() as connection:
            known = await policies.standing(connection, self._community)
        self._live = {policy: _standing(wording, mode) for policy, (wording, mode) in known.items()}
        found = await asyncio.to_thread(folders.stamps, self._config.policies, self.packs)
        self._seen = folders.together(found, self.packs)
        sources = await self._everything()
        lost = [
            one for one in sources if one.pack is None and one.name != settings.IN_CHAT and not self._was_live(one.name)
        ]
        if lost and not self._live:
            raise Complaints(complaint for one in lost for complaint in one.complaints)
        return await self._revise(sources)

    async def watch(self, queue: Queue, use: Use, seconds: float) -> None:
        """Hand over a new book where something was changed in a folder or in chat. Until cancelled.

        Managers are told, by the road, of what was refused. What went wrong is tried again after so many seconds.
        """
        told: tuple[Complaint, ...] = ()
        admitted: object = None
        while True:
            try:
                if self.complaints != told:
                    complaints = self.complaints
                    await self._report(queue)
                    told = complaints
                if admitted != (self.shortfalls, self._teams):
                    admitting = self.shortfalls, self._teams
                    await self._admit(queue, *admitting)
                    admitted = admitting
                book = await self._next()
            except Exception as error:  # noqa: BLE001 - what is live goes on, whatever a file does to us
                _log.error("policies not changed", community=self._community, error=repr(error))
                self._seen = frozenset()
                await asyncio.sleep(seconds)
                continue
            if book is not None:
                use(book)

    def notice(self) -> None:
        """Something about policies was changed in chat: look at once."""
        self._noticed.set()

    @property
    def packs(self) -> tuple[str, ...]:
        """The names of the folders in which its policies stand."""
        return tuple(self._settings.packs)

    def seen(self, stamps: Mapping[str, Stamp]) -> None:
        """The folders look like this now: something follows once they have changed and are at rest again."""
        stamp = folders.together(stamps, self.packs)
        if stamp == self._seen:
            self._moving = None
        elif stamp != self._moving:
            self._moving = stamp
        else:
            self._seen, self._moving = stamp, None
            self._noticed.set()

    async def _next(self) -> Book | None:
        """What is live after a change."""
        await self._noticed.wait()
        self._noticed.clear()
        return await self._changed(await self._everything())

    async def _report(self, queue: Queue) -> None:
        """The same problems are told once a day at most, however often the program starts."""
        if not self.complaints:
            return
        now, problems = self._clock.now(), tuple(map(str, self.complaints))
        print_ = hashlib.sha256("\n".join((f"{now:%Y-%m-%d}", *problems)).encode("utf-8", "backslashreplace"))
        report = ReportPolicies(
            id=EventId(f"policies:{print_.hexdigest()[:20]}"),
            space=own_space(self._community),
            at=now,
            caller=None,
            problems=problems,
        )
        await queue.put([report])

    async def _admit(self, queue: Queue, found: tuple[Shortfall, ...], teams: frozenset[SpaceId]) -> None:
        """Managers read what their platform cannot do, and what comes in its place, once they have a channel."""
        reports = abilities.reports(found, self._community, sorted(teams), self._clock.now())
        for report in reports:
            await queue.put([report])

    async def _changed(self, sources: list[Source]) -> Book | None:
        """A new book, where anything is live now that was not, or no longer."""
        before = self.brand, {policy: (one.revision.id, one.mode) for policy, one in self._live.items()}
        book = await self._revise(sources)
        after = self.brand, {policy: (one.revision.id, one.mode) for policy, one in self._live.items()}
        return book if after != before else None

    async def _revise(self, sources: list[Source]) -> Book:
        decided, book = await asyncio.to_thread(self._decide, sources)
        parents = {policy: one.revision.id for policy, one in self._live.items()}
        wordings = [Wording(revision=one.id, policy=one.policy, content=one.canonical) for one in book.revisions]
        now = self._clock.now()
        live = {policy: (one.revision.id, one.mode) for policy, one in decided.standings.items()}
        async with self._store.writing() as connection:
            await policies.remember(connection, wordings, now, parents)
            await policies.activate(connection, self._community, live, now, self._authors)
        self.brand = guard.brand(one.pack for one in sources if one.pack)
        self._tell(decided)
        self._live = decided.standings
        return book

    def _decide(self, sources: list[Source]) -> tuple[Decided, Book]:
        decided = life.decide(sources, self._modes, self._live, self._objection)
        return decided, self._shelf.bind(decided.editions, ZoneInfo(self._settings.time_zone))

    def _objection(self, edition: Edition) -> Complaint | None:
        return self._impossible(edition) or self._unsure(edition)

    def _unsure(self, edition: Edition) -> Complaint | None:
        """In safe mode the mended settings may say otherwise of what files bring; what was decided in chat counts.

        Whoever switched a policy on in chat did so as it was worded then.
        """
        if self._config.held is None or edition.id.startswith(f"{settings.IN_CHAT}/"):
            return None
        last = self._live.get(edition.id)
        if last is not None and last.revision.id == edition.revision.id:
            chosen = self._authors.get(edition.id, policies.FILE) != policies.FILE
            if chosen or last.mode == "enforce":
                return None
        return Complaint(
            edition.id, "it is not activated while the settings have mistakes", "mend the file, then restart"
        )

    def _tell(self, decided: Decided) -> None:
        moved = {policy: one for policy, one in decided.standings.items() if self._live.get(policy) != one}
        for policy, one in moved.items():
            _log.debug("policy", community=self._community, policy=policy, mode=one.mode, revision=one.revision.id)
        if moved:
            modes = Counter[str](one.mode for one in decided.standings.values())
            _log.info("policies", community=self._community, changed=len(moved), **modes)
        for complaint in decided.complaints:
            if complaint not in self.complaints:
                _log.error("policy refused", community=self._community, problem=str(complaint))
        self.complaints = decided.complaints
        found = tuple(abilities.shortfalls(decided.editions, self._settings, self._cannot))
        for lack in found:
            if lack not in self.shortfalls:
                wanted = {"platform": lack.platform, "action": lack.action, "policies": list(lack.policies)}
                _log.warning("not possible here", community=self._community, **wanted)
        self.shortfalls = found

    def _was_live(self, pack: str) -> bool:
        return any(policy.partition("/")[0] == pack for policy in self._live)

    async def _everything(self) -> list[Source]:
        """What stands in the folders, and what was written and set in chat."""
        async with self._store.reading() as connection:
            partition = await questions.partition(connection, self._community)
            fact = await overlay.load(connection, partition) if partition is not None else None
        values = {key: one.value for key, one in fact.values.items()} if fact else {}
        self._teams = frozenset(settings.Settings(written_in_file(self._settings), fact).managers)
        chosen = {PolicyId(policy): mode for policy, mode in settings.modes(values).items()}
        self._modes = {**self._settings.modes, **{policy: _mode(mode) for policy, mode in chosen.items()}}
        ours = (*self._live, *chosen, *map(settings.policy_id, settings.written(values)))
        self._authors = {policy: _author(policy, fact) for policy in ours} if fact else {}
        return [*await asyncio.to_thread(self._sources), *_in_chat(settings.written(values))]

    def _sources(self) -> list[Source]:
        """What stands in the folders of all packs; a pack that cannot be read goes by the name that it last had."""
        found = []
        for name in self._settings.packs:
            try:
                (pack,) = packs.load(self._config.policies, [name])
            except Complaints as error:
                found.append(Source(self._names.get(name) or self._claimed(name), None, error.complaints))
            else:
                self._names[name] = pack.id
                found.append(Source(pack.id, pack))
        return found

    def _claimed(self, name: str) -> str:
        """What a broken pack calls itself, as far as that can be made out."""
        folder = packs.available(self._config.policies).get(name)
        try:
            text = (folder / "pack.toml").read_text(encoding="utf-8", errors="replace") if folder else ""
        except OSError:
            return name
        claimed = _ID.search(text)
        return claimed[1] if claimed else name


def _standing(wording: Wording, mode: str) -> Standing:
    revision = Revision(wording.revision, wording.policy, wording.content)
    return Standing(revision, _mode(mode))


def _mode(said: str) -> Mode:
    return "enforce" if said == "enforce" else "shadow" if said == "shadow" else "off"


def _author(policy: PolicyId, fact: SettingsFact) -> str:
    """Who set how a policy stands: a proposal by its number, managers in chat, or a file; never anybody's name."""
    name = policy.removeprefix(f"{settings.IN_CHAT}/")
    keys = (settings.mode_key(policy), *([settings.policy_key(name)] if name != policy else []))
    latest = max((one.at for key in keys if (one := fact.values.get(key))), default=None)
    decided = fact.values.get(settings.decided_key(policy))
    if decided is not None and decided.at == latest:
        return f"proposal:{decided.value}"
    return policies.CHAT if latest is not None or name != policy else policies.FILE


def _in_chat(kept: Mapping[str, str]) -> list[Source]:
    """The policies that managers wrote in chat, as a pack of their own; what is wrong with one leaves the others."""
    pack, complaints = written.sound(kept)
    return [Source(settings.IN_CHAT, pack, complaints)] if pack or complaints else []
