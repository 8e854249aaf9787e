from typing import Any

import pytest

from adapters.discord.asking import cited, focused, named, used
from adapters.discord.directory import Directory
from bot.catalogue.declared import CATALOGUE
from bot.ids import SpaceId

SPACE = SpaceId("discord:1")
MESSAGE: dict[str, Any] = {
    "id": "6",
    "channel_id": "5",
    "author": {"id": "7", "username": "ada", "global_name": None},
    "content": "hello",
    "attachments": [],
    "embeds": [],
    "components": [{"type": 1, "components": [{"type": 2, "custom_id": "1~incident-ask:i1"}]}],
    "mentions": [],
}


def directory() -> Directory:
    made = Directory()
    made.me = "99"
    return made


def test_words_that_may_not_be_read_are_not_taken_for_silence() -> None:
    silent = cited({**MESSAGE, "content": ""}, SPACE, directory())
    assert (silent.text, silent.readable) == ("", False)
    picture = cited({**MESSAGE, "content": "", "attachments": [{"filename": "a.png"}]}, SPACE, directory())
    assert picture.readable


def test_a_file_is_told_from_one_that_takes_its_place() -> None:
    first = {"id": "70", "filename": "a.png", "size": 9, "content_type": "image/png"}
    marks = [
        cited({**MESSAGE, "attachments": [one]}, SPACE, directory()).files
        for one in (first, first, {**first, "id": "71"}, {**first, "size": 10}, {**first, "content_type": "image/gif"})
    ]
    assert marks[0] == marks[1]
    assert len({*marks}) == 4
    assert {name for ((name, mark),) in marks if len(mark) == 32} == {"a.png"}


def test_the_rank_of_whom_a_request_names_is_known_though_their_server_is_not_yet() -> None:
    members = {"7": {"roles": ["3"], "permissions": "8"}, "8": {"roles": [], "permissions": "0"}, "9": {"roles": []}}
    users = {"7": {"id": "7"}, "8": {"id": "8"}, "9": {"id": "9", "bot": True}}
    found = named({"resolved": {"users": users, "members": members}}, SPACE, directory())
    titled = (f"{SPACE}/3", f"{SPACE}/owner", f"{SPACE}/admin")
    assert {one.account: one.roles for one in found} == {f"{SPACE}/7": titled, f"{SPACE}/8": ()}


def test_only_cards_of_our_own_have_buttons_that_mean_something() -> None:
    assert cited(MESSAGE, SPACE, directory()).buttons == ()
    own = {**MESSAGE, "author": {"id": "99", "username": "palabre"}}
    assert cited(own, SPACE, directory()).buttons == ("incident-ask:i1",)


def test_a_webhook_is_nobody() -> None:
    assert cited({**MESSAGE, "webhook_id": "8"}, SPACE, directory()).author is None
    assert cited(MESSAGE, SPACE, directory()).author == f"{SPACE}/7"


def command(name: str, *options: dict[str, Any]) -> dict[str, Any]:
    first, *rest = name.split()
    inside: list[dict[str, Any]] = list(options)
    for word in reversed(rest):
        inside = [{"type": 1, "name": word, "options": inside}]
    return {"name": first, "options": inside}


def test_a_command_is_read_with_its_subcommand_and_without_blanks() -> None:
    shown = used(command("policy show", {"type": 3, "name": "policy", "value": "starter/one"}), CATALOGUE, SPACE)
    assert shown is not None
    assert (shown.entry.id, shown.given) == ("policy show", (("policy", "starter/one"),))
    blank = used(command("report", {"type": 3, "name": "reason", "value": "  "}), CATALOGUE, SPACE)
    assert blank is not None
    assert blank.given == ()


def test_what_an_earlier_version_had_is_left_out() -> None:
    assert used(command("frobnicate"), CATALOGUE, SPACE) is None
    helped = used(command("help", {"type": 3, "name": "topic", "value": "x"}), CATALOGUE, SPACE)
    assert helped is not None
    assert helped.given == ()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (command("pause", {"type": 3, "name": "policy", "value": "sta", "focused": True}), ("policy", "sta")),
        (command("pause", {"type": 3, "name": "policy", "value": "sta"}), None),
        (command("frobnicate", {"type": 3, "name": "policy", "value": "sta", "focused": True}), None),
    ],
)
def test_what_is_being_written_is_known_by_its_kind(data: dict[str, Any], found: tuple[str, str] | None) -> None:
    assert focused(data, CATALOGUE) == found
