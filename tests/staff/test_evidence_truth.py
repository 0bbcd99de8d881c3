"""What the pages and files of an evidence pack say is so: what was typed, by whom it was read, where words stand."""

import json
from collections.abc import Callable, Mapping

import pytest
from colleagues import HANA, SORA, Desk
from deciding import HARSH
from evidence import consulted, opened, take
from parsing import Root, parsed

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
