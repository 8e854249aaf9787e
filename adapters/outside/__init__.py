"""People who are on no platform: letters to them by mail or signed calls, and pages on which they answer."""
