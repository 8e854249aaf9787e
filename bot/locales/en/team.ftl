### The team's own day.
