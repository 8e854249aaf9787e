"""How much of everything there may be: a sandbox bears a crowd, not a flood."""

TEXT = 4_000
"""Characters of a message."""
NAME = 40
"""Characters of somebody's name."""
FILE = 5 * 1024 * 1024
"""Bytes of an uploaded file."""
BODY = FILE + 256 * 1024
"""Bytes of a request."""
REACTIONS = 20
"""Different reactions to a message."""
EMOJI = 32
"""Characters of one reaction."""
WINDOWS = 500
"""Open windows, all in all."""
SHOWN = 80
"""Messages of a channel in a window at first."""
MOST_SHOWN = 2_000
"""Messages of a channel in a window that asked for earlier ones."""
SIGHTINGS = 60
"""How far back the panel looks."""
PEOPLE = 500
"""Who may ever have arrived."""
