"""Who opened an account with a one-time link last: the log knows it, by the name that nobody else ever has."""

from datetime import datetime

from sqlalchemy import Connection, select

from desk.store.engine import Store
from desk.store.names import folded
from desk.store.tables import AUDIT, STAFF


def since(store: Store, moment: datetime) -> dict[str, str]:
    """For each account that was invited or reset since then, the id of the colleague who did that last.

    One that was so on the command line last is not named: no colleague has its link. Raises StoreUnavailable.
    """
    return store.look(_since, moment)


def _since(connection: Connection, _: Store, moment: datetime) -> dict[str, str]:
    accounts = {row.name_folded: row.id for row in connection.execute(select(STAFF.c.id, STAFF.c.name_folded))}
    # Lines about no inquiry are few, and the index knows them.
    lines = (
        select(*AUDIT.c["what", "staff_id", "detail"])
        .where(AUDIT.c.inquiry_id.is_(None), AUDIT.c.what.in_(("invited", "added", "reset")), AUDIT.c.at > moment)
        .order_by(AUDIT.c.id)
    )
    found: dict[str, str] = {}
    for what, by, detail in connection.execute(lines):
        account = accounts.get(folded(_name(what, by, detail)), "")
        found.pop(account, None)
        if account and by:
            found[account] = by
    return found


def _name(what: str, by: str | None, detail: str) -> str:
    """The name in a line: a role stands in brackets behind it, but for a reset, and then any account of a machine."""
    said = detail if by else detail.rpartition(" · ")[0] or detail
    return said if what == "reset" else said.rpartition(" (")[0]
