"""The transport of a connection as uvicorn's cycle sees it."""

import asyncio
from typing import Protocol


class Company(Protocol):
    """The connection, as far as its transport has to know it."""

    left: bool

    def part_company(self) -> None:
        """Our last word is said."""


class Parting:
    """A transport for which closing means parting, and on which nothing is written after that."""

    __slots__ = ("protocol", "raw")

    def __init__(self, raw: asyncio.Transport, protocol: Company) -> None:
        self.raw = raw
        self.protocol = protocol

    def write(self, data: bytes) -> None:
        """Write, unless nobody is there any more."""
        if data and not self.protocol.left and not self.raw.is_closing():
            self.raw.write(data)

    def close(self) -> None:
        """Our last word is said."""
        self.protocol.part_company()

    def is_closing(self) -> bool:
        """Whether our last word is said."""
        return self.protocol.left
