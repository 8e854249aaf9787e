"""What one person alone does not decide, by command or in a case, and for how long another may agree."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bot.cases.lines import PenaltyName
from bot.facts import FileFact
from bot.measures import pace
from bot.settings import Settings
from bot.views import Phrase

SECOND_FOR = timedelta(days=1)
"""So long another senior can agree."""
FOR_BANS, FOR_PACE = Phrase("measure-two-for-bans"), Phrase("measure-two-for-pace")
NOBODY = Phrase("measure-second-nobody")
"""It takes two, and nobody else is there who could agree."""
SOMEBODY_ELSE = Phrase("measure-second-oneself")
GONE = Phrase("measure-gone")
"""What somebody would agree to, or give up, does not wait any more."""


def takes_two(
    files: Iterable[FileFact], settings: Settings, now: datetime, *, others: bool
) -> Mapping[PenaltyName, Phrase]:
    """What somebody needs another for, and why, by the files of all of their accounts.

    A pace far above their own takes two only where there are `others` who could agree.
    """
    hurried = others and pace.unusual((one for file in files for one in file.imposed), now)
    found = dict.fromkeys(pace.HEAVY, FOR_PACE) if hurried else {}
    return {**found, "ban": FOR_BANS} if settings.two_for_bans else found
