"""Everything signed or sealed that travels in a page or an address: drafts between steps, receipts, staff forms."""

import base64
import binascii
import hmac
import json
import re
import secrets
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from itsdangerous import BadData, TimestampSigner
from itsdangerous.encoding import base64_decode, base64_encode
from itsdangerous.signer import SigningAlgorithm

from desk.keys import Keyring
from desk.rules.clocks import AHEAD
from desk.rules.damage import marked
from desk.store.sealing import SealError, Seals

DRAFT_AGE: Final = timedelta(hours=2)
SENT_AGE: Final = timedelta(days=180)
STAFF_FORM_AGE: Final = timedelta(hours=12)
STAFF_TEXT_AGE: Final = timedelta(days=3)  # a form that was left open over a weekend is still its reader's own
KNOWN_BROWSER_AGE: Final = timedelta(days=180)
SENT_PLACE: Final = "address:sent"  # what is sealed for a column does not open there, nor the other way round

LONGEST: Final = 512 * 1024  # characters of a token that is looked at
LONGEST_KNOWN_BROWSER: Final = 512  # of one that a cookie carries
LARGEST: Final = 256 * 1024  # bytes a token that nobody signed may unfold to: many times what the form takes
MOST_FIELDS: Final = 40
DEEPEST: Final = 3  # mappings within mappings
SHAPE: Final = re.compile(r"\.?[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")

Payload = dict[str, Any]
_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # Japanese as it is: a third of the bytes


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """What a draft token held. Only a `trusted` one is ours; only one not `expired` may be sent as it is."""

    payload: Payload
    issued_at: datetime
    expired: bool
    trusted: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """The receipt that a completion page shows.

    `reachable`: its sender gave an address; `few`: it went to a desk whose readers are restricted.
    """

    receipt: str
    received_at: datetime
    language: str
    reachable: bool = True
    few: bool = False


class Tokens:
    """Signs with the first key of the keyring, opens with all of them. `clock` gives seconds since 1970."""

    def __init__(self, keyring: Keyring, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._draft, self._sent, self._staff_form, self._known_browser = (
            _Signer(keyring, purpose, clock) for purpose in ("draft", "sent", "staff-form", "known-browser")
        )
        self._seals = Seals(keyring)

    def draft(self, payload: Payload) -> str:
        """A token that carries texts, ticks and mappings of them, every character as it is."""
        return self._draft.dumps(payload, packed=True)

    def open_draft(self, token: str) -> OpenedDraft | None:
        """What `draft` put in, however old; what can be read of a token that nobody signed; None if nothing can."""
        opened = self._opened(self._draft, token)
        if opened is None:
            payload = _unsigned(token)
            return OpenedDraft(payload, self._now(), expired=True, trusted=False) if payload else None
        payload, issued_at = opened
        return OpenedDraft(payload, issued_at, expired=not self._fresh(issued_at, DRAFT_AGE), trusted=True)

    def sent(
        self, receipt: str, received_at: datetime, language: str, *, reachable: bool = True, few: bool = False
    ) -> str:
        """A token for the address of the completion page, sealed and always of one length: it stays in histories."""
        payload = {
            "receipt": receipt,
            "at": received_at.isoformat(timespec="microseconds"),
            "language": language,
            "reachable": int(reachable),
            "few": int(few),
            "issued": int(self._clock()),
        }
        return _spelt(self._seals.seal(json.dumps(payload), SENT_PLACE) or b"")

    def open_sent(self, token: str) -> Sent | None:
        """What `sent` put in, for 180 days; None for anything else. A clock that was set back takes no receipt away."""
        opened = self._opened_sent(token)
        if opened is None or self._now() - opened[1] > SENT_AGE:
            return None
        payload = opened[0]
        at, reachable = datetime.fromisoformat(payload["at"]), bool(payload.get("reachable", True))
        return Sent(payload["receipt"], at, payload["language"], reachable, bool(payload.get("few", False)))

    def _opened_sent(self, token: str) -> tuple[Payload, datetime] | None:
        """Of either shape: an earlier version signed what it said in the address, and left it to be read."""
        if "." in token:
            return self._opened(self._sent, token)
        if len(token) > LONGEST:
            return None
        try:
            octets = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
            payload = json.loads(self._seals.open(octets, SENT_PLACE))
        except (SealError, ValueError):
            return None
        return (payload, datetime.fromtimestamp(payload["issued"], UTC)) if _spelt(octets) == token else None

    def staff_form(self, session_hash: str, staff_id: str) -> str:
        """A token for the forms of one session of somebody."""
        return self._staff_form.dumps({"session": session_hash, "staff": staff_id})

    def staff_form_ok(self, token: str, session_hash: str) -> bool:
        """Whether `staff_form` made this token for this session within the last 12 hours."""
        opened = self._opened(self._staff_form, token)
        if opened is None or not self._fresh(opened[1], STAFF_FORM_AGE):
            return False
        return hmac.compare_digest(opened[0]["session"].encode(), session_hash.encode("utf-8", "replace"))

    def staff_form_owner(self, token: str) -> str | None:
        """Whose form this was in the last days, although their session may be over; None for anything else."""
        opened = self._opened(self._staff_form, token)
        if opened is None or not self._fresh(opened[1], STAFF_TEXT_AGE):
            return None
        owner: str | None = opened[0].get("staff")
        return owner

    def known_browser(self, whose: str) -> str:
        """A token for a browser that somebody has signed in with; each holds an id of its own."""
        return self._known_browser.dumps({"staff": whose, "browser": secrets.token_urlsafe(16)})

    def known_browser_of(self, token: str, whose: str) -> str | None:
        """The id in a token that `known_browser` made for the same in the last 180 days; None for anything else."""
        opened = self._opened(self._known_browser, token)
        if opened is None or opened[0]["staff"] != whose or self._now() - opened[1] > KNOWN_BROWSER_AGE:
            return None
        browser: str = opened[0]["browser"]
        return browser

    def _opened(self, signer: "_Signer", token: str) -> tuple[Payload, datetime] | None:
        if not _well_formed(token):
            return None
        try:
            return signer.loads(token)
        except (BadData, OverflowError, ValueError, zlib.error):
            return None

    def _fresh(self, issued_at: datetime, age: timedelta) -> bool:
        return -AHEAD <= self._now() - issued_at <= age

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)


class _Hmac(SigningAlgorithm):
    """HMAC-SHA256 in one call: a third of the time of an object that is made for it."""

    def get_signature(self, key: bytes, value: bytes) -> bytes:
        return hmac.digest(key, value, "sha256")


class _Signer(TimestampSigner):
    """Signs for one purpose, with the time of the clock it is given. Made once, it derives each of its keys once."""

    def __init__(self, keyring: Keyring, purpose: str, clock: Callable[[], float]) -> None:
        salt = f"inquiry-desk.{purpose}".encode()
        derived = [keyring.derive(f"token:{purpose}", key) for key in reversed(keyring.keys)]  # the last one signs
        keys = [hmac.digest(secret, salt, "sha256") for secret in derived]
        super().__init__(keys, key_derivation="none", algorithm=_Hmac())
        self._clock = clock

    def get_timestamp(self) -> int:
        return int(self._clock())

    def dumps(self, payload: Payload, *, packed: bool = False) -> str:
        """The payload, signed; `packed` where that makes it shorter: of a few words it is work done in vain."""
        octets = _JSON.encode(payload).encode()
        shorter = zlib.compress(octets) if packed else octets
        body = b"." + base64_encode(shorter) if len(shorter) < len(octets) - 1 else base64_encode(octets)
        return self.sign(body).decode()

    def loads(self, token: str) -> tuple[Payload, datetime]:
        """What `dumps` signed, and when.

        Raises BadData, and ValueError or zlib.error where what was signed is no payload.
        """
        body, issued_at = self.unsign(token, return_timestamp=True)
        octets = base64_decode(body.lstrip(b"."))
        payload: Payload = json.loads(zlib.decompress(octets) if body.startswith(b".") else octets)
        return payload, issued_at


def _well_formed(token: str) -> bool:
    """Whether a token is written the one way we write it: another spelling of a good signature is not one of ours."""
    if len(token) > LONGEST or not SHAPE.fullmatch(token):
        return False
    signature = token.rpartition(".")[2]
    try:
        octets = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
    except (binascii.Error, ValueError):
        return False
    return _spelt(octets) == signature


def _spelt(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def _unsigned(token: str) -> Payload | None:
    """The texts in a token whose key is gone or whose end was cut off, unfolded with a limit; None without any."""
    body = token[:LONGEST].lstrip(".").partition(".")[0]
    try:
        octets = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
        if token.startswith("."):
            octets = zlib.decompressobj().decompress(octets, LARGEST)
        found = json.loads(octets)
    except (ValueError, zlib.error, RecursionError):
        return None
    cleaned = _cleaned(found, 0)
    return cleaned if isinstance(cleaned, dict) and cleaned else None


def _cleaned(value: object, depth: int) -> object:
    """Only what `draft` could have put in: texts, ticks and mappings of them."""
    if isinstance(value, str):
        return marked(value)
    if isinstance(value, dict) and depth < DEEPEST:
        kept = [(name, _cleaned(inner, depth + 1)) for name, inner in list(value.items())[:MOST_FIELDS]]
        return {name: inner for name, inner in kept if inner is not None}
    return value if isinstance(value, bool) else None
