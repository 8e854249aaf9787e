"""Every change of the world, with the events and audit entries that it causes; asked for by the bot or by people."""
