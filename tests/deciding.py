"""How the tests decide an inquiry and sign a decision, as the forms of its page do."""

import threading
from collections.abc import Callable

import httpx
from colleagues import Desk
from served import Served

from desk.context import Context
from desk.delivery.carriers import letters_folder
from desk.delivery.retention import Eraser
from desk.staff import notices
from desk.store import matters, outbox, reviews
from desk.store.kinds import ELSEWHERE, EMERGENCY
from desk.store.outbox import OutboxItem

HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。\r\n至急ご確認ください。"
UNREASONABLE = {"request_reasonable": "no", "manner_acceptable": "no", "act__threat": "yes"}


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


def decide(browser: Desk, receipt: str, **fields: str) -> httpx.Response:
    return browser.do(f"{at(receipt)}/decisions", go="decide", **fields)


def sign(browser: Desk, receipt: str, **fields: str) -> httpx.Response:
    """Sign what the page shows."""
    shown = browser.get(at(receipt)).one("//input[@name='confirms']").get("value")
    return browser.do(f"{at(receipt)}/signatures", confirms=shown, **fields)


def tell(browser: Desk, receipt: str, behind: str = "") -> httpx.Response:
    """Record that the sender was told that support is refused, from a page with the text as it is now."""
    return browser.do(f"{at(receipt)}/notices", behind=behind, notice=notice_of(browser.context, receipt))


def notice_of(context: Context, receipt: str) -> str:
    """By what the page of a refused inquiry tells which text it shows; "" where it shows none."""
    case = reviews.case(context.store, receipt)
    assert case is not None
    owed = notices.owed(context, case, matters.matter(context.store, case.inquiry.id))
    return owed.mark if owed else ""


def state(context: Context, receipt: str) -> str:
    case = reviews.case(context.store, receipt)
    assert case is not None
    return case.state


def told(context: Context, receipt: str) -> list[OutboxItem]:
    """What the desk that answers is told about this inquiry."""
    due = outbox.claim_due(context.store, context.now(), 10_000)
    theirs = (item for item in due if item.inquiry and item.inquiry.receipt == receipt)
    return [item for item in theirs if item.kind not in ("acknowledgement", ELSEWHERE, EMERGENCY)]


def erased(desk: Served, receipt: str, reason: str = "本人の求め") -> None:
    context = desk.context
    for mail in outbox.claim_due(context.store, context.now(), 10_000):
        outbox.delivered(context.store, mail.id, context.now())
    eraser = Eraser(context.store, letters_folder(context.settings), "root")
    assert eraser.erase(receipt, context.now(), reason=reason)


def at_once(*deeds: Callable[[], None]) -> None:
    threads = [threading.Thread(target=deed) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
