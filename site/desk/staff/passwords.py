"""Passwords of staff: argon2id in threads of their own, at the same price for names that nobody has."""

import asyncio
import secrets
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST: Final = 12  # characters
LONGEST: Final = 200  # characters
MEMORY: Final = 19 * 1024  # KiB, as OWASP asks of argon2id with two passes and one lane
PASSES: Final = 2
LANES: Final = 1

_AT_ONCE: Final = 2  # hashes computed at the same time: 38 MiB at most
_THREADS: Final = ThreadPoolExecutor(_AT_ONCE, "argon2")


def hash_now(password: str) -> str:
    """The hash to be stored, in this thread; full-width and half-width spellings of a password are the same."""
    return hasher().hash(_spelt(password))


async def hashed(password: str) -> str:
    """The hash to be stored."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, hash_now, password)


async def fits(password: str, password_hash: str) -> bool:
    """Whether this is the password. With no hash to compare with the answer is no, after the same work."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, _fits, password, password_hash)


def _fits(password: str, password_hash: str) -> bool:
    known = bool(password_hash) and len(password) <= LONGEST
    try:
        holds = hasher().verify(password_hash if known else nobodys(), _spelt(password[:LONGEST]))
    except (VerificationError, InvalidHashError):
        return False
    return holds and known


def _spelt(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


@cache
def hasher() -> PasswordHasher:
    """The one place where the price of a guess is set."""
    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY, parallelism=LANES)


@cache
def nobodys() -> str:
    """A hash whose password nobody knows."""
    return hasher().hash(secrets.token_urlsafe())
