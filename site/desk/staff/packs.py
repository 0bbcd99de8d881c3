"""The files of an evidence pack: a page to print, the fields as kept, the log, what was shown, and their sums."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

from desk.context import Context
from desk.rules.conduct.shapes import BY_WORDING
from desk.rules.inquiry import length
from desk.rules.policy import Policy
from desk.rules.review import N_
from desk.staff import copies, found, groups, matters, shown, telling, unnamed, unsaid, words
from desk.staff.groups import Group
from desk.store.evidence import Line, Record, Taking, Whole
from desk.store.kinds import EMERGENCY
from desk.store.matters import Matter
from desk.store.reviews import Case
from desk.store.sessions import Session

STAFF: Final = N_("Member of staff %(number)s")
TYPED: Final = ("name", "kana", "company", "email", "phone", "subject", "message")
"""The fields that a sender types into, in the order of the form."""
SUMS: Final = "SHA256SUMS"
_ALWAYS: Final = ("record.html", "inquiry.json", "log.jsonl")
_TITLES: Final = {"policy.html": "pol.title", "notice.html": "notice.title"}
_NOBODY_ELSE: Final = 0o600 << 16  # as the owner alone reads it, where a ZIP holds the rights of a file


def files(desk: Context, me: Session, whole: Whole, taking: Taking) -> dict[str, bytes]:
    """The files by their names, with the sums of the others last.

    Pages are in the language of `me`, who reads them, policy and notice in the one that their reader was shown; a
    version that the desk has no file of any more is left out, and the page says so.
    """
    record = whole.record
    numbers = unnamed.numbers(whole.case, whole.matter, record)
    called = {name: desk.pages.translate(me.staff.language, STAFF, number=number) for name, number in numbers.items()}
    case, matter = unsaid.case(unnamed.case(whole.case, called)), unnamed.matter(whole.matter, called)
    clauses = _as_shown(desk, case)
    page = desk.pages.render(
        me.staff.language,
        "staff/evidence/record.html",
        **_page(desk, me, case, taking, matter),
        kept=(*_ALWAYS, *clauses),
        **_log(desk, me, case, record, called=called, taking=taking),
        taker=called[me.staff.name],
        measures=matters.measures(desk, case, whole.measures),
    )
    made = {
        "record.html": page.encode(),
        "inquiry.json": _fields(case),
        "log.jsonl": "".join(f"{_json(_chained(line, numbers))}\n" for line in record.lines).encode(),
    }
    made |= {name: _clauses(desk, name, policy) for name, policy in clauses.items()}
    return {**made, SUMS: sums(made)}


def sums(made: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of each file, as `sha256sum -c` reads them."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in made.items()).encode()


def packed(made: Mapping[str, bytes], at: datetime) -> bytes:
    """The files in a ZIP, all of one moment: the same bytes for the same files and moment."""
    written = io.BytesIO()
    moment = at.astimezone(UTC)
    with zipfile.ZipFile(written, "w") as pack:
        for name, content in made.items():
            file = zipfile.ZipInfo(name, moment.timetuple()[:6])
            file.compress_type, file.external_attr, file.create_system = zipfile.ZIP_DEFLATED, _NOBODY_ELSE, 3
            pack.writestr(file, content)
    return written.getvalue()


def utc(moment: datetime) -> str:
    """A moment in UTC, with its seconds."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def _fields(case: Case) -> bytes:
    inquiry = case.inquiry
    kept = {
        **{name: getattr(inquiry, name) for name in ("receipt", "language", "topic")},
        "received_at": inquiry.received_at.astimezone(UTC).isoformat(),
        **{name: getattr(inquiry, name) for name in ("policy_version", "notice_version")},
        "notice_shown_at": inquiry.notice_shown_at.astimezone(UTC).isoformat(),
        "fields": {name: getattr(inquiry, name) for name in TYPED},
    }
    return f"{_json(kept, indent=2)}\n".encode()


def _chained(line: Line, numbers: Mapping[str, int]) -> dict[str, object]:
    """A line of the log as it is chained, without what might name somebody: the log itself has that."""
    row = line.row
    at, who = row.at.astimezone(UTC).isoformat(timespec="microseconds"), numbers.get(row.staff_name or "")
    return {"id": row.id, "at": at, "what": row.what, "who": who, "before": line.before, "mac": line.mac}


def _json(values: Mapping[str, Any], indent: int | None = None) -> str:
    return json.dumps(values, ensure_ascii=False, indent=indent)


def _as_shown(desk: Context, case: Case) -> dict[str, Policy]:
    """The policy and the notice that the sender was shown, by the names of their files, where they are still kept."""
    inquiry = case.inquiry
    shown_then = {
        "policy.html": (desk.policies, inquiry.policy_version),
        "notice.html": (desk.notices, inquiry.notice_version),
    }
    return {
        name: one
        for name, (versions, version) in shown_then.items()
        for one in versions[inquiry.language]
        if one.version == version
    }


def _clauses(desk: Context, name: str, policy: Policy) -> bytes:
    title = policy.clause(_TITLES[name])
    blocks = [block for block in policy.blocks() if block[0] is not title]
    around = [block for block in blocks if block[0].id.startswith("page.")]
    context = {"policy": policy, "title": title, "body": [one for one in blocks if one not in around], "around": around}
    return desk.pages.render(policy.language, "staff/evidence/policy.html", **context).encode()


def _page(desk: Context, me: Session, case: Case, taking: Taking, matter: Matter) -> dict[str, object]:
    language = me.staff.language
    policy = desk.policy_of(language, case.inquiry.policy_version)
    copy = copies.Copy(case)
    return {
        "case": case,
        "taking": taking,
        "texts": {name: shown.pieces(getattr(case.inquiry, name), (), revealed=True) for name in TYPED},
        "about": desk.topic_name(case.inquiry.topic, language),
        "acts": words.acts(policy, desk.pages.translate(language, "Another act")),
        "counted": list(_found(case, groups.counted(case.assessment))),
        "uncounted": list(_found(case, groups.uncounted(case.assessment))),
        "doubt": found.doubt(case, {}),
        "called": unsaid.called(case),
        "released_all_the_same": (),  # how it was let through is told of no inquiry
        "grounds": {one.id: shown.pieces(one.reason, (), revealed=True) for one in case.decisions},
        "left": {one.id: copy.left(one.masked_message, revealed=True) for one in case.decisions},
        "matter": matters.shown(desk, me, case, matter),
        "day_of": lambda moment: matters.day_of(moment, matters.house(desk)),
        "visible": shown.visible,
        "uncovered": lambda text: shown.pieces(text, (), revealed=True),
        "utc": utc,
        **_names(),
    }


def _names() -> dict[str, object]:
    """What codes are called."""
    return {
        "fields": words.FIELDS,
        "strengths": words.STRENGTHS,
        "by_wording": BY_WORDING,
        "reasons": words.REASONS,
        "telling": telling,
        "kinds": {**words.LETTERS, EMERGENCY: unsaid.ON_CALL},
        "letter_states": words.LETTER_STATES,
        "events": words.EVENTS,
        "bonds": words.BONDS,
        "marks": words.MARKS,
    }


def _log(
    desk: Context, me: Session, case: Case, record: Record, *, called: Mapping[str, str], taking: Taking
) -> dict[str, object]:
    language, letters = me.staff.language, unsaid.letters(desk, case, record.letters)
    said = partial(unsaid.detail, desk, language)
    return {
        "letters": letters,
        "desks": {one.desk: desk.topic_name(one.desk, language) for one in letters if one.desk},
        "lines": [unnamed.row(line.row, called, said, taking) for line in record.lines],
    }


def _found(case: Case, seen: list[Group]) -> Iterator[dict[str, object]]:
    """Each finding with its exact words and where they stand."""
    for group in unsaid.told(seen):
        text = getattr(case.inquiry, group.field)
        yield {"entry": found.entry(case, group, {}), "places": [_place(text, *one) for one in group.stretches()]}


def _place(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The first and last character of a stretch as people count them, from 1, and its words."""
    return length(text[:start]) + 1, length(text[:end]), shown.visible(text[start:end])
