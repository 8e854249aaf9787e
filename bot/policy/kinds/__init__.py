"""The conditions that a policy can be made of: one module for each kind, and its name in `bot.policy.when`."""
