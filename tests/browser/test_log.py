"""The log in a window as wide as most: nobody's name is broken within a word, however long what a line tells is."""

from collections.abc import Callable

from accessible import DESKTOP, PHONE, Keep, overflow
from colleagues import Colleague
from playwright.sync_api import Page
from served import Served
from staffroom import refused

from desk.store import evidence
from desk.store.evidence import Taking
from desk.store.people import Staff

Enter = Callable[..., tuple[Page, Staff]]

NAMES = {"ja": "勅使河原ひなの川崎窓口", "en": "Wolfeschlegelsteinhausen"}
BROKEN = """() => [...document.querySelectorAll('.ledger td.name bdi')].flatMap(one => {
    const text = one.firstChild, words = [...text.data.matchAll(/\\S+/g)];
    return words.filter(word => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1;
    }).map(word => word[0]);
})"""


WIDER = "document.querySelector('.scroller').scrollWidth - document.querySelector('.scroller').clientWidth"


def test_nobodys_name_is_broken_beside_the_sum_of_a_pack(enter: Enter, desk: Served, language: str, keep: Keep) -> None:
    page, person = enter(Colleague(NAMES[language], "lead"), language)
    refused(page, desk, person)
    taking = Taking(page.url.rpartition("/")[2], person.id, desk.context.now(), "警視庁生活安全課" * 5)
    evidence.take(desk.context.store, taking)
    evidence.give(desk.context.store, taking, "0f" * 32, desk.context.now())
    page.goto("/staff/log")
    assert page.locator("td.name bdi", has_text=person.name).count() >= 2
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        keep(page, f"log-names-{language}-{size['width']}")
        assert (overflow(page), page.evaluate(BROKEN)) == (0, []), size
    assert page.evaluate(WIDER) == 0
