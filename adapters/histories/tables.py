"""Tables of measures, or of bans, as CSV, with whatever their columns are called."""

import csv
import io
from collections.abc import Mapping

from adapters.histories.books import bans
from adapters.histories.entries import Read, action, length, person, time

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "user": ("user_id", "userid", "member_id", "target_id", "offender_id", "user", "member", "target", "offender"),
    "action": ("action", "type", "punishment", "action_type", "infraction", "measure"),
    "reason": ("reason", "reasons", "note", "description"),
    "by": ("moderator_id", "mod_id", "moderator", "mod", "staff", "by", "author"),
    "at": ("created_at", "timestamp", "date", "time", "at", "created", "issued"),
    "length": ("duration", "length"),
    "until": ("until", "expires_at", "expires", "expiry"),
    "number": ("case_number", "case_id", "case", "number", "infraction_id"),
}


def table(text: str) -> Read:
    """Every row; where no column says what was done, the rows are bans."""
    rows = list(csv.DictReader(io.StringIO(text), dialect=_dialect(text)))
    names = {str(name).strip().lower().replace(" ", "_"): name for name in (rows[0] if rows else ())}
    known = ((what, next((names[one] for one in some if one in names), None)) for what, some in _COLUMNS.items())
    columns = {what: name for what, name in known if name is not None}
    if "user" not in columns and "id" in names:
        columns["user"] = names["id"]
    if "user" not in columns:
        return bans([line.strip() for line in text.splitlines() if line.strip()])
    if "action" not in columns:
        return bans([{"id": row.get(columns["user"]), "reason": row.get(columns.get("reason", ""))} for row in rows])
    found = Read("table")
    for row in rows:
        _add(found, {what: (row.get(name) or "").strip() for what, name in columns.items()})
    return found


def _add(found: Read, row: Mapping[str, str]) -> None:
    at, lasting = time(row.get("at")), length(row.get("length", ""))
    found.add(
        action(row["action"]),
        person(row["user"]),
        at,
        key=" ".join(("table", *(row.get(name, "") for name in ("number", "user", "action", "at")))),
        by=person(row.get("by")),
        reasons=row.get("reason", ""),
        until=time(row.get("until")) or (at + lasting if at and lasting else None),
    )


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(text[:4096], delimiters=",;\t|")
    except csv.Error:
        return csv.excel
