"""Policies that are proposed: read, tried on their own cases and held against the guard before they are discussed."""

import json
from collections.abc import Mapping, Sequence

from bot.errors import Complaint, Complaints
from bot.ids import PolicyId, RevisionId
from bot.policy import guard, written
from bot.policy.book import Book
from bot.policy.pack import revision
from bot.proposals import Draft, Known

_TRIAL = "trial-"
"""Before what follows: once it is adopted, it only shows what it would do."""
_HINT = "choose something that only talks, or look for something that is wrong whoever it is about"


class Proposing:
    """Knows the policies that there are, and the brand that nobody is silenced for naming."""

    def __init__(self, book: Book, brand: Sequence[str]) -> None:
        self._book = book
        self._brand = brand

    def draft(self, answers: Mapping[str, str]) -> Draft:
        """What somebody proposes, if its cases hold and it may be enforced at all. Raises Complaints."""
        then, why = answers.get("then", ""), answers.get("why", "")
        given = {**answers, "then": then.removeprefix(_TRIAL), "why_en": why, "why_fr": why}
        name, content = written.draft(given)
        if objection := self.objection(name, content):
            raise Complaints([objection])
        return Draft(name=name, content=content, mode="shadow" if then.startswith(_TRIAL) else "enforce")

    def objection(self, name: str, content: str) -> Complaint | None:
        """Why it may not be enforced, whoever wants it: it would silence people for naming those who run the place."""
        made = written.sole(name, content)
        if any(guard.silences(policy, self._brand, made.files) for policy in made.policies):
            return Complaint("brand", "it would silence people for naming a brand", _HINT)
        return None

    def renamed(self, content: str, name: str) -> str:
        """The same policy under another name, with its cases."""
        kept = json.loads(content)
        policy = {**kept["policy"], "id": name}
        told = [{**case, "expect": [name] if case["expect"] else []} for case in kept["cases"]]
        return json.dumps({"policy": policy, "cases": told})

    def revision(self, name: str, content: str) -> RevisionId:
        """What its wording is called once it is among those written in chat."""
        made = written.sole(name, content)
        return revision(made, made.policies[0]).id

    def known(self, policy: PolicyId) -> Known | None:
        """A policy of the book, switched on or off; None where there is none."""
        page = next((page for page in self._book.pages if page.id == policy), None)
        if page is not None:
            return Known(revision=page.revision, mode=page.mode, title=page.policy.title.text)
        off = next((one for one in self._book.revisions if one.policy == policy), None)
        return None if off is None else Known(revision=off.id, mode="off", title=off.title)
