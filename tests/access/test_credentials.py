"""Passwords, tokens, keys, seals, the gate."""

from __future__ import annotations

import base64
import json

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.access import tokens
from makebelieve.access.browser import safe_next
from makebelieve.access.callers import Caller, User, anonymous, expand
from makebelieve.access.gate import RULES, Action, admit, own
from makebelieve.access.passwords import MIN_LENGTH
from makebelieve.access.sealing import seal, unseal
from makebelieve.access.secrets import digest_of, looks_like_key, new_api_key
from makebelieve.access.tokens import SigningKeys
from makebelieve.kit.errors import Problem

KEYS = SigningKeys({"b": "second secret of thirty-two characters", "a": "first secret of thirty-two characters"})
NOW = 1_769_860_800.0


def test_passwords_are_hashed_with_argon2id_and_a_salt() -> None:
    from argon2 import PasswordHasher

    # The parameters in use, whatever other tests made cheap.
    hasher = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)
    one = hasher.hash("correct horse")
    assert one.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert one != hasher.hash("correct horse")
    assert MIN_LENGTH >= 8


def test_a_token_says_who_until_it_expires() -> None:
    token = tokens.mint(KEYS, "user_1", ("read",), NOW, 60, "key_1")
    claims = tokens.read(KEYS, token, NOW + 59)
    assert claims is not None
    assert (claims.user_id, claims.scopes, claims.key_id) == ("user_1", ("read",), "key_1")
    assert tokens.read(KEYS, token, NOW + 60) is None
    assert jwt.get_unverified_header(token)["kid"] == "b"


def test_keys_can_be_rotated() -> None:
    old = tokens.mint(SigningKeys({"a": KEYS.secrets["a"]}), "user_1", ("full",), NOW)
    assert tokens.read(KEYS, old, NOW) is not None
    assert tokens.read(SigningKeys({"b": KEYS.secrets["b"]}), old, NOW) is None


def _part(data: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "token",
    [
        "",
        "a.b.c",
        _part({"alg": "none", "kid": "b"}) + "." + _part({"iss": "makebelieve", "sub": "user_1", "scopes": ["full"], "exp": 9e9}) + ".",
        jwt.encode({"iss": "makebelieve", "sub": "u", "scopes": [], "exp": 9e9}, "x" * 40, headers={"kid": "b"}),
        jwt.encode({"iss": "other", "sub": "u", "scopes": [], "exp": 9e9}, KEYS.secrets["b"], headers={"kid": "b"}),
        jwt.encode({"iss": "makebelieve", "sub": "u", "exp": 9e9}, KEYS.secrets["b"], headers={"kid": "b"}),
        jwt.encode({"iss": "makebelieve", "sub": "u", "scopes": [], "exp": 9e9}, KEYS.secrets["b"], headers={"kid": "zzz"}),
    ],
)
def test_forged_tokens_say_nothing(token: str) -> None:
    assert tokens.read(KEYS, token, NOW) is None


def test_api_keys_are_long_and_kept_as_digests() -> None:
    key = new_api_key()
    assert key.startswith("sk_live_")
    assert len(key) == 48
    assert looks_like_key(key)
    assert key not in digest_of(key)
    assert len({new_api_key() for _ in range(100)}) == 100


@given(st.binary(max_size=200))
def test_sealed_data_opens_with_any_of_our_keys_and_no_other(data: bytes) -> None:
    sealed = seal(SigningKeys({"a": KEYS.secrets["a"]}), data)
    assert unseal(KEYS, sealed) == data
    assert unseal(SigningKeys({"c": "third secret of thirty-two characters"}), sealed) is None
    assert unseal(KEYS, sealed[:-1] + bytes([sealed[-1] ^ 1])) is None


@given(st.text(max_size=40))
def test_where_a_login_leads_is_always_here(target: str) -> None:
    safe = safe_next(target)
    assert safe.startswith("/")
    assert not safe.startswith(("//", "/\\"))
    assert "\n" not in safe
    assert "\r" not in safe


USER = User("user_1", "a@b", "A", "free", False, True, None, NOW)


@pytest.mark.parametrize("action", RULES)
@pytest.mark.parametrize("scopes", [(), ("read",), ("generate",), ("full",)])
def test_the_gate_wants_the_actions_scope(action: Action, scopes: tuple[str, ...]) -> None:
    caller = Caller("key", "free", expand(scopes), "x", USER)
    wanted = RULES[action].scope
    if wanted is None or wanted in expand(scopes):
        admit(caller, action)
    else:
        with pytest.raises(Problem) as caught:
            admit(caller, action)
        assert caught.value.status == 403


@pytest.mark.parametrize("action", RULES)
def test_the_gate_lets_strangers_generate_and_nothing_else(action: Action) -> None:
    if action in ("public", "games:generate"):
        admit(anonymous("x"), action)
    else:
        with pytest.raises(Problem) as caught:
            admit(anonymous("x"), action)
        assert caught.value.status == 401


def test_anothers_thing_looks_like_none_at_all() -> None:
    caller = Caller("jwt", "free", expand(("full",)), "x", USER)
    own(caller, "app:app_1", "game")
    problems = []
    for owner in (None, "app:app_2", "app:app_1:test", "session:1"):
        with pytest.raises(Problem) as caught:
            own(caller, owner, "game")
        problems.append((caught.value.status, caught.value.detail))
    assert set(problems) == {(404, "no such game")}
