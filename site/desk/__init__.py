"""Inquiry Desk: a bilingual corporate inquiry desk; its flags explain themselves, its decisions are made by people."""

__version__ = "0.1.0"
