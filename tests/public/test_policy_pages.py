"""The policy as it is read: every clause with its anchor, in both languages, in every version."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

from migrated import make_ready
from reading import Client, words
from served import Served

from desk import app, places
from desk.prepared import PreparedPages
from desk.rules.policy import CLAUSES, Policy
from desk.settings import Settings


def test_every_clause_has_its_anchor(client: Client, language: str) -> None:
    page = client.get(f"/{language}/policy")
    ids = {element.get("id") for element in page.all("//*[@id]")}
    assert set(CLAUSES) - ids == set()
    assert len(CLAUSES) == 45


def test_every_clause_says_what_the_text_says(client: Client, desk: Served, language: str) -> None:
    page = client.get(f"/{language}/policy")
    shown = {clause.id: words(page.one(f"//*[@id='{clause.id}']")) for clause in desk.context.policy(language).clauses}
    assert shown == {clause.id: " ".join(clause.text.split()) for clause in desk.context.policy(language).clauses}


def test_the_version_in_force_has_an_address_for_good(client: Client, desk: Served, language: str) -> None:
    version = desk.context.policy(language).version
    page = client.get(f"/{language}/policy")
    assert page.all(f"//a[@href='/{language}/policy/{version}']")
    assert client.get(f"/{language}/policy/{version}").heading == page.heading
    client.get(f"/{language}/policy/1999-01-01", status=404)


def test_the_language_switch_keeps_the_page(client: Client, desk: Served) -> None:
    version = desk.context.policy("ja").version
    for path in ("inquiries", "services", "policy", f"policy/{version}"):
        page = client.get(f"/ja/{path}")
        there = page.all("//ul[@class='languages']//*[@lang='en' and (@href or @formaction)]")
        assert [link.get("href") or link.get("formaction") for link in there] == [f"/en/{path}"]


def test_english_pages_say_that_the_japanese_text_prevails(client: Client, desk: Served) -> None:
    said = desk.context.policy("en").clause("page.mt-notice").text
    for path in ("inquiries", "services", "policy"):
        assert client.get(f"/en/{path}").text.count(said) == 1


def test_an_earlier_version_says_that_it_is_no_longer_in_force(
    serve: Callable[..., AbstractContextManager[Served]], tmp_path: Path, language: str
) -> None:
    texts = copytree(places.LOCALES, tmp_path / "texts")
    for folder in ("ja", "en"):
        now = (texts / folder / "policy.2026-10-01.md").read_text("utf-8")
        (texts / folder / "policy.2025-04-01.md").write_text(now.replace("2026-10-01", "2025-04-01"), "utf-8")
    with serve(locales=texts) as desk, Client(desk.origin) as client:
        old = client.get(f"/{language}/policy/2025-04-01")
        note = words(old.one("//*[@role='note']"))
        assert ("現在施行されていません" if language == "ja" else "no longer in force") in note
        assert old.all(f"//*[@role='note']//a[@href='/{language}/policy']")
        assert client.get(f"/{language}/policy").all(f"//a[@href='/{language}/policy/2025-04-01']")


def test_at_midnight_of_the_organisation_the_new_version_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    folder = copytree(places.LOCALES, tmp_path / "texts")
    for path in folder.glob("*/policy.2026-10-01.md"):
        later = path.read_text("utf-8").replace("2026-10-01", "2027-04-01")
        path.with_name("policy.2027-04-01.md").write_text(later, "utf-8")
    settings = Settings(_env_file=None, data=tmp_path / "data", locales=folder)
    make_ready(settings)
    prepared = PreparedPages(places.STATIC)
    before, after = (datetime(2027, 3, 31, hour, 0, tzinfo=UTC) for hour in (14, 15))  # 23:00, and midnight in Japan
    desk = app.assemble(settings, prepared)
    old = replace(desk, now=lambda: before)
    shown = app.renew(old, prepared, (Policy("", date.min, "ja", ()),) * 2)
    assert b"2026-10-01" in prepared.pages[b"/ja/policy"].plain.body
    assert app.renew(old, prepared, shown) == shown
    assert app.renew(replace(desk, now=lambda: after), prepared, shown) != shown
    desk.store.close()
    now = [prepared.pages[f"/{language}/policy".encode()].plain.body.decode() for language in ("ja", "en")]
    assert ["/policy/2027-04-01" in page.split("</dl>")[0] for page in now] == [True, True]


def test_the_notice_stands_at_the_form_and_leads_to_the_policy(client: Client, desk: Served, language: str) -> None:
    page = client.get(f"/{language}/inquiries")
    notice = words(page.one("//form[@id='inquiry']//aside"))
    for clause in desk.context.notice(language).clauses:
        assert " ".join(clause.text.split()) in notice
    assert page.all(f"//aside//a[@href='/{language}/policy']")


def test_the_list_of_contents_names_every_chapter_to_the_last(client: Client, language: str) -> None:
    page = client.get(f"/{language}/policy")
    listed = [words(link) for link in page.all("//nav[@class='contents']//a")]
    assert listed == [words(heading) for heading in page.all("//article//h2[@id]")]
    assert page.all("//nav[@class='contents']//a[@href='#page.title']")
