"""Staff pages use the room that they have: nothing is squeezed beside empty space, and menus stay where they are."""

from collections.abc import Callable

from accessible import DESKTOP, PHONE
from colleagues import Colleague
from playwright.sync_api import Page, ViewportSize
from served import Served
from staffroom import HARSH, came_in

from desk.store.people import Staff

Enter = Callable[..., tuple[Page, Staff]]
NARROW = ViewportSize(width=360, height=800)
# On how many lines the first word of a name stands.
LINES = """one => {
    const range = document.createRange();
    range.setStart(one.firstChild, 0);
    range.setEnd(one.firstChild, one.firstChild.data.search(/\\s|$/));
    return new Set([...range.getClientRects()].map(box => Math.round(box.bottom))).size;
}"""
MIDDLE = "one => { const box = one.getBoundingClientRect(); return Math.round(box.top + box.height / 2); }"
# How far below the last line of its words the mark of a label ends.
BELOW = """label => {
    const range = document.createRange();
    range.selectNode(label.firstChild);
    return label.querySelector('.mark').getBoundingClientRect().bottom - [...range.getClientRects()].at(-1).bottom;
}"""


def test_acts_have_room_and_a_name_with_a_hyphen_stays_on_its_line(enter: Enter, desk: Served, language: str) -> None:
    came_in(desk, message=HARSH)
    page, person = enter(Colleague("lead-suzuki", "lead"), language)
    page.set_viewport_size(DESKTOP)
    page.goto("/staff/signs")
    act = page.locator("tbody td").first
    assert act.evaluate("one => one.offsetWidth / parseFloat(getComputedStyle(one).fontSize)") > 20
    page.goto("/staff/log")
    name = page.locator("td.name bdi", has_text=person.name.split()[0]).first
    assert name.evaluate(LINES) == 1


def test_the_menu_of_a_telephone_has_as_many_rows_on_every_page(enter: Enter, language: str) -> None:
    page, _ = enter(Colleague("Suzuki", "admin"), language)
    page.set_viewport_size(PHONE)
    page.goto("/staff/queue")
    doors = [door.get_attribute("href") for door in page.locator(".doors a").all()]
    rows = set()
    for door in doors:
        page.goto(str(door))
        rows.add(tuple(page.locator(".doors li").evaluate_all("all => all.map(one => one.offsetTop)")))
    assert len(rows) == 1


def test_the_language_of_a_row_stands_level_with_what_it_is_about(enter: Enter, desk: Served, language: str) -> None:
    came_in(desk, message=HARSH)
    page, _ = enter(Colleague("Suzuki", "reviewer"), language)
    page.set_viewport_size(DESKTOP)
    page.goto("/staff/queue")
    about, _received, spoken, _state = page.locator(".row-facts").first.locator("> div").all()
    assert abs(about.evaluate(MIDDLE) - spoken.evaluate(MIDDLE)) <= 1


def test_that_consent_is_needed_does_not_stand_alone_on_a_line(visit: Callable[..., Page]) -> None:
    page = visit("/ja/inquiries")
    page.set_viewport_size(NARROW)
    assert page.locator("label[for=consent]").evaluate(BELOW) < 10
