"""Where a desk reads around what is covered, whole words and phrases are: no letter or particle is left alone."""

import pytest

from desk.staff import phrases
from desk.staff.stretches import in_words


def covered(text: str) -> str:
    """A text in which what is found stands in brackets, with what is covered in them instead."""
    plain, found = "", list[tuple[int, int]]()
    for before, bracket, inside in (part.partition("[") for part in text.split("]")):
        plain += before + inside
        found += [(len(plain) - len(inside), len(plain))] if bracket else []
    shown, done = "", 0
    for start, end in phrases.around(plain, found):
        shown += f"{plain[done:start]}[{plain[start:end]}]"
        done = end
    return shown + plain[done:]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("You [moro]n, answer.", "You [moron], answer."),
        ("Stop bull[shit]ting me.", "Stop [bullshitting] me."),
        ("I will not [shut up] again.", "I will not [shut up] again."),
        ("お[客様の]せいにする", "[お客様の]せいにする"),
        ("恐れ入りますが、ご[返金]ください", "恐れ入りますが、[ご返金]ください"),
        ("[謹んでお]願い申し[上げます]。", "[謹んでお願い申し上げます]。"),
        ("送っ[てくださらない]なら", "[送ってくださらない]なら"),
        ("お前らを[殺し]てやるから", "お前らを[殺してやる]から"),
        ("[死ね]と言われました", "[死ね]と言われました"),
        ("[死]にたい", "[死にたい]"),
        ("[ばか]から返事がない", "[ばか]から返事がない"),
        ("予定より[20]分遅れた", "予定より[20分]遅れた"),
        ("今94[回]め", "今[94回め]"),
        ("[三千]円だけ", "[三千円]だけ"),
        ("間抜けな[男]の[顔]が見たい", "間抜けな[男の顔]が見たい"),
        ("[店長]と、[担当]は", "[店長]と、[担当]は"),
        ("[無能]な人と[会社]", "[無能な]人と[会社]"),
        ("[帰れ]\nと\n[言え]", "[帰れ]\nと\n[言え]"),
    ],
)
def test_words_and_phrases_are_covered_whole(found: str, expected: str) -> None:
    assert covered(found) == expected


@pytest.mark.parametrize(
    ("text", "scrap", "expected"),
    [
        ("至急ご確認ください", "至急", "至急"),
        ("店員のくそばばあ", "ばばあ", "くそばばあ"),
        ("階段から落とすぞ", "落", "落とすぞ"),
        ("つけ上がるな", "上", "上がるな"),
        ("なお本日中に", "本日", "本日中"),
    ],
)
def test_a_scrap_ends_where_the_next_word_begins(text: str, scrap: str, expected: str) -> None:
    start = text.index(scrap)
    assert [text[slice(*one)] for one in in_words(text, [(start, start + len(scrap))])] == [expected]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            "せいきゅうしょがにじゅうになっていますへんきんしてください[しね]よ[ばかやろう]",
            "せいきゅうしょがにじゅうになっていますへんきんしてください[しねよばかやろう]",
        ),
        ("この[かす]どもが", "この[かすども]が"),
        ("[やめ]ろと言った", "[やめろ]と言った"),
        ("[ばか]おかねをかえしてください。", "[ばか]おかねをかえしてください。"),
        ("ニジユウデスヘンキンシテクダサイ[シネ]", "ニジユウデスヘンキンシテクダサイ[シネ]"),
        ("返金しろ[ばか]", "返金しろ[ばか]"),
        ("店長の[くそ]やろうめ", "店長の[くそやろうめ]"),
        ("[役立たず]どもの集まり", "[役立たずども]の集まり"),
        ("皆[殺]されてとうぜんだとおもえ", "[皆殺されて]とうぜんだとおもえ"),
        ("酒を[飲]んで来るな", "酒を[飲んで]来るな"),
        ("お前らを[叩き]つぶしてやるぞおぼえておけ", "お前らを[叩きつぶして]やるぞおぼえておけ"),
        ("a" * 40 + "[shit]" + "b" * 40, "a" * 40 + "[shit]" + "b" * 40),
    ],
)
def test_where_no_word_ends_near_nothing_but_what_was_found_is_covered(found: str, expected: str) -> None:
    assert covered(found) == expected
