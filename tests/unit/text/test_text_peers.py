import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.text import Pattern, Reading, Regex, Scanner, listed

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "peer_cases.toml").read_text(encoding="utf-8"))[
    "case"
]


def found(case: dict[str, Any]) -> bool:
    reading = Reading(case["text"])
    if "words" in case:
        return bool(Scanner([Pattern(written) for written in case["words"]]).scan(reading))
    if "regex" in case:
        return bool(Scanner([Regex(case["regex"])]).scan(reading))
    if "links_except" in case:
        return any(listed(link.host, case["links_except"]) is None for link in reading.links)
    return any(link.invite for link in reading.links)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_rules_of_other_bots_mean_here_what_they_promise_there(case: dict[str, Any]) -> None:
    assert found(case) is case["found"]
