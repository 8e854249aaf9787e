"""What a message says, whichever way it is written: folded once, searched once, always cited in the original."""

from bot.text.fold import Span, View
from bot.text.hosts import LookAlikes, canonical_host, listed, registrable
from bot.text.links import Link
from bot.text.nearby import Openings, words_before
from bot.text.patterns import Folding, Pattern
from bot.text.reading import BLANK, Reading, fingerprint, read, said
from bot.text.regex_flaws import RegexFlaw, regex_flaws
from bot.text.regexes import Regex
from bot.text.scan import Hits, Scanner, Sought

__all__ = [
    "BLANK",
    "Folding",
    "Hits",
    "Link",
    "LookAlikes",
    "Openings",
    "Pattern",
    "Reading",
    "Regex",
    "RegexFlaw",
    "Scanner",
    "Sought",
    "Span",
    "View",
    "canonical_host",
    "fingerprint",
    "listed",
    "read",
    "regex_flaws",
    "registrable",
    "said",
    "words_before",
]
