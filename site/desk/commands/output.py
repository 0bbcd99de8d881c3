"""How commands speak: tables for people, JSON for scripts, and one place where a store is opened for a command."""

import getpass
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from rich.text import Text

from desk import texts
from desk.commands.beginning import no_desk
from desk.rules.organisation_reading import OrganisationError
from desk.settings import Settings, read
from desk.store.engine import Store, open_store
from desk.store.migrate import pending, place_of, untouched

_BEGUN = re.compile(r" *(?:- )?")
# Into a file or a pipe a row stays one line, however narrow a terminal would be.
console = Console(highlight=False, width=None if sys.stdout and sys.stdout.isatty() else 500)


def say(line: str) -> None:
    """Write a line to standard error; that it is full or closed stops nothing."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{line}\n")


def refuse(message: str, code: int = 2) -> int:
    """Say on standard error, on one line however narrow the terminal, why this is not done; the exit code."""
    say(f"desk: {message}")
    return code


def as_json(value: object) -> None:
    """Write one JSON value and a line end to standard output."""
    sys.stdout.write(in_json(value, indent=2, default=_plain) + "\n")


def in_json(value: object, **how: Any) -> str:
    """A value as JSON, `how` as for `json.dumps`: what a terminal might obey is escaped, what can be read is not."""
    written = json.dumps(value, ensure_ascii=False, **how)
    return "".join(c if c in "\n\u3000" or c.isprintable() else json.dumps(c)[1:-1] for c in written)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table for people; control characters in a cell are made visible, never sent to the terminal."""
    shown = Table(*columns, box=None, pad_edge=False)
    for row in rows:
        shown.add_row(*(Text(visible(_cell(value))) for value in row))  # a text, because brackets in it are no markup
    console.print(shown)


def _cell(value: object) -> str:
    return clock(value) if isinstance(value, datetime) else str(value)


def clock(moment: datetime) -> str:
    """A moment as people read it, with the name of its zone."""
    return f"{moment:%Y-%m-%d %H:%M %Z}"


def house_zone(settings: Settings) -> tzinfo:
    """The zone of the organisation's clocks; UTC where its file cannot be read, which other commands tell."""
    try:
        return ZoneInfo(texts.organisation(settings.organisation).timezone)
    except (OSError, OrganisationError):
        return UTC


def local(value: Any, zone: tzinfo) -> Any:
    """The value with every moment in it as the clocks of `zone` show it: for people, for JSON keeps UTC."""
    if isinstance(value, datetime):
        return value.astimezone(zone)
    if isinstance(value, Mapping):
        return {name: local(each, zone) for name, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [local(each, zone) for each in value]
    return value


def fields(values: Mapping[str, object]) -> None:
    """Write one thing's fields, a line each, control characters made visible."""
    for name, value in values.items():
        console.print(f"[bold]{name}[/bold]  ", end="")
        console.print(visible(readable(value)), markup=False, soft_wrap=True)


def sheet(values: Mapping[str, object]) -> None:
    """Write the fields of something that a stranger typed: names on the left, and nothing else ever begins there.

    Lines are folded here, at the width of the terminal, for a terminal that folds them would begin them on the left.
    """
    terminal = Console(highlight=False)  # whose width it knows even where a pager stands between
    indent = max(map(len, values)) + 2
    for name, value in values.items():
        width = max(terminal.width - indent, 20)
        lines = (line for whole in visible(readable(value)).split("\n") for line in _folded(whole, terminal, width))
        for number, line in enumerate(lines):
            terminal.print(Text(("" if number else name).ljust(indent), "bold"), end="")
            terminal.print(line, soft_wrap=True)


def _folded(line: str, terminal: Console, width: int) -> Iterator[Text]:
    """A line in so many columns at most; it goes on as far in as it began, and behind the mark of an entry."""
    begun = _BEGUN.match(line.expandtabs())
    hang = min(begun.end() if begun else 0, width // 2)
    first, *others = Text(line.expandtabs()).wrap(terminal, width, overflow="fold")
    yield first
    if others:
        rest = Text(line.expandtabs()[len(first.plain) :].lstrip(" "))
        yield from (Text(" " * hang).append_text(one) for one in rest.wrap(terminal, width - hang, overflow="fold"))


def readable(value: object) -> str:
    """A value as people read it; what is inside another begins further in than that."""
    if value is None or value in ("", (), [], {}):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {_within(readable(each))}" for name, each in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        parts = [readable(each) for each in value]
        plain = not any(isinstance(each, Mapping) for each in value)
        return ", ".join(parts) if plain else "\n".join(f"- {_within(part)}" for part in parts)
    return _cell(value)


def _within(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\n  ")


def visible(text: str) -> str:
    """The text as a terminal may show it: control, bidi and zero-width characters as their code points.

    The wide space of Japanese texts stays what it is.
    """
    return "".join(
        c if c in "\n\t\u3000" or c.isprintable() else f"<U+{ord(c):04X}>" for c in text.replace("\r\n", "\n")
    )


def account() -> str:
    """The account of this machine that runs the command, as the log names it; what is not UTF-8 in it is escaped."""
    try:
        return getpass.getuser().encode(errors="backslashreplace").decode()
    except (KeyError, OSError):  # in a container an account may have a number alone
        return f"account {os.getuid()}"


@contextmanager
def opened() -> Iterator[tuple[Settings, Store]]:
    """The settings and the store of this machine for one command; the database must be migrated."""
    settings = read()
    refuse_unmigrated(settings)
    store = open_store(settings.database_url, settings.keyring())
    try:
        settings.prepare_data()
        yield settings, store
    finally:
        store.close()


def refuse_unmigrated(settings: Settings) -> None:
    """Say what to do and end with 2 where the database has not this version's shape.

    Raises StoreUnavailable, NewerDatabaseError.
    """
    if untouched(settings.database_url):
        raise SystemExit(refuse(": ".join(no_desk(settings))))
    if pending(settings.database_url):
        raise SystemExit(
            refuse(f"the database is not up to date: {place_of(settings.database_url)}; run `desk migrate` first")
        )
