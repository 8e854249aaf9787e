import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.web import changes, limits
from adapters.web.outbound import CLOSED, Outbound
from adapters.web.site.live import Hub, digest
from adapters.web.site.site import Key, Site
from adapters.web.site.views import View
from adapters.web.site.wire import difference, message, whole
from bot.effects import CreatePrivateThread, KickMember
from bot.errors import StorageError
from bot.ids import EffectKey, PolicyId
from bot.locales import Translator
from bot.sightings import Delivered, Finding, Said, Sighting
from bot.views import Address, Bilingual, Locale
from tests.unit.web.worlds import ADA, BOB, GENERAL, MO, SPACE, THEN, as_, clock, guide, sited, written


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return sited(tmp_path)


def view(*items: tuple[str, str], latest: str = "", **regions: str) -> View:
    return View(regions, items, latest)


PARTIAL = re.compile(r'<hx-partial hx-target="#([^"]+)" hx-swap="([^"]+)">(.*?)</hx-partial>')


def put(old: View, news: str) -> list[tuple[str, str]]:
    """What a browser makes of it: like htmx, it looks for every place before it fills any."""
    items = list(old.items)
    places = [(target, swap, html) for target, swap, html in PARTIAL.findall(news)]
    for target, swap, html in places:
        names = [name for name, _ in items]
        new = [(name, f"<{name} {rest}>") for name, rest in re.findall(r"<(\w+) (\w+)>", html)]
        if target == "log":
            items = new if swap == "innerHTML" else new + items
        elif swap == "afterend":
            at = names.index(target) + 1
            items[at:at] = new
        elif swap == "outerHTML":
            items[names.index(target)] = new[0]
        elif swap == "delete":
            items.pop(names.index(target))
    return items


def lettered(text: str) -> View:
    return view(*((name, f"<{name} {version}>") for name, version in zip(text[::2], text[1::2], strict=True)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "a1"),
        ("a1", "a1b1"),
        ("a1b1", "b1"),
        ("b1", "a1b1"),
        ("a1b1", "a2b1"),
        ("a1b1c1", "a1x1y1c2z1"),
        ("a1b1c1", "z1"),
        ("a1b1c1d1", "c2e1"),
        ("a1", ""),
    ],
)
def test_a_difference_turns_one_list_into_the_other(old: str, new: str) -> None:
    before, after = lettered(old), lettered(new)
    assert put(before, difference(before, after)) == list(after.items)


def test_only_what_is_new_travels() -> None:
    old, new = (
        view(("a", "<a 1>"), head="x", rail="r"),
        view(("a", "<a 1>"), ("b", "<b 1>"), head="y", rail="r", latest="Ada: hi"),
    )
    assert difference(old, new) == (
        '<hx-partial hx-target="#head" hx-swap="innerMorph">y</hx-partial>'
        '<hx-partial hx-target="#a" hx-swap="afterend"><b 1></hx-partial>'
        '<hx-partial hx-target="#announcer" hx-swap="innerHTML">Ada: hi</hx-partial>'
    )
    assert difference(new, new) == ""
    assert "<a 1><b 1>" in whole(new)


def test_a_line_never_breaks_out_of_its_event() -> None:
    assert message("a\r\n\ndata: b\revent: x", name="7") == "id: 7\ndata: a\ndata: \ndata: data: bevent: x\n\n"


def key(account: str = ADA, **other: object) -> Key:
    return Key("en", account, GENERAL, **other)  # type: ignore[arg-type]


def test_a_window_goes_back_only_so_far_and_offers_more(site: Site) -> None:
    for n in range(limits.SHOWN + 5):
        written(site, f"n{n}")
    shown = Hub(site).views.view(key())
    assert len([name for name, _ in shown.items if name.startswith("m-")]) == limits.SHOWN
    assert "5 earlier messages" in shown.regions["earlier"]


def test_what_nobody_changed_is_rendered_once_for_all_who_look(site: Site) -> None:
    written(site, "hello")
    views = Hub(site).views
    ours, theirs = views.view(key(ADA)).items, views.view(key(MO)).items
    assert all(one is other for (_, one), (_, other) in zip(ours[1:], theirs[1:], strict=True))


def test_new_messages_elsewhere_are_counted_until_they_are_read(site: Site) -> None:
    hub = Hub(site)
    written(site, "one", by=BOB)
    as_(site, BOB).post("two")
    elsewhere = Key("en", ADA, site.state.direct(ADA))
    assert "2 new messages" in hub.views.view(elsewhere).regions["rail-places"]
    hub.views.seen.read(ADA, GENERAL, site.state.numbers)
    assert "new message" not in hub.views.view(elsewhere).regions["rail-places"]


async def test_a_stream_begins_with_all_where_something_was_missed_and_with_nothing_else(site: Site) -> None:
    hub = Hub(site)
    known = digest(hub.views.view(key()))
    missed = hub.stream(key(), "something old")
    assert [await anext(missed), (await anext(missed))[:4]] == [": welcome\n\n", "id: "]
    knows = hub.stream(key(), known)
    await anext(knows)
    written(site, "news")
    hub.refresh()
    assert "news" in await anext(knows)
    await missed.aclose()
    await knows.aclose()


async def test_panels_ask_the_guide_once_for_all_windows(site: Site) -> None:
    hub = Hub(site)
    streams = [hub.stream(key(account), "") for account in (ADA, BOB, MO)]
    for stream in streams:
        await anext(stream)
    hub.saw()
    await hub.look()
    await hub.look()
    assert guide(site).asked == 1
    for stream in streams:
        await stream.aclose()


async def test_a_window_that_reads_too_slowly_has_to_come_again(site: Site) -> None:
    hub = Hub(site)
    stream = hub.stream(key(), digest(hub.views.view(key())))
    await anext(stream)
    for n in range(80):
        written(site, f"n{n}")
        hub.refresh()
    with pytest.raises(StopAsyncIteration):
        await anext(stream)


async def test_whoever_no_longer_sees_a_place_is_told_to_go(site: Site) -> None:
    hub = Hub(site)
    stream = hub.stream(key(), digest(hub.views.view(key())))
    await anext(stream)
    made = Outbound(site.world, THEN).made(KickMember(space=SPACE, account=ADA))
    site.world.commit_all(made.changes)
    hub.refresh()
    assert (await anext(stream)).startswith("event: palabre-moved")
    await stream.aclose()


def panel(site: Site, *seen: Sighting) -> str:
    site.sightings = seen
    return Hub(site).views.view(key()).regions["sightings"]


def sighting(seq: int, **other: object) -> Sighting:
    given: dict[str, object] = {"kind": "message_posted", "account": ADA, "channel": GENERAL, **other}
    return Sighting(seq=seq, at=THEN, **given)  # type: ignore[arg-type]


def test_the_panel_shows_what_matched_why_and_what_came_of_it(site: Site) -> None:
    named = written(site, "free <nitro> here")
    found = Finding(
        policy=PolicyId("starter/scams"),
        title=Bilingual("Gifts that are none", "Faux cadeaux"),
        mode="enforce",
        actions=("remove",),
        spans=((5, 12),),
    )
    came = (
        Delivered(key=EffectKey("1"), kind="delete_message", state="done", channel=GENERAL),
        Delivered(
            key=EffectKey("2"), kind="send_direct", state="refused", reason="direct messages are closed", account=ADA
        ),
    )
    said = (Said(rule="x", why=(Bilingual("Such gifts steal accounts.", "…"),)),)
    html = panel(site, sighting(1, message=named, findings=(found,), said=said, delivered=came))
    assert "free <mark>&lt;nitro&gt;</mark> here" in html
    assert "<bdi>Gifts that are none</bdi> <code>starter/scams</code>" in html
    assert "It acted" in html
    assert "Such gifts steal accounts." in html
    assert "refused (direct messages are closed)" in html


def test_the_panel_marks_the_wording_that_was_judged_also_once_it_is_gone(site: Site) -> None:
    named = written(site, "bad words")
    as_(site, ADA).edit(named, "kind")
    as_(site, ADA).delete(named)
    found = Finding(
        policy=PolicyId("p"), title=Bilingual("T", "T"), mode="shadow", actions=("remove", "weird"), spans=((0, 3),)
    )
    html = panel(site, sighting(1, message=named, findings=(found,)))
    assert "<mark>bad</mark> words" in html
    assert "It would have: taken the message down, weird" in html


def test_what_nothing_was_said_about_is_folded_away_and_bookkeeping_left_out(site: Site) -> None:
    said = (Said(rule="x", why=(Bilingual("A pause ended.", "…"),)),)
    seen = (
        sighting(5, kind="ticked"),
        sighting(4, kind="ticked", said=said),
        sighting(3),
        sighting(2, kind="reaction_added"),
        sighting(1, kind="effect_delivered"),
    )
    html = panel(site, *seen)
    assert "2 things it had nothing to say about" in html
    assert "A pause ended." in html
    assert [f's-{n}"' in html for n in range(1, 6)] == [False, True, True, True, False]


def test_private_conversations_of_the_bot_stand_in_the_rail_of_their_people_alone(site: Site) -> None:
    private = CreatePrivateThread(space=SPACE, channel=GENERAL, name="Talking it over", members=(ADA,))
    site.world.commit_all(Outbound(site.world, THEN).made(private).changes)
    hub = Hub(site)
    assert "Talking it over" in hub.views.view(key(ADA)).regions["rail-places"]
    assert "Talking it over" not in hub.views.view(key(BOB)).regions["rail-places"]


async def test_a_window_that_opens_while_others_are_told_misses_nothing(site: Site) -> None:
    hub = Hub(site)
    first = hub.stream(key(), digest(hub.views.view(key())))
    others = [hub.stream(Key("en", account, GENERAL, most=80 + n), "") for n in range(20) for account in (BOB, MO)]
    for stream in (first, *others):
        await anext(stream)
    written(site, "news")
    steps = hub._refreshing()
    late = hub.stream(key(), "what an earlier page showed")
    next(steps)
    begun = [await anext(late), await anext(late)]
    for _ in steps:
        """Everybody is told."""
    hub.refresh()
    said = "".join((*begun, *([] if "news" in begun[1] else [await anext(late)])))
    assert "news" in said
    for stream in (first, late, *others):
        await stream.aclose()


class Breaking(Translator):
    """Loses the words of a language for a moment."""

    lost: Locale | None = None

    def say(self, key: str, arguments: Mapping[str, str | int], locale: Locale, address: Address = "tu") -> str:
        if locale == self.lost:
            raise LookupError(key)
        return super().say(key, arguments, locale, address)


async def test_a_window_that_cannot_be_rendered_does_not_stop_the_others(site: Site) -> None:
    site.translator = words = Breaking(strict=True)
    hub = Hub(site)
    french, english = replace(key(), locale="fr"), key()
    streams = [hub.stream(one, digest(hub.views.view(one))) for one in (french, english)]
    for stream in streams:
        await anext(stream)
    words.lost = "fr"
    written(site, "news")
    hub.refresh()
    assert "news" in await anext(streams[1])
    words.lost = None
    written(site, "more")
    hub.refresh()
    assert "news" in await anext(streams[0])
    for stream in streams:
        await stream.aclose()


async def test_updates_go_on_after_a_mistake_and_after_a_database_that_was_away(site: Site) -> None:
    site.translator = words = Breaking(strict=True)
    hub = Hub(site)
    hub.beat = 0.2
    stream = hub.stream(key(), digest(hub.views.view(key())))
    await anext(stream)
    running = asyncio.create_task(hub.run())
    for trouble in (StorageError("locked"), ValueError("a row that nobody can read")):
        guide(site).broken = trouble
        asked = guide(site).asked
        hub.saw()
        await until(lambda: guide(site).asked > asked)  # noqa: B023
    words.lost = "en"
    written(site, "unseen")
    await asyncio.sleep(0.2)
    words.lost = None
    guide(site).broken = None
    guide(site).seen = [sighting(1)]
    await until(lambda: site.sightings != ())
    written(site, "at last")
    async with asyncio.timeout(5):
        while "at last" not in await anext(stream):
            """Other news comes first."""
    running.cancel()
    await stream.aclose()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_a_wait_that_is_over_is_no_longer_told_of_though_nothing_happens(site: Site) -> None:
    site.world.commit(changes.SlowmodeSet(at=THEN, channel=GENERAL, seconds=30))
    hub = Hub(site)
    hub.beat = 0.05
    written(site, "one at a time")
    stream = hub.stream(key(), digest(hub.views.view(key())))
    await anext(stream)
    running = asyncio.create_task(hub.run())
    await asyncio.sleep(0.1)
    clock(site).move(timedelta(seconds=31))
    async with asyncio.timeout(5):
        assert '<hx-partial hx-target="#notice" hx-swap="innerMorph"></hx-partial>' in await anext(stream)
    running.cancel()
    await stream.aclose()


def test_panels_of_the_past_are_not_kept(site: Site) -> None:
    hub = Hub(site)
    for n in range(50):
        site.sightings = (sighting(n),)
        hub.views.view(key())
    assert hub.views.kept < 20


def test_a_channel_that_goes_back_further_than_any_window_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SHOWN", 3)
    for n in range(5):
        written(site, f"n{n}")
    views = Hub(site).views
    (_, (first, _), *_) = views.view(key(most=2)).items[-3:]
    assert f'href="?most=6#{first}"' in views.view(key(most=2)).regions["earlier"]
    html = views.view(key(most=3)).regions["earlier"]
    assert "2 earlier messages are too far back" in html
    assert "href" not in html


def test_reasons_are_told_in_the_language_of_the_window(site: Site) -> None:
    refused = Delivered(key=EffectKey("1"), kind="send_direct", state="refused", reason=CLOSED, account=ADA)
    site.sightings = (sighting(1, delivered=(refused,)),)
    html = Hub(site).views.view(replace(key(), locale="fr")).regions["sightings"]
    assert "refusé (les messages privés sont fermés)" in html
