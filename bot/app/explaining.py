"""One message as somebody might write it, past the policies: what each of them says, condition by condition."""

from dataclasses import dataclass
from datetime import timedelta

from bot import documents
from bot.app import assembly, trying
from bot.app.trying import Choice
from bot.config import Community, Config
from bot.errors import Complaint, Complaints
from bot.ids import CommunityId, space_id
from bot.policy import cases, durations
from bot.policy.case import Case
from bot.policy.explain import Explained, explain
from bot.policy.judgement import Judgement

_SPACE = space_id("asked", "here")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the policies say, one by one and together."""

    case: Case
    policies: tuple[Explained, ...]
    judgement: Judgement
    off: tuple[str, ...]
    """Policies that are switched off."""


def tell(config: Config, case: Case, choice: Choice, named: str | None = None) -> Told:
    """Ask every policy of a community, as its cases are judged. Raises Complaints."""
    changed, adjust = trying.adjusted(config, choice)
    community, settings = _community(config, named)
    book = assembly.open_book(changed.policies, community, adjust(settings))
    scene = cases.scene(case)
    explained = explain(book, book.context(*scene))
    off = [one.policy for one in book.revisions if one.policy not in book.modes]
    if choice.only:
        explained = tuple(one for one in explained if one.page.id in choice.only)
        off = []
    return Told(case=case, policies=explained, judgement=book.judge(*scene), off=tuple(off))


def length(option: str, written: str | None) -> timedelta | None:
    """A length of time as policies write it. Raises Complaints."""
    if written is None:
        return None
    try:
        return durations.parse(written)
    except ValueError:
        problem, hint = f'"{written}" is no length of time', 'write it like "45s", "10m", "2h" or "7d"'
        raise Complaints([Complaint(option, problem, hint)]) from None


def _community(config: Config, named: str | None) -> tuple[CommunityId, Community]:
    known = config.settings.communities
    if named is not None and named not in known:
        hint = documents.nearest(named, known) or "none is described in the settings"
        raise Complaints([Complaint("--community", f'there is no community "{named}"', hint)])
    name = named or next(iter(known), None)
    return CommunityId(name or "community"), known[name] if name else Community(spaces=(_SPACE,))
