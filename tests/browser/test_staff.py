"""The staff side in a real browser: a day's work with mouse or keyboard, and pages that let everyone in."""

import re
from collections.abc import Callable, Mapping, Sequence

import pyotp
import pytest
import searchroom
import staffroom
from accessible import DESKTOP, PHONE, VIEWS, Keep, lets_everyone_in, overflow
from colleagues import HANA, PASSWORD, SECRET, SORA, YUKI
from keyboard import enter_on, link_to, tab_to
from playwright.sync_api import Page, expect
from searchroom import SEARCHES
from served import Served
from staffroom import HARSH, Open, came_in, employed, let_in, refused_by_hana

from desk.staff import browsers
from desk.store import reviews, staff
from desk.store.people import Staff

Enter = Callable[..., tuple[Page, Staff]]

INSIDE = {**staffroom.INSIDE, **SEARCHES}
SENT = (*staffroom.SENT, *searchroom.SENT)

RELEASED = {"en": "Reviewed and sent to its desk", "ja": "審査済み"}
REFUSED = {"en": "Support refused", "ja": "お断りを決定"}
NEXT = ".pager a[href*='after=']"


def turn_to(page: Page, receipt: str, turn: Callable[[], None]) -> None:
    """Go on through the queue until this receipt is on the page."""
    page.wait_for_load_state()
    while not page.locator(link_to(receipt)).count():
        before = page.url
        turn()
        expect(page).not_to_have_url(before)
        page.wait_for_load_state()


def press(page: Page, selector: str) -> None:
    page.locator(selector).click()


def test_a_decision_from_the_sign_in_to_the_sign_out(visit: Open, desk: Served, language: str) -> None:
    hana, receipt = employed(desk, HANA, language), came_in(desk, message=HARSH)
    page = visit(f"/staff/sign-in?language={language}")
    for field, typed in (("name", hana.name), ("password", PASSWORD), ("code", "000000")):
        page.locator(f"#{field}").fill(typed)
    page.keyboard.press("Enter")
    expect(page.locator("#summary")).to_be_focused()
    page.locator("#password").fill(PASSWORD)
    page.locator("#code").fill(pyotp.TOTP(SECRET).now())
    press(page, ".gate-card button")
    expect(page.locator(".rows")).to_be_visible()
    turn_to(page, receipt, lambda: press(page, NEXT))
    press(page, link_to(receipt))
    expect(page.locator(".letter-message")).not_to_contain_text("死ね")
    press(page, "form[action$='/claims'] button")
    press(page, "form[action$='/readings'] button.secondary")
    expect(page.locator(".letter-message mark", has_text="死ね")).to_have_count(1)
    press(page, "button[value=propose]:not(.unseen)")
    expect(page.locator("#summary")).to_be_focused()
    assert page.title().startswith("エラー：" if language == "ja" else "Error: ")
    page.locator("#summary a").first.click()
    expect(page.locator("#request_reasonable")).to_be_focused()
    page.locator("#request_reasonable").check()
    page.locator("#manner_acceptable-no").check()
    page.locator("[id='act.insult']").check()
    press(page, "button[value=propose]:not(.unseen)")
    expect(page.locator("#proposal")).to_be_focused()
    expect(page.locator("#outcome-release-masked")).to_be_checked()
    press(page, "button[value=decide]")
    expect(page.locator(".row-first")).to_contain_text(RELEASED[language])
    press(page, ".leave button")
    expect(page).to_have_url(re.compile("/staff/sign-in$"))
    page.goto("/staff/queue")
    expect(page).to_have_url(re.compile("/staff/sign-in$"))
    # What stays is by what this browser may try to sign in again, whatever others try (staff/browsers.py).
    assert [cookie["name"] for cookie in page.context.cookies()] == [browsers.COOKIE]
    page.context.clear_cookies()


def test_a_second_person_signs(enter: Enter, desk: Served, language: str) -> None:
    receipt = refused_by_hana(desk, language)
    page, _ = enter(SORA, language)
    page.goto(f"/staff/inquiries/{receipt}")
    press(page, ".panel button.primary")
    expect(page.locator("#summary")).to_be_focused()
    page.locator("#agrees").check()
    press(page, ".panel button.primary")
    expect(page.locator(".row-first")).to_contain_text(REFUSED[language])


def test_the_keyboard_alone_is_enough_for_a_decision(enter: Enter, desk: Served) -> None:
    receipt = came_in(desk, message=HARSH)
    page, _ = enter(HANA, "ja")
    page.goto("/staff/queue")
    turn_to(page, receipt, lambda: enter_on(page, NEXT))
    enter_on(page, link_to(receipt))
    expect(page.locator("h1")).to_contain_text(receipt)
    enter_on(page, "form[action$='/claims'] button")
    expect(page.locator("#decision")).to_be_visible()
    for choice in ("#request_reasonable", "#manner_acceptable"):
        tab_to(page, choice)
        page.keyboard.press("Space")
    enter_on(page, "button[value=propose]:not(.unseen)")
    expect(page.locator("#proposal")).to_be_focused()
    tab_to(page, "#reason")
    page.keyboard.type("映画の台詞の引用")
    enter_on(page, "button[value=decide]")
    expect(page.locator(".row-first")).to_contain_text(RELEASED["ja"])
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    assert [one.outcome for one in case.decisions] == ["release"]


def test_enter_in_the_reason_or_a_choice_never_uncovers_the_words(enter: Enter, desk: Served) -> None:
    page, _ = enter(HANA, "en")
    page.goto(f"/staff/inquiries/{came_in(desk, message=HARSH)}")
    press(page, "form[action$='/claims'] button")
    page.locator("#request_reasonable").press("Enter")
    expect(page.locator("#summary")).to_be_focused()
    expect(page.locator(".letter-message")).not_to_contain_text("死ね")


def test_every_page_inside_lets_everyone_in(enter: Enter, desk: Served, keep: Keep, subtests: pytest.Subtests) -> None:
    page, _ = enter(HANA, "ja", reduced_motion="reduce")  # one window for all, as a new one costs most
    people = {one.role: employed(desk, one, "ja") for one in (HANA, SORA, YUKI)}
    for name in INSIDE:
        with subtests.test(name):
            person = come_to(page, desk, people, name)
            lets_everyone_in(page, keep, f"staff-{name}-ja")
            if name not in SENT:
                fits_in_english(page, desk, person, name)


def test_every_answer_to_a_form_inside_lets_everyone_in_in_english_too(
    enter: Enter, desk: Served, keep: Keep, subtests: pytest.Subtests
) -> None:
    look_around_in_english(enter, desk, keep, subtests, SENT)


@pytest.mark.slow("test_every_page_inside_lets_everyone_in")
def test_every_page_inside_lets_everyone_in_in_english_too(
    enter: Enter, desk: Served, keep: Keep, subtests: pytest.Subtests
) -> None:
    look_around_in_english(enter, desk, keep, subtests, [name for name in INSIDE if name not in SENT])


def look_around_in_english(
    enter: Enter, desk: Served, keep: Keep, subtests: pytest.Subtests, names: Sequence[str]
) -> None:
    page, _ = enter(HANA, "en", reduced_motion="reduce")
    people = {one.role: employed(desk, one, "en") for one in (HANA, SORA, YUKI)}
    for name in names:
        with subtests.test(name):
            come_to(page, desk, people, name)
            # What it is made of is the same in both languages; the phone shows what could be wrong besides.
            lets_everyone_in(page, keep, f"staff-{name}-en", VIEWS[1:])


def come_to(page: Page, desk: Served, people: Mapping[str, Staff], name: str) -> Staff:
    """Have whoever it is for come to this very page; they are given back."""
    colleague, come, own = INSIDE[name]
    person = people[colleague.role]
    page.set_viewport_size(DESKTOP)
    let_in(page, desk, person)
    come(page, desk, person)
    expect(page.locator(own).first).to_be_visible()
    assert overflow(page) == 0
    return person


def fits_in_english(page: Page, desk: Served, person: Staff, name: str) -> None:
    """What this page is made of is the same in both languages; English words are longer."""
    staff.change_language(desk.context.store, person.id, "en")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(INSIDE[name][2]).first).to_be_visible()
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert overflow(page) == 0, size
    staff.change_language(desk.context.store, person.id, "ja")


def test_the_widest_receipt_fits_the_narrowest_phone(enter: Enter, desk: Served, language: str) -> None:
    page, _ = enter(HANA, language, viewport={"width": 360, "height": 740})
    page.goto(f"/staff/inquiries/{came_in(desk, message=HARSH)}")
    page.locator(".receipt-heading .whole").evaluate("heading => { heading.textContent = 'MWMW-MWMW-MWMW-MWMW-MWMW' }")
    assert overflow(page) == 0


def test_a_session_that_ended_costs_nothing_that_was_typed(enter: Enter, desk: Served, language: str) -> None:
    page, hana = enter(HANA, language)
    INSIDE["too-late"][1](page, desk, hana)
    for field, typed in (("name", hana.name), ("password", PASSWORD), ("code", pyotp.TOTP(SECRET).now())):
        page.locator(f"#{field}").fill(typed)
    page.locator("#code").press("Enter")
    expect(page.locator("#reason")).to_have_value("「死ね」と書かれている。")
    page.locator("[name='act.insult']").check()
    press(page, "button[value=decide]")
    expect(page.locator(".row-first")).to_contain_text(RELEASED[language])
