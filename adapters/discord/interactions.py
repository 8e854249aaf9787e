"""Whoever asks the bot something on Discord: forms open at once, all else goes to the road and waits for its answer."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import discord
import structlog
from discord import app_commands

from adapters.discord import asking, forms, limits
from adapters.discord.answers import Answers, HandOver
from adapters.discord.asking import Person
from adapters.discord.buttons import Begun, button_of
from adapters.discord.citing import Citing
from adapters.discord.directory import Directory
from adapters.discord.limits import cut, size
from adapters.discord.names import Names
from adapters.discord.payloads import Odd
from adapters.discord.refusals import ERRORS, code
from adapters.discord.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.events import Asked, FormSubmitted
from bot.ids import account_id, space_id
from bot.ports import Guide
from bot.views import Form

_MOST_ASKED = 10
"""In how many servers somebody is looked for."""
_log = structlog.get_logger("adapters.discord")


class Interactions:
    """What people ask for, and by what of the catalogue it is meant."""

    completing = 2.0
    """Seconds for suggestions; Discord gives up after 3."""
    finding = 1.5
    """Seconds for finding out which server is meant."""

    def __init__(
        self,
        client: discord.Client,
        catalogue: Catalogue,
        guide: Guide,
        directory: Directory,
        *,
        words: Words | None = None,
        now: Callable[[], datetime] = discord.utils.utcnow,
    ) -> None:
        self._client, self._catalogue, self._guide, self._directory = client, catalogue, guide, directory
        self._words = (words or Words()).naming(Names(client))
        self._citing = Citing(client, directory)
        self.answers = Answers(self._words, now)
        self.begun = Begun()

    async def arrived(self, interaction: discord.Interaction, hand_over: HandOver) -> None:
        """Take one in, and return when it was answered or needs no answer. Each in a task of its own; never raises."""
        try:
            await self._taken(interaction, hand_over)
        except ERRORS as error:
            _log.warning("somebody could not be answered", error=type(error).__name__, code=code(error))
        except (Odd, KeyError, ValueError) as error:
            _log.warning("an interaction is not as documented", error=type(error).__name__)
            await self.answers.excuse(interaction, "not-noted")

    async def _taken(self, interaction: discord.Interaction, hand_over: HandOver) -> None:
        match interaction.type:
            case discord.InteractionType.autocomplete:
                await self._complete(interaction)
            case discord.InteractionType.application_command:
                await self._called(interaction, hand_over)
            case discord.InteractionType.component:
                await self._pressed(interaction, hand_over)
            case discord.InteractionType.modal_submit:
                await self._submitted(interaction, hand_over)
            case _:
                pass

    async def _complete(self, interaction: discord.Interaction) -> None:
        """Suggestions, or none where they take too long or cannot be had."""
        found = asking.focused(_data(interaction), self._catalogue)
        guild, locale = await self._guild(interaction), asking.locale_of(interaction) or "en"
        offers: list[tuple[str, str]] = []
        if found and guild:
            try:
                async with asyncio.timeout(self.completing):
                    offers = list(await self._guide.suggest(space_id("discord", str(guild)), *found, locale))
            except Exception as error:  # noqa: BLE001 - whatever it is, it stands in the log, and somebody goes on writing
                _log.warning("nothing could be suggested", error=type(error).__name__)
        choices = [
            app_commands.Choice(name=cut(name.strip() or value, limits.CHOICE), value=value)
            for value, name in offers
            if 0 < size(value) <= limits.CHOICE
        ]
        await interaction.response.autocomplete(choices[: limits.CHOICES])

    async def _called(self, interaction: discord.Interaction, hand_over: HandOver) -> None:
        data = _data(interaction)
        guild = await self._guild(interaction)
        if guild is None:
            await self.answers.excuse(interaction, "ask-in-server")
            return
        person = asking.asked_by(interaction, guild, self._directory)
        if data.get("type") in (asking.USER_MENU, asking.MESSAGE_MENU):
            await self._menu(interaction, person, hand_over)
            return
        one = asking.used(data, self._catalogue, person["space"])
        if one is None:
            await self.answers.excuse(interaction, "unknown")
            return
        needed = {parameter.id for parameter in one.entry.parameters if parameter.required}
        form = self._form(one.entry.form)
        if form and (not needed or needed - {name for name, _ in one.given}):
            opened = forms.opened_for(form.id, guild=_beyond(interaction, guild))
            await self._open(interaction, form, opened, dict(one.given))
            return
        await self.answers.ask(interaction, asking.invoked(person, one), hand_over)

    async def _menu(self, interaction: discord.Interaction, person: Person, hand_over: HandOver) -> None:
        data = _data(interaction)
        entry = asking.menu_of(data, self._catalogue, self._words.translator)
        form = self._form(entry.form) if entry else None
        if data["type"] == asking.USER_MENU:
            if form is None:
                await self.answers.excuse(interaction, "unknown")
                return
            target = account_id(person["space"], str(data["target_id"]))
            upon = {one.id: target for one in form.questions if one.kind == "account"}
            await self._open(interaction, form, forms.opened_for(form.id), upon)
        elif entry is None:
            await self.answers.excuse(interaction, "unknown")
        else:
            cited = asking.cited_of(data, person["space"], self._directory)
            self._citing.remember(cited)
            if form is None:
                await self.answers.ask(interaction, asking.chosen(person, entry, cited), hand_over)
            else:
                await self._open(interaction, form, forms.opened_for(form.id, cited=cited), {})

    async def _pressed(self, interaction: discord.Interaction, hand_over: HandOver) -> None:
        pressed = str(_data(interaction)["custom_id"])
        named, button = button_of(pressed)
        guild = interaction.guild_id or await self._named(named, interaction)
        if guild is None:
            await self.answers.excuse(interaction, "ask-in-server")
            return
        entry = self._catalogue.action(button)
        form = self._form(entry.form) if entry else None
        if form is None:
            person = asking.asked_by(interaction, guild, self._directory)
            await self.answers.ask(interaction, asking.pressed(person, interaction, button), hand_over)
            return
        begun = self.begun.of(pressed)
        if begun is None:
            await self.answers.excuse(interaction, "unknown")
            return
        opened = forms.opened_for(form.id, button.partition(":")[2], guild=_beyond(interaction, guild))
        await self._open(interaction, form, opened, begun)

    async def _submitted(self, interaction: discord.Interaction, hand_over: HandOver) -> None:
        data = _data(interaction)
        opened = forms.opened_of(str(data["custom_id"]))
        form = self._form(opened.form) if opened else None
        if opened is None or form is None:
            await self.answers.excuse(interaction, "unknown")
            return
        guild = interaction.guild_id or await self._named(opened.guild, interaction)
        if guild is None:
            await self.answers.excuse(interaction, "ask-in-server")
            return
        person = asking.asked_by(interaction, guild, self._directory)
        values = forms.answers(form, data["components"], person["space"])
        cited = await self._citing.cited(opened, person["space"])
        event = FormSubmitted(**person, form=form.id, values=values, about=opened.about, cited=cited)

        async def surrounded(_: Asked) -> None:
            """Within the care that keeps Discord patient."""
            await hand_over(await self._citing.surrounded(event))

        await self.answers.ask(interaction, event, surrounded)

    async def _open(
        self, interaction: discord.Interaction, form: Form, opened: forms.Opened, prefill: Mapping[str, str]
    ) -> None:
        words = self._words.into(asking.locale_of(interaction) or "en")
        await interaction.response.send_modal(forms.modal(form, opened, words, prefill))

    def _form(self, name: str | None) -> Form | None:
        entry = self._catalogue.form(name) if name else None
        return entry.form if entry else None

    async def _named(self, guild: int | None, interaction: discord.Interaction) -> int | None:
        """The server that an id names, as long as the bot is in it; without a name, the one that is meant."""
        if guild is None:
            return await self._guild(interaction)
        return guild if self._client.get_guild(guild) else None

    async def _guild(self, interaction: discord.Interaction) -> int | None:
        """The server that is meant: where it is asked, or the only one that the bot shares with whoever asks."""
        if interaction.guild_id is not None:
            return interaction.guild_id
        guilds = [guild.id for guild in self._client.guilds]
        if len(guilds) == 1:
            return guilds[0]
        shared = await self._shared(guilds, interaction.user.id) if len(guilds) <= _MOST_ASKED else []
        return shared[0] if len(shared) == 1 else None

    async def _shared(self, guilds: Sequence[int], user: int) -> Sequence[int]:
        """Discord is asked, since members are not kept; none where it does not say in time."""
        try:
            async with asyncio.timeout(self.finding):
                there = await asyncio.gather(*(self._is_in(guild, user) for guild in guilds))
        except ERRORS as error:
            _log.warning("nobody knows which server is meant", error=type(error).__name__, code=code(error))
            return []
        return [guild for guild, found in zip(guilds, there, strict=True) if found]

    async def _is_in(self, guild: int, user: int) -> bool:
        try:
            await self._client.http.get_member(guild, user)
        except discord.NotFound:
            return False
        return True


def _data(interaction: discord.Interaction) -> Mapping[str, Any]:
    data: Mapping[str, Any] = dict(interaction.data or {})
    return data


def _beyond(interaction: discord.Interaction, guild: int) -> int | None:
    """The server, where it is asked outside of it."""
    return None if interaction.guild_id else guild
