"""Two accounts that one person may hold do not sign together, and the page says where nobody else could."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from datetime import timedelta

import pytest
from colleagues import HANA, PASSWORD, SECRET, SORA, YUKI, Colleague, Desk, arrived, hire
from deciding import HARSH, UNREASONABLE, at, decide, sign, state
from served import Served

from desk.staff import passwords
from desk.store import reviews, staff
from desk.store.people import Staff

LIZ = Colleague("Liz", "lead")
NOBODY = "//p[@id='nobody-signs']"


@pytest.fixture
def seat() -> Iterator[Callable[[Served, Staff], Desk]]:
    """Opens a browser for somebody who has just signed in."""
    with ExitStack() as browsers:
        yield lambda desk, person: browsers.enter_context(Desk(desk.origin, desk.context, person))


@pytest.fixture
def hires(desk: Served, seat: Callable[[Served, Staff], Desk]) -> Callable[[Colleague], Desk]:
    """Hires one more of a role, and lets them sit down."""
    return lambda who: seat(desk, hire(desk.context, replace(who, name=f"{who.name} {secrets.token_hex(3)}")))


def reset(whose: Desk, by: Desk | None, *, days: int = 0) -> None:
    """Take an account's credentials away, and have its new link used; `by` nobody: on the command line."""
    context, then = whose.context, whose.context.now() - timedelta(days=days)
    how = {"by": by.person.id} if by else {"account": "root"}
    token = staff.reset(context.store, whose.person.name, then, **how)
    enrolled = staff.enrol(context.store, token, passwords.hash_now(PASSWORD), SECRET, then)
    assert enrolled is not None
    whose.person = enrolled


def signs(signer: Desk, receipt: str) -> bool:
    """Whether somebody can sign, by the page and by what becomes of a form that is sent all the same."""
    with Desk(signer.origin, signer.context, signer.person) as again:  # a reset ends what was open
        page = again.get(at(receipt))
        if page.all("//form[@id='signature']"):
            return sign(again, receipt, agrees="yes").status_code == 303
        assert "do not count as two persons" in page.said("one-hand")
        case = reviews.case(again.context.store, receipt)
        assert case is not None
        for agrees in ("yes", ""):
            refused = again.shown(f"{at(receipt)}/signatures", 409, agrees=agrees, confirms=case.decisions[-1].id)
            assert "Another lead has to sign." in refused.said("remark")
    return state(signer.context, receipt) != "escalated"


def refused_by(first: Desk, receipt: str) -> str:
    first.do(f"{at(receipt)}/claims")
    decide(first, receipt, **UNREASONABLE, outcome="refusal", reason="脅迫")
    return receipt


class TestAnAccountSomebodyReset:
    def test_it_does_not_sign_what_they_decided_and_another_does(
        self, hires: Callable[[Colleague], Desk], at_work: Callable[..., Desk], held: str
    ) -> None:
        yuki, liz = hires(YUKI), hires(SORA)
        refused_by(yuki, held)
        reset(liz, yuki)
        assert not signs(liz, held)
        assert signs(at_work(SORA), held)

    def test_nor_do_they_sign_what_it_decided(
        self, desk: Served, seat: Callable[[Served, Staff], Desk], hires: Callable[[Colleague], Desk], held: str
    ) -> None:
        yuki, hana = hires(YUKI), hires(HANA)
        reset(hana, yuki)
        refused_by(seat(desk, hana.person), held)
        assert not signs(yuki, held)

    def test_nor_by_way_of_a_third_account(self, hires: Callable[[Colleague], Desk], held: str) -> None:
        yuki, between, liz = hires(YUKI), hires(YUKI), hires(SORA)
        refused_by(yuki, held)
        reset(between, yuki)
        reset(liz, between)
        assert not signs(liz, held)

    def test_it_signs_what_others_decided(self, hires: Callable[[Colleague], Desk], held: str) -> None:
        yuki, hana, liz = hires(YUKI), hires(HANA), hires(SORA)
        refused_by(hana, held)
        reset(liz, yuki)
        assert signs(liz, held)

    @pytest.mark.parametrize("by", ["another", "the command line"])
    def test_once_another_has_reset_it_it_signs(self, hires: Callable[[Colleague], Desk], held: str, by: str) -> None:
        yuki, liz = hires(YUKI), hires(SORA)
        refused_by(yuki, held)
        reset(liz, yuki)
        reset(liz, hires(YUKI) if by == "another" else None)
        assert signs(liz, held)

    def test_after_14_days_it_signs(self, hires: Callable[[Colleague], Desk], held: str) -> None:
        yuki, liz = hires(YUKI), hires(SORA)
        refused_by(yuki, held)
        reset(liz, yuki, days=15)
        assert signs(liz, held)


class TestAnAccountSomebodyInvited:
    def test_it_does_not_sign_what_they_decided(
        self, desk: Served, seat: Callable[[Served, Staff], Desk], hires: Callable[[Colleague], Desk], held: str
    ) -> None:
        yuki, name = hires(YUKI), f"Liz (lead) {secrets.token_hex(3)}"
        refused_by(yuki, held)
        store, now = desk.context.store, desk.context.now()
        token = staff.invite(store, name, "lead", "en", now, by=yuki.person.id)
        liz = staff.enrol(store, token, passwords.hash_now(PASSWORD), SECRET, now)
        assert liz is not None
        assert not signs(seat(desk, liz), held)


class TestNobodyElse:
    @pytest.fixture
    def alone(self, serve: Callable[..., AbstractContextManager[Served]]) -> Iterator[Served]:
        """A desk of its own, where nobody works yet."""
        with serve() as desk:
            yield desk

    def test_the_page_says_so_before_a_grave_outcome_and_while_it_waits(
        self, alone: Served, seat: Callable[[Served, Staff], Desk]
    ) -> None:
        hana, sora = (seat(alone, hire(alone.context, who)) for who in (HANA, SORA))
        staff.disable(alone.context.store, sora.person.name, alone.context.now())
        receipt = arrived(alone.context, message=HARSH)
        hana.do(f"{at(receipt)}/claims")
        page = hana.shown(f"{at(receipt)}/decisions", go="propose", **UNREASONABLE)
        assert "Nobody else can sign" in page.said("nobody-signs")
        refused_by(hana, receipt)
        assert "Nobody else can sign" in hana.get(at(receipt)).said("nobody-signs")
        staff.enable(alone.context.store, sora.person.name, alone.context.now())
        assert hana.get(at(receipt)).all(NOBODY) == []

    def test_a_lead_does_not_count_for_themselves_nor_whom_they_reset(
        self, alone: Served, seat: Callable[[Served, Staff], Desk]
    ) -> None:
        sora, liz = (seat(alone, hire(alone.context, who)) for who in (SORA, LIZ))
        receipt = arrived(alone.context, message=HARSH)
        sora.do(f"{at(receipt)}/claims")
        assert sora.shown(f"{at(receipt)}/decisions", go="propose", **UNREASONABLE).all(NOBODY) == []
        reset(liz, sora)
        page = sora.shown(f"{at(receipt)}/decisions", go="propose", **UNREASONABLE)
        assert "14 days" in page.said("nobody-signs")
