"""One stage for every platform: people act on it, the whole bot answers, and what was written down can be compared."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from bot.ids import MessageId

Name = Literal["Odile", "Kwame", "Basile", "Ines"]
"""The owner, a moderator, and two members."""
PEOPLE: tuple[Name, ...] = ("Odile", "Kwame", "Basile", "Ines")
TEAM: tuple[Name, ...] = ("Odile", "Kwame")
Answers = Mapping[str, str]
NOTHING: Answers = {}
HEARD = (
    "message_posted",
    "message_edited",
    "reaction_added",
    "member_joined",
    "member_left",
    "member_renamed",
    "member_roles_changed",
    "command_invoked",
    "menu_chosen",
    "button_pressed",
    "form_submitted",
)
"""What every platform tells of people; not all of them tell of what the bot itself takes down, or of threads."""


class Stage(Protocol):
    """What people can do on every platform; each returns once the bot has done all that follows from it."""

    @property
    def lacks(self) -> frozenset[str]:
        """The kinds of effects that the platform cannot carry out."""
        ...

    async def post(self, who: Name, text: str, *, thread: MessageId | None = None) -> MessageId:
        """Write in the channel, or in the thread below a message; `@Name` names somebody."""
        ...

    async def edit(self, who: Name, message: MessageId, text: str) -> None:
        """Reword a message of one's own."""
        ...

    async def delete(self, who: Name, message: MessageId) -> None:
        """Take down a message of one's own."""
        ...

    async def react(self, who: Name, message: MessageId, emoji: str) -> None:
        """Add a reaction."""
        ...

    async def unreact(self, who: Name, message: MessageId, emoji: str) -> None:
        """Take a reaction back."""
        ...

    async def command(self, who: Name, command: str, given: Answers = NOTHING, answers: Answers | None = None) -> None:
        """Use a command by its id; `@Name` is somebody, `answers` are for the form that it opens."""
        ...

    async def menu(self, who: Name, message: MessageId, menu: str, answers: Answers | None = None) -> None:
        """Choose an entry of a message's menu; `answers` where it opens a form."""
        ...

    async def press(self, who: Name, action: str, answers: Answers | None = None) -> None:
        """Press the button with this action on the latest card that has one where they are."""
        ...

    async def rename(self, who: Name, name: str) -> None:
        """Go by another name."""
        ...

    async def live(self, policy: str, mode: str) -> None:
        """Wait until a policy is in this mode."""
        ...

    def stands(self, message: MessageId) -> bool:
        """Whether a message can still be read."""
        ...

    def told(self, who: Name) -> str:
        """All that was said to somebody alone so far."""
        ...

    def cards(self) -> str:
        """All that the team can read now."""
        ...

    async def begin(self) -> None:
        """A story begins."""
        ...

    async def records(self) -> "Records":
        """What was written down since the story began."""
        ...


@dataclass(frozen=True)
class Records:
    """What a story left in the database, without ids, spaces and times; each thing with how often it is there."""

    hits: Counter[tuple[str, str, tuple[str, ...]]]
    """Policy, mode, actions."""
    incidents: Counter[tuple[str, str, tuple[str, ...], str]]
    """Origin, state, measures, concern."""
    rulings: Counter[tuple[str, str]]
    """Room and rule."""
    settings: Counter[tuple[str, str, str]]
    """Key, value, author."""
    outbox: Counter[tuple[str, str]]
    """Kind and state."""
    accounts: Counter[tuple[str, str]]
    """Name and language."""
    heard: Counter[str]
    """What people did, by the kind of event."""

    def within(self, lacks: frozenset[str]) -> "Records":
        """What must be left of it where these kinds of effects cannot be carried out: the only place that says so."""
        incidents, outbox = Counter[tuple[str, str, tuple[str, ...], str]](), Counter[tuple[str, str]]()
        for (kind, state), number in self.outbox.items():
            outbox[kind, state] += 0 if kind in lacks else number
        for (origin, state, measures, concern), number in self.incidents.items():
            asked = state == "removed" and "delete_message" in lacks
            incidents[origin, "requested" if asked else state, _possible(measures, lacks), concern] += number
            outbox["send_direct", "done"] -= number if asked else 0  # it stands: nobody is told yet that it is gone
        return replace(self, incidents=+incidents, outbox=+outbox)


_TAKES = {"remove": "delete_message", "timeout": "time_out_member"}
"""The effect that a measure of these stories takes."""


def _possible(measures: tuple[str, ...], lacks: frozenset[str]) -> tuple[str, ...]:
    """The measures that are taken there; where a message cannot be taken down, its author is asked to do it."""
    left = {one for one in measures if _TAKES.get(one) not in lacks}
    asked = {"ask"} if "remove" in set(measures) - left else set()
    return tuple(sorted(left | asked))
