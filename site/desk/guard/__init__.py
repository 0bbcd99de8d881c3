"""The outermost layer: what may come in, and what every answer carries on its way out."""

from desk.guard.door import Guard

__all__ = ["Guard"]
