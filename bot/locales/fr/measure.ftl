### Measures upon people, with their reasons.
