"""A staff member as the rest of the house sees one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping


@dataclass(frozen=True, slots=True)
class Staff:
    """A staff member. `role`: reviewer, lead, admin or auditor; `enrolled`: has a password and a second factor."""

    id: str
    name: str
    role: str
    language: str
    disabled: bool
    enrolled: bool
    invited_until: datetime | None


@dataclass(frozen=True, slots=True)
class Account:
    """What signing in is checked against; both are "" before enrolment."""

    staff: Staff
    password_hash: str
    totp_secret: str


def staff_member(row: RowMapping) -> Staff:
    """The staff member of a row of the table staff."""
    enrolled = row["password_hash"] is not None and row["totp_secret"] is not None
    same = {name: row[name] for name in ("id", "name", "role", "language", "disabled", "invited_until")}
    return Staff(enrolled=enrolled, **same)
