"""What an owner sets about proposals: whether there are any, who decides, and the first rules for that."""

from bot import settings as community
from bot.events import FormSubmitted
from bot.lawmaking import ledger, rulebook
from bot.lawmaking.scene import Scene
from bot.rooms import Ruling, Subject
from bot.views import Card, Phrase

_WHO = ("off", "managers", "members")


def who(scene: Scene, form: FormSubmitted) -> Ruling:
    """Who decides from now on; what is open already goes on as it began."""
    chosen = dict(form.values).get("who", "")
    if chosen not in _WHO:
        return scene.refused(Phrase("proposal-incomplete"))
    return _set(scene, community.PROPOSALS, chosen)


def first_rules(scene: Scene, form: FormSubmitted) -> Ruling:
    """The rules that the first votes go by."""
    if ledger.settled(scene):
        return scene.refused(Phrase("proposal-rules-settled"))
    try:
        wanted = rulebook.read(dict(form.values))
    except rulebook.Wrong as wrong:
        return scene.refused(Phrase("proposal-wrong-rules", (("what", str(wrong)),)))
    return _set(scene, community.PROPOSAL_RULES, wanted.text)


def _set(scene: Scene, key: str, value: str) -> Ruling:
    done = Phrase("proposal-set", (("what", key),))
    return Ruling(
        rule="lawmaking/set",
        why=(done,),
        subject=Subject(account=scene.by),
        records=(scene.set(key, value, scene.by),),
        effects=(scene.answer(Card(body=(done,))),),
    )
