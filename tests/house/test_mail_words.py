"""The Japanese mails call one thing by one name."""

from pathlib import Path

import pytest

MAILS = sorted((Path(__file__).parents[2] / "locales/ja/mail").rglob("*.txt"))


@pytest.mark.parametrize(
    "mail", [mail for mail in MAILS if "原文" in mail.read_text("utf-8")], ids=lambda mail: mail.stem
)
def test_a_mail_that_says_how_to_read_the_original_calls_the_log_by_its_name(mail: Path) -> None:
    assert "原文の閲覧は、操作記録に残ります。" in mail.read_text("utf-8")
