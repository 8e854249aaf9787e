"""What a form says, and how it is told that something in it cannot be."""

from collections.abc import Iterable, Mapping

Values = Mapping[str, str]


class Wrong(Exception):
    """Something in a form cannot be; its text is the key of the phrase that says so."""


def one_of(given: str | None, choices: Iterable[str]) -> str:
    """A choice of the form. Raises Wrong."""
    if given not in tuple(choices) or given is None:
        raise Wrong("governing-wrong-choice")
    return given
