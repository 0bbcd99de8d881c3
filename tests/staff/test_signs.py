"""Leads see how the signs fare, those on trial too; nobody else does, and no word of a customer is in it."""

import json
import secrets
from collections.abc import Callable
from dataclasses import replace

import pytest
from colleagues import AOI, HANA, SORA, YUKI, Desk, arrived
from deciding import at, decide
from reading import Page, words
from served import Served

from desk.commands import main
from desk.rules.conduct.ledger import TRIAL, Sighting
from desk.store.screening import Assessment

INSULT = {"request_reasonable": "yes", "manner_acceptable": "no", "act__insult": "yes"}


@pytest.fixture
def sign() -> str:
    """The id of an operator's own sign, which no other test has seen; any text may be one."""
    return f"own 印/{secrets.token_hex(4)}"


@pytest.fixture
def judged(sign: str) -> Assessment:
    """The sign was seen and counted, another was set aside, and a third is on trial."""
    seen = {"strength": "medium", "field": "message", "start": 0, "end": 4, "text": "秘密の言", "view": "plain"}
    insult, aside = ({**seen, "act": "act.insult", "sign": name} for name in (sign, f"{sign}.aside"))
    suppressed = [{"finding": insult, "reason": "report"}, {"finding": aside, "reason": "quote"}]
    return Assessment(True, "medium", [insult], suppressed, [], trial=(Sighting(f"{sign}.tried", "act.threat", TRIAL),))


@pytest.fixture
def came(desk: Served, judged: Assessment) -> Callable[..., str]:
    return lambda: arrived(desk.context, message="秘密の言葉です。", judged=judged)


@pytest.fixture
def one_decided_of_two(came: Callable[..., str], at_work: Callable[..., Desk]) -> str:
    """Hana calls one of two inquiries an insult; its receipt."""
    receipt, _ = came(), came()
    called_an_insult(at_work(HANA), receipt)
    return receipt


def called_an_insult(hana: Desk, receipt: str) -> None:
    hana.do(f"{at(receipt)}/claims")
    assert decide(hana, receipt, outcome="release-masked", **INSULT).status_code == 303


def row(page: Page, sign: str) -> list[str]:
    (found,) = page.all(f"//tbody/tr[th//code='{sign}']")
    return [words(cell) for cell in found.xpath("th | td")]


@pytest.mark.usefixtures("one_decided_of_two")
@pytest.mark.parametrize(
    ("language", "trial", "confirmed"),
    [("ja", "試行中の検出", "2 （うち1件は該当と判断）"), ("en", "while on trial", "2 (1 of them confirmed)")],
)
def test_a_sign_is_shown_with_what_people_made_of_it(
    at_work: Callable[..., Desk], sign: str, language: str, trial: str, confirmed: str
) -> None:
    page = at_work(SORA, language).get("/staff/signs")
    assert row(page, sign)[2:] == ["2", "1", "0", "0", "–", "0"]
    assert row(page, f"{sign}.aside")[2:] == ["0", "0", "0", "0", "–", confirmed]
    assert row(page, f"{sign}.tried")[0] == f"{sign}.tried {trial}"
    assert row(page, f"{sign}.tried")[2:] == ["2", "0", "1", "0", "–", "0"]
    assert "秘密の言" not in page.text


def test_five_decisions_make_a_share(at_work: Callable[..., Desk], came: Callable[..., str], sign: str) -> None:
    hana = at_work(HANA)
    for receipt in [came() for _ in range(5)]:
        called_an_insult(hana, receipt)
    assert row(at_work(SORA).get("/staff/signs"), sign)[6] == "100.0%"


def test_a_sign_on_trial_is_shown_on_no_inquiry(
    at_work: Callable[..., Desk], sign: str, one_decided_of_two: str
) -> None:
    page = at_work(SORA).get(at(one_decided_of_two))
    assert sign in page.text
    assert f"{sign}.tried" not in page.text


def test_the_second_opinion_is_a_row_of_its_own_and_leads_on(
    desk: Served, at_work: Callable[..., Desk], judged: Assessment
) -> None:
    opinion = {"score": 0.97, "words": [], "act_guess": None, "unusual": True}
    receipt = arrived(desk.context, judged=replace(judged, findings=[], opinion=opinion))
    sora = at_work(SORA)
    (link,) = sora.get("/staff/signs").all("//tbody/tr[td[1][normalize-space(.)='no act by itself']]/th//a")
    assert words(link) == "Second opinion: unusual wording"
    page = sora.get(link.get("href"))
    assert words(page.one("//h1")) == "Second opinion: unusual wording"
    assert receipt in page.text


SAID = {
    "ja": ("判定から除外（引用）", "伏せ字にして窓口へ届け、ご要望に回答する"),
    "en": ("Set aside, because it is quoted", "Release a masked copy; the request is answered"),
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_sign_leads_to_the_inquiries_in_which_it_was_seen_and_to_what_was_decided(
    at_work: Callable[..., Desk], sign: str, one_decided_of_two: str, language: str
) -> None:
    said, decided = SAID[language]
    sora = at_work(SORA, language)
    (link,) = sora.get("/staff/signs").all(f"//tbody//a[code='{sign}.aside']")
    page = sora.get(link.get("href"))
    assert words(page.one("//h1")) == f"{sign}.aside"
    assert len(page.all("//tbody/tr")) == 2
    (found,) = page.all(f"//tbody/tr[th/a[@href='{at(one_decided_of_two)}']]")
    assert [words(cell) for cell in found.xpath("td")][2] == said
    assert decided in words(found.xpath("td")[4])
    assert "秘密の言" not in page.text


@pytest.mark.parametrize("asked", ["", "?sign=own.nowhere", "?sign=%00%FF"])
def test_a_sign_that_was_never_seen_leads_back_to_all_signs(at_work: Callable[..., Desk], asked: str) -> None:
    answer = at_work(SORA).http.get(f"/staff/signs/seen{asked}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/signs")


def test_an_administrator_sees_it_too(at_work: Callable[..., Desk]) -> None:
    assert words(at_work(YUKI).get("/staff/signs").one("//h1")) == "Signs"


@pytest.mark.parametrize("colleague", [HANA, AOI], ids=lambda colleague: colleague.role)
def test_it_is_for_leads_and_administrators(at_work: Callable[..., Desk], colleague: object) -> None:
    browser = at_work(colleague)
    assert browser.http.get("/staff/signs").status_code == 403
    assert "/staff/signs" not in browser.get("/staff/account").text


@pytest.mark.usefixtures("one_decided_of_two")
def test_the_command_prints_the_same_figures(
    desk: Served, sign: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_DATA", str(desk.settings.data))
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["signs"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith(f"{sign}.tried ")]
    assert line.removeprefix(f"{sign}.tried ").split() == ["act.threat", "yes", "2", "0", "1", "0", "–", "0", "0"]
    assert main(["signs", "--json"]) == 0
    (said,) = [one for one in json.loads(capsys.readouterr().out) if one["sign"] == f"{sign}.tried"]
    assert (said["act"], said["trial"], said["counted"], said["other_act"]) == ("act.threat", True, 2, 1)
