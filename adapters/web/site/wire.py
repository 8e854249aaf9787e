"""What is new about a view, as fragments that htmx puts in their places; and fragments as server-sent events."""

from collections.abc import Iterator, Sequence

from adapters.web.site.views import View

Item = tuple[str, str]


def partial(target: str, swap: str, html: str = "") -> str:
    """A fragment that says itself where it belongs."""
    return f'<hx-partial hx-target="{target}" hx-swap="{swap}">{html}</hx-partial>'


def whole(view: View) -> str:
    """All of a view."""
    regions = (partial(f"#{name}", "innerMorph", html) for name, html in view.regions.items())
    return "".join((*regions, partial("#log", "innerHTML", "".join(html for _, html in view.items))))


def difference(old: View, new: View) -> str:
    """What turns one view into another."""
    regions = (
        partial(f"#{name}", "innerMorph", html) for name, html in new.regions.items() if old.regions.get(name) != html
    )
    return "".join((*regions, *_items(old.items, new.items), *_announced(old, new)))


def _items(old: Sequence[Item], new: Sequence[Item]) -> Iterator[str]:
    """Insertions go first, each after something that stays: htmx looks for all places before it fills any."""
    known, wanted = dict(old), dict(new)
    if not known.keys() & wanted.keys():
        yield partial("#log", "innerHTML", "".join(html for _, html in new))
        return
    yield from _inserted(known, new)
    for name, html in new:
        if known.get(name, html) != html:
            yield partial(f"#{name}", "outerHTML", html)
    for name in known.keys() - wanted.keys():
        yield partial(f"#{name}", "delete")


def _inserted(known: dict[str, str], new: Sequence[Item]) -> Iterator[str]:
    before, waiting = "", ""
    for name, html in (*new, ("", "")):
        if name in known or not name:
            if waiting:
                yield partial(f"#{before}", "afterend", waiting) if before else partial("#log", "afterbegin", waiting)
            before, waiting = name, ""
        else:
            waiting += html


def _announced(old: View, new: View) -> Iterator[str]:
    """Only what was added at the end is read out."""
    known = dict(old.items)
    if new.items and new.items[-1][0] not in known and new.latest:
        yield partial("#announcer", "innerHTML", new.latest)


def message(html: str, *, name: str = "", event: str = "") -> str:
    """One server-sent event."""
    lines = [*([f"event: {event}"] if event else []), *([f"id: {name}"] if name else [])]
    lines += [f"data: {line}" for line in html.replace("\r", "").split("\n")]
    return "\n".join(lines) + "\n\n"
