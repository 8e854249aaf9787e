"""The only room that knows SQL: tables, the unit of work that a batch commits in, and named questions by subject."""
