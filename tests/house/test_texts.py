"""What an organisation writes of itself is read at the start; every fault is told with its file, line and remedy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desk import app, places, texts
from desk.rules.organisation import OrganisationError
from desk.rules.policy import PolicyError
from desk.rules.review import LETTERS
from desk.settings import Settings, SettingsError
from desk.store.kinds import ELSEWHERE, EMERGENCY, TO_SENDER

MAILS = sorted({*TO_SENDER, *LETTERS.values(), ELSEWHERE, EMERGENCY})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(places.ORGANISATION, tmp_path / "ours.toml"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of own texts, so far the same as the shipped ones."""
    return Path(shutil.copytree(places.LOCALES, tmp_path / "texts"))


def test_without_a_file_of_its_own_the_shipped_organisation_speaks() -> None:
    assert texts.organisation(None).name.en == "GMO Internet, Inc."


@pytest.mark.parametrize("zone", ["Asia/Tokio", "America/Argentina"])
def test_a_time_zone_that_does_not_exist_is_told_with_its_line(file: Path, zone: str) -> None:
    shipped = file.read_text("utf-8")
    line = shipped[: shipped.index("timezone")].count("\n") + 1
    file.write_text(shipped.replace("Asia/Tokyo", zone), "utf-8")

    with pytest.raises(OrganisationError) as refused:
        texts.organisation(file)

    assert str(refused.value) == f"{file}:{line}: timezone: there is no zone {zone}; {texts.ZONES}"


def test_an_organisation_file_of_another_encoding_is_told_by_name_and_line(file: Path) -> None:
    file.write_bytes("# ours\n\n# 窓口\n".encode("shift_jis"))

    with pytest.raises(OrganisationError, match=r"ours\.toml:3: Save it as UTF-8"):
        texts.organisation(file)


def test_an_organisation_file_that_is_a_folder_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError, match="Let this account read it"):
        texts.organisation(tmp_path)


@pytest.mark.parametrize(("kind", "read"), [("policy", texts.policies), ("notice", texts.notices)])
def test_a_text_of_another_encoding_is_told_by_name_and_line(
    own: Path, kind: str, read: Callable[[Path], object]
) -> None:
    (path,) = (own / "ja").glob(f"{kind}.*.md")
    path.write_bytes(path.read_bytes() + "\n窓口\n".encode("cp932"))
    last = path.read_bytes().count(b"\n")

    with pytest.raises(PolicyError, match=rf"^{path}, line {last}: This file cannot be read"):
        read(own)


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


THANKS = "Subject: Yours\n\nThank you.\n"


@pytest.mark.parametrize(
    ("mail", "written", "said"),
    [
        (
            "acknowledgement",
            THANKS + "{{ inquiry.mesage }}",
            "line 4: there is no inquiry.mesage. Allowed are .*message",
        ),
        ("acknowledgement", THANKS + "{{ service.name }}", "line 4: .*has no attribute 'name'. This letter has "),
        ("acknowledgement", THANKS + '{% include "nope.txt" %}', "line 4: there is no text nope.txt. Put it below"),
        ("acknowledgement", "Thank you.\n", "line 1: the subject is missing. Begin the text with a line"),
        ("acknowledgement", "Subject:\n\nThank you.\n", "line 1: the subject is missing"),
        (
            "acknowledgement",
            "{% if outcome %}Subject: Yours{% endif %}\n\nThank you.\n",
            "line 1: the subject is missing",
        ),
        ("acknowledgement", THANKS + "{{ business_days / 0 }}", "line 4: division by zero"),
        ("desk", THANKS + "{% if not outcome %}{{ outcome.name }}{% endif %}", "line 4: .*None.* has no attribute"),
        ("referral", THANKS + "{% if service.operator == 'X' %}{{ service.adress }}{% endif %}", "no service.adress"),
    ],
)
def test_a_text_is_filled_in_as_its_letters_are_before_any_is_due(
    own: Path, mail: str, written: str, said: str
) -> None:
    (own / "en" / "mail" / f"{mail}.txt").write_text(written, "utf-8")

    with pytest.raises(SettingsError, match=f"DESK_LOCALES: .*en/mail/{mail}.txt, .*{said}"):
        texts.check_mails(own)


def test_a_text_may_take_in_another_one_of_its_folder(own: Path) -> None:
    (own / "en" / "mail" / "thanks.inc").write_text("Thank you, {{ organisation }}.")
    (own / "en" / "mail" / "desk.txt").write_text('Subject: Yours\n\n{% include "en/mail/thanks.inc" %}')

    texts.check_mails(own)


def test_a_part_of_another_encoding_is_told_by_its_own_name(own: Path) -> None:
    part = own / "ja" / "mail" / "parts" / "care.txt"
    part.write_bytes(part.read_text("utf-8").encode("cp932", "replace"))

    with pytest.raises(SettingsError, match=rf"^DESK_LOCALES: {part} cannot be read\. Save it as UTF-8$"):
        texts.check_mails(own)


def test_a_fault_of_a_policy_is_told_with_its_folder_and_line(own: Path) -> None:
    path = own / "en" / "policy.2026-10-01.md"
    path.write_text(path.read_text("utf-8").replace(" {#ext.refuse}", " {#ext.refuses}"), "utf-8")

    with pytest.raises(PolicyError, match=rf"^{path}, line [0-9]+: There is no clause ext\.refuses"):
        texts.policies(own)


def test_a_clause_of_one_language_alone_is_told_where_it_stands(own: Path) -> None:
    path = own / "en" / "policy.2026-10-01.md"
    text = path.read_text("utf-8")
    path.write_text(f"{text}\nMore. {{#own.more}}\n", "utf-8")

    with pytest.raises(PolicyError) as refused:
        texts.policies(own)

    last = text.count("\n") + 2
    said = "own.more is in en 2026-10-01 and missing from ja 2026-10-01. Mend one of the two"
    assert str(refused.value) == f"{path}, line {last}: {said}"


def test_no_desk_starts_without_the_text_of_a_letter(own: Path, tmp_path: Path) -> None:
    (own / "ja" / "mail" / "refusal.txt").unlink()
    settings = Settings(_env_file=None, data=tmp_path / "data", locales=own)
    settings.prepare_data()

    with pytest.raises(SettingsError, match=r"lacks ja/mail/refusal\.txt"):
        app.create(settings)


@pytest.mark.parametrize(("language", "brackets"), [("ja", "【{}】"), ("en", "[{}] ")])
def test_every_letter_says_first_whom_it_is_from_or_for_in_the_brackets_of_its_language(
    language: str, brackets: str
) -> None:
    begun = tuple(f"Subject: {brackets.format(name)}" for name in ("{{ organisation }}", "{{ desk }}"))
    letters = list((places.LOCALES / language / "mail").glob("*.txt"))
    assert len(letters) == len(MAILS)
    assert [path.name for path in letters if not path.read_text("utf-8").startswith(begun)] == []
