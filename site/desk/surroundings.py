"""What the surroundings say before it is typed: .env, the environment, and the files of secrets that these name."""

import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dotenv import dotenv_values
from dotenv.parser import parse_stream

ENV_FILE: Final = Path(".env")
SECRETS = ("database", "keys", "smtp_password")  # these may also come from a file: DESK_KEYS_FILE and so on
NO_LIST: Final = "Correct the path or, for a new desk, make the list: umask 077; desk keys new > FILE"


class SettingsError(ValueError):
    """The surroundings hold a wrong value; each line names the variable, the fault and what is allowed."""


def surroundings() -> dict[str, str]:
    """The variables of .env and of the environment, which prevails. Raises SettingsError."""
    _check(_text())
    return {name: value for name, value in dotenv_values(ENV_FILE).items() if value is not None} | dict(os.environ)


def _text() -> str:
    try:
        return ENV_FILE.read_text("utf-8") if ENV_FILE.is_file() else ""
    except UnicodeDecodeError:
        raise SettingsError(f"{ENV_FILE} cannot be read: save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(f"{ENV_FILE} cannot be read ({error.strerror}): let this account read it") from None


def _check(text: str) -> None:
    """Refuse a line that whoever reads the variables would pass over with no more than a warning."""
    for line in parse_stream(io.StringIO(text)):
        if line.error or (line.key is not None and line.value is None):
            written = line.original.string
            blank = written[: len(written) - len(written.lstrip())].count("\n")
            raise SettingsError(
                f"{ENV_FILE}, line {line.original.line + blank}: write NAME=value; a quote that is opened is closed"
            )


def secrets_from_files(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The name and the text of each secret that a variable names a file for. Raises SettingsError."""
    for name in SECRETS:
        variable = f"DESK_{name.upper()}_FILE"
        path = environment.get(variable)
        if path and environment.get(variable.removesuffix("_FILE")):
            raise SettingsError(f"{variable} and {variable.removesuffix('_FILE')} are both set. Keep one of them")
        if path:
            yield name, _secret(variable, Path(path))


def source(name: str) -> str:
    """The variable that sets a secret, with the file where it names one: where a fault in it is to be looked for."""
    variable = f"DESK_{name.upper()}"
    path = surroundings().get(f"{variable}_FILE")
    return f"{variable}_FILE: {path}" if path else variable


def _secret(variable: str, path: Path) -> str:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        new = isinstance(error, FileNotFoundError) and variable == "DESK_KEYS_FILE"
        remedy = f". {NO_LIST}" if new else ""
        raise SettingsError(f"{variable}: {path} cannot be read ({reason}){remedy}") from None
    if not text.strip():
        raise SettingsError(f"{variable}: {path} is empty. Write into it what belongs there, or take the setting away")
    # The lines of a key list are told by their numbers in the file; round the other secrets blanks are nobody's.
    return text if variable == "DESK_KEYS_FILE" else text.strip()
