"""What one person alone does not decide in a case: the same that takes two by command."""

from collections.abc import Sequence

from bot.cases.lines import Penalty
from bot.commands import Level
from bot.disputes import who
from bot.disputes.scene import Scene
from bot.facts import accounts_of
from bot.ids import AccountId
from bot.measures import pace
from bot.views import Card, Phrase


def refused(by: AccountId, penalties: Sequence[Penalty], scene: Scene) -> Card | None:
    """Why somebody else has to agree, and the way to ask for it; None where one person is enough."""
    why = _why(by, penalties, scene)
    return None if why is None else Card(body=(Phrase(why), Phrase("case-takes-two")), tone="notice")


def _why(by: AccountId, penalties: Sequence[Penalty], scene: Scene) -> str | None:
    if scene.settings.two_for_bans and any(one.name == "ban" for one in penalties):
        return "measure-two-for-bans"
    heavy = any(one.name in pace.HEAVY for one in penalties)
    return "measure-two-for-pace" if heavy and _hurried(by, scene) and _another(by, scene) else None


def _hurried(by: AccountId, scene: Scene) -> bool:
    """Whether it is one too many within the hour, by all of their accounts."""
    files = who.files(accounts_of(by, scene.facts), scene.facts)
    return pace.unusual([one for file in files for one in file.imposed], scene.at.now)


def _another(by: AccountId, scene: Scene) -> bool:
    """Whether there is a senior who could agree."""
    own = accounts_of(by, scene.facts)
    others = (one.account for one in who.managers(scene.settings, scene.facts) if one.account not in own)
    return any(
        who.level(scene.settings, one, scene.facts) >= Level.SENIOR
        and not who.away(scene.settings, one, scene.facts, scene.at.now)
        for one in others
    )
