"""The room that knows places: what channels and threads are called, so that people need not read numbers."""

from collections.abc import Sequence

from bot.events import ChannelCreated, ThreadCreated
from bot.facts import ChannelFact, FactKey, Facts, channel_key
from bot.ids import ChannelId
from bot.records import ChannelNamed, Record
from bot.rooms import Input, Moment, Ruling


class PlacesRoom:
    """Folds the names of channels."""

    name = "places"
    hears: frozenset[type] = frozenset({ChannelCreated, ThreadCreated})
    keeps: frozenset[type] = frozenset({ChannelNamed})

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """The place that it is about."""
        place = _place(given)
        return frozenset() if place is None else frozenset((channel_key(place),))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:  # noqa: ARG002
        """A new name is noted."""
        place = _place(given)
        if place is None or not isinstance(given, ChannelCreated | ThreadCreated):
            return ()
        known = facts.channel(place)
        if known is not None and known.name == given.name:
            return ()
        return (Ruling(rule="places/named", records=(ChannelNamed(channel=place, name=given.name),)),)

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The place that it is about."""
        return frozenset((channel_key(record.channel),)) if isinstance(record, ChannelNamed) else frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        """The last name holds."""
        if isinstance(record, ChannelNamed):
            facts.put(channel_key(record.channel), ChannelFact(channel=record.channel, name=record.name))


def _place(given: Input) -> ChannelId | None:
    if isinstance(given, ChannelCreated):
        return given.channel
    return given.thread if isinstance(given, ThreadCreated) else None
