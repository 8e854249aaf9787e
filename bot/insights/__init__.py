"""What the community can read of how it is looked after."""
