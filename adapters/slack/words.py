"""The bot's own words as Slack's rich text: phrases in the reader's language, with references as Slack writes them.

Fluent gives strings back, so references and people's own words go through it as two signs from Unicode's private area
around a number, and are filled in afterwards. Rich text is made of parts that say what they are: nobody's words can
become a mention, a link or a format, not even within a sentence of ours.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, assert_never

from adapters.slack import text as own
from adapters.slack.spelling import Spelling
from bot.ids import AccountId, ChannelId, native, platform_of, space_of
from bot.locales import Translator, formats
from bot.views import (
    Address,
    Bilingual,
    Doorway,
    Holders,
    Instant,
    Locale,
    Passage,
    Person,
    Phrase,
    Place,
    Reference,
    Text,
    Verbatim,
)
from bot.wording import say

Element = dict[str, Any]
Style = Mapping[str, bool]
Known = Mapping[Reference, str]
"""What people, roles and channels are called, and where messages are found."""
_PLAIN: Style = {}
_MARKED: Style = {"bold": True, "code": True}
"""Where somebody's own words are pointed at: its edges show, whatever stands there."""
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKS = re.compile(
    f"{_OPEN}(\\d+){_CLOSE}|`([^`\n]+)`|\\*\\*([^*\n]+)\\*\\*|(?<![\\w*])\\*([^\\s*][^*\n]*)\\*(?![\\w*])"
)
_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)]")
_KEY = re.compile(r"[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*")
"""What may choose a variant of a message: passed on as it is."""


@dataclass(frozen=True, slots=True)
class Words:
    """All that it takes to write in one language."""

    translator: Translator = field(default_factory=Translator)
    locale: Locale = "en"
    address: Address = "tu"
    known: Known = field(default_factory=dict)
    spelling: Spelling = field(default_factory=Spelling)
    pinged: frozenset[AccountId] = frozenset()
    """Who is shown in such a way that Slack tells them."""

    def into(self, locale: Locale, address: Address = "tu") -> "Words":
        """The same for another reader."""
        return replace(self, locale=locale, address=address)

    def knowing(self, known: Known) -> "Words":
        """The same where other things are known by name."""
        return replace(self, known=known)

    def spelt_by(self, spelling: Spelling) -> "Words":
        """The same where commands are written in another way."""
        return replace(self, spelling=spelling)

    def pinging(self, accounts: frozenset[AccountId]) -> "Words":
        """The same where these people are told that they are named."""
        return replace(self, pinged=accounts)

    def ui(self, key: str, **arguments: str | int) -> str:
        """Words of this adapter's own, without any format."""
        return self.plain(Phrase(f"slack-{key}", tuple(arguments.items())))

    def plain(self, text: Text) -> str:
        """One text without any format, for titles, labels, notifications and files."""
        if isinstance(text, Verbatim):
            return own.visible(text.text)
        said, slots = self._said(text)
        return own.visible(_MARKS.sub(lambda match: self._bare(match, slots), said))

    def rich(self, text: Text) -> list[Element]:
        """One text as parts of rich text."""
        if isinstance(text, Verbatim):
            return list(marked(text))
        said, slots = self._said(text)
        return list(self._parts(said, slots, _PLAIN))

    def _said(self, text: Text) -> tuple[str, list[Reference | str]]:
        slots: list[Reference | str] = []

        def slot(one: Reference | str) -> str:
            slots.append(one)
            return f"{_OPEN}{len(slots) - 1}{_CLOSE}"

        match text:
            case Phrase(key, arguments):
                given = tuple(
                    (name, slot(one) if isinstance(one, str) and one and not _KEY.fullmatch(one) else one)
                    for name, one in arguments
                )
                text = Phrase(key, given)
            case Bilingual(en, fr):
                text = Bilingual(_tame(en), _tame(fr))
            case Verbatim():
                pass
            case _:
                assert_never(text)
        return self.spelling.applied(say(text, self.locale, self.translator, self.address, slot), self.command), slots

    def command(self, name: str) -> str:
        """How a command is used where this is read."""
        menu = self.spelling.shortcut(name)
        return self.spelling.written(name) if menu is None else self.ui("shortcut", name=self.plain(menu))

    def _parts(self, said: str, slots: list[Reference | str], style: Style) -> Iterator[Element]:
        at = 0
        for match in _MARKS.finditer(said):
            yield from _linked(said[at : match.start()], style)
            yield from self._mark(match, slots, style)
            at = match.end()
        yield from _linked(said[at:], style)

    def _mark(self, match: re.Match[str], slots: list[Reference | str], style: Style) -> Iterator[Element]:
        number, code, strong, bold = match.groups()
        if number is not None:
            one = slots[int(number)]
            yield from spoken(one, style) if isinstance(one, str) else (self.reference(one, style),)
        elif code:
            bare = _MARKS.sub(lambda inner: self._bare(inner, slots), code)
            yield from spoken(bare.replace("\n", " "), {**style, "code": True})
        else:
            yield from self._parts(strong or bold, slots, {**style, "bold": True})

    def _bare(self, match: re.Match[str], slots: list[Reference | str]) -> str:
        number, code, strong, bold = match.groups()
        if number is None:
            return _MARKS.sub(lambda inner: self._bare(inner, slots), code or strong or bold)
        one = slots[int(number)]
        return one if isinstance(one, str) else self.spelt(one)

    def reference(self, one: Reference, style: Style = _PLAIN) -> Element:
        """As Slack shows it to each reader: channels that open, times of their own day; people by name, untold.

        No `{date_short_pretty}`: our sentences say "on" before a day, and "on today" is nobody's English.
        """
        match one:
            case Person(account) if account in self.pinged:
                return {"type": "user", "user_id": native(account)}
            case Place(channel) if not elsewhere(one):
                return {"type": "channel", "channel_id": native(channel)}
            case Passage() if not elsewhere(one):
                return _styled({"type": "link", "url": self._found_at(one), "text": self.ui("passage")}, style)
            case Instant(at):
                shown = {"type": "date", "timestamp": int(at.timestamp()), "format": "{date_short}, {time}"}
                return {**shown, "fallback": self.spelt(one)}
            case Doorway(url=url) if url:
                return _styled({"type": "link", "url": url}, style)
            case Person() | Holders() | Place() | Passage() | Doorway():
                return _styled({"type": "text", "text": own.visible(self.spelt(one))}, style)
            case _:
                assert_never(one)

    def spelt(self, one: Reference) -> str:
        """For where Slack shows no references: titles, labels, notifications, files."""
        match one:
            case Person(account):
                return f"@{self.known[one]}" if one in self.known else self.ui("somebody", id=native(account))
            case Holders(role):
                return self._titled(one, native(role))
            case Place(channel):
                return f"#{self.known[one]}" if one in self.known else self.ui("somewhere", id=native(channel))
            case Passage():
                return self.ui("passage") if elsewhere(one) else self._found_at(one)
            case Instant(at):
                return f"{formats.date_time(at, self.locale, 'UTC')} UTC"
            case Doorway(url=url):
                return url
            case _:
                assert_never(one)

    def _titled(self, one: Holders, role: str) -> str:
        """Two roles that Slack has no name for; whatever else comes from elsewhere is called what it is called."""
        return self.ui(f"role-{role}") if role in ("owner", "admin") else self.known.get(one, role)

    def _found_at(self, one: Passage) -> str:
        return self.known.get(one) or channel_link(one.channel)


def elsewhere(one: Reference) -> bool:
    """Whether it is on another platform of the same community, of whose ids Slack knows nothing."""
    match one:
        case Person(named) | Place(named) | Holders(named) | Passage(named, _):
            return platform_of(space_of(named)) != "slack"
        case Instant() | Doorway():
            return False
        case _:
            assert_never(one)


def channel_link(channel: ChannelId) -> str:
    """Where a channel opens in whichever Slack somebody uses."""
    workspace = space_of(channel).partition(":")[2]
    return f"https://slack.com/app_redirect?team={workspace}&channel={native(channel)}"


def marked(text: Verbatim) -> Iterator[Element]:
    """Somebody's words with places marked in them; places that lie elsewhere are left out."""
    at = 0
    for start, end in own.joined(text.spans, len(text.text)):
        yield from spoken(text.text[at:start], _PLAIN)
        yield from spoken(text.text[start:end], _MARKED if text.text[start:end].strip() else _PLAIN)
        at = end
    yield from spoken(text.text[at:], _PLAIN)


def spoken(words: str, style: Style) -> Iterator[Element]:
    """Words that stay words."""
    if words:
        yield _styled({"type": "text", "text": own.visible(words)}, style)


def _linked(said: str, style: Style) -> Iterator[Element]:
    """Our own words, in which addresses open."""
    at = 0
    for match in _LINK.finditer(said):
        yield from spoken(said[at : match.start()], style)
        yield _styled({"type": "link", "url": match[0]}, style)
        at = match.end()
    yield from spoken(said[at:], style)


def _styled(one: Element, style: Style) -> Element:
    return {**one, "style": dict(style)} if style else one


def _tame(words: str) -> str:
    return words.replace(_OPEN, "\N{REPLACEMENT CHARACTER}").replace(_CLOSE, "\N{REPLACEMENT CHARACTER}")
