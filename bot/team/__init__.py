"""The team's own day: what waits for whom, who is there, and what one leaves to the next."""
