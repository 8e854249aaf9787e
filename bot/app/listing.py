"""All policies within reach: those of the community's packs, and those of packs that it could have."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot import documents
from bot.app import packs, trying
from bot.app.trying import Choice
from bot.config import Community, Config
from bot.config.model import Mode
from bot.errors import Complaint, Complaints
from bot.ids import PolicyId, space_id
from bot.policy.pack import Pack, Policy, Revision, revision

_SPACE = space_id("listing", "here")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A policy, and where it stands."""

    pack: Pack
    policy: Policy
    place: str
    mode: Mode
    used: bool
    """Whether the community has its pack."""
    revision: Revision

    @property
    def name(self) -> PolicyId:
        """As `pack/policy`."""
        return self.pack.name(self.policy)


def policies(config: Config, folder: Path | None, named: str | None) -> tuple[str | None, Sequence[Listed]]:
    """The community, and every policy, those in use first. Raises Complaints."""
    changed, adjust = trying.adjusted(config, Choice(folder=folder))
    known = config.settings.communities
    if named is not None and named not in known:
        problem = f'there is no community "{named}"'
        raise Complaints([Complaint("--community", problem, documents.nearest(named, known))])
    name = named or next(iter(known), None)
    settings = adjust(known[name] if name else Community(spaces=(_SPACE,)))
    places = packs.available(changed.policies)
    order = (*(one for one in settings.packs if one in places), *(one for one in places if one not in settings.packs))
    return name, [one for pack in order for one in _listed(places[pack], settings, used=pack in settings.packs)]


def _listed(place: Path, settings: Community, *, used: bool) -> list[Listed]:
    pack = packs.read(place)
    return [
        Listed(
            pack=pack,
            policy=policy,
            place=packs.shown(place),
            mode=settings.modes.get(pack.name(policy), policy.mode),
            used=used,
            revision=revision(pack, policy),
        )
        for policy in pack.policies
    ]


def one(listed: Sequence[Listed], wanted: str) -> Listed:
    """The policy of that name; its pack may be left out where that is clear. Raises Complaints."""
    found = [each for each in listed if wanted in (each.name, each.policy.id)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.name for each in found)
        raise Complaints([Complaint(wanted, "several packs have such a policy", f"name one of {names}")])
    hint = documents.nearest(wanted, [each.name for each in listed]) or "see them all with: palabre policy list"
    raise Complaints([Complaint(wanted, "there is no such policy", hint)])
