"""Application commands, global and of one guild."""

from tests.wire.discord.server import commands
from tests.wire.discord.server.errors import ApiError, Form
from tests.wire.discord.server.rest import Answer, Call, route
from tests.wire.discord.server.world import Json

GLOBAL = "/applications/{application}/commands"
GUILD = "/applications/{application}/guilds/{guild}/commands"


def _book(call: Call) -> tuple[int | None, dict[int, Json]]:
    if call.id("application") != call.world.application.id:
        raise ApiError(20012, 403, "You are not authorized to perform this action on this application")
    if "guild" not in call.path:
        return None, call.world.commands
    guild = call.id("guild")
    if guild not in call.world.guilds or call.hub.me not in call.world.guilds[guild].members:
        raise ApiError(50001)
    return guild, call.world.guild_commands.setdefault(guild, {})


def _shown(one: Json, *, localised: bool) -> Json:
    if localised:
        return one
    return {key: value for key, value in one.items() if not key.endswith("_localizations")}


async def list_commands(call: Call) -> Answer:
    _, book = _book(call)
    localised = call.query.get("with_localizations", "").lower() in {"true", "1"}
    return [_shown(one, localised=localised) for one in book.values()]


async def overwrite_commands(call: Call) -> Answer:
    guild, book = _book(call)
    wanted = call.request.json
    commands.check_all(wanted)
    known = {(one["type"], one["name"]): one for one in book.values()}
    made = [
        commands.register(call.world, guild, one, known=known.get((one.get("type", 1), one["name"]))) for one in wanted
    ]
    book.clear()
    book.update({int(one["id"]): one for one in made})
    return made


async def create_command(call: Call) -> Answer:
    guild, book = _book(call)
    form = Form()
    commands.check(form, (), call.json)
    form.done()
    kind = call.json.get("type", 1)
    same = [one for one in book.values() if one["type"] == kind and one["name"] == call.json["name"]]
    if not same and sum(1 for one in book.values() if one["type"] == kind) >= commands.MOST[kind]:
        raise ApiError(30032, 400, f"Maximum number of application commands reached ({commands.MOST[kind]}).")
    made = commands.register(call.world, guild, call.json, known=same[0] if same else None)
    book[int(made["id"])] = made
    call.status = 200 if same else 201
    return made


def _known(call: Call, book: dict[int, Json]) -> Json:
    found = book.get(call.id("command"))
    if found is None:
        raise ApiError(10063)
    return found


async def get_command(call: Call) -> Answer:
    _, book = _book(call)
    return _known(call, book)


async def change_command(call: Call) -> Answer:
    guild, book = _book(call)
    known = _known(call, book)
    changed = {**known, **call.json}
    form = Form()
    commands.check(form, (), changed)
    form.done()
    made = commands.register(call.world, guild, changed, known=known)
    book[int(made["id"])] = made
    return made


async def delete_command(call: Call) -> Answer:
    _, book = _book(call)
    del book[int(_known(call, book)["id"])]
    return None


for _path, _kind in ((GLOBAL, "Global"), (GUILD, "Guild")):
    _section = "Application Commands ›"
    route("GET", _path, f"{_section} Get {_kind} Application Commands")(list_commands)
    route("PUT", _path, f"{_section} Bulk Overwrite {_kind} Application Commands")(overwrite_commands)
    route("POST", _path, f"{_section} Create {_kind} Application Command")(create_command)
    route("GET", f"{_path}/{{command}}", f"{_section} Get {_kind} Application Command")(get_command)
    route("PATCH", f"{_path}/{{command}}", f"{_section} Edit {_kind} Application Command")(change_command)
    route("DELETE", f"{_path}/{{command}}", f"{_section} Delete {_kind} Application Command")(delete_command)


@route("GET", f"{GUILD}/permissions", "Application Commands › Get Guild Application Command Permissions")
async def list_permissions(call: Call) -> Answer:
    _book(call)
    return []


@route("GET", f"{GUILD}/{{command}}/permissions", "Application Commands › Get Application Command Permissions")
async def get_permissions(call: Call) -> Answer:
    _book(call)
    raise ApiError(10066, 404, "Unknown application command permissions")
