"""Policies: rules as data, compiled into one book that judges each message and says why."""
