"""A Slack on loopback that refuses what Slack refuses; real slack-bolt and slack_sdk talk to it over the wire."""

from tests.wire.slack.server.api import Record
from tests.wire.slack.server.delivery import Delivery
from tests.wire.slack.server.errors import ImpossibleError, SlackError
from tests.wire.slack.server.interactions import Answer, Asked
from tests.wire.slack.server.mentions import Ping
from tests.wire.slack.server.server import LoopbackSlack, conformance
from tests.wire.slack.server.views import View
from tests.wire.slack.server.world import Channel, File, Message, Team, Token, User, UserGroup

__all__ = [
    "Answer",
    "Asked",
    "Channel",
    "Delivery",
    "File",
    "ImpossibleError",
    "LoopbackSlack",
    "Message",
    "Ping",
    "Record",
    "SlackError",
    "Team",
    "Token",
    "User",
    "UserGroup",
    "View",
    "conformance",
]
