### What is written to somebody outside the team.
