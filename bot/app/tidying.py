"""Keeping no more of a community than may be kept, as the settings say it."""

from datetime import datetime, timedelta

from bot.config import Config
from bot.storage import gaps, retention
from bot.storage.store import Store


async def tidy(config: Config, store: Store, partition: int, now: datetime) -> None:
    """Bring a community's rows down to what may be kept at `now`; doing it twice changes nothing."""
    days = config.settings.retention
    kept = retention.Retention(
        activity=timedelta(days=days.activity_days),
        outbox_text=timedelta(days=days.outbox_text_days),
        quarantine=timedelta(days=days.quarantine_days),
        evidence=timedelta(days=days.evidence_days),
    )
    await retention.sweep(store, partition, now, kept)


async def tidy_marks(config: Config, store: Store, now: datetime) -> None:
    """Let go of gaps that nobody could read for as long as activity is kept; they are no community's."""
    async with store.writing() as connection:
        await gaps.prune(connection, now - timedelta(days=config.settings.retention.activity_days))
