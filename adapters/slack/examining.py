"""What the bot may and may not do on Slack, found out by the API alone: for whoever sets it up.

Every remark says what is missing where, and the next step. Nothing is changed by looking.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import scopes
from adapters.slack.filling import FAILURES, PAGE
from adapters.slack.options import Http, Options
from adapters.slack.paging import pages
from adapters.slack.refusals import PAUSE, code
from adapters.slack.workspaces import Workspace, Workspaces
from bot.errors import Unavailable
from bot.ids import SpaceId
from bot.ports import Remark
from bot.views import Argument, Phrase

_Kinds = frozenset[str]


async def examine(
    workspaces: Workspaces, options: Options, wanted: Mapping[SpaceId, _Kinds], elsewhere: _Kinds | None = None
) -> Sequence[Remark]:
    """Compare what is allowed with what is wanted. Raises Unavailable."""
    held = {one.team.space: one for one in workspaces.all()}
    others = {} if elsewhere is None else dict.fromkeys(held, elsewhere)
    try:
        remarks = [await _way(workspaces, options)]
        for space, kinds in {**others, **wanted}.items():
            found = held.get(space)
            looked = await _workspace(found, options, kinds) if found else [_absent(space)]
            remarks += [replace(one, space=space) for one in looked]
    except FAILURES as error:
        raise Unavailable(f"Slack cannot be asked: {code(error) or type(error).__name__}", PAUSE) from error
    return remarks if held or wanted or elsewhere is None else [*remarks, _wrong("nowhere")]


async def _way(workspaces: Workspaces, options: Options) -> Remark:
    """What it takes for anything to come in."""
    way = options.way
    if isinstance(way, Http):
        return _fine("secret") if way.signing_secret else _wrong("secret")
    try:
        await workspaces.clients.client().apps_connections_open(app_token=way.app_token)
    except SlackApiError as error:
        return _wrong("app-token", code=code(error))
    return _fine("app-token")


async def _workspace(one: Workspace, options: Options, kinds: _Kinds) -> list[Remark]:
    """One workspace: the token, what it may do, what Slack can do at all, and what the bot sees of it."""
    try:
        answer = await one.client.auth_test()
    except SlackApiError as error:
        return [_wrong("token", code=code(error))]
    wanted = kinds | scopes.READING_FILES if options.reads_files else kinds
    remarks = [*_missing(_granted(answer), wanted), *_impossible(kinds, options), *await _watched(one.client)]
    if one.user_client is not None:
        remarks.append(await _administrator(one, one.user_client))
    fine = all(remark.ok for remark in remarks)
    name = one.team.name or one.team.native
    return [_fine("token", name=name), _fine("workspace" if fine else "workspace-but", name=name), *remarks]


def _granted(answer: Any) -> frozenset[str] | None:
    """What a token may do; None where Slack does not say."""
    headers = {name.lower(): value for name, value in answer.headers.items()}
    said = headers.get("x-oauth-scopes")
    return None if said is None else frozenset(part.strip() for part in said.split(",") if part.strip())


def _missing(granted: frozenset[str] | None, kinds: _Kinds) -> Iterator[Remark]:
    if granted is None:
        return
    for scope in scopes.wanted_scopes(kinds):
        if scope not in granted:
            yield _wrong("scope", scope=scope, **{"for": scopes.purpose(scope, kinds) or "reading"})


def _impossible(kinds: _Kinds, options: Options) -> Iterator[Remark]:
    """What policies want and Slack lets no app do, and what can be done instead."""
    for kind in sorted(kinds - frozenset(scopes.EFFECTS)):
        yield _wrong("impossible", effect=kind)
    if "delete_message" in kinds and options.user_token is None:
        yield _wrong("deleting")
    if "remove_from_channel" in kinds:
        yield _fine("kicking")


async def _watched(client: AsyncWebClient) -> list[Remark]:
    """Which public channels the bot sees nothing of; it need not see all of them, but some."""
    listed = pages(client.conversations_list, "channels", limit=PAGE, types="public_channel", exclude_archived=True)
    try:
        found = [(str(one.get("name") or one.get("id")), one.get("is_member") is True) async for one in listed]
    except SlackApiError as error:
        if code(error) == "missing_scope":
            return []
        raise
    unwatched, inside = sorted(name for name, member in found if not member), sum(member for _, member in found)
    remarks = [_fine("watched", number=inside)] if inside else []
    if unwatched:
        given: dict[str, Argument] = {"place": unwatched[0], "more": len(unwatched) - 1}
        remarks.append(replace(_wrong("unwatched", **given), ok=inside > 0))
    return remarks


async def _administrator(one: Workspace, client: AsyncWebClient) -> Remark:
    """Whether the token that takes down others' messages can do that."""
    try:
        answer = await client.auth_test()
        granted = _granted(answer)
        if answer.get("team_id") != one.team.native:
            return _wrong("user-token", code="workspace")
        if granted is not None and not granted & set(scopes.USER_SCOPES):
            return _wrong("user-token", code="scope")
        person = (await one.client.users_info(user=str(answer.get("user_id")))).get("user") or {}
    except SlackApiError as error:
        return _wrong("user-token", code=code(error))
    return _fine("user-token") if person.get("is_admin") else _wrong("user-token", code="member")


def _absent(space: SpaceId) -> Remark:
    return _wrong("workspace", id=space.partition(":")[2])


def _fine(key: str, **arguments: Argument) -> Remark:
    return Remark(ok=True, what=Phrase(f"slack-{key}", tuple(arguments.items())))


def _wrong(key: str, **arguments: Argument) -> Remark:
    given = tuple(arguments.items())
    return Remark(ok=False, what=Phrase(f"slack-{key}-wrong", given), step=Phrase(f"slack-{key}-step", given))
