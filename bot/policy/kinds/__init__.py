"""The conditions that a policy can be made of: one module for each kind, and its name in `bot.policy.when`.

A new kind is a module here and a field there. It answers with a `Match`, with None, or with `Unknown` where what it
would have to know is not known: in an export nobody has an account age, and nothing is guessed.
"""
