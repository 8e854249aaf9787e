"""What the program tells about its own work: to standard error, for people or for programs, never what people wrote."""

import logging
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, Literal, TextIO

import structlog

Format = Literal["console", "json"]

_OURS = ("bot", "adapters")
_WORDS = {"text", "texts", "content", "body", "words", "snapshot", "evidence", "payload", "form", "answer", "arguments"}
_SECRETS = {"token", "secret", "password", "authorization", "cookie", "database_url", "dsn"}
_WITHHELD = _WORDS | _SECRETS
_HIDDEN = "(withheld)"


def configure(level: str, form: Format, stream: TextIO = sys.stderr) -> None:
    """Send our own lines and those of libraries the same way; call it once, before anything is logged.

    Libraries are heard from `warning` on, and from `info` on where everything was asked for: below that some of them
    print what people write.
    """
    chosen = logging.getLevelNamesMapping()[level.upper()]
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        withhold,
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(chosen),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(form, stream)],
        )
    )
    logging.captureWarnings(capture=True)
    theirs = logging.INFO if chosen <= logging.DEBUG else max(chosen, logging.WARNING)
    logging.basicConfig(handlers=[handler], level=theirs, force=True)
    for name in _OURS:
        logging.getLogger(name).setLevel(chosen)


def withhold(_logger: object, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Take out what may be somebody's words or a secret, by the name that it was given."""
    for key in event.keys() & _WITHHELD:
        event[key] = _HIDDEN
    return event


def _renderer(form: Format, stream: TextIO) -> structlog.typing.Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=stream.isatty())
