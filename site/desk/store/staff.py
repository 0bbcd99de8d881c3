"""Staff members: invited by a one-time link, enrolled with a password and a second factor, disabled, never deleted.

The log names who changes one: `by` is the id of another staff member, `account` an account of the machine.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, select

from desk.rules.clocks import AHEAD
from desk.store import audit, decisions
from desk.store.engine import Store
from desk.store.ids import new_id
from desk.store.names import folded, seen, typed
from desk.store.people import Account, Staff, staff_member
from desk.store.sealing import SealError
from desk.store.sessions import end_of, hashed
from desk.store.tables import STAFF
from desk.store.writer import each

__all__ = [
    "HOURS",
    "Account",
    "NameTaken",
    "Staff",
    "UnknownName",
    "add",
    "by_name",
    "change_language",
    "change_role",
    "disable",
    "enable",
    "enrol",
    "folded",
    "invite",
    "listing",
    "open_invitation",
    "reset",
    "seen",
    "shut_out",
    "typed",
]


HOURS: Final = 24  # that an invitation holds, at most


class NameTaken(Exception):  # noqa: N818 - it reads as the answer it is
    """Somebody has this name, or one that reads the same; str() of this is the name they have."""


class UnknownName(Exception):  # noqa: N818 - it reads as the answer it is
    """Nobody has this name."""


@dataclass(frozen=True, slots=True)
class _Change:
    name: str
    at: datetime
    what: str
    values: dict[str, Any]
    by: str | None
    account: str
    leaves: bool = False  # whether what they had claimed waits for the next


def invite(
    store: Store,
    name: str,
    role: str,
    language: str,
    at: datetime,
    *,
    hours: int = HOURS,
    by: str | None = None,
    account: str = "",
) -> str:
    """A new staff member's one-time token, good for `hours`. Raises NameTaken, StoreUnavailable."""
    token = secrets.token_urlsafe(32)
    row = _new(name, role, language, at, **_invitation(token, at, hours))
    store.write(_insert, (row, "invited", by, account)).result()
    return token


def add(  # noqa: PLR0917 - mypy reads along
    store: Store,
    name: str,
    role: str,
    language: str,
    password_hash: str,
    totp_secret: str,
    at: datetime,
    account: str = "",
) -> Staff:
    """A new staff member who can sign in at once. Raises NameTaken, StoreUnavailable."""
    row = _new(name, role, language, at, password_hash=password_hash)
    row["totp_secret"] = _sealed(store, row["id"], totp_secret)
    return store.write(_insert, (row, "added", None, account)).result()


def open_invitation(store: Store, token: str, at: datetime) -> Staff | None:
    """Whose invitation this token opens; None when it is used, too old or unknown. Raises StoreUnavailable."""
    return store.look(_invited, token, at)


def enrol(store: Store, token: str, password_hash: str, totp_secret: str, at: datetime) -> Staff | None:
    """Use the token up and set both credentials; None when it opens nothing any more. Raises StoreUnavailable."""
    return store.write(_enrol, (token, password_hash, totp_secret, at)).result()


def by_name(store: Store, name: str) -> Account | None:
    """The account of a name, however its width and case are typed. Raises StoreUnavailable."""
    return store.look(_account, name)


def listing(store: Store) -> list[Staff]:
    """Everybody, in the order of their names. Raises StoreUnavailable."""
    return store.look(_listing)


def disable(store: Store, name: str, at: datetime, *, by: str | None = None, account: str = "") -> None:
    """End their sessions, their claims, their invitation and their signing in. Raises UnknownName, StoreUnavailable."""
    values = {"disabled": True, "invitation": None, "invited_until": None}
    store.write(_change, _Change(name, at, "disabled", values, by, account, leaves=True)).result()


def enable(store: Store, name: str, at: datetime, *, by: str | None = None, account: str = "") -> None:
    """Let them sign in again. Raises UnknownName, StoreUnavailable."""
    store.write(_change, _Change(name, at, "enabled", {"disabled": False}, by, account)).result()


def change_role(store: Store, name: str, role: str, at: datetime, *, by: str | None = None, account: str = "") -> None:
    """Give them another role: sessions end, claims wait for others. Raises UnknownName, StoreUnavailable."""
    store.write(_change, _Change(name, at, "role-changed", {"role": role}, by, account, leaves=True)).result()


def reset(store: Store, name: str, at: datetime, *, by: str | None = None, account: str = "") -> str:
    """Take credentials and claims away and invite them anew: the token. Raises UnknownName, StoreUnavailable."""
    token = secrets.token_urlsafe(32)
    values = {"password_hash": None, "totp_secret": None, "totp_step": None, **_invitation(token, at, HOURS)}
    store.write(_change, _Change(name, at, "reset", values, by, account, leaves=True)).result()
    return token


def shut_out(store: Store) -> dict[str, bool]:
    """The names of those whose second factor opens with no key, each with whether its key was given up.

    Raises StoreUnavailable.
    """
    return store.look(_shut_out)


def change_language(store: Store, staff_id: str, language: str) -> None:
    """Set the language of their pages. Raises StoreUnavailable."""
    store.write(_set, (staff_id, {"language": language})).result()


def _new(name: str, role: str, language: str, at: datetime, **more: Any) -> dict[str, Any]:
    row = {"id": new_id(at), "name": typed(name), "name_folded": folded(name), "role": role, "language": language}
    return {**row, "disabled": False, "created_at": at, **more}


def _invitation(token: str, at: datetime, hours: int) -> dict[str, Any]:
    return {"invitation": hashed(token), "invited_until": at + timedelta(hours=hours)}


def _sealed(store: Store, staff_id: str, totp_secret: str) -> bytes | None:
    return store.seals.seal(totp_secret, f"staff:totp_secret:{staff_id}")


@each
def _insert(connection: Connection, store: Store, item: tuple[dict[str, Any], str, str | None, str]) -> Staff:
    row, what, by, account = item
    new = seen(row["name"])
    for theirs in connection.scalars(select(STAFF.c.name)):
        if seen(theirs) == new:
            raise NameTaken(theirs)
    connection.execute(STAFF.insert(), row)
    detail = audit.by_account(f"{row['name']} ({row['role']})", account)
    audit.append(connection, store, what, row["created_at"], staff_id=by, detail=detail)
    return staff_member(connection.execute(select(STAFF).where(STAFF.c.id == row["id"])).mappings().one())


@each
def _enrol(connection: Connection, store: Store, item: tuple[str, str, str, datetime]) -> Staff | None:
    token, password_hash, totp_secret, at = item
    invited = _invited(connection, store, token, at)
    if invited is None:
        return None
    values = {"password_hash": password_hash, "totp_secret": _sealed(store, invited.id, totp_secret), "totp_step": None}
    connection.execute(
        STAFF.update().where(STAFF.c.id == invited.id).values(invitation=None, invited_until=None, **values)
    )
    end_of(connection, invited.id)
    audit.append(connection, store, "enrolled", at, staff_id=invited.id)
    return staff_member(connection.execute(select(STAFF).where(STAFF.c.id == invited.id)).mappings().one())


@each
def _change(connection: Connection, store: Store, change: _Change) -> None:
    found = connection.execute(select(STAFF.c.id).where(STAFF.c.name_folded == folded(change.name))).first()
    if found is None:
        raise UnknownName(change.name)
    connection.execute(STAFF.update().where(STAFF.c.id == found.id).values(**change.values))
    end_of(connection, found.id)
    detail = audit.by_account(" ".join((change.name, *filter(None, [change.values.get("role")]))), change.account)
    audit.append(connection, store, change.what, change.at, staff_id=change.by, detail=detail)
    if change.leaves:
        decisions.free_claims(connection, store, found.id, change.at, by=change.by, account=change.account)


@each
def _set(connection: Connection, _: Store, item: tuple[str, dict[str, Any]]) -> None:
    staff_id, values = item
    connection.execute(STAFF.update().where(STAFF.c.id == staff_id).values(**values))


def _invited(connection: Connection, _: Store, token: str, at: datetime) -> Staff | None:
    # None holds for longer than that: the clock was ahead by which it was made.
    farthest = STAFF.c.invited_until <= at + timedelta(hours=HOURS) + AHEAD
    open_still = (STAFF.c.invitation == hashed(token), STAFF.c.invited_until > at, STAFF.c.disabled.is_(False))
    row = connection.execute(select(STAFF).where(farthest, *open_still)).mappings().first()
    return staff_member(row) if row else None


def _account(connection: Connection, store: Store, name: str) -> Account | None:
    row = connection.execute(select(STAFF).where(STAFF.c.name_folded == folded(name))).mappings().first()
    if row is None:
        return None
    secret = store.seals.open(row["totp_secret"], f"staff:totp_secret:{row['id']}")
    return Account(staff_member(row), row["password_hash"] or "", secret)


def _listing(connection: Connection, _: Store) -> list[Staff]:
    return [staff_member(row) for row in connection.execute(select(STAFF).order_by(STAFF.c.name_folded)).mappings()]


def _shut_out(connection: Connection, store: Store) -> dict[str, bool]:
    found = {}
    sealed = select(*STAFF.c["id", "name", "totp_secret"]).where(STAFF.c.totp_secret.is_not(None))
    for row in connection.execute(sealed.order_by(STAFF.c.name_folded)):
        try:
            store.seals.open(row.totp_secret, f"staff:totp_secret:{row.id}")
        except SealError as error:
            found[row.name] = error.lost
    return found
