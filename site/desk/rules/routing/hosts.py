"""Addresses in a text: hosts, URLs and mailboxes, each with the whole host so that no other site is taken for ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ADDRESS = re.compile(
    r"(?P<user>[a-z0-9][a-z0-9._%+-]{0,63}@)?"
    r"(?P<host>(?<![a-z0-9.@_-])(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.){1,8}[a-z]{2,24}|(?<=@)(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})"
    r"(?![a-z0-9-])(?P<path>/[^\s<>\"'、。）)」]*)?"
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address at [start, end) of the folded text; `service` is whose it is, or None for another's."""

    start: int
    end: int
    service: str | None
    mailbox: bool


def addresses(text: str, hosts: dict[str, str]) -> Iterator[Address]:
    """Yield the addresses of the folded `text`; `hosts` maps endings ("host" or "host/path") to service ids."""
    if "." in text:
        for match in _ADDRESS.finditer(text):
            service = _owner(match["host"], match["path"] or "", hosts)
            yield Address(match.start(), match.end(), service, match["user"] is not None)


def _owner(host: str, path: str, hosts: dict[str, str]) -> str | None:
    labels = host.removesuffix(".").split(".")
    endings = [".".join(labels[index:]) for index in range(len(labels) - 1)]
    folders = path.partition("?")[0].strip("/").split("/") if path else []
    for ending in endings:
        for depth in range(len(folders), 0, -1):
            if service := hosts.get(f"{ending}/{'/'.join(folders[:depth])}"):
                return service
        if service := hosts.get(ending):
            return service
    return None
