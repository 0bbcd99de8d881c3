"""Inquiry Desk: a bilingual corporate inquiry desk; its flags explain themselves, its decisions are made by people."""

import os

# The readers' matrices are small: the threads that numpy's algebra starts for them when imported only take from others.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
