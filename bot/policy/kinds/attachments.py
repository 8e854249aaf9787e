"""The condition `attachments`: files come with the message, many of them or of certain types."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StrictInt, model_validator

from bot import documents
from bot.events import Attachment
from bot.policy.kind import Bench, Context, Kind, Match, Measured, Test
from bot.policy.kinds.prose import message


def _type(written: str) -> str:
    kind = written.strip().casefold().removeprefix("*").removeprefix(".")
    family, slash, rest = kind.partition("/")
    if not family or any(char.isspace() or char in "\\\\*" for char in family) or (slash and not rest) or "/" in rest:
        raise documents.wrong(
            f'"{written}" is no type of file', 'write an ending such as "exe", or a media type such as "image/*"'
        )
    return kind


FileType = Annotated[str, AfterValidator(_type)]


class Attachments(Kind):
    """Where several settings are given, all must hold; files of the wanted types are the ones that are counted."""

    at_least: StrictInt | None = Field(default=None, ge=1, le=1000)
    types: tuple[FileType, ...] = ()
    """Files of one of these types count: the ending of the name, or the media type that the platform tells."""
    other_than: tuple[FileType, ...] = ()
    """Files of any other type count."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.at_least is None and not self.types and not self.other_than:
            raise documents.wrong("attachments says nothing", "give at_least, types or other_than")
        if self.types and self.other_than:
            raise documents.wrong("types and other_than exclude each other", "keep one of them")
        return self

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Count the files that are of a wanted type."""
        least = self.at_least or 1
        told = f"attachments: at least {least}"

        def reasons(context: Context) -> list[str]:
            event = message(context)
            files = event.attachments if event else ()
            return [reason for file in files if (reason := self._reason(file)) is not None]

        def evaluate(context: Context) -> Match | None:
            found = reasons(context)
            if len(found) < least:
                return None
            return Match(evidence=tuple(dict.fromkeys(f"attachments: {one}" if one else told for one in found)))

        return Test(evaluate, measure=lambda context: Measured(str(len(reasons(context))), f"≥ {least}"))

    def _reason(self, file: Attachment) -> str | None:
        """The setting for which a file counts, empty where any file does; None where it does not count."""
        if self.other_than:
            listed = next((kind for kind in self.other_than if _is(file, kind)), None)
            return None if listed else "other than " + ", ".join(self.other_than)
        if self.types:
            return next((kind for kind in self.types if _is(file, kind)), None)
        return ""


def _is(file: Attachment, kind: str) -> bool:
    """A trailing dot or blank hides an ending from people and from no system."""
    if "/" in kind:
        media = file.media_type.casefold().partition(";")[0].strip()
        return media.startswith(kind[:-1]) if kind.endswith("/*") else media == kind
    return file.name.casefold().rstrip(". ").endswith(f".{kind}")
