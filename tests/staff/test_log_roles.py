"""The log names roles in the language of whoever reads it, and nothing else of a line changes."""

from collections.abc import Callable

import pytest
from colleagues import SORA, YUKI, Colleague, Desk, hire
from reading import words
from served import Served

from desk.store import staff


@pytest.mark.parametrize(
    ("language", "auditor", "lead"), [("ja", "（監査の担当者）", "（責任者）"), ("en", " (Auditor)", " (Lead)")]
)
def test_a_role_is_called_by_its_name(
    desk: Served, at_work: Callable[..., Desk], language: str, auditor: str, lead: str
) -> None:
    person = hire(desk.context, Colleague(f"Kan Sa {language}", "auditor"))
    yuki = at_work(YUKI)
    yuki.do("/staff/people", name=f"(lead) {language} (lead)", role="auditor", language="ja")
    staff.change_role(desk.context.store, person.name, "lead", desk.context.now(), by=yuki.person.id)
    said = words(at_work(SORA, language).get("/staff/log").one("//table"))
    staff.change_role(desk.context.store, person.name, "lead", desk.context.now(), account="root")
    staff.invite(desk.context.store, f"Rei {language}", "auditor", "ja", desk.context.now(), account="root")
    said = words(at_work(SORA, language).get("/staff/log").one("//table"))
    assert f"Kan Sa {language}{lead} · root" in said
    assert f"Rei {language}{auditor} · root" in said
    for line in (f"Kan Sa {language}{auditor}", f"(lead) {language} (lead){auditor}", f"Kan Sa {language}{lead}"):
        assert line in said
