"""Every sign finds what it must, leaves what it must, and points at the exact words."""

import re
from pathlib import Path

import pytest
from own_sign import OWN

from desk import signs_files
from desk.rules.conduct import Sign, SignError, Signs, examine, load
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


SLUR = """[[sign]]
id = "a"
act = "act.insult"
any = ["slur"]
"""


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


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("language = ja", 1, "this is not TOML"),
        ('[part.x]\nword = "犬小屋"', 1, "a part needs words"),
        ('# =swan\n[part."=swan"]\nwords = "heron"', 2, "cannot begin with “=”: choose another"),
        ("\n[part]\n'=swan' = {words = 'heron'}", 3, "cannot begin with “=”: choose another"),
        ('\n[part."x y"]\nword = "犬小屋"', 2, "a part needs words"),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["=殺"]\nmatch = ["犬"]', 2, "part “=殺”: correct its name$"),
        ('\n[part.x]\nwords = "犬小屋, 猫+"', 3, "repeats without bound"),
        ('[part.x]\nwords = "犬小屋|猫小屋"', 2, "a | outside brackets"),
        ('[part.x]\nwords = "犬小屋[(（]の|猫小屋"', 2, "a | outside brackets"),
        (
            '[part.x]\nwords = "犬.小屋"',
            2,
            r"2 known characters at its beginning; a dot is any character, write \\\. for a dot",
        ),
        ('[part.x]\nwords = "あ"', 2, "needs 2 known characters"),
        ('[part.x]\nwords = "出て行け."', 2, "ends with a dot"),
        ('[part.x]\nwords = "犬小屋[ -/]猫"', 2, "cannot be read"),
        ("[part.x]\nwords = 'user\\_name'", 2, r"has a “\\_”, which is not read: write \[_\]"),
        ("[part.x]\nwords = 'cat[sx]~'", 2, "has a “~” where"),
        ('[part.x]\nwords = "出て行け??よ"', 2, r"has a “\?\?” where"),
        ('[part.x]\nwords = "(?:殴|蹴)~る"', 2, "has a “~” where"),
        ('[part.x]\nwords = "(?i:出て)行け"', 2, r"has a “\(\?” where"),
        ('[part.x]\nwords = "(犬小屋"', 2, "cannot be read"),
        ('[[sign]]\nid = "a"\nact = "act.none"\nany = ["slur"]\nmatch = ["犬"]', 2, "act must be one of"),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["nothing"]\nmatch = ["犬"]', 2, "no words are given"),
        (
            '[[sign]]\nid = "a"\nact = "act.insult"\nany = ["qqqqqq"]\nmatch = ["犬"]',
            2,
            r"no words are given for the part “qqqqqq”: correct its name, or give it words under \[part.qqqqqq\]",
        ),
        (
            '[part.heron]\nwords = "heron"\n[[sign]]\nid = "a"\nact = "act.insult"\nany = ["herron"]\nmatch = ["犬"]',
            4,
            r"no words are given for the part “herron”: write “heron”, or give it words under \[part.herron\]",
        ),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["slur/loud"]\nmatch = ["犬"]', 2, "is not a feature"),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["!slur"]\nmatch = ["犬"]', 2, "must begin with a part"),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["slur"]', 2, "match ="),
        ('[[sign]]\nid = "a"\nact = "act.insult"\ncolour = 1\nany = ["slur"]', 2, "is not a key"),
        ('[[sign]]\nid = "a"\nany = ["slur"]\nmatch = ["犬"]', 2, "either act or care"),
        ('[[sign]]\nid = "a"\nrest = true\n[[sign]]\nid = "a"\nrest = true', 2, "no sign of this id"),
        ('[[sign]]\nact = "act.insult"', 1, "needs an id"),
        ('# one\n[sign]\nid = "a"', 2, "“sign” is written"),
        ('sign = ["a"]', 1, "“sign” is written"),
        ('[part.x]\nwords = "犬小屋"\n[[signs]]\nid = "a"', 3, "“signs” is nothing that is read here"),
        ('\n[[part]]\nwords = "犬小屋"', 2, "“part” is written"),
        ('[part.x]\nwords = "犬小屋"\nword = "猫小屋"', 1, "takes nothing else"),
        ('[part.x]\nwords = "殺<x>"', 2, "a verb of no row, <x>: use <k>"),
        (f"{SLUR}match = 'のろま'", 2, "match is a list of texts"),
        (f"{SLUR}match = ['のろま']\nclear = 'のろまな亀'", 2, "clear is a list of texts"),
        (f"{SLUR}match = [5]", 2, "match is a list of texts"),
        (f"{SLUR}match = ['のろま']\ndespite = 5", 2, "despite is a list of texts"),
        (f"{SLUR}match = ['のろま']\nstrength = ['weak']", 2, "strength is a text"),
        (f"{SLUR}match = ['のろま']\ntrial = 'false'", 2, "trial is true or false, without quotes"),
        ('[[sign]]\n\nid="a"\nrest = "true"', 3, "rest is true or false, without quotes"),
        (f"{SLUR}match = ['slow you']", 2, 'write language = "en" .or "ja". at the head'),
        (f"{SLUR.replace('slur', 'slur near=abc')}match = ['のろま']", 2, "“near=abc” needs a number of characters"),
    ],
)
def test_a_bad_file_is_refused_with_its_line_and_a_remedy(text: str, line: int, says: str) -> None:
    another = '[part.slur]\nwords = "のろま"'  # in place of all that is shipped, which would be read for each of them
    with pytest.raises(SignError, match=says) as refused:
        load({"another.toml": another, "own.toml": text})
    assert ("own.toml", line) == (refused.value.file, refused.value.line)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lead's, beside which nothing is shipped: all of that would be read for each refusal."""
    monkeypatch.setattr(signs_files, "SHIPPED", tmp_path / "nothing")
    (tmp_path / "nothing").mkdir()
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


def refusal(folder: Path, text: str) -> str:
    (folder / "own.toml").write_text(text, "utf-8")
    with pytest.raises(SignError) as refused:
        signs_files.read([folder])
    return str(refused.value).removeprefix(str(folder))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (OWN.replace('["ねりきり万歳"]', '["こんにちは"]'), "example “こんにちは” is not found"),
        (OWN.replace('["ねりきり万歳"]', '["「ねりきり万歳」と言われました"]'), "is found and excused (quote)"),
        (OWN + 'clear = ["ねりきり万歳！"]', "“ねりきり万歳！” is found, but stands under clear"),
        (OWN + 'clear = ["ねりきり万歳！"]\ntrial = true', "“ねりきり万歳！” is found, but stands under clear"),
    ],
)
def test_a_sign_that_fails_its_examples_is_refused_by_line_and_name(folder: Path, wrong: str, said: str) -> None:
    told = refusal(folder, wrong)
    assert told.startswith("/own.toml, line 5, own.slogan: ")
    assert said in told


def test_a_language_that_is_none_of_ours_is_refused(folder: Path) -> None:
    assert refusal(folder, OWN.replace('"ja"', '"jp"')) == '/own.toml, line 1: language must be "ja" or "en"'


def test_a_folder_without_a_sign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SignError, match="this folder holds no sign file"):
        signs_files.read([tmp_path])


def test_the_file_that_the_documents_show_is_taken(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(language = .*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    (tmp_path / "own.toml").write_text(shown, "utf-8")
    assert "own.anger" in {sign.id for sign in signs_files.read([tmp_path]).signs}
