"""What people read about policies when they ask: all of them, one of them, one decision, one text."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Literal

from bot.commands import Level
from bot.documents import nearest
from bot.errors import Complaint
from bot.events import Cited
from bot.facts import DecisionsFact
from bot.ids import PolicyId
from bot.policy import cases
from bot.policy import written as written_in_chat
from bot.policy.book import Book, Page
from bot.policy.case import Case
from bot.policy.durations import show
from bot.policy.explain import Explained, Step, explain, wording
from bot.policy.kind import Kind
from bot.policy.pack import Unless
from bot.policy.then import Then
from bot.policy.when import When
from bot.settings import Settings
from bot.views import Bilingual, Button, Card, Field, Instant, Locale, Person, Phrase, Text, Verbatim

_MARKS = {"held": "✓", "unknown": "?"}
_MOST_EXPLAINED = 8
_INDENT = "\N{EM SPACE}"
"""Kept by platforms that take ordinary spaces together."""
_Standing = Literal["acts", "looks", "trial", "paused"]


def every(book: Book, settings: Settings, locale: Locale) -> Card:
    """All policies, each on one line, those that act first."""
    pages = sorted(book.pages, key=lambda page: (page.mode != "enforce", page.rank))
    off = (Phrase("policy-list-off", (("policy", policy),)) for policy in _off(book))
    lines = (*(_line(page, settings, locale) for page in pages), *off)
    opening = Phrase("policy-list" if lines else "policy-list-none")
    return Card(title=Phrase("policy-list-title"), body=(opening, *lines))


def one(book: Book, wanted: PolicyId, settings: Settings, locale: Locale, level: Level) -> Card:
    """A policy in full; managers can change how far it goes."""
    page = next((page for page in book.pages if page.id == wanted), None)
    if page is None and wanted in _off(book):
        buttons = tuple(_switches(wanted, "off")) if level >= Level.SENIOR else ()
        return Card(body=(Phrase("policy-show-off", (("policy", wanted),)),), buttons=buttons)
    if page is None:
        hint = nearest(wanted, [page.id for page in book.pages])
        return Card(body=(Phrase("policy-show-unknown", (("policy", wanted),)), *([Verbatim(hint)] if hint else [])))
    policy = page.policy
    fields = [
        Field(
            label=Phrase("policy-show-standing"),
            value=Phrase("policy-standing", (("standing", _standing(page, settings)),)),
        ),
        Field(label=Phrase("policy-show-when"), value=Verbatim("\n".join(_conditions(policy.when)))),
        Field(label=Phrase("policy-show-then"), value=_follows(policy.then)),
    ]
    fields += [
        Field(
            label=Phrase("policy-show-step", (("at", step.at), *_length(step.within))),
            value=_follows(step.then),
        )
        for step in policy.ladder
    ]
    if policy.unless.level or policy.unless.member_for:
        fields.append(Field(label=Phrase("policy-show-unless"), value=_spared(policy.unless)))
    buttons = tuple(_switches(page.id, page.mode)) if level >= Level.SENIOR else ()
    return Card(title=_titled(page, locale), body=(policy.why.text,), fields=tuple(fields), buttons=buttons)


def explained(book: Book, text: str, locale: Locale) -> Card:
    """What every policy would say of a text by an ordinary member, with the conditions that hold."""
    said = explain(book, book.context(*cases.scene(Case(text=text, expect=()))))
    telling = [one for one in said if one.ending in {"acts", "trial", "spared"} or _nearly(one)][:_MOST_EXPLAINED]
    if not telling:
        return Card(body=(Phrase("policy-explain-silent", (("count", len(said)),)), Verbatim(text)))
    spans = tuple(sorted({span for one in telling if one.match for span in one.match.spans}))
    fields = tuple(_explained(one, locale) for one in telling)
    return Card(title=Phrase("policy-explain-title"), body=(Verbatim(text, spans),), fields=fields)


def decided(known: DecisionsFact | None, cited: Cited, *, theirs: bool) -> Card:
    """What was ever decided about a message, the latest last; it names the author of what others asked about."""
    quoted: list[Text] = []
    if cited.author is not None and not theirs:
        quoted.append(Phrase("policy-decided-of", (("person", Person(cited.author)),)))
    quoted.append(Verbatim(cited.text))
    if known is None or not known.decisions:
        return Card(body=(Phrase("policy-decided-nothing"), *quoted))
    body = quoted
    for decision in known.decisions:
        body += [Phrase("policy-decided-at", (("at", Instant(decision.at)),)), *decision.why]
        body += [
            Phrase("policy-decided-by", (("policy", policy), ("mode", mode))) for policy, mode in decision.policies
        ]
    return Card(title=Phrase("policy-decided-title"), body=(*body, Phrase("policy-decided-human")))


def written(policy: PolicyId) -> Card:
    """A policy was written in chat: it is on trial."""
    return Card(
        title=Phrase("policy-written-title"),
        body=(Phrase("policy-written", (("policy", policy),)),),
        buttons=tuple(_switches(policy, "shadow")),
        tone="good",
    )


def not_written(complaints: Iterable[Complaint]) -> Card:
    """No policy could be made of what somebody sent."""
    return Card(body=(Phrase("policy-written-not"), *map(_problem, complaints)), tone="alert")


def _problem(complaint: Complaint) -> Text:
    if complaint.place in written_in_chat.QUESTIONS:
        return Phrase("policy-written-problem", (("question", complaint.place), ("most", written_in_chat.MOST_WORDS)))
    return Verbatim(str(complaint))


def _follows(then: Then) -> Phrase:
    """What follows, a line each."""
    wanted = tuple((name, int(name in then.actions)) for name in Then.model_fields)
    return Phrase("policy-actions", wanted)


def _line(page: Page, settings: Settings, locale: Locale) -> Phrase:
    named = (("title", page.policy.title.text.say(locale)), ("policy", page.id))
    return Phrase("policy-list-line", (*named, ("standing", _standing(page, settings))))


def _titled(page: Page, locale: Locale) -> Phrase:
    return Phrase("policy-show-title", (("title", page.policy.title.text.say(locale)), ("policy", page.id)))


def _standing(page: Page, settings: Settings) -> _Standing:
    if page.mode != "enforce":
        return "trial"
    if settings.is_paused(page.id):
        return "paused"
    return "looks" if settings.observing_until else "acts"


def _off(book: Book) -> list[PolicyId]:
    return [one.policy for one in book.revisions if one.policy not in book.modes]


def _switches(policy: PolicyId, mode: str) -> Iterator[Button]:
    if mode != "enforce":
        yield Button(id=f"policy-enforce:{policy}", label=Phrase("policy-button-enforce"), style="primary")
    if mode != "shadow":
        yield Button(id=f"policy-shadow:{policy}", label=Phrase("policy-button-shadow"))
    if mode != "off":
        yield Button(id=f"policy-off:{policy}", label=Phrase("policy-button-off"))


def _spared(unless: Unless) -> Phrase:
    """Any one of two reasons is enough."""
    count, unit = _length(unless.member_for or timedelta())
    return Phrase("policy-spares", (("level", unless.level or "nobody"), count, unit))


def _length(length: timedelta) -> tuple[tuple[str, int], tuple[str, str]]:
    """How many of which unit, the largest that fits."""
    written = show(length)
    return ("count", int(written[:-1])), ("unit", written[-1])


def _conditions(when: When, depth: int = 0) -> Iterator[str]:
    """One condition on each line, those under `all`, `any` and `none` set in; those that belong together, once more."""
    for name, value in when:
        if isinstance(value, Kind):
            yield f"{_INDENT * depth}{name}: {wording(value) or 'any'}"
        elif value:
            yield f"{_INDENT * depth}{name}:"
            for part in value:
                together = name != "all" and sum(1 for _, one in part if one) > 1
                if together:
                    yield f"{_INDENT * (depth + 1)}all:"
                yield from _conditions(part, depth + 1 + together)


def _nearly(one: Explained) -> bool:
    """Whether it cannot tell, although something of it holds."""
    return one.ending == "unknown" and any(step.state == "held" for step in one.steps)


def _explained(one: Explained, locale: Locale) -> Field:
    title: Bilingual = one.page.policy.title.text
    label = Phrase(
        "policy-explain-label", (("title", title.say(locale)), ("policy", one.page.id), ("ending", one.ending))
    )
    return Field(label=label, value=Verbatim("\n".join(_steps(one.steps))))


def _steps(steps: tuple[Step, ...], depth: int = 0) -> Iterator[str]:
    """What holds, and what cannot be known; what does not hold would fill pages."""
    for step in (one for one in steps if one.state != "not"):
        found = step.found or ", ".join(step.evidence) or ", ".join(step.missing)
        yield f"{_INDENT * depth}{_MARKS[step.state]} {step.name}{f' → {found}' if found else ''}"
        yield from _steps(step.parts, depth + 1)
