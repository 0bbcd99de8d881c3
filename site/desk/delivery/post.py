"""Turns a row of the outbox into the letter it stands for."""

from collections.abc import Mapping
from email.headerregistry import Address
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from desk import pages, places
from desk.context import Context
from desk.delivery.letters import compose, rendered
from desk.delivery.measures import in_force
from desk.rules import review
from desk.rules.addresses import email_address
from desk.rules.organisation import SERVICE, Desk
from desk.store.kinds import ELSEWHERE, EMERGENCY, REFUSAL, TO_REVIEWERS, TO_SENDER
from desk.store.outbox import OutboxItem
from desk.store.records import StoredInquiry

_FIELDS = ("name", "kana", "company", "email", "phone", "subject", "message")
_ANSWERS = {"yes": True, "no": False}


class NotALetter(Exception):  # noqa: N818 - it says what the row is not
    """The row cannot become a letter, now or later; the message says why without anything the visitor typed."""


class Sealed(Exception):  # noqa: N818 - it says what the inquiry is
    """The inquiry of the row opens with no listed key: the list may be given back the key that it lacks."""


def letter(context: Context, item: OutboxItem) -> EmailMessage:
    """The letter of an outbox row. Raises Sealed when its key is gone, NotALetter when its desk or its address is."""
    if item.inquiry is None:
        raise Sealed("its inquiry is sealed with a key that is not listed")
    recipient = _recipient(context, item, item.inquiry)
    text = _text(context, item, item.inquiry)
    # A fault of anything else than the addresses may be one of this version: that letter is tried again.
    try:
        return compose(
            text,
            sender=Address(context.organisation.name.in_(item.language), addr_spec=context.settings.sender),
            recipient=recipient,
            reply_to=_reply_to(context, item, item.inquiry),
            message_id=item.message_id,
            at=item.created_at,
            answers=item.kind in TO_SENDER,
        )
    except ValueError as error:
        raise NotALetter(str(error)) from None


def _recipient(context: Context, item: OutboxItem, inquiry: StoredInquiry) -> str:
    if item.kind in TO_SENDER:
        return inquiry.email
    if item.kind == EMERGENCY:
        if context.organisation.emergency_mailbox is None:
            raise NotALetter("there is no emergency_mailbox in the organisation file")
        return context.organisation.emergency_mailbox
    return _desk(context, item.desk).mailbox


def _desk(context: Context, identifier: str | None) -> Desk:
    try:
        return context.organisation.desk(identifier or "")
    except KeyError:
        raise NotALetter(f"there is no desk {identifier!r} in the organisation file") from None


def _reply_to(context: Context, item: OutboxItem, inquiry: StoredInquiry) -> str:
    """Who gets an answer to the letter: the sender gets none to one that asks for no reply to them."""
    reviewers = context.organisation.review_mailbox
    if item.kind in TO_REVIEWERS and reviewers:
        return reviewers
    return email_address(inquiry.email) or "" if item.desk and item.kind not in (REFUSAL, ELSEWHERE) else ""


def _text(context: Context, item: OutboxItem, inquiry: StoredInquiry) -> str:
    organisation, shown = context.organisation, _shown(context, item, inquiry)
    return rendered(
        context.settings.locales or places.LOCALES,
        item.language,
        item.kind,
        organisation=organisation.name.in_(item.language),
        desk=_desk(context, item.desk).name.in_(item.language) if item.desk else "",
        receipt=inquiry.receipt,
        topic=context.topic_name(inquiry.topic, item.language),
        received=_when(context, item, inquiry),
        business_days=organisation.answer_within_business_days,
        origin=context.settings.address,
        inquiry=shown,
        masked=any(shown[name] != _folded(getattr(inquiry, name)) for name in _FIELDS),
        readable="readable" in item.payload,
        care=item.payload.get("care") == "yes",
        reasonable=item.payload.get("reasonable", ""),
        acceptable=item.payload.get("acceptable", ""),
        review_mailbox=organisation.review_mailbox or "",
        by_post=_by_post(context, item),
        consulted=item.payload.get("outcome") == "police-legal",
        outcome=_outcome(context, item),
        service=_service(context, item),
        sent_to=_sent_to(context, item),
        referred=item.payload.get("to", "").startswith(SERVICE),
        measures=in_force(context, item, inquiry),
    )


def _outcome(context: Context, item: OutboxItem) -> str | None:
    """The reviewers' outcome in the letter's language; None for an inquiry that nobody had to review."""
    outcome = item.payload.get("outcome")
    if not outcome:
        return None
    reasonable, acceptable = (_ANSWERS.get(item.payload.get(point, "")) for point in ("reasonable", "acceptable"))
    said = review.result(outcome, request_reasonable=reasonable, manner_acceptable=acceptable)
    return context.pages.translate(item.language, said)


def _by_post(context: Context, item: OutboxItem) -> bool:
    """Whether the desk has to tell where to send by post: it takes nothing else, and the form could not say where."""
    return bool(item.desk) and _desk(context, item.desk).post_only and context.organisation.address is None


def _sent_to(context: Context, item: OutboxItem) -> str:
    """Where an inquiry was sent on; "" for a restricted desk, as that tells what nobody else is to know of it."""
    to = item.payload.get("to", "")
    return "" if not to or context.organisation.restricts(to) else context.topic_name(to, item.language)


def _service(context: Context, item: OutboxItem) -> Mapping[str, str] | None:
    """The service that the sender is referred to, in the letter's language; None for any other letter."""
    if "service" not in item.payload:
        return None
    try:
        found = context.organisation.service(item.payload["service"])
    except KeyError:
        raise NotALetter(f"there is no service {item.payload['service']!r} in the organisation file") from None
    return {
        "name": found.name.in_(item.language),
        "operator": found.operator.in_(item.language) if found.operator else "",
        "contact": found.contact.removeprefix("mailto:"),
    }


def _shown(context: Context, item: OutboxItem, inquiry: StoredInquiry) -> Mapping[str, str]:
    """The inquiry as this letter may show it: the masked copy wherever the reviewer made one.

    The address to be answered stands whole where an answer to the letter itself goes to the reviewers.
    """
    shown = {name: item.payload.get(f"masked_{name}", getattr(inquiry, name)) for name in _FIELDS}
    if item.kind in TO_REVIEWERS and item.kind != REFUSAL and context.organisation.review_mailbox:
        shown["email"] = inquiry.email
    return {name: _folded(text) for name, text in shown.items()}


def _folded(text: str) -> str:
    """The text with the line ends of a letter's body."""
    return text.replace("\r\n", "\n")


def _when(context: Context, item: OutboxItem, inquiry: StoredInquiry) -> str:
    """The moment as the receipt page has it, so that the two can be held side by side."""
    language, zone, at = item.language, ZoneInfo(context.organisation.timezone), inquiry.received_at
    written, name = pages.when(language, zone, at), pages.zone_name(language, zone, at)
    return f"{written}（{name}）" if language == "ja" else f"{written} ({name})"
