"""The chain of hashes over rulings, link by link."""

from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.storage import chain
from bot.storage.batch import FIRST_LINK

rulings = st.lists(st.tuples(st.integers(1, 99), st.text(max_size=5), st.text(max_size=9)), min_size=1, max_size=12)


@dataclass(frozen=True)
class Written:
    links: list[tuple[chain.Link, chain.Details | None]]

    @property
    def head(self) -> str:
        return self.links[-1][0].hash


def _write(said: list[tuple[int, str, str]]) -> Written:
    previous, links = FIRST_LINK, list[tuple[chain.Link, chain.Details | None]]()
    for number, (seq, room, rule) in enumerate(said, 1):
        details = chain.Details(str(number), rule, None, None, "[]", "[]")
        link = chain.link(previous, number, seq, room, rule, chain.details_hash(details))
        previous = link.hash
        links.append((link, details))
    return Written(links)


@given(rulings)
def test_an_untouched_chain_is_whole_with_or_without_its_details(said: list[tuple[int, str, str]]) -> None:
    written = _write(said)
    assert chain.problems(written.links, FIRST_LINK, written.head) == []
    erased = [(link, None) for link, _ in written.links]
    assert chain.problems(erased, FIRST_LINK, written.head) == []


@given(rulings, st.data())
def test_any_change_to_any_field_shows(said: list[tuple[int, str, str]], data: st.DataObject) -> None:
    written = _write(said)
    index = data.draw(st.integers(0, len(said) - 1))
    field = data.draw(st.sampled_from(["seq", "room", "rule", "details_hash", "previous", "hash"]))
    link, details = written.links[index]
    old = getattr(link, field)
    changed: dict[str, Any] = {field: old + 1 if isinstance(old, int) else old + "x"}
    forged = link._replace(**changed)
    links = [*written.links[:index], (forged, details), *written.links[index + 1 :]]
    assert chain.problems(links, FIRST_LINK, written.head)


@given(rulings, st.data())
def test_a_missing_ruling_shows_even_at_the_end(said: list[tuple[int, str, str]], data: st.DataObject) -> None:
    written = _write(said)
    index = data.draw(st.integers(0, len(said) - 1))
    links = [*written.links[:index], *written.links[index + 1 :]]
    assert chain.problems(links, FIRST_LINK, written.head)


@given(rulings, st.data())
def test_changed_details_show(said: list[tuple[int, str, str]], data: st.DataObject) -> None:
    written = _write(said)
    index = data.draw(st.integers(0, len(said) - 1))
    link, details = written.links[index]
    assert details is not None
    links = [*written.links[:index], (link, details._replace(account="mallory")), *written.links[index + 1 :]]
    assert chain.problems(links, FIRST_LINK, written.head) == [f"the details of ruling {index + 1} were changed"]
