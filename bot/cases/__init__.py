"""What a case is: its states, the lines of its log, and what these lines fold into."""
