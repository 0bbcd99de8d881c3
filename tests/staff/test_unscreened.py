"""An inquiry that is not screened yet: covered whole on its page, and led to from the queue once it waits too long."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from colleagues import HANA, SORA, Desk, arrived
from deciding import HARSH, at
from reading import Page, words
from served import Served
from sqlalchemy import update

from desk.delivery import worker
from desk.store import screening
from desk.store.inquiries import find
from desk.store.matters import Before
from desk.store.screening import Assessment
from desk.store.tables import INQUIRY

SAID = {
    "en": ("This inquiry is still being screened", "Nothing yet: the screening is under way.", "No covered act."),
    "ja": ("すべて伏せています", "まだありません。自動確認の途中です。", "疑いは見つかりませんでした"),
}
BEHIND = {
    "en": (
        "has stopped or is behind",
        "Tell whoever runs the desk",
        "again in a moment",
        "Nothing yet: it has not been",
    ),
    "ja": (
        "止まっているか遅れている",
        "システムの担当者に",
        "少し待ってから",
        "まだありません。自動確認が済んでいません。",
    ),
}
WAITS = {"en": ("Being screened", "Waits to be screened"), "ja": ("自動確認中", "自動確認待ち")}
ALOUD = {"en": "[covered: not screened yet]", "ja": "［自動確認が済んでいないため伏せ字］"}
LATE = "//section[@aria-labelledby='late-title']"

Late = Callable[..., str]


@pytest.fixture
def late(desk: Served) -> Iterator[Late]:
    """Has an inquiry come in twenty minutes ago that no worker has screened; gives its receipt."""
    screened(desk)

    def came(minutes: int = 20, **typed: str) -> str:
        receipt = arrived(desk.context, message=HARSH, screened=False, **typed)
        at = desk.context.now() - timedelta(minutes=minutes)
        with desk.context.store._writing.begin() as connection:
            connection.execute(update(INQUIRY).where(INQUIRY.c.receipt == receipt).values(received_at=at))
        return receipt

    yield came
    screened(desk)


def screened(desk: Served) -> None:
    while worker.screen(desk.context):
        pass


def links(page: Page) -> list[str]:
    return page.all(f"{LATE}//a/@href")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_says_that_nobody_has_looked_yet(desk: Served, at_work: Callable[..., Desk], language: str) -> None:
    pending, so_far, nothing = SAID[language]
    sora = at_work(SORA, language)
    receipt = arrived(desk.context, message=HARSH, screened=False)
    early = sora.get(at(receipt))
    assert pending in early.said("unscreened")
    assert so_far in early.text
    assert nothing not in early.text
    assert "ぶっ殺す" not in early.text
    assert "請求書が二重です" not in early.text
    assert HARSH in sora.shown(f"{at(receipt)}/readings").text
    assert not early.all("//p[@class='row-first']//span[contains(@class, 'pill-none')]")
    screened(desk)
    later = sora.get(at(receipt))
    assert not later.all("//*[@id='unscreened']")
    assert so_far not in later.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_screen_reader_is_told_that_nothing_was_screened_and_not_what_was_found(
    desk: Served, at_work: Callable[..., Desk], language: str
) -> None:
    hana = at_work(HANA, language)
    receipt = arrived(desk.context, message=HARSH, name="佐藤", screened=False)
    covered = "//*[@class='covered']/*[@class='unseen']"
    early = [words(one) for one in hana.get(at(receipt)).all(covered)]
    assert (set(early), len(early) > 2) == ({ALOUD[language]}, True)
    screened(desk)
    later = [words(one) for one in hana.get(at(receipt)).all(covered)]
    assert later
    assert ALOUD[language] not in later


@pytest.mark.parametrize("language", ["ja", "en"])
def test_after_more_than_five_minutes_it_says_since_when_and_whom_to_tell(
    desk: Served, at_work: Callable[..., Desk], late: Late, language: str
) -> None:
    behind, whom, in_a_moment, so_far = BEHIND[language]
    hana, receipt = at_work(HANA, language), late()
    page = hana.get(at(receipt))
    said = page.said("unscreened")
    since = words(hana.get("/staff/inquiries").one(f"//tr[.//a[.='{receipt}']]//time"))
    for told in (behind, whom, since, "desk doctor"):
        assert told in said
    assert in_a_moment not in said
    assert so_far in page.text
    assert "請求書が二重です" not in page.text
    screened(desk)
    assert not hana.get(at(receipt)).all("//*[@id='unscreened']")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_queue_leads_to_what_has_waited_for_too_long(
    desk: Served, at_work: Callable[..., Desk], late: Late, language: str
) -> None:
    hana, first = at_work(HANA, language), late()
    second = late(minutes=1)
    page = hana.get("/staff/queue")
    assert links(page) == [at(first), at(second)]
    assert {"ja": "急を要する", "en": "Something urgent may be waiting"}[language] in words(page.one(LATE))
    assert HARSH not in page.text
    assert first in words(hana.get(links(page)[0]).one("//h1"))
    screened(desk)
    assert hana.get("/staff/queue").all(LATE) == []


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("minutes", [1, 20])
def test_what_is_late_is_said_to_wait_and_not_to_be_under_way(
    at_work: Callable[..., Desk], late: Late, language: str, minutes: int
) -> None:
    hana, receipt = at_work(HANA, language), late(minutes)
    state = WAITS[language][minutes > 5]
    cells = hana.get("/staff/inquiries").all(f"//tr[.//a[.='{receipt}']]/td")
    assert [words(cell) for cell in cells[-2:]] == [state, state]
    assert words(hana.get(at(receipt)).one("//p[@class='row-first']")) == state


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("minutes", [1, 20])
def test_where_it_is_listed_as_the_same_matter_it_is_said_in_the_same_words(
    desk: Served, at_work: Callable[..., Desk], late: Late, language: str, minutes: int
) -> None:
    hana, first, store = at_work(HANA, language), late(minutes), desk.context.store
    earlier, last = (find(store, one) for one in (first, arrived(desk.context, message=HARSH, screened=False)))
    assert earlier is not None
    assert last is not None
    judged = Assessment(True, "low", [], [], [])
    screening.record(store, last.id, judged, None, before=Before(same=(earlier.id,))).result()
    listed = f"//section[@aria-labelledby='matter-title']//li[.//a[.='{first}']]/p[time]"
    assert words(hana.get(at(last.receipt)).one(listed)).split(" · ")[1:] == [WAITS[language][minutes > 5]]
    assert words(hana.get(at(first)).one("//p[@class='row-first']")) == WAITS[language][minutes > 5]


def test_as_long_as_screening_may_be_under_way_the_queue_leads_nowhere(
    at_work: Callable[..., Desk], late: Late
) -> None:
    late(minutes=4)
    assert at_work(HANA).get("/staff/queue").all(LATE) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_to_what_only_leads_may_open_it_leads_nobody_else(
    at_work: Callable[..., Desk], late: Late, language: str
) -> None:
    receipt = late(topic="whistleblowing")
    page = at_work(HANA, language).get("/staff/queue")
    assert links(page) == []
    assert {"ja": "責任者のみ", "en": "for leads only"}[language] in words(page.one(f"{LATE}//li"))
    assert links(at_work(SORA, language).get("/staff/queue")) == [at(receipt)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_of_many_it_leads_to_the_first_ten_and_to_where_the_others_are(
    at_work: Callable[..., Desk], late: Late, language: str
) -> None:
    hana, receipts = at_work(HANA, language), [late() for _ in range(12)]
    page = hana.get("/staff/queue")
    assert links(page) == [*map(at, receipts[:10]), "/staff/inquiries"]
    more = page.one(f"{LATE}//p/a")
    assert {"ja": "ほか2件", "en": "the other 2"}[language] in words(more)
    found = hana.get(more.get("href")).all("//tbody//a/@href")
    assert {*map(at, receipts[10:])} <= {*found}
