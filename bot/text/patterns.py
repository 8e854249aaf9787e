"""Patterns: the words and phrases of policies, and how much disguise each of them sees through."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.text import letters
from bot.text.disguise import repeated, skeleton
from bot.text.fold import View, fold, strip

Folding = Literal["exact", "folded", "evasive"]
_FEWEST_EVASIVE = 3
# fmt: off
_EVERYWHERE = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "could", "do", "does", "for", "from", "going",
    "got", "had", "has", "have", "how", "i", "i'm", "if", "in", "is", "it", "it's", "just", "know", "like", "me",
    "more", "my", "need", "no", "not", "of", "on", "one", "only", "or", "out", "should", "so", "some", "that",
    "that's", "the", "their", "them", "then", "there", "they", "this", "to", "up", "use", "want", "was", "we",
    "what", "when", "where", "which", "will", "with", "work", "would", "yes", "you", "your", "you're", "au", "aux",
    "avec", "bien", "c'est", "ce", "ces", "cette", "comme", "dans", "de", "des", "deux", "du", "elle", "en", "est",
    "et", "fait", "faire", "il", "ils", "j'ai", "je", "la", "le", "les", "leur", "mais", "moi", "mon", "ne", "nous",
    "ou", "par", "pas", "plus", "pour", "que", "qui", "sa", "se", "si", "son", "suis", "sur", "ta", "te", "toi",
    "ton", "tous", "tout", "tu", "un", "une", "va", "vous",
})
# fmt: on
"""Words that make poor anchors for a phrase."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word or a phrase: `cat` stands alone, `cat*` opens a word, `*cat` ends one, `*cat*` stands anywhere.

    White space in a phrase stands for any white space. `strict` keeps accents apart: `péter` is then not `Peter`.
    """

    written: str
    strict: bool = False
    folding: Folding = "evasive"
    """`exact` sees through case and compatibility forms; `folded` also through accents, look-alikes and what cannot
    be seen; `evasive` also through figures for letters, marks and spaces inside words, and letters said too often."""

    def __post_init__(self) -> None:
        """Refuse what could never be found."""
        if "*" in self.core:
            raise ValueError(f'"{self.written}" has a star inside; a star may only stand first or last')
        if not self.folded or not self.stripped:
            raise ValueError(f'"{self.written}" holds nothing to look for')

    @property
    def core(self) -> str:
        """What is looked for, without the stars."""
        return self.written.strip().removeprefix("*").removesuffix("*")

    @property
    def opens(self) -> bool:
        """Whether no letter may stand before it."""
        return not self.written.strip().startswith("*")

    @property
    def closes(self) -> bool:
        """Whether no letter may stand after it."""
        return not self.written.strip().endswith("*")

    @property
    def folded(self) -> tuple[str, ...]:
        """Its words as they stand in the first view."""
        return _words(fold(self.core))

    @property
    def stripped(self) -> tuple[str, ...]:
        """Its words as they stand in the second view."""
        return _words(strip(self.core, fold(self.core)))


class Needle(NamedTuple):
    """One way in which a pattern may be found: its longest word is searched for, the others are checked around it."""

    number: int
    words: tuple[str, ...]
    anchor: int
    opens: bool
    closes: bool
    folded: bool = False
    """Look for it in the first view."""
    stripped: bool = False
    """Look for it in the second view."""
    marks: tuple[str, ...] | None = None
    """The accents that must stand in the original; None: any."""
    core: str = ""
    """What must be confirmed where it was found in the third view."""
    twice: str = ""
    """Letters in a row that the third view keeps once, but without which the core cannot be there."""

    @property
    def sought(self) -> str:
        """The word that is searched for."""
        return self.words[self.anchor]


def accents(text: str) -> tuple[str, ...]:
    """The accented letters of a text in their order; those of a letter said several times in a row count once."""
    folded = fold(text).text
    kept: list[str] = []
    before = ""
    for char in folded:
        if char != before and (on_it := letters.marks(char)):
            kept.append(letters.strip(char) + "".join(on_it))
        before = char
    return tuple(kept)


def plain_needles(number: int, pattern: Pattern) -> list[Needle]:
    """How a pattern is found in the first two views."""
    core, edges = pattern.core, (pattern.opens, pattern.closes)
    if pattern.folding == "exact":
        words = pattern.folded
        return [Needle(number, words, _longest(words), *edges, folded=True)]
    folded, stripped = _both(core)
    marks = accents(core) if pattern.strict else None
    if folded == stripped and not pattern.strict:
        return [Needle(number, folded, _longest(folded), *edges, folded=True, stripped=True)]
    return [
        Needle(number, folded, _longest(folded), *edges, folded=True),
        Needle(number, stripped, _longest(stripped), *edges, stripped=True, marks=marks),
    ]


def evasive_needle(number: int, pattern: Pattern) -> Needle | None:
    """How a pattern is found in the third view; None where it is too short to be told from chance."""
    if pattern.folding != "evasive":
        return None
    stripped = pattern.stripped
    core = " ".join(stripped)
    spelt = [char for char in core if char.isalpha()]
    if len(spelt) < _FEWEST_EVASIVE or len(set(spelt)) == 1:
        return None
    words = tuple(skeleton(word) for word in stripped)
    marks = accents(pattern.core) if pattern.strict else None
    edges = (pattern.opens, pattern.closes)
    return Needle(number, words, _longest(words), *edges, marks=marks, core=core, twice=repeated(core))


def _both(core: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    folded = fold(core)
    stripped = strip(core, folded)
    words = _words(folded)
    return words, words if stripped is folded else _words(stripped)


def _words(view: View) -> tuple[str, ...]:
    return tuple(view.text.split())


def _longest(words: tuple[str, ...]) -> int:
    """The longest word of a phrase that is not in every other sentence."""
    if len(words) == 1:
        return 0
    return max(range(len(words)), key=lambda index: (words[index] not in _EVERYWHERE, len(words[index])))
