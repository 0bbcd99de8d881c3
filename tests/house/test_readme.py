"""What the README names exists: every setting, every command, every file; and nothing that exists goes unnamed."""

import json
import re
from pathlib import Path

import pytest

from desk.commands import GROUPS, main
from desk.rules import review
from desk.settings import SECRETS, Settings
from desk.staff import tries

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
JAPANESE = (ROOT / "README.ja.md").read_text("utf-8")
OF_THE_TESTS = {"DESK_CHROMIUM", "DESK_TEST_POSTGRESQL"}


@pytest.mark.parametrize("readme", [README, JAPANESE], ids=["English", "Japanese"])
def test_every_setting_is_in_the_readme_and_every_setting_in_the_readme_exists(readme: str) -> None:
    named = set(re.findall(r"DESK_[A-Z]+(?:_[A-Z]+)*", readme)) - OF_THE_TESTS
    known = {f"DESK_{name.upper()}" for name in Settings.model_fields}

    assert known - named == set()
    assert named - known - {f"DESK_{name.upper()}_FILE" for name in SECRETS} == set()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`desk ([a-z]+(?: [a-z]+)?)", README + JAPANESE))))
def test_every_command_in_the_readme_exists(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])

    assert ended.value.code == 0
    assert f"usage: desk {command}" in capsys.readouterr().out


@pytest.mark.parametrize("readme", [README, JAPANESE], ids=["English", "Japanese"])
def test_every_command_is_in_the_readme(readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    offered = re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, re.MULTILINE)

    assert len(offered) >= len(GROUPS)
    assert [name for name in offered if f"desk {name}" not in readme] == []


def test_the_japanese_one_says_that_the_command_line_speaks_english_and_where_it_can_do_otherwise() -> None:
    said = JAPANESE.partition("## コマンド\n")[2].partition("| コマンド |")[0]
    assert "エラーや警告）は英語" in said
    assert "`--language ja`" in said


def test_both_have_the_same_commands_options_and_rows() -> None:
    english, japanese = (
        set(re.findall(r"`(desk [^`]*)`", "".join(line for line in readme.splitlines() if line.startswith("| `desk"))))
        | set(re.findall(r"^echo .*", readme, re.MULTILINE))
        for readme in (README, JAPANESE)
    )

    assert len(english) > len(GROUPS)
    assert english ^ japanese == set()


@pytest.mark.parametrize("readme", [README, JAPANESE], ids=["English", "Japanese"])
def test_it_says_of_every_role_what_it_may(readme: str) -> None:
    assert re.findall(r"^\| `([a-z]+)`", readme, re.MULTILINE) == list(review.PERMISSIONS)


@pytest.mark.parametrize(
    ("row", "command"), re.findall(r"^echo '(\{.*\})' \| desk (screen|route|repeat)$", README, re.MULTILINE)
)
def test_every_row_in_the_readme_is_one_that_its_command_reads(
    row: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rows").write_text(row, "utf-8")

    with (tmp_path / "rows").open(encoding="utf-8") as given, monkeypatch.context() as pasted:
        pasted.setattr("sys.stdin", given)
        assert main([command]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "a"
    assert main([command, "rows", "--report"]) == 0


@pytest.mark.parametrize(
    ("readme", "limits"),
    [
        (
            README,
            "Five wrong tries to sign in as one name from one address .* 20 from one address .* 50 as one .* 1,000 in",
        ),
        (JAPANESE, "同じ接続元から同じ名前で5回、同じ接続元から名前を問わず20回、.*同じ名前で50回、全体で1,000回"),
    ],
    ids=["English", "Japanese"],
)
def test_how_often_signing_in_may_be_tried_is_in_the_readme(readme: str, limits: str) -> None:
    assert re.search(limits, " ".join(readme.split()))
    assert [tries.LIMITS[limit] for limit in ("one", "codes", "address", "name", "all")] == [5, 5, 20, 50, 1000]
    assert tries.WINDOW == 5 * 60


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:site|docs|locales)/[^`<]*)`", README + JAPANESE))))
def test_every_file_the_readme_points_to_exists(path: str) -> None:
    assert (ROOT / path).exists()
