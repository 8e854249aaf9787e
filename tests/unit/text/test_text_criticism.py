"""Criticism of those who run a place is known as such in both languages; how much of it, real texts show."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.text.criticism import needs_rule

LABELLED = Path(__file__).parents[4] / "shared" / "data" / "moderation_labelled.jsonl"
APP = ("app", "apps", "application", "appli")
"""What the reviews are about is called by no name in them."""
BRAND = ("Tilleul",)


@pytest.mark.parametrize(
    "text",
    [
        "Tilleul is garbage since the update",
        "Honestly, the mods here are power tripping again.",
        "why was my post removed?? I broke no rule",
        "This server is a marketing channel now, nobody listens.",
        "The team never answers, three weeks and counting",
        "your support is useless, you idiots",
        "T1lleul is a sc@m",
        "Tilleul plante tout le temps, c'est nul",
        "Les modos font n'importe quoi, franchement.",
        "Pourquoi mon message a disparu ? Aucune explication.",
        "Cette communauté est devenue une vitrine pour la marque, quelle honte",
        "L'équipe ne répond jamais",
        "La dernière mise à jour est une catastrophe",
    ],
)
def test_who_speaks_ill_of_the_team_its_work_or_its_place_is_protected(text: str) -> None:
    assert needs_rule(text, BRAND)


@pytest.mark.parametrize(
    "text",
    [
        "you are an idiot and everybody hates you",
        "buy cheap followers at followers.example",
        "Tilleul is lovely, thank you all!",
        "thanks to the mods for the great evening",
        "merci à l'équipe, vous êtes super",
        "tu es vraiment stupide",
        "Has anybody seen the new film?",
        "",
    ],
)
def test_what_is_about_somebody_else_or_says_nothing_bad_is_not_criticism_of_the_team(text: str) -> None:
    assert not needs_rule(text, BRAND)


def test_a_team_may_have_names_of_its_own() -> None:
    assert not needs_rule("the gardeners are unfair")
    assert needs_rule("the gardeners are unfair", (), ("gardeners",))


def rows() -> list[dict[str, Any]]:
    if not LABELLED.exists():
        pytest.skip("the labelled texts are not here")
    return [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_most_real_criticism_is_found_and_most_of_what_is_friendly_is_left_alone(
    locale: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of reviews that name what they are about: those with one or two stars, and those that are content."""
    reviews = [one for one in rows() if one["lang"] == locale and one["source"] == "mini-bar-app-reviews"]
    about = [one for one in reviews if re.search(rf"\b({'|'.join(APP)})\b", one["text"], re.IGNORECASE)]
    critical = [needs_rule(one["text"], APP) for one in about if one["label"] == "criticism"]
    content = [needs_rule(one["text"], APP) for one in about if one["label"] == "ok"]
    recall, precision = sum(critical) / len(critical), sum(critical) / (sum(critical) + sum(content))
    with capsys.disabled():
        found = f"{sum(critical)} of {len(critical)} found ({recall:.0%})"
        print(f"\ncriticism, {locale}: {found}; precision {precision:.0%}; {sum(content)} of {len(content)} others")  # noqa: T201
    assert recall >= 0.85
    assert precision >= 0.9


def test_criticism_of_a_team_and_its_community_is_found_in_both_languages() -> None:
    written = [one["text"] for one in rows() if one["source"] == "synthetic-criticism"]
    missed = [text for text in written if not needs_rule(text)]
    assert len(missed) <= len(written) // 10


def test_other_talk_is_hardly_ever_taken_for_criticism() -> None:
    fine = [one["text"] for one in rows() if one["label"] == "ok" and "review" not in one["source"]]
    assert sum(needs_rule(text, BRAND) for text in fine) <= len(fine) * 0.03
