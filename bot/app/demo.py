"""The sample community, replayed afresh: everything that a story about it needs, taken from what was really ruled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot import documents
from bot.app import packs, replay, shell
from bot.app.decisions import Decision, Line, Samples, decisions, spoken
from bot.app.replay import Replay, Replayed
from bot.config import Config, load
from bot.documents import Document
from bot.errors import ExportError
from bot.ids import ChannelId, CommunityId, PolicyId
from bot.storage import questions
from bot.storage.batch import Ruled
from bot.views import Bilingual, Locale

FOLDER = Path("palabre-demo")
COMMUNITY = CommunityId("tilleul")
TIME_ZONE = "Europe/Paris"
_PLACES = (Path(__file__).parents[2] / "examples", Path(__file__).parents[1] / "examples")
_SETTINGS = """\
# The settings of the demonstration: made anew by every `palabre demo`.
[database]
url = "sqlite:palabre.db"

[communities.{community}]
spaces = ["slack:T0TILLEUL"]
locale = "{locale}"
time_zone = "{zone}"
packs = ["starter", "respect"]
# The team's own channel, which the sample does not show.
managers_channel = {{ "slack:T0TILLEUL" = "C0TEAM0001" }}
"""


class Told(Document):
    """A remark in both languages."""

    en: str
    fr: str

    @property
    def text(self) -> Bilingual:
        """The words as a view."""
        return Bilingual(self.en, self.fr)


class Remark(Told):
    """A remark on one message, named as `CHANNEL/TIMESTAMP`."""

    message: str
    part: str = ""
    """The words of it to quote, where not all of them."""

    def quote(self, line: Line) -> str:
        """Words that really stand in the line."""
        return self.part if self.part and self.part in line.text else line.text


class Wait(Document):
    """A question and its first answer."""

    question: str
    answer: str


class Highlights(Document):
    """What the storyteller points at; whether anything was decided on it stands nowhere here."""

    opening: Told
    scene: tuple[Remark, ...] = ()
    critic: tuple[Remark, ...] = ()
    innocent: tuple[Remark, ...] = ()
    wait: tuple[Wait, ...] = ()


@dataclass(slots=True)
class Story:
    """What happened, in the order in which it happened."""

    folder: Path
    settings: Path
    highlights: Highlights
    titles: Mapping[PolicyId, Bilingual]
    seen: Samples = field(default_factory=Samples)
    lines: dict[str, Line] = field(default_factory=dict)
    """By the last two parts of their ids."""
    decided: list[Decision] = field(default_factory=list)
    result: Replayed | None = None
    database: str = ""
    kept_days: int = 0
    """For how long words that were taken down are kept."""
    rulings: int = 0
    chain: tuple[str, ...] = ()

    def watch(self, batch: Sequence[Ruled]) -> None:
        """Remember what was said and decided."""
        self.seen.watch(batch)
        for line in filter(None, map(spoken, batch)):
            self.lines.setdefault(_short(line.message), line)
        self.decided += decisions(batch)

    def acted_on(self, message: str) -> Decision | None:
        """What was decided about a highlight, if anything was."""
        return next((one for one in self.decided if _short(one.line.message) == message), None)

    def remark(self, decision: Decision) -> Bilingual | None:
        """What the storyteller has to say about a decision."""
        named = _short(decision.line.message)
        every = (*self.highlights.scene, *self.highlights.innocent, *self.highlights.critic)
        return next((one.text for one in every if one.message == named), None)

    def channel(self, channel: ChannelId) -> str:
        """What people call a channel."""
        known = self.result.channels if self.result else {}
        return known.get(channel, channel.rpartition("/")[2])

    @property
    def window(self) -> tuple[datetime, datetime] | None:
        """From the first event to the last."""
        if self.result is None or self.result.since is None or self.result.until is None:
            return None
        return self.result.since, self.result.until


async def live_through(locale: Locale) -> Story:
    """Replay the sample into a database of its own, made afresh. Raises ExportError, StorageError, Complaints."""
    export = sample()
    settings = _fresh(FOLDER, locale)
    config = load(settings, {})
    story = Story(FOLDER, settings, _highlights(export), _titles(config))
    story.result = await replay.replay(config, Replay(export=export, watch=story.watch))
    story.kept_days = config.settings.retention.outbox_text_days
    story.database = shell.database_shown(config)
    async with shell.opened(config) as store:
        partition = (await shell.communities(store))[COMMUNITY]
        async with store.reading() as connection:
            story.rulings = await questions.rulings(connection, partition)
            story.chain = tuple(await questions.broken_chain(connection, partition))
    return story


def sample() -> Path:
    """The sample community's folder. Raises ExportError."""
    for place in _PLACES:
        if (place / COMMUNITY).is_dir():
            return place / COMMUNITY
    raise ExportError(f"the sample community is missing from this installation ({_PLACES[0] / COMMUNITY})")


def _fresh(folder: Path, locale: Locale) -> Path:
    """A folder with settings and no database; only what an earlier demonstration left there is taken away."""
    try:
        folder.mkdir(exist_ok=True)
        for name in ("palabre.db", "palabre.db-wal", "palabre.db-shm"):
            (folder / name).unlink(missing_ok=True)
        settings = folder / "config.toml"
        words = _SETTINGS.format(community=COMMUNITY, locale=locale, zone=TIME_ZONE)
        settings.write_text(words, encoding="utf-8")
    except OSError as error:
        raise ExportError(
            f"the folder {folder} cannot be written here ({error.strerror}): go to another one"
        ) from error
    return settings


def _highlights(export: Path) -> Highlights:
    place = export / "highlights.toml"
    return documents.read(place.read_text(encoding="utf-8"), Highlights, str(place))


def _titles(config: Config) -> dict[PolicyId, Bilingual]:
    loaded = packs.load(config.policies, config.settings.communities[COMMUNITY].packs)
    return {pack.name(policy): policy.title.text for pack in loaded for policy in pack.policies}


def _short(message: str) -> str:
    return "/".join(message.rsplit("/", 2)[1:])
