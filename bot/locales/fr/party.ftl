### What those between whom something is read of it, and those who are asked to decide.
