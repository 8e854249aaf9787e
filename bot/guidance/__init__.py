"""Says what can be asked of the bot, and by whom."""
