"""Messages against a real receiver: signed, retried, leased, given up; on SQLite and PostgreSQL."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import installs
import pytest
import receiver
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from makebelieve.housekeys import load_sealing_keys
from makebelieve.kit.errors import Problem
from makebelieve.outbound.addresses import Guard, parse_networks
from makebelieve.outbound.client import Client
from makebelieve.settings import Settings
from makebelieve.storage.database import Database
from makebelieve.webhooks import endpoints, outbox, signing
from makebelieve.webhooks.delivery import Couriers
from makebelieve.webhooks.leases import LEASE, Leases
from makebelieve.webhooks.repository import Delivery, Endpoint

OWNER = "app:a"
LOCAL = Guard(parse_networks("127.0.0.1"))


class Clock:
    """Starts at the real time, because the reference implementation refuses old timestamps, and is moved by hand."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


class Post:
    """A database, a receiver, and one courier that is told when to go."""

    def __init__(self, database: Database, server: receiver.Receiver, keys: Any) -> None:
        self.database = database
        self.server = server
        self.keys = keys
        self.clock = Clock()
        self.couriers = self.courier(LOCAL)

    def courier(self, guard: Guard, limit: float = 10.0, lease: float = LEASE) -> Couriers:
        client = Client(guard)
        return Couriers(self.database, client, self.keys, clock=self.clock, chance=lambda: 0.5, limit=limit, lease=lease)

    def register(self, path: str = "/hook", events: list[str] | None = None) -> tuple[Endpoint, str]:
        url = self.server.url + path
        return self.database.write(lambda unit: endpoints.register(unit, self.keys, LOCAL, OWNER, url, events, self.clock()))

    def tell(self, event: str = "game.completed", owner: str = OWNER, url: str | None = None, **data: Any) -> int:
        return self.database.write(lambda unit: outbox.announce(unit, owner, event, data, self.clock(), job_id="job_1", url=url))

    def carry(self) -> int:
        count = 0
        while self.couriers.carry_one():
            count += 1
        return count

    def log(self) -> list[tuple[Delivery, Any]]:
        found, _ = self.database.read(lambda unit: endpoints.log(unit, OWNER, endpoint_id=None, state=None, cursor=None, limit=50))
        return found


@pytest.fixture
def post(database_url: str, tmp_path: Path) -> Iterator[Post]:
    database = Database(database_url, database_clock=False)
    with receiver.running() as server:
        yield Post(database, server, load_sealing_keys(Settings(data=tmp_path), 0.0))
    database.close()


def test_a_message_verifies_with_the_reference_implementation(post: Post) -> None:
    _, secret = post.register()
    assert post.tell(gameId="game_1") == 1
    assert post.carry() == 1
    sent = post.server.received[0]
    told = Webhook(secret).verify(sent.body, sent.headers)
    assert told == json.loads(sent.body)
    assert (told["type"], told["event"], told["data"]) == ("game.completed", "game.completed", {"gameId": "game_1"})
    assert sent.headers["content-type"] == "application/json"
    with pytest.raises(WebhookVerificationError):
        Webhook(signing.new_secret()).verify(sent.body, sent.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(sent.body.replace(b"game_1", b"game_2"), sent.headers)


def test_the_one_header_form_signs_time_and_body(post: Post) -> None:
    _, secret = post.register()
    post.tell()
    post.carry()
    sent = post.server.received[0]
    fields = dict(part.split("=", 1) for part in sent.headers["makebelieve-signature"].split(","))
    key = b64decode(secret.removeprefix("whsec_"))
    assert fields["v1"] == hmac.new(key, f"{fields['t']}.".encode() + sent.body, hashlib.sha256).hexdigest()
    assert fields["t"] == sent.headers["webhook-timestamp"]


def test_it_is_tried_after_5_25_and_125_seconds_under_one_id_and_then_given_up(post: Post) -> None:
    post.register()
    post.server.answer = lambda request: (500, {}, b"not \x00 now")
    post.tell()
    for wait in (5.0, 25.0, 125.0):
        assert post.carry() == 1
        # The jitter makes it at most a tenth longer, never shorter.
        post.clock.now += wait
        assert post.carry() == 0
        post.clock.now += wait * 0.05
    assert post.carry() == 1
    post.clock.now += 1000
    assert post.carry() == 0
    ((delivery, attempts),) = post.log()
    assert (delivery.state, len(attempts)) == ("failed", 4)
    assert {request.headers["webhook-id"] for request in post.server.received} == {delivery.id}
    stamps = [int(request.headers["webhook-timestamp"]) for request in post.server.received]
    assert stamps == sorted(set(stamps))
    assert (attempts[0].status, attempts[0].error, attempts[0].answer) == (500, "answered 500", "not \ufffd now")


def test_the_second_attempt_may_be_the_one(post: Post) -> None:
    post.register()
    post.server.answer = lambda request: 503 if len(post.server.received) == 1 else 299
    post.tell()
    post.carry()
    post.clock.now += 6
    post.carry()
    ((delivery, attempts),) = post.log()
    assert (delivery.state, [attempt.status for attempt in attempts]) == ("delivered", [503, 299])


@pytest.mark.parametrize("status", [301, 302, 307, 308, 400, 404])
def test_only_2xx_is_received_and_no_redirect_is_followed(post: Post, status: int) -> None:
    post.register()
    post.server.answer = lambda request: (status, {"Location": "/elsewhere"}, b"")
    post.tell()
    post.carry()
    assert [request.path for request in post.server.received] == ["/hook"]
    assert post.log()[0][0].state == "pending"


def test_410_switches_the_endpoint_off_for_good(post: Post) -> None:
    endpoint, _ = post.register()
    post.server.answer = lambda request: 410
    post.tell()
    post.carry()
    assert post.log()[0][0].state == "failed"
    assert post.tell() == 0
    off = post.database.read(lambda unit: endpoints.owned(unit, OWNER, endpoint.id))
    assert (off.enabled, off.disabled_reason) == (False, "the receiver answered 410 Gone")
    on = post.database.write(lambda unit: endpoints.change(unit, LOCAL, off, url=None, names=None, enabled=True))
    assert (on.enabled, on.disabled_reason) == (True, None)
    assert post.tell() == 1


def test_a_receiver_that_does_not_answer_in_time_has_not_received(post: Post) -> None:
    post.register()

    def sleep(handler: Any) -> None:
        time.sleep(1.0)
        handler.send_response(200)
        handler.end_headers()

    post.server.answer = lambda request: sleep
    post.tell()
    post.couriers = post.courier(LOCAL, limit=0.2)
    post.carry()
    ((delivery, attempts),) = post.log()
    assert (delivery.state, attempts[0].status, attempts[0].error) == ("pending", None, "no answer within 0.2 s")


def test_an_address_that_leads_inside_is_not_reached(post: Post) -> None:
    post.register()
    post.tell()
    post.couriers = post.courier(Guard())
    post.carry()
    assert post.server.received == []
    assert "operator does not allow" in post.log()[0][1][0].error


def test_two_secrets_sign_during_a_rotation_and_one_after_it(post: Post) -> None:
    endpoint, old = post.register()
    _, new = post.database.write(lambda unit: endpoints.rotate(unit, post.keys, endpoint, 60.0, post.clock()))
    post.tell()
    post.carry()
    sent = post.server.received[0]
    assert len(sent.headers["webhook-signature"].split()) == 2
    for secret in (old, new):
        Webhook(secret).verify(sent.body, sent.headers)
    post.clock.now += 61
    post.tell()
    post.carry()
    sent = post.server.received[1]
    Webhook(new).verify(sent.body, sent.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(sent.body, sent.headers)


def test_secrets_are_sealed_in_the_database(post: Post) -> None:
    endpoint, secret = post.register()
    assert secret.encode() not in endpoint.secrets.current
    assert post.database.read(lambda unit: unit.webhooks.endpoint(endpoint.id)) == endpoint


def test_only_what_was_subscribed_to_is_told_and_only_to_its_owner(post: Post) -> None:
    post.register("/all")
    post.register("/failures", ["game.failed"])
    post.register("/everything", ["*"])
    assert post.tell("game.completed") == 2
    assert post.tell("game.failed") == 3
    # Known, and not among those that an endpoint without a list gets.
    assert post.tell("session.ended") == 1
    assert post.tell("game.completed", owner="app:a:test") == 0
    post.carry()
    paths = sorted(request.path for request in post.server.received)
    assert paths == ["/all"] * 2 + ["/everything"] * 3 + ["/failures"]


def test_an_address_of_a_request_is_signed_with_the_apps_secret(post: Post) -> None:
    assert post.tell("game.failed", url=f"{post.server.url}/once") == 1
    post.carry()
    _, secret = post.database.write(lambda unit: endpoints.rotate_app_secret(unit, post.keys, OWNER, 0.0, post.clock()))
    post.tell("game.failed", url=f"{post.server.url}/once")
    post.carry()
    first, second = post.server.received
    Webhook(secret).verify(second.body, second.headers)
    # Before anybody asked for the secret, one that nobody knew was used.
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(first.body, first.headers)


def test_a_message_of_a_transaction_that_fails_is_never_sent(post: Post) -> None:
    post.register()

    def work(unit: Any) -> None:
        outbox.announce(unit, OWNER, "game.completed", {}, post.clock())
        raise Problem(500, "x", "y")

    with pytest.raises(Problem):
        post.database.write(work)
    assert post.carry() == 0


def test_a_courier_that_dies_on_the_way_is_followed_by_another_and_fenced(post: Post) -> None:
    post.register()
    post.tell()
    lost = post.database.write(lambda unit: unit.webhooks.claim(post.clock(), LEASE))
    assert lost is not None
    assert post.carry() == 0
    post.clock.now += LEASE + 1
    assert post.carry() == 1
    from makebelieve.webhooks.delivery import Outcome, settle
    from makebelieve.webhooks.repository import Attempt

    late = Attempt(1, post.clock(), 5, 500, "answered 500", "")
    assert not post.database.write(lambda unit: settle(unit, lost, late, Outcome(500, "x"), post.clock(), 0.0))
    ((delivery, attempts),) = post.log()
    assert (delivery.state, [attempt.status for attempt in attempts]) == ("delivered", [204])


def test_a_courier_that_lives_keeps_its_message_however_slow_the_receiver(post: Post) -> None:
    post.register()
    post.tell()
    rival = post.courier(LOCAL)

    def slowly(_: receiver.Received) -> int:
        for _ in range(5):
            post.clock.now += LEASE * 0.9
            post.couriers.leases.renew()
            assert not rival.carry_one()
        return 204

    post.server.answer = slowly
    assert post.carry() == 1
    ((delivery, attempts),) = post.log()
    assert (delivery.state, len(attempts), len(post.server.received)) == ("delivered", 1, 1)


def test_leases_renew_themselves_until_they_are_let_go(post: Post) -> None:
    post.register()
    post.tell()
    leases = Leases(post.database, post.clock, lease=0.5)
    held = leases.claim()
    assert held is not None
    taken = post.log()[0][0].next_at
    post.clock.now += 0.4
    leases.start()
    try:
        installs.until(lambda: post.log()[0][0].next_at > taken)
        assert leases.holds(held)
        leases.let_go(held)
        assert not leases.holds(held)
    finally:
        leases.stop()
    post.clock.now += 0.6
    assert post.carry() == 1


def test_a_lease_that_passed_to_another_is_not_renewed(post: Post) -> None:
    post.register()
    post.tell()
    late = Leases(post.database, post.clock)
    held = late.claim()
    assert held is not None
    post.clock.now += LEASE + 1
    assert post.database.write(lambda unit: unit.webhooks.claim(post.clock(), LEASE)) is not None
    late.renew()
    assert not late.holds(held)


def test_a_courier_that_stood_still_past_its_lease_sends_nothing(post: Post) -> None:
    post.register()
    post.tell()
    assert post.courier(LOCAL, lease=0.0).carry_one()
    assert post.server.received == []
    assert post.carry() == 1
    ((delivery, attempts),) = post.log()
    assert (delivery.state, len(attempts)) == ("delivered", 1)


def test_one_address_gets_one_message_at_a_time_and_holds_up_nobody_else(post: Post) -> None:
    post.register("/slow", ["*"])
    post.register("/other", ["*"])
    post.tell()
    post.tell()
    claimed = [post.database.write(lambda unit: unit.webhooks.claim(post.clock(), LEASE)) for _ in range(3)]
    assert sorted(delivery.url.rpartition("/")[2] for delivery in claimed if delivery) == ["other", "slow"]


def test_a_removed_endpoint_gets_nothing_more(post: Post) -> None:
    endpoint, _ = post.register()
    post.tell()
    post.database.write(lambda unit: unit.webhooks.remove_endpoint(endpoint.id, post.clock()))
    assert post.carry() == 0
    assert post.log()[0][0].state == "failed"


def test_settled_messages_can_be_sent_again_under_their_id(post: Post) -> None:
    post.register()
    post.tell()
    delivery = post.log()[0][0]
    with pytest.raises(Problem) as caught:
        post.database.write(lambda unit: endpoints.redeliver(unit, OWNER, delivery.id, post.clock()))
    assert caught.value.status == 409
    post.carry()
    with pytest.raises(Problem) as caught:
        post.database.write(lambda unit: endpoints.redeliver(unit, "app:b", delivery.id, post.clock()))
    assert caught.value.status == 404
    post.database.write(lambda unit: endpoints.redeliver(unit, OWNER, delivery.id, post.clock()))
    assert post.carry() == 1
    assert [request.headers["webhook-id"] for request in post.server.received] == [delivery.id] * 2
    assert [attempt.number for attempt in post.log()[0][1]] == [1, 2]


def test_the_log_is_swept_when_it_is_old(post: Post) -> None:
    post.register()
    post.tell()
    post.database.write(lambda unit: unit.webhooks.sweep(post.clock() + 1))
    assert len(post.log()) == 1
    post.carry()
    post.database.write(lambda unit: unit.webhooks.sweep(post.clock() + 1))
    assert post.log() == []


def test_couriers_carry_side_by_side_and_stop(post: Post) -> None:
    for number in range(3):
        post.register(f"/{number}")
    post.couriers.start()
    post.tell()
    post.couriers.ring()
    post.server.wait_for(3)
    post.couriers.stop(10)
    assert sorted(request.path for request in post.server.received) == ["/0", "/1", "/2"]
