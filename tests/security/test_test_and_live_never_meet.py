"""Test mode and live mode of one app are apart as two tenants are; a login chooses app and mode, a key has its own."""

from __future__ import annotations

from small_service import Service, bearer

from makebelieve.access import keys
from makebelieve.access.callers import Member, Mode, User, default_app_id


def account(service: Service, headers: dict[str, str]) -> User:
    user_id = service.client.get("/api/v1/auth/me", headers=headers).json()["id"]
    user = service.house.database.read(lambda unit: unit.accounts.user(user_id))
    assert user is not None
    return user


def key(service: Service, user: User, mode: Mode) -> dict[str, str]:
    def make(unit: object) -> str:
        app = unit.apps.app(user.default_app)  # type: ignore[attr-defined]
        return keys.create(unit, app, user, "k", service.clock(), mode=mode)[1]  # type: ignore[arg-type]

    return bearer(service.house.database.write(make))


def test_a_test_key_sees_what_test_keys_made_and_a_live_key_what_live_keys_made(service: Service) -> None:
    login = service.user()
    user = account(service, login)
    live, test = key(service, user, "live"), key(service, user, "test")
    made = {mode: service.game(headers)["game_id"] for mode, headers in (("live", live), ("test", test))}
    for headers, own, other in ((live, "live", "test"), (test, "test", "live")):
        assert [item["game_id"] for item in service.client.get("/api/v1/games", headers=headers).json()["items"]] == [made[own]]
        assert service.client.get(f"/api/v1/games/{made[other]}", headers=headers).status_code == 404
        assert service.client.delete(f"/api/v1/games/{made[other]}", headers=headers).status_code == 404
    # One account pays for both.
    assert service.client.get("/api/v1/usage", headers=login).json()["generations_used"] == 2


def test_a_login_acts_live_in_its_default_app_unless_it_says_otherwise(service: Service) -> None:
    login = service.user()
    user = account(service, login)
    made = service.game(key(service, user, "test"))["game_id"]
    path = f"/api/v1/games/{made}"
    assert service.client.get(path, headers=login).status_code == 404
    assert service.client.get(path, headers={**login, "Makebelieve-App": user.default_app}).status_code == 404
    assert service.client.get(path, headers={**login, "Makebelieve-App": f"{user.default_app}:test"}).status_code == 200


def test_a_login_acts_in_no_app_that_it_does_not_belong_to(service: Service) -> None:
    ada, eve = service.user("ada@example.org"), service.user("eve@example.org")
    home = account(service, ada).default_app
    for wish in (home, f"{home}:test", f"{home}:live", "app_x", ":test", f"{home}:test:test"):
        answer = service.client.get("/api/v1/games", headers={**eve, "Makebelieve-App": wish})
        assert answer.status_code == 404, wish
    game = service.game(ada)["game_id"]
    assert service.client.get(f"/api/v1/games/{game}", headers=eve).status_code == 404


def test_a_member_shares_the_apps_things_and_its_owner_pays(service: Service) -> None:
    ada, eve = service.user("ada@example.org"), service.user("eve@example.org")
    home, guest = account(service, ada).default_app, account(service, eve).id
    service.house.database.write(lambda unit: unit.apps.add_member(Member(home, guest, "member", 0.0)))
    in_hers = {**eve, "Makebelieve-App": home}
    game = service.game(in_hers)["game_id"]
    assert service.client.get(f"/api/v1/games/{game}", headers=ada).status_code == 200
    assert service.client.get(f"/api/v1/games/{game}", headers=eve).status_code == 404
    assert service.client.get("/api/v1/usage", headers=ada).json()["generations_used"] == 1
    assert service.client.get("/api/v1/usage", headers=eve).json()["generations_used"] == 0


def test_a_key_acts_in_no_other_app_and_no_other_mode(service: Service) -> None:
    user = account(service, service.user())
    live = key(service, user, "live")
    assert service.client.get("/api/v1/games", headers={**live, "Makebelieve-App": user.default_app}).status_code == 200
    for wish in (f"{user.default_app}:test", default_app_id("user_other")):
        answer = service.client.get("/api/v1/games", headers={**live, "Makebelieve-App": wish})
        assert (answer.status_code, answer.json()["code"]) == (403, "other_app")
