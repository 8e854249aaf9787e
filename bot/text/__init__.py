"""What a message says, whichever way it is written: folded once, searched once, always cited in the original."""

from bot.text.fold import Span, View
from bot.text.links import Link, canonical_host, listed
from bot.text.reading import BLANK, Reading, fingerprint
from bot.text.scan import Hits, Pattern, Scanner

__all__ = [
    "BLANK",
    "Hits",
    "Link",
    "Pattern",
    "Reading",
    "Scanner",
    "Span",
    "View",
    "canonical_host",
    "fingerprint",
    "listed",
]
