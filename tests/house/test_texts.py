"""What an organisation writes of itself is read at the start; every fault is told with its file, line and remedy."""

import shutil
from pathlib import Path

import pytest

from desk import app, places, texts
from desk.delivery.post import TO_SENDER
from desk.rules.organisation import OrganisationError
from desk.rules.policy import PolicyError
from desk.rules.review import LETTERS
from desk.settings import Settings, SettingsError

MAILS = sorted({*TO_SENDER, *LETTERS.values()})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(places.ORGANISATION, tmp_path / "ours.toml"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of own texts, so far the same as the shipped ones."""
    return Path(shutil.copytree(places.LOCALES, tmp_path / "texts"))


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


def test_a_policy_of_another_encoding_is_told_by_name(own: Path) -> None:
    path = own / "ja" / "policy.2026-10-01.md"
    path.write_bytes(path.read_text("utf-8").encode("cp932", "replace"))

    with pytest.raises(PolicyError, match="line 1: This file cannot be read"):
        texts.policies(own)


def test_a_version_that_stands_in_one_language_alone_is_refused(own: Path) -> None:
    (own / "en" / "policy.2026-10-01.md").unlink()

    with pytest.raises(PolicyError, match="version 2026-10-01 does not stand in both ja/ and en/"):
        texts.policies(own)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", MAILS)
def test_a_folder_of_own_texts_without_the_text_of_a_letter_is_refused(own: Path, kind: str, language: str) -> None:
    (own / language / "mail" / f"{kind}.txt").unlink()

    with pytest.raises(SettingsError) as refused:
        texts.check_mails(own)

    said = f"{own} lacks {language}/mail/{kind}.txt. Put each there (the shipped folder {places.LOCALES} shows how)"
    assert str(refused.value) == f"DESK_LOCALES: {said}, or take the setting away"


def test_the_texts_of_letters_that_are_all_there_are_taken(own: Path) -> None:
    (own / "en" / "mail" / "referral.txt").write_text("Subject: Yours\n\nPlease see {{ service.contact }}.")

    texts.check_mails(own)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"Subject: {{ reciept }}\n\nThank you.", "desk.txt names reciept. Allowed are .*receipt"),
        (b"Subject: Yours\n\n{% if outcome %}Thank you.", "desk.txt, line 3: Unexpected end of template"),
        ("Subject: 受付".encode("cp932"), "desk.txt cannot be read. Save it as UTF-8"),
    ],
)
def test_a_text_that_would_fail_every_letter_is_refused_by_name(own: Path, written: bytes, said: str) -> None:
    (own / "ja" / "mail" / "desk.txt").write_bytes(written)

    with pytest.raises(SettingsError, match=f"DESK_LOCALES: .*{said}"):
        texts.check_mails(own)


def test_no_desk_starts_without_the_text_of_a_letter(own: Path, tmp_path: Path) -> None:
    (own / "ja" / "mail" / "refusal.txt").unlink()
    settings = Settings(_env_file=None, data=tmp_path / "data", locales=own)
    settings.prepare_data()

    with pytest.raises(SettingsError, match=r"lacks ja/mail/refusal\.txt"):
        app.create(settings)
