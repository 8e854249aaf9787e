"""What each move does: who may make it, what it takes, and the line that it leaves in the log."""
