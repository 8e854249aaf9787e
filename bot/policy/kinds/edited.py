"""The condition `edited`: the text is not the first one that stood there."""

from typing import ClassVar

from bot import documents
from bot.events import MessageEdited
from bot.policy.kind import Bench, Context, Kind, Match, Test
from bot.policy.kinds.prose import message


class Edited(Kind):
    """Written as `edited = true`; an export knows last wordings alone, and says which of them are edits."""

    circumstance: ClassVar[bool] = True

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Look at what kind of event it is."""
        match = Match(evidence=("edited",))

        def evaluate(context: Context) -> Match | None:
            event = message(context)
            edited = isinstance(event, MessageEdited) or (event is not None and event.edited_at is not None)
            return match if edited else None

        return Test(evaluate)


def switched_on(given: object) -> object:
    """Let people write `true` for a condition that has no settings."""
    if given is True:
        return {}
    if given is False:
        raise documents.wrong("edited = false is no condition", "leave it out, or put edited = true under none")
    return given
