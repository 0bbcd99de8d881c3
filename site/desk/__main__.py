"""The command `desk`, also by `python -m desk`."""

import gc
import sys
from importlib import import_module


def main() -> int:
    """Load the commands and run the one that is asked for; its exit code."""
    # What is loaded at the start stays: looking through it for rubbish again and again took a seventh of the time, or
    # more. The commands turn it on again once they are loaded.
    gc.disable()
    return int(import_module("desk.commands").main())


if __name__ == "__main__":
    sys.exit(main())
