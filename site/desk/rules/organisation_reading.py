"""Reading one table of an organisation file, so that every fault names its file, line, setting and remedy."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from desk.rules.languages import LANGUAGES, Text

KINDS = {str: "a text in quotes", bool: "true or false", int: "a whole number", list: "a list of texts in quotes"}

Values = dict[str, Any]  # What tomllib gives: texts, numbers, dates, lists and tables of them.

IDENTIFIER = re.compile(r"[a-z][a-z0-9-]{0,39}")
MAILBOX = re.compile(r"[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
ADDRESS = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s\\<>\"']*)?")


MOST_DAYS = 36_500  # a hundred years: a calendar does not reach much further back


class OrganisationError(ValueError):
    """A fault of an organisation file; `line` counts from 1 and is None where the whole file is at fault."""

    def __init__(self, filename: str, line: int | None, setting: str | None, remedy: str) -> None:
        """Keep the parts; the message joins them as `file:line: setting: remedy`."""
        place = filename if line is None else f"{filename}:{line}"
        super().__init__(": ".join(part for part in (place, setting, remedy) if part))
        self.filename, self.line, self.setting, self.remedy = filename, line, setting, remedy


class Table:
    """One table of the file; it knows its place in the text only when a fault must be told."""

    def __init__(self, values: Values, text: str, filename: str, header: str = "", index: int = 0) -> None:
        """Keep `values` beside the `text` they came from; `header` is the table's name, `index` its turn."""
        self.values, self.text, self.filename, self.header, self.index = values, text, filename, header, index

    def __contains__(self, setting: str) -> bool:
        """Say whether the table has `setting`."""
        return setting in self.values

    def fault(self, setting: str, remedy: str) -> OrganisationError:
        """Return the error that says what to do about `setting` of this table."""
        full = f"{self.header}.{setting}" if self.header else setting
        return OrganisationError(self.filename, self._line(setting), full, remedy)

    def only(self, *settings: str) -> None:
        """Refuse settings other than these: a misspelt one would silently do nothing."""
        for setting in self.values:
            if setting not in settings:
                raise self.fault(setting, f"there is no such setting here; the settings are {', '.join(settings)}")

    def table(self, setting: str) -> "Table":
        """Return the table `setting`, which must be there."""
        values = self.values.get(setting)
        if not isinstance(values, dict):
            raise self.fault(setting, 'write a table, for example { ja = "…", en = "…" }')
        header = f"{self.header}.{setting}" if self.header else setting
        return Table(values, self.text, self.filename, header, self.index)

    def tables(self, setting: str, *, least: int = 1) -> Iterator["Table"]:
        """Yield the tables `[[setting]]` in order; at least so many must be there, 1 or 0."""
        values = self.values.get(setting, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.fault(setting, f"write each as a table that begins with [[{setting}]]")
        if len(values) < least:
            raise self.fault(setting, f"write at least one [[{setting}]]")
        for index, value in enumerate(values):
            yield Table(value, self.text, self.filename, setting, index)

    def unique(self, setting: str, ids: list[str]) -> None:
        """Refuse a second table `[[setting]]` with the same id."""
        for table, name in zip(self.tables(setting, least=0), ids, strict=True):
            if ids.index(name) != table.index:
                raise table.fault("id", f'"{name}" is the id of an earlier {setting}; ids are said once')

    def string(self, setting: str) -> str:
        """Return the text `setting`, which must not be empty."""
        value = self._value(setting, str)
        if not value.strip():
            raise self.fault(setting, "write a text that is not empty")
        return str(value)

    def optional(self, setting: str) -> str | None:
        """Return the text `setting`, or None where it is not there."""
        return self.string(setting) if setting in self else None

    def bilingual(self, setting: str) -> Text:
        """Return the words `setting` in both languages."""
        pair = self.table(setting)
        pair.only(*LANGUAGES)
        return Text(**{language: pair.string(language) for language in LANGUAGES})

    def optional_bilingual(self, setting: str) -> Text | None:
        """Return the words `setting` in both languages, or None where they are not there."""
        return self.bilingual(setting) if setting in self else None

    def flag(self, setting: str) -> bool:
        """Return the yes or no `setting`; False where it is not there."""
        return bool(self._value(setting, bool)) if setting in self else False

    def count(self, setting: str, most: int = MOST_DAYS) -> int:
        """Return the whole number `setting`, from 1 to `most`."""
        value = self._value(setting, int)
        if isinstance(value, bool) or not 1 <= value <= most:
            raise self.fault(setting, f"write a whole number from 1 to {most}")
        return int(value)

    def words(self, setting: str) -> tuple[str, ...]:
        """Return the list of texts `setting`; empty where it is not there."""
        values = self._value(setting, list) if setting in self else []
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.fault(setting, f"write {KINDS[list]}")
        return tuple(values)

    def day(self, setting: str) -> date | None:
        """Return the date `setting`, or None where it is not there."""
        value = self.values.get(setting)
        if value is not None and type(value) is not date:
            raise self.fault(setting, "write a date without quotes, for example 2026-11-01, or leave it out")
        return value

    def identifier(self, setting: str) -> str:
        """Return the id `setting`: it becomes part of addresses."""
        return self._matching(setting, IDENTIFIER, "write small letters, digits and hyphens, at most 40")

    def mailbox(self, setting: str) -> str:
        """Return the one mail address `setting`."""
        return self._matching(setting, MAILBOX, "write one mail address in small letters, for example ir@example.com")

    def url(self, setting: str) -> str:
        """Return the address `setting`, which begins with https://."""
        return self._matching(setting, ADDRESS, "write an address that begins with https://, its host in small letters")

    def contact(self, setting: str) -> str:
        """Return the address `setting`, which begins with https:// or mailto:."""
        value = self.string(setting)
        if value.startswith("mailto:") and MAILBOX.fullmatch(value.removeprefix("mailto:")):
            return value
        return self._matching(setting, ADDRESS, "write an https:// address, or mailto: and one mail address")

    def timezone(self, setting: str) -> str:
        """Return the time zone `setting` by its name in the zone database."""
        return self._matching(setting, re.compile(r"UTC|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+)+"),
                              "write the name of a time zone, for example Asia/Tokyo")  # fmt: skip

    def _matching(self, setting: str, pattern: re.Pattern[str], remedy: str) -> str:
        value = self.string(setting)
        if not pattern.fullmatch(value):
            raise self.fault(setting, f'{remedy}; "{value}" is none')
        return value

    def _value(self, setting: str, kind: type) -> Any:
        if setting not in self:
            raise self.fault(setting, f"this setting is missing; write {KINDS[kind]}")
        if not isinstance(self.values[setting], kind):
            raise self.fault(setting, f"write {KINDS[kind]}")
        return self.values[setting]

    def _line(self, setting: str) -> int:
        lines = self.text.splitlines()
        start = self._start(lines)
        for number in range(start, len(lines)):
            if self.header and number > start and lines[number].startswith("["):
                break
            if re.match(rf"\s*\[*{re.escape(setting)}\s*(=|\])", lines[number]):
                return number + 1
        return start + 1 if self.header else max(len(lines), 1)  # a table that is not there belongs at the end

    def _start(self, lines: list[str]) -> int:
        """Return where this table begins: its header, or the line that holds it as a value."""
        name, _, inner = self.header.partition(".")
        heads = [number for number, line in enumerate(lines) if re.match(rf"\[+{re.escape(name)}\]+", line)]
        start = heads[self.index] if self.index < len(heads) and name else 0
        if not inner:
            return start
        same = (number for number in range(start, len(lines)) if re.match(rf"\s*{re.escape(inner)}\b", lines[number]))
        return next(same, start)
