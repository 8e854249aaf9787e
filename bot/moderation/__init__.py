"""What people make of what was done without them: incidents are shown, judged and undone; reports are handled."""
