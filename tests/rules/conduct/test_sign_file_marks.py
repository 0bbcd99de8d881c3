"""What a Japanese keyboard, or a habit from elsewhere, puts into a sign file is named as that, with the remedy."""

from pathlib import Path

import pytest
from refusing import refused

from desk import signs_files
from desk.rules.conduct import SignError

SLUR = '[[sign]]\nid = "a"\nact = "act.insult"\nany = ["slur"]\nmatch = ["のろま"]\n'
BLANK, EQUALS = (
    "there stands a full-width blank: write an ordinary one",
    "there stands a full-width equals sign: write =",
)


@pytest.mark.parametrize(
    ("text", "line", "place", "says"),
    [
        ('[part.x]\nwords\u3000= "犬小屋"', 2, 'column 6 of “words\u3000= "犬小屋"”', BLANK),
        ('[part.x]\nwords =\u3000"犬小屋"', 2, "column 8 of ", BLANK),
        ('[part.x]\n\u3000words = "犬小屋"', 2, "column 1 of “\u3000words", BLANK),
        ('[part.x]\u3000\nwords = "犬小屋"', 1, "column 9 of ", BLANK),
        ('[part.x]\nwords ＝ "犬小屋"', 2, "column 7 of ", EQUALS),
        ('[part.x]\nwords＝"犬小屋"', 2, "column 6 of ", EQUALS),
        ("［part.x］", 1, "column 1 of ", "there stands a full-width bracket: write [ and ]"),
        ("[part.x]\nwords = ＂犬小屋＂", 2, "column 9 of ", 'there stands a full-width quotation mark: write "'),
        (f'{SLUR}clear = ["犬"、"猫"]', 6, "column 13 of ", "there stands a Japanese comma: write , between texts"),
        (f"{SLUR}trial = True", 6, "column 9 of ", "true is written in small letters"),
        (f"{SLUR}trial = FALSE # so", 6, "column 9 of ", "false is written in small letters"),
    ],
)
def test_a_mark_that_is_none_of_toml_is_named(text: str, line: int, place: str, says: str) -> None:
    error = refused(text)
    assert error.line == line
    assert error.remedy.startswith(f"this is not TOML ({place}")
    assert error.remedy.endswith(f"): {says}")


@pytest.mark.parametrize("words", ['""', '" "', '"""\n# 犬小屋\n"""'])
def test_a_part_whose_words_are_empty_is_refused_there(words: str) -> None:
    error = refused(f"{SLUR.replace('slur', 'x')}[part.x]\n\nwords = {words}")
    assert (error.line, error.sign) == (8, "x")
    assert error.remedy == "words is empty: write one or more, or take [part.x] away"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[signs]]\nid = "a"', "; write “[[sign]]” if that is meant"),
        ('[parts.x]\nwords = "犬小屋"', "; write “[part.name]” if that is meant"),
        ('languages = "ja"', '; write “language = "…"” if that is meant'),
    ],
)
def test_a_table_that_is_none_is_told_with_the_brackets_of_the_one_that_was_meant(text: str, says: str) -> None:
    assert refused(text).remedy.endswith(says)


@pytest.mark.parametrize(
    ("files", "named"),
    [
        (["own.TOML"], "own.TOML"),
        (["own.toml.bak"], "own.toml.bak"),
        (["own.toml.txt", "readme"], "own.toml.txt"),
        (["a.toml", "own.Toml"], "own.Toml"),
    ],
)
def test_a_file_in_a_folder_that_its_name_keeps_from_being_read_is_told(
    files: list[str], named: str, tmp_path: Path
) -> None:
    for file in files:
        (tmp_path / file).write_text("", "utf-8")
    with pytest.raises(SignError) as error:
        signs_files.read([tmp_path])
    remedy = "this is not read: its name must end with .toml, in small letters"
    assert str(error.value) == f"{tmp_path / named}: {remedy}"


def test_a_copy_that_was_set_aside_is_no_fault_beside_what_is_read(tmp_path: Path) -> None:
    for file in ("own.toml", "own.toml.bak"):
        (tmp_path / file).write_text("", "utf-8")
    assert list(signs_files.texts([tmp_path]))[-1] == str(tmp_path / "own.toml")
