"""Whoever asks the bot something on Slack: forms open at once, all else goes to the road and waits for its answer."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import asking, forms, understanding
from adapters.slack.answers import Answers, HandOver
from adapters.slack.asking import Origin
from adapters.slack.buttons import begun_with, button_of
from adapters.slack.citing import Citing, cited
from adapters.slack.command_line import CommandLine, Mistake, Opens, Use
from adapters.slack.desk import Asker, Desk
from adapters.slack.directory import Directory
from adapters.slack.learning import Learning
from adapters.slack.options import Options
from adapters.slack.outbound import utcnow
from adapters.slack.payloads import Json, Odd, inner, maybe, record, records, said
from adapters.slack.refusals import ERRORS, code
from adapters.slack.spelling import Spelling
from adapters.slack.surroundings import surrounded
from adapters.slack.waiting import Ack, Address, Dialog, Door, Spot, Trigger
from adapters.slack.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.events import Asked, ButtonPressed, CommandInvoked, FormSubmitted, MenuChosen, Named
from bot.ids import SpaceId
from bot.ports import Guide

_log = structlog.get_logger("adapters.slack")


class Requests:
    """What people ask for, and by what of the catalogue it is meant."""

    def __init__(
        self,
        catalogue: Catalogue,
        guide: Guide,
        directory: Directory,
        words: Words,
        options: Options,  # noqa: ARG002 - as both halves of the adapter agreed
        *,
        now: Callable[[], datetime] = utcnow,
    ) -> None:
        spelling = Spelling.of(catalogue)
        self._directory = directory
        self.answers = Answers(spelling, now)
        self._desk = Desk(catalogue, guide, Learning(directory), words.spelt_by(spelling), self.answers, Citing(), now)

    def spoken(self, event: Json) -> bool:
        """Whether an event is something said to the bot: in a direct conversation, or beginning with its name."""
        return understanding.to_us(event, (team.me for team in self._directory.teams.values()))

    async def arrived(self, kind: str, body: Json, ack: Ack, client: AsyncWebClient, hand_over: HandOver) -> None:
        """Take one in, and return when it was answered or needs no answer. Each in a task of its own; never raises.

        `body` is what Slack sent; for words said to the bot, the envelope of the event.
        """
        try:
            await _Request(self._desk, body, ack, client, hand_over).taken(kind)
        except ERRORS as error:
            _log.warning("somebody could not be answered", error=type(error).__name__, code=code(error))
        except (Odd, KeyError, IndexError, ValueError) as error:
            _log.warning("a request is not as documented", kind=kind, error=type(error).__name__)


class _Request:
    """One request on its way."""

    def __init__(self, desk: Desk, body: Json, ack: Ack, client: AsyncWebClient, hand_over: HandOver) -> None:
        self._desk, self._body, self._ack, self._client, self._hand_over = desk, body, ack, client, hand_over
        self._by = asyncio.get_running_loop().time() + desk.answers.patience

    async def taken(self, kind: str) -> None:
        """By what it is."""
        match understanding.kind_of(kind, self._body):
            case "command":
                await self._typed()
            case "mention":
                await self._said()
            case "message_action":
                await self._pointed()
            case "shortcut":
                await self._chosen()
            case "block_actions":
                await self._pressed()
            case "view_submission":
                await self._submitted()
            case "block_suggestion":
                await self._ack(options=[])
            case _:
                await self._ack()

    async def _typed(self) -> None:
        """A slash command: `/palabre` with a line, or one that stands for a line's first word."""
        origin = asking.typed(self._body, self._space())
        line = understanding.line_of(said(self._body, "command"), said(self._body, "text"))
        await self._read(await self._asker(origin), line)

    async def _said(self) -> None:
        """A mention, or words in the direct conversation."""
        event = record(self._body, "event")
        origin = asking.spoken(event, self._space())
        line = understanding.said_to_us(said(event, "text"), self._desk.learning.team(origin.space).me)
        await self._read(await self._asker(origin), line)

    async def _read(self, one: Asker, line: str) -> None:
        space, confided = one.origin.space, None if one.origin.url else self._desk.confided()
        try:
            found = self._understood(one, line, spoken=confided is not None)
        except Mistake as mistake:
            await self._ack()
            if mistake.lost and confided:
                card = understanding.listening(confided, one.words)
            else:
                hint = await understanding.suggested(self._desk.guide, mistake, space, one.words)
                card = understanding.sentences(mistake.said, hint)
            await self._desk.answers.excuse(one.waiting, understanding.plain_card(card, one.words, space))
            return
        if not isinstance(found, Opens):
            event = CommandInvoked(**one.person, command=found.command.id, arguments=found.arguments)

            async def named(_: Asked) -> None:
                await self._hand_over(replace(event, named=await self._named(event.arguments, space)))

            await self._desk.answers.ask(event, one.waiting, self._ack, one.words, named)
            return
        await self._ack()
        form = self._desk.form(found.form)
        if form is not None and one.origin.trigger:
            await self._desk.open(self._client, one, form, dict(found.given))
        else:
            card = understanding.offering(form, found.given)
            await self._desk.answers.excuse(one.waiting, understanding.plain_card(card, one.words, space))

    def _understood(self, one: Asker, line: str, *, spoken: bool) -> Use | Opens:
        """What a line asks for. Raises Mistake."""
        team = self._desk.learning.team(one.origin.space)
        found = CommandLine(self._desk.catalogue, team, one.words).read(line)
        if spoken and understanding.pleads(found, self._desk.catalogue):
            raise Mistake("", lost=True)
        return found

    async def _pointed(self) -> None:
        """An entry of a message's menu."""
        one = await self._asker(self._origin())
        entry = self._desk.catalogue.menu(understanding.callback(self._body))
        if entry is None:
            await self._unknown(one)
            return
        team = self._desk.learning.team(one.origin.space)
        shown = cited(record(self._body, "message"), one.origin.channel, team)
        if form := self._desk.form(entry.form):
            await self._ack()
            await self._desk.open(self._client, one, form, {}, shown)
        else:
            await self._asked(MenuChosen(**one.person, menu=entry.id, cited=shown), one)

    async def _chosen(self) -> None:
        """An entry of the shortcuts menu: a form."""
        one = await self._asker(self._origin())
        if form := self._desk.form(understanding.callback(self._body)):
            await self._ack()
            await self._desk.open(self._client, one, form, {})
        else:
            await self._unknown(one)

    async def _pressed(self) -> None:
        action = records(self._body, "actions")[0]
        pressed = said(action, "value")
        named, button = button_of(pressed)
        origin = self._origin()
        if named is not None:
            origin = asking.within(origin, self._desk.learning.home(named))
        if action.get("type") != "button" or not button:
            await self._ack()
            return
        one = await self._asker(origin)
        entry = self._desk.catalogue.action(button)
        form = self._desk.form(entry.form if entry else understanding.offered(button))
        begun = begun_with(pressed)
        if form is None:
            card = understanding.card_of(self._body, origin)
            await self._asked(ButtonPressed(**one.person, button=button, message=card), one)
        elif begun is None:
            await self._unknown(one)
        else:
            await self._ack()
            about = button.partition(":")[2] if entry else ""
            await self._desk.open(self._client, one, form, begun, about)

    async def _submitted(self) -> None:
        view, desk = record(self._body, "view"), self._desk
        opened = forms.opened_of(said(view, "private_metadata"))
        form = desk.form(opened.form) if opened else None
        origin, dialog = self._origin(), Dialog(self._client, maybe(view, "id"))
        if opened is not None:
            origin = asking.placed(origin, desk.learning.home(opened.space), opened.channel, opened.thread)
        one = await self._asker(origin, dialog)
        if opened is None or form is None:
            await desk.excused(one, "unknown")
            await dialog.acknowledge(self._ack, one.words.ui("close"))
            return
        values = forms.answers(form, inner(inner(view, "state"), "values"), origin.space)
        if wrong := forms.mistakes(form, values, one.words):
            await self._ack(response_action="errors", errors=dict(wrong))
            return
        shown = await desk.citing.cited(opened, self._client, desk.learning.team(origin.space))
        event = FormSubmitted(**one.person, form=form.id, values=values, about=opened.about, cited=shown)

        async def noted(_: Asked) -> None:
            """Within the care that keeps Slack patient."""
            about = None
            if shown is not None:
                team = desk.learning.team(origin.space)
                about = await surrounded(self._client, team, shown, opened.thread)
            meant = await self._named(values, origin.space)
            await self._hand_over(replace(event, cited=about, named=meant))

        await desk.answers.submitted(event, one.waiting, dialog, self._ack, one.words, noted)

    async def _named(self, told: Iterable[tuple[str, str]], space: SpaceId) -> tuple[Named, ...]:
        return await asking.named((value for _, value in told), self._client, self._desk.learning, space)

    async def _asked(self, event: Asked, one: Asker) -> None:
        await self._desk.answers.ask(event, one.waiting, self._ack, one.words, self._hand_over)

    async def _unknown(self, one: Asker) -> None:
        await self._ack()
        await self._desk.excused(one, "unknown")

    def _space(self) -> SpaceId:
        return self._desk.learning.home(asking.named_space(self._body))

    def _origin(self) -> Origin:
        return asking.pointed(self._body, self._space())

    async def _asker(self, origin: Origin, dialog: Dialog | None = None) -> Asker:
        """Whoever asks, and how they can be answered: where they asked, as far as Slack has such a place."""

        def doors(words: Words) -> tuple[Door, ...]:
            spot = Spot(self._client, origin.channel, origin.user, origin.thread or None)
            if dialog is not None:
                return (dialog, *((spot,) if origin.channel else ()))
            if origin.url:
                return (Address(self._client, origin.url, origin.thread or None),)
            return (spot,) if origin.channel else (Trigger(self._client, origin.trigger, words.ui("close")),)

        return await self._desk.asker(self._client, origin, self._by, doors)
