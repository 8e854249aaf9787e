"""Books of policies that communities share: those with the same wordings in the same modes judge by one book."""

from collections.abc import Iterable
from threading import Lock
from weakref import WeakValueDictionary
from zoneinfo import ZoneInfo

from bot.policy.book import Book
from bot.policy.edition import Edition

_Key = tuple[str, tuple[tuple[str, str], ...]]


class Shelf:
    """A book stays for as long as somebody judges by it. It never changes, so that nobody notices that it is shared."""

    def __init__(self) -> None:
        self._books: WeakValueDictionary[_Key, Book] = WeakValueDictionary()
        self._one_by_one = Lock()

    def bind(self, editions: Iterable[Edition], zone: ZoneInfo) -> Book:
        """The book of these, made only where there is none. Called in threads."""
        made_of = tuple(editions)
        key = zone.key, tuple((str(one.revision.id), one.mode) for one in made_of)
        with self._one_by_one:
            book = self._books.get(key)
            if book is None:
                book = self._books[key] = Book.bind(made_of, zone)
            return book
