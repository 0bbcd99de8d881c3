"""What the pages and files of an evidence pack say is so: what was typed, by whom it was read, where words stand."""

import json
from collections.abc import Callable, Mapping

import pytest
from colleagues import EVERYBODY, HANA, MORI, SORA, YUKI, Desk
from deciding import HARSH, at
from evidence import consulted, opened, take
from parsing import Root, parsed
from reading import words
from served import Served

from desk.store import audit

SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {"staff": "担当者", "command": "コマンド", "had": "{}さんの担当分", "taker": "取り出した担当者"},
    "en": {"staff": "Member of staff ", "command": "Command line", "had": "{} had it", "taker": "Taken by"},
}
At = Callable[..., Desk]
Pack = Callable[..., Mapping[str, bytes]]


@pytest.fixture
def pack(at_work: At, arrive: Callable[..., str], language: str) -> Pack:
    """Takes the evidence of an inquiry with these words: its files."""

    def taken(**typed: object) -> Mapping[str, bytes]:
        receipt = arrive(**{"message": HARSH, **typed})
        consulted(at_work(HANA), at_work(SORA), receipt)
        return opened(take(at_work(SORA, language), receipt))

    return taken


def page(files: Mapping[str, bytes]) -> Root:
    return parsed(files["record.html"].decode())


def test_the_message_is_as_it_was_typed_and_other_fields_as_the_desk_keeps_them(pack: Pack, language: str) -> None:
    message = f" \u200b{HARSH}\tｶﾀｶﾅ\u2028 \r\n\r\n"
    typed = {
        "name": " 佐藤\u200b\t健 ",
        "kana": " さとう ｹﾝ",
        "email": "Ｋｅｎ＠ｓａｔｏ．ｅｘａｍｐｌｅ",
        "subject": "\ufeff死ね ",
    }
    files = pack(**typed, message=message)
    fields = json.loads(files["inquiry.json"])["fields"]
    assert fields["message"] == message
    kept = {"name": "佐藤 健", "kana": "サトウ ケン", "email": "Ken@sato.example", "subject": "死ね"}
    assert {name: fields[name] for name in typed} == kept
    said = {"ja": "そのほかの項目は、窓口で保存しているとおり", "en": "the other fields are as the desk keeps them"}
    assert said[language] in "".join(page(files).itertext())


def test_nobody_of_the_house_is_named_in_any_file_and_each_has_one_number(
    desk: Served, at_work: At, held: str, language: str
) -> None:
    at_work(MORI).get(at(held))
    at_work(SORA).do(f"{at(held)}/claims")
    at_work(YUKI).do(f"{at(held)}/handovers")
    consulted(at_work(HANA), at_work(SORA), held)
    take(at_work(YUKI), held, "弁護士 山田様")
    audit.command_reading(desk.context.store, "root-tanaka", held, desk.context.now())
    files = opened(take(at_work(SORA, language), held))
    told = "".join(file.decode() for file in files.values())
    for kept_back in (*(colleague.name for colleague in EVERYBODY), "root-tanaka", "弁護士 山田様"):
        assert kept_back not in told
    mori, sora, yuki, hana = (f"{SAID[language]['staff']}{number}" for number in range(1, 5))
    root = page(files)
    rows = [[words(cell) for cell in row.xpath("td")] for row in root.xpath("//tr[td[@class='num']]")]
    who = [row[2] for row in rows]
    assert (who[0], who[-3:]) == (mori, [yuki, SAID[language]["command"], sora])
    assert rows[2][4] == SAID[language]["had"].format(sora)
    assert fact(root, "taker", language) == sora
    assert [words(one) for one in root.xpath("//ol[@class='decisions']/li/p[@class='soft']/bdi")] == [hana, sora]
    assert [words(one) for one in root.xpath("//li/span[@class='soft']/bdi")] == [sora]
    numbers = [json.loads(line)["who"] for line in files["log.jsonl"].decode().splitlines()]
    assert (numbers[:4], numbers[-3:]) == ([1, 2, 3, 4], [3, None, 2])


def fact(root: Root, name: str, language: str) -> str:
    """What the page says beside a label."""
    return words(root.xpath("//div[dt[.=$label]]/dd", label=SAID[language][name])[0])
