"""The guarded client, against a real server."""

from __future__ import annotations

import contextlib
import ipaddress
import time
from collections.abc import Iterator
from typing import Any

import pytest
import receiver

from makebelieve.outbound.addresses import Blocked, Guard, parse_networks
from makebelieve.outbound.client import Client, Overrun, TooLarge, Unreachable

LOCAL = parse_networks("127.0.0.1")


@pytest.fixture
def server() -> Iterator[receiver.Receiver]:
    with receiver.running() as running:
        yield running


def get(client: Client, url: str, **changes: Any) -> Any:
    return client.request("GET", url, **{"timeout": 20.0, "most": 1000, **changes})


def test_an_exchange_sends_no_more_than_was_asked(server: receiver.Receiver) -> None:
    server.answer = lambda request: (200, {"X-Y": "z"}, b"hello")
    answer = Client(Guard(LOCAL)).request(
        "POST", f"{server.url}/a?b=c", headers={"Content-Type": "text/plain"}, body=b"hi", timeout=20.0, most=100
    )
    assert (answer.status, answer.body, answer.whole, answer.headers["x-y"]) == (200, b"hello", True, "z")
    sent = server.received[0]
    assert (sent.method, sent.path, sent.body) == ("POST", "/a?b=c", b"hi")
    assert set(sent.headers) == {"host", "user-agent", "accept", "accept-encoding", "content-type", "content-length"}


def test_without_permission_this_machine_is_out_of_reach(server: receiver.Receiver) -> None:
    with pytest.raises(Blocked):
        get(Client(Guard()), server.url)
    with pytest.raises(Blocked):
        get(Client(Guard()), server.url.replace("127.0.0.1", "localhost"))
    assert server.received == []


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(server: receiver.Receiver) -> None:
    """A name that answers differently the second time (DNS rebinding) is asked once."""
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    port = server.url.rpartition(":")[2]
    answer = get(Client(Guard(LOCAL, rebinding)), f"http://rebinding.example:{port}/")
    assert answer.status == 204
    assert asked == ["rebinding.example"]
    assert server.received[0].headers["host"] == f"rebinding.example:{port}"


@pytest.mark.parametrize("where", ["http://169.254.169.254/latest/meta-data", "http://10.0.0.1/", "//[::1]/", "file:///etc/passwd"])
def test_a_redirect_inside_is_refused(server: receiver.Receiver, where: str) -> None:
    server.answer = lambda request: (302, {"Location": where}, b"")
    with pytest.raises(Blocked):
        get(Client(Guard(LOCAL)), server.url, redirects=3)
    assert len(server.received) == 1


def test_redirects_are_followed_as_far_as_allowed(server: receiver.Receiver) -> None:
    server.answer = lambda request: (302, {"Location": f"/{len(server.received)}"}, b"")
    assert get(Client(Guard(LOCAL)), server.url).status == 302
    server.received.clear()
    answer = get(Client(Guard(LOCAL)), server.url, redirects=2)
    assert answer.status == 302
    assert [request.path for request in server.received] == ["/", "/1", "/2"]
    assert answer.url.endswith("/2")


def test_too_much_is_refused_or_cut(server: receiver.Receiver) -> None:
    server.answer = lambda request: (200, {}, b"x" * 5000)
    with pytest.raises(TooLarge):
        get(Client(Guard(LOCAL)), server.url)
    answer = get(Client(Guard(LOCAL)), server.url, cut=True)
    assert (len(answer.body), answer.whole) == (1000, False)


def test_a_peer_that_never_stops_dripping_is_left(server: receiver.Receiver) -> None:
    def drip(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(600):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.05)

    server.answer = lambda request: drip
    with pytest.raises(Overrun):
        get(Client(Guard(LOCAL)), server.url, timeout=0.5)


def test_nobody_there_is_said_without_addresses(server: receiver.Receiver) -> None:
    with pytest.raises(Unreachable, match="refused") as caught:
        get(Client(Guard(LOCAL)), "http://127.0.0.1:1/")
    assert "127.0.0.1" not in str(caught.value)
    with pytest.raises(Unreachable, match="name is not known"):
        get(Client(Guard(LOCAL, lambda host, port: [])), "http://nowhere.example/")

    def garbage(handler: Any) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")
        handler.close_connection = True

    server.answer = lambda request: garbage
    with pytest.raises(Unreachable, match="not HTTP"):
        get(Client(Guard(LOCAL)), server.url)


def test_a_certificate_that_nobody_vouches_for_does_not_hold() -> None:
    import ssl
    import threading
    from datetime import UTC, datetime, timedelta
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )
    with TemporaryDirectory() as folder:
        pem = Path(folder) / "both.pem"
        private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        from http.server import BaseHTTPRequestHandler, HTTPServer

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        secure = HTTPServer(("127.0.0.1", 0), Handler)
        secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=secure.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        url = f"https://127.0.0.1:{secure.server_address[1]}/"
        with pytest.raises(Unreachable, match="certificate"):
            get(Client(Guard(LOCAL)), url)
        trusting = ssl.create_default_context(cafile=str(pem))
        assert get(Client(Guard(LOCAL), tls=trusting), url).status == 200
        secure.shutdown()
        secure.server_close()
