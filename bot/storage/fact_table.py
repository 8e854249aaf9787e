"""A table that keeps one kind of fact, a row for each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Delete, Row, Select, Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.facts import Fact


@dataclass(frozen=True)
class FactTable:
    """Where a kind of fact is kept, and how it goes there and back."""

    table: Table
    key: str
    """The column that, within a partition, names the fact."""
    to_row: Callable[[Any], dict[str, object]]
    from_row: Callable[[Row[Any]], Fact]

    @cached_property
    def asked(self) -> Select[Any]:
        """The rows under `many` names of the partition `one`."""
        named = self.table.c[self.key].in_(bindparam("many", expanding=True))
        return select(self.table).where(self.table.c.partition == bindparam("one"), named)

    @cached_property
    def gone(self) -> Delete:
        """Without the row under the name `many` of the partition `one`."""
        named = self.table.c[self.key] == bindparam("many")
        return delete(self.table).where(self.table.c.partition == bindparam("one"), named)

    @cached_property
    def _replaced(self) -> dict[str, Any]:
        return {"sqlite": self._upsert(sqlite.insert), "postgresql": self._upsert(postgresql.insert)}

    def replacing(self, dialect: str) -> Any:
        """New rows, in the place of those under the same names."""
        return self._replaced[dialect]

    def _upsert(self, insert: Callable[[Table], Any]) -> Any:
        added = insert(self.table)
        keys = {"partition", self.key}
        replaced = {column.name: added.excluded[column.name] for column in self.table.c if column.name not in keys}
        return added.on_conflict_do_update(index_elements=sorted(keys), set_=replaced)
