"""What somebody says in a message, as opposed to what they show in code or lead to by a link."""

from bot.events import MessageEdited, MessagePosted
from bot.policy.kind import Context, Message
from bot.text import Reading


def message(context: Context) -> Message | None:
    """The message that is judged, if it is one."""
    event = context.event
    return event if isinstance(event, MessagePosted | MessageEdited) else None


def prose(reading: Reading) -> str:
    """The text with blanks in place of code and links, so that every place in it is one in the original."""
    text = reading.text
    spans = [*reading.code, *(link.span for link in reading.links)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
