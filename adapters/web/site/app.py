"""The site's addresses: whom one speaks as and in which language stand in them, so that every window is its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from adapters.web import files
from adapters.web.filling import Filling
from adapters.web.ink import Ink
from adapters.web.render import IMAGES
from adapters.web.site import forms
from adapters.web.site.completing import Completing
from adapters.web.site.doing import Doing, said
from adapters.web.site.guard import Guard
from adapters.web.site.live import MOVED, Hub
from adapters.web.site.pages import Pages
from adapters.web.site.site import Key, Site
from adapters.web.site.templates import fragment
from adapters.web.site.visit import LOCALES, Lost, Visit
from bot.errors import StorageError
from bot.ids import native
from bot.sightings import Day
from bot.views import Locale

WEEKS = timedelta(days=27)
STATIC = Path(str(resources.files("adapters.web"))) / "static"


def application(site: Site, hub: Hub) -> Guard:
    """The whole site."""
    reading = Reading(site, hub)
    at = "/{locale}/{person}"
    routes = [
        Route("/", reading.door),
        Route("/files/{name}/{called}", reading.file),
        Mount("/static", StaticFiles(directory=STATIC)),
        Route(at, reading.home),
        Route(f"{at}/live", reading.live),
        Route(f"{at}/menu", reading.menu),
        Route(f"{at}/form", reading.form),
        Route(f"{at}/choose", reading.choose),
        Route(f"{at}/complete", reading.complete),
        Route(f"{at}/document", reading.document),
        Route(f"{at}/weeks", reading.weeks),
        Route(f"{at}/do/{{deed}}", Doing(site).answer, methods=["POST"]),
        Route(f"{at}/{{channel}}", reading.page),
    ]
    handlers = {
        Lost: reading.lost,
        HTTPStatus.NOT_FOUND: reading.lost,
        StorageError: reading.away,
        HTTPStatus.INTERNAL_SERVER_ERROR: reading.failed,
    }
    return Guard(Starlette(routes=routes, exception_handlers=handlers), site.options.host)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that is only looked at."""

    site: Site
    hub: Hub

    async def door(self, request: Request) -> Response:
        """Lead to a person and a place to begin with."""
        person = self.site.first_person()
        if person is None:
            return PlainTextResponse("Nobody lives here yet.\n", HTTPStatus.SERVICE_UNAVAILABLE)
        locale = self.site.options.locale or _preferred(request)
        return RedirectResponse(f"/{locale}/{native(person.account)}/{native(self.site.first_channel(person))}")

    async def home(self, request: Request) -> Response:
        """Lead to where that person is at first."""
        visit = Visit.of(self.site, request)
        channel = native(self.site.first_channel(visit.person))
        return RedirectResponse(f"/{visit.locale}/{quote(native(visit.person.account))}/{quote(channel)}")

    async def page(self, request: Request) -> Response:
        """A window."""
        visit = Visit.of(self.site, request)
        key = visit.key(request.path_params["channel"], request.query_params)
        if key is None:
            return await self.home(request)
        await self.hub.look()
        return HTMLResponse(Pages(self.site, self.hub).page(key, request.query_params.get("say", "")))

    async def live(self, request: Request) -> Response:
        """What happens, from now on."""
        asked = request.query_params
        try:
            key = self._watched(Visit.of(self.site, request), asked)
        except Lost:
            return Response(MOVED, media_type="text/event-stream")
        if self.hub.full:
            words = self.site.ink(key.locale).ui("full")
            return PlainTextResponse(words, HTTPStatus.SERVICE_UNAVAILABLE, headers={"retry-after": "30"})
        seen = request.headers.get("last-event-id") or asked.get("seen", "")
        return StreamingResponse(self.hub.stream(key, seen), media_type="text/event-stream")

    def _watched(self, visit: Visit, asked: Mapping[str, str]) -> Key:
        thread = {**asked, "thread": native_of(asked.get("thread", ""))}
        key = visit.key(native_of(asked.get("channel", "")), thread)
        if key is None:
            raise Lost
        return key

    async def menu(self, request: Request) -> Response:
        """The menu of a message."""
        visit = Visit.of(self.site, request)
        message = visit.message(request.query_params)
        in_thread = bool(request.query_params.get("_thread"))
        return HTMLResponse(Pages(self.site, self.hub).menu(visit.person, message, visit.ink, in_thread=in_thread))

    async def choose(self, request: Request) -> Response:
        """The form that an entry of a message's menu opens."""
        visit, asked = Visit.of(self.site, request), request.query_params
        message, entry = visit.message(asked), self.site.catalogue.menu(asked.get("menu", ""))
        if entry is None or entry.form is None:
            raise Lost
        about = Filling({"cited": message.id}, {"account": message.author})
        return self._opened(visit, entry.form, asked.get("_channel", ""), about)

    async def form(self, request: Request) -> Response:
        """A form of the sandbox's own."""
        visit, asked = Visit.of(self.site, request), request.query_params
        name = asked.get("name", "")
        if name == forms.EDIT.id:
            message = visit.message(asked)
            if message.deleted or message.author != visit.person.account:
                raise Lost
            return self._opened(visit, name, message.channel, Filling({"cited": message.id}, {"text": message.text}))
        value = forms.proposed(self.site) if name == forms.NEWCOMER.id else visit.person.name
        return self._opened(visit, name, asked.get("_channel", ""), Filling({}, {"name": value}))

    def _opened(self, visit: Visit, name: str, channel: str, filling: Filling) -> Response:
        form = forms.find(self.site, name)
        if form is None:
            raise Lost
        known = Filling({"form": name, "channel": channel, **filling.hidden}, filling.values)
        return HTMLResponse(forms.shown(self.site, visit.person, visit.ink, form, known))

    async def complete(self, request: Request) -> Response:
        """What could stand where somebody is typing."""
        visit = Visit.of(self.site, request)
        offers = await Completing(self.site, visit.person, visit.ink).offers(request.query_params.get("text", ""))
        return HTMLResponse(fragment("offers.html", visit.ink, offers=offers))

    async def document(self, request: Request) -> Response:
        """A text file of a card."""
        visit, asked = Visit.of(self.site, request), request.query_params
        message = visit.message(asked)
        documents = message.shown.card.files if message.shown else ()
        one = {str(number): one for number, one in enumerate(documents)}.get(asked.get("file", ""))
        if one is None:
            raise Lost
        return Response(one.content.encode("utf-8", "replace"), headers=_download(one.name), media_type=files.ANYTHING)

    async def weeks(self, request: Request) -> Response:
        """Four weeks of the community, as a chart and as a table."""
        visit = Visit.of(self.site, request)
        until = self.site.now().date()
        days = await self.site.guide.days(self.site.world.space, until - WEEKS, until)
        return HTMLResponse(fragment("weeks.html", visit.ink, days=days, chart=_chart(days)))

    async def file(self, request: Request) -> Response:
        """An uploaded file: a picture is shown, everything else is downloaded."""
        content = self.site.world.journal.kept(request.path_params["name"])
        if content is None:
            raise Lost
        kind, name = files.media_type(content), request.path_params["called"]
        headers = {} if kind in IMAGES else _download(name)
        return Response(content, headers={**headers, "cache-control": "private, max-age=86400"}, media_type=kind)

    async def lost(self, request: Request, error: Exception) -> Response:  # noqa: ARG002
        """Nothing is there."""
        ink = self._ink(request)
        if "hx-request" in request.headers:
            return said(ink.ui("cannot-find"), HTTPStatus.NOT_FOUND)
        return HTMLResponse(fragment("lost.html", ink), HTTPStatus.NOT_FOUND)

    async def away(self, request: Request, error: Exception) -> Response:  # noqa: ARG002
        """The database cannot serve at the moment."""
        return said(self._ink(request).ui("away"), HTTPStatus.SERVICE_UNAVAILABLE)

    async def failed(self, request: Request, error: Exception) -> Response:  # noqa: ARG002
        """A mistake of ours: the log has it."""
        return said(self._ink(request).ui("failed"), HTTPStatus.INTERNAL_SERVER_ERROR)

    def _ink(self, request: Request) -> Ink:
        locale = next((one for one in LOCALES if request.url.path.startswith(f"/{one}/")), _preferred(request))
        return self.site.ink(locale)


def native_of(name: str) -> str:
    """The last part of an id that came back from a page."""
    return name.rpartition("/")[2]


def _chart(days: Sequence[Day]) -> dict[str, list[int]]:
    """Seconds of each day's beginning, and its counts."""
    return {
        "days": [int(datetime.combine(one.day, time(), UTC).timestamp()) for one in days],
        "messages": [one.messages for one in days],
        "acted": [one.acted for one in days],
        "noticed": [one.noticed for one in days],
    }


def _download(name: str) -> dict[str, str]:
    return {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}


def _preferred(request: Request) -> Locale:
    """French where the browser asks for it before English."""
    asked = request.headers.get("accept-language", "").lower()
    at = {locale: asked.find(locale) for locale in LOCALES}
    found = [locale for locale in sorted(LOCALES, key=lambda one: at[one]) if at[locale] >= 0]
    return found[0] if found else "en"
