"""A mistake becomes a case: what a policy must leave alone from now on, written as its pack's file wants it."""

import json

from bot.records import IncidentOpened
from bot.settings import IN_CHAT
from bot.views import Document


def case_file(opened: IncidentOpened) -> Document | None:
    """A case that none of the policies may match; None where nothing was written, or no file could take it."""
    if not opened.text.strip() or not packs(opened):
        return None
    named = ", ".join(opened.policies)
    content = f"# matched by mistake: {named}\n[[case]]\ntext = {quoted(opened.text)}\nexpect = []\n"
    return Document(name="case.toml", media_type="application/toml", content=content)


def packs(opened: IncidentOpened) -> tuple[str, ...]:
    """The packs whose policies they are, but for what was written in chat: that stands in no file."""
    named = (policy.partition("/")[0] for policy in opened.policies)
    return tuple(dict.fromkeys(pack for pack in named if pack != IN_CHAT))


def quoted(text: str) -> str:
    """A basic string of TOML: as in JSON, and neither DEL nor half a surrogate pair may stand there as it is."""
    whole = "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
