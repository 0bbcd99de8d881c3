"""What the pages and files of an evidence pack say is so: what was typed, by whom it was read, where words stand."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from colleagues import EVERYBODY, HANA, MORI, SORA, YUKI, Desk
from deciding import HARSH, at
from evidence import consulted, opened, take
from parsing import Root, parsed
from reading import words
from served import Served

from desk.rules.conduct.shapes import BY_WORDING
from desk.store import audit, reviews
from desk.store.screening import Assessment, Finding

SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "staff": "担当者",
        "command": "コマンド",
        "had": "{}さんの担当分",
        "taker": "作成した担当者",
        "to": "提出先",
        "places": "（7文字目から9文字目まで）",
        "rule": "ルール",
        "strong": "（該当の可能性：高）",
        "wording": "プログラムによる推定（通常と異なる言い回し）",
    },
    "en": {
        "staff": "Member of staff ",
        "command": "Command line",
        "had": "{} had it",
        "taker": "Taken by",
        "to": "Handed to",
        "places": "(characters 7 to 9)",
        "rule": "Rule",
        "strong": "(strong sign)",
        "wording": "Second opinion: unusual wording",
    },
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


def test_places_are_counted_as_people_count_and_rules_are_named_as_on_the_page_of_the_inquiry(
    pack: Pack, language: str
) -> None:
    message = "一\r\n二\r\n三\r\n死\u202eね"
    threat: Finding = {
        "act": "act.threat",
        "sign": "a.threat",
        "strength": "strong",
        "view": "plain",
        "field": "message",
    }
    threat |= {"start": 9, "end": 12, "text": "死ね"}
    insult: Finding = {**threat, "act": "act.insult", "sign": BY_WORDING, "strength": "medium", "start": 0, "end": 1}
    root = page(pack(message=message, judged=Assessment(True, "high", [threat, insult], [], [])))
    places = [words(one) for one in root.xpath("//dd[bdi[@class='quoted']]")]
    assert f"死‹U+202E›ね {SAID[language]['places']}" in places
    rules = [words(one) for one in root.xpath("//div[dt[.=$label]]/dd", label=SAID[language]["rule"])]
    assert f"a.threat {SAID[language]['strong']}" in rules
    assert SAID[language]["wording"] in rules


def test_the_places_of_what_was_found_point_to_the_words_as_they_are_printed_and_exported(
    pack: Pack, language: str
) -> None:
    message = "  𠮟られた。\r\n\r\n返金\u200bしろ。\r\n😀全員ぶっ殺すぞ。\n死\u202eね。"
    files = pack(message=message, subject="死ね、店長")
    root, fields = page(files), json.loads(files["inquiry.json"])["fields"]
    said = {"ja": "改行は1文字と数えます", "en": "A line break is one character"}
    assert said[language] in "".join(root.itertext())
    texts = {"subject": root.xpath("//h2[2]/../p[@lang]")[0], "message": root.xpath("//div[@class='message']")[0]}
    names = {"お問い合わせ内容": "message", "Inquiry": "message", "件名": "subject", "Subject": "subject"}
    places = []
    for finding in root.xpath("//ol/li[dl]"):
        name = names[words(finding.xpath(".//div[dt[.='項目' or .='Field']]/dd")[0])]
        printed = re.sub(r"U\+([0-9A-F]{4,6})", lambda code: chr(int(code[1], 16)), "".join(texts[name].itertext()))
        exported = fields[name].replace("\r\n", "\n")
        (quotations,) = finding.xpath(".//dd[bdi[@class='quoted']]")
        for quoted, numbers in zip(quotations.xpath("bdi"), quotations.xpath("span[@class='soft']"), strict=True):
            first, last = map(int, re.findall(r"\d+", words(numbers)))
            expected = re.sub(r"‹U\+([0-9A-F]{4,6})›", lambda code: chr(int(code[1], 16)), "".join(quoted.itertext()))
            assert printed[first - 1 : last] == exported[first - 1 : last] == expected
            places.append((name, expected))
    assert {name for name, _ in places} == {"subject", "message"}
    assert [words_ for _, words_ in places if "ぶっ殺す" in words_]


def test_what_was_found_has_the_same_labels_as_on_the_page_of_the_inquiry_and_no_two_that_sound_alike(
    at_work: At, held: str, language: str
) -> None:
    consulted(at_work(HANA), at_work(SORA), held)
    lead, labels = at_work(SORA, language), {"ja": ["該当箇所", "項目", "ルール"], "en": ["Words", "Field", "Rule"]}
    (first, *_) = lead.get(at(held)).all("//li[@class='finding']")
    finding, *_ = page(opened(take(lead, held))).xpath("//ol/li[dl]")
    for place in (first, finding):
        assert [words(label) for label in place.xpath(".//dt")][:3] == labels[language]


def test_moments_are_told_to_the_second_in_the_time_of_the_house_too(
    desk: Served, at_work: At, held: str, language: str
) -> None:
    consulted(at_work(HANA), at_work(SORA), held)
    root, zone = page(opened(take(at_work(SORA, language), held))), ZoneInfo(desk.context.organisation.timezone)
    moments = root.xpath("//time")
    assert len(moments) > 5
    for moment in moments:
        told = datetime.fromisoformat(moment.get("datetime")).astimezone(zone)
        assert words(moment).endswith(f"{told:%H:%M:%S}")


def test_decisions_are_told_with_their_seconds_and_in_utc(desk: Served, at_work: At, held: str, language: str) -> None:
    consulted(at_work(HANA), at_work(SORA), held)
    case = reviews.case(desk.context.store, held)
    assert case is not None
    told = [
        words(one) for one in page(opened(take(at_work(SORA, language), held))).xpath("//ol[@class='decisions']/li")
    ]
    assert len(told) == 2
    for one, decision in zip(told, case.decisions, strict=True):
        assert f"{decision.at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" in one


def test_what_is_unseen_in_whom_it_is_handed_to_is_named(at_work: At, held: str, language: str) -> None:
    consulted(at_work(HANA), at_work(SORA), held)
    root = page(opened(take(at_work(SORA, language), held, "渋谷\u202e署")))
    assert fact(root, "to", language) == "渋谷‹U+202E›署"
    assert "渋谷‹U+202E›署" in words(root.xpath("//tr[td[@class='num']]")[-1])
    assert "\u202e" not in "".join(root.itertext())


def fact(root: Root, name: str, language: str) -> str:
    """What the page says beside a label."""
    return words(root.xpath("//div[dt[.=$label]]/dd", label=SAID[language][name])[0])
