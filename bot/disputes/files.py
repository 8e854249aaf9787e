"""What is in the files that evidence names: asked for once a case has it, noted in its log once it is known."""

from collections.abc import Iterator
from datetime import timedelta

from bot.cases.case import Case
from bot.cases.folding import FILES
from bot.cases.lines import Evidence
from bot.disputes.act import Act, Step
from bot.disputes.scene import Scene
from bot.effects import HashFiles
from bot.events import FilesHashed
from bot.ids import space_of

_WORTH_READING = timedelta(days=1)
"""A platform that was away longer than that is not asked any more."""


def wanted(step: Step, scene: Scene) -> Iterator[HashFiles]:
    """What a step asks to be read; nothing where the platform cannot, or where it was asked for already."""
    line = step.line
    seen = line.opening.evidence if line.opening else line.evidence
    if seen is None or seen.message is None or seen.channel is None:
        return
    asked = {mark for one in step.before.evidence for _, mark in one.files} if step.before else set[str]()
    marks = tuple(dict.fromkeys(mark for _, mark in seen.files if mark and mark not in asked))
    space = space_of(seen.channel)
    if marks and "hash_files" not in scene.settings.file.lacks(space):
        yield HashFiles(
            space=space,
            channel=seen.channel,
            message=seen.message,
            case=step.after.id,
            marks=marks,
            expires_at=scene.at.now + _WORTH_READING,
        )


def act(hashed: FilesHashed, case: Case) -> Act | None:
    """What is noted; None where all of it is known already, or its author is forgotten."""
    seen = next((one for one in case.evidence if _new(hashed, one)), None)
    if seen is None:
        return None
    known = Evidence(message=seen.message, channel=seen.channel, author=seen.author, prints=hashed.prints)
    return Act(move="note", by=None, choice=FILES, evidence=known)


def _new(hashed: FilesHashed, seen: Evidence) -> bool:
    """Whether it says anything new of these."""
    open_ones = {mark for _, mark in seen.files} - {one.mark for one in seen.prints}
    return any(one.mark in open_ones for one in hashed.prints)
