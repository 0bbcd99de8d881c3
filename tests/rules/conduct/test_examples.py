"""An operator's sign has to find its own examples and to leave its look-alikes alone, or it is refused."""

import re
from pathlib import Path

import pytest

from desk import signs_files
from desk.rules.conduct import SignError

SIGN = """language = "ja"
[part.slogan]
words = "ねりきり万歳"
[[sign]]
id = "own.slogan"
act = "act.insult"
any = ["slogan"]
match = ["ねりきり万歳"]
"""
PAGE = Path(__file__).parents[3] / "docs" / "screening.md"


def refusal(folder: Path, text: str) -> str:
    (folder / "own.toml").write_text(text, "utf-8")
    with pytest.raises(SignError) as refused:
        signs_files.read([folder])
    return str(refused.value).removeprefix(str(folder))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (SIGN.replace('["ねりきり万歳"]', '["こんにちは"]'), "example “こんにちは” is not found"),
        (SIGN.replace('["ねりきり万歳"]', '["「ねりきり万歳」と言われました"]'), "is found and excused (quote)"),
        (SIGN + 'clear = ["ねりきり万歳！"]', "“ねりきり万歳！” is found, but stands under clear"),
        (SIGN + 'clear = ["ねりきり万歳！"]\ntrial = true', "“ねりきり万歳！” is found, but stands under clear"),
    ],
)
def test_a_sign_that_fails_its_examples_is_refused_by_line_and_name(tmp_path: Path, wrong: str, said: str) -> None:
    told = refusal(tmp_path, wrong)
    assert told.startswith("/own.toml, line 5, own.slogan: ")
    assert said in told


def test_a_language_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, SIGN.replace('"ja"', '"jp"')) == '/own.toml, line 1: language must be "ja" or "en"'


def test_a_folder_without_a_sign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SignError, match="this folder holds no sign file"):
        signs_files.read([tmp_path])


def test_the_file_that_the_documents_show_is_taken(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(language = .*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (tmp_path / "own.toml").write_text(shown, "utf-8")
    assert "own.refund-dance" in {sign.id for sign in signs_files.read([tmp_path]).signs}
