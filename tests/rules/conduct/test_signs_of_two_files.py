"""Two files of an operator's own: a sign's id stands in one of them, however that is named."""

from pathlib import Path

import pytest
from own_sign import OWN, SIGN

from desk import signs_files
from desk.rules.conduct import SignError, load


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is shipped would be read for each of them."""
    monkeypatch.setattr(signs_files, "SHIPPED", tmp_path / "shipped")
    (tmp_path / "shipped").mkdir()
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(tmp_path)


def test_an_id_in_two_of_them_is_refused_with_the_files_and_lines_of_both(tmp_path: Path) -> None:
    first, second = tmp_path / "own" / "a.toml", tmp_path / "own" / "b.toml"
    first.write_text(OWN, "utf-8")
    second.write_text(OWN.replace("[[sign]]", "\n[[sign]]"), "utf-8")
    with pytest.raises(SignError) as refused:
        signs_files.read([tmp_path / "own"])
    assert str(refused.value) == (
        f"{second}, line 6, own.slogan: {first}, line 5, has a sign of this id already: choose another id, or leave "
        "one of the two out; to try a changed copy, unset DESK_SIGNS meanwhile"
    )


@pytest.mark.parametrize("names", [["own", "own/a.toml"], ["own/a.toml", "own/../own/a.toml"], ["own/a.toml", "own"]])
def test_a_file_that_is_named_twice_is_read_once(names: list[str], tmp_path: Path) -> None:
    (tmp_path / "own" / "a.toml").write_text(OWN, "utf-8")
    assert [sign.id for sign in signs_files.read([Path(name) for name in names]).signs] == ["own.slogan"]


def test_a_file_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own" / "a.toml").symlink_to(tmp_path / "own" / "a.toml")
    with pytest.raises(SignError, match="cannot be read"):
        signs_files.read([tmp_path / "own"])


def test_files_are_read_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        words = f"ねりきり{name}"
        (tmp_path / "own" / f"{name}.toml").write_text(SIGN.format(id=name, act="act.insult", words=words), "utf-8")
    names = [Path("own/c.toml"), Path("own")]
    assert [sign.id for sign in signs_files.read(names).signs] == ["c", "a", "b"]


def test_a_shipped_id_may_be_replaced_by_one_of_them_and_an_own_one_put_to_rest() -> None:
    rest = '[[sign]]\nid = "own.slogan"\nrest = true'
    shipped = {"shipped.toml": OWN}
    assert [sign.file for sign in load({**shipped, "a.toml": OWN}, ["shipped.toml"]).signs] == ["a.toml"]
    assert load({"a.toml": OWN, "b.toml": rest}).signs == ()
