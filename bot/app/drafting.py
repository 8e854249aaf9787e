"""A new policy from a few answers: written beside the others, on trial, with its cases; nothing is ever overwritten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import InlineTable, Table

from bot.app import outputs, packs
from bot.errors import Complaint, Complaints
from bot.ids import PolicyId
from bot.policy import cases
from bot.policy.cases import CaseResult
from bot.policy.load import load_pack
from bot.policy.pack import Pack

_PACK, _CASES = "pack.toml", "cases.toml"
_ABOUT_PACK = "Rules of our own. mode: off, shadow (only notes what it would do) or enforce."
_ABOUT_CASES = "What the rules must match (expect names them), and what they must leave alone (expect is empty)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a manager answered."""

    pack: str
    id: str
    title: tuple[str, str]
    """English, French."""
    why: tuple[str, str]
    when: Mapping[str, Any]
    then: Mapping[str, Any]
    ladder: Sequence[Mapping[str, Any]]
    unless: Mapping[str, Any]
    matching: tuple[Mapping[str, Any], ...]
    """Cases that it must match."""
    others: tuple[Mapping[str, Any], ...]
    """Cases that it must leave alone."""

    @property
    def name(self) -> PolicyId:
        """As `pack/policy`."""
        return PolicyId(f"{self.pack}/{self.id}")


@dataclass(frozen=True, slots=True)
class Drafted:
    """The files as they would be, read by the loader, and how their cases turned out."""

    folder: Path
    texts: Mapping[str, str]
    pack: Pack
    results: tuple[CaseResult, ...]
    """Of the new cases alone."""

    @property
    def files(self) -> tuple[Path, ...]:
        """What `write` writes."""
        return tuple(self.folder / name for name in (_PACK, _CASES))

    @property
    def sound(self) -> bool:
        """Whether the policy does what its examples say."""
        return all(one.passed for one in self.results)


def draft(home: Path, wanted: Draft) -> Drafted:
    """Put the files together in memory, in the folder of the pack under `home`. Raises Complaints."""
    folder = home / wanted.pack
    texts = dict(packs.texts(folder)) if folder.is_dir() else {}
    if texts and _PACK not in texts:
        raise Complaints([Complaint(packs.shown(folder), "this folder is no pack", "choose another name")])
    before = texts.get(_CASES, "")
    number = len(load_pack(texts, packs.shown(folder)).cases) if texts else 0
    texts[_PACK] = _with_policy(texts.get(_PACK), wanted)
    texts[_CASES] = _with_cases(before, wanted)
    pack = load_pack(texts, packs.shown(folder))
    return Drafted(folder, texts, pack, cases.check(pack)[number:])


def write(drafted: Drafted) -> None:
    """Put the files in place, each at once or not at all. Raises Complaints."""
    try:
        drafted.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        place = packs.shown(drafted.folder)
        raise Complaints([Complaint(place, f"this cannot be made ({error.strerror})", "name another folder")]) from None
    for file in drafted.files:
        outputs.write(file, drafted.texts[file.name])


def _with_policy(text: str | None, wanted: Draft) -> str:
    """The pack's file with one policy more; what stood there stays as it was written, to the letter."""
    document = tomlkit.document()
    if text is None:
        document.add(tomlkit.comment(_ABOUT_PACK))
        document.add(tomlkit.nl())
        document["id"] = wanted.pack
        document["title"] = _inline({"en": wanted.title[0], "fr": wanted.title[1]})
        document.add(tomlkit.nl())
    listed = tomlkit.aot()
    listed.append(_policy(wanted))
    document["policies"] = listed
    return _after(text, document)


def _after(text: str | None, document: tomlkit.TOMLDocument) -> str:
    before = f"{text.rstrip()}\n\n" if text and text.strip() else ""
    return before + tomlkit.dumps(document).strip() + "\n"


def _policy(wanted: Draft) -> Table:
    table = tomlkit.table()
    table["id"] = wanted.id
    table["mode"] = "shadow"
    table["title"] = _inline({"en": wanted.title[0], "fr": wanted.title[1]})
    table["why"] = _inline({"en": wanted.why[0], "fr": wanted.why[1]})
    table["when"] = _inline(wanted.when)
    if wanted.unless:
        table["unless"] = _inline(wanted.unless)
    table["then"] = _inline(wanted.then)
    if wanted.ladder:
        table["ladder"] = [_inline(step) for step in wanted.ladder]
    return table


def _with_cases(text: str, wanted: Draft) -> str:
    document, listed = tomlkit.document(), tomlkit.aot()
    if not text.strip():
        document.add(tomlkit.comment(_ABOUT_CASES))
        document.add(tomlkit.nl())
    for example, expect in (*((one, [wanted.id]) for one in wanted.matching), *((one, []) for one in wanted.others)):
        table = tomlkit.table()
        for name, value in example.items():
            table[name] = _value(value)
        table["expect"] = expect
        listed.append(table)
    document["case"] = listed
    return _after(text, document)


def _inline(values: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    for name, value in values.items():
        table[name] = _value(value)
    return table


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, list):
        return [_value(one) for one in value]
    return value
