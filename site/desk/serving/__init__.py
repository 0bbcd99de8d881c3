"""The server: uvicorn with deadlines for slow clients, and an end that loses no request."""

from desk.serving.limits import Deadlines
from desk.serving.serve import serve

__all__ = ["Deadlines", "serve"]
