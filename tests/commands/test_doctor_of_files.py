"""`desk doctor` says of an operator's own files what is amiss in them and what to do, each of it once."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from own_sign import OWN

from desk import places, settings, texts
from desk.commands import main

Capture = pytest.CaptureFixture[str]
Facts = Callable[[str, str], None]


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Facts:
    """Names an organisation file, the shipped one but for some words."""

    def named(old: str, new: str) -> None:
        shipped = places.ORGANISATION.read_text("utf-8")
        assert old in shipped
        (tmp_path / "ours.toml").write_text(shipped.replace(old, new, 1), "utf-8")
        monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "ours.toml"))

    return named


@pytest.fixture
def signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Names a folder of signs of one's own, with one file of this text in it."""

    def named(text: str) -> None:
        (tmp_path / "signs").mkdir(exist_ok=True)
        (tmp_path / "signs" / "own.toml").write_text(text, "utf-8")
        monkeypatch.setenv("DESK_SIGNS", str(tmp_path / "signs"))

    return named


def looks(capsys: Capture) -> list[tuple[str, bool, str, str]]:
    capsys.readouterr()
    main(["doctor", "--json"])
    return [(one["what"], one["well"], one["seen"], one["remedy"]) for one in json.loads(capsys.readouterr().out)]


def test_a_fault_of_the_organisation_file_is_told_once_with_what_to_write(facts: Facts, capsys: Capture) -> None:
    facts("Asia/Tokyo", "Asia/Tokio")
    found = looks(capsys)
    (told,) = [seen for _, _, seen, _ in found if "Asia/Tokio" in seen]
    assert told.endswith("write a name of the zone database, for example Asia/Tokyo")
    assert {"signs", "second opinion"} <= {what for what, well, _, _ in found if well}


def test_the_pattern_of_an_address_is_no_address(facts: Facts, capsys: Capture) -> None:
    facts("# address =", "address =")
    (address,) = [one for one in looks(capsys) if one[0] == "postal address"]
    assert address[:3] == ("postal address", False, "none, but by post only: rights-infringement")
    own = texts.organisation(settings.read().organisation)
    assert not own.takes_by_post(own.desk("rights-infringement"))


def test_reviewers_whom_no_letter_names_are_a_problem(facts: Facts, capsys: Capture) -> None:
    assert ("reviewers", True, "reached at reviewers@example.com", "") in looks(capsys)
    facts("\nreview_mailbox =", "\n# review_mailbox =")
    (reviewers,) = [one for one in looks(capsys) if one[0] == "reviewers"]
    assert reviewers[1:3] == (False, "no letter to a desk says how to reach them")
    assert reviewers[3].startswith("Write review_mailbox")


def test_a_security_contact_at_example_com_is_a_problem_until_it_is_ones_own(facts: Facts, capsys: Capture) -> None:
    shipped = "mailto:security@example.com"
    (before,) = [one for one in looks(capsys) if one[0] == "security contact"]
    assert before[1:3] == (False, f"at example.com: {shipped}")
    assert before[3].startswith("Write your own security_contact")
    facts(shipped, "mailto:security@inquiry.example.jp")
    assert ("security contact", True, "mailto:security@inquiry.example.jp", "") in looks(capsys)


def test_shipped_signs_that_are_replaced_or_at_rest_are_named(signs: Callable[[str], None], capsys: Capture) -> None:
    signs(OWN.replace("own.slogan", "ja.insult.slur") + '[[sign]]\nid = "ja.weak.superior"\nrest = true\n')
    (told,) = [seen for what, _, seen, _ in looks(capsys) if what == "signs"]
    assert "of the shipped ones replaced by your own: ja.insult.slur; at rest: ja.weak.superior," in told


def test_signs_with_ids_of_their_own_set_none_aside(signs: Callable[[str], None], capsys: Capture) -> None:
    signs(OWN.replace("own.slogan", "own.slogan"))
    (told,) = [seen for what, _, seen, _ in looks(capsys) if what == "signs"]
    assert "1 of them your own" in told
    assert "shipped" not in told


def test_signs_on_trial_are_not_counted_among_those_in_force(signs: Callable[[str], None], capsys: Capture) -> None:
    told = []
    for text in (OWN, OWN + "trial = true\n"):
        signs(text)
        told += [seen.split(", version")[0] for what, _, seen, _ in looks(capsys) if what == "signs"]
    in_force = int(told[0].split()[0])
    assert told[1] == f"{in_force - 1} in force, 1 on trial, 1 of them your own"


def test_an_address_confirmed_on_a_day_to_come_is_a_problem(facts: Facts, capsys: Capture) -> None:
    facts("confirmed = 2026-11-01", "confirmed = 2999-11-01")
    found = [one[1:] for one in looks(capsys) if one[0] == "service addresses"]
    seen = "confirmed on a day to come: onamae"
    remedy = "Write the day on which you looked at the address into `confirmed`, or take the line away"
    assert (False, seen, remedy) in found


def test_flagged_inquiries_that_would_go_sooner_than_others_are_a_problem(facts: Facts, capsys: Capture) -> None:
    assert ("retention", True, "inquiries 730 days, assessments 1095", "") in looks(capsys)
    facts("assessments = 1095", "assessments = 729")
    ((_, well, seen, remedy),) = [one for one in looks(capsys) if one[0] == "retention"]
    assert (well, seen) == (False, "flagged inquiries go sooner than others: inquiries 730 days, assessments 729")
    assert remedy.startswith("Write at least as many days into assessments as into inquiries")


COMPANY = 'name = { ja = "GMOインターネット株式会社", en = "GMO Internet, Inc." }'
OURS = 'name = { ja = "みなと鉄道株式会社", en = "Minato Railway Co., Ltd." }'


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped texts, named as one's own."""
    own = shutil.copytree(places.LOCALES, tmp_path / "locales")
    monkeypatch.setenv("DESK_LOCALES", str(own))
    return own


def own_policy(locales: Path, day: str) -> None:
    """Put a policy of one's own beside the shipped one, in force from this day."""
    for language, name in (("ja", "みなと鉄道株式会社"), ("en", "Minato Railway Co., Ltd.")):
        text = (locales / language / "policy.2026-10-01.md").read_text("utf-8")
        own = text.replace("GMOインターネット株式会社", name).replace("GMO Internet, Inc.", name)
        own = own.replace("version: 2026-10-01 · in force: 2026-10-01", f"version: own · in force: {day}")
        (locales / language / "policy.own.md").write_text(own, "utf-8")


def test_a_text_in_force_that_names_the_shipped_company_is_told_until_ones_own_is(
    facts: Facts, locales: Path, capsys: Capture
) -> None:
    facts(COMPANY, OURS)
    own_policy(locales, "2999-01-01")
    (told,) = [one for one in looks(capsys) if one[0] == "texts"]
    shipped = "ja/policy.2026-10-01.md, en/policy.2026-10-01.md"
    assert told[1:3] == (False, f"in force, and name another company: {shipped}")
    assert "take it out of the copy, or date yours so that it is in force today" in told[3]
    own_policy(locales, "2026-10-02")
    (told,) = [one for one in looks(capsys) if one[0] == "texts"]
    assert told[1] is True
    assert told[2].startswith("policy own in force, notice 2026-10-01 in force, ")


def test_whoever_has_the_shipped_name_may_keep_the_shipped_text(locales: Path, capsys: Capture) -> None:
    own_policy(locales, "2999-01-01")
    (told,) = [one for one in looks(capsys) if one[0] == "texts"]
    assert told[1] is True
    assert told[2].startswith("policy 2026-10-01 in force (own to come), notice 2026-10-01 in force, ")


def test_no_other_shipped_text_names_the_shipped_company(locales: Path) -> None:
    named = [path for path in locales.rglob("*.*") if path.is_file() and "GMO" in path.read_text("utf-8")]
    assert {path.name for path in named} == {"policy.2026-10-01.md"}
    assert [path for path in places.TEMPLATES.rglob("*.*") if "GMO" in path.read_text("utf-8")] == []


def test_where_no_text_is_in_force_yet_the_day_in_the_file_is_named_before_the_clock(
    locales: Path, capsys: Capture
) -> None:
    own_policy(locales, "2999-01-01")
    for language in ("ja", "en"):
        (locales / language / "policy.2026-10-01.md").unlink()
    (told,) = [one for one in looks(capsys) if one[0] == "in force"]
    assert told[1:3] == (False, "not yet: own")
    assert told[3].index("first line of the file (in force: …)") < told[3].index("set the clock")


def test_a_folder_without_a_sign_file_is_told_under_signs_with_both_ways_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "signs").mkdir()
    monkeypatch.setenv("DESK_SIGNS", str(tmp_path / "signs"))
    found = {what: (well, seen, remedy) for what, well, seen, remedy in looks(capsys)}
    said = "this folder holds no sign file: put one there whose name ends with .toml, or take DESK_SIGNS away"
    assert found["signs"] == (False, f"{tmp_path / 'signs'}: {said}", "")
    assert found["texts"][0]
    assert found["second opinion"][0]


def test_a_fault_that_says_what_to_do_is_followed_by_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DESK_PORT", "many")
    ((what, well, seen, remedy),) = looks(capsys)
    assert (what, well, remedy) == ("settings", False, "")
    assert seen.startswith("DESK_PORT: must be a whole number")
