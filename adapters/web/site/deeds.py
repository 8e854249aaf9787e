"""What one can do here: each deed asks whether it may be done, makes it so, and tells the core."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from adapters.web import changes, files, inbound, limits
from adapters.web.changes import AnyChange, Told, Upload
from adapters.web.inbound import Answers, Window
from adapters.web.questions import may_delete, sees, why_closed, why_silent
from adapters.web.site.site import Site
from adapters.web.state import Message, Person, Room
from adapters.web.text import clean
from bot.events import ButtonPressed, CommandInvoked, FormSubmitted, MenuChosen
from bot.ids import AccountId, ChannelId, MessageId, account_id
from bot.views import Locale, Phrase

_DRAWN = "\N{VARIATION SELECTOR-16}"
"""Says only how to draw an emoji."""
OLD_ENOUGH = timedelta(days=800)
BRAND_NEW = timedelta(hours=2)
Asking = CommandInvoked | MenuChosen | ButtonPressed | FormSubmitted


class Cannot(ValueError):
    """It may not be done; the phrase says why, to whoever tried."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file as it came in."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Deeds:
    """Everything that one person does from one window."""

    site: Site
    person: Person
    locale: Locale
    channel: ChannelId
    thread: MessageId | None = None

    @property
    def window(self) -> Window:
        """Who asks, where, in which language. Raises Cannot where they see no such place."""
        self._room(self.channel)
        return Window(self.person.account, self.channel, self.locale)

    def post(self, text: str, uploads: Sequence[Uploaded] = ()) -> None:
        """Write a message."""
        room, now = self._room(self.channel), self.site.now()
        text = text.replace("\r\n", "\n").strip()
        self._check_text(text, empty=bool(uploads))
        self._refuse(why_silent(self.site.state, self.person.account, room, now))
        kept = [self._kept(one) for one in uploads]
        names = self.site.directory
        posted = changes.Posted(
            at=now,
            message=self.site.world.name.message(room.channel, now),
            channel=room.channel,
            account=self.person.account,
            text=text,
            thread=self.thread,
            mentions=names.mentions(text),
            everyone=names.everyone(text),
            files=tuple(kept),
        )
        event = inbound.posted(self.site.state, posted, self.locale)
        self.site.world.commit(*self._thread(posted), posted, Told(at=now, event=event))

    def _thread(self, posted: changes.Posted) -> list[AnyChange]:
        """The first answer opens the thread."""
        parent = self._message(posted.thread) if posted.thread else None
        if parent is None or any(one.thread == parent.id for one in self.site.state.lines[parent.channel]):
            return []
        event = inbound.thread_opened(self.site.state, parent, posted.account, posted.at)
        opened = changes.ThreadOpened(at=posted.at, channel=parent.channel, message=parent.id, account=posted.account)
        return [opened, Told(at=posted.at, event=event)]

    def _kept(self, one: Uploaded) -> Upload:
        if len(one.content) > limits.FILE:
            raise Cannot(Phrase("web-cannot-file-size", (("mib", limits.FILE // 1024 // 1024),)))
        sha256 = self.site.world.journal.keep(one.content)
        return Upload(
            name=files.name(one.name), media_type=files.media_type(one.content), size=len(one.content), sha256=sha256
        )

    def edit(self, message: MessageId, text: str) -> None:
        """Reword one's own message."""
        found = self._message(message)
        text = text.replace("\r\n", "\n").strip()
        if found.author != self.person.account:
            raise Cannot(Phrase("web-cannot-edit"))
        self._check_text(text, empty=bool(found.files))
        self._refuse(why_silent(self.site.state, self.person.account, self._room(found.channel), self._soon()))
        if text == found.text:
            return
        names, now = self.site.directory, self.site.now()
        change = changes.Edited(
            at=now, message=message, text=text, mentions=names.mentions(text), everyone=names.everyone(text)
        )
        self.site.world.commit(change, Told(at=now, event=inbound.edited(self.site.state, change)))

    def _soon(self) -> datetime:
        """Slow mode holds new messages back, and not a better wording."""
        return self.site.now() + timedelta(days=1)

    def delete(self, message: MessageId) -> None:
        """Take a message down."""
        found, now = self._message(message), self.site.now()
        if not may_delete(self.site.state, self.person.account, found):
            raise Cannot(Phrase("web-cannot-delete"))
        change = changes.Deleted(at=now, message=message, by=self.person.account)
        self.site.world.commit(change, Told(at=now, event=inbound.deleted(self.site.state, change)))

    def dismiss(self, message: MessageId) -> None:
        """Put away what only this person sees."""
        found = self._message(message)
        if found.only_for != self.person.account:
            raise Cannot(Phrase("web-cannot-delete"))
        self.site.world.commit(changes.Deleted(at=self.site.now(), message=message, by=self.person.account))

    def react(self, message: MessageId, emoji: str) -> None:
        """Add a reaction, or take it back."""
        found, now, account = self._message(message), self.site.now(), self.person.account
        emoji = emoji.strip()
        if found.only_for or not emoji or len(emoji) > limits.EMOJI or clean(emoji) != emoji:
            raise Cannot(Phrase("web-cannot-react"))
        self._refuse_silenced(found)
        if account in found.reactions.get(emoji, ()):
            taken = changes.Unreacted(at=now, message=message, account=account, emoji=emoji)
            self.site.world.commit(taken, Told(at=now, event=inbound.unreacted(self.site.state, taken)))
            return
        if emoji not in found.reactions and len(found.reactions) >= limits.REACTIONS:
            raise Cannot(Phrase("web-cannot-reactions", (("most", limits.REACTIONS),)))
        added = changes.Reacted(at=now, message=message, account=account, emoji=emoji)
        shown = found if emoji.replace(_DRAWN, "") in self.site.options.doors else None
        self.site.world.commit(added, Told(at=now, event=inbound.reacted(self.site.state, added, shown)))

    def _refuse_silenced(self, found: Message) -> None:
        self._refuse(why_silent(self.site.state, self.person.account, self._room(found.channel), self._soon()))

    def command(self, name: str, arguments: tuple[tuple[str, str], ...]) -> None:
        """Use a command."""
        self._ask(inbound.command(self.site.state, self.window, self.site.now(), name, arguments))

    def choose(self, menu: str, message: MessageId) -> None:
        """Choose an entry of a message's menu."""
        found = self._message(message)
        self._ask(inbound.menu(self.site.state, self.window, self.site.now(), menu, found))

    def press(self, message: MessageId, button: str) -> None:
        """Press a button of a card."""
        found = self._message(message)
        where = replace(self.window, channel=found.channel)
        self._ask(inbound.pressed(self.site.state, where, self.site.now(), button, found))

    def submit(self, form: str, values: Mapping[str, str], about: str, cited: MessageId | None) -> None:
        """Send a form."""
        message = self.site.state.messages.get(cited) if cited else None
        answers = Answers(form, tuple(values.items()), about, message)
        self._ask(inbound.submitted(self.site.state, self.window, self.site.now(), answers))

    def _ask(self, event: Asking) -> None:
        """What is answered privately is answered where the asking was done."""
        now = self.site.now()
        asked = changes.Asked(
            at=now, event=event.id, channel=self.channel, account=self.person.account, thread=self.thread
        )
        self.site.world.commit(asked, Told(at=now, event=event))

    def rename(self, name: str) -> None:
        """Go by another name."""
        name, now = self._name(name), self.site.now()
        event = inbound.renamed(self.site.state, self.person.account, name, now)
        renamed = changes.Renamed(at=now, account=self.person.account, name=name)
        self.site.world.commit(renamed, Told(at=now, event=event))

    def leave(self) -> None:
        """Leave the community."""
        now = self.site.now()
        if self.person.gone:
            raise Cannot(Phrase(f"web-cannot-{self.person.gone}"))
        event = inbound.left(self.site.state, self.person.account, now)
        self.site.world.commit(changes.Departed(at=now, account=self.person.account), Told(at=now, event=event))

    def come_back(self) -> None:
        """Join again after having left."""
        now, person = self.site.now(), self.person
        if person.gone == "banned":
            raise Cannot(Phrase("web-cannot-banned"))
        if not person.gone:
            return
        self._refuse(why_closed(self.site.state, now))
        event = inbound.joined(self.site.state, person.account, person.name, now, person.account_created)
        self.site.world.commit(changes.Arrived(at=now, account=person.account), Told(at=now, event=event))

    def direct_messages(self, *, open_: bool) -> None:
        """Take direct messages from the bot, or none."""
        now, account = self.site.now(), self.person.account
        made = changes.DirectMessagesOpened if open_ else changes.DirectMessagesClosed
        self.site.world.commit(made(at=now, account=account))

    def newcomer(self, name: str, *, new: bool) -> AccountId:
        """Somebody arrives whom nobody knows yet."""
        state, now = self.site.state, self.site.now()
        name = self._name(name)
        self._refuse(why_closed(state, now))
        if len(state.people) >= limits.PEOPLE:
            raise Cannot(Phrase("web-cannot-crowd", (("most", limits.PEOPLE),)))
        account = account_id(state.space, f"new-{state.numbers + 1}")
        created = now - (BRAND_NEW if new else OLD_ENOUGH)
        added = changes.PersonAdded(
            at=now, account=account, name=name, locale=self.locale, account_created=created, joined_at=now
        )
        event = inbound.joined(state, account, name, now, created)
        self.site.world.commit(added, Told(at=now, event=event))
        return account

    def _name(self, name: str) -> str:
        name = " ".join(name.split())
        if not name or len(name) > limits.NAME:
            raise Cannot(Phrase("web-cannot-name", (("most", limits.NAME),)))
        if name.casefold() in self.site.directory.by_name:
            raise Cannot(Phrase("web-cannot-name-taken"))
        return name

    def _check_text(self, text: str, *, empty: bool) -> None:
        if not text and not empty:
            raise Cannot(Phrase("web-cannot-empty"))
        if len(text) > limits.TEXT:
            raise Cannot(Phrase("web-cannot-long", (("most", limits.TEXT), ("length", len(text)))))

    def _room(self, channel: ChannelId) -> Room:
        room = self.site.state.rooms.get(channel)
        if room is None or not sees(self.person, room):
            raise Cannot(Phrase("web-cannot-see"))
        return room

    def _message(self, message: MessageId) -> Message:
        found = self.site.state.messages.get(message)
        if found is None or found.deleted or found.only_for not in (None, self.person.account):
            raise Cannot(Phrase("web-cannot-find"))
        self._room(found.channel)
        return found

    def _refuse(self, why: Phrase | None) -> None:
        if why is not None:
            raise Cannot(why)
