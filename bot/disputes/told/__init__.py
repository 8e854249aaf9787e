"""What each is told and can do: cards for the team, letters to those between whom something is, ballots."""
