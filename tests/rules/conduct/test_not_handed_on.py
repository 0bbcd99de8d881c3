"""A threat that is the writer's gets through by no announcement of somebody else's words."""

from pathlib import Path

import pytest

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.conduct.handed_on import handed_on
from desk.rules.conduct.scan import Reading
from desk.rules.normalise import fold

pytestmark = pytest.mark.usefixtures("known_sentences")

SIGNS, MODEL = signs_files.read(), signs_files.model()
HOSTILE = [
    line.replace("\\n", "\n") for line in Path(__file__).with_name("not_handed_on.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_held(text: str) -> None:
    assert examine({"message": text}, SIGNS, MODEL).flagged


REST_JA = "警察に届けを出しました。怖くて眠れません。家族も怖がり、実家に帰りました。本物かどうか確認をお願いします。"
REST_EN = (
    "I reported it to the police and my wife is scared. Is this from you? Please look into it, and keep the logs. "
)
BLAND_JA = (
    "注文番号は七七八一番です。先月の十日に買い、二十日に届いた品物です。"
    "箱も説明書も保証書も、すべて手元にそろえてあります。"
)
BLAND_EN = (
    "The number is 7781 and I bought it in May, in the shop by the station, with the box and the papers all in place."
)


def are_handed_on(text: str) -> bool:
    return handed_on(Reading(fold(text).text, SIGNS)) != []


@pytest.mark.parametrize(
    ("theirs", "mine", "words", "rest", "other"),
    [
        (
            "次の文言を受け取りました。原文のままです。",
            "次の文言を田中に伝えろ。原文のままだ。",
            "お前を殺す。今夜行く",
            REST_JA,
            REST_JA,
        ),
        (
            "メールの本文は次のとおりです。",
            "私からの警告の本文は次のとおりです。",
            "お前を殺す。今夜行く",
            REST_JA,
            REST_JA,
        ),
        ("His message to me, word for word:", "My message to you, word for word:", "I will kill you", REST_EN, REST_EN),
        ("This was left here, word for word:", "Tell her this, word for word:", "I will kill you", REST_EN, REST_EN),
        ("次のメールが届きました。", "次のメールが届きました。", "お前を殺す。今夜行く", REST_JA, BLAND_JA),
        ("I got this:", "I got this:", "I will kill you", REST_EN, BLAND_EN),
        ("次のメールが届きました。", "次のメールが届きました。", "お前を殺す。今夜行く", REST_JA, "怖いです。"),
        ("I got this:", "I got this:", "I will kill you", REST_EN, "Scared. Is this from you?"),
        ("次のメールが届きました。", "次のメールが届きました。", "店員を殺す。今夜行く", REST_JA, REST_JA + "返金を。"),
        ("I got this:", "I got this:", "I will kill the clerk", REST_EN, REST_EN + "My refund is late."),
    ],
)
def test_without_any_one_of_its_keys_nothing_is_handed_on(
    theirs: str, mine: str, words: str, rest: str, other: str
) -> None:
    whole, lacking = f"{theirs}\n\n{words}\n\n{rest}", f"{mine}\n\n{words}\n\n{other}"
    assert (are_handed_on(whole), are_handed_on(lacking)) == (True, False)


@pytest.mark.parametrize(
    "mine",
    [
        "これが私の気持ちです。",
        "全く同感です。",
        "返金してくれれば、私が止めます。",
        "書いたのは私です。",
        "金さえ入れば、私がなだめます。",
        "無駄です。",
    ],
)
def test_what_makes_it_his_own_in_japanese_takes_it_back(mine: str) -> None:
    letter = (
        "次のメールが届きました。\n\nお前を殺す。今夜行く\n\n昨日、警察に届けを出しました。怖くて眠れません。"
        "家族も怖がり、実家に帰りました。御社から出たものなのかどうか、確認をお願いします。"
    )
    told, meant = (handed_on(Reading(fold(text).text, SIGNS)) for text in (letter, letter + mine))
    assert (len(told), meant) == (1, [])


@pytest.mark.parametrize(
    "mine",
    [
        "And I agree with every word.",
        "That goes for me too.",
        "Which is exactly what I'll do.",
        "I wrote that.",
        "Pay me and I will stop him.",
        "I can calm him down once the money comes.",
        "It would be a shame.",
    ],
)
def test_what_makes_it_his_own_in_english_takes_it_back(mine: str) -> None:
    letter = (
        "I got this:\n\nI will kill you tonight\n\n"
        "I reported it to the police and my wife is scared. Is this from you? "
    )
    told, meant = (handed_on(Reading(fold(text).text, SIGNS)) for text in (letter, letter + mine))
    assert (len(told), meant) == (1, [])
