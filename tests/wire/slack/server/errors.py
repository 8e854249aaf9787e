"""How Slack says no: an error code in a JSON body, mostly with HTTP 200; and what a person's client does not offer."""

from typing import Any


class SlackError(Exception):
    """One refusal of the Web API, by its documented code."""

    def __init__(self, code: str, *, messages: list[str] | None = None, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages
        self.details = details

    def body(self) -> dict[str, Any]:
        """The JSON body; `response_metadata` only where Slack explains itself."""
        found: dict[str, Any] = {"ok": False, "error": self.code, **self.details}
        if self.messages:
            found["response_metadata"] = {"messages": self.messages}
        return found


class ImpossibleError(Exception):
    """A person's client does not offer what a test asked that person to do."""


def lacking(name: str) -> SlackError:
    """A required argument that is not there."""
    return SlackError("invalid_arguments", messages=[f"[ERROR] missing required field: {name}"])


def missing_scope(needed: str, provided: frozenset[str] | set[str]) -> SlackError:
    """A token without the scope that a method asks for."""
    return SlackError("missing_scope", needed=needed, provided=",".join(sorted(provided)))
