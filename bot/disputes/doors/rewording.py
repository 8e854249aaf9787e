"""What becomes of a message that a live case is about: a new wording, or that it is gone, is noted in the case.

The first wording stays what it was; the later ones stand beside it.
"""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.lines import Evidence
from bot.disputes.act import Act
from bot.disputes.scene import Scene
from bot.errors import RuleError
from bot.events import MessageDeleted, MessageEdited
from bot.facts import FactKey, Facts, case_key, loaded, open_about_key
from bot.views import Bilingual

Changed = MessageEdited | MessageDeleted
_MOST_EDITS = 10
_LONGEST = 4000
_REWORDED = Bilingual(
    "The message was reworded after this case was opened. Both wordings are kept here.",
    "Le message a été reformulé après l'ouverture de ce dossier. Les deux versions sont gardées ici.",
)
_GONE = Bilingual(
    "The message is gone from where it stood. What it said when this case was opened is kept.",
    "Le message n'est plus à sa place. Ce qu'il disait à l'ouverture de ce dossier est gardé.",
)


def needs(changed: Changed, facts: Facts) -> Iterator[FactKey]:
    """What is open about the message: for nearly all of them nothing."""
    yield open_about_key(changed.message)
    known = loaded(facts.open_about, changed.message)
    yield from map(case_key, known.cases if known else ())


def about(changed: Changed, facts: Facts) -> Iterator[Case]:
    """The live cases that kept what it said; none as long as they are not loaded."""
    try:
        known = facts.open_about(changed.message)
        found = [facts.case(one) for one in known.cases] if known else []
    except RuleError:
        return
    for case in found:
        if case is not None and case.live and _seen(changed, case) is not None:
            yield case


def act(changed: Changed, case: Case, scene: Scene) -> Act | None:
    """What is noted; None where it is nothing new, or what was decided in the case itself."""
    seen = _seen(changed, case)
    if seen is None:
        return None
    if isinstance(changed, MessageDeleted):
        return None if _known(case) or _taken_down(changed, case) else _noted(_GONE, scene)
    text = changed.text[:_LONGEST]
    latest = seen.edits[-1] if seen.edits else seen.text
    if changed.by_bot or not text.strip() or text in (latest, seen.text) or len(seen.edits) >= _MOST_EDITS:
        return None
    later = Evidence(message=changed.message, channel=changed.channel, author=seen.author, text=text)
    return _noted(_REWORDED, scene, later)


def _noted(words: Bilingual, scene: Scene, later: Evidence | None = None) -> Act:
    return Act(move="note", by=None, text=words.say(scene.settings.locale), evidence=later)


def _seen(changed: Changed, case: Case) -> Evidence | None:
    return next((one for one in case.evidence if one.message == changed.message), None)


def _known(case: Case) -> bool:
    return any(note.by is None and note.text in (_GONE.en, _GONE.fr) for note in case.notes)


def _taken_down(changed: MessageDeleted, case: Case) -> bool:
    penalties = case.decision.penalties if case.decision else ()
    return any(one.name == "remove" and one.message == changed.message for one in penalties)
