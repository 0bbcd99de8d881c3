"""What `desk doctor` says of the public address and of what stands between it and the desk."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from desk.commands.looks import Look, listed, look
from desk.guard.proxies import read
from desk.settings import Settings

ENCRYPT = "Put a reverse proxy that speaks TLS in front, and set DESK_ORIGIN to the https address (docs/proxy.md)"
NAME_THE_PROXY = "Set DESK_TRUSTED_PROXIES to the address that the proxy comes from, such as 127.0.0.1 (docs/proxy.md)"
NARROW = "Name the proxies alone: whoever is in these networks may give any address as theirs"
BEHIND_IT = "Set DESK_HOST to 127.0.0.1, where that proxy alone reaches it (docs/proxy.md)"
FEWEST_BITS = {4: 8, 6: 16}  # of the network of a proxy; with fewer it takes in strangers


def origin(known: Settings) -> Iterator[Look]:
    """Look whether what visitors type travels unencrypted; on this machine alone nobody listens."""
    parts = urlsplit(known.address)
    open_to_all = parts.scheme == "http" and not _is_here(parts.hostname or "") and bool(known.origin)
    amiss = f"DESK_ORIGIN: {known.address} is not encrypted, and browsers warn of its form" if open_to_all else ""
    yield look("public address", amiss, known.address, ENCRYPT)


def proxies(known: Settings) -> Iterator[Look]:
    """Look whether the desk can tell its visitors apart: it speaks no TLS itself, so https comes by a proxy."""
    wide = [str(network) for network in known.trusted_proxies if network.prefixlen < FEWEST_BITS[network.version]]
    if wide:
        yield Look("proxies", False, listed("DESK_TRUSTED_PROXIES believes nearly everybody", wide), NARROW)
        return
    if _is_open_beside_the_proxy(known):
        seen = f"DESK_HOST: at {known.host} others reach the desk past the proxy, which is on this machine"
        yield Look("proxies", False, seen, BEHIND_IT)
        return
    alone = known.origin.startswith("https://") and not known.trusted_proxies
    amiss = "none is believed, so all visitors count as one and share the limits of one address" if alone else ""
    yield look("proxies", amiss, listed("believed", map(str, known.trusted_proxies)) or "none", NAME_THE_PROXY)


def _is_open_beside_the_proxy(known: Settings) -> bool:
    """Whether all proxies are on this machine and the desk listens to more; one elsewhere needs an open address."""
    near = bool(known.trusted_proxies) and all(network.is_loopback for network in known.trusted_proxies)
    return near and read(known.host) is not None and not _is_here(known.host)


def _is_here(host: str) -> bool:
    address = read(host)
    return host == "localhost" if address is None else address.is_loopback
