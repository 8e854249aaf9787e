"""Where requests are dealt with: all that it takes to understand one, to open a form for it, and to answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import asking, forms
from adapters.slack.answers import Answers, excuse
from adapters.slack.asking import Origin, Person
from adapters.slack.citing import Citing
from adapters.slack.learning import Learning
from adapters.slack.refusals import ERRORS, code
from adapters.slack.spelling import aliases
from adapters.slack.waiting import Door, Waiting
from adapters.slack.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.events import Cited
from bot.ids import native
from bot.ports import Guide
from bot.views import Form

_log = structlog.get_logger("adapters.slack")


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks: from where, in which words, and how they can be answered."""

    origin: Origin
    person: Person
    words: Words
    waiting: Waiting

    @property
    def threaded(self) -> bool:
        """There are no slash commands where they are."""
        return bool(self.origin.thread)


@dataclass(frozen=True, slots=True)
class Desk:
    """What all requests share."""

    catalogue: Catalogue
    guide: Guide
    learning: Learning
    words: Words
    answers: Answers
    citing: Citing
    now: Callable[[], datetime]

    async def asker(
        self, client: AsyncWebClient, origin: Origin, by: float, door: Callable[[Words], tuple[Door, ...]]
    ) -> Asker:
        """Whoever asks; what Slack does not tell of them in time is left open."""
        person = await asking.asked_by(origin, client, self.learning, self.now())
        words = self.words.into(person["locale"] or "en")
        if origin.thread:
            words = words.spelt_by(words.spelling.in_threads())
        waiting = Waiting(person["account"], self.now(), door(words), by, threaded=bool(origin.thread))
        return Asker(origin, person, words, waiting)

    def form(self, name: str | None) -> Form | None:
        """A form of the catalogue."""
        entry = self.catalogue.form(name) if name else None
        return entry.form if entry else None

    def confided(self) -> Form | None:
        """The form by which anybody can tell the team something."""
        return next((self.form(entry.form) for _, entry in aliases(self.catalogue)), None)

    async def excused(self, one: Asker, key: str) -> None:
        """Say something that nobody has to decide."""
        await self.answers.excuse(one.waiting, excuse(key, one.words, one.origin.space))

    async def open(
        self, client: AsyncWebClient, one: Asker, form: Form, prefill: Mapping[str, str], about: str | Cited = ""
    ) -> None:
        """Open a form, about the subject of a button or about a message; Slack grants three seconds for that."""
        origin, message = one.origin, None
        if isinstance(about, Cited):
            self.citing.remember(about)
            message, about = (native(about.channel), native(about.message)), ""
        opened = forms.Opened(
            form=form.id,
            space=origin.space,
            about=about,
            message=message,
            channel=origin.channel,
            thread=origin.thread,
        )
        titles = {name: one.words.ui(f"role-{name}") for name in ("owner", "admin")}
        roles = asking.roles_of(self.learning, origin.space, titles)
        try:
            view = forms.modal(form, opened, one.words, prefill, roles)
            await client.views_open(trigger_id=origin.trigger, view=view)
        except ERRORS as error:
            _log.warning("a form could not be opened", form=form.id, error=type(error).__name__, code=code(error))
            await self.excused(one, "too-slow")
