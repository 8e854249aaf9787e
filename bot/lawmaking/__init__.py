"""Policies made together: proposed, tried on the past, talked over, voted on, and in force."""
