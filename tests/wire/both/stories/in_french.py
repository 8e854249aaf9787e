"""A community that speaks French and says *vous*: from what somebody wrote to the apology."""

import re

from tests.wire.both.parity import PAIRS, Name, Stage, Story

CLOSE = re.compile(r"\b(tu|toi|te|ton|ta|tes)\b|\bt['’]", re.IGNORECASE)
"""How one speaks to a friend."""
SIDE = "C'était de l'humour, nous en rions depuis des années"
REASONS = "De tels mots font partir les gens."
AFRESH = "Les deux en riaient : il n'y avait rien à rappeler."


def is_polite(stage: Stage, who: Name) -> bool:
    """Whether somebody was spoken to as they are here, and not as a friend."""
    told = stage.told(who)
    return "vous" in told.lower() and not CLOSE.search(told)


async def a_report_is_decided_and_undone_by_another_look(stage: Stage) -> None:
    await stage.post("Odile", "Bonjour à vous tous")
    said = await stage.post("Basile", "Encore une question de débutante")
    await stage.menu("Ines", said, "report", {"what": "hurt", "reason": "Ces mots blessent"})
    assert "Ces mots blessent" in stage.cards()
    await stage.press("Kwame", "case-claim")
    await stage.press("Kwame", "case-decide", {"measure": "warn", "text": REASONS})
    assert REASONS in stage.told("Basile")
    await stage.command("Basile", "situation")
    await stage.press("Basile", "case-appeal", {"text": SIDE})
    await stage.press("Odile", "appeal-take")
    await stage.press("Odile", "appeal-overturn", {"text": AFRESH})
    assert "notre erreur" in stage.told("Basile")
    for who in ("Basile", "Ines", "Kwame", "Odile"):
        assert is_polite(stage, who), stage.told(who)
    assert not CLOSE.search(stage.cards())
    assert (await stage.records()).sanctions == {("warn", "overturned"): 1}


async def a_quarrel_is_talked_over_and_settled(stage: Stage) -> None:
    opener, other = PAIRS[0]
    said = await stage.post(other, "On ne t'a rien demandé")
    told = {"what": "hurt", "happened": "Il se moque de mes questions", "wish": "Que cela cesse"}
    await stage.menu(opener, said, "dispute", told)
    await stage.press("Kwame", "case-claim")
    await stage.press("Kwame", "case-show")
    await stage.press("Kwame", "case-mediate")
    for who in (opener, other):
        await stage.press(who, "party-consent")
    await stage.press(opener, "party-offer", {"text": "Chacun laisse les questions de l'autre en paix."})
    await stage.press(other, "party-agree")
    for who in (opener, other):
        await stage.press(who, "party-done")
        assert is_polite(stage, who), stage.told(who)
    assert (await stage.records()).cases == {("dispute", "menu", "closed", "settled"): 1}
    assert await stage.flaws() == []


STORIES: tuple[Story, ...] = (
    a_report_is_decided_and_undone_by_another_look,
    a_quarrel_is_talked_over_and_settled,
)
