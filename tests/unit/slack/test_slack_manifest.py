import json
import re
from typing import Any

import pytest

from adapters.slack import inbound, scopes
from adapters.slack.manifest import manifest
from adapters.slack.options import Http, Socket
from adapters.slack.words import Words
from bot.catalogue.declared import CATALOGUE
from bot.locales import Translator

WORDS = Words(Translator(strict=True))


def made(way: Socket | Http = Socket("xapp"), **over: Any) -> dict[str, Any]:  # noqa: B008 - frozen
    return manifest(CATALOGUE, way, "https://bot.example", words=over.pop("words", WORDS), **over)


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_it_stays_within_what_slack_takes(locale: str) -> None:
    found = made(words=WORDS.into(locale))  # type: ignore[arg-type]
    about, features = found["display_information"], found["features"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 174 <= len(about["long_description"]) <= 4000
    assert re.fullmatch("#[0-9a-f]{6}", about["background_color"])
    assert len(features["shortcuts"]) <= 10
    for one in features["shortcuts"]:
        assert len(one["name"]) <= 24
        assert not one["name"].endswith("…")
        assert len(one["callback_id"]) <= 255
        assert 0 < len(one["description"]) <= 150
    assert len({one["callback_id"] for one in features["shortcuts"]}) == len(features["shortcuts"])
    for one in features["slash_commands"]:
        assert len(one["command"]) <= 32
        assert 0 < len(one["description"]) <= 2000
        assert 0 < len(one["usage_hint"]) <= 1000
        assert one["should_escape"]
    assert [one["command"] for one in features["slash_commands"]] == [
        *("/palabre", "/report", "/signaler"),
        *("/dispute", "/conflit", "/managers", "/contact"),
    ]


def test_it_is_the_same_each_time_and_plain_json() -> None:
    assert json.dumps(made()) == json.dumps(made())


def test_over_a_socket_no_address_is_given_and_over_http_one() -> None:
    assert "https://" not in json.dumps(made())
    assert made()["settings"]["socket_mode_enabled"] is True
    found = made(Http("secret", path="/hooks/slack"), installable=True)
    url = "https://bot.example/hooks/slack"
    assert found["settings"]["socket_mode_enabled"] is False
    assert found["settings"]["event_subscriptions"]["request_url"] == url
    assert found["settings"]["interactivity"] == {"is_enabled": True, "request_url": url}
    assert {one["url"] for one in found["features"]["slash_commands"]} == {url}
    assert found["oauth_config"]["redirect_urls"] == [f"{url}/oauth"]


def test_it_subscribes_to_exactly_what_is_read() -> None:
    told = {name.partition(".")[0] for name in made()["settings"]["event_subscriptions"]["bot_events"]}
    assert told == inbound.KINDS


def test_it_asks_for_no_more_than_its_parts_use() -> None:
    asked = set(made()["oauth_config"]["scopes"]["bot"])
    used = {scope for given in (*scopes.METHODS.values(), *scopes.EVENTS.values()) for scope in given}
    assert asked == used | {"commands"}
    assert made()["oauth_config"]["scopes"]["user"] == ["chat:write"]
    assert "user" not in made(removing=False)["oauth_config"]["scopes"]


def test_it_asks_for_files_only_where_the_operator_wants_them_read() -> None:
    usual = set(made()["oauth_config"]["scopes"]["bot"])
    assert set(made(reading_files=True)["oauth_config"]["scopes"]["bot"]) - usual == {"files:read"}


def test_what_a_scope_is_missed_for_is_known() -> None:
    assert scopes.purpose("channels:history", {"react"}) is None
    assert scopes.purpose("reactions:write", {"post_card", "react"}) == "react"
    assert scopes.purpose("files:write", {"react"}) is None
