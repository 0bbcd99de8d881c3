"""Nothing that somebody writes on a page is lost to another button of it, to a busy store, or to an inquiry erased."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing

import pytest
from colleagues import HANA, SORA, Desk
from deciding import UNREASONABLE, at, decide, state
from reading import Page, words
from served import Served

from desk.staff import kept
from desk.store import reviews

REASON = "電話でも同じことを言われた。\n三回目である。"
HOLD = "訴訟に備えるため"


def controls(page: Page, button: str) -> tuple[str, list[str]]:
    """Where a button sends its form, and the names of the fields that a browser sends along with it."""
    pressed = page.one(button)
    inner = pressed.xpath("ancestor::form[1]")
    owner = pressed.get("form") or inner[0].get("id")
    (form,) = page.all(f"//form[@id='{owner}']")
    fields = page.all(f"//*[@name][@form='{owner}' or (not(@form) and ancestor::form[1][@id='{owner}'])]")
    named = [field.get("name") for field in fields if field.tag != "button" or field is pressed]
    return pressed.get("formaction") or form.get("action"), named


def in_field(page: Page, field: str) -> str:
    return "".join(page.one(f"//textarea[@id='{field}']").itertext())


@pytest.fixture
def sora(at_work: Callable[..., Desk], held: str) -> Desk:
    """A lead, who has just taken the inquiry."""
    browser = at_work(SORA)
    browser.do(f"{at(held)}/claims")
    return browser


def proposed(browser: Desk, receipt: str, **fields: str) -> Page:
    chosen: Mapping[str, str] = {**UNREASONABLE, "go": "propose", **fields}
    return browser.shown(f"{at(receipt)}/decisions", **chosen)


@pytest.mark.parametrize("noun", ["readings", "handovers", "legal-holds"])
def test_every_button_beside_a_decision_takes_its_reason_along(sora: Desk, held: str, noun: str) -> None:
    page = proposed(sora, held)
    goes, named = controls(page, f"//form[contains(@action, '{noun}')]//button")
    assert goes == f"{at(held)}/{noun}"
    assert {"token", "reason", "hold_reason"} <= set(named)
    assert named.count("token") == 1


def test_the_reason_is_still_there_after_the_inquiry_was_put_in_legal_hold(desk: Served, sora: Desk, held: str) -> None:
    page = sora.shown(f"{at(held)}/legal-holds", **UNREASONABLE, reason=REASON, hold_reason=HOLD)
    assert in_field(page, "reason") == REASON
    assert in_field(page, "hold_reason") == ""
    assert "not recorded yet" in page.said("remark")
    case = reviews.case(desk.context.store, held)
    assert case is not None
    assert case.hold is not None
    assert case.decisions == ()


def test_a_reason_to_hold_outlives_taking_deciding_and_a_mistake(at_work: Callable[..., Desk], held: str) -> None:
    sora = at_work(SORA)
    assert in_field(sora.shown(f"{at(held)}/claims", hold_reason=HOLD), "hold_reason") == HOLD
    assert in_field(proposed(sora, held, hold_reason=HOLD), "hold_reason") == HOLD
    answers = {"request_reasonable": "yes", "manner_acceptable": "no", "outcome": "release-masked", "go": "decide"}
    decided = sora.shown(f"{at(held)}/decisions", hold_reason=HOLD, act__threat="yes", **answers)
    assert in_field(decided, "hold_reason") == HOLD
    missing = sora.shown(f"{at(held)}/answers", 422, hold_reason=HOLD, answered_on="", behind="")
    assert in_field(missing, "hold_reason") == HOLD


def test_the_reason_of_a_second_signature_outlives_uncovering_the_words(
    at_work: Callable[..., Desk], hana: Desk, held: str
) -> None:
    decide(hana, held, **UNREASONABLE, outcome="refusal", reason="脅迫")
    sora = at_work(SORA)
    _, named = controls(sora.get(at(held)), "//form[contains(@action, 'readings')]//button")
    assert {"reason", "agrees", "hold_reason"} <= set(named)
    page = sora.shown(f"{at(held)}/readings", reason=REASON, agrees="no", hold_reason=HOLD)
    assert (in_field(page, "reason"), in_field(page, "hold_reason")) == (REASON, HOLD)
    assert page.one("//input[@id='agrees-no']").get("checked") is not None


def test_a_reason_shows_up_to_be_copied_once_the_inquiry_was_passed_on(sora: Desk, held: str) -> None:
    page = sora.shown(f"{at(held)}/handovers", reason=REASON)
    assert "三回目である" in words(page.one("//section[@aria-labelledby='typed-title']"))


def test_a_busy_store_gives_everything_back_ready_to_be_sent_again(
    desk: Served, at_work: Callable[..., Desk], held: str
) -> None:
    hana = at_work(HANA, "ja")
    hana.do(f"{at(held)}/claims")
    fields = {**UNREASONABLE, "outcome": "warning", "reason": REASON, "go": "decide"}
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        page = hana.shown(f"{at(held)}/decisions", 503, **fields)
        other.execute("ROLLBACK")
    assert page.language == "ja"
    assert "三回目である" in words(page.one("//section[@aria-labelledby='typed-title']"))
    assert page.response.headers["retry-after"]
    again = {one.get("name"): one.get("value") for one in page.all("//main//input[@type='hidden']")}
    assert hana.send(page.one("//main//form").get("action"), again).status_code == 303
    assert state(desk.context, held) == "released"


def test_a_store_that_does_not_even_know_who_is_there_gives_it_back_too(desk: Served, hana: Desk, held: str) -> None:
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3", isolation_level=None)) as other:
        other.execute("ALTER TABLE session RENAME TO gone")
        page = hana.shown(f"{at(held)}/decisions", 503, go="decide", reason=REASON)
        assert hana.get("/staff/queue", 503).all("//main//form") == []
        other.execute("ALTER TABLE gone RENAME TO session")
    assert "三回目である" in words(page.one("//section[@aria-labelledby='typed-title']"))


def test_a_text_of_any_length_that_is_read_at_all_is_kept_over_the_sign_in(desk: Served, hana: Desk, held: str) -> None:
    long = "長い理由。" * 3_000
    hana.http.headers["cookie"] = ""
    door = hana.shown(f"{at(held)}/decisions", 403, reason=long)
    sealed = door.one("//input[@name='kept']").get("value")
    found = kept.opened(desk.context, sealed, hana.person.id)
    assert found is not None
    assert found.fields["reason"] == long
