"""A policy that a manager wrote in chat: a few answers become an entry of a pack, with cases of its own."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import tomlkit

from bot.errors import Complaint, Complaints
from bot.policy import cases
from bot.policy.book import Book
from bot.policy.case import Case
from bot.policy.load import load_pack
from bot.policy.pack import Pack
from bot.settings import IN_CHAT

_THEN: Mapping[str, Mapping[str, bool]] = {
    "alert": {"alert": True},
    "remind": {"remind": True, "alert": True},
    "remove": {"remove": True, "alert": True},
}
MOST_WORDS = 200
QUESTIONS = frozenset({"title", "words", "many", "why", "then"})
"""The places that `draft` names in its complaints where an answer is missing, or too much."""
_LONGEST_NAME = 60


def draft(answers: Mapping[str, str]) -> tuple[str, str]:
    """The policy's name, and what is kept of it as JSON. Raises Complaints.

    Each word is a case that it must match, each line of `spare` one that it must leave alone.
    """
    title = answers.get("title", "").strip()
    words = _lines(answers.get("words", ""))[: MOST_WORDS + 1]
    english, french = answers.get("why_en", "").strip(), answers.get("why_fr", "").strip()
    name = _slug(title)
    problems = [
        Complaint(place, problem, hint)
        for wrong, place, problem, hint in (
            (not name, "title", "it needs a name", "a few words are enough"),
            (not words, "words", "it looks for nothing", "write one word or phrase on each line"),
            (len(words) > MOST_WORDS, "many", f"these are more than {MOST_WORDS}", "make two policies of it"),
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
    told = [{"text": word, "expect": [name]} for word in words]
    told += [{"text": line, "expect": []} for line in _lines(answers.get("spare", ""))]
    kept = json.dumps({"policy": entry, "cases": told})
    if any(not one.passed for one in cases.check(sole(name, kept))):
        problem = "it would match something that it must leave alone"
        raise Complaints([Complaint("spare", problem, "take out a word, or the message")])
    return name, kept


def sole(name: str, kept: str) -> Pack:
    """One policy written in chat as a pack of its own. Raises Complaints."""
    made = pack({name: kept})
    if made is None:
        raise LookupError(name)
    return made


def sound(kept: Mapping[str, str]) -> tuple[Pack | None, tuple[Complaint, ...]]:
    """All policies written in chat that can still be read, as a pack, and what is wrong with the others."""
    whole: dict[str, str] = {}
    complaints: list[Complaint] = []
    for name, one in kept.items():
        try:
            pack({name: one})
        except Complaints:
            complaints.append(Complaint(f"{IN_CHAT}/{name}", "it cannot be read any more", "write it anew"))
        else:
            whole[name] = one
    return pack(whole), tuple(complaints)


def pack(kept: Mapping[str, str]) -> Pack | None:
    """Policies written in chat as a pack; None where there are none. Raises Complaints."""
    if not kept:
        return None
    try:
        read = [json.loads(one) for one in kept.values()]
        policies = [one["policy"] for one in read]
        told = [case for one in read for case in one["cases"]]
        owners = [one["policy"]["id"] for one in read for _ in one["cases"]]
    except (ValueError, TypeError, KeyError) as error:
        raise Complaints([Complaint(IN_CHAT, "what is kept of a policy is damaged", "write it anew")]) from error
    return _with_neighbours(_pack(policies, told), owners)


def _pack(policies: Sequence[Any], told: Sequence[Any]) -> Pack:
    header = {"id": IN_CHAT, "title": {"en": "Written in chat", "fr": "Écrites en discussion"}}
    entries = tomlkit.dumps({**header, "policies": policies})
    return load_pack({"pack.toml": entries, "cases.toml": tomlkit.dumps({"case": told})}, IN_CHAT)


def _with_neighbours(made: Pack, owners: Sequence[str]) -> Pack:
    """Whoever writes a policy knows its own words alone: where others look for them too, both are right."""
    book = Book.compile([made])
    told = tuple(_with_others(book, case, owner) for case, owner in zip(made.cases, owners, strict=True))
    return replace(made, cases=told)


def _with_others(book: Book, case: Case, owner: str) -> Case:
    found = (hit.policy.rpartition("/")[2] for hit in book.judge(*cases.scene(case)).hits)
    others = (name for name in found if name != owner)
    return case.model_copy(update={"expect": tuple(dict.fromkeys((*case.expect, *others)))})


def _lines(text: str) -> list[str]:
    return [said for line in text.splitlines() if (said := line.strip())]


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].strip("-")
