"""What Discord answers instead of doing what was asked: status, JSON error code, and the tree of a refused form."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

# Topics › Opcodes and Status Codes › JSON Error Codes
CODES: dict[int, tuple[int, str]] = {
    0: (401, "401: Unauthorized"),
    10002: (404, "Unknown Application"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10006: (404, "Unknown Invite"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10009: (404, "Unknown permission overwrite"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10014: (400, "Unknown Emoji"),
    10015: (404, "Unknown Webhook"),
    10026: (404, "Unknown Ban"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    30003: (400, "Maximum number of pins reached for the channel (50)"),
    30010: (400, "Maximum number of reactions reached (20)"),
    40005: (413, "Request entity too large"),
    40007: (403, "The user is banned from this guild."),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50003: (400, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50016: (
        400,
        "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages",
    ),
    50021: (403, "Cannot execute action on a system message"),
    50024: (400, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    50028: (400, "Invalid Role"),
    50033: (400, "Invalid Recipient(s)"),
    50034: (400, "A message provided was too old to bulk delete"),
    50035: (400, "Invalid Form Body"),
    50083: (400, "Thread is archived"),
    50109: (400, "The request body contains invalid JSON."),
    160002: (400, "Cannot reply without permission to read message history"),
    160004: (400, "A thread has already been created for this message"),
    160005: (400, "This thread is locked"),
}


@dataclass
class ApiError(Exception):
    """One refusal, as its status and the JSON body that explains it."""

    code: int
    status: int = 0
    message: str = ""
    errors: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        status, message = CODES.get(self.code, (400, "Bad Request"))
        self.status = self.status or status
        self.message = self.message or message
        super().__init__(self.code, self.message)

    def body(self) -> dict[str, Any]:
        """The JSON body: `errors` only where a form was refused."""
        found: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.errors:
            found["errors"] = self.errors
        return found


def misfit(name: str, code: str, message: str) -> ApiError:
    """A form refused for a single field."""
    return ApiError(50035, errors={name: {"_errors": [{"code": code, "message": message}]}})


@contextlib.contextmanager
def under(name: str) -> Iterator[None]:
    """Puts the mistakes of a form that stands inside another one at their place in it."""
    try:
        yield
    except ApiError as error:
        error.errors = {name: error.errors} if error.errors else None
        raise


class ImpossibleError(Exception):
    """A person's client does not offer what a test asked that person to do."""


@dataclass
class Form:
    """Collects everything wrong with a form, as Discord tells all of it at once."""

    tree: dict[str, Any] = field(default_factory=dict)

    def refuse(self, path: tuple[str | int, ...], code: str, message: str) -> None:
        """Notes one mistake at the place in the form where it stands."""
        node = self.tree
        for part in path:
            node = node.setdefault(str(part), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def length(self, path: tuple[str | int, ...], value: object, low: int, high: int) -> None:
        """A text of so many characters; absent texts are left alone."""
        if value is None:
            return
        if not isinstance(value, str):
            self.refuse(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.")
        elif not low and len(value) > high:
            self.refuse(path, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        elif not low <= len(value) <= high:
            self.refuse(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")

    def required(self, path: tuple[str | int, ...], value: object) -> bool:
        """Whether a field is there at all."""
        if value is None or value == "":
            self.refuse(path, "BASE_TYPE_REQUIRED", "This field is required")
            return False
        return True

    def count(self, path: tuple[str | int, ...], value: object, low: int, high: int) -> bool:
        """A list of so many things."""
        if not isinstance(value, list):
            self.refuse(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return False
        if not low and len(value) > high:
            self.refuse(path, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
            return False
        if not low <= len(value) <= high:
            self.refuse(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
            return False
        return True

    def between(self, path: tuple[str | int, ...], value: object, low: float, high: float) -> None:
        """A number within its limits; absent numbers are left alone."""
        if value is None:
            return
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
        elif value > high:
            self.refuse(path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {high}.")
        elif value < low:
            self.refuse(path, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {low}.")

    def choice(self, path: tuple[str | int, ...], value: object, choices: frozenset[Any]) -> None:
        """One of a few values; absent ones are left alone."""
        if value is not None and value not in choices:
            shown = ", ".join(str(one) for one in sorted(choices, key=str))
            self.refuse(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{shown}}}.")

    def done(self) -> None:
        """Refuses the form where anything in it was wrong."""
        if self.tree:
            raise ApiError(50035, errors=self.tree)
