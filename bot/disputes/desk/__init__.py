"""What the team reads of cases and does in them, and what waits for it."""
