"""What an evidence pack holds: each field as it was sent, what was found, decided, told and read, and their sums."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest
from colleagues import HANA, SORA, Desk
from deciding import HARSH
from evidence import FILES, REASON, TO, consulted, opened, take
from parsing import Root, parsed
from reading import Client, words
from served import Served

from desk.staff import packs
from desk.store import inquiries
from desk.store.screening import Assessment, Finding

At = Callable[..., Desk]
Arrive = Callable[..., str]
ODD = f"{HARSH}\n\n  <script>alert(1)</script> &amp; 👩‍👩‍👧 \u202eabc\u202c\tend "
FIELDS = {
    "name": "佐藤 <b>健</b>",
    "kana": "サトウ",
    "company": "株式会社“さくら”&商事",
    "phone": "03-1234-5678",
    "subject": "死ね👿",
}
SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "outcome": "警察・弁護士に相談する",
        "act": "脅迫または威嚇にあたる言動",
        "signed": "二人目として署名",
        "zone": "日本標準時",
        "letter": "担当窓口への対応お断りの連絡",
        "took": f"証拠資料の作成を開始 提出先：{TO}",
        "estimate": "プログラムによる推定",
        "gone": "この版のファイルはすでに保管されていないため",
    },
    "en": {
        "outcome": "Consult the police or counsel",
        "act": "Threatening or intimidating",
        "signed": "Signed as the second person",
        "zone": "Japan Standard Time",
        "letter": "Refusal of support, to the desk",
        "took": f"asked for an evidence pack handed to: {TO}",
        "estimate": "an estimate of a program",
        "gone": "The desk has no file of this version any more",
    },
}


@pytest.fixture
def pack(at_work: At, arrive: Arrive) -> Callable[..., tuple[str, Mapping[str, bytes]]]:
    """Takes the evidence of an inquiry with these words: its receipt and the files."""

    def taken(language: str = "en", **typed: Any) -> tuple[str, Mapping[str, bytes]]:
        receipt = arrive(**{"message": HARSH, **typed})
        consulted(at_work(HANA), at_work(SORA), receipt)
        return receipt, opened(take(at_work(SORA, language), receipt))

    return taken


Pack = Callable[..., tuple[str, Mapping[str, bytes]]]


def page(files: Mapping[str, bytes], name: str = "record.html") -> Root:
    """A page of the pack, as the standard parses it."""
    return parsed(files[name].decode())


def verbatim(root: Root) -> str:
    return "".join(root.itertext())


@pytest.mark.parametrize("message", [ODD, "死ね" + "長" * 4_998, "死ね。\r\n\r\n二行目\n三行目\r\n"])
def test_every_field_is_there_byte_for_byte_and_readable(desk: Served, pack: Pack, language: str, message: str) -> None:
    receipt, files = pack(language, **FIELDS, message=message)
    kept = inquiries.find(desk.context.store, receipt)
    assert kept is not None
    sent = json.loads(files["inquiry.json"])
    assert sent["fields"] == {name: getattr(kept, name) for name in packs.TYPED}
    assert sent["fields"]["message"] == message
    assert {name: sent[name] for name in ("receipt", "language", "topic", "policy_version", "notice_version")} == {
        name: getattr(kept, name) for name in ("receipt", "language", "topic", "policy_version", "notice_version")
    }
    for name in ("received_at", "notice_shown_at"):
        moment = datetime.fromisoformat(sent[name])
        assert (moment, moment.utcoffset()) == (getattr(kept, name), UTC.utcoffset(None))
    root = page(files)
    shown = message.replace("\r\n", "\n").replace("\u202e", "U+202E").replace("\u202c", "U+202C")
    assert verbatim(root.xpath("//div[@class='message']")[0]) == shown
    for name in FIELDS:
        assert getattr(kept, name) in verbatim(root)
    assert root.xpath("//script | //link | //img | //@src | //@style") == []
    assert root.get("lang") == language


def test_the_page_tells_when_it_came_what_was_found_decided_sent_and_who_read_it(
    desk: Served, pack: Pack, language: str
) -> None:
    receipt, files = pack(language, **FIELDS, message=ODD)
    kept = inquiries.find(desk.context.store, receipt)
    assert kept is not None
    said, root = SAID[language], page(files)
    told = words(root.xpath("//main")[0])
    assert receipt in words(root.xpath("//h1")[0])
    assert f"{kept.received_at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" in told
    assert f"{kept.notice_shown_at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" in told
    for expected in (said["zone"], TO, REASON, said["act"], said["outcome"], said["signed"], said["letter"]):
        assert expected in told
    assert "ja.violence.body" in told
    assert said["took"] in words(root.xpath("//tbody/tr")[-1])
    assert "■" not in told


def test_the_second_opinion_is_marked_as_an_estimate(pack: Pack, language: str) -> None:
    _, files = pack(language, message=ODD, subject="死ね")
    assert SAID[language]["estimate"] in words(page(files).xpath("//main")[0])


def test_the_lines_of_the_log_are_those_of_the_database_each_with_its_seal(desk: Served, pack: Pack) -> None:
    receipt, files = pack()
    lines = [json.loads(line) for line in files["log.jsonl"].decode().splitlines()]
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3")) as database:
        (inquiry_id,) = database.execute("SELECT id FROM inquiry WHERE receipt = ?", (receipt,)).fetchone()
        columns = "id, at, what, staff_id, inquiry_id, detail, key_id, lower(hex(mac))"
        rows = database.execute(f"SELECT {columns} FROM audit WHERE inquiry_id = ? ORDER BY id", (inquiry_id,))  # noqa: S608
        *kept, given = rows.fetchall()
        macs = dict(database.execute("SELECT id, lower(hex(mac)) FROM audit"))
    assert [(line["id"], line["what"], line["mac"]) for line in lines] == [(row[0], row[2], row[7]) for row in kept]
    assert {tuple(line) for line in lines} == {("id", "at", "what", "who", "before", "mac")}
    assert [line["before"] for line in lines] == [macs.get(line["id"] - 1, "") for line in lines]
    assert (lines[-1]["what"], given[2]) == ("evidence-asked", "evidence-given")
    assert [int(words(cell)) for cell in page(files).xpath("//td[@class='num']")] == [line["id"] for line in lines]
    for line, (*_, staff_id, _, detail, key_id, _) in zip(lines, kept, strict=True):
        # With the desk's keys each seal is made again from what the file holds and what the log has beside it.
        parts = [line["before"], line["id"], line["at"], line["what"], staff_id, inquiry_id, detail]
        sealed = json.dumps(parts, ensure_ascii=False).encode()
        assert desk.context.store.seals.mac_holds(key_id, sealed, bytes.fromhex(line["mac"]))


@pytest.mark.parametrize("name", ["policy", "notice"])
def test_policy_and_notice_are_those_which_were_shown_in_the_language_of_their_reader(
    desk: Served, pack: Pack, name: str
) -> None:
    _, files = pack("en")
    root = page(files, f"{name}.html")
    policy = {"policy": desk.context.policy("ja"), "notice": desk.context.notice("ja")}[name]
    assert root.get("lang") == "ja"
    assert verbatim(root.xpath("//h1")[0]) == policy.clause({"policy": "pol.title"}.get(name, "notice.title")).text
    assert {clause.id for clause in policy.clauses} <= set(root.xpath("//@id"))
    assert all("".join(clause.text.split()) in "".join(verbatim(root).split()) for clause in policy.clauses)
    assert policy.version in verbatim(root)


def test_every_link_leads_somewhere_also_from_a_folder_on_a_disk(desk: Served, pack: Pack, client: Client) -> None:
    _, files = pack("en")
    addresses = {name: page(files, name).xpath("//@href") for name in files if name.endswith(".html")}
    assert addresses["notice.html"] == [f"{desk.context.pages.origin}/ja/policy"]
    assert [one for links in addresses.values() for one in links if not one.startswith(("https://", desk.origin))] == []
    shown = client.get(addresses["notice.html"][0].removeprefix(desk.origin))
    assert desk.context.policy("ja").clause("pol.title").text in words(shown.one("//h1"))


@pytest.mark.parametrize("name", ["policy", "notice"])
def test_a_version_that_the_desk_has_no_more_is_not_replaced_by_another(
    desk: Served, at_work: At, held: str, language: str, name: str
) -> None:
    consulted(at_work(HANA), at_work(SORA), held)
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3")) as database, database:
        database.execute(f"UPDATE inquiry SET {name}_version = '2020-01-01' WHERE receipt = ?", (held,))  # noqa: S608
    files = opened(take(at_work(SORA, language), held))
    assert [file for file in FILES if file not in files] == [f"{name}.html"]
    assert [words(one) for one in page(files).xpath("//dl[@id='files']//dt")] == list(files)
    assert words(page(files).xpath("//main")[0]).count(SAID[language]["gone"]) == 1
    assert f"{name}.html" not in files["SHA256SUMS"].decode()


def test_the_sums_are_those_of_all_other_files(pack: Pack) -> None:
    _, files = pack()
    assert list(files) == FILES
    sums = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(files[name]).hexdigest() for name in FILES[:-1]}


def test_of_earlier_inquiries_on_the_matter_it_names_receipt_and_day_and_not_a_word(
    at_work: At, arrive: Arrive, name: str
) -> None:
    who = {"name": name, "email": f"{name.split()[1]}@example.jp"}
    before = arrive(**who, message="先月解約したサーバーGX-4417の料金9,800円を全額返金してください。秘密の一文です。")
    again = arrive(**who, message="サーバーGX-4417の料金9,800円を全額返金してください。しないなら全員ぶっ殺すぞ。")
    consulted(at_work(HANA), at_work(SORA), again)
    told = "".join(file.decode() for file in opened(take(at_work(SORA), again)).values())
    assert before in told
    assert "秘密の一文" not in told


def test_the_same_files_of_the_same_moment_are_the_same_bytes() -> None:
    at_noon, files = datetime(2026, 11, 30, 3, 0, tzinfo=UTC), {"a": b"1", "b": "二".encode()}
    assert packs.packed(files, at_noon) == packs.packed(dict(files), at_noon)


def test_that_the_sender_was_told_of_the_refusal_is_in_it(at_work: At, held: str, language: str) -> None:
    consulted(at_work(HANA), at_work(SORA), held)
    answers = {"ja": "にお断りを伝達済み", "en": "Told of the refusal on"}
    assert answers[language] in words(page(opened(take(at_work(SORA, language), held))).xpath("//main")[0])


def test_what_the_program_takes_for_signs_of_need_is_not_in_it_counted_or_not(pack: Pack) -> None:
    threat, illness = seen("act.threat", 0), seen("disability", 2)
    need = {**illness, "care": "disability"}
    judged = Assessment(True, "high", [threat], [{"finding": illness, "reason": "quote"}], [need])
    _, files = pack(message="死ねうつ病", judged=judged)
    told = words(page(files).xpath("//main")[0])
    assert "a.act.threat" in told
    assert "a.disability" not in told


def seen(act: str, start: int) -> Finding:
    """A finding of two letters in the message, by a sign that is named after its act."""
    place = {"field": "message", "start": start, "end": start + 2, "text": "死ね"}
    return {"act": act, "sign": f"a.{act}", "strength": "strong", "view": "plain", **place}
