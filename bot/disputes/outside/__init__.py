"""What somebody outside the team is asked, and answers."""
