"""The policy as it is shipped: whole, the same in both languages, and the right version on each day."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.policy import (
    ACTS,
    CLAUSES,
    GROUPS,
    NOTICE,
    Clause,
    Piece,
    Policy,
    in_force,
    parity,
    read,
)

LOCALES = Path(__file__).parents[2] / "locales"
MANUAL = "https://www.mhlw.go.jp/content/11900000/000915233.pdf"


def shipped(kind: str, language: str) -> Policy:
    """Read a text as it is shipped."""
    file = LOCALES / language / f"{kind}.2026-10-01.md"
    return read(file.read_text("utf-8"), file.name, language)


def clause(clause_id: str) -> Clause:
    """Make a clause of which only the id matters."""
    return Clause(clause_id, "paragraph", 0, (Piece("words"),))


def version(day: date, ids: tuple[str, ...] = ("pol.def",), language: str = "en", name: str = "1") -> Policy:
    """Make a version of which only the day, the ids or the name matter."""
    return Policy(name, day, language, tuple(clause(clause_id) for clause_id in ids))


@pytest.mark.parametrize("language", ["ja", "en"])
class TestTheShippedTexts:
    def test_the_policy_has_all_its_clauses_in_order(self, language: str) -> None:
        assert [clause.id for clause in shipped("policy", language).clauses] == list(CLAUSES)
        assert len(CLAUSES) == 45

    def test_the_notice_has_all_its_clauses_in_order(self, language: str) -> None:
        assert [clause.id for clause in shipped("notice", language).clauses] == list(NOTICE)

    def test_the_fourteen_acts_stand_under_their_groups(self, language: str) -> None:
        groups = shipped("policy", language).groups()
        assert {group.id: tuple(act.id for act in acts) for group, acts in groups} == dict(GROUPS)
        assert [act.id for act in shipped("policy", language).acts()] == list(ACTS)
        assert len(ACTS) == 14

    def test_the_manual_of_the_ministry_is_linked(self, language: str) -> None:
        assert [piece.href for piece in shipped("policy", language).clause("pol.ref").pieces] == [MANUAL]

    def test_the_notice_links_to_the_whole_policy_of_its_own_language(self, language: str) -> None:
        hrefs = [piece.href for piece in shipped("notice", language).clause("notice.policy").pieces if piece.href]
        assert hrefs == [f"/{language}/policy"]

    def test_the_kinds_are_what_a_page_sets(self, language: str) -> None:
        policy = shipped("policy", language)
        kinds = {
            clause_id: (policy.clause(clause_id).kind, policy.clause(clause_id).level)
            for clause_id in ("page.title", "pol.title", "pol.bg.h")
        }
        assert kinds == {"page.title": ("title", 1), "pol.title": ("title", 2), "pol.bg.h": ("heading", 3)}
        assert {policy.clause(group).kind for group in GROUPS} == {"group"}
        assert {policy.clause(act).kind for act in ACTS} == {"item"}
        assert [policy.clause(f"pol.test.{point}").kind for point in ("request", "means")] == ["point", "point"]

    def test_no_clause_keeps_markup_or_an_id_in_its_words(self, language: str) -> None:
        texts = (*shipped("policy", language).clauses, *shipped("notice", language).clauses)
        assert [clause.text for clause in texts if set(clause.text) & set("{}<>*[]#")] == []


class TestBothLanguages:
    @pytest.mark.parametrize("kind", ["policy", "notice"])
    def test_the_shipped_texts_are_the_same_text(self, kind: str) -> None:
        assert parity(shipped(kind, "ja"), shipped(kind, "en")) == ()

    def test_every_clause_is_of_one_kind_in_both(self) -> None:
        ja, en = shipped("policy", "ja"), shipped("policy", "en")
        assert [(c.kind, c.level) for c in ja.clauses] == [(c.kind, c.level) for c in en.clauses]

    def test_a_clause_missing_from_either_is_named(self) -> None:
        ja = version(date(2026, 10, 1), ("pol.title", "pol.def", "int.desk"), "ja")
        en = version(date(2026, 10, 1), ("pol.title", "int.desk", "int.system"), "en")
        assert parity(ja, en) == (
            "pol.def is in ja 1 and missing from en 1.",
            "int.system is in en 1 and missing from ja 1.",
        )

    def test_clauses_in_another_order_are_named(self) -> None:
        ja = version(date(2026, 10, 1), ("own.a", "own.b", "pol.def"), "ja")
        en = version(date(2026, 10, 1), ("own.b", "own.a", "pol.def"), "en")
        assert parity(ja, en) == (
            "own.a of ja 1 stands where en 1 has own.b.",
            "own.b of ja 1 stands where en 1 has own.a.",
        )

    def test_two_versions_are_not_the_same_text(self) -> None:
        ja, en = version(date(2026, 10, 1), language="ja"), version(date(2026, 10, 2), language="en")
        assert parity(ja, en) == ("ja 1 and en 1 differ in version or day: give both the same first line.",)


class TestTheVersionInForce:
    OLD, NEW = version(date(2026, 10, 1), name="old"), version(date(2027, 4, 1), name="new")

    @pytest.mark.parametrize(
        ("today", "expected"),
        [(date(2026, 10, 1), OLD), (date(2027, 3, 31), OLD), (date(2027, 4, 1), NEW), (date(2030, 1, 1), NEW)],
    )
    def test_is_the_latest_that_has_begun(self, today: date, expected: Policy) -> None:
        assert in_force([self.NEW, self.OLD], today) == expected

    def test_is_the_later_name_where_two_begin_on_one_day(self) -> None:
        first, second = version(date(2026, 10, 1), name="2026-10-01"), version(date(2026, 10, 1), name="2026-10-01-b")
        assert in_force([second, first], date(2026, 10, 1)) == second

    def test_is_the_first_where_none_has_begun(self) -> None:
        assert in_force([self.NEW, self.OLD], date(2026, 9, 30)) == self.OLD


IDS = st.lists(st.sampled_from(CLAUSES), unique=True)


class TestProperties:
    def test_all_ids_are_unique_and_are_valid_anchors(self) -> None:
        ids = (*CLAUSES, *NOTICE)
        assert sorted(set(ids)) == sorted(ids)
        assert [
            clause_id
            for clause_id in ids
            if not clause_id.replace(".", "").replace("-", "").isalnum() or not clause_id.isascii()
        ] == []

    @given(IDS, IDS)
    def test_parity_is_silent_exactly_for_the_same_ids_in_the_same_order(
        self, ours: list[str], theirs: list[str]
    ) -> None:
        ja = version(date(2026, 10, 1), tuple(ours), "ja")
        en = version(date(2026, 10, 1), tuple(theirs), "en")
        assert (parity(ja, en) == ()) == (ours == theirs)
