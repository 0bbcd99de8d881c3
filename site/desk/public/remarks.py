"""Why an inquiry was not stored this time and what to do now, said above the text that is still there."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from desk import pages
from desk.context import Context
from desk.rules.inquiry import GENERAL, Draft
from desk.rules.review import N_

FAULT = "fault"
"""A fault of ours, mostly a store that did not answer; any other reason is the moment, in ISO 8601, from which the
inquiry can be sent."""

STALE = "remark"
PARTIAL = "partial"
AGAIN: Final = {
    STALE: N_(
        "Your inquiry has not been sent yet, because the check page was open for too long. Your text is still here:"
        " please press “Check and continue” once more and send it from the next page."
    ),
    PARTIAL: N_(
        "Your inquiry has not been sent yet, because we could not make sure that all of it reached us. What we could"
        " read is still here: please look it over, press “Check and continue” once more and send it from the next page."
    ),
    FAULT: N_(
        "Something went wrong on our side, so your inquiry has not been sent. Your text is still here."
        " Please wait a moment and check it once more."
    ),
}
"""Why what arrived is shown as a form once more; the words of a form that holds something."""

_UNREAD: Final = N_("We could not read what was sent, so nothing was stored. Please fill in the form once more.")


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands above the check page of an inquiry that was not stored."""

    title: str
    text: str


def until(now: datetime, seconds: int) -> str:
    """The reason why an inquiry has to wait so long: the minute after it, for the clock shows no seconds."""
    return (now + timedelta(seconds=seconds + 59)).replace(second=0, microsecond=0).isoformat()


def unsent(desk: Context, language: str, reason: str) -> Remark | None:
    """Say why the check page's inquiry was not stored; None for no reason, and for one that no longer holds."""
    if reason in ("", FAULT):
        return _out_of_order(desk, language) if reason else None
    free_again = datetime.fromisoformat(reason)
    return _too_many(desk, language, free_again) if desk.now() < free_again else None


def again(desk: Context, language: str, draft: Draft, why: str) -> str:
    """Say why what arrived is shown as a form once more; nothing where there is no such reason."""
    if why not in AGAIN:
        return ""
    return desk.pages.translate(language, _UNREAD if replace(draft, topic=GENERAL) == Draft() else AGAIN[why])


def _out_of_order(desk: Context, language: str) -> Remark:
    say = desk.pages.translate
    return Remark(
        say(language, "We could not store your inquiry just now"),
        say(
            language,
            "Nothing is lost: all of your text is below. Please wait a moment and press the button again.",
        ),
    )


def _too_many(desk: Context, language: str, free_again: datetime) -> Remark:
    say, zone = desk.pages.translate, ZoneInfo(desk.organisation.timezone)
    return Remark(
        say(language, "Please wait a little before you send this"),
        say(
            language,
            "Many inquiries have been sent in a short time, so this one cannot be taken just now. Nothing is lost: all"
            " of your text is below. You can send it after %(time)s (%(zone)s).",
            time=pages.clock(free_again, zone),
            zone=pages.zone_name(language, zone, free_again),
        ),
    )
