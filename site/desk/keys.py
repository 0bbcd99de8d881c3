"""The secrets everything is signed and sealed with: one list of keys, one derived key for each purpose."""

import base64
import binascii
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desk.files import write_first

LONGEST_ID = 16  # characters of the id of a key
KEY_ID = re.compile(rf"[a-z0-9-]{{1,{LONGEST_ID}}}")
SHORTEST = 32  # bytes; a shorter secret is refused
SAMPLE = "sample-do-not-use"  # what .env.example shows; refused
LOST = "lost"  # stands for the secret of a key that will not come back, so that the desk goes on without it


class KeyringError(ValueError):
    """The list of keys cannot be used; the message says which line and the remedy."""


@dataclass(frozen=True, slots=True)
class Key:
    """One secret with the id that is stored beside whatever it sealed."""

    id: str
    secret: bytes


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys, newest first: the first one signs and seals, all of them open; `lost` are ids given up for good."""

    keys: tuple[Key, ...]
    lost: frozenset[str] = frozenset()

    @classmethod
    def of(cls, secrets_by_id: Mapping[str, bytes]) -> "Keyring":
        """A keyring of the given secrets, the first one current."""
        return cls(tuple(Key(key_id, secret) for key_id, secret in secrets_by_id.items()))

    @property
    def current(self) -> Key:
        """The key that signs and seals."""
        return self.keys[0]

    def by_id(self, key_id: str) -> Key | None:
        """The key of that id, or None when it was taken off the list."""
        return next((key for key in self.keys if key.id == key_id), None)

    def derive(self, purpose: str, key: Key | None = None) -> bytes:
        """32 bytes for one purpose from one key (the current one unless named), by HKDF-SHA256 (RFC 5869)."""
        return _derive((key or self.current).secret, purpose)


@lru_cache(maxsize=256)
def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=f"inquiry-desk:{purpose}".encode()).derive(secret)


def read_keys(text: str, source: str) -> Keyring:
    """The keyring written in `text`: a line for each key, `id:secret in base64` or `id:lost`, newest first.

    Raises KeyringError naming `source`, the line and the remedy.
    """
    keys: list[Key] = []
    lost: set[str] = set()
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line and not line.startswith("#"):
            where = f"{source}, line {number}"
            key_id, encoded = _parts(line, where)
            if key_id in {*lost, *(key.id for key in keys)}:
                raise KeyringError(f"{where}: two keys have the same id, {key_id}. Give each key an id of its own")
            if encoded == LOST:
                lost.add(key_id)
            else:
                keys.append(Key(key_id, _secret(encoded, where)))
    if not keys:
        raise KeyringError(
            f"{source}: holds no key. Write one line: id:secret, the secret being 32 random bytes in base64"
        )
    return Keyring(tuple(keys), frozenset(lost))


def _parts(line: str, where: str) -> tuple[str, str]:
    key_id, colon, encoded = line.partition(":")
    if not colon or not KEY_ID.fullmatch(key_id):
        raise KeyringError(f"{where}: write id:secret, the id in a-z, 0-9 and hyphens, 16 characters at most")
    return key_id, encoded


def _secret(encoded: str, where: str) -> bytes:
    if SAMPLE in encoded:
        raise KeyringError(f"{where}: this is the sample key. Make a key of your own: desk keys new")
    try:
        secret = base64.b64decode(encoded, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise KeyringError(f"{where}: the secret is not base64. Make one: desk keys new") from None
    if len(secret) < SHORTEST or len(set(secret)) < SHORTEST // 4:
        raise KeyringError(
            f"{where}: the secret is too short or too regular. {SHORTEST} random bytes are needed: desk keys new"
        )
    return secret


def new_line(key_id: str) -> str:
    """A line for the key list with a fresh secret of 32 random bytes."""
    return f"{key_id}:{base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()}"


def new_id() -> str:
    """An id that no other key has, so that two lists can always be put into one."""
    return f"k{datetime.now(UTC):%y%m%d}-{secrets.token_hex(4)}"


def make_list(path: Path) -> None:
    """Make the key list of a new desk, readable by its owner alone (0600); one that is there stays. Raises OSError.

    Two processes that start together agree: the file appears whole or not at all, and the first one wins.
    """
    if not path.exists():
        write_first(path, f"{new_line(new_id())}\n".encode())


def read_list(path: Path) -> Keyring:
    """The keyring of the file. Raises KeyringError, OSError."""
    try:
        return read_keys(path.read_text("utf-8-sig"), str(path))
    except UnicodeDecodeError:
        raise KeyringError(
            f"{path}: this is not text. Bring the key list back, or start with a folder of its own"
        ) from None
    except FileNotFoundError:
        raise KeyringError(
            f"there is no key list at {path.resolve()}, and a new one would open nothing that this desk has stored."
            " Name the list it was made with (DESK_KEYS_FILE or DESK_KEYS), or bring it back"
        ) from None
