"""The words of a case: the state it is in, what may move it, how it was opened and how it ended."""

from typing import Literal

State = Literal[
    "open",
    "triage",
    "waiting",
    "mediation",
    "settled",
    "escalated",
    "voting",
    "deciding",
    "decided",
    "appealed",
    "closed",
    "archived",
]

Kind = Literal["report", "dispute", "measure", "review", "talk", "raid"]
"""What it is about: something that was reported; two people at odds; a measure that a manager takes or took by hand;
an automatic decision that its author asks a person to look at; a conversation with the team; a crowd of newcomers."""

Door = Literal["command", "menu", "reaction", "policy", "hand", "incident", "import"]
"""How it was opened."""

Concern = Literal["hurt", "spam", "danger", "harassment", "threat", "sexual", "minor", "other"]
"""What kind of thing it is about; mediation is never offered for the four before the last."""

Profile = Literal["small", "large"]
"""How much procedure the team can carry."""

Move = Literal[
    "open",
    "join",
    "claim",
    "release",
    "assign",
    "note",
    "ask",
    "answer",
    "invite",
    "consent",
    "decline",
    "offer",
    "agree",
    "carry",
    "share",
    "leave",
    "done",
    "breach",
    "escalate",
    "empanel",
    "seat",
    "challenge",
    "ballot",
    "retract",
    "count",
    "take",
    "decide",
    "dismiss",
    "merge",
    "recuse",
    "appeal",
    "uphold",
    "soften",
    "overturn",
    "remit",
    "waive",
    "withdraw",
    "restrain",
    "propose",
    "second",
    "refer",
    "respond",
    "request",
    "refuse",
    "reopen",
    "survey",
    "remind",
    "lapse",
    "archive",
]
"""What may be done in a case. The plain words of the table, and besides:

`join` another report of the same thing · `invite` both are asked whether they want mediation · `carry` the mediator
brings words from one to the other · `share` somebody wants a conversation of the two · `empanel` a circle is drawn ·
`seat` somebody who was drawn comes or stays away · `count` the ballots are closed · `take` an appeal or a decision is
 taken up · `restrain` something holds meanwhile, for at most 72 h · `propose` what takes two waits for another to
 agree · `second` somebody does, or does not, or nobody did in time · `refer` the outside contact is asked, and answers
 with `respond` · `request` a party says that something new has come up · `refuse` that is no reason to take it up
 again · `survey` how it was · `remind` those who must act are told that a deadline comes · `lapse` nobody did.
"""

Outcome = Literal["no_further_action", "settled", "measure", "overturned", "withdrawn", "merged", "no_decision"]

AppealResult = Literal["uphold", "soften", "overturn", "remit"]
"""What comes of an appeal: it stays, becomes milder, never was, or is looked at once more."""

Word = Literal["received", "talked_over", "decided", "finished"]
"""All that members read of a state."""

WORDS: dict[State, Word] = {
    "open": "received",
    "triage": "received",
    "waiting": "received",
    "mediation": "talked_over",
    "settled": "talked_over",
    "escalated": "talked_over",
    "voting": "talked_over",
    "deciding": "talked_over",
    "decided": "decided",
    "appealed": "decided",
    "closed": "finished",
    "archived": "finished",
}

LIVE: frozenset[State] = frozenset(state for state in WORDS if state not in ("closed", "archived"))
"""In these somebody still has to act."""
