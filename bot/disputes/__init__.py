"""Cases: what people bring before the team, from the first word to the last, with a deadline for every state."""
