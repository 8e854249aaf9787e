"""What Slack answers, one answer or one page after another."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from adapters.slack.payloads import Json, inner, record, records, said

_MOST_PAGES = 20
Call = Callable[..., Awaitable[Any]]
"""One of slack_sdk's methods."""


async def pages(call: Call, key: str, *, most: int = _MOST_PAGES, **given: Any) -> AsyncIterator[Json]:
    """The objects of a list, page after page (Web API › Pagination). Raises what prevents an answer."""
    cursor = ""
    for _ in range(most):
        answer = answered(await call(**given, **({"cursor": cursor} if cursor else {})))
        for one in records(answer, key):
            yield one
        cursor = said(inner(answer, "response_metadata"), "next_cursor")
        if not cursor:
            return


def answered(answer: Any) -> Json:
    """The object that an answer is. Raises Odd."""
    return record({"answer": answer.data}, "answer")
