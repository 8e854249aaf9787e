"""What people ask of the bot: commands, menus, buttons, selects, forms; only what their client would offer them."""

from typing import Any

from tests.wire.discord.server import commands, components, permissions, shapes
from tests.wire.discord.server.changes import messages
from tests.wire.discord.server.errors import ImpossibleError
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, SUBMIT, Asked, Desk, Modal
from tests.wire.discord.server.people import Who, account
from tests.wire.discord.server.rest import Upload
from tests.wire.discord.server.routes.messages import stored
from tests.wire.discord.server.world import DM, Channel, Json, Member, Message, Role, User, World

Values = dict[str, Any]
FLOATS = {10: float, 4: int}


class Asking:
    """Acts as people who turn to the bot."""

    hub: Hub
    world: World
    desk: Desk

    def command(self, channel: Channel, name: str, kind: int = 1) -> Json:
        """A registered command; a guild's own goes before a global one of the same name."""
        own = self.world.guild_commands.get(channel.guild_id or 0, {})
        for book in (own, self.world.commands):
            for one in book.values():
                if one["name"] == name and one["type"] == kind:
                    return one
        raise ImpossibleError(f"no command {name!r} is registered")

    def use_command(self, who: Who, channel: Channel, name: str, values: Values | None = None) -> Asked:
        """Somebody sends a slash command; `policy show` names a subcommand."""
        command, options, given = self._command(who, channel, name, values or {})
        resolved: Json = {}
        data = self._data(channel, command)
        leaf = [self._option(one, given[one["name"]], channel, resolved) for one in options if one["name"] in given]
        data["options"] = _nested(command, name.split()[1:], leaf)
        if resolved:
            data["resolved"] = resolved
        return self.desk.open(COMMAND, account(who), channel, data)

    def autocomplete(
        self, who: Who, channel: Channel, name: str, option: str, typed: str, values: Values | None = None
    ) -> Asked:
        """Somebody types into an option that completes itself."""
        command, options, _ = self._command(who, channel, name, values or {}, typing=True)
        found = next((one for one in options if one["name"] == option), None)
        if found is None or not found.get("autocomplete"):
            raise ImpossibleError(f"option {option!r} of {name!r} does not complete itself")
        resolved: Json = {}
        leaf = [
            self._option(one, (values or {})[one["name"]], channel, resolved)
            for one in options
            if one["name"] in (values or {})
        ]
        leaf.append({"name": option, "type": found["type"], "value": typed, "focused": True})
        data = self._data(channel, command)
        data["options"] = _nested(command, name.split()[1:], leaf)
        return self.desk.open(AUTOCOMPLETE, account(who), channel, data)

    def use_menu(self, who: Who, target: Message | Member, name: str, *, channel: Channel | None = None) -> Asked:
        """Somebody chooses an entry from the menu of a message or a member."""
        on_message = isinstance(target, Message)
        place = self.world.channels[target.channel_id] if isinstance(target, Message) else channel
        if place is None:
            raise ImpossibleError("a member's menu is opened in a channel")
        command = self.command(place, name, 3 if on_message else 2)
        self._may_use(who, place, command)
        data = self._data(place, command)
        data["target_id"] = str(target.id)
        if isinstance(target, Message):
            data["resolved"] = {"messages": {str(target.id): shapes.message(self.world, target)}}
        else:
            data["resolved"] = _resolved_member(target)
        return self.desk.open(COMMAND, account(who), place, data)

    def press(self, who: Who, message: Message, custom_id: str) -> Asked:
        """Somebody presses a button that stands under a message."""
        one = self._component(who, message, custom_id)
        if one["type"] != components.BUTTON:
            raise ImpossibleError(f"{custom_id!r} is no button")
        data = {"custom_id": custom_id, "component_type": one["type"], "id": one.get("id", 0)}
        return self._touch(who, message, data)

    def choose(self, who: Who, message: Message, custom_id: str, values: list[Any]) -> Asked:
        """Somebody chooses from a select under a message."""
        one = self._component(who, message, custom_id)
        if one["type"] not in components.SELECTS:
            raise ImpossibleError(f"{custom_id!r} is no select")
        resolved: Json = {}
        chosen = self._chosen(one, values, resolved)
        data: Json = {"custom_id": custom_id, "component_type": one["type"], "id": one.get("id", 0), "values": chosen}
        if resolved:
            data["resolved"] = resolved
        return self._touch(who, message, data)

    def _touch(self, who: Who, message: Message, data: Json) -> Asked:
        channel = self.world.channels[message.channel_id]
        return self.desk.open(COMPONENT, account(who), channel, data, message=message)

    def _component(self, who: Who, message: Message, custom_id: str) -> Json:
        channel = self.world.channels[message.channel_id]
        if message.id not in channel.messages:
            raise ImpossibleError("the message is gone")
        if message.seen_by not in {None, account(who).id}:
            raise ImpossibleError("only the person who asked sees that message")
        self._present(who, channel)
        for one in components.walk(message.components):
            if one.get("custom_id") == custom_id:
                if one.get("disabled"):
                    raise ImpossibleError(f"{custom_id!r} is disabled")
                return one
        raise ImpossibleError(f"no component {custom_id!r} under that message")

    def submit(self, who: Who, modal: Modal, values: Values) -> Asked:
        """Somebody fills in a form and sends it; the client keeps back what breaks the form's own limits."""
        if modal.asked.user is not account(who):
            raise ImpossibleError("the form was shown to somebody else")
        unknown = values.keys() - modal.fields().keys()
        if unknown:
            raise ImpossibleError(f"the form has no field {sorted(unknown)}")
        resolved: Json = {}
        filled = [self._filled(one, values, resolved) for one in modal.components]
        data: Json = {"custom_id": modal.custom_id, "components": filled}
        if resolved:
            data["resolved"] = resolved
        asked = modal.asked
        return self.desk.open(SUBMIT, account(who), asked.channel, data, message=asked.message, parent=asked)

    def _filled(self, one: Json, values: Values, resolved: Json) -> Json:
        if one["type"] == components.LABEL:
            field = self._field(one["component"], values, resolved)
            return {"type": components.LABEL, "id": one["id"], "component": field}
        if one["type"] == components.ROW:
            field = self._field(one["components"][0], values, resolved)
            return {"type": components.ROW, "id": one["id"], "components": [field]}
        return {"type": one["type"], "id": one["id"]}

    def _field(self, one: Json, values: Values, resolved: Json) -> Json:
        name, kind = one["custom_id"], one["type"]
        found: Json = {"type": kind, "id": one["id"], "custom_id": name}
        if kind == components.TEXT_INPUT:
            text = str(values.get(name, one.get("value") or ""))
            low = one.get("min_length") or (1 if one.get("required", True) else 0)
            if not (text == "" and not one.get("required", True)) and not low <= len(text) <= (
                one.get("max_length") or 4000
            ):
                raise ImpossibleError(f"{name!r} does not take {len(text)} characters")
            return found | {"value": text}
        if kind in components.SELECTS:
            return found | {"values": self._chosen(one, values.get(name, []), resolved)}
        if kind in {components.RADIO, components.CHECKBOX}:
            return found | {"value": values.get(name)}
        return found | {"values": list(values.get(name, []))}

    def _chosen(self, one: Json, values: list[Any], resolved: Json) -> list[str]:
        default = 0 if not one.get("required", True) else 1
        low, high = one.get("min_values"), one.get("max_values") or 1
        if not (default if low is None else low) <= len(values) <= high and (values or one.get("required", True)):
            raise ImpossibleError(f"{one['custom_id']!r} does not take {len(values)} values")
        if one["type"] == components.STRING_SELECT:
            known = {each["value"] for each in one["options"]}
            if not set(values) <= known:
                raise ImpossibleError(f"{one['custom_id']!r} has no options {sorted(set(values) - known)}")
            return [str(each) for each in values]
        for each in values:
            _resolve(resolved, each)
        return [str(each.id) for each in values]

    def _command(
        self, who: Who, channel: Channel, name: str, values: Values, *, typing: bool = False
    ) -> tuple[Json, list[Json], Values]:
        first, *rest = name.split()
        command = self.command(channel, first)
        self._may_use(who, channel, command)
        options: list[Json] = command["options"]
        for word in rest:
            found = next((one for one in options if one["name"] == word and one["type"] in {1, 2}), None)
            if found is None:
                raise ImpossibleError(f"{first!r} has no {word!r}")
            options = found.get("options") or []
        if any(one["type"] in {1, 2} for one in options):
            raise ImpossibleError(f"{name!r} is not complete: it has subcommands")
        unknown = values.keys() - {one["name"] for one in options}
        if unknown:
            raise ImpossibleError(f"{name!r} has no option {sorted(unknown)}")
        missing = [one["name"] for one in options if one.get("required") and one["name"] not in values]
        if missing and not typing:
            raise ImpossibleError(f"{name!r} needs {missing}")
        return command, options, values

    def _may_use(self, who: Who, channel: Channel, command: Json) -> None:
        self._present(who, channel)
        if channel.type == DM:
            contexts = command.get("contexts")
            if (contexts is not None and 1 not in contexts) or not command.get("dm_permission", True):
                raise ImpossibleError(f"{command['name']!r} is not for conversations")
            if command.get("guild_id"):
                raise ImpossibleError(f"{command['name']!r} is a guild's own")
            return
        held = messages.held_by(self.hub, channel, account(who))
        if not held & permissions.USE_APPLICATION_COMMANDS:
            raise ImpossibleError("application commands may not be used there")
        wanted = command.get("default_member_permissions")
        hidden = wanted is not None and (int(wanted) == 0 or held & int(wanted) != int(wanted))
        if hidden and not held & permissions.ADMINISTRATOR:
            raise ImpossibleError(f"{command['name']!r} is hidden from {account(who).name}")

    def _present(self, who: Who, channel: Channel) -> None:
        user = account(who)
        if channel.type == DM:
            if channel.recipient is not user:
                raise ImpossibleError("that is somebody else's conversation")
            return
        guild = self.world.guilds[channel.guild_id or 0]
        member = guild.members.get(user.id)
        if member is None or not permissions.sees(self.world, guild, channel, member):
            raise ImpossibleError(f"{user.name} does not see #{channel.name}")
        if (
            permissions.timed_out(member, self.world.now())
            and not permissions.base(guild, member) & permissions.ADMINISTRATOR
        ):
            raise ImpossibleError(f"{user.name} is timed out")

    def _data(self, channel: Channel, command: Json) -> Json:
        data = {"id": command["id"], "name": command["name"], "type": command["type"]}
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return data

    def _option(self, option: Json, value: Any, channel: Channel, resolved: Json) -> Json:
        name, kind = option["name"], option["type"]
        choices = [one["value"] for one in option.get("choices") or []]
        if choices and value not in choices:
            raise ImpossibleError(f"{name!r} is one of {choices}")
        if kind == commands.ATTACHMENT:
            filename, content = value
            (found,) = stored(self.hub, channel.id, [Upload(filename, content, "application/octet-stream")], [])
            resolved.setdefault("attachments", {})[found["id"]] = found
            return {"name": name, "type": kind, "value": found["id"]}
        if kind in {6, 7, 8, 9}:
            allowed = option.get("channel_types")
            if allowed and isinstance(value, Channel) and value.type not in allowed:
                raise ImpossibleError(f"{name!r} takes no channel of that type")
            _resolve(resolved, value)
            return {"name": name, "type": kind, "value": str(value.id)}
        _check_value(option, value)
        return {"name": name, "type": kind, "value": value}


def _check_value(option: Json, value: Any) -> None:
    name, kind = option["name"], option["type"]
    kinds: dict[int, tuple[type, ...]] = {3: (str,), 4: (int,), 5: (bool,), 10: (int, float)}
    if not isinstance(value, kinds.get(kind, (str,))) or (kind == 4 and isinstance(value, bool)):
        raise ImpossibleError(f"{name!r} does not take {value!r}")
    if isinstance(value, str):
        low, high = option.get("min_length") or 1, option.get("max_length") or 6000
        if not low <= len(value) <= high:
            raise ImpossibleError(f"{name!r} takes {low} to {high} characters")
    elif kind in FLOATS:
        low, high = option.get("min_value"), option.get("max_value")
        if (low is not None and value < low) or (high is not None and value > high):
            raise ImpossibleError(f"{name!r} takes {low} to {high}")


def _nested(command: Json, words: list[str], leaf: list[Json]) -> list[Json]:
    options = command["options"]
    kinds: list[tuple[str, int]] = []
    for word in words:
        found = next(one for one in options if one["name"] == word)
        kinds.append((word, found["type"]))
        options = found.get("options") or []
    for word, kind in reversed(kinds):
        leaf = [{"name": word, "type": kind, "options": leaf}]
    return leaf


def _resolve(resolved: Json, value: Any) -> None:
    if isinstance(value, Member):
        for key, found in _resolved_member(value).items():
            resolved.setdefault(key, {}).update(found)
    elif isinstance(value, User):
        resolved.setdefault("users", {})[str(value.id)] = shapes.user(value)
    elif isinstance(value, Role):
        resolved.setdefault("roles", {})[str(value.id)] = shapes.role(value)
    elif isinstance(value, Channel):
        shown = shapes.channel(value)
        shown.pop("permission_overwrites", None)
        resolved.setdefault("channels", {})[str(value.id)] = shown | {"permissions": str(permissions.EVERYBODY)}
    else:
        raise ImpossibleError(f"{value!r} is nothing that can be chosen")


def _resolved_member(member: Member) -> Json:
    shown = shapes.member(member, account=False) | {"permissions": "0"}
    return {"users": {str(member.id): shapes.user(member.user)}, "members": {str(member.id): shown}}
