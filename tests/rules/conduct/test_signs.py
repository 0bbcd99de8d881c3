"""Every sign finds what it must, leaves what it must, and points at the exact words."""

import re
from pathlib import Path

import pytest
from own_sign import OWN

from desk import signs_files
from desk.rules.conduct import Sign, Signs, examine, load
from desk.rules.conduct.shapes import ACTS

SIGNS = signs_files.read()
LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
WRITTEN = [
    (act, text)
    for name in ("written_ja.tsv", "written_en.tsv")
    for act, text in (line.split("\t") for line in Path(__file__).with_name(name).read_text("utf-8").splitlines())
]


def ids(text: str) -> set[str]:
    found = examine({"message": text}, SIGNS)
    return {finding.sign for finding in found.findings} | {cue.sign for cue in found.care}


@pytest.mark.parametrize("sign", SIGNS.signs, ids=lambda sign: sign.id)
def test_a_sign_finds_each_of_its_examples(sign: Sign) -> None:
    assert [text for text in sign.match if sign.id not in ids(text)] == []


@pytest.mark.parametrize("sign", SIGNS.signs, ids=lambda sign: sign.id)
def test_a_sign_leaves_its_look_alikes_alone(sign: Sign) -> None:
    assert [text for text in sign.clear if sign.id in ids(text)] == []


def test_an_english_sign_is_found_in_no_japanese_words() -> None:
    """Parts of one name are one part, so a name that both languages gave by chance would mix their words."""
    own = ["殺してください。", "スライムを百匹殺してこいというクエストです。", "もう殺してくれ…"]
    japanese = [text for sign in SIGNS.signs if sign.language == "ja" for text in (*sign.match, *sign.clear)]
    found = [finding for text in (*own, *japanese) for finding in examine({"message": text}, SIGNS).findings]
    assert [one for one in found if one.sign.startswith("en.") and not LATIN.search(one.text)] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_language_has_a_sign_for_every_act(language: str) -> None:
    assert set(ACTS) == {sign.act for sign in SIGNS.signs if sign.language == language and sign.act}


def test_no_look_alike_of_the_written_texts_is_flagged() -> None:
    assert [text for act, text in WRITTEN if act == "ok" and examine({"message": text}, SIGNS).flagged] == []


def test_most_of_the_written_texts_are_flagged() -> None:
    texts = [text for act, text in WRITTEN if act != "ok"]
    assert sum(examine({"message": text}, SIGNS).flagged for text in texts) >= 0.9 * len(texts)


def test_the_words_of_a_finding_stand_where_it_says() -> None:
    for _, text in WRITTEN:
        found = examine({"subject": text, "message": f"　{text}"}, SIGNS)
        fields = {"subject": text, "message": f"　{text}"}
        for finding in (*found.findings, *(s.finding for s in found.suppressed), *found.care):
            assert finding.text == fields[finding.field][finding.start : finding.end] != ""


def test_the_same_text_always_gets_the_same_answer() -> None:
    for _, text in WRITTEN:
        assert examine({"message": text}, SIGNS) == examine({"message": text}, SIGNS)


DOCUMENT = Path(__file__).parents[3] / "docs" / "screening.md"


def with_own(text: str) -> Signs:
    """The shipped signs of Japanese, whose words need not be tried again, and a file of an operator in it."""
    shipped = {name: text for name, text in signs_files.texts().items() if name.startswith("ja")}
    return load(shipped | {"own.toml": text}, tuple(shipped))


def test_a_lead_can_add_a_sign() -> None:
    signs = with_own(OWN)
    assert [f.sign for f in examine({"message": "ねりきり万歳！"}, signs).findings] == ["own.slogan"]


def test_a_lead_can_try_a_sign_without_flagging_anyone() -> None:
    signs = with_own(OWN + "trial = true\n")
    found = examine({"message": "ねりきり万歳！"}, signs)
    assert (found.flagged, [f.sign for f in found.trial]) == (False, ["own.slogan"])


def test_a_sign_of_care_on_trial_holds_nothing_either() -> None:
    tried = OWN.replace('act = "act.insult"', 'care = "self-harm"') + "trial = true\n"
    found = examine({"message": "ねりきり万歳！"}, with_own(tried))
    assert (found.severity, found.care, [f.sign for f in found.trial]) == ("none", (), ["own.slogan"])


def test_a_sign_on_trial_sees_no_more_in_somebodys_name_than_one_in_force() -> None:
    slogan = OWN.replace("ねりきり万歳", "ねりきり")
    for text, where in ((slogan, "findings"), (slogan + "trial = true\n", "trial")):
        named, cursed = (
            examine({"name": name}, with_own(text)) for name in ("ねりきり あい", "あい ねりきり ねりきり")
        )
        assert (getattr(named, where), len(getattr(cursed, where)) > 0) == ((), True)


def test_a_sign_on_trial_that_would_be_excused_is_told_of_nowhere() -> None:
    found = examine({"message": "隣の方に「ねりきり万歳」と言われました。"}, with_own(OWN + "trial = true\n"))
    assert (found.trial, found.suppressed) == ((), ())
    assert examine({"message": "隣の方に「ねりきり万歳」と言われました。"}, with_own(OWN)).suppressed


@pytest.mark.parametrize("why", ["", 'note = "our customers are Yakuza films"\n'])
def test_a_lead_can_rest_a_shipped_sign(why: str) -> None:
    rest = f'[[sign]]\nid = "ja.threat.underworld"\nrest = true\n{why}'
    signs = with_own(rest)
    assert "ja.threat.underworld" not in {sign.id for sign in signs.signs}


def test_a_sign_that_two_files_rest_rests() -> None:
    rest = '[[sign]]\nid = "a"\nrest = true'
    shipped = (
        '[part.slur]\nwords = "のろま"\n[[sign]]\nid = "a"\nact = "act.insult"\nany = ["slur"]\nmatch = ["のろま"]'
    )
    assert load({"shipped.toml": shipped, "one.toml": rest, "two.toml": rest}).signs == ()


def test_the_file_that_the_documents_show_is_taken(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(language = .*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    (tmp_path / "own.toml").write_text(shown, "utf-8")
    assert "own.anger" in {sign.id for sign in signs_files.read([tmp_path]).signs}
