"""Numbers for Prometheus: requests, jobs, the queue. Collected only where MAKEBELIEVE_METRICS_TOKEN is set."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

REQUEST_SECONDS: Final = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
JOB_SECONDS: Final = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 60.0, 300.0)
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

# (kind, state, jobs, seconds that the oldest has waited)
Depths = Callable[[], Iterable[tuple[str, str, int, float]]]


class Observer(Protocol):
    """What hears of each request and each job."""

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """`route` is the pattern, not the path: there are few of them."""
        ...

    def job(self, kind: str, outcome: str, seconds: float) -> None: ...


class Unobserved:
    """Nobody asks for numbers."""

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        pass

    def job(self, kind: str, outcome: str, seconds: float) -> None:
        pass


class Metrics:
    """Observer that counts, and writes the counts out. Several processes of one server count together (PROMETHEUS_MULTIPROC_DIR)."""

    def __init__(self, depths: Depths) -> None:
        """Raises RuntimeError when the extra `metrics` is not installed."""
        try:
            import prometheus_client as prometheus
        except ImportError as error:
            raise RuntimeError("MAKEBELIEVE_METRICS_TOKEN needs the extra `metrics`: pip install 'makebelieve[metrics]'") from error
        self._depths = depths
        self._registry: CollectorRegistry = prometheus.CollectorRegistry()
        common: dict[str, Any] = {"registry": self._registry, "namespace": "makebelieve"}
        self._requests = prometheus.Counter("http_requests", "Requests answered.", ("method", "route", "status"), **common)
        self._request_seconds = prometheus.Histogram(
            "http_request_seconds", "Seconds until the last byte of an answer.", ("route",), buckets=REQUEST_SECONDS, **common
        )
        self._jobs = prometheus.Counter("jobs", "Attempts at jobs that ended, by outcome.", ("kind", "outcome"), **common)
        self._job_seconds = prometheus.Histogram("job_seconds", "Seconds one attempt took.", ("kind",), buckets=JOB_SECONDS, **common)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def job(self, kind: str, outcome: str, seconds: float) -> None:
        self._jobs.labels(kind, outcome).inc()
        self._job_seconds.labels(kind).observe(seconds)

    def text(self) -> bytes:
        """The exposition format, version 0.0.4. Reads the database: the queue is everybody's."""
        import prometheus_client as prometheus
        from prometheus_client import multiprocess

        registry = self._registry
        if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
            registry = prometheus.CollectorRegistry()
            multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        queue = prometheus.CollectorRegistry()
        # Not through the multiprocess files: each of them would be a process's own view of the one queue.
        collector = _Queue(list(self._depths()))
        queue.register(collector)
        return bytes(prometheus.generate_latest(registry)) + bytes(prometheus.generate_latest(queue))


class _Queue:
    def __init__(self, depths: list[tuple[str, str, int, float]]) -> None:
        self._given = depths

    def collect(self) -> Iterable[Any]:
        from prometheus_client.core import GaugeMetricFamily

        jobs = GaugeMetricFamily("makebelieve_queue_jobs", "Jobs that are queued or running.", labels=("kind", "state"))
        oldest = GaugeMetricFamily("makebelieve_queue_oldest_seconds", "Age of the oldest such job.", labels=("kind", "state"))
        for kind, state, count, age in self._given:
            jobs.add_metric((kind, state), count)
            oldest.add_metric((kind, state), age)
        return [jobs, oldest]
