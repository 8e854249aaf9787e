"""How things come to the team: every door, what joins what, and what whoever came through it is told."""
