"""Files that people write: TOML read into frozen models, with every mistake named at its line."""

import tomllib
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.documents.mistakes import complaints, nearest, wrong
from bot.documents.places import Places, syntax_complaint
from bot.errors import Complaint, Complaints

__all__ = ["Document", "Places", "nearest", "parse", "read", "validate", "wrong"]


class Document(BaseModel):
    """What every model of a file shares: it never changes, and it knows a misspelt setting when it sees one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


M = TypeVar("M", bound=BaseModel)


def read(text: str, model: type[M], source: str) -> M:
    """Read a file's text; `source` is its path as people know it. Raises Complaints with all that is wrong."""
    return validate(parse(text, source), model, Places(text, source))


def parse(text: str, source: str) -> dict[str, Any]:
    """Read TOML without judging what it says. Raises Complaints where it is no TOML."""
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise Complaints([Complaint(f"{source}:1", "brackets are nested too deeply")]) from None
    except ValueError as error:
        raise Complaints([syntax_complaint(text, source, error)]) from None


def validate(data: Mapping[str, Any], model: type[M], places: Places) -> M:
    """Turn what `parse` gave into a model. Raises Complaints with all that is wrong."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise Complaints(complaints(error, model, places)) from None
