"""One stage for every platform: people act on it, the whole bot answers, and what was written down can be compared."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import Literal, Protocol

from bot.ids import MessageId

Name = Literal[
    "Odile",
    "Kwame",
    "Basile",
    "Ines",
    "Aline",
    "Bruno",
    "Chiara",
    "Dawit",
    "Esra",
    "Gina",
    "Hugo",
    "Jana",
    "Karim",
    "Lena",
    "Milo",
    "Nora",
    "Omar",
    "Paul",
    "Rosa",
    "Said",
]
"""The owner, a moderator, two members, five who can be asked to decide, pairs who quarrel, and three more."""
NEIGHBOURS: tuple[Name, ...] = ("Aline", "Bruno", "Chiara", "Dawit", "Esra")
PAIRS: tuple[tuple[Name, Name], ...] = (("Gina", "Hugo"), ("Jana", "Karim"), ("Lena", "Milo"), ("Nora", "Omar"))
OTHERS: tuple[Name, ...] = ("Paul", "Rosa", "Said")
MEMBERS: tuple[Name, ...] = ("Basile", "Ines", *NEIGHBOURS, *(one for pair in PAIRS for one in pair), *OTHERS)
PEOPLE: tuple[Name, ...] = ("Odile", "Kwame", *MEMBERS)
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

    async def post(
        self, who: Name, text: str, *, thread: MessageId | None = None, answers: MessageId | None = None
    ) -> MessageId:
        """Write in the channel, in the thread below a message, or in answer to one; `@Name` names somebody."""
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
        """Use a command by its id; `answers` are for the form that it opens.

        `@Name` is somebody, and `#team` and `#talk` are the two channels.
        """
        ...

    async def menu(self, who: Name, message: MessageId, menu: str, answers: Answers | None = None) -> None:
        """Choose an entry of a message's menu; `answers` where it opens a form."""
        ...

    async def press(self, who: Name, action: str, answers: Answers | None = None, *, choice: str = "") -> None:
        """Press the button with this action, and this choice where there are several, on the story's latest card."""
        ...

    def offered(self, who: Name, action: str) -> bool:
        """Whether a card of the story's before them has a button with this action."""
        ...

    async def rename(self, who: Name, name: str) -> None:
        """Go by another name."""
        ...

    async def leave(self, who: Name) -> None:
        """Leave the community."""
        ...

    async def come_back(self, who: Name) -> None:
        """Enter the community again."""
        ...

    async def wait(self, lasting: timedelta) -> None:
        """Time passes on the platform and for the bot, and all that comes due is done."""
        ...

    async def live(self, policy: str, mode: str) -> None:
        """Wait until a policy is in this mode."""
        ...

    def stands(self, message: MessageId) -> bool:
        """Whether a message can still be read."""
        ...

    def here(self, who: Name) -> bool:
        """Whether somebody is in the community."""
        ...

    def may_write(self, who: Name) -> bool:
        """Whether somebody who is there may write in the channel."""
        ...

    def told(self, who: Name) -> str:
        """All that was said to somebody alone since the story began."""
        ...

    def cards(self) -> str:
        """All that was said to the team since the story began, as it reads now."""
        ...

    def called(self) -> frozenset[Name]:
        """Whom the bot made look up since the story began; empty where nothing tells."""
        ...

    async def flaws(self) -> list[str]:
        """What does not fit in all that was written down so far."""
        ...

    async def begin(self) -> None:
        """A story begins."""
        ...

    async def records(self) -> "Records":
        """What was written down since the story began."""
        ...


Story = Callable[[Stage], Awaitable[None]]
SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"


@dataclass(frozen=True)
class Records:
    """What a story left in the database, without ids, spaces and times; each thing with how often it is there."""

    hits: Counter[tuple[str, str, tuple[str, ...]]]
    """Policy, mode, actions."""
    incidents: Counter[tuple[str, str, tuple[str, ...], str]]
    """Origin, state, measures, concern."""
    cases: Counter[tuple[str, str, str, str]]
    """Kind, door, state, outcome."""
    log: Counter[tuple[str, str]]
    """What was done in cases: the move, and the state that it led to."""
    sanctions: Counter[tuple[str, str]]
    """Name and state."""
    proposals: Counter[tuple[str, str]]
    """Kind and state."""
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
        heard, outside = self.heard.copy(), 0
        for (kind, state), number in self.outbox.items():
            outbox[kind, state] += 0 if kind in lacks else number
        for (origin, state, measures, concern), number in self.incidents.items():
            asked = state == "removed" and "delete_message" in lacks
            incidents[origin, "requested" if asked else state, _possible(measures, lacks), concern] += number
            outbox["send_direct", "done"] -= number if asked else 0  # it stands: nobody is told yet that it is gone
        for (name, _), number in self.sanctions.items():
            beyond = _TAKES.get(name) in lacks
            outbox["post_card", "done"] += number if beyond else 0  # the team is told to do it by hand
            outside += number if beyond and name in _PUTS_OUT else 0
        for kind in ("member_left", "member_joined"):
            heard[kind] -= outside  # whoever was not put out neither leaves nor comes back
        if outside:  # and can still be written to
            outbox["send_direct", "done"] += outbox.pop(("send_direct", "refused"), 0)
        return replace(self, incidents=+incidents, outbox=+outbox, heard=+heard)

    def unlike(self, other: "Records") -> dict[str, tuple[object, object]]:
        """What there is more of here, and what there is more of there, for everything that differs."""
        pairs = {one.name: (getattr(self, one.name), getattr(other, one.name)) for one in fields(self)}
        return {name: (dict(mine - its), dict(its - mine)) for name, (mine, its) in pairs.items() if mine != its}


_TAKES = {
    "remove": "delete_message",
    "timeout": "time_out_member",
    "kick": "kick_member",
    "ban": "ban_member",
}
"""The effect that a measure of these stories takes."""
_PUTS_OUT = frozenset({"kick", "ban"})
"""What makes somebody leave; in these stories they all come back."""


def _possible(measures: tuple[str, ...], lacks: frozenset[str]) -> tuple[str, ...]:
    """The measures that are taken there; where a message cannot be taken down, its author is asked to do it."""
    left = {one for one in measures if _TAKES.get(one) not in lacks}
    asked = {"ask"} if "remove" in set(measures) - left else set()
    return tuple(sorted(left | asked))
