"""Policies written in chat: a few answers become a policy that can be switched on, beside all the others."""

from typing import Any

import pytest

from bot.errors import Complaints
from bot.policy import cases, written


def answers(title: str, *words: str, **more: str) -> dict[str, str]:
    return {"title": title, "words": "\n".join(words), "then": "remove", "why_en": f"Because of {title}.", **more}


def kept(*drafts: dict[str, str]) -> dict[str, str]:
    return dict(written.draft(one) for one in drafts)


def failing(stored: dict[str, str]) -> Any:
    pack = written.pack(stored)
    assert pack is not None
    return cases.failing(pack, {})


@pytest.mark.parametrize(
    "word", ["cat", "scam*", "*coin", "*spam*", "free money", "l'arnaque", "Élan", "🦊", "$100", "ß"]
)
def test_whatever_can_be_written_passes_its_own_cases(word: str) -> None:
    assert failing(kept(answers("Mine", word))) == {}


def test_two_policies_may_look_for_the_same_word() -> None:
    stored = kept(answers("Cats", "cat"), answers("Cat food", "cat food", "cat"), answers("Food", "food"))
    assert failing(stored) == {}


def test_one_that_is_damaged_leaves_the_others_as_they_are() -> None:
    stored = kept(answers("Cats", "cat"))
    for damage in ("{", "[]", "{}", '{"policy": 1, "cases": []}', '{"policy": {}, "cases": 2}'):
        pack, complaints = written.sound({**stored, "broken": damage})
        assert pack is not None
        assert [policy.id for policy in pack.policies] == ["cats"]
        assert [str(one) for one in complaints] == ["chat/broken: it cannot be read any more; write it anew"]
    assert written.sound({}) == (None, ())


def test_an_unusable_answer_is_named_by_its_question() -> None:
    with pytest.raises(Complaints) as caught:
        written.draft({"title": " ", "words": "\n", "then": "ban"})
    assert [one.place for one in caught.value.complaints] == ["title", "words", "why", "then"]
