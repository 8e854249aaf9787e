"""Brings the file and the environment together, and complains about both at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from bot import documents
from bot.config import copies, databases, secrets
from bot.config.model import Settings
from bot.config.secrets import Secrets
from bot.documents import Places
from bot.errors import Complaint, Complaints
from bot.ids import SpaceId

USUAL_PLACE = Path("config.toml")


@dataclass(frozen=True, slots=True)
class Held:
    """Settings of an earlier start, which hold for as long as the file has mistakes."""

    mistakes: tuple[Complaint, ...]
    since: datetime
    """When a start last went well with these settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that was decided before the start; it can be printed without giving a secret away."""

    settings: Settings
    secrets: Secrets
    database: SecretStr
    """As the storage reads it: `sqlite:////an/absolute/path` or `postgresql://…`."""
    policies: tuple[Path, ...]
    """The folders of packs, absolute."""
    source: Path | None
    """The file that was read, if any."""
    text: str = field(default="", repr=False)
    """What stood in it."""
    held: Held | None = None
    """Safe mode: the file has mistakes, and these are the settings of the last good start."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the vault, the newest first; each of them secret."""
        given = self.secrets.vault_key.get_secret_value() if self.secrets.vault_key else ""
        return tuple(one for one in (part.strip() for part in given.split(",")) if one)


def load(path: Path | None, environ: Mapping[str, str], *, fall_back: bool = False) -> Config:
    """Read the settings from `path`, else from where PALABRE_CONFIG points, else from `config.toml` if there is one.

    `fall_back`: where the file has mistakes, the settings of the last good start hold, if there was one.
    Raises Complaints with every mistake of the file and of the environment.
    """
    source, found = _source(path, environ)
    around = tuple(secrets.complaints(environ))
    settings, text = Settings(), ""
    if source is not None and not found:
        try:
            text = _text(source)
            settings = _settings(text, source)
        except Complaints as error:
            found = error.complaints
    if not found and not around:
        return _config(settings, source, environ, text)
    kept = copies.latest(source) if fall_back and source is not None and not around else None
    if kept is None:
        raise Complaints([*found, *around])
    try:
        settings = _settings(kept.text, kept.path)
    except Complaints:  # an earlier version of the program had other settings
        raise Complaints(found) from None
    return _config(settings, source, environ, kept.text, Held(found, kept.at))


def _source(path: Path | None, environ: Mapping[str, str]) -> tuple[Path | None, tuple[Complaint, ...]]:
    """Which file to read; only one that was asked for can be missing."""
    named = environ.get("PALABRE_CONFIG")
    asked = path or (Path(named) if named else None)
    if asked is None:
        return (USUAL_PLACE if USUAL_PLACE.is_file() else None), ()
    if asked.is_file():
        return asked, ()
    place = str(path) if path else "PALABRE_CONFIG"
    what = f"there is no such file{'' if path else f' as {asked}'}"
    return asked, (Complaint(place, what, "copy config.example.toml there, or leave it out to use the defaults"),)


def _text(source: Path) -> str:
    try:
        return source.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Complaints([Complaint(f"{source}:1", "this is no text in UTF-8", "save it as UTF-8")]) from None
    except OSError as error:
        raise Complaints([Complaint(str(source), f"this cannot be read ({error.strerror})")]) from None


def _settings(text: str, source: Path) -> Settings:
    settings = documents.read(text, Settings, str(source))
    found = list(_contradictions(settings, Places(text, str(source))))
    if found:
        raise Complaints(found)
    return settings


def _contradictions(settings: Settings, places: Places) -> Iterator[Complaint]:
    """What is sound in itself, but not beside the rest."""
    owners: dict[SpaceId, str] = {}
    for name, community in settings.communities.items():
        here = ("communities", name)
        for number, space in enumerate(community.spaces):
            owner = owners.setdefault(space, name)
            if owner != name or space in community.spaces[:number]:
                hint = "a space belongs to one community only, and once"
                yield Complaint(places.place((*here, "spaces", number)), f'"{space}" is already in {owner}', hint)
        for space, channel in community.managers_channel.items():
            if not channel.startswith(f"{space}/"):
                place = places.place((*here, "managers_channel", space))
                yield Complaint(place, f'"{channel}" is no channel of {space}', "the channel's own number is enough")
        for contact, one in community.contacts.items():
            if one.kind == "channel" and one.address.partition("/")[0] not in community.spaces:
                place = places.place((*here, "contacts", contact, "address"))
                hint = "the bot writes only where it is: name a channel of one of the spaces"
                yield Complaint(place, f'"{one.address}" is in no space of {name}', hint)
        named: list[tuple[str, str, SpaceId]] = [
            ("managers_channel", space, space) for space in community.managers_channel
        ]
        named += [("levels", role, SpaceId(role.partition("/")[0])) for role in community.levels]
        for table, key, space in named:
            if space not in community.spaces:
                hint = documents.nearest(space, community.spaces) or "add it to spaces, or take this line out"
                yield Complaint(places.place((*here, table, key)), f"{space} is no space of {name}", hint)


def _config(
    settings: Settings, source: Path | None, environ: Mapping[str, str], text: str, held: Held | None = None
) -> Config:
    home = (source.parent if source else Path()).absolute()
    known = secrets.gather(environ)
    level = environ.get("PALABRE_LOG_LEVEL", "").lower()
    if level:
        louder = settings.logging.model_validate({**settings.logging.model_dump(), "level": level})
        settings = settings.model_copy(update={"logging": louder})
    address = known.database_url.get_secret_value() if known.database_url else settings.database.url
    return Config(
        settings=settings,
        secrets=known,
        database=SecretStr(databases.resolved(address, home)),
        policies=tuple(home / folder for folder in settings.policies),
        source=source,
        text=text,
        held=held,
    )
