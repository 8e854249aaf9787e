"""Forms of the catalogue as Discord's modals, and what was written into them.

A modal bears all that it is about in its own id, so that it can be sent after a restart: which form, what about, which
message it cites, which server. The cited words are remembered for a while and looked up again where they are not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from adapters.discord import limits
from adapters.discord.asking import value_of
from adapters.discord.limits import cut, sentence, size
from adapters.discord.words import Words
from bot.events import Cited
from bot.ids import ChannelId, MessageId, SpaceId, channel_id, message_id, native
from bot.views import Form, Question, Text

_BETWEEN = "|"
_DEFAULTS = {
    "account": discord.SelectDefaultValueType.user,
    "channel": discord.SelectDefaultValueType.channel,
    "role": discord.SelectDefaultValueType.role,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """What a form was opened for."""

    form: str
    about: str = ""
    message: tuple[str, str] | None = None
    """The message that it cites, as channel and message of Discord's own."""
    guild: int | None = None
    """The server that it is about, where it was opened outside of it."""

    def cites(self, space: SpaceId) -> tuple[ChannelId, MessageId] | None:
        """The message that it cites, by our ids."""
        if self.message is None:
            return None
        channel = channel_id(space, self.message[0])
        return channel, message_id(channel, self.message[1])


def opened_for(form: str, about: str = "", cited: Cited | None = None, guild: int | None = None) -> Opened:
    """What a form is opened for."""
    message = None if cited is None else (native(cited.channel), native(cited.message))
    return Opened(form, about, message, guild)


def modal_id(one: Opened) -> str:
    """The id of a modal. Raises ValueError where it cannot hold what the form is about."""
    message = ".".join(one.message) if one.message else ""
    said = _BETWEEN.join((one.form, one.about, message, str(one.guild or "")))
    if size(said) > limits.CUSTOM_ID:
        raise ValueError(f"the form {one.form} cannot say what it is about")
    return said


def opened_of(custom_id: str) -> Opened | None:
    """What a modal was opened for; None for an id that is none of ours."""
    form, _, rest = custom_id.partition(_BETWEEN)
    parts = rest.rsplit(_BETWEEN, 2)
    if len(parts) != 3:
        return None
    about, message, guild = parts
    channel, _, told = message.partition(".")
    return Opened(form, about, (channel, told) if told else None, int(guild) if guild.isdecimal() else None)


def modal(form: Form, one: Opened, words: Words, prefill: Mapping[str, str]) -> ui.Modal:
    """A form, ready to be opened; the modal has ended, so that discord.py does not keep it."""
    made = ui.Modal(title=_line(words, form.title, limits.MODAL_TITLE), custom_id=modal_id(one), timeout=None)
    intro = words.plain(form.intro) if form.intro else ""
    apart = intro and len(form.questions) < limits.MODAL_PARTS
    if apart and form.intro:
        made.add_item(ui.TextDisplay(words.rich(form.intro, limits.ANSWER)))
    for number, question in enumerate(form.questions[: limits.MODAL_PARTS]):
        above = intro if not apart and number == 0 else ""
        made.add_item(_label(question, words, prefill.get(question.id, question.value), above))
    made.stop()
    return made


def _label(one: Question, words: Words, value: str, intro: str) -> ui.Label[ui.Modal]:
    """One question; where the form has no room for its introduction, the first question carries it."""
    hint = words.plain(one.hint) if one.hint else ""
    described = sentence(hint or intro, limits.HINT) or None
    label = _line(words, one.label, limits.LABEL)
    return ui.Label(text=label, description=described, component=_component(one, words, value))


def _component(one: Question, words: Words, value: str) -> ui.Item[ui.Modal]:
    least = 1 if one.required else 0
    common: dict[str, Any] = {"custom_id": one.id, "required": one.required, "min_values": least, "max_values": 1}
    match one.kind:
        case "choice":
            return ui.Select(**common, options=list(_options(one, words, value)))
        case "account":
            return ui.UserSelect(**common, default_values=_default(one, value))
        case "role":
            return ui.RoleSelect(**common, default_values=_default(one, value))
        case "channel":
            kinds = [discord.ChannelType.text, discord.ChannelType.news]
            return ui.ChannelSelect(**common, channel_types=kinds, default_values=_default(one, value))
        case "line" | "paragraph":
            most = min(one.most, limits.ANSWER)
            style = discord.TextStyle.long if one.kind == "paragraph" else discord.TextStyle.short
            begun = limits.whole(value)[:most] or None
            return ui.TextInput(custom_id=one.id, style=style, required=one.required, max_length=most, default=begun)


def _options(one: Question, words: Words, value: str) -> Iterator[discord.SelectOption]:
    for known, label in one.choices[: limits.OPTIONS]:
        yield discord.SelectOption(label=_line(words, label, limits.OPTION), value=known, default=known == value)


def _default(one: Question, value: str) -> list[discord.SelectDefaultValue]:
    told = value.rpartition("/")[2]
    return [discord.SelectDefaultValue(id=int(told), type=_DEFAULTS[one.kind])] if told.isdecimal() else []


def _line(words: Words, text: Text, most: int) -> str:
    return cut(words.plain(text).replace("\n", " ").strip(), most) or "…"


def answers(form: Form, components: Sequence[Mapping[str, Any]], space: SpaceId) -> tuple[tuple[str, str], ...]:
    """What was answered, by question; what was left empty is empty."""
    written = dict(_written(components))
    return tuple(
        (one.id, value_of(one.kind, written[one.id], space) if written[one.id] else "")
        for one in form.questions
        if one.id in written
    )


def _written(components: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for one in components:
        for inner in (*one.get("components", ()), *([one["component"]] if "component" in one else [])):
            chosen = inner.get("values")
            value = (chosen[0] if chosen else "") if chosen is not None else inner.get("value") or ""
            if "custom_id" in inner:
                yield str(inner["custom_id"]), str(value)
