"""How a community is set up, watched at first, made to act, paused and resumed: all of it from the chat."""
