"""Leads see how often each word was right and where visitors went; nobody else does, and no customer is in it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from colleagues import AOI, HANA, SORA, YUKI, Desk, hire
from reading import Page, words
from served import Served

from desk import places
from desk.commands import main
from desk.store import counts

# A cue that no other test uses, so that its figures are of these inquiries alone.
ASKED = {"subject": "ConoHa AI Canvas", "message": "コノハキャンバスの画面が真っ白になります。秘密の合言葉"}


@pytest.fixture
def one_of_two_sent_on(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    wrong, _ = arrive(**ASKED), arrive(**ASKED)
    at_work(HANA).do(f"/staff/inquiries/{wrong}/forwards", to="service:onamae", behind="")


def row(page: Page, word: str) -> list[str]:
    (found,) = page.all(f"//tbody/tr[th[normalize-space(.)='{word}']]")
    return [words(cell) for cell in found.xpath("th | td")]


@pytest.mark.usefixtures("one_of_two_sent_on")
@pytest.mark.parametrize("colleague", [SORA, YUKI], ids=lambda colleague: colleague.role)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_word_is_shown_with_how_often_it_led_and_was_right(
    at_work: Callable[..., Desk], colleague: object, language: str
) -> None:
    page = at_work(colleague, language).get("/staff/routing")
    word, destination, led, right, elsewhere, share = row(page, "コノハキャンバス")
    assert (word, destination, int(led)) == ("コノハキャンバス", "ConoHa AI Canvas", 2 * int(elsewhere))
    # Of the half that nobody chose and nobody sent on it is not known whether the word was right.
    assert right == "0"
    assert share == ("–" if int(elsewhere) < 5 else "0.0%")
    assert "秘密の合言葉" not in page.text


@pytest.mark.usefixtures("one_of_two_sent_on")
def test_pieces_of_phrases_are_left_out_and_the_heading_says_how_the_rows_are_ordered(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    arrive(
        subject="写真の使用について", message="御社のロゴを番組で使わせていただけますか。取材と撮影も申し込みたいです。"
    )
    page = at_work(SORA).get("/staff/routing")
    led = [words(one) for one in page.all("//table[1]//tbody//th")]
    assert "コノハキャンバス" in led
    assert [word for word in led if word in ("使", "撮", "our", "name")] == []
    assert "The most often wrong first" in words(page.one("(//table)[1]/caption"))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_visitors_who_went_on_are_counted_by_service_day_and_language(
    desk: Served, at_work: Callable[..., Desk], language: str
) -> None:
    for page_language in ("ja", "ja", "en"):
        counts.redirected(desk.context.store, "brand-new", page_language, desk.context.day())
    desk.context.store.write(lambda _connection, _store, items: [None] * len(items), None).result()
    said = {"ja": "（現在は一覧にありません：brand-new）", "en": "(no longer listed: brand-new)"}[language]
    today, service, ja, en = row(at_work(SORA, language).get("/staff/routing"), said)
    assert (service, int(ja), int(en)) == (said, 2 * int(en), int(en))
    assert str(desk.context.now().year) in today


# Between them the two clocks are 25 hours apart: whatever the time is, in one of them it is another day than in UTC.
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_visitor_is_counted_on_the_day_of_the_house(
    serve: Callable[..., AbstractContextManager[Served]], tmp_path: Path, zone: str
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(places.ORGANISATION.read_text("utf-8").replace("Asia/Tokyo", zone), "utf-8")
    today = datetime.now(ZoneInfo(zone)).date()
    with serve(organisation=own) as desk:
        store = desk.context.store
        for days in (13, 14):
            counts.redirected(store, "onamae", "en", today - timedelta(days=days))
        with Desk(desk.origin, desk.context, hire(desk.context, SORA)) as browser:
            assert browser.http.get("/ja/services/onamae").status_code == 303
            store.write(lambda _connection, _store, items: [None] * len(items), None).result()
            page = browser.get("/staff/routing")
        days_shown = [time.get("datetime") for time in page.all("//tbody//time")]
    assert days_shown == [today.isoformat(), (today - timedelta(days=13)).isoformat()]


@pytest.mark.parametrize("colleague", [HANA, AOI], ids=lambda colleague: colleague.role)
def test_it_is_for_leads_and_administrators(at_work: Callable[..., Desk], colleague: object) -> None:
    browser = at_work(colleague)
    assert browser.http.get("/staff/routing").status_code == 403
    assert "/staff/routing" not in browser.get("/staff/account").text


@pytest.mark.usefixtures("one_of_two_sent_on")
def test_the_command_prints_the_same_figures(
    desk: Served, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_DATA", str(desk.settings.data))
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["route", "--report"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("コノハキャンバス ")]
    word, destination, led, right, elsewhere, share = line.split()
    assert (word, destination, int(led), right, share) == (
        "コノハキャンバス",
        "service:conoha-ai-canvas",
        2 * int(elsewhere),
        "0",
        "–" if int(elsewhere) < 5 else "0.000",
    )
