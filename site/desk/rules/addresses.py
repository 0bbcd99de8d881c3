"""E-mail addresses and telephone numbers as people type them: folded, checked, put into their plain form."""

import re
import unicodedata
from typing import Final

LONGEST_EMAIL: Final = 254  # RFC 5321, 4.5.3.1.3: a path of 256 octets less its angle brackets
# Longer texts are refused before they are folded: Python sorts the marks on one letter in quadratic time, and a form
# full of them would keep everybody waiting. What is meant for one line is never so long, even in half-width kana.
LONGEST_FOLDED: Final = 1_000  # characters

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
# Japanese carriers once gave out addresses with doubled or final dots, and their owners still use them.
_OLD_LOCAL = re.compile(r"[A-Za-z0-9._+/?-]+")
_OLD_CARRIERS: Final = frozenset({"docomo.ne.jp", "ezweb.ne.jp"})
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]")

_COMMON: Final = (
    *("gmail.com", "yahoo.co.jp", "yahoo.com", "icloud.com", "hotmail.com", "hotmail.co.jp", "outlook.com"),
    *("outlook.jp", "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp", "i.softbank.jp", "ybb.ne.jp", "au.com"),
    *("live.jp", "live.com", "nifty.com", "biglobe.ne.jp", "ymobile.ne.jp", "googlemail.com", "protonmail.com"),
)
# One letter away from a common domain, and real all the same.
_ALSO_REAL: Final = frozenset(
    {"mail.com", "ymail.com", "email.com", "yahoo.co.kr", "nifty.ne.jp", "aol.com", "like.com", "love.com", "olive.com"}
)
_ENDINGS: Final = (
    *((wrong, ".com") for wrong in (".con", ".cmo", ".vom", ".xom", ".cpm", ".comm", ".ocm")),
    *((f".{kind}.{wrong}", f".{kind}.jp") for kind in ("co", "ne", "or") for wrong in ("jo", "jpp", "pj", "ip")),
)

_DASHES = re.compile(r"[\s().\-‐‑‒–—―−ー─━⸺⁻﹣ｰ~〜/・\[\]]")
_EXTENSION = re.compile(r"(?:内線|内|ext(?:ension)?\.?|x|#)[\s:.]*\d{1,6}[\s)\]]*$", re.IGNORECASE)
_TRUNK_IN_BRACKETS = re.compile(r"^(\+\d{1,3}[\s\-.]*)[(\[]\s*0\s*[)\]]")


def email_address(text: str) -> str | None:
    """The one address in `text`: full-width letters folded, an international domain in its ASCII form; else None."""
    if len(text) > LONGEST_FOLDED:
        return None
    folded = unicodedata.normalize("NFKC", text).strip()
    if len(folded) > LONGEST_EMAIL:
        return None
    local, at, domain = folded.rpartition("@")
    ascii_domain = _ascii(domain)
    if not at or not ascii_domain or not _DOMAIN.fullmatch(ascii_domain):
        return None
    allowed = _OLD_LOCAL if ascii_domain.lower() in _OLD_CARRIERS else _LOCAL
    if len(local) > 64 or not allowed.fullmatch(local):  # noqa: PLR2004 - RFC 5321, 4.5.3.1.1
        return None
    if "=?" in local:  # How an encoded word begins (RFC 2047), which no letter can have in its address.
        return None
    address = f"{local}@{ascii_domain}"
    return address if len(address) <= LONGEST_EMAIL else None


def _ascii(domain: str) -> str | None:
    """The domain in its ASCII form; None where that is not its own: Python's "idna" (2003) makes ß another's ss."""
    if domain.isascii():
        return domain
    typed = unicodedata.normalize("NFKC", domain.replace("。", ".").lower())
    try:
        written = typed.encode("idna")
        return written.decode("ascii") if written.decode("idna") == typed else None
    except UnicodeError:
        return None


def likely_typo(email: str) -> str | None:
    """The address the sender probably meant, where its domain looks mistyped (gmial.com); else None."""
    local, _, domain = email.rpartition("@")
    domain = domain.lower()
    if domain in _COMMON or domain in _ALSO_REAL:
        return None
    near = next((common for common in _COMMON if _one_slip(domain, common)), None) or _right_ending(domain)
    return f"{local}@{near}" if near else None


def _right_ending(domain: str) -> str | None:
    ending = next(((wrong, right) for wrong, right in _ENDINGS if domain.endswith(wrong)), None)
    return domain.removesuffix(ending[0]) + ending[1] if ending else None


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter left out, added, changed or two swapped turn `meant` into `typed`."""
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant))
    )
    left, right = typed[start:], meant[start:]
    swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def phone_number(text: str) -> str | None:
    """The number in `text` as +81312345678, without its extension; None where it is no telephone number.

    Numbers with a leading 0 are Japanese; one without 0 or + stays as its digits, the country being unknown.
    """
    if len(text) > LONGEST_FOLDED:
        return None
    typed = unicodedata.normalize("NFKC", text).strip()
    if len(typed.splitlines()) > 1:
        return None
    folded = _EXTENSION.sub("", typed)
    digits = _DASHES.sub("", _TRUNK_IN_BRACKETS.sub(r"\1", folded))
    if not re.fullmatch(r"\+?[0-9]+", digits):
        return None
    # 00 and 010 lead out of a country, as + does.
    digits = re.sub(r"^(?:010|00)(?=[1-9])", "+", digits)
    digits = re.sub(r"^\+810", "+81", digits)
    if digits.startswith("0"):
        digits = "+81" + digits[1:]
    if digits.startswith("+81"):
        return digits if len(digits) in (12, 13) else None
    return digits if re.fullmatch(r"\+?[1-9][0-9]{6,14}", digits) else None
