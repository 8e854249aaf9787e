"""The app as Slack takes it: what it is called, what it asks for and where it is reached, from the catalogue.

By https://docs.slack.dev/reference/app-manifest. Slack knows one language per app for names and descriptions; commands
are understood in both whatever they say.
"""

from collections.abc import Iterator
from typing import Any

from adapters.slack import limits, scopes
from adapters.slack.limits import cut
from adapters.slack.options import Http, Socket
from adapters.slack.render import APP
from adapters.slack.spelling import COMMAND, aliases
from adapters.slack.text import flat
from adapters.slack.understanding import FORM, MENU
from adapters.slack.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.entries import CommandEntry
from bot.commands import Level
from bot.views import Text

Payload = dict[str, Any]
_COLOUR = "#2f4858"
_DESCRIPTION = 140


def manifest(  # noqa: PLR0913 - what an app's manifest depends on
    catalogue: Catalogue,
    way: Socket | Http,
    public_url: str | None,
    *,
    words: Words | None = None,
    removing: bool = True,
    reading_files: bool = False,
    installable: bool = False,
) -> Payload:
    """What to paste at api.slack.com/apps, "From a manifest"; in a steady order.

    `removing` also asks whoever installs the app for what takes down others' messages, `reading_files` for what opens
    the files of a message; `installable` lets other workspaces install it.
    """
    said = words or Words()
    url = f"{(public_url or '').rstrip('/')}{way.path}" if isinstance(way, Http) else None
    kinds = frozenset(scopes.EFFECTS) - (frozenset() if reading_files else scopes.READING_FILES)
    oauth: Payload = {"scopes": {"bot": list(scopes.wanted_scopes(kinds))}}
    if removing:
        oauth["scopes"]["user"] = list(scopes.USER_SCOPES)
    if installable and url:
        oauth["redirect_urls"] = [f"{url}/oauth"]
    return {
        "display_information": {
            "name": APP,
            "description": cut(said.ui("app-short"), _DESCRIPTION),
            "long_description": said.ui("app-long"),
            "background_color": _COLOUR,
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": APP, "always_online": True},
            "shortcuts": list(_shortcuts(catalogue, said)),
            "slash_commands": list(_commands(catalogue, said, url)),
        },
        "oauth_config": oauth,
        "settings": _settings(url),
    }


def _settings(url: str | None) -> Payload:
    """Where Slack brings what happens, if it does not come by a socket."""
    reached = {"request_url": url} if url else {}
    return {
        "event_subscriptions": {**reached, "bot_events": sorted(scopes.EVENTS)},
        "interactivity": {"is_enabled": True, **reached},
        "org_deploy_enabled": False,
        "socket_mode_enabled": url is None,
        "token_rotation_enabled": False,
    }


def _commands(catalogue: Catalogue, words: Words, url: str | None) -> Iterator[Payload]:
    reached = {"url": url} if url else {}
    usage = words.ui("command-usage")
    yield {"command": COMMAND, "description": words.ui("command-all"), "usage_hint": usage, **_as_typed(), **reached}
    for command, entry in aliases(catalogue)[: limits.COMMANDS - 1]:
        told = words.into("en" if command == f"/{entry.name.en}" else "fr")
        described = cut(_line(told, entry.help), limits.COMMAND_HELP)
        hint = cut(_hint(entry, told), limits.USAGE)
        yield {"command": command, "description": described, "usage_hint": hint, **_as_typed(), **reached}


def _as_typed() -> Payload:
    """People and channels come by their ids, whatever they are called."""
    return {"should_escape": True}


def _hint(entry: CommandEntry, words: Words) -> str:
    return " ".join(f"[{_line(words, one.label).lower()}]" for one in entry.parameters)


def _shortcuts(catalogue: Catalogue, words: Words) -> Iterator[Payload]:
    """In the menu of messages; in the shortcuts menu, the forms that everybody may use."""
    menus = [("message", f"{MENU}{one.id}", _both(words, one.label), one.form) for one in catalogue.menus]
    wanted = {one.form: one for one in catalogue.commands if one.level == Level.MEMBER and one.form}
    forms = [
        ("global", f"{FORM}{one.id}", _both(words, one.form.title), one.id)
        for one in catalogue.forms
        if one.id in wanted
    ]
    for kind, callback, name, form in [*menus, *forms][: limits.SHORTCUTS]:
        helped = wanted.get(form) if form else None
        described = _line(words, helped.help) if helped else name
        yield {
            "type": kind,
            "name": cut(name, limits.SHORTCUT),
            "callback_id": callback,
            "description": cut(described, limits.SHORTCUT_HELP),
        }


def _both(words: Words, text: Text) -> str:
    """In both languages where there is room, since everybody sees the same."""
    own, other = _line(words, text), _line(words.into("fr" if words.locale == "en" else "en"), text)
    both = f"{own} / {other}"
    return both if own != other and limits.size(both) <= limits.SHORTCUT else own


def _line(words: Words, text: Text) -> str:
    return flat(words.plain(text)) or "…"
