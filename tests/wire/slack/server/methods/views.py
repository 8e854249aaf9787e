"""views.*: modals and the Home tab."""

from tests.wire.slack.server import blocks
from tests.wire.slack.server.calls import Call, method
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.interactions import Asked
from tests.wire.slack.server.world import Json

BOT = frozenset({"bot"})


def _given(call: Call, allowed: frozenset[str]) -> Json:
    found = call.structure("view", "invalid_arguments")
    if found is None:
        raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: view"])
    return blocks.view(found, allowed)


def _trigger(call: Call) -> Asked:
    asked = call.server.desk.trigger(call.text("trigger_id"))
    if asked.team_id != call.team.id:
        raise SlackError("invalid_trigger_id")
    return asked


@method("views.open", tier=4, tokens=BOT)
async def open_view(call: Call) -> Json:
    asked = _trigger(call)
    given = _given(call, frozenset({"modal"}))
    made = call.server.desk.views.open(asked.user, call.team.id, given)
    asked.exchanged = True
    call.server.desk.shown(made, asked, "modal")
    return {"view": made.told()}


@method("views.push", tier=4, tokens=BOT)
async def push(call: Call) -> Json:
    asked = _trigger(call)
    given = _given(call, frozenset({"modal"}))
    made = call.server.desk.views.push(asked.user, call.team.id, given)
    asked.exchanged = True
    call.server.desk.shown(made, asked, "modal")
    return {"view": made.told()}


@method("views.update", tier=4, tokens=BOT)
async def update(call: Call) -> Json:
    given = _given(call, frozenset({"modal", "home"}))
    views = call.server.desk.views
    found = views.find(call.text("view_id", "") or None, call.text("external_id", "") or None)
    if found.team_id != call.team.id:
        raise SlackError("not_found")
    views.update(found, given, call.text("hash", "") or None)
    for asked in call.server.desk.asked[::-1]:
        if asked.view is found or any(one.view is found for one in asked.answers):
            call.server.desk.shown(found, asked, "update")
            break
    return {"view": found.told()}


@method("views.publish", tier=4, tokens=BOT)
async def publish(call: Call) -> Json:
    if not call.world.app.home_tab:
        raise SlackError("not_enabled")
    user = call.person(call.text("user_id"))
    if user.bot:
        raise SlackError("user_not_found")
    given = _given(call, frozenset({"home"}))
    made = call.server.desk.views.publish(user, call.team.id, given, call.text("hash", "") or None)
    return {"view": made.told()}
