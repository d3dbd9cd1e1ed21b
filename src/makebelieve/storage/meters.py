"""The ledger's books in SQL. Every check-and-take is one statement, so that two callers cannot both get the last unit."""

from __future__ import annotations

import functools
from typing import Any, Final

import sqlalchemy as sa

from makebelieve.kit.clock import DAY, day_of
from makebelieve.kit.ids import new_id
from makebelieve.metering.repository import (
    Balance,
    BalanceKey,
    Difference,
    Entry,
    EntryKind,
    Hold,
    OnExpiry,
    Reservation,
    ReservationState,
    Wanted,
)
from makebelieve.storage import composed
from makebelieve.storage.dialect import insert, insert_into
from makebelieve.storage.tables import balances, caps, entries, jobs, reservations

DAYS_KEPT: Final = 90 * DAY
SETTLED_KEPT: Final = 8 * DAY
LIVE: Final = ("queued", "running")
MOST_HELD: Final = 8
"""Balances of one reservation."""
LONGEST_REASON: Final = 200


def _at(key: BalanceKey) -> tuple[sa.ColumnElement[bool], ...]:
    return balances.c.account == key[0], balances.c.meter == key[1], balances.c.period == key[2]


# Every order and every end of a job runs these, so they are put together once: that takes longer than running them.
_KEY: Final = (
    balances.c.account == sa.bindparam("who"),
    balances.c.meter == sa.bindparam("what"),
    balances.c.period == sa.bindparam("day"),
)
_N: Final = sa.bindparam("n", type_=sa.BigInteger)
_TAKE_PREPAID: Final = (
    sa.update(balances)
    # Without a grant there is no row, and nothing to take.
    .where(*_KEY, balances.c.used + balances.c.held + _N <= balances.c.granted)
    .values(held=balances.c.held + _N)
)
_MOVE: Final = (
    sa.update(balances)
    .where(*_KEY)
    .values(used=balances.c.used + sa.bindparam("more_used"), held=balances.c.held + sa.bindparam("more_held"))
)
_OPEN: Final = sa.insert(reservations)
_CLOSE: Final = (
    sa.update(reservations)
    .where(reservations.c.id == sa.bindparam("which"), reservations.c.state == "held")
    .values(state=sa.bindparam("ended"), settled_at=sa.bindparam("now"))
)
_HOLDS: Final = sa.select(entries.c.account, entries.c.meter, entries.c.period, entries.c.amount, entries.c.job).where(
    entries.c.reservation == sa.bindparam("which"), entries.c.kind == "reserve"
)
_ENTER: Final = sa.insert(entries)


@functools.cache
def _take(*, limited: bool) -> Any:
    """Insert the balance's row with `n` held, or hold `n` more in it; a row comes back if that was done. SQLite's."""
    put = insert_into(True, balances)
    put = put.values(account=sa.bindparam("who"), meter=sa.bindparam("what"), period=sa.bindparam("day"), granted=0, used=0, held=_N)
    within = balances.c.used + balances.c.held + _N <= sa.bindparam("most", type_=sa.BigInteger)
    return put.on_conflict_do_update(
        index_elements=["account", "meter", "period"],
        set_={"held": balances.c.held + _N},
        where=within if limited else None,
    ).returning(balances.c.held)


def _entry_ids(now: float, count: int) -> list[str]:
    return [new_id("ent", now) for _ in range(count)]


def _named(key: BalanceKey) -> dict[str, Any]:
    return {"who": key[0], "what": key[1], "day": key[2]}


class SqlMeters:
    """metering.MeterRepository on one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._lite = connection.dialect.name == "sqlite"

    # --- balances ---

    def _take(self, key: BalanceKey, amount: int, limit: int | None, *, prepaid: bool) -> bool:
        if prepaid:
            return self._connection.execute(_TAKE_PREPAID, {**_named(key), "n": amount}).rowcount == 1
        if limit is not None and amount > limit:
            return False
        statement = _take(limited=limit is not None)
        given = {**_named(key), "n": amount, **({"most": limit} if limit is not None else {})}
        return self._connection.execute(statement, given).first() is not None

    def move(self, key: BalanceKey, *, used: int, held: int) -> None:
        self._connection.execute(_MOVE, {**_named(key), "more_used": used, "more_held": held})

    def grant(self, key: BalanceKey, amount: int) -> bool:
        account, meter, period = key
        none = insert(self._connection, balances).values(account=account, meter=meter, period=period, granted=0, used=0, held=0)
        self._connection.execute(none.on_conflict_do_nothing())
        given = sa.update(balances).where(*_at(key)).values(granted=balances.c.granted + amount)
        if amount < 0:
            given = given.where(balances.c.granted + amount >= balances.c.used + balances.c.held)
        return self._connection.execute(given).rowcount == 1

    def balance(self, key: BalanceKey) -> Balance:
        row = self._connection.execute(sa.select(balances.c.granted, balances.c.used, balances.c.held).where(*_at(key))).first()
        return Balance(row.granted, row.used, row.held) if row is not None else Balance()

    def usage(self, account: str, day: str) -> dict[str, tuple[int, int]]:
        rows = self._connection.execute(
            sa.select(balances.c.meter, balances.c.used, balances.c.held).where(balances.c.account == account, balances.c.period == day)
        )
        return {row.meter: (row.used, row.held) for row in rows}

    # --- reservations ---

    def reserve(self, reservation: Reservation, wanted: list[Wanted]) -> BalanceKey | None:
        if not self._lite:
            return self._reserve_at_once(reservation, wanted)
        for place, one in enumerate(wanted):
            if not self._take(one.key, one.amount, one.limit, prepaid=one.prepaid):
                self._give_back(wanted[:place])
                return one.key
        self._connection.execute(
            _OPEN,
            {
                "id": reservation.id,
                "state": "held",
                "job": reservation.job,
                "on_expiry": reservation.on_expiry,
                "created_at": reservation.created_at,
                "expires_at": reservation.expires_at,
            },
        )
        now = reservation.created_at
        self.enter(
            [
                Entry(new_id("ent", now), "reserve", one.key, one.amount, reservation.id, reservation.job, now, reservation.reason)
                for one in wanted
            ]
        )
        return None

    def _reserve_at_once(self, reservation: Reservation, wanted: list[Wanted]) -> BalanceKey | None:
        if len(wanted) > MOST_HELD:
            raise ValueError(f"a reservation holds of {MOST_HELD} balances at most")
        now = reservation.created_at
        rows = self._connection.execute(
            composed.RESERVE,
            {
                "reservation": reservation.id,
                "job": reservation.job,
                "on_expiry": reservation.on_expiry,
                "now": now,
                "expires_at": reservation.expires_at,
                "reason": reservation.reason[:LONGEST_REASON],
                "accounts": [one.key[0] for one in wanted],
                "meters": [one.key[1] for one in wanted],
                "periods": [one.key[2] for one in wanted],
                "amounts": [one.amount for one in wanted],
                "limits": [one.limit for one in wanted],
                "prepaid": [one.prepaid for one in wanted],
                "ids": _entry_ids(now, len(wanted)),
            },
        )
        taken = {(row.account, row.meter, row.period) for row in rows}
        full = [one.key for one in wanted if one.key not in taken]
        if full:
            self._give_back([one for one in wanted if one.key in taken])
        return full[0] if full else None

    def _give_back(self, taken: list[Wanted]) -> None:
        for one in taken:
            self.move(one.key, used=0, held=-one.amount)

    def settle(self, reservation: str, state: ReservationState, now: float, *, kept: str, reason: str) -> bool:
        back: EntryKind = "expire" if state == "expired" else "release"
        if not self._lite:
            said = {"which": reservation, "ended": state, "now": now, "spend": state == "committed", "permit": kept, "back": back}
            said |= {"reason": reason[:LONGEST_REASON], "ids": _entry_ids(now, MOST_HELD)}
            return bool(self._connection.execute(composed.SETTLE, said).scalar())
        if not self.close_reservation(reservation, state, now, lapsed=False):
            return False
        written = []
        for hold in self.holds(reservation):
            spent = hold.amount if state == "committed" and hold.key[1] != kept else 0
            self.move(hold.key, used=spent, held=-hold.amount)
            kind: EntryKind = "commit" if spent else back
            written.append(Entry(new_id("ent", now), kind, hold.key, hold.amount, reservation, hold.job, now, reason))
        self.enter(written)
        return True

    def close_reservation(self, reservation: str, state: ReservationState, now: float, *, lapsed: bool) -> bool:
        closed = _CLOSE.where(*_lapsed(now)) if lapsed else _CLOSE
        return self._connection.execute(closed, {"which": reservation, "ended": state, "now": now}).rowcount == 1

    def holds(self, reservation: str) -> list[Hold]:
        rows = self._connection.execute(_HOLDS, {"which": reservation})
        return sorted((Hold((row.account, row.meter, row.period), row.amount, row.job) for row in rows), key=lambda hold: hold.key)

    def lapsed(self, now: float, limit: int) -> list[tuple[str, OnExpiry]]:
        found = sa.select(reservations.c.id, reservations.c.on_expiry).where(reservations.c.state == "held", *_lapsed(now))
        return [(row.id, row.on_expiry) for row in self._connection.execute(found.order_by(reservations.c.expires_at).limit(limit))]

    # --- entries ---

    def enter(self, written: list[Entry]) -> None:
        if written:
            self._connection.execute(_ENTER, [_row(entry) for entry in written])

    def entries(self, account: str, limit: int) -> list[Entry]:
        rows = self._connection.execute(
            sa.select(entries).where(entries.c.account == account).order_by(entries.c.at.desc(), entries.c.id.desc()).limit(limit)
        )
        return [
            Entry(row.id, row.kind, (row.account, row.meter, row.period), row.amount, row.reservation, row.job, row.at, row.reason)
            for row in rows
        ]

    def differences(self) -> list[Difference]:
        return [*self._wrong_balances(), *self._wrong_reservations()]

    def _wrong_balances(self) -> list[Difference]:
        columns = ("granted", "used", "held")
        nothing = sa.literal(0)
        kept = sa.select(
            balances.c.account,
            balances.c.meter,
            balances.c.period,
            *(balances.c[name].label(f"found_{name}") for name in columns),
            *(nothing.label(f"expected_{name}") for name in columns),
        )
        summed = sa.select(
            entries.c.account,
            entries.c.meter,
            entries.c.period,
            *(nothing.label(f"found_{name}") for name in columns),
            _sum(grant=1).label("expected_granted"),
            _sum(commit=1).label("expected_used"),
            _sum(reserve=1, commit=-1, release=-1, expire=-1).label("expected_held"),
        ).group_by(entries.c.account, entries.c.meter, entries.c.period)
        # One statement, so that it sees one moment even where each statement has a snapshot of its own.
        both = sa.union_all(kept, summed).subquery()
        totals = {name: sa.func.sum(both.c[name]) for name in both.c.keys() if name.startswith(("found_", "expected_"))}  # noqa: SIM118
        wrong = sa.or_(*(totals[f"found_{name}"] != totals[f"expected_{name}"] for name in columns))
        rows = self._connection.execute(
            sa.select(both.c.account, both.c.meter, both.c.period, *(total.label(name) for name, total in totals.items()))
            .group_by(both.c.account, both.c.meter, both.c.period)
            .having(wrong)
        ).mappings()
        return [
            Difference(name, _name(row), int(row[f"expected_{name}"]), int(row[f"found_{name}"]))  # type: ignore[arg-type]  # one of the three
            for row in rows
            for name in columns
            if row[f"expected_{name}"] != row[f"found_{name}"]
        ]

    def _wrong_reservations(self) -> list[Difference]:
        """A held one has all of its amount outstanding, a settled one nothing."""
        reserved, open_ = _sum(reserve=1), _sum(reserve=1, commit=-1, release=-1, expire=-1)
        held = sa.func.coalesce(sa.func.max(sa.case((reservations.c.state == "held", 1), else_=0)), 0) == 1
        expected = sa.case((held, reserved), else_=0)
        rows = self._connection.execute(
            sa.select(entries.c.reservation, expected.label("expected"), open_.label("found"))
            .select_from(entries.outerjoin(reservations, reservations.c.id == entries.c.reservation))
            .where(entries.c.reservation.is_not(None))
            .group_by(entries.c.reservation, entries.c.account, entries.c.meter, entries.c.period)
            .having(expected != open_)
        )
        return [Difference("reservation", row.reservation, int(row.expected), int(row.found)) for row in rows]

    # --- caps ---

    def set_cap(self, account: str, meter: str, cap: int | None) -> None:
        put = insert(self._connection, caps).values(account=account, meter=meter, cap=cap)
        self._connection.execute(put.on_conflict_do_update(index_elements=["account", "meter"], set_={"cap": cap}))

    def caps(self, account: str) -> dict[str, int | None]:
        rows = self._connection.execute(sa.select(caps.c.meter, caps.c.cap).where(caps.c.account == account))
        return {row.meter: row.cap for row in rows}

    def sweep(self, now: float) -> None:
        run = self._connection.execute
        last = day_of(now - DAYS_KEPT)
        # A day goes with its entries or stays with them, so that the books agree at any time. Days sort between "0" and "now".
        old = (balances.c.period >= "0") & (balances.c.period < last)
        run(sa.delete(balances).where(old & (balances.c.held == 0)))
        own = (balances.c.account == entries.c.account) & (balances.c.meter == entries.c.meter) & (balances.c.period == entries.c.period)
        run(sa.delete(entries).where(entries.c.period >= "0", entries.c.period < last, ~sa.exists().where(own)))
        # Permits: what was given back long ago, both of its entries.
        given_back = entries.alias()
        gone = sa.select(given_back.c.reservation).where(
            given_back.c.period == "now", given_back.c.at < now - DAYS_KEPT, given_back.c.kind.in_(("release", "expire"))
        )
        run(sa.delete(entries).where(entries.c.period == "now", entries.c.reservation.in_(gone)))
        run(sa.delete(balances).where(balances.c.period == "now", balances.c.held == 0))
        settled = reservations.c.state.in_(("committed", "released", "expired"))
        run(sa.delete(reservations).where(settled, reservations.c.expires_at < now - SETTLED_KEPT))


def _lapsed(now: float) -> tuple[sa.ColumnElement[bool], ...]:
    alive = sa.exists().where(jobs.c.id == reservations.c.job, jobs.c.state.in_(LIVE))
    return reservations.c.expires_at < now, ~alive


def _sum(**signs: int) -> sa.ColumnElement[int]:
    """The entries' amounts, each with the sign of its kind."""
    return sa.func.sum(sa.case(*((entries.c.kind == kind, entries.c.amount * sign) for kind, sign in signs.items()), else_=0))


def _row(entry: Entry) -> dict[str, Any]:
    account, meter, period = entry.key
    return {
        "id": entry.id,
        "kind": entry.kind,
        "account": account,
        "meter": meter,
        "period": period,
        "amount": entry.amount,
        "reservation": entry.reservation,
        "job": entry.job,
        "at": entry.at,
        "reason": entry.reason[:LONGEST_REASON],
    }


def _name(row: Any) -> str:
    return " ".join(part for part in (row["account"], row["meter"], row["period"]) if part)
