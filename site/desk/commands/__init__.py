"""The command `desk`: one process, one file a group of commands.

Exit codes: 0 done · 1 done, and something needs attention · 2 wrong words, settings or input · 3 the database cannot be
reached · 130 interrupted.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from desk import __version__
from desk.commands import (
    answered,
    audit,
    config,
    demo,
    doctor,
    erase,
    hold,
    inquiries,
    keys,
    repeat,
    route,
    screen,
    services,
    serving,
    staff,
)
from desk.commands.output import refuse
from desk.keys import KeyringError
from desk.rules.conduct import SignError
from desk.rules.organisation_reading import OrganisationError
from desk.rules.policy import PolicyError
from desk.settings import SettingsError
from desk.store.engine import StoreUnavailable
from desk.store.sealing import SealError

GROUPS = (
    serving,
    staff,
    inquiries,
    answered,
    erase,
    hold,
    demo,
    doctor,
    config,
    keys,
    audit,
    screen,
    route,
    repeat,
    services,
)
WRONG = (SettingsError, KeyringError, OrganisationError, PolicyError, SignError, SealError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except WRONG as error:
        return refuse(str(error))
    except StoreUnavailable as error:
        return refuse(f"the database cannot be reached: {error}. `desk doctor` says more", 3)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone; nothing is left to say
        return 0
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="desk",
        description="A bilingual inquiry desk: form, policy, screening, review.",
        epilog=(__doc__ or "").partition("\n\n")[2],
    )
    parser.add_argument("--version", action="version", version=f"inquiry-desk {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in GROUPS:
        group.register(subparsers)
    return parser
