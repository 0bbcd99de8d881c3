"""The Japanese mails call one thing by one name."""

from pathlib import Path

import pytest

MAILS = Path(__file__).parents[2] / "locales/ja/mail"
MASKED = ("desk_care", "desk_masked", "desk_once", "desk_restricted", "desk_warning")
"""The mails that may hold a masked copy, named here, so that none can lose the sentence unseen."""


@pytest.mark.parametrize("mail", MASKED)
def test_a_mail_that_says_how_to_read_the_original_calls_the_log_by_its_name(mail: str) -> None:
    assert "原文の閲覧は、操作記録に残ります。" in (MAILS / f"{mail}.txt").read_text("utf-8")


def test_no_other_mail_says_how_to_read_the_original() -> None:
    said = {mail.stem for mail in MAILS.rglob("*.txt") if "原文の閲覧" in mail.read_text("utf-8")}
    assert said == set(MASKED)
