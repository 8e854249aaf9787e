"""Palabre's core: it knows no platform, no web framework and no SDK."""
