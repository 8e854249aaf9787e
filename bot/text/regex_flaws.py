"""What is wrong with a regex before it ever meets a message, and what to write instead."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import re2

LONGEST = 2_000
LARGEST = 10_000
"""Steps of the compiled program."""

_SAMPLES = ("", " ", "a", "a b", "1", "é", "\n")


class RegexFlaw(NamedTuple):
    """A mistake in a regex, and the way out."""

    problem: str
    hint: str


_CONSTRUCTS = {
    "(?=": ("looks ahead", "match what follows too, or ask for it in a second condition under all"),
    "(?!": ("looks ahead", "put what must not be there into none = [...] or into allow"),
    "(?<=": ("looks behind", "match what stands before too, or ask for it in a second condition under all"),
    "(?<!": ("looks behind", "put what must not be there into none = [...]; \\b keeps words whole"),
    "(?>": ("has an atomic group", "write (?: instead; nothing ever backtracks here"),
    "(?#": ("has a comment", "put the comment behind a # on its own line of the file"),
    "(?(": ("has a conditional group", "write one regex for each case"),
    "(?P=": ("refers back to a group", "write the alternatives out; repeated_characters and repeats find repetitions"),
    "(?P>": ("calls a group", "write the group out once more"),
    "(?R": ("calls itself", "write the levels out that really occur"),
    "(?&": ("calls a group", "write the group out once more"),
    "(?|": ("resets its groups", "write (?: instead"),
}
_ESCAPES = {
    "Z": ("has \\Z", "write \\z"),
    "h": ("has \\h", "write [ \\t]"),
    "R": ("has \\R", "write \\r?\\n"),
    "u": ("has \\u", "write the letter itself, or \\x{e9}"),
    "U": ("has \\U", "write the letter itself, or \\x{1f600}"),
    "N": ("has \\N", "write the letter itself, or [^\\n]"),
    "X": ("has \\X", "write ."),
    "K": ("has \\K", "leave it out; the whole match counts"),
    "G": ("has \\G", "leave it out"),
    "e": ("has \\e", "write \\x1b"),
}
_ENGINE = (
    ("missing )", "a bracket is never closed", "close each ( with ), or write \\( for the character"),
    ("unexpected )", "a bracket is closed that was never opened", "write \\) for the character"),
    ("missing ]", "a [ is never closed", "close it with ], or write \\[ for the character"),
    (
        "invalid repetition size",
        "it repeats something more than 1,000 times",
        "ask for at most {1,1000}, nested ones multiplied",
    ),
    (
        "bad repetition operator",
        "two repetitions follow each other",
        "keep one: a+ for a++ (nothing ever backtracks here)",
    ),
    ("no argument for repetition", "there is nothing to repeat", "write \\*, \\+ or \\? for the character"),
    ("pattern too large", "it is too large", "use smaller repetitions, [a-z] for \\pL, or several regexes"),
    ("trailing \\", "it ends in a single backslash", "write \\\\ for the character"),
    (
        "invalid character class",
        "a class or range in it does not exist",
        "write ranges upwards ([a-z]); \\pL is any letter",
    ),
    (
        "invalid escape",
        "a backslash stands before something that needs none",
        "leave it out, or write \\\\ for a backslash",
    ),
    ("invalid perl operator", "a group opens in an unknown way", "write ( or (?: or (?i)"),
    ("invalid utf-8", "it holds half a character", "write the character anew"),
)


@lru_cache(maxsize=1024)
def regex_flaws(written: str) -> tuple[RegexFlaw, ...]:
    """All that is wrong with a regex; nothing, where it may be used."""
    if not written.strip():
        return (RegexFlaw("it is empty", "write what to look for"),)
    if len(written) > LONGEST:
        return (RegexFlaw(f"it is longer than {LONGEST} characters", "lists of words belong in words or a list file"),)
    return tuple(dict.fromkeys(_unsupported(written))) or tuple(_found_by_trying(written))


def _found_by_trying(written: str) -> Iterator[RegexFlaw]:
    try:
        compiled = compiled_alone(written, case=False)
    except (re2.error, UnicodeEncodeError) as error:
        yield _explained(str(error))
        return
    if compiled.programsize > LARGEST:
        yield RegexFlaw("it is too large", "use smaller repetitions, [a-z] for \\pL, or several regexes")
    elif any(_finds_nothing(compiled, sample) for sample in _SAMPLES):
        yield RegexFlaw("it matches where nothing stands, so in every message", "make one part necessary: a+ for a*")


def compiled_alone(written: str, *, case: bool) -> Any:
    """One regex on RE2. Raises re2.error."""
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    options.case_sensitive = case
    options.max_mem = 8 << 20
    return re2.compile(written, options)


def tokens(written: str) -> Iterator[tuple[str, int, bool]]:
    """The parts of a regex: escapes, openings of groups, single characters; how deep they stand; whether in a class."""
    at, depth, in_class = 0, 0, False
    while at < len(written):
        if written.startswith("\\Q", at):
            stop = written.find("\\E", at)
            part = written[at:] if stop < 0 else written[at : stop + 2]
        elif written[at] == "\\":
            part = written[at : at + 2]
        elif not in_class and written.startswith("(?", at):
            part = (
                written[at : at + 4] if written[at + 2 : at + 4] in ("<=", "<!", "P=", "P>") else written[at : at + 3]
            )
        else:
            part = written[at]
        depth -= part == ")" and not in_class
        yield part, depth, in_class
        depth += part.startswith("(") and not in_class
        if part == "[" and not in_class:
            in_class = True
            lead = written[at + 1 : at + 3]
            literal = 2 if lead == "^]" else 1 if lead[:1] == "]" else 0
            at += literal
        elif part == "]":
            in_class = False
        at += len(part)


def _unsupported(written: str) -> Iterator[RegexFlaw]:
    for part, _, in_class in tokens(written):
        if part.startswith("(") and part in _CONSTRUCTS:
            yield _flaw(_CONSTRUCTS[part])
        elif len(part) == 2 and part[0] == "\\":
            if part[1] in "123456789" and not in_class:
                yield RegexFlaw(
                    "it refers back to a group", "write the alternatives out; repeated_characters finds repetitions"
                )
            elif part[1] in ("k", "g"):
                yield RegexFlaw("it refers back to a group", "write the alternatives out")
            elif part[1] in _ESCAPES:
                yield _flaw(_ESCAPES[part[1]])


def _flaw(known: tuple[str, str]) -> RegexFlaw:
    problem, hint = known
    reason = "RE2 does not know" if "\\" in problem else "RE2 cannot do in bounded time"
    return RegexFlaw(f"it {problem}, which {reason}", hint)


def _explained(error: str) -> RegexFlaw:
    for sign, problem, hint in _ENGINE:
        if sign in error:
            return RegexFlaw(problem, hint)
    return RegexFlaw("RE2 does not understand it", "see the syntax that RE2 documents")


def _finds_nothing(compiled: Any, sample: str) -> bool:
    match = compiled.search(sample)
    return match is not None and match.start() == match.end()
