"""An export as a platform: it hands over the past, and notes what would have been done about it."""

from collections.abc import Iterable, Iterator
from contextlib import closing

from adapters.exports import outbound
from adapters.exports.export import Export
from adapters.exports.fields import veiled
from bot.effects import EVERY_KIND, Effect
from bot.errors import ExportError
from bot.events import ChannelCreated, Event
from bot.ids import ChannelId, EffectKey, EventId, Platform, SpaceId, native, platform_of
from bot.ports import Capabilities, Receipt, Receive

CHUNK = 1000
DISCORD_DIRECT = "discord:0"


class ExportAdapter:
    """One export on its way through the pipeline, in chunks of so many events."""

    def __init__(self, export: Export, *, chunk: int = CHUNK) -> None:
        if chunk < 1:
            raise ValueError("a chunk holds at least one event")
        self._export = export
        self._chunk = chunk

    @property
    def platform(self) -> Platform:
        """Where the export comes from."""
        return platform_of(self._export.space)

    @property
    def capabilities(self) -> Capabilities:
        """Everything can be played."""
        return Capabilities(effects=EVERY_KIND, simulated=True)

    async def run(self, receive: Receive) -> None:
        """Hand over everything there is; what came before a damage is handed over before its ExportError."""
        waiting: list[Event] = []
        with closing(self._export.events()) as events:
            try:
                for event in self._introduced(events):
                    waiting.append(event)
                    if len(waiting) >= self._chunk:
                        handed, waiting = waiting, []
                        await receive(handed)
            except ExportError:
                if waiting:
                    await receive(waiting)
                raise
        if waiting:
            await receive(waiting)

    def _introduced(self, events: Iterable[Event]) -> Iterator[Event]:
        """Each channel is named before the first thing that happens in it: an export tells no earlier time for it."""
        named: set[ChannelId] = set()
        for event in events:
            channel = getattr(event, "channel", None)
            if channel is not None and channel not in named:
                named.add(channel)
                name = self._export.channels.get(channel)
                if name and not _named_after_people(event.space, channel, name):
                    yield ChannelCreated(
                        id=EventId(f"named:{native(channel)}/{veiled(name)}"),
                        space=event.space,
                        at=event.at,
                        channel=channel,
                        name=name,
                    )
            yield event

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        """Do nothing and say what would have been made."""
        return Receipt(made=outbound.made(effect, key), simulated=True)

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:  # noqa: ARG002
        """Nothing is ever felt, so that playing an effect again is always right."""
        return None


def _named_after_people(space: SpaceId, channel: ChannelId, name: str) -> bool:
    """Direct messages are called by who is in them, and such names must not outlive whoever asks to be forgotten."""
    return space == DISCORD_DIRECT or name.startswith("mpdm-") or native(channel).startswith("D")
