"""What is sent to the site: one deed each, answered with nothing, a sentence, a form or another address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from urllib.parse import urlencode

from markupsafe import escape
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from adapters.web import changes, limits
from adapters.web.command_line import CommandLine, Mistake, Opens
from adapters.web.filling import Filling
from adapters.web.site import forms
from adapters.web.site.deeds import Cannot, Deeds, Uploaded
from adapters.web.site.site import Site, fresh
from adapters.web.site.visit import Lost, Visit
from adapters.web.site.wire import partial
from bot.ids import AccountId, MessageId, native
from bot.views import Button, Form, Phrase

SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"
FORWARD = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
Fields = Mapping[str, str]
Deed = Callable[[Visit, Fields], Response | None]


@dataclass(frozen=True, slots=True)
class Doing:
    """Does what was sent."""

    site: Site

    async def answer(self, request: Request) -> Response:
        """Read one request, do what it says, and answer it."""
        visit = Visit.of(self.site, request)
        try:
            async with request.form(max_files=4, max_fields=60, max_part_size=limits.BODY) as form:
                answer = await self._do(request.path_params["deed"], visit, form)
        except Cannot as error:
            answer = said(str(visit.ink.words(error.phrase)))
        except Mistake as error:
            answer = said(str(escape(str(error))))
        if "hx-request" in request.headers:
            return answer or Response(status_code=HTTPStatus.NO_CONTENT)
        return answer or RedirectResponse(f"/{visit.locale}/{native(visit.person.account)}", HTTPStatus.SEE_OTHER)

    async def _do(self, deed: str, visit: Visit, form: FormData) -> Response | None:
        fields = {name: _whole(value) for name, value in form.multi_items() if isinstance(value, str)}
        if deed == "post":
            return self._post(visit, fields, await _uploads(form))
        if deed == "forward":
            return await self._forward(fields)
        plain: dict[str, Deed] = {
            "submit": self._submit,
            "press": self._press,
            "choose": self._choose,
            "delete": lambda visit, fields: visit.deeds(fields).delete(visit.message(fields).id),
            "dismiss": lambda visit, fields: visit.deeds(fields).dismiss(visit.message(fields).id),
            "react": lambda visit, fields: visit.deeds(fields).react(visit.message(fields).id, fields.get("emoji", "")),
            "leave": lambda visit, fields: visit.deeds(fields).leave(),
            "return": lambda visit, fields: visit.deeds(fields).come_back(),
            "directs": lambda visit, fields: visit.deeds(fields).direct_messages(open_=fields.get("open") == "yes"),
            "scam": self._scam,
        }
        if deed not in plain:
            raise Lost
        return plain[deed](visit, fields)

    def _post(self, visit: Visit, fields: Fields, uploads: list[Uploaded]) -> Response | None:
        text, deeds = fields.get("text", ""), visit.deeds(fields)
        if not text.lstrip().startswith("/") or uploads:
            deeds.post(text, uploads)
            return None
        if len(text) > limits.TEXT:
            deeds.post(text)
        understood = CommandLine(self.site.catalogue, self.site.directory, visit.ink).read(text)
        if isinstance(understood, Opens):
            return self._opened(visit, deeds, understood.form, Filling({}, dict(understood.given)))
        deeds.command(understood.command.id, understood.arguments)
        return None

    def _opened(self, visit: Visit, deeds: Deeds, name: str, filling: Filling) -> Response:
        form = forms.find(self.site, name)
        if form is None:
            raise Lost
        hidden = {"channel": deeds.channel, "thread": deeds.thread or "", "form": name, **filling.hidden}
        known = Filling(hidden, {q.id: filling.values.get(q.id, q.value) for q in form.questions}, filling.mistakes)
        return HTMLResponse(forms.shown(self.site, visit.person, visit.ink, form, known))

    def _press(self, visit: Visit, fields: Fields) -> Response | None:
        message, pressed = visit.message(fields), fields.get("button", "")
        buttons: tuple[Button, ...] = message.shown.card.buttons if message.shown else ()
        button = next((one for one in buttons if one.id == pressed), None)
        if button is None:
            raise Lost
        action = self.site.catalogue.action(button.id)
        if action is not None and action.form:
            filling = Filling({"about": button.id.partition(":")[2]}, dict(button.prefill))
            return self._opened(visit, visit.deeds(fields), action.form, filling)
        visit.deeds(fields).press(message.id, button.id)
        return None

    def _choose(self, visit: Visit, fields: Fields) -> Response | None:
        message, entry = visit.message(fields), self.site.catalogue.menu(fields.get("menu", ""))
        if entry is None:
            raise Lost
        if entry.form:
            return self._opened(visit, visit.deeds(fields), entry.form, Filling({"cited": message.id}))
        visit.deeds(fields).choose(entry.id, message.id)
        return None

    def _submit(self, visit: Visit, fields: Fields) -> Response | None:
        name, deeds = fields.get("_form", ""), visit.deeds(fields)
        form = forms.find(self.site, name)
        if form is None:
            raise Lost
        values, mistakes = forms.answers(form, fields, forms.lists(self.site, visit.person), visit.ink)
        hidden = {"about": fields.get("_about", ""), "cited": fields.get("_cited", "")}
        if not mistakes:
            try:
                return self._sent(visit, deeds, form, values, hidden)
            except Cannot as error:
                mistakes = {form.questions[0].id: visit.ink.line(error.phrase)}
            except Lost:
                mistakes = {form.questions[0].id: visit.ink.ui("cannot-find")}
        return self._opened(visit, deeds, name, Filling(hidden, values, mistakes))

    def _sent(self, visit: Visit, deeds: Deeds, form: Form, values: Fields, hidden: Fields) -> Response | None:
        cited = MessageId(hidden["cited"]) or None
        if form is forms.EDIT and cited:
            deeds.edit(cited, values["text"])
        elif form is forms.RENAME:
            deeds.rename(values["name"])
        elif form is forms.NEWCOMER:
            return self._as(visit, deeds.newcomer(values["name"], new=values["age"] == "new"), "")
        else:
            deeds.submit(form.id, values, hidden["about"], visit.message(hidden, "cited").id if cited else None)
        return None

    def _scam(self, visit: Visit, fields: Fields) -> Response | None:
        """The first thing to try: somebody who has only just come, with the words of a scam at the ready."""
        new = [one for one in self.site.residents() if fresh(one) and not one.gone]
        free = [one for one in new if not one.timed_out_until and not one.quarantined]
        account = free[0].account if free else visit.deeds(fields).newcomer(forms.proposed(self.site), new=True)
        return self._as(visit, account, SCAM)

    def _as(self, visit: Visit, account: AccountId, say: str) -> Response:
        person = self.site.state.people[account]
        channel = native(self.site.first_channel(person))
        asked = f"?{urlencode({'say': say})}" if say else ""
        address = f"/{visit.locale}/{native(account)}/{channel}{asked}"
        return Response(status_code=HTTPStatus.OK, headers={"hx-redirect": address, "location": address})

    async def _forward(self, fields: Fields) -> Response | None:
        machine = self.site.machine
        if machine is None:
            raise Lost
        by = FORWARD.get(fields.get("by", "")) or await self._until_deadline()
        await machine.move(by)
        moved = changes.ClockMoved(at=self.site.now(), seconds=machine.moved.total_seconds())
        self.site.world.commit(moved)
        return None

    async def _until_deadline(self) -> timedelta:
        machine = self.site.machine
        due = await machine.next_deadline() if machine else None
        if due is None:
            raise Cannot(Phrase("web-cannot-forward"))
        return max(due - self.site.now(), timedelta()) + timedelta(seconds=1)


def _whole(value: str) -> str:
    """Without half letters, which no page could be written with."""
    return value.encode("utf-8", "replace").decode("utf-8")


async def _uploads(form: FormData) -> list[Uploaded]:
    sent = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
    return [Uploaded(one.filename or "file", await one.read(limits.FILE + 1)) for one in sent]


def said(html: str, status: int = HTTPStatus.UNPROCESSABLE_ENTITY) -> Response:
    """A sentence above the box to write in, read out at once."""
    return HTMLResponse(partial("#said", "innerHTML", f"<p>{html}</p>"), status)
