"""The bot's own words as Discord's markdown: phrases in the reader's language, with references as Discord writes them.

Fluent gives strings back, so references and people's own words go through it as two signs from Unicode's private area
around a number, and are filled in afterwards: nobody's words can become markdown, not even within a sentence of ours.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import assert_never

from adapters.discord import text as own
from adapters.discord.limits import fitted
from bot.ids import native, platform_of, space_of
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

Names = Callable[[Reference], str | None]
"""What something is called where no reference can stand; None where that is not known."""
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKS = re.compile(
    f"{_OPEN}(\\d+){_CLOSE}|`([^`\n]+)`|\\*\\*([^*\n]+)\\*\\*|(?<![\\w*])\\*([^\\s*][^*\n]*)\\*(?![\\w*])"
)
_TORN = re.compile(f"{_OPEN}\\d*(?!\\d*{_CLOSE})")
_KEY = re.compile(r"[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*")
"""What may choose a variant of a message: passed on as it is, since it can hold no markdown either."""


def nameless(_: Reference) -> str | None:
    """Knows no names."""
    return None


@dataclass(frozen=True, slots=True)
class Words:
    """All that it takes to write in one language."""

    translator: Translator = field(default_factory=Translator)
    locale: Locale = "en"
    address: Address = "tu"
    names: Names = nameless

    def into(self, locale: Locale, address: Address = "tu") -> "Words":
        """The same for another reader."""
        return replace(self, locale=locale, address=address)

    def naming(self, names: Names) -> "Words":
        """The same where other things are known by name."""
        return replace(self, names=names)

    def ui(self, key: str, **arguments: str | int) -> str:
        """Words of this adapter's own, without markdown."""
        return self.plain(Phrase(f"discord-{key}", tuple(arguments.items())))

    def plain(self, text: Text) -> str:
        """One text without any markdown, for labels and files."""
        if isinstance(text, Verbatim):
            return own.visible(text.text)
        said, slots = self._said(text)
        return own.visible(_MARKS.sub(lambda match: self._bare(match, slots), _TORN.sub("", said)))

    def rich(self, text: Text, most: int) -> str:
        """One text as markdown, as much of it as fits."""
        if isinstance(text, Verbatim):
            return fitted(text.text, most, lambda raw: own.marked(raw, text.spans))
        said, slots = self._said(text)
        return fitted(said, most, lambda raw: self._filled(_TORN.sub("", raw), slots))

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
        return say(text, self.locale, self.translator, self.address, slot), slots

    def _filled(self, said: str, slots: list[Reference | str]) -> str:
        parts, at = [], 0
        for match in _MARKS.finditer(said):
            parts += [own.escaped(said[at : match.start()]), self._mark(match, slots)]
            at = match.end()
        return "".join([*parts, own.escaped(said[at:])])

    def _mark(self, match: re.Match[str], slots: list[Reference | str]) -> str:
        number, code, strong, bold = match.groups()
        if number is not None:
            one = slots[int(number)]
            return own.escaped(one) if isinstance(one, str) else self.reference(one)
        if code:
            return own.code(_MARKS.sub(lambda inner: self._bare(inner, slots), code))
        return f"**{self._filled(strong or bold, slots)}**"

    def _bare(self, match: re.Match[str], slots: list[Reference | str]) -> str:
        number, code, strong, bold = match.groups()
        if number is None:
            return _MARKS.sub(lambda inner: self._bare(inner, slots), code or strong or bold)
        one = slots[int(number)]
        return one if isinstance(one, str) else self.spelt(one)

    def reference(self, one: Reference) -> str:  # noqa: PLR0911 - one for each kind
        """As Discord shows it to each reader: names that they know, times of their own day."""
        if elsewhere(one):
            return own.escaped(self.spelt(one))
        match one:
            case Person(account):
                return f"<@{native(account)}>"
            case Holders(role):
                return f"<@&{native(role)}>" if native(role).isdecimal() else own.escaped(self._titled(native(role)))
            case Place(channel):
                return f"<#{native(channel)}>"
            case Passage(channel):
                return f"<#{native(channel)}> · [{own.escaped(self.ui('passage'))}]({found_at(one)})"
            case Instant(at):
                return f"<t:{int(at.timestamp())}:f>"
            case Doorway(url=url):
                return url
            case _:
                assert_never(one)

    def spelt(self, one: Reference) -> str:  # noqa: PLR0911 - one for each kind
        """For where Discord shows no references: titles, labels, files."""
        if name := self.names(one):
            return name
        match one:
            case Person(account):
                return self.ui("somebody", id=native(account))
            case Holders(role):
                return self.ui("role", id=native(role)) if native(role).isdecimal() else self._titled(native(role))
            case Place(channel):
                return self.ui("somewhere", id=native(channel))
            case Passage():
                return self.ui("passage") if elsewhere(one) else found_at(one)
            case Instant(at):
                return f"{formats.date_time(at, self.locale, 'UTC')} UTC"
            case Doorway(url=url):
                return url
            case _:
                assert_never(one)

    def _titled(self, role: str) -> str:
        """Two roles that Discord has no name for; whatever else comes from elsewhere is called what it is called."""
        return self.ui(f"role-{role}") if role in ("owner", "admin") else role


def elsewhere(one: Reference) -> bool:
    """Whether it is on another platform of the same community, of whose ids Discord knows nothing."""
    match one:
        case Person(named) | Place(named) | Holders(named) | Passage(named, _):
            return platform_of(space_of(named)) != "discord"
        case Instant() | Doorway():
            return False
        case _:
            assert_never(one)


def native_space(one: Passage) -> str:
    """Discord's own id of the server that a message stands in."""
    return space_of(one.channel).partition(":")[2]


def found_at(one: Passage) -> str:
    """Where a message opens in whichever Discord somebody uses."""
    return f"https://discord.com/channels/{native_space(one)}/{native(one.channel)}/{native(one.message)}"


def _tame(words: str) -> str:
    return words.replace(_OPEN, "\N{REPLACEMENT CHARACTER}").replace(_CLOSE, "\N{REPLACEMENT CHARACTER}")
