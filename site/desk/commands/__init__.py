"""The command `desk`: one process, one file a group of commands.

Exit codes: 0 done · 1 something needs attention, or what there is to say could not be written · 2 wrong words, settings
or input · 3 the database cannot be reached · 130 interrupted.
"""

import argparse
import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from desk import __version__
from desk.commands.output import refuse
from desk.files import is_full
from desk.keys import KeyringError
from desk.rules.conduct import SignError
from desk.rules.organisation_reading import OrganisationError
from desk.rules.policy import PolicyError
from desk.settings import SettingsError
from desk.store.engine import StoreUnavailable
from desk.store.migrate import NewerDatabaseError
from desk.store.sealing import SealError

# The files of this folder with the commands they hold: of all these only the one that is asked for is loaded.
GROUPS = {
    "serving": ("up", "serve", "work", "migrate"),
    "staff": ("staff",),
    "show": ("show",),
    "inquiries": ("list",),
    "answered": ("answered",),
    "erase": ("erase",),
    "hold": ("hold",),
    "demo": ("demo",),
    "doctor": ("doctor",),
    "config": ("config",),
    "keys": ("keys",),
    "audit": ("audit",),
    "screen": ("screen",),
    "signs": ("signs",),
    "route": ("route",),
    "repeat": ("repeat",),
    "services": ("services",),
}
REMEDY = "type it anew, at a terminal that is set to UTF-8"
WRONG = (SettingsError, KeyringError, OrganisationError, PolicyError, SignError, SealError, NewerDatabaseError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    _open_what_was_closed()
    try:
        options = _asked(given)
        unread = _unread(options, given)
        code = refuse(f"{unread} is not UTF-8: {REMEDY}") if unread else _ran(options)
        sys.stdout.flush()  # what cannot be printed is noticed here, not when Python ends
    except BrokenPipeError:  # the reader has gone; nothing is left to say
        _hush()
        return 0
    except OSError as error:
        if not isinstance(error, _ClosedError) and (error.filename is not None or not is_full(error)):
            raise
        _hush()
        return refuse(f"this could not be written: {error.strerror}", 1)
    return code


class _ClosedError(OSError):
    """Something was to be printed where standard output had been closed before the start."""


class _Closed(io.TextIOWrapper):
    """What stands in the place of a stream that was closed: whoever prints to it is told so, as where a disk is full.

    Whoever closes standard error (`2>&-`) wants nothing of it, and it is never asked whether it arrived.
    """

    spoken = False

    def write(self, text: str, /) -> int:
        """Write it where nobody reads it."""
        self.spoken = self.spoken or bool(text)
        return super().write(text)

    def flush(self) -> None:
        """Raise an error, once, where anything was said since the last time."""
        super().flush()
        spoken, self.spoken = self.spoken, False
        if spoken and self is sys.stdout:
            raise _ClosedError(errno.EBADF, "standard output is closed")


def _open_what_was_closed() -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, "wb")  # noqa: PTH123, SIM115 - as long as the process
            setattr(sys, name, _Closed(nowhere, encoding="utf-8"))


def _asked(given: Sequence[str]) -> argparse.Namespace:
    """What is asked for; where that is help, it is printed and the command ends here."""
    try:
        return _parser(given[:1]).parse_args(given)
    finally:
        sys.stdout.flush()  # as in main


def _unread(options: argparse.Namespace, given: Sequence[str]) -> str | None:
    """The option, or argument, whose text came in bytes that are no UTF-8: nothing can be stored or found by it.

    A file may have any name.
    """
    texts = {name: value for name, value in vars(options).items() if isinstance(value, str) and name != "file"}
    for name, value in texts.items():
        if value != value.encode(errors="replace").decode():
            option = f"--{name}"
            return option if any(one.startswith(option) for one in given) else name.upper()
    return None


def _ran(options: argparse.Namespace) -> int:
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    try:
        return int(options.run(options))
    except WRONG as error:
        return refuse(str(error))
    except StoreUnavailable as error:
        return refuse(f"the database cannot be reached: {error}. `desk doctor` says more", 3)
    except KeyboardInterrupt:
        return 130


def _hush() -> None:
    """What still waits to be printed cannot be: Python would try again at its end, and fail loudly."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """argparse keeps to itself that its help could not be written; this says it as the commands do."""

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


def _parser(asked: Sequence[str]) -> argparse.ArgumentParser:
    """The command line with the group that is asked for, or with all where none is known by that name."""
    parser = _Parser(
        prog="desk",
        description="A bilingual inquiry desk: form, policy, screening, review.",
        epilog=(__doc__ or "").partition("\n\n")[2],
    )
    parser.add_argument("--version", action="version", version=f"inquiry-desk {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in [name for name, words in GROUPS.items() if {*words} & {*asked}] or GROUPS:
        import_module(f"{__name__}.{group}").register(subparsers)
    return parser
