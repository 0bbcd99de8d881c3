"""Sending an inquiry on: when staff may, and to where."""

from collections.abc import Collection

from desk.rules.review import N_, Fault, NotAllowed

SENDABLE = frozenset({"clean", "released"})  # States in which an inquiry has gone to a desk that may have been wrong.


def sent_on(state: str) -> None:
    """Raise NotAllowed unless an inquiry in this state can be sent on."""
    if state not in SENDABLE:
        raise NotAllowed(N_("This inquiry has to be reviewed before it can be sent on."))


def check(to: str, known: Collection[str], there: Collection[str]) -> tuple[Fault, ...]:
    """What is wrong with sending an inquiry on to `to` that is `there` already; empty where nothing is."""
    if to not in known:
        return (Fault("to", N_("Choose the desk or the service from the list.")),)
    if to in there:
        return (Fault("to", N_("The inquiry is there already. Choose another desk or service.")),)
    return ()
