"""Whose request it is when named reverse proxies stand in between."""

import ipaddress
from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
MOST_HOPS = 20


def client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """The nearest address that no trusted proxy stands behind, read from the right of X-Forwarded-For.

    What stands further to the left was written by whoever sent the request and is never believed. A hop that is no
    address ends the walk at the last one that was.
    """
    here = read(peer)
    if here is None:
        return peer
    for hop in reversed(forwarded_for.split(",")[-MOST_HOPS:]):
        if not any(here in network for network in trusted):
            break
        before = read(hop)
        if before is None:
            break
        here = before
    return str(here)


def read(text: str) -> Address | None:
    """The address in `text`, brackets and port aside, an IPv4 one inside IPv6 taken out; None if it is none."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
