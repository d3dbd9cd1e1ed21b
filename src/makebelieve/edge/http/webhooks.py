"""/v1/apps/{app_id}/webhooks and /webhook-deliveries: where an app is told of what happens, and what was said."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, Field

from makebelieve.edge.http.generate import Once
from makebelieve.edge.http.guard import GuardedRoute, caller_of
from makebelieve.edge.http.records import act
from makebelieve.edge.http.scalars import Flag, Number
from makebelieve.edge.http.schemas import Body, refusals
from makebelieve.edge.http.services import Services, services_of
from makebelieve.kit.clock import DAY, iso
from makebelieve.webhooks import endpoints
from makebelieve.webhooks.repository import Attempt, Delivery, DeliveryState, Endpoint, WebhooksUnit

router = APIRouter(route_class=GuardedRoute, tags=["webhooks"])
APP_ID: Final = "app_01k9zq4h7v8e5m2c3d6f7g8h9j"
WEBHOOK_ID: Final = "wh_01k9zq4h7v8e5m2c3d6f7g8h9j"
DELIVERY_ID: Final = "msg_01k9zq4h7v8e5m2c3d6f7g8h9j"
SECRET: Final = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwKkmpPY3tc6A="
URL: Final = "https://example.com/makebelieve"
AppId = Annotated[str, Path(max_length=64, examples=[APP_ID])]
WebhookId = Annotated[str, Path(max_length=64, examples=[WEBHOOK_ID])]
DeliveryId = Annotated[str, Path(max_length=64, examples=[DELIVERY_ID])]
Events = Annotated[
    list[str] | None,
    Field(
        max_length=64,
        description="Names of events; `*` is all, also future ones. Left out: every event that is sent now.",
        examples=[["game.completed", "game.failed"]],
    ),
]


class WebhookRequest(Body):
    url: str = Field(description="An https:// address.", min_length=1, max_length=2048, examples=[URL])
    events: Events = None


class WebhookChange(Body):
    url: str | None = Field(default=None, min_length=1, max_length=2048, examples=[URL])
    events: Events = None
    enabled: Flag | None = Field(default=None, description="False stops deliveries; true starts them again.", examples=[True])


class RotateRequest(Body):
    overlap_seconds: Annotated[Number, Field(ge=0, le=endpoints.LONGEST_OVERLAP)] = Field(
        default=float(DAY), description="How long messages are signed with the old secret too.", examples=[86400]
    )


class WebhookItem(BaseModel):
    id: str = Field(examples=[WEBHOOK_ID])
    url: str = Field(examples=[URL])
    events: list[str] = Field(examples=[["game.completed", "game.failed"]])
    enabled: bool = Field(examples=[True])
    disabled_reason: str | None = Field(description="Why it is off.", examples=[None])
    old_secret_until: str | None = Field(description="Until when messages are signed with the secret before this one too.", examples=[None])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])


class WebhookAnswer(WebhookItem):
    secret: str = Field(description="Shown this one time.", examples=[SECRET])


class WebhooksAnswer(BaseModel):
    webhooks: list[WebhookItem]


class AppSecretAnswer(BaseModel):
    secret: str = Field(description="Shown this one time.", examples=[SECRET])
    old_secret_until: str | None = Field(examples=[None])


class AttemptItem(BaseModel):
    number: int = Field(examples=[1])
    at: str = Field(examples=["2026-01-31T12:00:00.000Z"])
    duration_ms: int = Field(examples=[120])
    status: int | None = Field(description="What the receiver answered.", examples=[200])
    error: str | None = Field(description="Why it does not count as received.", examples=[None])
    answer: str = Field(description="The first 1024 bytes of what the receiver said.", examples=["ok"])


class DeliveryItem(BaseModel):
    id: str = Field(description="The message's `webhook-id`.", examples=[DELIVERY_ID])
    webhook_id: str | None = Field(description="The endpoint; null for a `webhookUrl`.", examples=[WEBHOOK_ID])
    url: str = Field(examples=[URL])
    event: str = Field(examples=["game.completed"])
    state: DeliveryState = Field(examples=["delivered"])
    job_id: str | None = Field(examples=["job_01k9zq4h7v8e5m2c3d6f7g8h9j"])
    body: str = Field(description="Exactly what is sent.", examples=['{"type":"game.completed"}'])
    next_attempt_at: str | None = Field(examples=[None])
    attempts: list[AttemptItem]
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])
    finished_at: str | None = Field(examples=["2026-01-31T12:00:00.120Z"])


class DeliveriesAnswer(BaseModel):
    deliveries: list[DeliveryItem]
    nextCursor: str | None = Field(description="Give it as `cursor` for the next page; null on the last.", examples=[None])  # noqa: N815


def _at(time: float | None) -> str | None:
    return iso(time) if time is not None else None


def _item(endpoint: Endpoint) -> WebhookItem:
    return WebhookItem(
        id=endpoint.id,
        url=endpoint.url,
        events=list(endpoint.events),
        enabled=endpoint.enabled,
        disabled_reason=endpoint.disabled_reason,
        old_secret_until=_at(endpoint.secrets.old_until),
        created_at=iso(endpoint.created_at),
    )


def _delivery(delivery: Delivery, attempts: list[Attempt]) -> DeliveryItem:
    return DeliveryItem(
        id=delivery.id,
        webhook_id=delivery.endpoint_id,
        url=delivery.url,
        event=delivery.event,
        state=delivery.state,
        job_id=delivery.job_id,
        body=delivery.body,
        next_attempt_at=iso(delivery.next_at) if delivery.state == "pending" else None,
        attempts=[
            AttemptItem(number=a.number, at=iso(a.at), duration_ms=a.ms, status=a.status, error=a.error, answer=a.answer) for a in attempts
        ],
        created_at=iso(delivery.created_at),
        finished_at=_at(delivery.finished_at),
    )


@router.post(
    "/v1/apps/{app_id}/webhooks",
    response_model=WebhookAnswer,
    status_code=201,
    responses=refusals(400, 401, 403, 404, 409, 422, 429),
    summary="Register a webhook",
)
async def register(request: Request, response: Response, app_id: AppId, body: WebhookRequest, once: Once = None) -> WebhookAnswer:
    """The secret is in the answer and nowhere else. Private and local addresses are refused unless the operator allows them."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()

    def work(unit: WebhooksUnit) -> tuple[Endpoint, str]:
        owner = endpoints.subject_of(unit, caller, app_id)
        made = endpoints.register(unit, services.sealing, services.guard, owner, body.url, body.events, now)
        unit.audit.add([act(request, now, "webhook.registered", f"webhook {made[0].id}")])
        return made

    endpoint, secret = await services.threads.write(work)
    response.headers["Location"] = f"/v1/apps/{app_id}/webhooks/{endpoint.id}"
    return WebhookAnswer(**_item(endpoint).model_dump(), secret=secret)


@router.get(
    "/v1/apps/{app_id}/webhooks", response_model=WebhooksAnswer, responses=refusals(401, 403, 404, 429), summary="An app's webhooks"
)
async def webhooks(request: Request, app_id: AppId) -> WebhooksAnswer:
    """Never with a secret."""
    caller = caller_of(request)
    found = await services_of(request).threads.read(lambda unit: unit.webhooks.endpoints_of(endpoints.subject_of(unit, caller, app_id)))
    return WebhooksAnswer(webhooks=[_item(endpoint) for endpoint in found])


@router.get(
    "/v1/apps/{app_id}/webhooks/{webhook_id}",
    response_model=WebhookItem,
    responses=refusals(401, 403, 404, 429),
    summary="One webhook",
)
async def webhook(request: Request, app_id: AppId, webhook_id: WebhookId) -> WebhookItem:
    caller = caller_of(request)
    return _item(
        await services_of(request).threads.read(lambda unit: endpoints.owned(unit, endpoints.subject_of(unit, caller, app_id), webhook_id))
    )


@router.patch(
    "/v1/apps/{app_id}/webhooks/{webhook_id}",
    response_model=WebhookItem,
    responses=refusals(400, 401, 403, 404, 422, 429),
    summary="Change a webhook",
)
async def change(request: Request, app_id: AppId, webhook_id: WebhookId, body: WebhookChange) -> WebhookItem:
    """Another address, other events, off or on again (after a 410 it is off)."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()

    def work(unit: WebhooksUnit) -> Endpoint:
        endpoint = endpoints.owned(unit, endpoints.subject_of(unit, caller, app_id), webhook_id)
        unit.audit.add([act(request, now, "webhook.changed", f"webhook {endpoint.id}")])
        return endpoints.change(unit, services.guard, endpoint, url=body.url, names=body.events, enabled=body.enabled)

    return _item(await services.threads.write(work))


async def _remove(services: Services, request: Request, app_id: str, webhook_id: str) -> Response:
    caller = caller_of(request)
    now = services.clock()

    def work(unit: WebhooksUnit) -> None:
        endpoint = endpoints.owned(unit, endpoints.subject_of(unit, caller, app_id), webhook_id)
        unit.webhooks.remove_endpoint(endpoint.id, now)
        unit.audit.add([act(request, now, "webhook.removed", f"webhook {endpoint.id}")])

    await services.threads.write(work)
    return Response(status_code=204)


@router.delete(
    "/v1/apps/{app_id}/webhooks/{webhook_id}", status_code=204, responses=refusals(401, 403, 404, 429), summary="Remove a webhook"
)
async def remove(request: Request, app_id: AppId, webhook_id: WebhookId) -> Response:
    """What was still to be delivered there is given up."""
    return await _remove(services_of(request), request, app_id, webhook_id)


@router.post(
    "/v1/apps/{app_id}/webhooks/{webhook_id}/delete",
    status_code=204,
    responses=refusals(401, 403, 404, 429),
    summary="Remove a webhook, for clients that cannot send DELETE",
)
async def remove_by_post(request: Request, app_id: AppId, webhook_id: WebhookId) -> Response:
    return await _remove(services_of(request), request, app_id, webhook_id)


@router.post(
    "/v1/apps/{app_id}/webhooks/{webhook_id}/rotate-secret",
    response_model=WebhookAnswer,
    responses=refusals(400, 401, 403, 404, 422, 429),
    summary="A new secret for a webhook",
)
async def rotate(request: Request, app_id: AppId, webhook_id: WebhookId, body: RotateRequest, once: Once = None) -> WebhookAnswer:
    """For the time of the overlap every message carries two signatures, so that no receiver misses one."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()

    def work(unit: WebhooksUnit) -> tuple[Endpoint, str]:
        endpoint = endpoints.owned(unit, endpoints.subject_of(unit, caller, app_id), webhook_id)
        unit.audit.add([act(request, now, "webhook.rotated", f"webhook {endpoint.id}")])
        return endpoints.rotate(unit, services.sealing, endpoint, body.overlap_seconds, now)

    endpoint, secret = await services.threads.write(work)
    return WebhookAnswer(**_item(endpoint).model_dump(), secret=secret)


@router.post(
    "/v1/apps/{app_id}/webhook-secret",
    response_model=AppSecretAnswer,
    responses=refusals(400, 401, 403, 404, 422, 429),
    summary="The secret for addresses given as webhookUrl",
)
async def rotate_app_secret(request: Request, app_id: AppId, body: RotateRequest, once: Once = None) -> AppSecretAnswer:
    """Makes a new one each time, with an overlap as for a webhook."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    secrets, secret = await services.threads.write(
        lambda unit: endpoints.rotate_app_secret(
            unit, services.sealing, endpoints.subject_of(unit, caller, app_id), body.overlap_seconds, now
        )
    )
    return AppSecretAnswer(secret=secret, old_secret_until=_at(secrets.old_until))


@router.get(
    "/v1/apps/{app_id}/webhook-deliveries",
    response_model=DeliveriesAnswer,
    responses=refusals(401, 403, 404, 422, 429),
    summary="What was sent, and what became of it",
)
async def deliveries(
    request: Request,
    app_id: AppId,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str | None, Query(max_length=64, description="`nextCursor` of the page before.", examples=[DELIVERY_ID])] = None,
    webhook_id: Annotated[str | None, Query(max_length=64, description="Only that webhook's.", examples=[WEBHOOK_ID])] = None,
    state: Annotated[DeliveryState | None, Query(description="Only those.", examples=["failed"])] = None,
) -> DeliveriesAnswer:
    """Newest first, each with its attempts. Kept for a week after the last of them."""
    caller = caller_of(request)
    found, following = await services_of(request).threads.read(
        lambda unit: endpoints.log(
            unit, endpoints.subject_of(unit, caller, app_id), endpoint_id=webhook_id, state=state, cursor=cursor, limit=limit
        )
    )
    return DeliveriesAnswer(deliveries=[_delivery(*pair) for pair in found], nextCursor=following)


@router.post(
    "/v1/apps/{app_id}/webhook-deliveries/{delivery_id}/redeliver",
    response_model=DeliveryItem,
    status_code=202,
    responses=refusals(401, 403, 404, 409, 429),
    summary="Send a message again",
)
async def redeliver(request: Request, app_id: AppId, delivery_id: DeliveryId) -> DeliveryItem:
    """Under its old `webhook-id`, newly signed, with as many attempts as a new one. 409 while it is still being delivered."""
    services = services_of(request)
    caller = caller_of(request)
    now = services.clock()
    delivery = await services.threads.write(
        lambda unit: endpoints.redeliver(unit, endpoints.subject_of(unit, caller, app_id), delivery_id, now)
    )
    services.couriers.ring()
    return _delivery(delivery, [])
