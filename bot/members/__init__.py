"""Who is who: accounts, their names, roles and membership, and what they did lately."""
