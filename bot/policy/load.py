"""Reading a pack: texts in, a pack out, or everything that is wrong with it at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from bot import documents
from bot.documents import Document, Places
from bot.errors import Complaint, Complaints
from bot.policy import guard
from bot.policy.case import CasesFile
from bot.policy.kind import Kind
from bot.policy.pack import Pack, PackFile

_PACK, _CASES = "pack.toml", "cases.toml"
D = TypeVar("D", bound=Document)


def load_pack(files: Mapping[str, str], source: str) -> Pack:
    """Read a pack from the texts of its folder; `source` is that folder as people know it. Raises Complaints."""
    if _PACK not in files:
        raise Complaints([Complaint(f"{source}/{_PACK}", "this file is missing", "every pack has one")])
    complaints: list[Complaint] = []
    pack = _read(files[_PACK], PackFile, f"{source}/{_PACK}", complaints)
    complaints[:] = _without_feelings(files[_PACK], f"{source}/{_PACK}", complaints)
    cases = _read(files.get(_CASES, ""), CasesFile, f"{source}/{_CASES}", complaints)
    if pack is not None:
        complaints += _repeated(pack, Places(files[_PACK], f"{source}/{_PACK}"))
        complaints += _lists(pack, files, source)
        complaints += _strangers(pack, Places(files[_PACK], f"{source}/{_PACK}"))
    if pack is not None and not complaints:
        complaints += _silencing(pack, files, Places(files[_PACK], f"{source}/{_PACK}"))
    if pack is not None and cases is not None:
        complaints += _unexpected(pack, cases, Places(files.get(_CASES, ""), f"{source}/{_CASES}"))
    if complaints or pack is None or cases is None:
        raise Complaints(dict.fromkeys(complaints))
    named = {name: files[name] for _, _, kind in _conditions(pack) for name in kind.reads()}
    return Pack(pack.id, pack.title.text, pack.policies, cases.case, pack.brand, named)


def _read(text: str, model: type[D], source: str, complaints: list[Complaint]) -> D | None:
    try:
        return documents.read(text, model, source)
    except Complaints as error:
        complaints += error.complaints
        return None


def _without_feelings(text: str, source: str, complaints: Sequence[Complaint]) -> list[Complaint]:
    """Say of conditions on feelings why there are none, rather than that they are unknown."""
    try:
        found = list(guard.feelings(documents.parse(text, source)))
    except Complaints:
        return list(complaints)
    places = Places(text, source)
    refused = [replace(complaint, place=places.place(path)) for path, complaint in found]
    unknown = {(one.place, f'unknown setting "{path[-1]}"') for one, (path, _) in zip(refused, found, strict=True)}
    return [*refused, *(one for one in complaints if (one.place, one.problem) not in unknown)]


def _silencing(pack: PackFile, files: Mapping[str, str], places: Places) -> Iterator[Complaint]:
    for index, policy in enumerate(pack.policies):
        if guard.silences(policy, pack.brand, files):
            yield guard.complaint(policy, places.place(("policies", index, "when")))


def _conditions(pack: PackFile) -> Iterator[tuple[int, tuple[str | int, ...], Kind]]:
    for index, policy in enumerate(pack.policies):
        for path, kind in policy.when.walk():
            yield index, path, kind


def _repeated(pack: PackFile, places: Places) -> Iterator[Complaint]:
    seen: set[str] = set()
    for index, policy in enumerate(pack.policies):
        if policy.id in seen:
            place = places.place(("policies", index, "id"))
            yield Complaint(place, f'a policy "{policy.id}" stands above already', "give this one a name of its own")
        seen.add(policy.id)


def _lists(pack: PackFile, files: Mapping[str, str], source: str) -> Iterator[Complaint]:
    places = Places(files[_PACK], f"{source}/{_PACK}")
    others = [name for name in files if name not in (_PACK, _CASES)]
    for index, path, kind in _conditions(pack):
        for name in kind.reads():
            if name in others:
                flaws = kind.flaws(files[name])
                yield from (Complaint(f"{source}/{name}:{one.line}", one.problem, one.hint) for one in flaws)
            else:
                hint = documents.nearest(name, others) or "put it beside pack.toml"
                place = places.place(("policies", index, "when", *path))
                yield Complaint(place, f'there is no file "{name}" in the pack', hint)


def _strangers(pack: PackFile, places: Places) -> Iterator[Complaint]:
    """Conditions that name a policy which the pack does not have."""
    known = [policy.id for policy in pack.policies]
    for index, path, kind in _conditions(pack):
        for name in kind.refers():
            if name not in known:
                place = places.place(("policies", index, "when", *path))
                yield Complaint(place, f'there is no policy "{name}" in the pack', documents.nearest(name, known))


def _unexpected(pack: PackFile, cases: CasesFile, places: Places) -> Iterator[Complaint]:
    known = [policy.id for policy in pack.policies]
    for index, case in enumerate(cases.case):
        for number, name in enumerate(case.expect):
            if name not in known:
                place = places.place(("case", index, "expect", number))
                yield Complaint(place, f'there is no policy "{name}"', documents.nearest(name, known))
