"""What is left of lines, measures and proposals once somebody is taken out of them: what others said, without them."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from bot import codec
from bot.cases.lines import Evidence, Line, Opening
from bot.cases.sanctions import Sanction
from bot.ids import AccountId, native
from bot.proposals import Change, Proposal


@dataclass(frozen=True)
class Leaver:
    """Somebody who is forgotten, and the name that stands where they stood."""

    account: AccountId
    name: AccountId

    def line(self, line: Line) -> Line:
        """Without their words, and without them."""
        said = replace(
            line,
            text="" if line.by == self.account else line.text,
            opening=self._opening(line.opening) if line.opening else None,
            evidence=self._evidence(line.evidence) if line.evidence else None,
        )
        return codec.load_line(self.renamed(codec.dump_line(said)))

    def words(self, line: Line) -> tuple[str, ...]:
        """What they said or wrote there."""
        found = [line.text] if line.by == self.account else []
        if line.opening is not None and self._wrote(line.opening):
            found += [line.opening.text, line.opening.wish]
        for evidence in _evidence_of(line):
            if self._is(evidence.author):
                found += [evidence.text, *evidence.edits]
            found += [quote.text for quote in evidence.around if self._is(quote.author)]
        return tuple(one for one in found if one)

    def sanction(self, sanction: Sanction) -> Sanction:
        """Upon them: without what they wrote. By them: without their reasons."""
        upon, by = sanction.account == self.account, sanction.by == self.account
        said = replace(
            sanction,
            quote="" if upon else sanction.quote,
            message=None if upon else sanction.message,
            by=None if by else sanction.by,
            reasons="" if by else sanction.reasons,
        )
        return codec.load_sanctions(self.renamed(codec.dump_sanctions((said,))))[0]

    def proposal(self, proposal: Proposal) -> Proposal:
        """What the community voted on stays; why they wanted it goes, and that it was them."""
        theirs = proposal.by == self.account
        said = replace(
            proposal,
            body="" if theirs else proposal.body,
            by=None if theirs else proposal.by,
            changes=tuple(self._change(one) for one in proposal.changes),
        )
        return codec.load_proposal(self.renamed(codec.dump_proposal(said)))

    def renamed(self, stored: str) -> str:
        """JSON without their account, wherever it stands, also as a platform's mention within what others wrote."""
        return json.dumps(_everywhere(json.loads(stored), self._rename), ensure_ascii=True, separators=(",", ":"))

    def _opening(self, opening: Opening) -> Opening:
        wrote, about = self._wrote(opening), self._is(opening.respondent)
        evidence = opening.evidence
        theirs = about or (evidence is not None and self._is(evidence.author))
        return replace(
            opening,
            text="" if wrote else opening.text,
            wish="" if wrote else opening.wish,
            message=None if theirs else opening.message,
            evidence=self._evidence(evidence) if evidence else None,
        )

    def _evidence(self, evidence: Evidence) -> Evidence:
        around = tuple(quote for quote in evidence.around if not self._is(quote.author))
        if not self._is(evidence.author):
            return replace(evidence, around=around)
        return replace(evidence, message=None, text="", edits=(), files=(), prints=(), roles=(), around=around)

    def _change(self, change: Change) -> Change:
        return replace(change, by=None, why="") if self._is(change.by) else change

    def _wrote(self, opening: Opening) -> bool:
        return self._is(opening.opener) or self._is(opening.reporter)

    def _is(self, account: AccountId | None) -> bool:
        return account == self.account

    def _rename(self, text: str) -> str:
        return self._pattern.sub(self._instead, text)

    def _instead(self, found: re.Match[str]) -> str:
        return self.name if found["whole"] else "@…"

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        mention = rf"<@!?{re.escape(native(self.account))}(?:\|[^>]*)?>"
        return re.compile(rf"(?P<whole>{re.escape(self.account)}(?![\w-]))|{mention}")


def _evidence_of(line: Line) -> tuple[Evidence, ...]:
    first = line.opening.evidence if line.opening else None
    return tuple(one for one in (first, line.evidence) if one is not None)


def _everywhere(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_everywhere(one, change) for one in value]
    if isinstance(value, dict):
        return {name: _everywhere(one, change) for name, one in value.items()}
    return value
