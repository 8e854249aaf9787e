"""What stands before a find in its sentence: whether somebody is addressed, or somebody else's words are told."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.text.fold import fold, strip

_REACH = 160
"""Characters that are looked at, so that no text costs more than a short one."""
_SENTENCE = re.compile(r"[.!?…\n;][^.!?…\n;]*\Z")
_WORD = re.compile(r"@?[^\W_]+'?|:")

Words = tuple[str, ...]


def words(text: str) -> Words:
    """A text in words, folded; what is elided stands alone: `t'es` is `t'` and `es`."""
    return tuple(_WORD.findall(strip(text, fold(text)).text))


def words_before(text: str, start: int) -> Words:
    """The words of the sentence that stand before a place in it."""
    behind = text[max(0, start - _REACH) : start]
    ended = _SENTENCE.search(behind)
    return words(behind[ended.start() + 1 :] if ended else behind)


class Openings:
    """Phrases that may stand before a find; a star at the end of a word opens it."""

    def __init__(self, phrases: Iterable[str], fillers: Iterable[str] = (), gap: int = 0) -> None:
        """Between phrase and find stand fillers only or, where there are none, at most `gap` words."""
        self._phrases = tuple(parts for phrase in phrases if (parts := tuple(_parts(phrase))))
        self._fillers = frozenset(word for filler in fillers for word in words(filler))
        self._gap = gap

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def lead_to(self, said: Sequence[str]) -> bool:
        """Whether one of them leads up to the end of these words."""
        end = len(said)
        for skipped in range(len(said)):
            at = end - skipped
            if any(_ends(said[:at], phrase) for phrase in self._phrases):
                return True
            if self._fillers:
                if said[at - 1] not in self._fillers:
                    return False
            elif skipped >= self._gap:
                return False
        return False


def _parts(phrase: str) -> Iterator[tuple[str, bool]]:
    for written in phrase.split():
        open_ended = written.endswith("*")
        if written == "@*":
            yield "@", True
            continue
        parts = words(written.removesuffix("*"))
        for index, part in enumerate(parts):
            yield part, open_ended and index == len(parts) - 1


def _ends(said: Sequence[str], phrase: Sequence[tuple[str, bool]]) -> bool:
    if len(said) < len(phrase):
        return False
    last = said[len(said) - len(phrase) :]
    return all(
        word.startswith(part) if open_ended else word == part
        for word, (part, open_ended) in zip(last, phrase, strict=True)
    )
