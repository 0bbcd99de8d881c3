"""A staff member as the rest of the house sees one."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import RowMapping


@dataclass(frozen=True, slots=True)
class Staff:
    """A staff member. `role`: reviewer, lead, admin or auditor; `enrolled`: has a password and a second factor.

    `credentials` tells these from those that they had before a reset, and nothing else; "" without any.
    """

    id: str
    name: str
    role: str
    language: str
    disabled: bool
    enrolled: bool
    invited_until: datetime | None
    credentials: str


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
    kept = row["password_hash"]  # salted, so that even the same password chosen again is told apart
    return Staff(enrolled=enrolled, credentials=sha256(kept.encode()).hexdigest()[:16] if kept else "", **same)
