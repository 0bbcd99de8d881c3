"""Sealing what travels in an address, which stays in histories and logs: whoever reads it there learns nothing."""

import base64
import binascii
import json
import os
from collections.abc import Mapping
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desk.keys import Keyring

_NONCE: Final = 12  # bytes, random: 2³² texts may be sealed with one key


class Sealer:
    """Seals for one purpose with the first key of the keyring, opens with all of them: AES-256-GCM, in URL letters."""

    def __init__(self, keyring: Keyring, purpose: str) -> None:
        self._purpose = purpose.encode()
        self._ciphers = [AESGCM(keyring.derive(f"sealed:{purpose}", key)) for key in keyring.keys]

    def dumps(self, payload: Mapping[str, Any]) -> str:
        """The payload, sealed. How long it is can be seen: whoever writes it makes all of one length."""
        nonce = os.urandom(_NONCE)
        octets = json.dumps(payload, separators=(",", ":")).encode()
        return _written(nonce + self._ciphers[0].encrypt(nonce, octets, self._purpose))

    def loads(self, token: str) -> dict[str, Any] | None:
        """What `dumps` sealed; None for anything else, another spelling of the same too."""
        try:
            octets = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except (binascii.Error, ValueError):
            return None
        if _written(octets) != token:
            return None
        for cipher in self._ciphers:
            try:
                payload: dict[str, Any] = json.loads(cipher.decrypt(octets[:_NONCE], octets[_NONCE:], self._purpose))
            except (InvalidTag, ValueError):
                continue
            return payload
        return None


def _written(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()
