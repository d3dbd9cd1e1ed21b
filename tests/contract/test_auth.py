"""G-13 to G-16: accounts and tokens; refresh and logout of decisions.md."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service, bearer

from makebelieve.edge.http.auth import LOGINS_A_MINUTE


def test_register_gives_tokens_and_the_user(service: Service) -> None:
    made = service.register("Ada@Example.org ")
    assert made["user"]["email"] == "ada@example.org"
    assert made["user"]["tier"] == "free"
    assert made["expires_in"] == 3600
    assert service.client.get("/api/v1/games", headers=bearer(made["access_token"])).status_code == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"email": "nobody", "password": "correct horse"}, "email"),
        ({"email": "a b@c.d", "password": "correct horse"}, "email"),
        ({"email": "a@b", "password": "short"}, "password"),
        ({"email": "a@b", "password": "aaaaaaaaaaaa"}, "password"),
        ({"email": "a@b", "password": "x" * 257}, "password"),
        ({"password": "correct horse"}, "email"),
    ],
)
def test_bad_registration_is_422_and_the_password_is_not_repeated(service: Service, body: dict[str, str], field: str) -> None:
    answer = service.client.post("/api/v1/auth/register", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["path"] == field
    assert body["password"] not in answer.text


def test_a_second_account_for_one_address_is_409(service: Service) -> None:
    service.register("ada@example.org")
    answer = service.client.post("/api/v1/auth/register", json={"email": "ADA@example.org", "password": "correct horse"})
    assert answer.status_code == 409


def test_registration_can_be_closed(open_service: Any) -> None:
    service = open_service(registration=False)
    assert service.client.post("/api/v1/auth/register", json={"email": "a@b", "password": "correct horse"}).status_code == 403


def test_login(service: Service) -> None:
    service.register("ada@example.org")
    answer = service.client.post("/api/v1/auth/login", json={"email": "ada@example.org", "password": "correct horse"})
    assert answer.status_code == 200
    assert {"access_token", "refresh_token", "user"} <= set(answer.json())


@pytest.mark.parametrize(
    ("email", "password"), [("ada@example.org", "wrong horse"), ("eve@example.org", "correct horse"), ("owner@localhost", "")]
)
def test_a_failed_login_is_401_and_does_not_say_what_was_wrong(service: Service, email: str, password: str) -> None:
    service.register("ada@example.org")
    answer = service.client.post("/api/v1/auth/login", json={"email": email, "password": password})
    assert answer.status_code == 401
    assert answer.json()["detail"] == "email address or password is wrong"


@pytest.mark.parametrize("email", ["ada@example.org", "nobody@example.org"])
def test_an_accounts_password_may_be_tried_ten_times_a_minute_whether_it_exists_or_not(service: Service, email: str) -> None:
    service.user()
    body = {"email": email, "password": "wrong horse"}
    answers = [service.client.post("/api/v1/auth/login", json=body) for _ in range(LOGINS_A_MINUTE + 1)]
    assert [answer.status_code for answer in answers] == [401] * LOGINS_A_MINUTE + [429]
    refused = answers[-1]
    assert refused.json()["code"] == "too_many_logins"
    # Not even with the right password, and however the address is written; another account is not concerned.
    again = service.client.post("/api/v1/auth/login", json={"email": f" {email.upper()}", "password": "correct horse"})
    assert again.status_code == 429
    other = service.client.post("/api/v1/auth/login", json={"email": "eve@example.org", "password": "correct horse"})
    assert other.status_code == 401
    service.clock.pass_(int(refused.headers["Retry-After"]))
    assert service.client.post("/api/v1/auth/login", json=body).status_code == 401


def test_an_access_token_lives_an_hour(service: Service) -> None:
    headers = service.user()
    service.clock.pass_(3599)
    assert service.client.get("/api/v1/games", headers=headers).status_code == 200
    service.clock.pass_(1)
    assert service.client.get("/api/v1/games", headers=headers).status_code == 401


def test_refresh_rotates(service: Service) -> None:
    first = service.register("ada@example.org")
    second = service.client.post("/api/v1/auth/refresh", json={"refresh_token": first["refresh_token"]})
    assert second.status_code == 200
    assert second.json()["refresh_token"] != first["refresh_token"]
    assert service.client.get("/api/v1/games", headers=bearer(second.json()["access_token"])).status_code == 200


def test_a_refresh_token_used_twice_ends_the_whole_family(service: Service) -> None:
    first = service.register("ada@example.org")["refresh_token"]
    second = service.client.post("/api/v1/auth/refresh", json={"refresh_token": first}).json()["refresh_token"]
    assert service.client.post("/api/v1/auth/refresh", json={"refresh_token": first}).status_code == 401
    assert service.client.post("/api/v1/auth/refresh", json={"refresh_token": second}).status_code == 401


def test_another_login_survives_that(service: Service) -> None:
    first = service.register("ada@example.org")["refresh_token"]
    other = service.client.post("/api/v1/auth/login", json={"email": "ada@example.org", "password": "correct horse"}).json()[
        "refresh_token"
    ]
    for _ in range(2):
        service.client.post("/api/v1/auth/refresh", json={"refresh_token": first})
    assert service.client.post("/api/v1/auth/refresh", json={"refresh_token": other}).status_code == 200


def test_a_refresh_token_lives_thirty_days(service: Service) -> None:
    token = service.register("ada@example.org")["refresh_token"]
    service.clock.pass_(30 * 24 * 3600)
    assert service.client.post("/api/v1/auth/refresh", json={"refresh_token": token}).status_code == 401


def test_an_unknown_refresh_token_is_401(service: Service) -> None:
    assert service.client.post("/api/v1/auth/refresh", json={"refresh_token": "nothing"}).status_code == 401


def test_a_key_is_swapped_for_a_day(service: Service) -> None:
    key = service.key(service.user(), "read")["Authorization"].split()[1]
    answer = service.client.post("/api/v1/auth/token", json={"api_key": key})
    assert answer.status_code == 200
    assert answer.json()["expires_in"] == 24 * 3600
    headers = bearer(answer.json()["access_token"])
    assert service.client.get("/api/v1/games", headers=headers).status_code == 200
    # The token can do what the key can, no more.
    assert service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=headers).status_code == 403
    service.clock.pass_(24 * 3600)
    assert service.client.get("/api/v1/games", headers=headers).status_code == 401


@pytest.mark.parametrize("key", ["sk_live_unknown", "pk_live_unknown", "hello", ""])
def test_an_unknown_key_is_not_swapped(service: Service, key: str) -> None:
    assert service.client.post("/api/v1/auth/token", json={"api_key": key}).status_code == 401


def test_logout_ends_the_refresh_family(service: Service) -> None:
    made = service.register("ada@example.org")
    assert service.client.post("/api/v1/auth/logout", json={"refresh_token": made["refresh_token"]}).status_code == 204
    assert service.client.post("/api/v1/auth/refresh", json={"refresh_token": made["refresh_token"]}).status_code == 401


def test_google_sign_in_is_501(service: Service) -> None:
    answer = service.client.post("/api/v1/auth/google", json={"id_token": "x"})
    assert answer.status_code == 501
    assert answer.json()["code"] == "not_configured"


def test_checkout_is_501_for_those_who_may_ask(service: Service) -> None:
    path = "/api/v1/billing/create-checkout-session"
    assert service.client.post(path).status_code == 401
    assert service.client.post(path, headers=service.owner).status_code == 501


def test_a_stale_credential_does_not_keep_one_from_logging_in(service: Service) -> None:
    service.register("ada@example.org")
    body = {"email": "ada@example.org", "password": "correct horse"}
    assert service.client.post("/api/v1/auth/login", json=body, headers=bearer("stale")).status_code == 200


def test_logging_out_everywhere_ends_every_login_and_no_key(service: Service) -> None:
    first = service.register("ada@example.org")
    headers, key = bearer(first["access_token"]), service.key(bearer(first["access_token"]), "read")
    service.client.cookies.clear()
    body = {"email": "ada@example.org", "password": "correct horse"}
    second = service.client.post("/api/v1/auth/login", json=body, headers={"Origin": "http://testserver"}).json()
    cookie = service.client.cookies["mb_session"]
    service.client.cookies.clear()
    assert service.client.post("/api/v1/auth/logout-all", headers=headers).status_code == 204
    for access in (first["access_token"], second["access_token"]):
        assert service.client.get("/api/v1/games", headers=bearer(access)).status_code == 401
    for refresh in (first["refresh_token"], second["refresh_token"]):
        assert service.client.post("/api/v1/auth/refresh", json={"refresh_token": refresh}).status_code == 401
    assert service.client.get("/api/v1/games", headers={"Cookie": f"mb_session={cookie}"}).status_code == 401
    assert service.client.get("/api/v1/games", headers=key).status_code == 200
    again = service.client.post("/api/v1/auth/login", json=body).json()
    assert service.client.get("/api/v1/games", headers=bearer(again["access_token"])).status_code == 200


def test_a_logout_elsewhere_is_seen_within_a_second(service: Service) -> None:
    headers = service.user()
    assert service.client.get("/api/v1/games", headers=headers).status_code == 200
    service.house.accounts.end_logins("ada@example.org")
    service.clock.pass_(1.0)
    assert service.client.get("/api/v1/games", headers=headers).status_code == 401


def test_a_new_password_ends_what_the_old_one_opened(service: Service) -> None:
    first = service.register("ada@example.org")
    change = {"current_password": "correct horse", "new_password": "a better horse"}
    answer = service.client.post("/api/v1/auth/password", json=change, headers=bearer(first["access_token"]))
    assert answer.status_code == 200
    assert service.client.get("/api/v1/games", headers=bearer(first["access_token"])).status_code == 401
    assert service.client.get("/api/v1/games", headers=bearer(answer.json()["access_token"])).status_code == 200
    for password, status in (("correct horse", 401), ("a better horse", 200)):
        body = {"email": "ada@example.org", "password": password}
        assert service.client.post("/api/v1/auth/login", json=body).status_code == status


def test_a_password_is_changed_by_who_knows_it(service: Service) -> None:
    headers = service.user()
    path = "/api/v1/auth/password"
    for current in ("wrong horse", None):
        answer = service.client.post(path, json={"current_password": current, "new_password": "a better horse"}, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "wrong_password")
    short = service.client.post(path, json={"current_password": "correct horse", "new_password": "short"}, headers=headers)
    assert short.status_code == 422
    assert service.client.get("/api/v1/games", headers=headers).status_code == 200


def test_the_owner_of_a_single_user_install_sets_a_first_password(service: Service) -> None:
    from makebelieve.access import browser

    owner = service.house.database.read(lambda unit: unit.accounts.owner())
    link = service.house.database.write(lambda unit: browser.make_login_link(unit, owner, service.clock()))
    service.client.get(f"/login/{link}", follow_redirects=False)
    answer = service.client.post("/api/v1/auth/password", json={"new_password": "a first horse"}, headers={"Origin": "http://testserver"})
    assert answer.status_code == 200
    assert service.client.get("/api/v1/games").status_code == 200
    login = service.client.post("/api/v1/auth/login", json={"email": "owner@localhost", "password": "a first horse"})
    assert login.status_code == 200


def test_a_disabled_account_and_its_keys_count_for_nothing(service: Service) -> None:
    made = service.register("ada@example.org")
    headers, key = bearer(made["access_token"]), service.key(bearer(made["access_token"]), "read")
    service.house.accounts.disable("ada@example.org")
    service.clock.pass_(1.0)
    for credential in (headers, key):
        assert service.client.get("/api/v1/games", headers=credential).status_code == 401
    body = {"email": "ada@example.org", "password": "correct horse"}
    assert service.client.post("/api/v1/auth/login", json=body).status_code == 401
    assert service.client.post("/api/v1/auth/refresh", json={"refresh_token": made["refresh_token"]}).status_code == 401
    assert service.client.post("/api/v1/auth/token", json={"api_key": key["Authorization"].split()[1]}).status_code == 401
    service.house.accounts.enable("ada@example.org")
    service.clock.pass_(1.0)
    assert service.client.get("/api/v1/games", headers=key).status_code == 200
    assert service.client.get("/api/v1/games", headers=headers).status_code == 401
    assert service.client.post("/api/v1/auth/login", json=body).status_code == 200
