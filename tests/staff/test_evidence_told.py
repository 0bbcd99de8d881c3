"""What an evidence pack tells of letters, of a screening that failed, of an estimate, and what the log tells of it."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from colleagues import HANA, SORA, Desk
from evidence import consulted, opened, take
from parsing import Root, parsed
from reading import words
from served import Served

from desk.staff import packs
from desk.store import audit
from desk.store.screening import Assessment

At = Callable[..., Desk]
SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "emergency": "人に危険が及ぶおそれのある行為のお知らせ（審査の当番宛て）",
        "refusal": "担当窓口への対応お断りの連絡",
        "on call": "審査の当番",
        "left": "送信済み",
        "recalled": "送信前に取り消し",
        "failed": "自動確認を実行できませんでした。",
        "guess": "「脅迫または威嚇にあたる言動」にあたる可能性",
        "about": "種類",
        "sealed": "鍵が見つからないため、開けません",
    },
    "en": {
        "emergency": "Notice of an act that may endanger somebody, to the staff on call",
        "refusal": "Refusal of support, to the desk",
        "on call": "The staff on call",
        "left": "has left",
        "recalled": "was taken back before it left",
        "failed": "The screening failed: please read it yourself",
        "guess": "perhaps “Threatening or intimidating",
        "about": "About",
        "sealed": "Cannot be opened: its key is missing",
    },
}


@pytest.fixture
def record(at_work: At, language: str) -> Callable[[str], Root]:
    """Takes the evidence of an inquiry about which the police are consulted: the page of the pack."""
    return lambda receipt: parsed(opened(take(at_work(SORA, language), receipt))["record.html"].decode())


Record = Callable[[str], Root]


def test_a_letter_to_the_staff_on_call_and_one_that_was_taken_back_are_told_as_such(
    desk: Served, at_work: At, held: str, record: Record, language: str
) -> None:
    consulted(at_work(HANA), at_work(SORA), held)
    whose = "inquiry_id = (SELECT id FROM inquiry WHERE receipt = ?)"
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3")) as database, database:
        settled = f"UPDATE outbox SET state = ?, settled_at = created_at WHERE kind = ? AND {whose}"  # noqa: S608
        for state, kind in (("delivered", "emergency"), ("recalled", "refusal")):
            database.execute(settled, (state, kind, held))
    said, rows = SAID[language], record(held).xpath("//table[not(.//td[@class='num'])]/tbody/tr")
    letters = {kind: cells for kind, *cells in ([words(cell) for cell in row.xpath("td")] for row in rows)}
    to, written, state = letters[said["emergency"]]
    assert (to, state) == (said["on call"], f"{said['left']}{written}")
    assert letters[said["refusal"]][2] == said["recalled"]


def test_that_the_screening_failed_is_told_and_what_it_is_about(
    desk: Served, at_work: At, arrive: Callable[..., str], record: Record, language: str
) -> None:
    receipt = arrive(judged=Assessment(False, "none", [], [], [], failed="TimeoutError"))
    consulted(at_work(HANA), at_work(SORA), receipt)
    root = record(receipt)
    assert SAID[language]["failed"] in words(root)
    about = words(root.xpath("//div[dt[.=$label]]/dd", label=SAID[language]["about"])[0])
    assert about == desk.context.organisation.desk("general").name.in_(language)


def test_what_the_second_opinion_guesses_is_told(
    at_work: At, arrive: Callable[..., str], record: Record, language: str
) -> None:
    place = {"field": "message", "start": 0, "end": 2}
    opinion = {"score": 0.97, "words": [place], "act_guess": "act.threat", "unusual": True}
    receipt = arrive(message="死ね。", judged=Assessment(True, "medium", [], [], [], opinion=opinion))
    consulted(at_work(HANA), at_work(SORA), receipt)
    assert SAID[language]["guess"] in words(record(receipt))


def test_a_recipient_that_cannot_be_opened_leaves_the_log_readable(
    desk: Served, at_work: At, held: str, language: str
) -> None:
    audit.note(desk.context.store, "evidence-asked", desk.context.now(), receipt=held, detail="AAAA")
    rows = [words(row) for row in at_work(SORA, language).get("/staff/log").all("//tbody/tr")]
    assert SAID[language]["sealed"] in next(row for row in rows if held in row)


def test_moments_are_turned_into_utc() -> None:
    assert packs.utc(datetime(2026, 1, 1, 8, 59, 7, tzinfo=ZoneInfo("Asia/Tokyo"))) == "2025-12-31 23:59:07 UTC"
