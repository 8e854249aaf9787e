"""Cases taken out of the books as a file, and history taken in from files: our own, other bots', a platform's."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters import histories
from adapters.histories import Entry
from bot import codec
from bot.app import shell
from bot.cases.lines import Penalty
from bot.cases.sanctions import Sanction
from bot.commands import ImportHistory
from bot.config import Config
from bot.errors import ExportError
from bot.ids import CommunityId, SanctionId, SpaceId, account_id
from bot.rooms import Ruling
from bot.storage import questions
from bot.storage.store import Store

SCHEMA = "palabre.case/1"
_AT_ONCE = 500
_LONGEST = 4000


@dataclass(slots=True)
class History:
    """What a file holds, ready for the road."""

    source: str
    sanctions: list[Sanction] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    """How much was left out, by why."""


async def spaces(store: Store, community: CommunityId) -> list[SpaceId]:
    """Where a community is, as far as anything was ever heard from there."""
    async with store.reading() as connection:
        owners = await questions.owners(connection)
    known = (space for space, owner in owners.items() if owner == community)
    return sorted(space for space in known if not space.startswith(("palabre:", "outside:")))


def read(path: Path, space: SpaceId, now: datetime) -> History:
    """What a file holds of a space. Raises ExportError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ExportError(f"{path} is no text in UTF-8") from None
    except OSError as error:
        raise ExportError(f"{path} cannot be read: {error.strerror}") from None
    ours = _ours(text)
    if ours is not None:
        return _from_ours(ours, space)
    found = histories.read(path, text, space.partition(":")[2])
    left_out: Counter[str] = Counter()
    left_out.update(found.left_out)
    return History(found.format, [_sanction(entry, space, now) for entry in found.entries], left_out)


async def take(
    config: Config, store: Store, community: CommunityId, history: History, *, counts: bool
) -> list[Ruling] | None:
    """Send all of it down the road, some at a time; None where a running bot took it on."""
    rulings: list[Ruling] = []
    for start in range(0, len(history.sanctions), _AT_ONCE):
        some = tuple(history.sanctions[start : start + _AT_ONCE])

        def wish(some: tuple[Sanction, ...] = some, **shared: Any) -> ImportHistory:
            return ImportHistory(sanctions=some, source=history.source, counts=counts, **shared)

        said = await shell.obey(config, store, community, shell.command(wish, community))
        if said is None:
            return None
        rulings += said
    return rulings


def numbers(rulings: Sequence[Ruling]) -> tuple[int, int]:
    """How many measures were new, and how many were known already."""
    given = [dict(text.arguments) for ruling in rulings for text in ruling.why if hasattr(text, "arguments")]
    new, known = (sum(int(str(one.get(name, 0))) for one in given) for name in ("new", "known"))
    return new, known


def _sanction(entry: Entry, space: SpaceId, now: datetime) -> Sanction:
    at = min(entry.at or now, now)
    seconds = int((entry.until - at).total_seconds()) if entry.until and entry.until > at else None
    return Sanction(
        id=_name(f"{space} {entry.key}"),
        space=space,
        account=account_id(space, entry.user),
        penalty=Penalty(name=entry.name, seconds=seconds),
        by=account_id(space, entry.by) if entry.by else None,
        at=at,
        reasons=entry.reasons[:_LONGEST],
        until=entry.until,
        imported=True,
        state="standing" if entry.in_force else "ended",
        ended_at=None if entry.in_force else entry.until or at,
    )


def _name(key: str) -> SanctionId:
    """The same for the same measure in the same books, so that it comes in once."""
    return SanctionId(f"import-{hashlib.sha256(key.encode('utf-8', 'backslashreplace')).hexdigest()[:32]}")


def _ours(text: str) -> Mapping[str, Any] | None:
    try:
        said = json.loads(text)
    except ValueError:
        return None
    return said if isinstance(said, Mapping) and said.get("schema") == SCHEMA else None


def _from_ours(said: Mapping[str, Any], space: SpaceId) -> History:
    try:
        found = codec.load_sanctions(json.dumps(said.get("sanctions", [])))
    except ValueError as error:
        raise ExportError(f"these measures cannot be read: {error}".partition("\n")[0]) from None
    made = History("palabre")
    for one in found:
        if one.space != space:
            made.left_out["elsewhere"] += 1
        else:
            made.sanctions.append(_over(one))
    return made


def _over(sanction: Sanction) -> Sanction:
    """As history: what still ran there does not run here."""
    name = _name(f"{sanction.space} palabre {sanction.id} {sanction.at.isoformat()}")
    ended = sanction.ended_at or sanction.until or sanction.at
    state = "ended" if sanction.state in ("standing", "proposed") else sanction.state
    return replace(sanction, id=name, imported=True, state=state, ended_at=ended)
