"""What happens while an evidence pack is made: it is read anew once it is asked for, and given on record or not."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from hashlib import sha256

import pytest
from colleagues import HANA, SORA, Desk
from deciding import at
from evidence import TO, consulted, opened, take
from parsing import parsed
from reading import words
from served import Served

from desk.store import audit

At = Callable[..., Desk]
Meanwhile = Callable[[str, str, str], None]
SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {"none": "警察・弁護士への相談を決定したお問い合わせ", "trap": "画面には見えない欄に入力がありました"},
    "en": {
        "none": "There is an evidence pack only for an inquiry",
        "trap": "A field that people do not see was filled in",
    },
}
FAILS = "SELECT abs(-9223372036854775808)"
"""What SQLite cannot reckon."""


@pytest.fixture
def meanwhile(desk: Served) -> Iterator[Meanwhile]:
    """Has something done to the database as soon as the log says this of an inquiry."""

    def done(sql: str) -> None:
        with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3")) as database, database:
            database.execute(sql)

    def upon(event: str, receipt: str, deed: str) -> None:
        whose = f"NEW.inquiry_id = (SELECT id FROM inquiry WHERE receipt = '{receipt}')"  # noqa: S608
        done(f"CREATE TRIGGER meanwhile AFTER INSERT ON audit WHEN NEW.what = '{event}' AND {whose} BEGIN {deed}; END")

    yield upon
    done("DROP TRIGGER IF EXISTS meanwhile")


@pytest.fixture
def grave(at_work: At, held: str) -> str:
    """An inquiry about which the police are consulted."""
    consulted(at_work(HANA), at_work(SORA), held)
    return held


def test_what_changes_once_it_is_asked_for_is_in_it(
    at_work: At, grave: str, meanwhile: Meanwhile, language: str
) -> None:
    meanwhile("evidence-asked", grave, "UPDATE assessment SET marks = 'trap' WHERE inquiry_id = NEW.inquiry_id")
    files = opened(take(at_work(SORA, language), grave))
    assert SAID[language]["trap"] in words(parsed(files["record.html"].decode()).xpath("//main")[0])


def test_where_it_is_decided_otherwise_meanwhile_nothing_is_given_and_the_log_says_so(
    desk: Served, at_work: At, grave: str, meanwhile: Meanwhile, language: str
) -> None:
    columns = "inquiry_id, staff_id, at, request_reasonable, manner_acceptable, acts"
    meanwhile(
        "evidence-asked",
        grave,
        f"INSERT INTO decision (id, {columns}, outcome, state_before, state_after)"  # noqa: S608
        f" SELECT 'z' || NEW.id, {columns}, 'warning', 'claimed', 'released' FROM decision"
        " WHERE inquiry_id = NEW.inquiry_id AND state_after = 'refused';"
        " UPDATE assessment SET state = 'released' WHERE inquiry_id = NEW.inquiry_id",
    )
    answer = at_work(SORA, language).shown(f"{at(grave)}/evidence-packs", 409, handed_to=TO)
    assert SAID[language]["none"] in answer.said("remark")
    assert packs_of(desk, grave) == ["evidence-asked"]


def test_what_cannot_be_put_on_record_as_given_is_not_given(
    desk: Served, at_work: At, grave: str, meanwhile: Meanwhile
) -> None:
    meanwhile("evidence-given", grave, FAILS)
    answer = at_work(SORA).shown(f"{at(grave)}/evidence-packs", 503, handed_to=TO)
    assert answer.one("//input[@name='handed_to']").get("value") == TO
    assert packs_of(desk, grave) == ["evidence-asked"]


def packs_of(desk: Served, receipt: str) -> list[str]:
    """What the log says of packs of an inquiry, the newest first."""
    lines = audit.recent(desk.context.store, None, 50)
    return [line.what for line in lines if line.receipt == receipt and line.what.startswith("evidence-")]


def test_a_pack_that_was_given_before_is_told_with_its_sum_and_not_with_whom_it_went_to(
    at_work: At, grave: str, language: str
) -> None:
    first, other = take(at_work(SORA), grave, "東京弁護士会 鈴木様"), at_work(SORA, language)
    rows = parsed(opened(take(other, grave))["record.html"].decode()).xpath("//table[last()]//tr[td]")
    told = [words(row.xpath("td")[-1]) for row in rows if "evidence" in words(row) or "証拠資料" in words(row)]
    asked = {"ja": "提出先はここには記載していません", "en": "whom it was handed to is not told here"}
    assert len(told) == 3
    assert asked[language] in told[0]
    assert told[1] == sha256(first.content).hexdigest()
    assert TO in told[2]
    assert "鈴木" not in "".join(map(words, rows))
