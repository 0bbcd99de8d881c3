"""Leads see how the signs fare, those on trial too; nobody else does, and no word of a customer is in it."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from colleagues import AOI, HANA, SORA, YUKI, Desk, arrived
from deciding import at, decide
from reading import words
from served import Served

from desk.commands import main
from desk.store.screening import Assessment

FINDING = {"strength": "medium", "field": "message", "start": 0, "end": 4, "text": "秘密の言", "view": "plain"}
SEEN = FINDING | {"act": "act.insult", "sign": "own.seen"}
TRIED = FINDING | {"act": "act.threat", "sign": "own.tried"}
JUDGED = Assessment(True, "medium", [SEEN], [{"finding": SEEN, "reason": "quote"}], [], trial=[TRIED])


@pytest.fixture
def one_decided_of_two(desk: Served, at_work: Callable[..., Desk]) -> str:
    """Hana calls one of two inquiries an insult; its receipt."""
    receipt, _ = (arrived(desk.context, message="秘密の言葉です。", judged=JUDGED) for _ in range(2))
    hana = at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    insult = {"request_reasonable": "yes", "manner_acceptable": "no", "act__insult": "yes"}
    assert decide(hana, receipt, outcome="release-masked", **insult).status_code == 303
    return receipt


def row(page: object, sign: str) -> list[str]:
    (found,) = page.all(f"//tbody/tr[th//code='{sign}']")  # type: ignore[attr-defined]
    return [words(cell) for cell in found.xpath("th | td")]


@pytest.mark.usefixtures("one_decided_of_two")
@pytest.mark.parametrize("colleague", [SORA, YUKI], ids=lambda colleague: colleague.role)
@pytest.mark.parametrize(
    ("language", "trial", "confirmed"),
    [("ja", "own.tried 試行中", "（うち該当と判断{}件）"), ("en", "own.tried on trial", "({} of them confirmed)")],
)
def test_a_sign_is_shown_with_what_people_made_of_it(
    at_work: Callable[..., Desk], colleague: object, language: str, trial: str, confirmed: str
) -> None:
    page = at_work(colleague, language).get("/staff/signs")
    _, _, seen, named, otherwise, none, share, aside = row(page, "own.seen")
    half = int(named)  # each test of this file has one of two decided on
    assert (int(seen), otherwise, none) == (2 * half, "0", "0")
    assert share == ("–" if half < 5 else "100.0%")
    assert aside == f"{2 * half} {confirmed.format(half)}"
    assert row(page, "own.tried")[0] == trial
    assert row(page, "own.tried")[2:6] == [seen, "0", named, "0"]
    assert "秘密の言" not in page.text


def test_a_sign_on_trial_is_shown_on_no_inquiry(at_work: Callable[..., Desk], one_decided_of_two: str) -> None:
    page = at_work(SORA).get(at(one_decided_of_two))
    assert "own.seen" in page.text
    assert "own.tried" not in page.text


def test_the_second_opinion_is_a_row_of_its_own(desk: Served, at_work: Callable[..., Desk]) -> None:
    opinion = {"score": 0.97, "words": [], "act_guess": None, "unusual": True}
    arrived(desk.context, judged=replace(JUDGED, findings=[], opinion=opinion))
    (found,) = at_work(SORA).get("/staff/signs").all("//tbody/tr[td[1][normalize-space(.)='no act by itself']]")
    assert words(found.xpath("th")[0]) == "Second opinion: unusual wording"


@pytest.mark.parametrize("colleague", [HANA, AOI], ids=lambda colleague: colleague.role)
def test_it_is_for_leads_and_administrators(at_work: Callable[..., Desk], colleague: object) -> None:
    browser = at_work(colleague)
    assert browser.http.get("/staff/signs").status_code == 403
    assert "/staff/signs" not in browser.get("/staff/account").text


@pytest.mark.usefixtures("one_decided_of_two")
def test_the_command_prints_the_same_figures(
    desk: Served, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_DATA", str(desk.settings.data))
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["signs"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("own.tried ")]
    assert main(["signs", "--json"]) == 0
    (said,) = [one for one in json.loads(capsys.readouterr().out) if one["sign"] == "own.tried"]
    _, act, trial, seen, confirmed, otherwise, *_ = line.split()
    assert (act, trial, confirmed) == ("act.threat", "yes", "0")
    assert (said["act"], said["trial"], said["seen"], said["otherwise"]) == (act, True, int(seen), int(otherwise))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ja",
            [
                "判定に使用",
                "検出しましたが、判定には用いていません（引用）。",
                "伏せ字にして窓口へ届け、ご要望に回答する",
            ],
        ),
        (
            "en",
            [
                "Counted",
                "Seen and not counted, because it is quoted.",
                "Release a masked copy; the request is answered",
            ],
        ),
    ],
)
def test_of_each_sign_a_lead_sees_in_which_inquiries_it_was_seen_and_what_was_decided(
    at_work: Callable[..., Desk], one_decided_of_two: str, language: str, said: list[str]
) -> None:
    sora = at_work(SORA, language)
    page = sora.get("/staff/signs/own.seen")
    assert words(page.one("//h1")) == "own.seen"
    rows = page.all(f"//tbody/tr[th/a[@href='{at(one_decided_of_two)}']]")
    assert {words(row.xpath("td")[2]) for row in rows} == set(said[:2])
    assert all(said[2] in words(row.xpath("td")[4]) for row in rows)
    assert "秘密の言" not in page.text
    assert sora.get("/staff/signs/own.nowhere").all("//table") == []
    assert sora.get("/staff/signs").all("//a[@href='/staff/signs/own.seen']")
