"""What the adapter for people outside is told, and what is missing among it."""

from collections.abc import Iterator

from pydantic import SecretStr

from adapters.outside.adapter import OutsideAdapter
from adapters.outside.examining import look_over
from adapters.outside.options import Hook, Mailbox, Options, Pages, Reached, Smtp
from bot.app import doorways
from bot.config import Config
from bot.config.model import Community
from bot.errors import Complaint, Complaints
from bot.ids import CommunityId, outside_space
from bot.ports import Clock, Remark
from bot.storage.store import Store


def configured(config: Config) -> bool:
    """Whether anything goes beyond the platforms."""
    reached = (one.kind != "channel" for many in config.settings.communities.values() for one in many.contacts.values())
    return doorways.has_pages(config) or any(reached)


def adapters(config: Config, store: Store, clock: Clock) -> list[OutsideAdapter]:
    """One, where it is needed. Raises Complaints for all that is missing."""
    return [OutsideAdapter(options(config), doorways.StoredDoorkeeper(store), clock)] if configured(config) else []


async def examined(config: Config) -> list[Remark]:
    """Whether letters can go out and the pages can be found. Raises Complaints for all that is missing."""
    return list(await look_over(options(config)))


def options(config: Config) -> Options:
    """What the settings and the environment say. Raises Complaints for all that is missing."""
    if missing := list(_missing(config)):
        raise Complaints(missing)
    said, known = config.settings.outside, config.secrets
    smtp = Smtp(
        host=said.smtp.host,
        port=said.smtp.port,
        sender=said.smtp.sender,
        security=said.smtp.security,
        user=_plain(known.smtp_user),
        password=_plain(known.smtp_password),
    )
    return Options(
        contacts={
            outside_space(CommunityId(name)): dict(_reached(one)) for name, one in config.settings.communities.items()
        },
        smtp=smtp if said.smtp.host else None,
        webhook_secret=_plain(known.webhook_secret),
        pages=_pages(config) if doorways.has_pages(config) else None,
    )


def _reached(community: Community) -> Iterator[tuple[str, Reached]]:
    for name, one in community.contacts.items():
        if one.kind == "mail":
            yield name, Mailbox(address=one.address, locale=one.locale)
        elif one.kind == "webhook":
            yield name, Hook(url=one.address)


def _pages(config: Config) -> Pages:
    said = config.settings.outside.pages
    return Pages(public_url=said.public_url, keys=doorways.signing_keys(config), host=said.host, port=said.port)


def _missing(config: Config) -> Iterator[Complaint]:
    file, said, known = str(config.source or "config.toml"), config.settings.outside, config.secrets
    kinds = {
        f"{file}: communities.{name}.contacts.{contact}": one.kind
        for name, community in config.settings.communities.items()
        for contact, one in community.contacts.items()
    }
    if not said.smtp.host:
        hint = "set host and sender of [outside.smtp]"
        yield from (Complaint(at, "no server takes mail to them", hint) for at, kind in kinds.items() if kind == "mail")
    if known.webhook_secret is None and "webhook" in kinds.values():
        hint = "make one, and give it to whoever takes the calls: openssl rand -hex 32"
        yield Complaint("PALABRE_WEBHOOK_SECRET", "nothing can be signed without it", hint)
    if (known.smtp_user is None) != (known.smtp_password is None):
        yield Complaint("PALABRE_SMTP_USER", "a user and a password belong together", "set PALABRE_SMTP_PASSWORD too")
    if doorways.has_pages(config):
        try:
            doorways.signing_keys(config)
        except Complaints as error:
            yield from error.complaints


def _plain(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""
