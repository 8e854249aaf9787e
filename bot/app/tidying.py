"""Keeping no more of a community than may be kept, as the settings say it."""

from datetime import datetime, timedelta

from bot.config import Config
from bot.storage import retention
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
