"""Carries effects out on Slack: each by what it is, and with an answer of ours whatever Slack says."""

from collections.abc import Callable
from datetime import UTC, datetime

from adapters.slack.acting import Hands
from adapters.slack.answers import Answers
from adapters.slack.directory import Directory
from adapters.slack.fetching import Fetching
from adapters.slack.learning import Learning
from adapters.slack.options import Options
from adapters.slack.payloads import Odd
from adapters.slack.recalling import Recalling
from adapters.slack.refusals import ERRORS, PAUSE, certain, impossible, translated
from adapters.slack.scopes import EFFECTS, READING_FILES, WITH_USER_TOKEN
from adapters.slack.speaking import Voice
from adapters.slack.words import Words
from adapters.slack.workspaces import Workspaces
from bot.effects import (
    CreatePrivateThread,
    DeleteMessage,
    EditCard,
    Effect,
    HashFiles,
    HideReaction,
    JoinChannel,
    PostCard,
    React,
    RemoveFromChannel,
    ReplyCard,
    ReplyPrivately,
    SendDirect,
    ShowHome,
    UploadFile,
)
from bot.errors import Unavailable
from bot.ids import EffectKey
from bot.ports import Receipt

_Recalled = PostCard | ReplyCard | SendDirect | UploadFile
"""What is felt twice where it is done twice, and can be looked up."""
_MOST_DOUBTS = 10_000


def kinds(options: Options) -> frozenset[str]:
    """What Slack lets an app do: with an administrator's token it takes down what others wrote."""
    lent = frozenset(EFFECTS) - (frozenset() if options.user_token else WITH_USER_TOKEN)
    return lent if options.reads_files else lent - READING_FILES


def utcnow() -> datetime:
    """The machine's own time."""
    return datetime.now(UTC)


class Outbound:
    """The hands and the voice of the bot on Slack."""

    def __init__(
        self,
        workspaces: Workspaces,
        answers: Answers,
        directory: Directory,
        options: Options,
        *,
        words: Words | None = None,
        now: Callable[[], datetime] = utcnow,
    ) -> None:
        learning, said = Learning(directory), (words or Words()).spelt_by(answers.spelling)
        self._voice = Voice(workspaces, answers, learning, said)
        self._hands = Hands(workspaces, learning, said)
        self._recalling = Recalling(workspaces, self._voice, now, throttled=options.throttled)
        self._fetching = Fetching(workspaces, options.files_url, now)
        self._doubtful: set[EffectKey] = set()

    async def apply(self, effect: Effect, key: EffectKey) -> Receipt:
        """Carry one effect out. Raises Refused or Unavailable, and nothing of slack_sdk's."""
        if key in self._doubtful:
            found = await self.recall(effect, key)
            self._doubtful.discard(key)
            if found is not None:
                return found
        try:
            return await self._carried(effect, key)
        except ERRORS as error:
            if isinstance(effect, _Recalled) and not certain(error) and len(self._doubtful) < _MOST_DOUBTS:
                self._doubtful.add(key)
            raise translated(error, effect) from error
        except (Odd, KeyError) as error:
            raise Unavailable(f"Slack answered something else than documented: {error}", PAUSE) from error

    async def recall(self, effect: Effect, key: EffectKey) -> Receipt | None:
        """Whether an effect was felt before a crash. Raises Refused where it cannot be told, or Unavailable."""
        try:
            return await self._recalling.recall(effect, key)
        except ERRORS as error:
            raise translated(error, effect) from error

    async def _carried(self, effect: Effect, key: EffectKey) -> Receipt:
        match effect:
            case PostCard() | ReplyCard() | ReplyPrivately() | SendDirect() | EditCard() | ShowHome() | UploadFile():
                return Receipt(made=await self._voice.say(effect, key))
            case (
                DeleteMessage() | React() | HideReaction() | RemoveFromChannel() | JoinChannel() | CreatePrivateThread()
            ):
                return Receipt(made=await self._hands.act(effect))
            case HashFiles():
                return await self._fetching.hashed(effect, key)
            case _:
                raise impossible(effect)
