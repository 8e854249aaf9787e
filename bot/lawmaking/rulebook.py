"""The rules by which proposals are decided, as people write them in a form."""

import re
from collections.abc import Mapping

from bot.proposals import Rules

_DAY = 86_400
_NUMBERS = re.compile(r"\d+")
_MOST_DAYS = 60


class Wrong(Exception):
    """The rules cannot be so; its text names what is wrong: `days` or `percents`."""


def read(answers: Mapping[str, str]) -> Rules:
    """From three lengths in days, and three parts of a hundred. Raises Wrong."""
    talk, vote, wait = _three(answers, "days")
    quorum, majority, high = _three(answers, "percents")
    if not (1 <= talk <= _MOST_DAYS and 1 <= vote <= _MOST_DAYS and wait <= _MOST_DAYS):
        raise Wrong("days")
    if not (1 <= quorum <= 100 and 50 <= majority <= high < 100):
        raise Wrong("percents")
    return Rules(
        discussion_seconds=talk * _DAY,
        voting_seconds=vote * _DAY,
        cooling_seconds=wait * _DAY,
        quorum_percent=quorum,
        majority_percent=majority,
        rules_majority_percent=high,
    )


def written(rules: Rules) -> tuple[tuple[str, str], ...]:
    """The same rules as answers of the form, so that whoever changes one thing sees the others."""
    days = (rules.discussion_seconds, rules.voting_seconds, rules.cooling_seconds)
    percents = (rules.quorum_percent, rules.majority_percent, rules.rules_majority_percent)
    return ("days", " ".join(str(one // _DAY) for one in days)), ("percents", " ".join(map(str, percents)))


def shown(rules: Rules) -> tuple[tuple[str, int], ...]:
    """As arguments of a phrase."""
    return (
        ("talk", rules.discussion_seconds // _DAY),
        ("vote", rules.voting_seconds // _DAY),
        ("wait", rules.cooling_seconds // _DAY),
        ("quorum", rules.quorum_percent),
        ("majority", rules.majority_percent),
        ("high", rules.rules_majority_percent),
    )


def _three(answers: Mapping[str, str], name: str) -> tuple[int, int, int]:
    found = [int(one) for one in _NUMBERS.findall(answers.get(name, ""))]
    if len(found) != 3:
        raise Wrong(name)
    return found[0], found[1], found[2]
