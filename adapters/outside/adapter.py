"""Whoever is outside as a platform: letters go out, and what is written on the pages comes in as events."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import assert_never

from adapters.outside import calling, examining, mailing, serving
from adapters.outside.letters import letter
from adapters.outside.options import Hook, Mailbox, Options, Reached
from adapters.outside.words import Words
from bot.effects import Effect, TellOutside
from bot.errors import Refused
from bot.ids import OUTSIDE, EffectKey, SpaceId
from bot.locales import LOCALES
from bot.ports import Capabilities, Clock, Doorkeeper, Receipt, Receive, Remark
from bot.views import Phrase

_MOMENT = 5.0
"""Seconds that the pages may take to be there."""


class OutsideAdapter:
    """All contacts of all communities, and the pages for everybody."""

    platform = OUTSIDE
    capabilities = Capabilities(effects=frozenset({"tell_outside"}), reads_back=True)

    def __init__(self, options: Options, keeper: Doorkeeper, clock: Clock) -> None:
        self._options, self._keeper, self._clock = options, keeper, clock
        self._words = Words()
        self._port = 0
        self._listens = asyncio.Event()

    @property
    def port(self) -> int:
        """Where the pages are, once they can be visited; 0 where there are none."""
        return self._port

    async def run(self, receive: Receive) -> None:
        """Serve the pages until cancelled; where there are none, there is nothing to hear. Raises Complaints."""
        if self._options.pages is None:
            return
        await asyncio.to_thread(self._read_words)
        listening = serving.listen(self._options.pages)
        try:
            site = serving.Site(self._options.pages, self._keeper, receive, self._clock, self._words)
            self._port = listening.getsockname()[1]
            self._listens.set()
            await serving.serve(site, listening)
        finally:
            self._port = 0
            self._listens.clear()
            listening.close()

    def _read_words(self) -> None:
        """Before the first visitor waits for it."""
        for locale in LOCALES:
            Words(self._words.translator, locale).ui("page-sign")

    async def examine(
        self,
        wanted: Mapping[SpaceId, frozenset[str]],  # noqa: ARG002 - nobody outside grants or refuses anything
        elsewhere: frozenset[str] | None = None,  # noqa: ARG002
    ) -> Sequence[Remark]:
        """Whether letters can go out and the pages can be found, once they are there."""
        if self._options.pages is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._listens.wait(), _MOMENT)
        return await examining.look_over(self._options)

    async def apply(self, effect: Effect, *, key: EffectKey) -> Receipt:
        """Write to a contact. Raises Refused or Unavailable."""
        told, reached = self._told(effect)
        words = Words(self._words.translator, told.locale, told.address)
        written = await asyncio.to_thread(letter, told.card, words)
        match reached:
            case Mailbox():
                if self._options.smtp is None:
                    raise Refused("there is no server that takes mail", Phrase("outside-refused-unknown"))
                mail = mailing.message(written, reached, self._options.smtp, key, self._clock.now())
                await asyncio.to_thread(mailing.send, mail, self._options.smtp)
            case Hook():
                content = calling.body(told, written)
                head = calling.headers(content, self._options.webhook_secret, key, self._clock.now())
                await calling.call(reached, content, head)
            case _:
                assert_never(reached)
        return Receipt()

    async def recall(self, effect: Effect, *, key: EffectKey) -> Receipt | None:  # noqa: ARG002
        """A call may come twice, since its key says that it is the same; of a mail nobody knows. Raises Refused."""
        _, reached = self._told(effect)
        if isinstance(reached, Hook):
            return None
        raise Refused("nobody can be asked whether a mail went out")

    def _told(self, effect: Effect) -> tuple[TellOutside, Reached]:
        """Raises Refused where nobody is (any more) called so."""
        if not isinstance(effect, TellOutside):
            raise Refused(f"nobody outside can do this: {effect.kind}")
        reached = self._options.contacts.get(effect.space, {}).get(effect.contact)
        if reached is None:
            raise Refused(f"there is no contact {effect.contact}", Phrase("outside-refused-unknown"))
        return effect, reached
