"""Whether those outside can be reached, and can reach the pages, before anybody needs it."""

import asyncio
import smtplib
import ssl
from collections.abc import Sequence
from datetime import timedelta

import aiohttp

from adapters.outside.mailing import opened
from adapters.outside.options import Options, Pages, Smtp
from adapters.outside.serving import WELL
from bot.ports import Remark
from bot.views import Phrase

_TIMEOUT = aiohttp.ClientTimeout(total=timedelta(seconds=10).total_seconds())


async def look_over(options: Options) -> Sequence[Remark]:
    """What works, and what does not, each with its next step."""
    found: list[Remark] = []
    if options.smtp is not None:
        found.append(await asyncio.to_thread(_mail, options.smtp))
    if options.pages is not None:
        found.append(await _visited(options.pages))
    return found


def _mail(options: Smtp) -> Remark:
    """The server says hello, over a safe line, and takes the password."""
    where = ("server", f"{options.host}:{options.port}")
    try:
        server = opened(options)
        try:
            code, said = server.noop()
        finally:
            server.close()
    except ssl.SSLError:
        return _wrong("outside-examined-safety", where)
    except smtplib.SMTPNotSupportedError:
        return _wrong("outside-examined-safety", where)
    except smtplib.SMTPAuthenticationError:
        return _wrong("outside-examined-password", where)
    except (smtplib.SMTPException, OSError) as error:
        return _wrong("outside-examined-mail-away", where, ("problem", str(error)))
    if code != 250:
        return _wrong("outside-examined-mail-away", where, ("problem", said.decode("utf-8", "replace")))
    return Remark(ok=True, what=Phrase("outside-examined-mail", (where,)))


async def _visited(options: Pages) -> Remark:
    """Whoever stands in front leads to the pages, as far as that shows from here."""
    where = ("url", options.public_url)
    try:
        async with (
            aiohttp.ClientSession(timeout=_TIMEOUT) as session,
            session.get(f"{options.public_url}/well", allow_redirects=False) as answer,
        ):
            said = (await answer.content.read(len(WELL) + 1)).decode("utf-8", "replace")
            well = answer.status == 200 and said == WELL
            problem = f"{answer.status}"
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        well, problem = False, str(error) or type(error).__name__
    if well:
        return Remark(ok=True, what=Phrase("outside-examined-pages", (where,)))
    return _wrong("outside-examined-pages-away", where, ("problem", problem))


def _wrong(key: str, *arguments: tuple[str, str]) -> Remark:
    return Remark(ok=False, what=Phrase(key, arguments), step=Phrase(f"{key}-step"))
