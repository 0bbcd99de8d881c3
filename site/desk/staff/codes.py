"""The second factor (RFC 6238): six digits that change every 30 seconds."""

import hmac
import io
import unicodedata
from datetime import datetime
from typing import Final

import pyotp
import segno

SECONDS: Final = 30
LONGEST: Final = 64  # characters that are looked at, blanks and hyphens included
ISSUER: Final = "Inquiry Desk"
_DRIFTS: Final = (0, -1, 1)  # the code before and after are taken too: clocks of telephones differ
_NOBODYS: Final = "A" * 32
SHORTEST: Final = 16  # letters of a secret in base32: 80 bits, what authenticator apps have always taken


class _Codes(pyotp.TOTP):
    """The codes of a secret; pyotp alone would take none of less than 112 bits, and fail where somebody signs in."""

    min_secret_length_bits = SHORTEST * 5


def usable(secret: str) -> bool:
    """Whether this is base32 of at least 80 bits, so that somebody can sign in with it."""
    try:
        _Codes(secret)
    except ValueError:
        return False
    return True


def drawn() -> str:
    """A new secret: 160 bits in base32."""
    return pyotp.random_base32()


def tidy(code: str) -> str:
    """The code as it was meant: full-width digits folded, spaces and hyphens taken out; nothing of what is no code."""
    folded = unicodedata.normalize("NFKC", code if len(code) <= LONGEST else "")
    return "".join(letter for letter in folded if not letter.isspace() and letter not in "-‐‑‒–—−ー")


def step(secret: str, code: str, at: datetime) -> int | None:
    """The 30-second step that this code belongs to; None where it is none of this secret's, or there is no secret."""
    codes = _Codes(secret or _NOBODYS)
    now = int(at.timestamp()) // SECONDS
    meant = tidy(code).encode(errors="replace")
    found = [now + drift for drift in _DRIFTS if hmac.compare_digest(codes.generate_otp(now + drift).encode(), meant)]
    return found[0] if found and secret else None


def address(secret: str, name: str) -> str:
    """What an authenticator app reads: an otpauth URI."""
    return _Codes(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def picture(secret: str, name: str) -> bytes:
    """The same as a QR code, black on white in every colour scheme: an SVG without style attributes."""
    out = io.BytesIO()
    code = segno.make(address(secret, name), error="m", micro=False)
    code.save(
        out,
        kind="svg",
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
    )
    return out.getvalue()


def groups(secret: str) -> str:
    """The secret in groups of four, to be typed by hand."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
