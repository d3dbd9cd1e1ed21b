"""OpenTelemetry traces over OTLP/HTTP (extra `tracing`)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from makebelieve.kit.origin import Span

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter


class _Span:
    def __init__(self, span: Any) -> None:
        self._span = span

    @property
    def traceparent(self) -> str | None:
        context = self._span.get_span_context()
        return f"00-{context.trace_id:032x}-{context.span_id:016x}-{int(context.trace_flags):02x}"

    def note(self, name: str | None = None, *, failed: bool = False, **attributes: str | int | float) -> None:
        from opentelemetry.trace import StatusCode

        if name is not None:
            self._span.update_name(name)
        if failed:
            self._span.set_status(StatusCode.ERROR)
        for key, value in attributes.items():
            self._span.set_attribute(key.replace("_", "."), value)


class Traces:
    """kit.origin.Tracer. Spans are sent from a thread of the library's, in batches; what a collector that is away misses is dropped."""

    def __init__(self, exporter: SpanExporter, version: str) -> None:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        self._provider = TracerProvider(resource=Resource.create({"service.name": "makebelieve", "service.version": version}))
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("makebelieve")

    @contextlib.contextmanager
    def span(self, name: str, parent: str | None, **attributes: str | int | float) -> Iterator[Span]:
        from opentelemetry.trace import StatusCode
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        context = TraceContextTextMapPropagator().extract({"traceparent": parent} if parent else {})
        span = self._tracer.start_span(name, context, attributes={key.replace("_", "."): value for key, value in attributes.items()})
        try:
            yield _Span(span)
        except BaseException:
            span.set_status(StatusCode.ERROR)
            raise
        finally:
            span.end()

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()


def open_traces(url: str, version: str) -> Traces:
    """Traces sent to the collector at `url` (http://host:4318). Raises RuntimeError when the extra is not installed."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    except ImportError as error:
        raise RuntimeError("MAKEBELIEVE_TRACES_URL needs the extra `tracing`: pip install 'makebelieve[tracing]'") from error
    return Traces(OTLPSpanExporter(endpoint=url.rstrip("/") + "/v1/traces"), version)
