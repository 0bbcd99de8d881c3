"""The people of the desk: who there is, inviting them, shutting them out and letting them in again, a fresh link."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.pages import LANGUAGES
from desk.rules import review
from desk.rules.review import N_, Fault
from desk.staff import frame, session
from desk.store import staff
from desk.store.people import Staff
from desk.store.sessions import Session

LONGEST: Final = 100  # characters of a name
OWN: Final = N_("This is your own account. Ask another administrator, or use the command line.")
SHUT: Final = N_("This account is disabled. Enable it first.")


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link, shown on this page and never again."""

    name: str
    address: str


@get("/people", opt={"permission": "people"})
async def show(desk: NamedDependency[Context], me: NamedDependency[Session]) -> Response[bytes]:
    """Show who there is."""
    return await page(desk, me)


@post("/people", opt={"permission": "people"}, status_code=200)
async def invite(
    desk: NamedDependency[Context], me: NamedDependency[Session], form: NamedDependency[Form]
) -> Response[bytes]:
    """Invite somebody, and show the link once."""
    typed = form.fields
    faults = tuple(_faults(typed))
    if faults:
        return await page(desk, me, typed=typed, faults=faults, status=422)
    name, role, language = staff.typed(typed["name"]), typed["role"], typed["language"]
    try:
        token = await desk.store.run(staff.invite, name, role, language, desk.now(), by=me.staff.id)
    except staff.NameTaken:
        taken = Fault("name", N_("Somebody has this name, or one that reads the same. Choose another."))
        return await page(desk, me, typed=typed, faults=(taken,), status=422)
    return await page(desk, me, link=_link(desk, name, token))


@post("/people/{person:str}/resets", opt={"permission": "people"}, status_code=200)
async def reset(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],  # noqa: ARG001 - asking for it is what checks its token
    person: FromPath[str],
) -> Response[bytes]:
    """Take the password and the second factor away, and show a new link once."""
    found = await _somebody(desk, person)
    if found.id == me.staff.id or found.disabled:
        return await page(desk, me, remark=OWN if found.id == me.staff.id else SHUT, status=409)
    token = await desk.store.run(staff.reset, found.name, desk.now(), by=me.staff.id)
    return await page(desk, me, link=_link(desk, found.name, token))


@post("/people/{person:str}/disablements", opt={"permission": "people"}, status_code=303)
async def disable(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],  # noqa: ARG001 - asking for it is what checks its token
    person: FromPath[str],
) -> Response[bytes]:
    """Shut somebody out at once."""
    return await _changed(desk, me, person, staff.disable)


@post("/people/{person:str}/enablements", opt={"permission": "people"}, status_code=303)
async def enable(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],  # noqa: ARG001 - asking for it is what checks its token
    person: FromPath[str],
) -> Response[bytes]:
    """Let somebody sign in again."""
    return await _changed(desk, me, person, staff.enable)


async def _changed(desk: Context, me: Session, person: str, change: Callable[..., None]) -> Response[bytes]:
    found = await _somebody(desk, person)
    if found.id == me.staff.id:
        return await page(desk, me, remark=OWN, status=409)
    await desk.store.run(change, found.name, desk.now(), by=me.staff.id)
    return session.to("/staff/people")


async def _somebody(desk: Context, person: str) -> Staff:
    people = await desk.store.run(staff.listing)
    found = next((one for one in people if one.id == person), None)
    if found is None:
        raise NotFoundException
    return found


def _faults(typed: Mapping[str, str]) -> Iterator[Fault]:
    name = staff.typed(typed.get("name", ""))
    if not name.isprintable() or not 1 <= len(name) <= LONGEST or not staff.seen(name):
        yield Fault("name", N_("Type a name of 1 to 100 characters, without invisible ones."))
    if typed.get("role") not in review.PERMISSIONS:
        yield Fault("role", N_("Choose the role."))
    if typed.get("language") not in LANGUAGES:
        yield Fault("language", N_("Choose the language of their pages."))


def _link(desk: Context, name: str, token: str) -> Link:
    return Link(name, f"{desk.settings.address}/staff/welcome/{token}")


async def page(
    desk: Context,
    me: Session,
    *,
    typed: Mapping[str, str] | None = None,
    faults: tuple[Fault, ...] = (),
    link: Link | None = None,
    remark: str = "",
    status: int = 200,
) -> Response[bytes]:
    """Answer the page of who there is, with the invitation as it was `typed`."""
    now = desk.now()
    people = await desk.store.run(staff.listing)
    context: dict[str, Any] = {
        "people": people,
        "late": {one.id for one in people if one.invited_until and one.invited_until <= now},
        "roles": frame.ROLES,
        "duties": DUTIES,
        "typed": {"language": me.staff.language, **(typed or {})},
        "faults": faults,
        "link": link,
        "remark": remark,
    }
    return frame.page(desk, me, "people.html", context, status=status)


DUTIES: Final = {
    "reviewer": N_("Reads and decides held inquiries."),
    "lead": N_("Also gives second signatures, reads the log and sees to letters."),
    "admin": N_("Also looks after the accounts."),
    "auditor": N_("Reads the log and no inquiry."),
}
