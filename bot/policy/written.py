"""A policy that a manager wrote in chat: a few answers become an entry of a pack, with cases of its own."""

import json
import re
import unicodedata
from collections.abc import Mapping

import tomlkit

from bot.errors import Complaint, Complaints
from bot.policy.load import load_pack
from bot.policy.pack import Pack

PACK = "chat"
_THEN: Mapping[str, Mapping[str, bool]] = {
    "alert": {"alert": True},
    "remind": {"remind": True, "alert": True},
    "remove": {"remove": True, "alert": True},
}
_MOST_WORDS = 200
_LONGEST_NAME = 60


def draft(answers: Mapping[str, str]) -> tuple[str, str]:
    """The policy's name, and what is kept of it as JSON. Raises Complaints."""
    title = answers.get("title", "").strip()
    words = [word for line in answers.get("words", "").splitlines() if (word := line.strip())][: _MOST_WORDS + 1]
    english, french = answers.get("why_en", "").strip(), answers.get("why_fr", "").strip()
    name = _slug(title)
    problems = [
        Complaint(place, problem, hint)
        for wrong, place, problem, hint in (
            (not name, "title", "it needs a name", "a few words are enough"),
            (not words, "words", "it looks for nothing", "write one word or phrase on each line"),
            (len(words) > _MOST_WORDS, "words", f"these are more than {_MOST_WORDS}", "make two policies of it"),
            (not english and not french, "why", "it has no reason", "say why, for the person it falls upon"),
            (answers.get("then") not in _THEN, "then", "nothing follows", "choose what follows"),
        )
        if wrong
    ]
    if problems:
        raise Complaints(problems)
    entry = {
        "id": name,
        "title": {"en": title, "fr": title},
        "why": {"en": english or french, "fr": french or english},
        "when": {"words": {"any": words}},
        "unless": {"level": "helper"},
        "then": _THEN[answers["then"]],
    }
    kept = json.dumps({"policy": entry, "cases": [{"text": word, "expect": [name]} for word in words]})
    pack({name: kept})
    return name, kept


def pack(kept: Mapping[str, str]) -> Pack | None:
    """All policies written in chat as a pack; None where there are none. Raises Complaints."""
    read = [json.loads(one) for one in kept.values()]
    if not read:
        return None
    header = {"id": PACK, "title": {"en": "Written in chat", "fr": "Écrites en discussion"}}
    entries = {**header, "policies": [one["policy"] for one in read]}
    cases = {"case": [case for one in read for case in one["cases"]]}
    return load_pack({"pack.toml": tomlkit.dumps(entries), "cases.toml": tomlkit.dumps(cases)}, PACK)


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].strip("-")
