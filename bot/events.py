"""What happened: facts in the past tense, as platforms, people and clocks report them.

Every event has an id that is unique within its space, so that a second delivery is recognised. Where a platform has no
id of its own, adapters make one from what the event is about (`posted:C024BE7LR/1405894322.002768`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.ids import AccountId, CaseId, ChannelId, EffectKey, EventId, MessageId, RoleId, SpaceId, TimerId
from bot.views import Locale, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What all events share."""

    id: EventId
    space: SpaceId
    at: datetime
    """The platform's own time, aware, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file as the platform describes it; its bytes stay there."""

    name: str
    media_type: str = ""
    size: int = 0
    """In bytes; 0 where the platform does not say."""
    mark: str = ""
    """What tells it from other files (`bot.ids.file_mark`); empty where nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is in a file, told by a hash of its bytes; these were read once and are kept nowhere."""

    mark: str
    """Which file, as `Cited.files` and `Attachment` have it."""
    size: int = 0
    """In bytes, as they were counted."""
    sha256: str = ""
    """In hexadecimal; empty where the bytes could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePosted(Happening):
    """Somebody wrote in a channel, a thread or to the bot directly."""

    message: MessageId
    channel: ChannelId
    account: AccountId
    text: str
    """As people read it, mentions resolved to `@name`, without the platform's escapes."""
    name: str | None = None
    """The author's display name at that moment: a cache, never a key."""
    roles: tuple[RoleId, ...] | None = None
    """The author's roles; None where the platform does not say."""
    thread: MessageId | None = None
    """The message that the thread hangs from, where this one stands in a thread."""
    reply_to: MessageId | None = None
    mentions: tuple[AccountId, ...] = ()
    mentions_everyone: bool = False
    attachments: tuple[Attachment, ...] = ()
    by_bot: bool = False
    edited_at: datetime | None = None
    """Set where only the last wording is known (an export)."""
    account_created: datetime | None = None
    """When the author's account was made, where the platform says so."""
    locale: Locale | None = None
    """The language that the author uses the platform in, where it says so."""
    kind: Literal["message_posted"] = "message_posted"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdited(Happening):
    """A message has a new wording."""

    message: MessageId
    channel: ChannelId
    account: AccountId | None
    text: str
    mentions: tuple[AccountId, ...] = ()
    mentions_everyone: bool = False
    attachments: tuple[Attachment, ...] = ()
    by_bot: bool = False
    kind: Literal["message_edited"] = "message_edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDeleted(Happening):
    """A message is gone."""

    message: MessageId
    channel: ChannelId
    account: AccountId | None = None
    """The author, where known."""
    by: AccountId | None = None
    """Who took it down, where known."""
    kind: Literal["message_deleted"] = "message_deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """A message around one that somebody points at."""

    message: MessageId
    author: AccountId | None
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A message that somebody points at, as it stands at that moment."""

    message: MessageId
    channel: ChannelId
    author: AccountId | None
    text: str
    readable: bool = True
    """False where the platform does not let the bot read the words; `text` is then empty."""
    buttons: tuple[str, ...] = ()
    """The ids of the buttons below it, where it is a card of the bot's own."""
    edits: tuple[str, ...] = ()
    """What it said before, where the platform keeps that."""
    answers: AccountId | None = None
    """Who wrote the message that it answers, where the platform says so."""
    files: tuple[tuple[str, str], ...] = ()
    """The names of what is attached to it, each with what tells it from other files (`bot.ids.file_mark`)."""
    around: tuple[Nearby, ...] = ()
    """Up to ten messages before and after, in order of time, where the platform let the bot read them at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionAdded(Happening):
    """Somebody reacted to a message."""

    message: MessageId
    channel: ChannelId
    account: AccountId
    emoji: str
    """The character itself, or `:name:` for an emoji of the community's own."""
    timed: bool = True
    """False where the moment is unknown: `at` is then the message's, and windows leave the reaction out."""
    roles: tuple[RoleId, ...] | None = None
    """The roles of whoever reacted; None where the platform does not say."""
    locale: Locale | None = None
    """The language that they use the platform in, where it says so."""
    cited: Cited | None = None
    """The message as it stands, where the emoji is a door and the adapter looked it up."""
    kind: Literal["reaction_added"] = "reaction_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionRemoved(Happening):
    """A reaction was taken back."""

    message: MessageId
    channel: ChannelId
    account: AccountId
    emoji: str
    kind: Literal["reaction_removed"] = "reaction_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberJoined(Happening):
    """Somebody joined the space or, where `channel` is given, one channel of it."""

    account: AccountId
    name: str | None = None
    channel: ChannelId | None = None
    account_created: datetime | None = None
    invited_by: AccountId | None = None
    by_bot: bool = False
    kind: Literal["member_joined"] = "member_joined"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLeft(Happening):
    """Somebody left the space or, where `channel` is given, one channel of it."""

    account: AccountId
    channel: ChannelId | None = None
    kind: Literal["member_left"] = "member_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRenamed(Happening):
    """Somebody goes by a new name."""

    account: AccountId
    name: str
    kind: Literal["member_renamed"] = "member_renamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRolesChanged(Happening):
    """Somebody's roles are now these."""

    account: AccountId
    roles: tuple[RoleId, ...]
    kind: Literal["member_roles_changed"] = "member_roles_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelCreated(Happening):
    """A channel exists from now on."""

    channel: ChannelId
    name: str
    account: AccountId | None = None
    watched: bool = True
    """False where the bot would have to join it first to see what is written there."""
    kind: Literal["channel_created"] = "channel_created"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadCreated(Happening):
    """A thread hangs from a message or stands by itself in a channel."""

    channel: ChannelId
    thread: ChannelId
    name: str
    message: MessageId | None = None
    account: AccountId | None = None
    kind: Literal["thread_created"] = "thread_created"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShared(Happening):
    """A file was shared apart from any message's own attachments."""

    channel: ChannelId
    account: AccountId
    attachment: Attachment
    message: MessageId | None = None
    kind: Literal["file_shared"] = "file_shared"


ActionName = Literal[
    "remove", "timeout", "lift_timeout", "kick", "ban", "unban", "add_role", "remove_role", "lock", "alert"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTaken(Happening):
    """Somebody else acted: a manager by hand, another bot, or a rule of the platform's own."""

    action: ActionName
    account: AccountId | None
    """Upon whom; None where it was a channel."""
    by: AccountId | None = None
    """Who did it; None where a rule of the platform's own did."""
    by_bot: bool = False
    channel: ChannelId | None = None
    message: MessageId | None = None
    number: int = 1
    """How many messages, where it was messages."""
    until: datetime | None = None
    """When it ends by itself."""
    role: RoleId | None = None
    reason: str = ""
    """What whoever acted wrote down, in their own words; for a rule of the platform's own, its name."""
    text: str = ""
    """The words that a rule of the platform's own fell upon, where it tells them."""
    kind: Literal["action_taken"] = "action_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringJoined(Happening):
    """Somebody said that they will come to something that the community has planned."""

    account: AccountId
    gathering: str
    """The platform's own id of it."""
    kind: Literal["gathering_joined"] = "gathering_joined"


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringLeft(Happening):
    """Somebody will not come after all."""

    account: AccountId
    gathering: str
    kind: Literal["gathering_left"] = "gathering_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceJoined(Happening):
    """The bot itself is in a space: it was invited, or finds itself there when it starts."""

    name: str
    owner: AccountId | None = None
    """Whoever it belongs to, where the platform says so."""
    locale: Locale | None = None
    """The language that it says is spoken there."""
    kind: Literal["space_joined"] = "space_joined"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceLeft(Happening):
    """The bot itself is in a space no more; what a failing platform hides for a while does not count."""

    kind: Literal["space_left"] = "space_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody whom a request names, and who is here; never a program."""

    account: AccountId
    roles: tuple[RoleId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Happening):
    """What all requests to the bot share: the catalogue says who may make them."""

    account: AccountId
    channel: ChannelId | None
    """Where it was asked; None in a direct conversation with the bot."""
    name: str | None = None
    """The display name of whoever asks."""
    roles: tuple[RoleId, ...] | None = None
    """Their roles; None where the platform does not say."""
    locale: Locale | None = None
    """The language that they use the platform in, where it says so."""
    named: tuple[Named, ...] = ()
    """Those whom it names, so that somebody can be meant who never wrote anything; as far as the platform says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandInvoked(Ask):
    """Somebody used a command of the catalogue."""

    command: str
    """Its full name in the catalogue, such as `policy show`."""
    arguments: tuple[tuple[str, str], ...] = ()
    kind: Literal["command_invoked"] = "command_invoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuChosen(Ask):
    """Somebody chose an entry of the catalogue from a message's own menu."""

    menu: str
    cited: Cited
    kind: Literal["menu_chosen"] = "menu_chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonPressed(Ask):
    """Somebody pressed a button of a card."""

    button: str
    """As the card has it: `action` or `action:subject`."""
    message: MessageId | None = None
    kind: Literal["button_pressed"] = "button_pressed"

    @property
    def action(self) -> str:
        """What the catalogue calls it."""
        return self.button.partition(":")[0]

    @property
    def subject(self) -> str:
        """What it is about; empty where it needs no telling."""
        return self.button.partition(":")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSubmitted(Ask):
    """Somebody sent a form."""

    form: str
    values: tuple[tuple[str, str], ...] = ()
    about: str = ""
    """What the form was opened for: the subject of the button that opened it."""
    cited: Cited | None = None
    """The message whose menu it was opened from."""
    kind: Literal["form_submitted"] = "form_submitted"


Asked = CommandInvoked | MenuChosen | ButtonPressed | FormSubmitted
"""Every kind of request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOpened(Ask):
    """Somebody looks at the page that is theirs, where a platform has such pages."""

    kind: Literal["home_opened"] = "home_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorUsed(Happening):
    """Somebody wrote on a page of the bot's own that a doorway led to; its signature and its day were checked."""

    purpose: Literal["appeal", "answer"]
    case: CaseId
    whose: AccountId | None
    """Whose appeal it is; None for an answer from outside."""
    number: int
    """The line of the log that gave the doorway out."""
    text: str
    choice: str = ""
    """What they chose, where the page offers a choice."""
    kind: Literal["door_used"] = "door_used"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Happening):
    """A deadline came; `generation` tells a timer armed anew from its earlier self."""

    timer: TimerId
    generation: int
    kind: Literal["due"] = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectDelivered(Happening):
    """A platform did what was asked."""

    effect: EffectKey
    made: str | None = None
    """The id of what came into being (a message, a thread), where something did."""
    binds: str | None = None
    """The name of the handle that `made` gives a value to."""
    simulated: bool = False
    kind: Literal["effect_delivered"] = "effect_delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRefused(Happening):
    """A platform will never do what was asked."""

    effect: EffectKey
    reason: str
    """In the platform's own words."""
    wanted: str = ""
    """The kind of the effect."""
    where: SpaceId | None = None
    """The space in which it was wanted."""
    note: str = ""
    """Why it was wanted: what the platform's own log would have said of it."""
    account: AccountId | None = None
    """Upon whom it would have fallen."""
    channel: ChannelId | None = None
    because: Phrase | None = None
    """The reason in words for managers, with the next step, where the adapter knows it."""
    kind: Literal["effect_refused"] = "effect_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesHashed(Happening):
    """Files that evidence names were read for their hashes, as far as they could be."""

    case: CaseId
    prints: tuple[Fingerprint, ...]
    """One for each file that was asked for."""
    kind: Literal["files_hashed"] = "files_hashed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked(Happening):
    """Nothing happened but time: whatever is due by now shall come up."""

    kind: Literal["ticked"] = "ticked"


Event = (
    MessagePosted
    | MessageEdited
    | MessageDeleted
    | ReactionAdded
    | ReactionRemoved
    | MemberJoined
    | MemberLeft
    | MemberRenamed
    | MemberRolesChanged
    | ChannelCreated
    | ThreadCreated
    | FileShared
    | ActionTaken
    | GatheringJoined
    | GatheringLeft
    | SpaceJoined
    | SpaceLeft
    | CommandInvoked
    | MenuChosen
    | ButtonPressed
    | FormSubmitted
    | HomeOpened
    | DoorUsed
    | Due
    | EffectDelivered
    | EffectRefused
    | FilesHashed
    | Ticked
)
