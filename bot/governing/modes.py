"""How far a policy goes, at the press of a button."""

from bot import settings as community
from bot.governing import pausing
from bot.governing.scene import Scene
from bot.ids import PolicyId
from bot.rooms import Ruling
from bot.views import Card, Phrase

MODES = {"policy-enforce": "enforce", "policy-shadow": "shadow", "policy-off": "off"}


def choose(scene: Scene, action: str, policy: str) -> Ruling:
    """It is noted here; whoever compiles policies runs its cases first and refuses what fails them."""
    if pausing.subject(policy) in (None, community.EVERYTHING) or not pausing.there_is(scene, policy):
        return scene.refused("governing-wrong-policy")
    key, mode = community.mode_key(PolicyId(policy)), MODES[action]
    told = (("policy", policy), ("mode", mode))
    if scene.settings.values.get(key) == mode:
        same = scene.answer(Card(body=(Phrase("governing-mode-already", told),)))
        return Ruling(rule="governing/as-before", effects=(same,))
    noted = scene.answer(Card(body=(Phrase("governing-mode", told),)))
    return scene.ruling("mode", noted, records=(scene.change(key, mode),))
