"""The daily caps of apps: world generations, session mints, seconds of sessions, edits in prose. Days are UTC; over a cap is 402."""

from __future__ import annotations

from functools import partial
from typing import Any, Final, Literal, get_args

from makebelieve.kit.clock import day_of
from makebelieve.kit.errors import Problem, invalid
from makebelieve.metering.ledger import MOST, Charge
from makebelieve.metering.quota import until_midnight
from makebelieve.metering.repository import MeteringUnit

AppMeter = Literal["generation", "session", "session_seconds", "edit"]
APP_METERS: Final[tuple[AppMeter, ...]] = get_args(AppMeter)
DEFAULTS: Final[dict[str, int | None]] = {"generation": 50, "session": 200, "session_seconds": 7200, "edit": 200}
"""Units a day where the operator has set nothing."""
EVERY_APP: Final = "default"
"""In the place of an app's id: all apps for which nothing of their own is set."""
SCHEMA_VERSION: Final = "1.0"


def account_of(app_id: str) -> str:
    """Whom an app's use is counted for: test and live keys draw on the same caps."""
    return f"app:{app_id}"


def charge(unit: MeteringUnit, app_id: str, meter: AppMeter, now: float, amount: int = 1) -> Charge:
    """`amount` of today's `meter` of an app; refused with 402 when that is more than is left."""
    return Charge(account_of(app_id), meter, amount, day_of(now), effective(unit, app_id)[meter], partial(_used_up, meter, now))


def effective(unit: MeteringUnit, app_id: str) -> dict[str, int | None]:
    """The caps that hold for an app: its own, else those for every app, else the defaults. None = unlimited."""
    return {**DEFAULTS, **unit.meters.caps(EVERY_APP), **unit.meters.caps(account_of(app_id))}


def set_cap(unit: MeteringUnit, app_id: str, meter: str, cap: int | None) -> None:
    """Set one cap of an app, or of every app (`EVERY_APP`). Raises a 422 Problem for an unknown meter or a cap below 0, 404 for no app."""
    if meter not in APP_METERS:
        raise invalid("meter", f"'{meter}' is unknown", APP_METERS)
    if cap is not None and not 0 <= cap <= MOST:
        raise invalid("cap", f"must be 0 to {MOST}")
    check_app(unit, app_id)
    unit.meters.set_cap(app_id if app_id == EVERY_APP else account_of(app_id), meter, cap)


def check_app(unit: MeteringUnit, app_id: str) -> None:
    if app_id != EVERY_APP and unit.apps.app(app_id) is None:
        raise Problem(404, "not_found", f"no app '{app_id}'; '{EVERY_APP}' stands for every app without caps of its own")


def usage(unit: MeteringUnit, app_id: str, now: float) -> dict[str, Any]:
    """`day`, and per meter `usage` (what is held for work in progress included) and `caps` (None = unlimited)."""
    day = day_of(now)
    taken = unit.meters.usage(account_of(app_id), day)
    return {"day": day, "usage": {meter: sum(taken.get(meter, (0, 0))) for meter in APP_METERS}, "caps": effective(unit, app_id)}


def _used_up(meter: AppMeter, now: float, _left: int) -> Problem:
    detail = f"daily {meter} quota exceeded"
    return Problem(402, "app_cap_exceeded", detail, headers=until_midnight(now), members={"schemaVersion": SCHEMA_VERSION})
