"""The rules: pure, and knowing no framework, database, clock, file or language."""
