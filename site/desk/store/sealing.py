"""Personal fields as the database has them: AES-256-GCM, bound to their place, and blind indexes to find them by."""

import hmac
import os
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desk.keys import Keyring

_NONCE = 12  # bytes, random: 2³² values may be sealed with one key


class SealError(Exception):
    """A sealed value cannot be opened: its key (`key_id`) is not on the list, or ("") it was changed or moved.

    `lost`: the list gives that key up, so that the value will never be opened.
    """

    def __init__(self, message: str, key_id: str = "", *, lost: bool = False) -> None:
        super().__init__(message)
        self.key_id = key_id
        self.lost = lost


class Seals:
    """Seals and opens text. A sealed value is `key id`, a colon, 12 bytes of nonce, the ciphertext with its tag."""

    def __init__(self, keyring: Keyring) -> None:
        self.keyring = keyring
        self._ciphers = {key.id.encode(): AESGCM(keyring.derive("seal", key)) for key in keyring.keys}
        self._current = keyring.current.id.encode()
        self._prefix = self._current + b":"

    def seal(self, text: str, place: str) -> bytes | None:
        """The text sealed for its place, "table:column:row"; None for an empty text, which needs no secret."""
        if not text:
            return None
        nonce = os.urandom(_NONCE)
        return self._prefix + nonce + self._ciphers[self._current].encrypt(nonce, text.encode(), place.encode())

    def open(self, sealed: bytes | None, place: str) -> str:
        """The text that was sealed for this place; "" for None. Raises SealError."""
        if sealed is None:
            return ""
        key_id, _, value = bytes(sealed).partition(b":")
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            name = key_id.decode(errors="replace")
            if name in self.keyring.lost:
                gone = f"{place} is sealed with the key {name}, which was given up as lost: nobody can read it any more"
                raise SealError(gone, name, lost=True)
            raise SealError(f"{place} is sealed with the key {name}, which is not listed", name)
        try:
            return cipher.decrypt(value[:_NONCE], value[_NONCE:], place.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise SealError(f"{place} was changed, or moved here from another row") from error

    def seal_row(self, table: str, row: str, texts: Mapping[str, str]) -> dict[str, bytes | None]:
        """The named columns of one row, sealed."""
        return {column: self.seal(text, f"{table}:{column}:{row}") for column, text in texts.items()}

    def open_row(self, table: str, row: str, sealed: Mapping[str, Any]) -> dict[str, str]:
        """The named columns of one row, opened. Raises SealError."""
        return {column: self.open(value, f"{table}:{column}:{row}") for column, value in sealed.items()}

    def index(self, purpose: str, text: str) -> bytes:
        """32 bytes by which a text is found again without being stored, made with the current key."""
        return hmac.digest(self.keyring.derive(purpose), text.encode(), "sha256")

    def indexes(self, purpose: str, text: str) -> list[bytes]:
        """The same for every key of the list: rows from before a rotation are found too."""
        return [hmac.digest(self.keyring.derive(purpose, key), text.encode(), "sha256") for key in self.keyring.keys]

    def mac(self, message: bytes, purpose: str = "audit") -> tuple[str, bytes]:
        """The current key's id and its seal under a message, as a line of the audit chain is one."""
        return self.keyring.current.id, hmac.digest(self.keyring.derive(purpose), message, "sha256")

    def mac_holds(self, key_id: str, message: bytes, mac: bytes, purpose: str = "audit") -> bool:
        """Whether that key put this seal under this message."""
        key = self.keyring.by_id(key_id)
        return key is not None and hmac.compare_digest(
            hmac.digest(self.keyring.derive(purpose, key), message, "sha256"), bytes(mac)
        )
