"""Two people talk it over, both of their own will from the first word to the last."""

from dataclasses import replace

from bot.cases.case import Case
from bot.disputes.act import Act, Advanced, Given
from bot.disputes.moving.writing import go, no, stay


def invite(case: Case, act: Act, given: Given) -> Advanced:
    """Both are asked whether they want to."""
    line = go(case, act, given, "triage") if case.state == "deciding" else stay(case, act, given)
    return (replace(line, text=act.text),)


def consent(case: Case, act: Act, given: Given) -> Advanced:
    """One of them wants to; once both do, they talk."""
    both = {*case.consents, act.by} >= set(case.parties)
    return (go(case, act, given, "mediation") if both else stay(case, act, given),)


def decline(case: Case, act: Act, given: Given) -> Advanced:
    """One of them would rather not."""
    return (stay(case, act, given),)


def offer(case: Case, act: Act, given: Given) -> Advanced:
    """What they could agree on; an earlier version is worth nothing any more."""
    if not act.text.strip():
        return no("words-needed")
    return (replace(go(case, act, given, "mediation"), text=act.text, choice=str(len(case.offers) + 1)),)


def agree(case: Case, act: Act, given: Given) -> Advanced:
    """One of them agrees to the latest version; once both do, it is settled."""
    latest = case.offers[-1]
    if act.choice != str(latest.version):
        return no("other-version")
    if {*latest.accepted, act.by} >= set(case.parties):
        return (replace(go(case, act, given, "settled"), choice=act.choice, outcome="settled"),)
    return (replace(go(case, act, given, "mediation"), choice=act.choice),)


def share(case: Case, act: Act, given: Given) -> Advanced:
    """One of them would like to talk directly."""
    return (stay(case, act, given),)


def leave(case: Case, act: Act, given: Given) -> Advanced:
    """One of them has had enough, or whoever helps them sees that it does not help."""
    return (replace(go(case, act, given, "triage"), text=act.text),)


def done(case: Case, act: Act, given: Given) -> Advanced:
    """One of them says that it is settled, or that what they agreed on was kept."""
    if {*case.done, act.by} >= set(case.parties):
        return (replace(go(case, act, given, "closed"), outcome="settled"),)
    return (stay(case, act, given),)


def breach(case: Case, act: Act, given: Given) -> Advanced:
    """One of them says that it was not kept."""
    return (replace(go(case, act, given, "triage"), text=act.text),)
