"""The only room that knows the database: tables, the one writer, and verbs that are one transaction each."""
