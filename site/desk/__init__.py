"""Inquiry Desk: a bilingual corporate inquiry desk whose flags explain themselves and whose decisions are made by people."""

__version__ = "0.1.0"
