"""What the platforms of a community can do of what its policies ask for: what nobody can do at all is not activated.

Where a platform can do a part of it, that part is done there, and managers read once what comes in place of the rest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot import codec
from bot.app.assembly import Assembly
from bot.commands import ReportRemarks
from bot.config.model import Community
from bot.effects import EVERY_KIND
from bot.errors import Complaint
from bot.ids import CommunityId, EventId, Platform, PolicyId, SpaceId, digest, own_space, platform_of
from bot.policy import reach
from bot.policy.edition import Edition
from bot.policy.life import Objection
from bot.policy.then import Then
from bot.ports import Adapter
from bot.views import Phrase

Lacks = Mapping[Platform, frozenset[str]]
"""The kinds of effects that each platform cannot carry out."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Something that policies ask for and a platform cannot do."""

    platform: Platform
    action: str
    policies: tuple[PolicyId, ...]


def cannot(adapters: Iterable[Adapter]) -> Lacks:
    """What adapters say that they cannot do."""
    return {one.platform: EVERY_KIND - one.capabilities.effects for one in adapters}


def objection(settings: Community, lacks: Lacks) -> Objection:
    """Says of a policy that no platform of its community could do anything of it."""
    here = _here(settings, lacks)
    return lambda edition: _nowhere(edition.id, edition.policy.outcomes, here)


def check_capabilities(assembly: Assembly, lacks: Lacks) -> list[Complaint]:
    """The policies in force that nothing at all could come of."""
    here = _here(assembly.settings, lacks)
    pages = (page for page in assembly.book.pages if page.mode == "enforce")
    return [one for page in pages if (one := _nowhere(page.id, page.policy.outcomes, here))]


def shortfalls(editions: Iterable[Edition], settings: Community, lacks: Lacks) -> Iterator[Shortfall]:
    """What policies in force ask for in vain, by platform and action."""
    acting = [one for one in editions if one.mode == "enforce"]
    for platform, missing in _here(settings, lacks).items():
        wanting = {one.id: reach.impossible(one.policy.outcomes, missing) for one in acting}
        for action in Then.model_fields:
            policies = tuple(policy for policy, wanted in wanting.items() if action in wanted)
            if policies:
                yield Shortfall(platform, action, policies)


def reports(
    found: Iterable[Shortfall], community: CommunityId, spaces: Iterable[SpaceId], now: datetime
) -> Iterator[ReportRemarks]:
    """The same for the managers of each space; however often it is said, the road takes the same words once."""
    listed = tuple(found)
    for space in spaces:
        remarks = tuple(_remark(one) for one in listed if one.platform == platform_of(space))
        if remarks:
            words = codec.dump_texts(tuple(text for pair in remarks for text in pair))
            named = digest(f"{space} {words}")
            yield ReportRemarks(
                id=EventId(f"shortfalls:{named}"),
                space=own_space(community),
                at=now,
                caller=None,
                about=space,
                remarks=remarks,
                final=True,
            )


def _here(settings: Community, lacks: Lacks) -> Lacks:
    platforms = dict.fromkeys(map(platform_of, settings.spaces))
    return {platform: lacks[platform] for platform in platforms if platform in lacks}


def _nowhere(policy: PolicyId, outcomes: Iterable[Then], here: Lacks) -> Complaint | None:
    wanted = tuple(outcomes)
    if not here or not all(reach.idle(wanted, missing) for missing in here.values()):
        return None
    problem = "; ".join(f"{platform} cannot {_plainly(reach.lacking(wanted, lack))}" for platform, lack in here.items())
    return Complaint(policy, problem, "choose another action, or turn it off there")


def _remark(one: Shortfall) -> tuple[Phrase, Phrase]:
    what = Phrase("policy-cannot", (("action", one.action), ("policies", ", ".join(one.policies))))
    return what, Phrase("policy-instead", (("action", one.action),))


def _plainly(kinds: Iterable[str]) -> str:
    return ", ".join(kind.replace("_", " ") for kind in kinds)
