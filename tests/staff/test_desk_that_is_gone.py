"""A desk loses its id in the organisation file: what few might read stays with few, and goes to nobody instead."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from colleagues import HANA, MORI, SORA, Desk, arrived, hire
from deciding import HARSH, at
from lists import pages
from reading import words
from served import Served

from desk import places
from desk.delivery import worker
from desk.store import outbox, reviews

Serve = Callable[..., AbstractContextManager[Served]]

REPORT = "上司の不正を内部通報します。"
SENDER = "ken.sato@example.jp"


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """The shipped organisation file, in which the desk for whistleblowers has another id."""
    return with_another_id(tmp_path, "whistleblowing", "compliance")


def with_another_id(folder: Path, old: str, new: str) -> Path:
    facts = places.ORGANISATION.read_text("utf-8")
    (folder / "own.toml").write_text(facts.replace(f'id = "{old}"', f'id = "{new}"'), "utf-8")
    return folder / "own.toml"


def delivered(desk: Served) -> list[str]:
    recipients: list[str] = []
    while worker.deliver(desk.context, lambda letter: recipients.append(letter["To"])):
        pass
    return recipients


def test_a_reviewer_opens_no_report_to_it_and_a_lead_sends_it_on(serve: Serve, renamed: Path) -> None:
    with serve() as before:
        receipt = arrived(before.context, topic="whistleblowing", message=REPORT)
        people = [hire(before.context, colleague) for colleague in (HANA, SORA)]
        delivered(before)
    with serve(organisation=renamed) as after:
        hana, sora = (Desk(after.origin, after.context, person) for person in people)
        assert hana.http.get(at(receipt)).status_code == 403
        assert hana.do(f"{at(receipt)}/forwards", to="press", behind="").status_code == 403
        assert REPORT in sora.get(at(receipt)).text
        assert sora.do(f"{at(receipt)}/forwards", to="compliance", behind="").status_code == 303
        assert delivered(after) == ["whistleblowing@example.com"]
        assert hana.http.get(at(receipt)).status_code == 403
        for browser in (hana, sora):
            browser.http.close()


def test_a_report_that_is_screened_afterwards_goes_to_no_other_desk_and_a_lead_reads_why(
    serve: Serve, renamed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve() as before:
        sora = hire(before.context, SORA)
        with monkeypatch.context() as patched:
            patched.setattr(worker, "screen", lambda _: 0)
            receipt = arrived(before.context, topic="whistleblowing", message=REPORT, email=SENDER)
    with serve(organisation=renamed) as after:
        worker.screen(after.context)
        assert delivered(after) == [SENDER]
        with Desk(after.origin, after.context, sora) as browser:
            page = browser.get("/staff/letters").text
            wanted = (receipt, "no longer has this desk", "is not tried any more")
            assert [said for said in wanted if said not in page] == []
            (letter,) = outbox.stuck(after.context.store)
    with serve() as again, Desk(again.origin, again.context, sora) as browser:
        browser.do(f"/staff/letters/{letter.id}/retries")
        assert delivered(again) == ["whistleblowing@example.com"]


@pytest.mark.parametrize(
    ("language", "decided", "other"),
    [("ja", "審査が終わりましたら", "別の窓口へ転送"), ("en", "Once this inquiry is decided", "to another desk")],
)
def test_its_inquiry_says_that_no_letter_reaches_it_until_it_was_sent_on(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, decided: str, other: str
) -> None:
    sora, receipt = at_work(SORA, language), arrive(topic="gone", message="返金しろ。お前ら全員死ね。殺すぞ。")
    assert decided in sora.get(at(receipt)).said("desk-gone")
    sora.do(f"{at(receipt)}/claims")
    answers = {"request_reasonable": "yes", "manner_acceptable": "yes", "outcome": "release", "reason": "返金"}
    sora.do(f"{at(receipt)}/decisions", go="decide", **answers)
    said = sora.get(at(receipt)).said("desk-gone")
    assert (decided in said, other in said) == (False, True)
    sora.do(f"{at(receipt)}/forwards", to="press", behind="")
    assert sora.get(at(receipt)).all("//*[@id='desk-gone']") == []


def test_a_held_report_is_released_to_no_other_desk(serve: Serve, renamed: Path) -> None:
    with serve() as before:
        receipt = arrived(before.context, topic="whistleblowing", message="会社の不正だ。お前ら全員死ね。殺すぞ。")
        sora = hire(before.context, SORA)
        delivered(before)
    with serve(organisation=renamed) as after, Desk(after.origin, after.context, sora) as browser:
        browser.do(f"{at(receipt)}/claims")
        answers = {"request_reasonable": "yes", "manner_acceptable": "yes", "outcome": "release", "reason": "通報"}
        browser.do(f"{at(receipt)}/decisions", go="decide", **answers)
        case = reviews.case(after.context.store, receipt)
        assert case is not None
        assert case.state == "released"
        assert delivered(after) == []
        assert [letter.desk for letter in outbox.stuck(after.context.store)] == ["whistleblowing"]


def test_whoever_has_an_inquiry_to_it_passes_it_on_from_the_queue(serve: Serve, tmp_path: Path) -> None:
    with serve() as before:
        receipt = arrived(before.context, topic="press", message=HARSH)
        hana, mori, sora = (hire(before.context, colleague) for colleague in (HANA, MORI, SORA))
        reviews.claim(before.context.store, receipt, hana.id, before.context.now())
    handovers = f"{at(receipt)}/handovers"
    with serve(organisation=with_another_id(tmp_path, "press", "media")) as after:
        with Desk(after.origin, after.context, mori) as browser:
            assert browser.get("/staff/queue").all("//form[contains(@action, '/handovers')]") == []
            assert browser.do(handovers).status_code == 403
        with Desk(after.origin, after.context, hana) as browser:
            assert browser.http.get(at(receipt)).status_code == 403
            assert browser.get("/staff/queue").all("//form[contains(@action, '/handovers')]/@action") == [handovers]
            passed_on = browser.do(handovers, reason="途中まで書いた理由")
            assert (passed_on.status_code, passed_on.headers["location"]) == (303, "/staff/queue")
            assert browser.do(handovers).status_code == 403
        with Desk(after.origin, after.context, sora) as browser:
            assert browser.do(f"{at(receipt)}/claims").status_code == 303
            assert browser.get("/staff/queue").all("//form[contains(@action, '/handovers')]") == []


@pytest.mark.parametrize("topic", ["gone", "service:gone"])
@pytest.mark.parametrize(
    ("language", "said"), [("ja", "（現在は一覧にありません：gone）"), ("en", "(no longer listed: gone)")]
)
def test_what_is_about_one_that_is_gone_says_so_beside_its_id(
    at_work: Callable[..., Desk], arrive: Callable[..., str], topic: str, language: str, said: str
) -> None:
    receipt = arrive(topic=topic, message=HARSH)
    page = at_work(SORA, language).get(at(receipt))
    assert said in [words(one) for one in page.all("//dl[@class='facts']//dd")]
    rows = [row for one in pages(at_work(SORA, language), "/staff/queue") for row in one.all("//ol[@class='rows']/li")]
    assert [said in words(row) for row in rows if receipt in words(row)] == [True]
