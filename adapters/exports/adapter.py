"""An export as a platform: it hands over the past, and notes what would have been done about it."""

from contextlib import closing
from dataclasses import fields
from typing import get_args

from adapters.exports import outbound
from adapters.exports.export import Export
from bot.effects import Effect
from bot.errors import ExportError
from bot.events import Event
from bot.ids import EffectKey, Platform, platform_of
from bot.ports import Capabilities, Receipt, Receive

CHUNK = 1000
EVERY_KIND = frozenset(
    str(field.default) for effect in get_args(Effect) for field in fields(effect) if field.name == "kind"
)


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
                for event in events:
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

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        """Do nothing and say what would have been made."""
        return Receipt(made=outbound.made(effect, key), simulated=True)

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:  # noqa: ARG002
        """Nothing is ever felt, so that playing an effect again is always right."""
        return None
