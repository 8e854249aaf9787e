"""Something new comes up once a case is closed: a party says so, and the team looks again or says why not."""

from dataclasses import replace

from bot.cases.case import Case
from bot.disputes.act import Act, Advanced, Given
from bot.disputes.moving.writing import go, no, stay
from bot.measures import conflicts

NOBODY = "nobody"
"""The choice of a request that nobody who is there may answer: all of them had their part in the case."""


def request(case: Case, act: Act, given: Given) -> Advanced:
    """One of the parties says that something new has come up."""
    if not act.text.strip():
        return no("something-new-needed")
    fresh = set(given.managers) - conflicts.involved(case)
    return (replace(stay(case, act, given), text=act.text, choice="" if fresh else NOBODY),)


def refuse(case: Case, act: Act, given: Given) -> Advanced:
    """That is no reason to take it up again."""
    if not act.text.strip():
        return no("words-needed")
    return (replace(stay(case, act, given), text=act.text),)


def reopen(case: Case, act: Act, given: Given) -> Advanced:
    """Something new has come up: somebody who had no part in it before looks at it."""
    if not act.text.strip() and act.evidence is None:
        return no("something-new-needed")
    handler = act.account or act.by
    if handler is None or handler in conflicts.involved(case):
        return no("another-handler")
    if handler != act.by and handler not in given.managers:
        return no("not-them")
    line = go(case, act, given, "triage")
    return (replace(line, account=handler, text=act.text, evidence=act.evidence),)
