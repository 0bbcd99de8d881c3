"""Reviewers see how much harsh text they have read; leads see it of everybody, to spread the load, and nobody else."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from colleagues import AOI, HANA, SORA, YUKI, Colleague, Desk, arrived, hire
from deciding import HARSH, at
from evidence import consulted, opened, take
from reading import Page, words
from served import Served

from desk import places
from desk.store import audit, staff

PAGE, ACCOUNT = "/staff/exposure", "/staff/account"
NOTHING = ["0", "0", "0", "0"]

Join = Callable[..., Desk]


@pytest.fixture
def join(desk: Served) -> Iterator[Join]:
    """Somebody new at the desk, who has read nothing yet."""
    with ExitStack() as browsers:

        def joined(name: str, role: str = "reviewer", language: str = "en") -> Desk:
            person = hire(desk.context, Colleague(f"{name} {secrets.token_hex(3)}", role), language)
            return browsers.enter_context(Desk(desk.origin, desk.context, person))

        yield joined


def figures(page: Page, name: str) -> list[list[str]]:
    """What stands behind this name, in each table that has it: opened, uncovered, emergency or care, passed on."""
    rows = page.all(f"//tbody/tr[th[normalize-space(.)='{name}']]")
    return [[words(cell) for cell in row.xpath("td")] for row in rows]


def own(browser: Desk, period: str = "Last 7 days") -> list[str]:
    (found,) = figures(browser.get(ACCOUNT), period)
    return found


def test_a_reviewer_sees_what_she_has_read_and_passed_on(join: Join, arrive: Callable[..., str]) -> None:
    nagi = join("Nagi")
    harsh, need = arrive(message="担当は無能だ。死ね。"), arrive(message="もう死にたいです。")
    for receipt in (harsh, harsh, harsh, need, arrive()):
        nagi.get(at(receipt))
    nagi.shown(f"{at(harsh)}/readings")
    nagi.do(f"{at(harsh)}/claims")
    nagi.do(f"{at(harsh)}/handovers")

    assert own(nagi) == own(nagi, "Last 30 days") == ["2", "1", "1", "1"]


def test_whoever_takes_an_evidence_pack_has_it_counted_as_uncovered_and_reads_that_it_is(
    join: Join, arrive: Callable[..., str], language: str
) -> None:
    receipt, lead, other = arrive(message=HARSH), join("Ren", "lead", language), join("Kai", "lead", language)
    consulted(join("Nagi"), other, receipt)
    period = {"ja": "直近7日間", "en": "Last 7 days"}[language]
    lead.get(at(receipt))
    assert own(lead, period)[1] == "0"
    opened(take(lead, receipt))
    assert own(lead, period)[1] == "1"
    said = {"ja": "証拠資料には", "en": "An evidence pack has nothing covered"}
    assert said[language] in lead.get(PAGE).text
    assert said[language] in lead.get(ACCOUNT).text


def test_nobody_is_shown_what_a_colleague_has_read(join: Join, arrive: Callable[..., str]) -> None:
    nagi, ren = join("Nagi"), join("Ren")
    nagi.get(at(arrive(message=HARSH)))

    assert own(nagi) != NOTHING
    assert own(ren) == NOTHING
    assert nagi.person.name not in ren.get(ACCOUNT).text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_beside_it_stands_what_one_can_do(join: Join, language: str) -> None:
    nagi = join("Nagi", language=language)
    page = nagi.get(ACCOUNT)
    passing = {"ja": "理由をお尋ねすることはありません", "en": "Nobody asks for a reason"}[language]
    assert passing in words(page.one("//section[h2[@id='read-title']]"))
    links = [link.get("href") for link in page.all("//section[h2[@id='read-title']]//a")]
    assert links == [f"/{language}/policy#int.desk", f"/{language}/policy#int.experts"]
    policy = nagi.get(f"/{language}/policy")
    assert [policy.said(link.partition("#")[2]) for link in links] == [words(link) for link in page.all("//section//a")]


@pytest.mark.parametrize("lead", [SORA, YUKI], ids=lambda lead: lead.role)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_lead_sees_everybody_who_may_read_by_name_and_is_told_what_for(
    at_work: Callable[..., Desk], join: Join, arrive: Callable[..., str], lead: Colleague, language: str
) -> None:
    most, ren = join("Zen"), join("Ren")
    for _ in range(2):
        most.get(at(arrive(message=HARSH)))
    left, watching = join("Ato"), join("Mio", "auditor")
    staff.disable(left.context.store, left.person.name, left.context.now())

    page = at_work(lead, language).get(PAGE)

    purpose = {"ja": "業務の評価に使うものではありません", "en": "not for judging anybody’s work"}[language]
    assert purpose in words(page.one("//main"))
    for_each = [figures(page, one.person.name) for one in (most, ren)]
    assert for_each == [[["2", "0", "2"]] * 2, [["0", "0", "0"]] * 2]  # what was passed on is left out
    for table in page.all("//table"):
        names = [words(name) for name in table.xpath("tbody//th")]
        assert names == sorted(names, key=staff.folded)
        assert {left.person.name, watching.person.name}.isdisjoint(names)


def test_what_a_lead_read_of_a_restricted_desk_counts_and_tells_nothing(join: Join, arrive: Callable[..., str]) -> None:
    ken = join("Ken", "lead")
    receipt = arrive(message="経理部の田中は横領している。死ね。", topic="whistleblowing")
    ken.get(at(receipt))

    assert own(ken)[0] == "1"
    for shown in (ken.get(PAGE), ken.get(ACCOUNT)):
        assert receipt not in shown.text
        assert "histleblow" not in words(shown.one("//main"))


@pytest.mark.parametrize("colleague", [HANA, AOI], ids=lambda colleague: colleague.role)
def test_no_reviewer_and_no_auditor_sees_what_others_have_read(
    at_work: Callable[..., Desk], colleague: Colleague
) -> None:
    browser = at_work(colleague)
    assert browser.http.get(PAGE).status_code == 403
    assert PAGE not in browser.get(ACCOUNT).text


def test_who_reads_no_inquiry_has_no_figures(at_work: Callable[..., Desk]) -> None:
    assert at_work(AOI).get(ACCOUNT).all("//table") == []


# Between them the two clocks are 25 hours apart: whatever the time is, in one of them it is another day than in UTC.
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_days_are_those_of_the_house(
    serve: Callable[..., AbstractContextManager[Served]], tmp_path: Path, zone: str
) -> None:
    facts = tmp_path / "own.toml"
    facts.write_text(places.ORGANISATION.read_text("utf-8").replace("Asia/Tokyo", zone), "utf-8")
    today = datetime.combine(datetime.now(ZoneInfo(zone)).date(), time(), ZoneInfo(zone))
    with serve(organisation=facts) as desk, Desk(desk.origin, desk.context, hire(desk.context, HANA)) as hana:
        for days, before in ((6, 0), (6, 1), (29, 0), (29, 1)):
            moment = today - timedelta(days=days, seconds=before)
            receipt = arrived(desk.context, message=HARSH)
            audit.reading(desk.context.store, hana.person.id, receipt, "opened", moment)
        assert [own(hana, period)[0] for period in ("Last 7 days", "Last 30 days")] == ["1", "3"]
