"""One's own account: what one has read, the language of the pages, and signing out everywhere."""

from litestar import Response, get, post
from litestar.di import NamedDependency

from desk.context import Context
from desk.forms import Form
from desk.pages import LANGUAGES
from desk.staff import exposure, frame, session
from desk.store import staff
from desk.store.sessions import Session


@get("/account", opt={"permission": "account"})
async def show(desk: NamedDependency[Context], me: NamedDependency[Session]) -> Response[bytes]:
    """Show the account."""
    return frame.page(desk, me, "account.html", {"languages": LANGUAGES, **await exposure.own(desk, me)})


@post("/account", opt={"permission": "account"}, status_code=303)
async def change(
    desk: NamedDependency[Context], me: NamedDependency[Session], form: NamedDependency[Form]
) -> Response[bytes]:
    """Keep the language that was chosen; one that is not ours changes nothing."""
    language = form.fields.get("language", "")
    if language in LANGUAGES:
        await desk.store.run(staff.change_language, me.staff.id, language)
    return session.to("/staff/account")
