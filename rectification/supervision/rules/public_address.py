"""Which network addresses the portal may be asked to call. Pure.

Somebody who may name a web address must not reach what stands inside the network through it.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address
# NAT64 hides an IPv4 address in its last four bytes.
_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))


def is_public(text: str) -> bool:
    """Whether anybody in the internet has this address; what hides another one is looked into."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return all(_is_global(one) for one in _inside(address))


def is_allowed(text: str, networks: Iterable[str] = ()) -> bool:
    """Public, or in one of the networks that the operator named."""
    return is_public(text) or is_named(text, networks)


def is_named(text: str, networks: Iterable[str]) -> bool:
    """Whether the operator named a network that holds the address."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return any(address in ip_network(one, strict=False) for one in networks)


def _is_global(address: Address) -> bool:
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _inside(address: Address) -> Iterable[Address]:
    """The address and those that it stands for."""
    yield address
    if not isinstance(address, IPv6Address):
        return
    hidden = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in one for one in _NAT64):
        hidden.append(IPv4Address(int(address) & 0xFFFFFFFF))
    yield from (one for one in hidden if one is not None)
