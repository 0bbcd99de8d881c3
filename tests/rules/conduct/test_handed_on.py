"""Words of somebody else that a victim hands on are not the writer's; nothing that he makes his own is handed on."""

from pathlib import Path

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine, load
from desk.rules.conduct.handed_on import blanked, handed_on
from desk.rules.conduct.scan import Reading
from desk.rules.normalise import fold

pytestmark = pytest.mark.usefixtures("known_sentences")

SIGNS, MODEL = signs_files.read(), signs_files.model()

# A name, the words that are handed on, and the letter they stand in; lines end with \\n.
ROWS = [
    line.replace("\\n", "\n").split("\t")
    for line in Path(__file__).with_name("handed_on.tsv").read_text("utf-8").splitlines()
]
VICTIMS = {name: (letter, words) for name, words, letter in ROWS}
each_victim = pytest.mark.parametrize(("text", "words"), VICTIMS.values(), ids=VICTIMS)
JA, EN = (VICTIMS[name][0].rpartition("\n")[2] for name in ("ja-frame", "en-frame"))


def examined(text: str) -> Examination:
    return examine({"message": text}, SIGNS, MODEL)


def stretches(text: str) -> list[str]:
    folded = fold(text)
    return [text[slice(*folded.span(*one))] for one in handed_on(Reading(folded.text, SIGNS))]


@each_victim
def test_what_a_victim_hands_on_is_not_held_for(text: str, words: str) -> None:
    found = examined(text.format(words))
    assert (found.flagged, found.findings) == (False, ())
    assert "quote" in {one.reason for one in found.suppressed}


@each_victim
def test_these_words_and_no_others_are_handed_on(text: str, words: str) -> None:
    found = stretches(text.format(words))
    assert "".join("".join(found).split()).strip("「」") == "".join(words.split()).strip("「」")


@each_victim
def test_the_line_ends_of_a_browser_change_nothing(text: str, words: str) -> None:
    sent = text.format(words).replace("\n", "\r\n")
    assert "".join("".join(stretches(sent)).split()) == "".join("".join(stretches(text.format(words))).split())


def test_the_words_by_themselves_are_held() -> None:
    assert [words for _, words in VICTIMS.values() if not examined(words).flagged] == []


def test_what_is_set_aside_is_shown_where_it_stands() -> None:
    text, words = VICTIMS["en-paragraph"]
    letter = text.format(words)
    found = examined(letter)
    assert found.suppressed
    for one in found.suppressed:
        assert one.reason == "quote"
        assert one.finding.text == letter[one.finding.start : one.finding.end] != ""


def test_an_opinion_of_words_that_are_handed_on_is_set_aside_with_its_wording() -> None:
    text, words = VICTIMS["en-frame"]
    found = examined(text.format(words))
    assert found.opinion is not None
    assert not found.opinion.unusual
    assert ("(wording)", "quote") in {(one.finding.sign, one.reason) for one in found.suppressed}


def test_an_opinion_of_the_rest_stands_with_its_words() -> None:
    text, words = VICTIMS["en-paragraph"]
    letter = text.format(words) + "\n\nAnd your girl on the phone is a worthless cow who should be whipped in public."
    found = examined(letter)
    assert found.flagged
    assert found.opinion is not None
    assert all(one.text == letter[one.start : one.end] for one in found.opinion.words)


def test_despair_and_danger_stay_heard_whoever_says_them() -> None:
    letter = "夫からメールが届きました。\n\nここから\n子どもを返さないなら二人とも殺して俺も死ぬ。\nここまで\n\n" + JA
    found = examined(letter)
    assert (found.flagged, found.severity) == (False, "emergency")
    assert {cue.care for cue in found.care} & {"self-harm", "danger"}


def test_what_is_blanked_keeps_the_place_of_all_else() -> None:
    text, words = VICTIMS["ja-paragraph"]
    letter = text.format(words)
    start = letter.index(words)
    assert blanked(letter, SIGNS, violent=True) == letter.replace(words, " " * len(words))
    assert start == letter.index(words)


@pytest.mark.parametrize(
    ("announced", "violent", "milder", "behind", "told"),
    [
        (
            "店あてにメールが届きました。原文のまま貼ります。",
            "今夜、店に火をつけて殺してやる。包丁も買った。",
            "録画した映像をお前の知り合い全員に送る。嫌なら二十万円を払え。",
            "妻も娘も怖がっていて、昨夜は眠れませんでした。御社が出したものなのかどうか、調べてください。",
            "警察署に届けました。",
        ),
        (
            "I got this e-mail last night, word for word:",
            "I will burn your shop down and stab you tonight.",
            "I know where you live. You will be sorry.",
            "My wife is scared. Is this really from you? Please look into it and keep the logs for us.",
            "I have reported it to the police.",
        ),
    ],
)
def test_violence_that_nobody_told_the_police_of_is_read_first_whoever_says_it(
    announced: str, violent: str, milder: str, behind: str, told: str
) -> None:
    def held(words: str, end: str) -> bool:
        return examined(f"{announced}\n\n{words}\n\n{behind} {end}").flagged

    assert (held(violent, ""), held(violent, told), held(milder, "")) == (True, False, False)


def test_lines_of_a_chat_that_the_writer_says_are_his() -> None:
    chat = "22:10 黒猫 お前を殺す\n22:11 私 お前こそ刺し殺してやる\n22:12 黒猫 家に火をつけるぞ"
    found = stretches("チャットの記録を貼ります。\n\n" + chat + "\n\n" + JA)
    assert found == ["22:10 黒猫 お前を殺す", "22:12 黒猫 家に火をつけるぞ"]


def test_so_is_what_he_says_in_quotation_marks() -> None:
    chat = "黒猫「お前を殺す」\n私「お前こそ刺し殺してやる」\n黒猫「家に火をつけるぞ」"
    found = stretches("ログを写します。\n\n" + chat + "\n\n" + JA)
    assert [one for one in found if "刺し殺" in one] == []
    assert ["".join(found).count(words) for words in ("お前を殺す", "家に火を")] == [1, 1]


def test_an_operator_adds_words_that_announce() -> None:
    letter = "矢文が庭に刺さっていました。\n\nお前を殺す。今夜行く\n\n" + JA
    own = '[part.handed]\nwords = "矢文が(?:…)?刺さ"\n'
    shipped = signs_files.texts()
    signs = load(shipped | {"own.toml": own}, tuple(shipped))
    assert (stretches(letter), handed_on(Reading(fold(letter).text, signs)) != []) == ([], True)


@pytest.mark.parametrize(
    "text",
    [
        "メールが届きません。\n\n三回送り直しましたが同じです。\n\n" + JA,
        "商品が届きました。\n\n箱がつぶれていて、中の皿が割れていました。\n\n" + JA,
        "I got this blender in May.\n\nIt broke after a week and smells of smoke.\n\n" + EN,
    ],
)
def test_ordinary_letters_hand_nothing_on(text: str) -> None:
    assert stretches(text) == []
