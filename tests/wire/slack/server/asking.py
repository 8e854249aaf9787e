"""People who turn to the app: slash commands, shortcuts, buttons, selects, modals, the Home tab."""

from typing import Any

from tests.wire.slack.server import blocks, forms, opening
from tests.wire.slack.server.changes import Changes
from tests.wire.slack.server.errors import ImpossibleError
from tests.wire.slack.server.interactions import Asked, Desk
from tests.wire.slack.server.views import View
from tests.wire.slack.server.world import Channel, Json, Message, Team, User, World

Where = Message | View


class Asking:
    """Acts as people; each method returns what the app makes of it."""

    world: World
    changes: Changes
    desk: Desk

    def slash(
        self, user: User, channel: Channel, command: str, text: str = "", *, thread: Message | None = None
    ) -> Asked:
        """Somebody sends a slash command; in threads, Slack offers none."""
        if thread is not None:
            raise ImpossibleError("slash commands cannot be used in threads")
        team = self._installed(user)
        self._inside(user, channel)
        if channel.archived:
            raise ImpossibleError(f"{channel.name} is archived")
        if command not in self.world.app.commands or "commands" not in self.world.installations[team.id].scopes:
            raise ImpossibleError(f"{command} is not a valid command")
        names = {"im": "directmessage", "private": "privategroup", "mpim": channel.name, "public": channel.name}
        payload: Json = {
            "token": self.world.app.verification_token,
            "team_id": team.id,
            "team_domain": team.domain,
            "channel_id": channel.id,
            "channel_name": names[channel.kind],
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": text,
            "api_app_id": self.world.app.id,
            "is_enterprise_install": "false",
        }
        if team.enterprise_id:
            payload |= {"enterprise_id": team.enterprise_id, "enterprise_name": team.name}
        return self.desk.open(Asked("slash", user, team.id, payload, channel))

    def shortcut(self, user: User, message: Message, callback_id: str) -> Asked:
        """Somebody chooses an entry of a message's menu."""
        team, channel = self._installed(user), self.world.channels[message.channel_id]
        self._inside(user, channel)
        if message.ts not in channel.messages:
            raise ImpossibleError("that message is gone")
        payload = self._payload("message_action", user, team) | {
            "action_ts": self.world.ts(),
            "callback_id": callback_id,
            "channel": _named(channel),
            "message_ts": message.ts,
            "message": self.desk.source(message),
        }
        return self.desk.open(Asked("message_action", user, team.id, payload, channel, None))

    def global_shortcut(self, user: User, callback_id: str) -> Asked:
        """Somebody chooses an entry of the shortcuts menu: there is no channel and no response address."""
        team = self._installed(user)
        payload = self._payload("shortcut", user, team)
        payload |= {"action_ts": self.world.ts(), "callback_id": callback_id}
        return self.desk.open(Asked("shortcut", user, team.id, payload), respond=False)

    def press(self, user: User, where: Where, action_id: str) -> Asked:
        """Somebody presses a button in a message, a modal or the Home tab."""
        block, element = self._element(where, action_id)
        if element["type"] not in {"button", "workflow_button"}:
            raise ImpossibleError(f"{action_id!r} is no button")
        action: Json = {"type": "button", "text": element["text"]}
        action |= {name: element[name] for name in ("value", "style") if name in element}
        return self._touch(user, where, block, element, action)

    def choose(self, user: User, where: Where, action_id: str, value: Any) -> Asked:
        """Somebody chooses from a select, a menu, radio buttons, checkboxes or a picker."""
        block, element = self._element(where, action_id)
        if block["type"] == "input" and not block.get("dispatch_action"):
            raise ImpossibleError(f"{action_id!r} is sent with its form, not by itself")
        action = forms.chosen(element, value)
        if isinstance(where, View):
            where.state.setdefault(block["block_id"], {})[action_id] = action
        return self._touch(user, where, block, element, action)

    def submit(self, user: User, view: View, values: dict[str, Any] | None = None) -> Asked:
        """Somebody fills in a modal and sends it; fields go by action id or block id."""
        self._before(user, view)
        if not view.given.get("submit"):
            raise ImpossibleError("that modal cannot be submitted")
        given = dict(values or {})
        state: dict[str, dict[str, Json]] = {}
        for block in view.blocks:
            self._fill(view, block, given, state)
        if given:
            raise ImpossibleError(f"the modal has no field {sorted(given)}")
        view.state = state
        team = self.world.teams[view.team_id]
        payload = self._payload("view_submission", user, team) | {"view": view.told(), "response_urls": []}
        return self.desk.open(Asked("view_submission", user, team.id, payload, view=view), respond=False)

    def _fill(self, view: View, block: Json, given: dict[str, Any], state: dict[str, dict[str, Json]]) -> None:
        for _, element in blocks.interactive([block]):
            if element["type"] in {"button", "overflow", "workflow_button"}:
                continue
            name, place = element["action_id"], block["block_id"]
            key = name if name in given else place
            typed = view.state.get(place, {}).get(name, forms.at_first(element))
            filled = forms.chosen(element, given.pop(key)) if key in given else typed
            if block["type"] == "input" and forms.empty(filled) and not block.get("optional"):
                raise ImpossibleError(f"{name!r} has to be filled in")
            state.setdefault(place, {})[name] = filled

    def close(self, user: User, view: View, *, everything: bool = False) -> Asked | None:
        """Somebody closes a modal, or the whole stack of them; the app hears of it only if it asked to."""
        self._before(user, view)
        cleared = everything or bool(view.given.get("clear_on_close"))
        if cleared:
            self.desk.views.clear(user)
        else:
            self.desk.views.pop(view)
        if not view.given.get("notify_on_close"):
            return None
        team = self.world.teams[view.team_id]
        payload = self._payload("view_closed", user, team) | {"view": view.told(), "is_cleared": cleared}
        return self.desk.open(Asked("view_closed", user, team.id, payload, view=view), respond=False, trigger=False)

    def open_home(self, user: User, tab: str = "home") -> View | None:
        """Somebody looks at the app's Home or Messages tab; returns what they find there at that moment."""
        team = self._installed(user)
        channel = opening.between(self.world, [user, self.world.bot(team.id)])[0]
        found = self.desk.views.homes.get(user.id)
        told: Json = {"type": "app_home_opened", "user": user.id, "channel": channel.id, "tab": tab}
        if found is not None and tab == "home":
            told["view"] = found.told()
        self.changes.events.emit(told, team_id=team.id)
        return found

    def _installed(self, user: User) -> Team:
        if user.deleted:
            raise ImpossibleError(f"{user.name} is deactivated")
        found = self.world.installations.get(user.team_id)
        if found is None or not found.active:
            raise ImpossibleError(f"the app is not in {user.name}'s workspace")
        return self.world.teams[user.team_id]

    def _inside(self, user: User, channel: Channel) -> None:
        if user.id not in channel.members:
            raise ImpossibleError(f"{user.name} is not in {channel.name or channel.id}")

    def _before(self, user: User, view: View) -> None:
        if view.user_id != user.id or not view.open:
            raise ImpossibleError(f"that view is not before {user.name}")
        if view.given["type"] == "modal" and self.desk.views.top(user) is not view:
            raise ImpossibleError("another modal is on top of it")

    def _payload(self, kind: str, user: User, team: Team) -> Json:
        enterprise = {"id": team.enterprise_id, "name": team.name} if team.enterprise_id else None
        return {
            "type": kind,
            "token": self.world.app.verification_token,
            "team": {"id": team.id, "domain": team.domain},
            "enterprise": enterprise,
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
            "api_app_id": self.world.app.id,
            "is_enterprise_install": False,
        }

    def _element(self, where: Where, action_id: str) -> tuple[Json, Json]:
        shown = list(where.blocks)
        if isinstance(where, Message):
            shown += [each for one in where.attachments for each in one.get("blocks") or []]
        for block, element in blocks.interactive(shown):
            if element["action_id"] == action_id:
                return block, element
        raise ImpossibleError(f"nothing there is called {action_id!r}")

    def _touch(self, user: User, where: Where, block: Json, element: Json, action: Json) -> Asked:
        told = action | {"action_id": element["action_id"], "block_id": block["block_id"]}
        told["action_ts"] = self.world.ts()
        if isinstance(where, View):
            return self._in_view(user, where, told)
        channel = self.world.channels[where.channel_id]
        self._inside(user, channel)
        hidden = where.seen_by is not None
        if hidden and (where.seen_by != user.id or where not in channel.ephemeral):
            raise ImpossibleError(f"{user.name} does not see that message")
        if not hidden and where.ts not in channel.messages:
            raise ImpossibleError("that message is gone")
        team = self.world.teams[where.team_id]
        attached = block not in where.blocks
        container: Json = {"type": "message_attachment" if attached else "message", "message_ts": where.ts}
        container |= {"channel_id": channel.id, "is_ephemeral": hidden}
        if attached:
            container |= {"attachment_id": 1, "is_app_unfurl": False}
        if where.reply:
            container["thread_ts"] = where.thread_ts
        state = {"values": {} if action["type"] == "button" else {block["block_id"]: {element["action_id"]: action}}}
        payload = self._payload("block_actions", user, team) | {
            "container": container,
            "channel": _named(channel),
            "state": state,
            "actions": [told],
        }
        if not hidden:
            payload["message"] = self.desk.source(where)
        return self.desk.open(Asked("block_actions", user, team.id, payload, channel, where))

    def _in_view(self, user: User, view: View, told: Json) -> Asked:
        self._before(user, view)
        team = self.world.teams[view.team_id]
        payload = self._payload("block_actions", user, team) | {
            "container": {"type": "view", "view_id": view.id},
            "view": view.told(),
            "actions": [told],
        }
        return self.desk.open(Asked("block_actions", user, team.id, payload, view=view), respond=False)


def _named(channel: Channel) -> Json:
    names = {"im": "directmessage", "private": "privategroup"}
    return {"id": channel.id, "name": names.get(channel.kind, channel.name)}
