"""Which addresses the server lets itself be sent to."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.outbound.addresses import Blocked, Guard, parse_networks, parse_url

INSIDE = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
    "192.88.99.1", "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "2001::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::ffff:0:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::1",
]  # fmt: skip
OUTSIDE = ["1.1.1.1", "93.184.216.34", "172.15.255.255", "172.32.0.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]


@pytest.mark.parametrize("address", INSIDE)
def test_what_is_inside_is_refused(address: str) -> None:
    assert not Guard().permits(ip_address(address))


@pytest.mark.parametrize("address", OUTSIDE)
def test_what_is_outside_is_let_through(address: str) -> None:
    assert Guard().permits(ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_the_same_in_every_ipv6_dress(address: object) -> None:
    bare = Guard().permits(ip_address(str(address)))
    for dress in (f"::ffff:{address}", f"64:ff9b::{address}"):
        assert Guard().permits(ip_address(dress)) == bare


def test_the_operator_may_allow_networks_and_no_more() -> None:
    guard = Guard(parse_networks("127.0.0.1, 10.1.0.0/16,fd12::/16"))
    for address in ("127.0.0.1", "10.1.2.3", "fd12::1", "::ffff:10.1.2.3"):
        assert guard.permits(ip_address(address))
    for address in ("127.0.0.2", "10.2.0.1", "fd13::1", "::1", "169.254.169.254"):
        assert not guard.permits(ip_address(address))
    with pytest.raises(ValueError, match="localhost is not an address"):
        parse_networks("10.0.0.1, localhost")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.com/", "only http"),
        ("file:///etc/passwd", "only http"),
        ("gopher://example.com", "only http"),
        ("javascript:alert(1)", "only http"),
        ("//example.com", "only http"),
        ("http://", "no host"),
        ("http://user@example.com/", "name or password"),
        ("http://user:secret@example.com/", "name or password"),
        ("http://example.com:0/", "no host"),
        ("http://example.com:99999/", "not a URL"),
        ("http://example.com\\@127.0.0.1/", "backslashes"),
        ("http://exa mple.com/", "blanks"),
        ("http://example.com/\r\nX: y", "blanks"),
        ("http://[::1", "not a URL"),
        ("http://" + "a" * 64 + ".com/", "not a name"),
        ("https://example.com/" + "a" * 2048, "2048"),
    ],
)
def test_what_is_no_plain_url_is_refused(url: str, reason: str) -> None:
    with pytest.raises(Blocked, match=reason):
        parse_url(url)


def test_a_url_is_taken_apart() -> None:
    target = parse_url("https://Exämple.com/a/b?c=d#e")
    assert (target.scheme, target.host, target.port, target.path) == ("https", "xn--exmple-cua.com", 443, "/a/b?c=d")
    assert parse_url("http://[2606:4700::1111]:8080").host == "2606:4700::1111"
    assert parse_url("http://example.com.").host == "example.com"


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "https://[::1]/", "https://[::ffff:169.254.169.254]/", "http://10.0.0.1:8080/x"])
def test_a_literal_address_inside_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(Blocked, match="operator does not allow"):
        Guard().check(url)


@pytest.mark.parametrize("answers", [["127.0.0.1"], ["1.1.1.1", "10.0.0.1"], ["2606:4700::1111", "fe80::1%eth0"], ["::ffff:7f00:1"]])
def test_a_name_that_leads_inside_is_refused_even_in_part(answers: list[str]) -> None:
    guard = Guard(resolver=lambda host, port: answers)
    assert guard.check("https://innocent.example/").host == "innocent.example"
    with pytest.raises(Blocked):
        guard.addresses("innocent.example", 443, 5.0)


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "017700000001", "localhost"])
def test_other_ways_to_write_an_address_inside_lead_nowhere(host: str) -> None:
    with pytest.raises((Blocked, OSError)):
        Guard().addresses(host, 80, 5.0)


def test_a_resolver_that_hangs_is_not_waited_for() -> None:
    import threading

    free = threading.Event()
    guard = Guard(resolver=lambda host, port: (free.wait(30) and []) or [])
    with pytest.raises(OSError, match="in time"):
        guard.addresses("slow.example", 80, 0.05)
    free.set()
