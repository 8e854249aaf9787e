"""Criticism is taken down, and somebody measured for it, only by whoever names the rule that it breaks."""

from bot.cases.case import Case
from bot.cases.lines import Penalty
from bot.disputes import grounds
from bot.disputes.scene import Scene
from bot.ids import PolicyId
from bot.measures.wordings import Pins
from bot.text.criticism import needs_rule
from bot.views import Card, Phrase


def policies(named: str, case: Case, penalties: tuple[Penalty, ...], scene: Scene) -> Pins | Card:
    """What a decision rests on: the rule that is named, or those the case is about, as far as they are in force; a card
    where that would not do."""
    wanted = PolicyId(named.strip())
    rule = scene.settings.file.rules.get(wanted)
    if wanted and rule is None:
        return Card(body=(Phrase("proposal-no-such-rule", (("policy", wanted),)),))
    found = ((wanted, rule.revision),) if rule is not None else grounds.governed(case, scene).pins
    if penalties and not found and _critical(case, scene):
        return Card(body=(Phrase("proposal-name-the-rule"),), tone="alert")
    return found


def _critical(case: Case, scene: Scene) -> bool:
    """Whether what they wrote themselves speaks ill of those who run the place."""
    upon = case.opening.respondent
    return any(needs_rule(one.text, scene.settings.file.brand) for one in case.evidence if one.author in (upon, None))
