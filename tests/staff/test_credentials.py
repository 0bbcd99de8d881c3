"""Passwords and codes: what is taken, and that nobody's name costs as much as somebody's."""

import asyncio
import base64
import hmac
import struct
from datetime import UTC, datetime

import pyotp
import pytest
from colleagues import SECRET

from desk.staff import codes, passwords, router

NOW = datetime(2026, 11, 25, 1, 0, 10, tzinfo=UTC)


def fits(password: str, kept: str) -> bool:
    return asyncio.run(passwords.fits(password, kept))


class TestPasswords:
    def test_the_right_one_fits_and_another_does_not(self) -> None:
        kept = passwords.hash_now("a quiet morning by the river")
        assert (fits("a quiet morning by the river", kept), fits("a quiet morning by the sea", kept)) == (True, False)

    def test_full_width_letters_are_the_same_password(self) -> None:
        assert fits("ｑｕｉｅｔ　ｍｏｒｎｉｎｇ１", passwords.hash_now("quiet morning1"))

    def test_nobody_has_one_that_fits(self) -> None:
        assert not fits("a quiet morning by the river", "")

    def test_one_that_is_too_long_never_fits(self) -> None:
        assert not fits("x" * 201, passwords.hash_now("x" * 200))
        assert fits("x" * 200, passwords.hash_now("x" * 200))

    def test_a_hash_that_is_none_fits_nothing(self) -> None:
        assert not fits("a quiet morning by the river", "$argon2id$broken")

    def test_real_hashes_cost_what_owasp_asks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(passwords, "MEMORY", 19 * 1024)
        passwords.hasher.cache_clear()
        kept = passwords.hash_now("a quiet morning by the river")
        monkeypatch.undo()
        passwords.hasher.cache_clear()
        assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")

    def test_an_unknown_name_is_measured_with_the_same_work(self) -> None:
        same_work = passwords.hash_now("anything").rpartition("$")[0].rpartition("$")[0]
        assert passwords.nobodys().startswith(same_work)

    def test_an_unknown_name_costs_the_first_try_no_more_than_the_next(self) -> None:
        passwords.nobodys.cache_clear()
        router()
        before = passwords.nobodys.cache_info().misses
        assert not fits("a quiet morning by the river", "")
        assert passwords.nobodys.cache_info().misses == before


class TestCodes:
    @pytest.mark.parametrize("drift", [-1, 0, 1])
    def test_the_code_of_now_and_its_neighbours_are_taken(self, drift: int) -> None:
        step = int(NOW.timestamp()) // 30 + drift
        assert codes.step(SECRET, pyotp.TOTP(SECRET).generate_otp(step), NOW) == step

    @pytest.mark.parametrize("drift", [-2, 2, 100])
    def test_older_and_later_ones_are_not(self, drift: int) -> None:
        step = int(NOW.timestamp()) // 30 + drift
        assert codes.step(SECRET, pyotp.TOTP(SECRET).generate_otp(step), NOW) is None

    @pytest.mark.parametrize("spelt", ["123 456", " 123456\n", "１２３４５６", "１２３　４５６", "123-456"])
    def test_spaces_and_full_width_digits_are_the_same_code(self, spelt: str) -> None:
        assert codes.tidy(spelt) == "123456"
        assert codes.tidy(spelt + " " * 64) == ""

    @pytest.mark.parametrize("code", ["", "12345", "abcdef", "１", "1" * 10_000, "\ud800"])
    def test_what_is_no_code_is_none(self, code: str) -> None:
        assert codes.step(SECRET, code, NOW) is None

    def test_the_shortest_secret_that_is_taken_lets_somebody_in(self) -> None:
        """As RFC 4226 reckons, by hand: pyotp refuses what has less than 112 bits."""
        secret, step = "JBSWY3DPEHPK3PXP", int(NOW.timestamp()) // codes.SECONDS
        told = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), "sha1")
        code = struct.unpack_from(">I", told, told[-1] & 15)[0] & 0x7FFFFFFF
        assert codes.step(secret, f"{code % 1_000_000:06}", NOW) == step

    @pytest.mark.parametrize(
        ("secret", "usable"),
        [
            ("JBSWY3DPEHPK3PXP", True),
            ("JBSWY3DPEHPK3PX", False),
            ("JBSWY3DPEHPK3PXPJ", False),
            ("JBSWY3DPEHPK3PX1", False),
            ("", False),
        ],
        ids=["80 bits", "less", "half a byte", "no base32", "nothing"],
    )
    def test_what_nobody_could_sign_in_with_is_not_usable(self, secret: str, usable: bool) -> None:
        assert codes.usable(secret) == usable

    def test_where_there_is_no_secret_no_code_is_right(self) -> None:
        assert codes.step("", pyotp.TOTP("A" * 32).at(NOW), NOW) is None

    def test_the_picture_holds_no_style_and_no_script(self) -> None:
        drawn = codes.picture(SECRET, "花 <script>").decode()
        assert drawn.startswith("<svg")
        assert "style" not in drawn
        assert "script" not in drawn
