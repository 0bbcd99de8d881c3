"""`desk keys new`: a line for the key list, for the first key and for rotation."""

import argparse
import sys

from desk.keys import new_id, new_line


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("keys", help="make a key for the key list (DESK_KEYS_FILE)")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    new = commands.add_parser("new", help="print a line to put first in the key list; older lines stay below it")
    new.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Print a fresh line with an id that no other line has; nothing is stored."""
    sys.stdout.write(new_line(new_id()) + "\n")
    return 0
