"""The staff side in a browser: people who are inside at once, and every page of theirs as they come to it."""

import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

from colleagues import COOKIE, HANA, SORA, YUKI, Colleague, Desk, arrived, hire
from playwright.sync_api import Page
from served import Served

from desk.delivery import worker
from desk.delivery.carriers import letters_folder
from desk.delivery.retention import Eraser
from desk.store import counts, outbox, reviews, sessions, staff
from desk.store.people import Staff
from desk.store.screening import Assessment

Open = Callable[..., Page]
Inside = dict[str, tuple[Colleague, Callable[[Page, Served, Staff], None], str]]

HARSH = (
    "先月分の請求が二重になっています。何度言えば分かるんだ、この無能。\n担当者の名前と住所をネットに晒してやる。死ね。\n"
    "至急、返金の手続きをお願いします。"
)
NIGHT = "もう限界です。請求の件、まだ返事がありません。夜道には気をつけたほうがいいですよ。"


def employed(desk: Served, colleague: Colleague, language: str) -> Staff:
    """Somebody of this role with a name of their own: each code of a second factor works once."""
    return hire(desk.context, replace(colleague, name=f"{colleague.name} {secrets.token_hex(3)}"), language)


def let_in(page: Page, desk: Served, person: Staff) -> None:
    """Give this browser the session of somebody who has signed in."""
    token = sessions.start_session(desk.context.store, person, desk.context.now())
    cookie = {"name": COOKIE, "value": token, "url": "https://127.0.0.1/", "secure": True, "httpOnly": True}
    page.context.add_cookies([cookie])


def came_in(desk: Served, **typed: Any) -> str:
    """The receipt of an inquiry, whatever else still waited to be screened."""
    while worker.screen(desk.context):
        pass
    return arrived(desk.context, **typed)


def colleague_did(desk: Served, person: Staff, receipt: str, noun: str, **fields: str) -> None:
    """Somebody did something with an inquiry in another window."""
    with Desk(desk.origin, desk.context, person) as browser:
        answer = browser.do(f"/staff/inquiries/{receipt}/{noun}", **fields)
    assert answer.status_code == 303, answer.text


def unusual() -> Assessment:
    """What screening says of NIGHT when only the second opinion minds it."""
    start = NIGHT.index("夜道")
    words = {"field": "message", "start": start, "end": start + 8, "text": NIGHT[start : start + 8]}
    guessed = {"act_guess": "act.threat", "second_guess": "act.privacy"}
    opinion = {"score": 0.97, "words": [words], "unusual": True, **guessed}
    return Assessment(True, "low", [], [], [], opinion=opinion)


def harsh(page: Page, desk: Served, _person: Staff) -> None:
    page.goto(f"/staff/inquiries/{harsh_one(desk)}")


def harsh_one(desk: Served) -> str:
    """The receipt of an inquiry that is held, with more in it than a message."""
    return came_in(desk, message=HARSH, subject="請求の件", company="株式会社さくら商事")


def doubtful(page: Page, desk: Served, _person: Staff) -> None:
    words = {"field": "message", "start": 0, "end": 6, "text": NIGHT[:6]}
    judged = replace(unusual(), care=[{"care": "distress", "sign": "ja.care.distress", **words}])
    page.goto(f"/staff/inquiries/{came_in(desk, message=NIGHT, judged=judged)}")


def wrong(page: Page, desk: Served, person: Staff) -> None:
    receipt = harsh_one(desk)
    colleague_did(desk, person, receipt, "claims")
    page.goto(f"/staff/inquiries/{receipt}")
    page.locator("form[action$='/readings'] button.secondary").click()
    page.locator("button[value=propose]:not(.unseen)").click()


def proposal(page: Page, desk: Served, person: Staff) -> None:
    wrong(page, desk, person)
    page.locator("#request_reasonable").check()
    page.locator("#manner_acceptable-no").check()
    page.locator("button[value=propose]:not(.unseen)").click()


def too_late(page: Page, desk: Served, person: Staff) -> None:
    proposal(page, desk, person)
    page.locator("#reason").fill("「死ね」と書かれている。")
    sessions.end_all(desk.context.store, person.id, desk.context.now())
    page.locator("button[value=decide]").click()


def too_old(page: Page, desk: Served, person: Staff) -> None:
    proposal(page, desk, person)
    page.locator("#reason").fill("「死ね」と書かれている。")
    let_in(page, desk, person)
    page.locator("button[value=decide]").click()


def signature(page: Page, desk: Served, person: Staff) -> None:
    page.goto(f"/staff/inquiries/{refused_by_hana(desk, person.language)}")


def refused_by_hana(desk: Served, language: str, outcome: str = "refusal") -> str:
    """The receipt of an inquiry that waits for the second signature."""
    hana, receipt = employed(desk, HANA, language), came_in(desk, message=HARSH)
    colleague_did(desk, hana, receipt, "claims")
    answers = {"request_reasonable": "no", "manner_acceptable": "no", "act__threat": "yes", "outcome": outcome}
    colleague_did(desk, hana, receipt, "decisions", go="decide", reason="「死ね」と書かれている。", **answers)
    return receipt


def refused(page: Page, desk: Served, person: Staff) -> None:
    receipt, sora = refused_by_hana(desk, person.language, "police-legal"), employed(desk, SORA, person.language)
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    colleague_did(desk, sora, receipt, "signatures", agrees="yes", confirms=case.decisions[-1].id)
    page.goto(f"/staff/inquiries/{receipt}")


def busy(page: Page, desk: Served, person: Staff) -> None:
    proposal(page, desk, person)
    page.locator("input[name='act.threat']").check()
    page.locator("#reason").fill("「死ね」と書かれている。")
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        page.locator("button[value=decide]").click()
        other.execute("ROLLBACK")


def erased(page: Page, desk: Served, person: Staff) -> None:
    receipt, context, hana = came_in(desk, message=HARSH), desk.context, employed(desk, HANA, person.language)
    colleague_did(desk, hana, receipt, "claims")
    answers = {"request_reasonable": "yes", "manner_acceptable": "no", "act__threat": "yes"}
    colleague_did(desk, hana, receipt, "decisions", go="decide", outcome="release-masked", **answers)
    for mail in outbox.claim_due(context.store, context.now() + timedelta(seconds=1), 1_000):
        outbox.delivered(context.store, mail.id, context.now())
    eraser = Eraser(context.store, letters_folder(context.settings))
    assert eraser.erase(receipt, context.now() + timedelta(seconds=1), reason="ご本人の求め（11月20日付の書面）")
    page.goto(f"/staff/inquiries/{receipt}")


def held(page: Page, desk: Served, _person: Staff) -> None:
    receipt = came_in(desk)
    page.goto(f"/staff/inquiries/{receipt}")
    page.locator("section:has(#hold-title) summary").click()
    page.locator("#hold_reason").fill("裁判のため")
    page.locator("form[action$='/legal-holds'] button").click()
    page.locator("section:has(#hold-title) summary").click()
    page.locator("form[action$='/legal-holds/ends'] button").click()


def queue(page: Page, desk: Served, person: Staff) -> None:
    came_in(desk, message="もう死にたいです。")
    came_in(desk, message=NIGHT, judged=unusual())
    came_in(desk, message=HARSH, judged=Assessment(True, "medium", [], [], [], "RecursionError"))
    colleague_did(desk, employed(desk, HANA, person.language), came_in(desk, message=HARSH), "claims")
    letters(page, desk, person)
    page.goto("/staff/queue")


def letters(page: Page, desk: Served, _person: Staff) -> None:
    receipt = came_in(desk)
    for item in outbox.claim_due(desk.context.store, desk.context.now() + timedelta(seconds=1), 1_000):
        if item.inquiry and item.inquiry.receipt == receipt:
            outbox.give_up(desk.context.store, item.id, "recipient refused (550)")
    page.goto("/staff/letters")


def invited(page: Page, _desk: Served, _person: Staff) -> None:
    page.goto("/staff/people")
    page.locator("#name").fill(f"Nao {secrets.token_hex(3)}")
    page.locator("#role").check()
    page.locator("section button").click()
    page.locator(".more summary").first.click()


def uninvited(page: Page, _desk: Served, _person: Staff) -> None:
    page.goto("/staff/people")
    page.locator("section button").click()


def sealed(page: Page, desk: Served, _person: Staff) -> None:
    receipt = came_in(desk, message=HARSH)
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3")) as database, database:
        database.execute("UPDATE inquiry SET message = ? WHERE receipt = ?", (b"autumn:xxxxxxxxxxxxxxxx", receipt))
    page.goto(f"/staff/inquiries/{receipt}")


def routing(page: Page, desk: Served, _person: Staff) -> None:
    came_in(desk, subject="ConoHa AI Canvas", message="コノハキャンバスの画面が真っ白になります。")
    counts.redirected(desk.context.store, "brand-new", "ja", desk.context.day())
    page.goto("/staff/routing")


def path(to: str, **typed: str) -> Callable[[Page, Served, Staff], None]:
    """A page that needs nothing but its address, or an inquiry of these words that came in."""
    return lambda page, desk, _person: (not typed or came_in(desk, **typed)) and page.goto(to) and None


INSIDE: Inside = {
    "queue": (SORA, queue, ".rows .row-facts"),
    "inquiry": (HANA, harsh, "#main:has(#findings-title) form[action$='/claims']"),
    "doubt": (HANA, doubtful, "#doubt-title"),
    "wrong": (HANA, wrong, "#main:has(#decision) #summary"),
    "proposal": (HANA, proposal, "#proposal"),
    "too-late": (HANA, too_late, "#main:has(input[name=kept]) #remark"),
    "too-old": (HANA, too_old, ".told:has(#typed-title) a[href='/staff/']"),
    "signature": (SORA, signature, "#signature"),
    "refused": (SORA, refused, "#main:has(.todo #notice-title) #handed_to"),
    "busy": (HANA, busy, ".told form[action$='/decisions']"),
    "erased": (HANA, erased, "#left-title"),
    "held": (SORA, held, "#hold_reason-problem"),
    "inquiries": (HANA, path("/staff/inquiries"), "#newest"),
    "letters": (SORA, letters, "form[action$='/retries']"),
    "log": (SORA, path("/staff/log"), "td.count + td time"),
    "people": (YUKI, invited, "#link-title"),
    "people-wrong": (YUKI, uninvited, "#main:has(#invite-title) #summary"),
    "routing": (SORA, routing, "main:has(td time) td.count + td.count + td.count"),
    "signs": (SORA, path("/staff/signs", message=HARSH), "main:has(th code) td.count + td.count + td.count"),
    "sign": (SORA, path("/staff/signs/seen?sign=ja.insult.slur", message=HARSH), "main:has(h1 code) td time"),
    "exposure": (SORA, path("/staff/exposure"), "main:has(h2 ~ h2) td.count"),
    "account": (YUKI, path("/staff/account"), "#main:has(#read-title) #language-title"),
    "forbidden": (HANA, path("/staff/log"), ".told .soft:text-is('403')"),
    "missing": (HANA, path("/staff/nowhere"), ".told .soft:text-is('404')"),
    "sealed": (HANA, sealed, ".told .remedy"),
}
"""The pages inside, each with who looks at it, how they come to it, and what only this page has."""
SENT = ("wrong", "proposal", "too-late", "too-old", "busy", "held", "people", "people-wrong")
"""Those of them that answer a form: to be seen in another language they have to be come to again."""


def invitation(desk: Served, language: str) -> str:
    """Where a fresh one-time link leads."""
    name = f"Nao {secrets.token_hex(3)}"
    return f"/staff/welcome/{staff.invite(desk.context.store, name, 'reviewer', language, desk.context.now())}"
