"""The sandbox: a chat in the browser where anybody can speak as anyone, with the bot in it, as one more platform."""

from adapters.web.adapter import WebAdapter
from adapters.web.options import Options, TimeMachine
from adapters.web.seeding import Channel, Resident
from adapters.web.world import World

__all__ = ["Channel", "Options", "Resident", "TimeMachine", "WebAdapter", "World"]
