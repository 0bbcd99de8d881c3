"""Door 2, for staff: sign-in, queue, one inquiry, decisions, the log. One guard on the router, deny by default."""

from litestar import Router
from litestar.di import Provide

from desk.staff import (
    account,
    answers,
    decisions,
    entrance,
    evidence,
    exposure,
    forwards,
    holds,
    inquiry,
    log,
    passwords,
    people,
    post,
    queue,
    refusals,
    routing,
    searches,
    session,
    signs,
    welcome,
)


def router() -> Router:
    """Answer the staff routes, each with the permission that it declares."""
    passwords.nobodys()  # made in the first try as an unknown name, it would double the time, and so tell of it
    return Router(
        "/staff",
        route_handlers=[
            *(entrance.door, entrance.show, entrance.sign_in, entrance.sign_out),
            *(welcome.show, welcome.picture, welcome.enrol),
            *(queue.waiting, queue.everything, searches.begin, searches.found),
            *(inquiry.show, inquiry.back, inquiry.reveal, inquiry.take, inquiry.hand_over),
            *(decisions.decide, decisions.sign, decisions.withdraw, decisions.reopen),
            *(post.show, post.retry),
            *(people.show, people.invite, people.reset, people.disable, people.enable),
            *(forwards.send_on, answers.record, answers.told),
            *(routing.show, signs.show, signs.one),
            *(holds.place, holds.lift, evidence.take),
            refusals.missing,
            *(log.show, exposure.show, account.show, account.change),
        ],
        guards=[session.permitted],
        dependencies={"me": Provide(session.me), "form": Provide(session.form)},
        exception_handlers={session.SignInFirst: session.to_sign_in, **refusals.HANDLERS},
    )
