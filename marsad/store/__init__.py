"""Articles with all their versions and what was read in them, in SQLite or PostgreSQL."""
