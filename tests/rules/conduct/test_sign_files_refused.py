"""A sign file that cannot be used is refused: by its line, with what is written there, and with the remedy."""

import re
from pathlib import Path

import pytest
from own_sign import OWN
from refusing import refused

from desk import signs_files
from desk.rules.conduct import SignError

SLUR = """[[sign]]
id = "a"
act = "act.insult"
any = ["slur"]
"""
FULL = f'{SLUR}match = ["のろま"]\n'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("language = ja", 1, "this is not TOML"),
        ('[part.x]\nword = "犬小屋"', 2, "“word” is not a key of a part: .*; write “words” if that is meant"),
        ('# =swan\n[part."=swan"]\nwords = "heron"', 2, "cannot begin with “=”: choose another"),
        ("\n[part]\n'=swan' = {words = 'heron'}", 3, "cannot begin with “=”: choose another"),
        ('\n[part."x y"]\nword = "犬小屋"', 3, "a part needs words"),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["=殺"]\nmatch = ["犬"]', 4, "part “=殺”: correct its name$"),
        ('\n[part.x]\nwords = "犬小屋, 猫+"', 3, "repeats without bound"),
        ('[part.x]\nwords = "犬小屋|猫小屋"', 2, "a | outside brackets"),
        ('[part.x]\nwords = "犬小屋[(（]の|猫小屋"', 2, "a | outside brackets"),
        ('[part.x]\nwords = "出るとこ出るぞ、弁護士呼ぶぞ"', 2, "a “、”, which sets no words apart"),
        ('[part.x]\nwords = "出るとこ出るぞ 弁護士呼ぶぞ"', 2, "a “ ”, which sets no words apart"),
        (
            '[part.x]\nwords = "犬.小屋"',
            2,
            r"2 known characters at its beginning: begin with .*; a dot is any character, write \\\. for a dot",
        ),
        ('[part.x]\nwords = "あ"', 2, "needs 2 known characters"),
        (
            '[part.x]\nwords = "駅"',
            2,
            "“駅” is too short .write it with what stands beside it, .*: 駅員, 駅前. and needs 2",
        ),
        ('[part.x]\nwords = "出て行け."', 2, "ends with a dot"),
        ('[part.x]\nwords = "犬小屋[ -/]猫"', 2, "cannot be read"),
        ("[part.x]\nwords = 'user\\_name'", 2, r"has a “\\_”, which is not read: write \[_\]"),
        ("[part.x]\nwords = 'cat[sx]~'", 2, "has a “~” where"),
        ('[part.x]\nwords = "出て行け??よ"', 2, r"has a “\?\?” where"),
        ('[part.x]\nwords = "(?:殴|蹴)~る"', 2, "has a “~” where"),
        ('[part.x]\nwords = "(?i:出て)行け"', 2, r"has a “\(\?” where"),
        ('[part.x]\nwords = "(犬小屋"', 2, "cannot be read"),
        ('[[sign]]\nid = "a"\nact = "act.none"\nany = ["slur"]\nmatch = ["犬"]', 3, "act must be one of"),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["nothing"]\nmatch = ["犬"]', 4, "no words are given"),
        (
            '[[sign]]\nid = "a"\nact = "act.insult"\nany = ["qqqqqq"]\nmatch = ["犬"]',
            4,
            r"no words are given for the part “qqqqqq”: correct its name, or give it words under \[part.qqqqqq\]",
        ),
        (
            '[part.heron]\nwords = "heron"\n[[sign]]\nid = "a"\nact = "act.insult"\nany = ["herron"]\nmatch = ["犬"]',
            6,
            r"no words are given for the part “herron”: write “heron”, or give it words under \[part.herron\]",
        ),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["slur/loud"]\nmatch = ["犬"]', 4, "is not a feature"),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["!slur"]\nmatch = ["犬"]', 4, "must begin with a part"),
        ('[[sign]]\nid = "a"\nact = "act.insult"\nany = ["slur"]', 2, "match ="),
        ('[[sign]]\nid = "a"\nact = "act.insult"\ncolour = 1\nany = ["slur"]', 4, "is not a key"),
        ('[[sign]]\nid = "a"\nany = ["slur"]\nmatch = ["犬"]', 2, "either act or care"),
        ('[[sign]]\nid = "a"\nrest = true\n[[sign]]\nid = "a"\nrest = true', 2, "no sign of this id"),
        ('[[sign]]\nact = "act.insult"', 1, "needs an id"),
        ('# one\n[sign]\nid = "a"', 2, "“sign” is written"),
        ('sign = ["a"]', 1, "“sign” is written"),
        ('[part.x]\nwords = "犬小屋"\n[[signs]]\nid = "a"', 3, "“signs” is nothing that is read here"),
        ('\n[[part]]\nwords = "犬小屋"', 2, "“part” is written"),
        ('[part.x]\nwords = "犬小屋"\nword = "猫小屋"', 3, "takes nothing else"),
        ('[part.x]\nwords = "殺<x>"', 2, "a verb of no row, <x>: use <k>"),
        (f"{SLUR}match = 'のろま'", 5, 'match is a list of texts, .*, not "のろま"$'),
        (f"{SLUR}match = ['のろま']\nclear = 'のろまな亀'", 6, 'clear is a list of texts, .*, not "のろまな亀"$'),
        (f"{SLUR}match = [5]", 5, "match is a list of texts, .*, not 5$"),
        (f"{SLUR}match = ['のろま']\ndespite = 5", 6, "despite is a list of texts, .*, not 5$"),
        (f"{SLUR}match = ['のろま']\nstrength = ['weak']", 6, r'strength is a text: "…", not \["weak"\]$'),
        (f"{SLUR}match = ['のろま']\ntrial = 'false'", 6, 'trial is true or false, without quotes, not "false"$'),
        ('[[sign]]\n\nid="a"\nrest = "true"', 4, "rest is true or false, without quotes"),
        (f"{SLUR}match = ['slow you']", 5, 'write language = "en" .or "ja". at the head'),
        (f"{SLUR.replace('slur', 'slur near=abc')}match = ['のろま']", 4, "“near=abc” needs a number of characters"),
    ],
)
def test_a_bad_file_is_refused_with_its_line_and_a_remedy(text: str, line: int, says: str) -> None:
    error = refused(text)
    assert re.search(says, str(error))
    assert (error.file, error.line) == ("own.toml", line)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (f'{FULL}strength = "storng"', 6, 'strong, medium, weak, not "storng"; write “strong” if that is meant'),
        (f'{FULL}severity = "urgent"', 6, 'severity must be one of low, medium, high, emergency, not "urgent"'),
        (f'{FULL}despite = [\n"quote",\n"repot",\n]', 8, 'topic, not "repot"; write “report” if that is meant'),
        (f'{FULL}strenght = "weak"', 6, "strength, trial; write “strength” if that is meant"),
        (f'{FULL}language = "en"', 6, "at the head of the file, above every [part.…] and [[sign]]"),
        (f'{FULL}care = "danger"', 6, 'give either act or care, not both: "danger" goes into a sign of its own'),
        (FULL.replace('"act.insult"', '"insult"'), 3, 'not "insult"; write “act.insult” if that is meant'),
        (FULL.replace('act = "act.insult"', 'care = "selfharm"'), 3, "write “self-harm” if that is meant"),
        (FULL.replace('"slur"', '"slur", # "slur/wil"\n  "slur/wil"'), 5, "will, you; write “will” if that is meant"),
        (FULL.replace('"slur"', '"slur|"'), 4, "write part, one|other or part/feature, without blanks"),
        (FULL.replace('"slur"', '"slur far=9"'), 4, "use near=40 or wide=90, or the name of a part"),
        (FULL.replace('"slur"', '"slur near=99999"'), 4, "a number of characters, 1 to 9999, as in near=40"),
        (FULL.replace('"slur"', ""), 4, "any is empty: a sign needs any = [patterns]"),
        (SLUR, 2, "a sign needs match = [examples that must be found]"),
        (FULL.replace('"のろま"', '"のろま",\n5'), 5, 'match is a list of texts, none of them empty: ["…"], not 5'),
        (FULL.replace('"a"', '""'), 2, 'every sign needs an id: write id = "own.name"'),
        (FULL + FULL, 7, "this id is used twice in the file, in line 2 already: choose another"),
        (f'{FULL}[[sign]]\nid = "aa"\nrest = true', 7, "to be rested; write “a” if that is meant"),
        ('[[sign]]\nid = "a"\nrest = false', 2, "; a sign that is switched off has id and rest = true alone"),
    ],
)
def test_what_is_wrong_in_a_sign_is_told_at_its_own_line_and_as_it_is_written(text: str, line: int, says: str) -> None:
    error = refused(text)
    assert (error.line, error.remedy[-len(says) :]) == (line, says)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('[part]\nx = "犬小屋"', 2, 'not "犬小屋": write [part.x], and the words on the next line'),
        ('[part.x]\nwords = ["犬小屋"]', 2, 'a text in which a comma stands between two of them, not ["犬小屋"]'),
        (
            '[part.x]\nwords = "犬小屋"\nlanguage = "ja"',
            3,
            "at the head of the file, above every [part.…] and [[sign]]",
        ),
        ("[part.x]", 1, 'a part needs words = "…" and takes nothing else'),
        ('[part.x]\nwords = """\n[犬猫]小屋\n[part.y]小屋\n犬小屋+"""', 5, "or spell the repetition out"),
        ('# あ\n[part.x]\nwords = "あの犬"\n[part.y]\nwords = """犬小屋\nあ"""', 6, "letters, sets or alternatives"),
        ('[part.x]\nwords = """犬小屋\n犬小屋\\\\_"""', 3, "which is not read: write [_]"),
        ('# ろ\n[spelling]\n"ろろ" = "殺"\n"ろ" = "殺"', 4, "letters, sets or alternatives"),
        ('[spelling]\n"ころす" = ["殺す"]', 2, 'what “ころす” is read as is a text: "…", not ["殺す"]'),
        ('spelling = {"ころす" = ""}', 1, 'what “ころす” is read as is a text: "…", not ""'),
        ('[part.x]\nwords = "犬小屋)"', 2, "one that is meant itself is written [)]"),
        ('[part.x]\nwords = "(?P犬小屋)"', 2, "see the notation in words.py"),
        ('[part.x]\nwords = "犬"\n\n[[sgin]]', 4, "[spelling], [[sign]]; write “[[sign]]” if that is meant"),
        ("sign = [{id = 'a', rest = 'true'}]", 1, 'rest is true or false, without quotes, not "true"'),
    ],
)
def test_what_is_wrong_in_words_is_told_at_the_line_of_the_word(text: str, line: int, says: str) -> None:
    error = refused(text)
    assert (error.line, error.remedy[-len(says) :]) == (line, says)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (f"{FULL}strength = weak", 6, "(column 12 of “strength = weak”): a text stands in straight quotation marks"),
        (f'{FULL}note = "a\n', 6, '(column 10 of “note = "a”): a text ends on its line'),
        (f'{FULL}note = """a\n\n[[sign]]\n', 6, '(“note = """a”): a text ends with the quotation marks'),
        (f"{FULL}note = 'a\nclear = ['犬']", 6, "(column 10 of “note = 'a”): a text ends on its line"),
        (f'[part.x]\nwords = """犬小屋"""\n{FULL}note = "a', 8, '(“note = "a”): a text ends with the quotation marks'),
        (f"{FULL}note = 'a\ntrial = true", 6, "(“note = 'a”): a text ends with the quotation marks"),
        (f'{FULL}clear = ["a"\n\n', 6, '(“clear = ["a"”): a list that begins with [ ends with ]'),
        (f'{FULL}act = "act.threat"\n', 6, "it is said before, and once is enough"),
        ('[part.x]\nwords = "犬小屋"\n[part.x]', 3, "it has begun before: write it in one place"),
        (
            '[part.犬]\nwords = "犬小屋"',
            1,
            "a name that has more than a-z, A-Z, 0-9, - and _ stands in quotation marks",
        ),
        ("language = 'ja'\nnote = '\x1b[2J'", 2, "(column 9 of “note = '�[2J'”): Found invalid character '\\x1b'"),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_the_line_as_it_is_written(text: str, line: int, says: str) -> None:
    error = refused(text)
    assert error.line == line
    assert error.remedy.startswith("this is not TOML (")
    assert says in error.remedy


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
    ("wrong", "line", "said"),
    [
        (OWN.replace('["ねりきり万歳"]', '["こんにちは"]'), 8, "example “こんにちは” is not found"),
        (OWN.replace('["ねりきり万歳"]', '[\n"ねりきり万歳",\n"おはよう"]'), 10, "example “おはよう” is not found"),
        (OWN.replace('["ねりきり万歳"]', '["「ねりきり万歳」と言われました"]'), 8, "is found and excused (quote)"),
        (OWN + 'clear = ["ねりきり万歳！"]', 9, "“ねりきり万歳！” is found, but stands under clear"),
        (
            OWN + 'clear = [\n"菓子",\n"ねりきり万歳！"]\ntrial = true',
            11,
            "“ねりきり万歳！” is found, but stands under",
        ),
    ],
)
def test_a_sign_that_fails_its_examples_is_refused_by_line_and_name(
    folder: Path, wrong: str, line: int, said: str
) -> None:
    told = refusal(folder, wrong)
    assert told.startswith(f"/own.toml, line {line}, own.slogan: ")
    assert said in told


def test_a_language_that_is_none_of_ours_is_refused(folder: Path) -> None:
    assert refusal(folder, OWN.replace('"ja"', '"jp"')) == '/own.toml, line 1: language must be "ja" or "en", not "jp"'


def test_a_folder_without_a_sign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SignError, match="this folder holds no sign file"):
        signs_files.read([tmp_path])


def test_a_file_that_is_not_there_is_to_be_named_otherwise(tmp_path: Path) -> None:
    with pytest.raises(SignError, match=r"no\.toml: the file cannot be read \(No such file.*\): correct its name$"):
        signs_files.read([tmp_path / "no.toml"])
