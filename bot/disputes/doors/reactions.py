"""What a manager says with a reaction: a message is brought before the team, or a card of a case is answered.

Nothing that a reaction can do here takes anything from anybody (that stays with forms), so that none of it has to be
confirmed in private first. Reactions that count are hidden at once; what other people react means nothing here.
"""

from collections.abc import Mapping

from bot.disputes import who
from bot.events import Cited, ReactionAdded
from bot.facts import Facts
from bot.settings import Door, Written
from bot.signs import OPENING, door_of

_ANSWERS: Mapping[Door, tuple[str, ...]] = {
    "take": ("case-claim", "report-take"),
    "settle": ("case-settle", "report-close"),
    "dismiss": ("case-dismiss", "report-close"),
}
"""The buttons that a reaction stands for, the first that the card has (or, for the first one, could have)."""
_CASES, _REPORTS = "case-", "report-"


def meant(file: Written, reaction: ReactionAdded) -> Door | None:
    """What it would mean from a manager; None for everyday reactions, and for those of an export."""
    door = door_of(file, reaction)
    buttons = reaction.cited.buttons if reaction.cited else ()
    if door in OPENING:
        return None if buttons else door
    return door if any(one.startswith((_CASES, _REPORTS)) for one in buttons) else None


def by_author(reaction: ReactionAdded, facts: Facts) -> bool:
    """Whether whoever reacted wrote the message."""
    author = reaction.cited.author if reaction.cited else None
    return author is not None and who.same(reaction.account, author, facts)


def button(door: Door, cited: Cited | None) -> str:
    """The button of a card that a reaction stands for; empty where the card has nothing of the kind."""
    buttons = cited.buttons if cited else ()
    about = {one.partition(":")[2] for one in buttons if one.startswith(_CASES)}
    named = _ANSWERS.get(door, ())
    found = (one for action in named for one in buttons if one.partition(":")[0] == action)
    if len(about) == 1 and named and (door == "settle" or any(one.startswith(f"{named[0]}:") for one in buttons)):
        return f"{named[0]}:{about.pop()}"
    return next(found, "")
