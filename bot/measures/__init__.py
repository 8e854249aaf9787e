"""Measures upon people: reasons before force, for as long as was said, and lifted as if they had never been."""
