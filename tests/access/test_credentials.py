"""Passwords, tokens, keys, seals, the gate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.access.browser import safe_next
from makebelieve.access.callers import Caller, User, anonymous, expand
from makebelieve.access.gate import RULES, Action, admit, own
from makebelieve.access.passwords import MIN_LENGTH
from makebelieve.access.sealing import SealingKeys, seal, unseal
from makebelieve.access.secrets import digest_of, looks_like_key, new_api_key
from makebelieve.kit.errors import Problem

KEYS = SealingKeys({"b": "second secret of thirty-two characters", "a": "first secret of thirty-two characters"})
NOW = 1_769_860_800.0


def test_passwords_are_hashed_with_argon2id_and_a_salt() -> None:
    from argon2 import PasswordHasher

    # The parameters in use, whatever other tests made cheap.
    hasher = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)
    one = hasher.hash("correct horse")
    assert one.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert one != hasher.hash("correct horse")
    assert MIN_LENGTH >= 8


def test_api_keys_are_long_and_kept_as_digests() -> None:
    key = new_api_key()
    assert key.startswith("sk_live_")
    assert len(key) == 48
    assert looks_like_key(key)
    assert key not in digest_of(key)
    assert len({new_api_key() for _ in range(100)}) == 100


@given(st.binary(max_size=200))
def test_sealed_data_opens_with_any_of_our_keys_and_no_other(data: bytes) -> None:
    sealed = seal(SealingKeys({"a": KEYS.secrets["a"]}), data)
    assert unseal(KEYS, sealed) == data
    assert unseal(SealingKeys({"c": "third secret of thirty-two characters"}), sealed) is None
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
@pytest.mark.parametrize("scopes", [(), ("read",), ("generate",), ("worlds:read",), ("full",)])
def test_the_gate_wants_the_actions_scope(action: Action, scopes: tuple[str, ...]) -> None:
    caller = Caller("key", "free", expand(scopes), "x", USER)
    if RULES[action].met_by(expand(scopes)):
        admit(caller, action)
    else:
        with pytest.raises(Problem) as caught:
            admit(caller, action)
        assert caught.value.status == 403


@pytest.mark.parametrize("action", RULES)
def test_the_gate_lets_strangers_generate_and_nothing_else(action: Action) -> None:
    # "play" has a token of its own, which its calls read (tests/contract/test_world_sessions.py).
    if action in ("public", "games:generate", "play"):
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
