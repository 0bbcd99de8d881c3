"""`desk show`: one inquiry on the terminal, covered as its page covers it; recorded as a reading."""

import argparse
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from desk.commands import explained, found_json
from desk.commands.explained import Voice
from desk.commands.output import account, as_json, clock, house_zone, local, opened, refuse, sheet
from desk.rules import retention, review
from desk.rules.languages import LANGUAGES
from desk.staff import covers, found, shown, telling, words
from desk.staff.found import READ
from desk.store import audit, matters, reviews
from desk.store.erasures import Erased, Why
from desk.store.matters import Matter
from desk.store.reviews import Case

WHY: Final[dict[Why, str]] = {
    "due": "its time was over",
    "asked": "its sender asked",
    "lost": "its key was given up as lost",
}
# What is kept of a finding besides: whether it was disguised, and of a repetition what it repeats.
MORE: Final = ("view", "repeats", "answered")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "show",
        help="show one inquiry with what was found in it; recorded as a reading",
        description="Shows one inquiry with all that was found in it and why, in the words of its page, and with harsh "
        "words covered as there. That it was shown is recorded, and that its words were uncovered.",
    )
    parser.add_argument("receipt", metavar="RECEIPT", help="the receipt number; case, spaces and hyphens do not matter")
    parser.add_argument("--uncovered", action="store_true", help="show the covered words too; recorded as such")
    parser.add_argument(
        "--language", choices=LANGUAGES, default="en", help="in which findings are explained (default: en)"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print JSON, for scripts, in the shape of `desk screen`; nothing in it is covered",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print one inquiry; exit code 1 when there is none with that receipt."""
    with opened() as (settings, store):
        case = reviews.case(store, options.receipt)
        if case is None:
            return refuse("there is no inquiry with this receipt number", 1)
        now, any_covered = datetime.now(UTC), covers.any_of(case, READ)
        uncovered = any_covered and (options.uncovered or options.json)
        audit.command_reading(store, account(), case.inquiry.receipt, now, uncovered=uncovered)
        matter = matters.matter(store, case.inquiry.id, case.assessment.repeats)
    known = _known(case, matter)
    if options.json:
        as_json(known)
        return 0
    zone = house_zone(settings)
    if case.erased:
        sheet(local({**_gone(case.erased, zone), **_left(known)}, zone))
        return 0
    by = explained.voice(settings, options.language, case, zone, now)
    hides = any_covered and not options.uncovered
    told = _told(replace(by, covered=found.covered_in(case)) if hides else by, case, matter, known)
    sheet(local({**told, **({"covered": by.say(telling.COVERED)} if hides else {})}, zone))
    return 0


def _known(case: Case, matter: Matter) -> dict[str, object]:
    """Everything that is kept; what was found in the shape of `desk screen`."""
    inquiry = {name: value for name, value in asdict(case.inquiry).items() if name != "id"}
    return {
        **inquiry,
        "state": case.state,
        "erased": asdict(case.erased) if case.erased else None,
        "legal_hold": asdict(case.hold) if case.hold else None,
        "severity": None if case.state == "received" else case.assessment.severity,
        "flagged": case.assessment.flagged,
        "failed": case.assessment.failed,
        "unjudged": case.assessment.unjudged,
        "findings": [found_json.finding(one, *MORE) for one in case.assessment.findings],
        "suppressed": [found_json.suppressed(one, *MORE) for one in case.assessment.suppressed],
        **found_json.care(case.assessment.care),
        "second_opinion": found_json.opinion(case.assessment.opinion),
        "decisions": [asdict(decision) for decision in case.decisions],
        "answers": [asdict(answer) for answer in matter.answers],
        "same_matter_before": [{"receipt": one.receipt, "received_at": one.received_at} for one in matter.earlier],
    }


def _told(by: Voice, case: Case, matter: Matter, known: Mapping[str, object]) -> dict[str, object]:
    """The same for people: what was found in the words of the page, and what that covers covered."""
    # What JSON has by itself, people are told in the sentence that stands in its place.
    named = {"flagged": "screening", "failed": "", "unjudged": "", "cues": ""}
    kept = {name: value for each, value in known.items() if (name := named.get(each, each))}
    severity = None if case.state == "received" else case.assessment.severity
    return {
        **kept,
        **(_covered(case) if by.covered else {}),
        "marks": [by.say(words.MARKS.get(mark, mark)) for mark in case.inquiry.marks],
        "state": by.coded(case.state, words.state(case.state, case.inquiry.received_at, by.now)),
        "legal_hold": _held(by, case),
        "severity": severity and by.coded(severity, words.SEVERITIES[severity]),
        "screening": explained.screening(by, case),
        "findings": explained.findings(by, case, matter),
        "suppressed": explained.suppressed(by, case, matter),
        "care": explained.care(by, case),
        "second_opinion": explained.opinion(by, case),
        "decisions": [_decided(by, asdict(decision)) for decision in case.decisions],
    }


def _covered(case: Case) -> dict[str, object]:
    """Each field that is screened, with its harsh words covered."""
    runs = {name: shown.pieces(getattr(case.inquiry, name), covers.spans(case, name), revealed=False) for name in READ}
    return {name: explained.text(pieces) for name, pieces in runs.items()}


def _held(by: Voice, case: Case) -> dict[str, object] | None:
    """The legal hold; what the desk itself wrote there quotes nobody."""
    if case.hold is None:
        return None
    own = case.hold.reason == retention.EVIDENCE
    said = case.hold.reason if own or not by.covered else telling.COVERED_REASON
    return asdict(case.hold) | {"reason": by.say(said) if own or by.covered else said}


def _decided(by: Voice, decision: dict[str, Any]) -> dict[str, object]:
    """A decision, its reason covered whole as long as the words are: it may repeat them in any spelling."""
    if not by.covered:
        return decision
    reason = by.say(telling.COVERED_REASON) if decision["reason"] else ""
    stands = [(start, end) for start, end, _ in by.covered["message"]]
    copy = decision["masked_message"] and review.masked(decision["masked_message"], stands)
    return decision | {"reason": reason, "masked_message": copy}


def _gone(erased: Erased, zone: tzinfo) -> dict[str, object]:
    """The first line of an inquiry that was erased: when and why there is no text."""
    said = f"{clock(erased.at.astimezone(zone))}, because {WHY[erased.why]}"
    return {"erased": f"{said}: {erased.reason}" if erased.reason else said, "state_before": erased.state}


def _left(known: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in known.items() if name != "erased" and value not in ("", [], (), None, False)}
