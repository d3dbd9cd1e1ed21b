"""Which addresses may be reached: everything on the open internet, nothing inside the house, unless the operator says so.

The server stands in a network that its callers do not; a URL of theirs must not become their hand in it (server-side request forgery,
OWASP). A name is resolved here, every address it has is checked, and the connection goes to the very address that was checked, so that
a name which answers otherwise a moment later (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as ResolveTimeout
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
LONGEST: Final = 2048
"""Characters of a URL."""

# IPv6 addresses that carry an IPv4 one: the network, and how far right the 32 bits stand.
_CARRIERS: Final = (
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("::ffff:0:0:0/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0),
    (IPv6Network("::/96"), 0),
    (IPv6Network("2002::/16"), 80),
)
# Not reachable on the open internet, or not what a caller may want, beyond what `is_global` says.
_BLOCKED: Final = tuple(
    ip_network(text)
    for text in (
        "100.64.0.0/10",  # carrier-grade NAT, and some clouds' metadata
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "2001::/23",  # Teredo and other tunnels
        "64:ff9b:1::/48",
        "fec0::/10",
    )
)
_UNPRINTABLE: Final = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
_PORTS: Final = {"http": 80, "https": 443}
_RESOLVERS: Final = ThreadPoolExecutor(8, thread_name_prefix="resolve")


class Blocked(Exception):
    """The address may not be reached from here; the text says why, in words for whoever gave it."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a URL leads: `host` is a name or a literal address, `path` keeps the query."""

    scheme: str
    host: str
    port: int
    path: str


def parse_url(url: str) -> Target:
    """Raises Blocked unless it is a plain http or https URL, without credentials in it."""
    if len(url) > LONGEST:
        raise Blocked(f"a URL may have at most {LONGEST} characters")
    if _UNPRINTABLE.search(url):
        raise Blocked("a URL has no blanks, backslashes or control characters")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Blocked("not a URL") from error
    if parts.scheme not in _PORTS:
        raise Blocked("only http:// and https:// addresses are reached")
    if parts.username is not None or parts.password is not None:
        raise Blocked("a URL must not hold a name or password")
    if not parts.hostname or port == 0:
        raise Blocked("the URL names no host")
    try:
        host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Blocked("the URL's host is not a name") from error
    path = parts.path or "/"
    return Target(parts.scheme, host.rstrip("."), port or _PORTS[parts.scheme], path + (f"?{parts.query}" if parts.query else ""))


def parse_networks(text: str) -> tuple[Network, ...]:
    """Comma-separated addresses and networks. Raises ValueError naming the one that is neither."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        try:
            found.append(ip_network(part, strict=False))
        except ValueError as error:
            raise ValueError(f"{part} is not an address or a network such as 10.1.0.0/16") from error
    return tuple(found)


def _carried(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one that stands for it; else the address itself."""
    if isinstance(address, IPv6Address) and int(address) > 1:
        for network, shift in _CARRIERS:
            if address in network:
                return IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
    return address


Resolve = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """Every address of a name, as the system finds them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """`allowed`: networks that may be reached although they are not on the open internet."""

    allowed: tuple[Network, ...] = ()
    resolver: Resolve = resolve

    def permits(self, address: Address) -> bool:
        """Whether a connection to that very address may be opened."""
        if any(address in network for network in self.allowed):
            return True
        real = _carried(address)
        if real != address and any(real in network for network in self.allowed):
            return True
        return real.is_global and not real.is_multicast and not any(real in network for network in _BLOCKED)

    def names_inside(self, host: str) -> bool:
        """Whether `host` is a literal address of the operator's exceptions."""
        try:
            return any(ip_address(host) in network for network in self.allowed)
        except ValueError:
            return False

    def check(self, url: str) -> Target:
        """What can be known of a URL without asking anybody: its form, and a literal address. Raises Blocked."""
        target = parse_url(url)
        try:
            literal = ip_address(target.host)
        except ValueError:
            return target
        if not self.permits(literal):
            raise Blocked("the address is private, local or reserved; the operator does not allow it")
        return target

    def addresses(self, host: str, port: int, timeout: float) -> list[str]:
        """The addresses of `host`, each checked. Raises Blocked when one of them may not be reached, OSError when there is none."""
        try:
            found = _RESOLVERS.submit(self.resolver, host, port).result(timeout)
        except ResolveTimeout as error:
            raise OSError("the name was not resolved in time") from error
        except UnicodeError as error:
            raise Blocked("the URL's host is not a name") from error
        for text in found:
            # A scope ("%eth0") belongs to link-local addresses, which are refused anyway.
            if not self.permits(ip_address(text.partition("%")[0])):
                raise Blocked("the address is private, local or reserved; the operator does not allow it")
        if not found:
            raise OSError("the name has no address")
        return found
