"""What an organisation writes of itself is read at the start; every fault is told with its file, line and remedy."""

import shutil
from pathlib import Path

import pytest

from desk import places, texts
from desk.rules.organisation import OrganisationError
from desk.rules.policy import PolicyError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(places.ORGANISATION, tmp_path / "ours.toml"))


def test_without_a_file_of_its_own_the_shipped_organisation_speaks() -> None:
    assert texts.organisation(None).name.en == "GMO Internet, Inc."


def test_a_time_zone_that_does_not_exist_is_told_with_its_line(file: Path) -> None:
    shipped = file.read_text("utf-8")
    line = shipped[: shipped.index("timezone")].count("\n") + 1
    file.write_text(shipped.replace("Asia/Tokyo", "Asia/Tokio"), "utf-8")

    with pytest.raises(OrganisationError) as refused:
        texts.organisation(file)

    assert str(refused.value) == f"{file}:{line}: timezone: there is no zone Asia/Tokio"


def test_an_organisation_file_of_another_encoding_is_told_by_name(file: Path) -> None:
    file.write_bytes(file.read_text("utf-8").encode("euc_jp", "replace"))

    with pytest.raises(OrganisationError, match=r"ours\.toml: Save it as UTF-8"):
        texts.organisation(file)


def test_an_organisation_file_that_is_a_folder_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError, match="Let this account read it"):
        texts.organisation(tmp_path)


def test_a_policy_of_another_encoding_is_told_by_name(tmp_path: Path) -> None:
    folder = shutil.copytree(places.LOCALES, tmp_path / "texts")
    path = folder / "ja" / "policy.2026-10-01.md"
    path.write_bytes(path.read_text("utf-8").encode("cp932", "replace"))

    with pytest.raises(PolicyError, match="line 1: This file cannot be read"):
        texts.policies(folder)


def test_a_version_that_stands_in_one_language_alone_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(places.LOCALES, tmp_path / "texts")
    (folder / "en" / "policy.2026-10-01.md").unlink()

    with pytest.raises(PolicyError, match="version 2026-10-01 does not stand in both ja/ and en/"):
        texts.policies(folder)
