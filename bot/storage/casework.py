"""Cases, measures and proposals as rows, each with the columns that it is looked for by."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from bot import codec
from bot.facts import CaseFact, FactKind, ProposalFact, SanctionFact, StandingFact
from bot.ids import AccountId
from bot.storage import cases, tables
from bot.storage.fact_table import FactTable


def _sanction_row(fact: SanctionFact) -> dict[str, object]:
    one = fact.sanction
    return {
        "account": one.account,
        "case": one.case,
        "name": one.penalty.name,
        "by": one.by,
        "at": one.at,
        "until": one.until,
        "on_file_until": one.on_file_until,
        "state": one.state,
        "ended_at": one.ended_at,
        "data": codec.dump_sanctions((one,)),
    }


def _proposal_row(fact: ProposalFact) -> dict[str, object]:
    one = fact.proposal
    return {
        "number": int(one.id),
        "state": one.state,
        "author": one.by,
        "opened_at": one.opened_at,
        "since": one.since,
        "due_at": one.due_at,
        "data": codec.dump_proposal(one),
    }


def _standing(row: Row[Any]) -> StandingFact:
    return StandingFact(account=AccountId(row.account), sanctions=codec.load_sanctions(row.sanctions))


FACT_TABLES: Mapping[FactKind, FactTable] = {
    "case": FactTable(
        tables.cases,
        "case",
        lambda fact: cases.row(fact.case),
        lambda row: CaseFact(case=codec.load_case(row.data)),
    ),
    "sanction": FactTable(
        tables.sanctions,
        "sanction",
        _sanction_row,
        lambda row: SanctionFact(sanction=codec.load_sanctions(row.data)[0]),
    ),
    "standing": FactTable(
        tables.standings, "account", lambda fact: {"sanctions": codec.dump_sanctions(fact.sanctions)}, _standing
    ),
    "proposal": FactTable(
        tables.proposals,
        "proposal",
        _proposal_row,
        lambda row: ProposalFact(proposal=codec.load_proposal(row.data)),
    ),
}
"""By kind of fact."""
