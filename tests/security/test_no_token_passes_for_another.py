"""Tokens: forged, altered, expired, early, of another kind, for another audience, under another algorithm or key: all say nothing."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from small_service import Service, bearer

from makebelieve.access import signing, tokens
from makebelieve.access.signing import Keyring
from makebelieve.access.tokens import Access, Connect, Download, Live, Session

NOW = 1_769_860_800.0
PRIVATE, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
RING = Keyring(("sig_b", PRIVATE), {"sig_b": PRIVATE.public_key(), "sig_a": OTHER.public_key()})
KINDS: tuple[Any, ...] = (
    Access("user_1", ("read", "full"), 3, "key_1"),
    Session("app_1", "test", "world_1", "slug", "ada", None),
    Connect("app_1", "live", "world_1", "jti", "ada"),
    Live("app_1", "live", "game_1", "ada"),
    Download("games/a/b.zip", "b.zip"),
)


def part(data: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize("claims", KINDS, ids=lambda claims: claims.kind)
def test_a_token_says_what_it_was_made_to_say_from_its_beginning_to_its_end(claims: Any) -> None:
    minted = tokens.mint(RING, claims, NOW, 60)
    for at, known in ((NOW - 6, False), (NOW, True), (NOW + 59, True), (NOW + 60, False)):
        read = tokens.read(RING, minted.text, type(claims), at)
        assert (read is not None) is known
        if read is not None:
            assert (read.claims, read.id, read.expires_at, read.signed_by) == (claims, minted.id, NOW + 60, "sig_b")


@pytest.mark.parametrize("claims", KINDS, ids=lambda claims: claims.kind)
@pytest.mark.parametrize("kind", [type(each) for each in KINDS], ids=lambda kind: kind.kind)
def test_one_kind_is_never_taken_for_another(claims: Any, kind: Any) -> None:
    read = tokens.read(RING, tokens.mint(RING, claims, NOW, 60).text, kind, NOW)
    assert (read is not None) is (kind is type(claims))


@pytest.mark.parametrize("victim", KINDS, ids=lambda claims: claims.kind)
def test_neither_the_type_alone_nor_the_audience_alone_makes_a_kind(victim: Any) -> None:
    """Rewritten by somebody who holds the signing key, as a bug of ours might: both marks must fit."""
    payload = jwt.decode(tokens.mint(RING, victim, NOW, 60).text, options={"verify_signature": False})
    right = f"{victim.kind}+jwt"
    for typ, audience, good in ((right, payload["aud"], True), (right, "makebelieve:other", False), ("JWT", payload["aud"], False)):
        made = jwt.encode({**payload, "aud": audience}, PRIVATE, algorithm="EdDSA", headers={"kid": "sig_b", "typ": typ})
        assert (tokens.read(RING, made, type(victim), NOW) is not None) is good


def test_a_session_bound_to_an_origin_has_it_as_its_audience() -> None:
    bound = Session("app_1", "live", "world_1", origin="https://fox.example")
    text = tokens.mint(RING, bound, NOW, 60).text
    assert jwt.decode(text, options={"verify_signature": False})["aud"] == "https://fox.example"
    read = tokens.read(RING, text, Session, NOW)
    assert read is not None
    assert read.claims.origin == "https://fox.example"
    # The audience is changed, the claim is not: refused.
    payload = {**jwt.decode(text, options={"verify_signature": False}), "aud": "https://evil.example"}
    made = jwt.encode(payload, PRIVATE, algorithm="EdDSA", headers={"kid": "sig_b", "typ": "session+jwt"})
    assert tokens.read(RING, made, Session, NOW) is None


def _forged(make: Callable[[dict[str, Any]], str]) -> str:
    good = tokens.mint(RING, KINDS[0], NOW, 60).text
    return make(jwt.decode(good, options={"verify_signature": False}))


def _public_pem() -> bytes:
    return PRIVATE.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def _hmac(payload: dict[str, Any], secret: bytes, kid: str = "sig_b") -> str:
    import hashlib
    import hmac

    signed = part({"alg": "HS256", "kid": kid, "typ": "access+jwt"}) + "." + part(payload)
    mac = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
    return signed + "." + base64.urlsafe_b64encode(mac).rstrip(b"=").decode()


def signed(payload: dict[str, Any], key: Any = PRIVATE, **header: Any) -> str:
    return jwt.encode(payload, key, algorithm="EdDSA", headers={"kid": "sig_b", "typ": "access+jwt", **header})


FORGERIES: dict[str, Callable[[dict[str, Any]], str]] = {
    "no algorithm": lambda p: part({"alg": "none", "kid": "sig_b", "typ": "access+jwt"}) + "." + part(p) + ".",
    "no algorithm, in capitals": lambda p: part({"alg": "NONE", "kid": "sig_b", "typ": "access+jwt"}) + "." + part(p) + ".",
    "our algorithm, no signature": lambda p: part({"alg": "EdDSA", "kid": "sig_b", "typ": "access+jwt"}) + "." + part(p) + ".",
    "the public key as a shared secret": lambda p: _hmac(p, _public_pem()),
    "the raw public key as a shared secret": lambda p: _hmac(p, PRIVATE.public_key().public_bytes_raw()),
    "an empty secret by a kid that is a path": lambda p: _hmac(p, b"", "../../../../dev/null"),
    "a kid that is a query": lambda p: signed(p, kid="x' UNION SELECT 'k"),
    "a kid of nobody": lambda p: signed(p, kid="sig_z"),
    "a kid that is no text": lambda p: part({"alg": "EdDSA", "kid": ["sig_b"], "typ": "access+jwt"}) + "." + part(p) + ".AAAA",
    "another of our keys than named": lambda p: signed(p, OTHER),
    "a stranger's key": lambda p: signed(p, Ed25519PrivateKey.generate()),
    "a stranger's key, brought along": lambda p: signed(
        p, (key := Ed25519PrivateKey.generate()), jwk={"kty": "OKP", "crv": "Ed25519", "x": part(key.public_key().public_bytes_raw().hex())}
    ),
    "another issuer": lambda p: signed({**p, "iss": "elsewhere"}),
    "no issuer": lambda p: signed({k: v for k, v in p.items() if k != "iss"}),
    "no audience": lambda p: signed({k: v for k, v in p.items() if k != "aud"}),
    "several audiences": lambda p: signed({**p, "aud": [p["aud"], "makebelieve:session"]}),
    "no end": lambda p: signed({k: v for k, v in p.items() if k != "exp"}),
    "an end that is no number": lambda p: signed({**p, "exp": "never"}),
    "no beginning": lambda p: signed({k: v for k, v in p.items() if k != "nbf"}),
    "a beginning to come": lambda p: signed({**p, "nbf": int(NOW) + 3600}),
    "no id": lambda p: signed({k: v for k, v in p.items() if k != "jti"}),
    "no account": lambda p: signed({k: v for k, v in p.items() if k != "user_id"}),
    "scopes that are no list": lambda p: signed({**p, "scopes": {"full": 1}}),
    "something critical that we do not know": lambda p: signed(p, crit=["exp"], exp=1),
    "too long": lambda p: signed({**p, "padding": "x" * 5000}),
}


@pytest.mark.parametrize("make", FORGERIES.values(), ids=FORGERIES)
def test_forgeries_say_nothing(make: Callable[[dict[str, Any]], str]) -> None:
    assert tokens.read(RING, _forged(make), Access, NOW) is None


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert tokens.read(RING, text, Access, NOW) is None
    assert tokens.read(RING, f"{text}.{text}.{text}", Access, NOW) is None
    tokens.kid_of(text)


@given(st.data())
def test_a_token_with_any_letter_changed_says_nothing(data: st.DataObject) -> None:
    text = tokens.mint(RING, KINDS[0], NOW, 60).text
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("Aa0_-.x"))
    altered = text[:place] + letter + text[place + 1 :]
    read = tokens.read(RING, altered, Access, NOW)
    # The last letter of a part may carry bits that are not part of the value: then nothing was changed.
    assert read is None or read.claims == KINDS[0]


# --- against the running service ---


def ring_of(service: Service) -> Keyring:
    ring = service.house.database.read(lambda unit: signing.load(unit, service.sealing, service.clock()))
    assert ring is not None
    return ring


def test_tokens_of_the_other_kinds_open_no_call(service: Service) -> None:
    user = service.client.get("/api/v1/auth/me", headers=service.user()).json()
    ring = ring_of(service)
    for claims in KINDS[1:]:
        text = tokens.mint(ring, claims, service.clock(), 600).text
        assert service.client.get("/api/v1/games", headers=bearer(text)).status_code == 401
    right = tokens.mint(ring, Access(user["id"], ("full",)), service.clock(), 600).text
    assert service.client.get("/api/v1/games", headers=bearer(right)).status_code == 200


def test_published_keys_verify_what_we_sign(service: Service) -> None:
    token = service.register("ada@example.org")["access_token"]
    published = service.client.get("/.well-known/jwks.json").json()["keys"]
    assert [(key["kty"], key["crv"], key["use"]) for key in published] == [("OKP", "Ed25519", "sig")]
    assert "d" not in published[0]
    key = jwt.PyJWK(published[0]).key
    options: Any = {"verify_exp": False, "verify_nbf": False, "verify_iat": False}
    assert jwt.decode(token, key, algorithms=["EdDSA"], audience="makebelieve:access", options=options)["iss"] == "makebelieve"


def test_rotation_keeps_what_was_signed_and_signs_anew(service: Service) -> None:
    old = service.user("ada@example.org")
    before = ring_of(service).signer[0]
    service.house.database.write(lambda unit: signing.rotate(unit, service.sealing, service.clock(), at_once=False))
    service.clock.pass_(6)
    new = service.user("eve@example.org")
    assert jwt.get_unverified_header(new["Authorization"].split()[1])["kid"] != before
    for headers in (old, new):
        assert service.client.get("/api/v1/games", headers=headers).status_code == 200
    assert len(service.client.get("/.well-known/jwks.json").json()["keys"]) == 2
    service.clock.pass_(signing.OVERLAP)
    assert len(service.client.get("/.well-known/jwks.json").json()["keys"]) == 1


def test_a_rotation_at_once_ends_what_the_old_key_signed(service: Service) -> None:
    old = service.user("ada@example.org")
    assert service.client.get("/api/v1/games", headers=old).status_code == 200
    service.house.database.write(lambda unit: signing.rotate(unit, service.sealing, service.clock(), at_once=True))
    service.clock.pass_(6)
    assert service.client.get("/api/v1/games", headers=old).status_code == 401
    login = service.client.post("/api/v1/auth/login", json={"email": "ada@example.org", "password": "correct horse"}).json()
    assert service.client.get("/api/v1/games", headers=bearer(login["access_token"])).status_code == 200


def test_a_key_made_by_another_process_is_known_at_once(service: Service) -> None:
    user = service.client.get("/api/v1/auth/me", headers=service.user()).json()
    service.house.database.write(lambda unit: signing.rotate(unit, service.sealing, service.clock(), at_once=False))
    text = tokens.mint(ring_of(service), Access(user["id"], ("full",)), service.clock(), 600).text
    service.clock.pass_(1)
    assert service.client.get("/api/v1/games", headers=bearer(text)).status_code == 200


def test_private_keys_are_sealed_in_the_database(service: Service) -> None:
    service.register("ada@example.org")
    ring = ring_of(service)
    rows = service.house.database.read(lambda unit: unit.signing.all())
    assert rows
    assert all(ring.signer[1].private_bytes_raw() not in row.sealed for row in rows)


def test_minting_uses_the_clock_it_is_given() -> None:
    assert tokens.mint(RING, KINDS[0], 1000.0, 60).expires_at == 1060 < time.time()
