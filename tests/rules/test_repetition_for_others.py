"""Who speaks for somebody else brings their matter again; the reader of dialogues is asked only of those it may be."""

from datetime import UTC, datetime, timedelta

import pytest
from hearers import Says

from desk.rules.repetition import Message, assess
from desk.rules.repetition.assess import ON_ONE_OF_SEVERAL, SURE_OF_SEVERAL

MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)
REFUND = "先月解約したサーバーの料金9,800円を全額返金してください。"
BIRTHDAY = "来週は息子の誕生日です。あのお金さえあれば、ケーキも買えるのですが。"
SON = {"email": "liam.keogh@example.com", "name": "Liam Keogh"}
TARO = {"email": "yamada@example.jp", "name": "山田 太郎"}


def told(text: str, first: dict[str, str], then: dict[str, str]) -> list[Message]:
    """The demand of one, answered, and what another writes after that."""
    return [
        Message(MONDAY, message=REFUND, answered_before=False, **first),
        Message(MONDAY + timedelta(days=3), message=text, answered_before=True, **then),
    ]


@pytest.mark.parametrize(
    ("text", "whose", "who"),
    [
        ("This is Liam's mother. He would be so happy.", SON, {"email": "m.brady@example.org", "name": "Mrs. Brady"}),
        ("We write for our client Mr. Keogh.", SON, {"email": "office@example.org", "name": "Strand Law"}),
        ("He does not sleep any more.", SON, {"email": "aoife@example.org", "name": "A. Keogh, his wife"}),
        ("He does not sleep any more.", SON, {"email": "keoghfamily@example.org", "name": "his mother"}),
        ("山田氏の代理として連絡いたします。", TARO, {"email": "office@example.com", "name": "弁護士 立花"}),
        ("主人が眠れずにおります。", TARO, {"email": "hanako@example.com", "name": "山田花子"}),
        (
            "友人のﾔﾏﾀﾞがとても困っています。",
            {**TARO, "name": "やまだ たろう"},
            {"email": "ken@example.com", "name": "けん"},
        ),
    ],
)
def test_whoever_names_the_sender_or_bears_the_name_is_heard(
    text: str, whose: dict[str, str], who: dict[str, str]
) -> None:
    messages = told(text, whose, who)
    assert not assess(messages).repetition
    found = assess(messages, Says(SURE_OF_SEVERAL + 0.1, ON_ONE_OF_SEVERAL + 0.1))
    assert (found.repetition, found.heard, found.count, found.same_as) == (True, True, 2, (0,))


@pytest.mark.parametrize("said", [(SURE_OF_SEVERAL, 9.0), (9.0, ON_ONE_OF_SEVERAL)])
def test_the_reader_has_to_be_as_sure_as_of_one_matter_among_several(said: tuple[float, float]) -> None:
    messages = told("山田氏の代理として連絡いたします。", TARO, {"email": "office@example.com", "name": "弁護士 立花"})
    assert not assess(messages, Says(*said)).repetition


@pytest.mark.parametrize(
    ("text", "whose", "who"),
    [
        (BIRTHDAY, TARO, {"email": "sato@example.com", "name": "佐藤 花子"}),
        ("I would be so happy.", SON, {"email": "m.brady@example.org", "name": "Mrs. Brady"}),
        # A name within another word is none, and a short one is everybody's.
        ("The williams building is cold.", SON, {"email": "m.brady@example.org", "name": "Mrs. Brady"}),
        (
            "Ann from your shop was kind.",
            {"email": "ann@example.com", "name": "Ann"},
            {"email": "b@example.org", "name": "Bo"},
        ),
        # Colleagues have matters of their own.
        (
            "山田さんの隣の席の者です。",
            {**TARO, "email": "taro@sakura-inc.jp"},
            {"email": "ken@sakura-inc.jp", "name": "健"},
        ),
    ],
)
def test_of_strangers_and_colleagues_it_is_not_asked(text: str, whose: dict[str, str], who: dict[str, str]) -> None:
    reader = Says(9.0, 9.0)
    assert not assess(told(text, whose, who), reader).repetition
    assert reader.given == []


def test_what_one_sender_wrote_alone_is_read_where_there_is_any() -> None:
    reader = Says(-9.0)
    first, last = told(
        "山田氏の代理として連絡いたします。", TARO, {"email": "office@example.com", "name": "弁護士 立花"}
    )
    own = Message(
        MONDAY, "office@example.com", "弁護士 立花", "会議室の予約の変更方法を教えてください。", answered_before=False
    )
    assess([own, first, last], reader)
    assert reader.given == [(last.message, [own.message])]
