"""How people outside the team are reached, and where pages of the bot's own are; secrets stand in the environment."""

import re
from email.utils import parseaddr
from ipaddress import ip_address
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from bot.config import addresses
from bot.documents import Document, nearest, wrong
from bot.locales import Locale

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
_CHANNEL = re.compile(r"[a-z]+:[^\s/:]+/\S+")


def _contact(given: str) -> str:
    if not _NAME.fullmatch(given):
        raise wrong(f'"{given}" cannot name a contact', "use small letters, figures and dashes")
    return given


def _public(given: str) -> str:
    return given and addresses.sound(given, ("https", "http"))


def _sender(given: str) -> str:
    if given and (not given.isprintable() or not _MAILBOX.fullmatch(parseaddr(given)[1])):
        raise wrong("this is no sender of mail", 'write it like "Palabre <bot@example.org>"')
    return given


ContactName = Annotated[str, AfterValidator(_contact)]


class Pages(Document):
    """Pages for whoever is not on any platform: answers from outside, and appeals of those who were put out."""

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 3100
    public_url: Annotated[str, AfterValidator(_public)] = ""
    """As the world sees them, through whatever stands in front; empty: there are no such pages."""


class Smtp(Document):
    """The server that takes mail for others."""

    host: str = ""
    """Empty: no mail is sent."""
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    sender: Annotated[str, AfterValidator(_sender)] = ""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """`none` only on this very machine."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.host and not self.sender:
            raise wrong("mail needs a sender", 'add sender = "Palabre <bot@example.org>"')
        if self.host and self.security == "none" and not addresses.here(self.host):
            raise wrong("without starttls or tls everybody could read these letters", 'write security = "starttls"')
        return self


class Outside(Document):
    """Everything beyond the platforms."""

    pages: Pages = Pages()
    smtp: Smtp = Smtp()


class Who(Document):
    """In plain words, as people read it in a sentence."""

    en: Annotated[str, Field(min_length=1, max_length=120)]
    fr: Annotated[str, Field(min_length=1, max_length=120)]


class Contact(Document):
    """Somebody outside the team to whom a complaint can be carried."""

    kind: Literal["mail", "webhook", "channel"]
    address: str
    """A mail address, an https address, or a channel of one of the community's spaces."""
    locale: Locale = "en"
    who: Who

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _FITTING[self.kind](self.address)
        return self


def _mail(given: str) -> None:
    if not _MAILBOX.fullmatch(given):
        raise wrong(f'"{given}" is no mail address', 'write it like "someone@example.org"')


def _channel(given: str) -> None:
    if not _CHANNEL.fullmatch(given):
        raise wrong(f'"{given}" is no channel', 'write its space and its number, such as "discord:1234/5678"')


def _webhook(given: str) -> None:
    """Only over a line that nobody listens to, and not into a network that only this machine can reach."""
    try:
        parts = urlsplit(given)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or not given.isprintable() or " " in given:
        raise wrong("this is no address", 'write it like "https://example.org/palabre"')
    if parts.username or parts.password or parts.fragment:
        raise wrong("an address here has no name, password or place in it", "leave the path, at most a question")
    if parts.scheme not in ("https", "http"):
        raise wrong(f'"{parts.scheme}" is not understood here', nearest(parts.scheme, ("https",)) or "write https://")
    if addresses.here(host):
        return
    if parts.scheme == "http":
        raise wrong("http:// would send what people wrote for everybody to read", "write https://")
    if _private(host):
        raise wrong(f"{host} is not reached from the internet", "name an address that everybody can reach")


def _private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


_FITTING = {"mail": _mail, "webhook": _webhook, "channel": _channel}
