"""What is served to the browser: pages, deeds, and what happens live."""
