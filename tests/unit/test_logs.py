import io
import json
import logging
import warnings
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import structlog
from pydantic import SecretStr

from bot import logs


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    yield io.StringIO()
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name in ("bot", "adapters"):
        logging.getLogger(name).setLevel(logging.NOTSET)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_our_lines_and_those_of_libraries_look_the_same(stream: io.StringIO) -> None:
    logs.configure("info", "json", stream)
    structlog.get_logger("bot.app").info("started", spaces=2)
    logging.getLogger("discord").warning("slow by %s s", 3)
    ours, theirs = lines(stream)
    assert (ours["event"], ours["spaces"], ours["logger"], ours["level"]) == ("started", 2, "bot.app", "info")
    assert (theirs["event"], theirs["logger"], theirs["level"]) == ("slow by 3 s", "discord", "warning")
    assert datetime.fromisoformat(ours["timestamp"]).utcoffset() == timedelta(0)


def test_the_level_holds_for_us_and_libraries_never_go_below_info(stream: io.StringIO) -> None:
    logs.configure("debug", "json", stream)
    structlog.get_logger("bot.app").debug("heard")
    logging.getLogger("adapters.slack").debug("heard too")
    logging.getLogger("discord.gateway").debug("somebody's words")
    assert [line["event"] for line in lines(stream)] == ["heard", "heard too"]


def test_quiet_means_quiet(stream: io.StringIO) -> None:
    logs.configure("error", "json", stream)
    structlog.get_logger("bot.app").warning("not heard")
    logging.getLogger("discord").warning("not heard")
    logging.getLogger("bot.app").error("heard")
    assert [line["event"] for line in lines(stream)] == ["heard"]


@pytest.mark.parametrize("form", ["json", "console"])
def test_words_of_members_and_secrets_are_withheld(stream: io.StringIO, form: logs.Format) -> None:
    logs.configure("debug", form, stream)
    log = structlog.get_logger("bot.app")
    log.info("one", text="hunter2", token="hunter2", body="hunter2", password="hunter2", key=SecretStr("hunter2"))
    logging.getLogger("bot.app").info("two", extra={"content": "hunter2"})
    assert "hunter2" not in stream.getvalue()
    assert "(withheld)" in stream.getvalue()


def fail(words: str) -> None:
    raise RuntimeError(len(words))


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_failure_is_told_without_the_values_of_variables(stream: io.StringIO, form: logs.Format) -> None:
    logs.configure("info", form, stream)
    try:
        fail("".join(["hun", "ter2"]))
    except RuntimeError:
        structlog.get_logger("bot.app").exception("failed")
    assert "RuntimeError: 7" in stream.getvalue()
    assert "hunter2" not in stream.getvalue()


def test_warnings_of_python_are_heard(stream: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logs.configure("info", "json", stream)
        warnings.warn("old way", UserWarning, stacklevel=1)
        logging.captureWarnings(capture=False)
    assert lines(stream)[0]["logger"] == "py.warnings"


def test_people_get_plain_lines_without_colours_where_there_is_no_terminal(stream: io.StringIO) -> None:
    logs.configure("info", "console", stream)
    structlog.get_logger("bot.app").info("started", spaces=2)
    assert "started" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()
